"""Names of records and events: unique, and in order of time."""

import secrets
import threading
import time

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ORDER = threading.Lock()
_last = 0


def new_ulid() -> str:
    """Return an identifier that sorts by time (https://github.com/ulid/spec).

    Within one program each sorts behind the one before it, in the same millisecond, too.
    """
    global _last  # noqa: PLW0603 (the order is the program's)
    with _ORDER:
        number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(79)
        _last = number if number >> 80 > _last >> 80 else _last + 1
        return _ulid(_last)


def ulid_at(moment: int, chance: int) -> str:
    """Return the identifier of a moment.

    Args:
        moment: milliseconds since 1970.
        chance: 80 bits that tell it from others of the same moment.
    """
    return _ulid((moment & (1 << 48) - 1) << 80 | chance)


def _ulid(number: int) -> str:
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
