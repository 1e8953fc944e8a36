"""Names of records and events: unique, and in order of time."""

import secrets
import threading
import time

from coauthor.history.ulid import ulid_of

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
        return ulid_of(_last)
