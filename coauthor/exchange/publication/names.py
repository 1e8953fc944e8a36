"""Names of the writers of a file, where they stand in its text."""

import re
from collections.abc import Iterator

from coauthor.exchange.publication.model import Finding, Reading

_LEAST = 5
"""Letters of a name that is looked for: shorter ones are words as well."""

_MOST = 500
"""Names that are looked for, at most."""


def people_in_text(reading: Reading) -> Iterator[Finding]:
    """Yield where the text names who wrote or commented, as the file itself gives them.

    Only whole names of two words or more: *Jan* or *Beheer* alone says nothing.
    """
    names = [each for each in reading.people if len(each) >= _LEAST and " " in each.strip()][:_MOST]
    if not names:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    for piece in reading.pieces:
        if piece.role in {"text", "heading", "header"}:
            for match in pattern.finditer(piece.text):
                yield Finding("person", "", piece.place, match[0])
