"""The pieces that a merge is made of: where each lies, what was done there, what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from coauthor.document.lines import newline_of
from coauthor.merge.model import Choice, Outcome
from coauthor.merge.sequences import Range
from coauthor.merge.words import same_words

Side = Literal["", "ours", "theirs", "both"]
Spans = tuple[Range, Range, Range]
"""Lines of the base, of ours and of theirs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a merge; ``outcome`` is None where nothing changed."""

    spans: Spans
    text: str
    outcome: Outcome | None = None
    reason: str = ""
    side: Side = ""
    offers: tuple[Choice, ...] = ()
    uid: str = ""


def untouched(spans: Spans, base: str, ours: str, theirs: str) -> Piece | None:
    """Return the piece of a place that a side left as it was, or that both made the same."""
    if base == ours == theirs:
        return Piece(spans, ours)
    if theirs in (ours, base):
        return Piece(spans, ours, Outcome.TAKEN, "", "both" if ours == theirs else "ours")
    return Piece(spans, theirs, Outcome.TAKEN, "", "theirs") if ours == base else None


def taken(spans: Spans, base: str, ours: str, theirs: str) -> Piece | None:
    """Return the piece of a place that at most one side changed in substance; else None.

    Where a side only wrapped lines anew or changed blanks, the other side's text stands.
    """
    if piece := untouched(spans, base, ours, theirs):
        return piece
    if same_words(ours, theirs):
        return Piece(spans, min(ours, theirs), Outcome.TAKEN, "", "both")
    if same_words(base, theirs):
        return Piece(spans, ours, Outcome.TAKEN, "", "ours")
    if same_words(base, ours):
        return Piece(spans, theirs, Outcome.TAKEN, "", "theirs")
    return None


def ended(text: str) -> str:
    """Return a text as whole lines, so that another can follow."""
    return text if not text or text.endswith(("\n", "\r")) else text + newline_of(text)


def follow(texts: Sequence[str]) -> str:
    """Return texts behind each other, each on lines of its own."""
    kept = [text for text in texts if text]
    return "".join([*map(ended, kept[:-1]), *kept[-1:]])


def joined(lines: Sequence[str], where: Range) -> str:
    """Return some lines as one text."""
    return "".join(lines[where.start : where.end])
