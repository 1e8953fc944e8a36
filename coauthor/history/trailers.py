r"""What a message says for programs, below what it says for people.

    Openingstijden van onze balie

    Organisation: Gemeente Waterrijk

The last paragraph of a message, in the form of git's trailers
(git-interpret-trailers), so that other programs read it too. The organisation
stands here and not in the author's name: a name is personal data and can be left
out of what is passed on, while the organisation stays.
"""

import re
from collections.abc import Iterable

Trailers = tuple[tuple[str, str], ...]

ORGANISATION = "Organisation"
SUGGESTED = "Suggested-by"
"""Whose suggestion a version carries, once per clause: ``Bouwsoft B.V. <7k2m9qxf4t>``."""
NAMED, FROZEN, DIGEST = "Named", "Frozen", "Digest"
KNOWN = (ORGANISATION, SUGGESTED, NAMED, FROZEN, DIGEST)
"""Keys that are ours; anything else at the end of a message is somebody's own words."""

_LINE = re.compile(rf"({'|'.join(KNOWN)}): ?(.*)")


def with_trailers(message: str, trailers: Iterable[tuple[str, str]]) -> str:
    """Return the message with trailers below it; those without a value are left out."""
    lines = [f"{key}: {' '.join(value.split())}" for key, value in trailers if value.strip()]
    return "\n\n".join(part for part in (message.strip(), "\n".join(lines)) if part)


def split_trailers(message: str) -> tuple[str, Trailers]:
    """Return what a message says for people, and its trailers: the inverse of `with_trailers`."""
    lines = message.strip().splitlines()
    start = len(lines)
    while start and _LINE.fullmatch(lines[start - 1]):
        start -= 1
    if start and lines[start - 1].strip():  # no paragraph of its own
        return message.strip(), ()
    found = [match for line in lines[start:] if (match := _LINE.fullmatch(line))]
    return "\n".join(lines[:start]).strip(), tuple((match[1], match[2]) for match in found)


def trailer(trailers: Trailers, key: str) -> str:
    """Return the value of the first trailer with that key, or ''."""
    return next((value for name, value in trailers if name == key), "")


def trailers(found: Trailers, key: str) -> tuple[str, ...]:
    """Return the values of all trailers with that key, in order."""
    return tuple(value for name, value in found if name == key)
