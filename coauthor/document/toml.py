"""Reading TOML that came from elsewhere: what cannot be read is a ``ValueError``, nothing worse.

Brackets within brackets run out of stack, and a name of a hundred thousand parts takes
as much memory as the square of it; a few kilobytes of either would end every program
that receives them.
"""

import tomllib
from typing import Any

MOST_POINTS = 500
"""Points in one line; a name has a handful, prose less than this."""


def read_toml(data: str | bytes) -> dict[str, Any]:
    """Return the values of a TOML text.

    Raises:
        ValueError: it is none, is not UTF-8, or is made to hold up who reads it.
    """
    text = data if isinstance(data, str) else data.decode("utf-8")
    refuse_unfit(text)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def refuse_unfit(text: str) -> None:
    """Refuse a text that no reader of TOML should be given.

    Raises:
        ValueError: a line has more points than any name has parts.
    """
    if any(line.count(".") > MOST_POINTS for line in text.splitlines()):
        raise ValueError("a name of too many parts")
