"""Codes: what people cite. A new clause gets the next free one; none is ever reused."""

import re
from collections import Counter
from collections.abc import Iterator

from coauthor.document.model import Clause, Document, Tombstone

_CODE = re.compile(r"(.*?)(\d+)")


def next_code(document: Document, standard: Document | None = None) -> str:
    """Return the code of the next clause, or '' where the document has no such series.

    A local document begins its own clauses at the hundred above the standard's
    highest number, so that the standard can grow without meeting them.
    """
    own = list(_numbered(document))
    theirs = list(_numbered(standard)) if standard else []
    series = Counter((prefix, width) for prefix, _, width in own + theirs)
    if series:
        (prefix, width), _ = series.most_common(1)[0]
    elif said := document.front.values.get("code"):
        prefix, width = f"{said}-", 3
    else:
        return ""
    highest = max((n for p, n, _ in own if p == prefix), default=0)
    if standard:
        base = max((n for p, n, _ in theirs if p == prefix), default=0) // 100 * 100 + 100
        highest = max(highest, base)
    return f"{prefix}{highest + 1:0{width}d}"


def _numbered(document: Document) -> Iterator[tuple[str, int, int]]:
    """Yield prefix, number and width of every code, those of departed clauses included."""
    for block in document.blocks:
        if isinstance(block, Clause | Tombstone) and (found := _CODE.fullmatch(block.code)):
            yield found[1], int(found[2][:9]), len(found[2])
