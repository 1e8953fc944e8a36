"""Identifiers that sort by time (https://github.com/ulid/spec)."""

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid_of(number: int) -> str:
    """Return 128 bits as an identifier."""
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))


def ulid_at(moment: int, chance: int) -> str:
    """Return the identifier of a moment.

    Args:
        moment: milliseconds since 1970.
        chance: 80 bits that tell it from others of the same moment.
    """
    return ulid_of((moment & (1 << 48) - 1) << 80 | chance)
