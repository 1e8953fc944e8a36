"""Numbers in files of others, where anything may stand."""

import re

_WHOLE = re.compile(r"[0-9]{1,9}")


def whole(said: str) -> int | None:
    """Return a whole number from 0, or None for all else, such as ``²`` or a number without end."""
    return int(said) if _WHOLE.fullmatch(said) else None
