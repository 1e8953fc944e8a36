"""The merge of three texts: the one door to the engine."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace

from coauthor.document.lines import newline_of, split_lines
from coauthor.merge.documents import has_clauses, merge_documents
from coauthor.merge.model import Meeting, Merge, Outcome, Span
from coauthor.merge.pieces import Piece, joined
from coauthor.merge.sequences import Range
from coauthor.merge.text import merge_pieces
from coauthor.merge.words import blank_between

Remembered = Callable[[str], str | None]
"""Gives the text that was chosen before for the key of a meeting, or None."""


_MARK = "\ufeff"
"""The byte order mark: it belongs to the file, and is in no line and no meeting."""


def merge_texts(
    base: str,
    ours: str,
    theirs: str,
    *,
    locked: Container[str] = (),
    frozen: Container[tuple[str, str]] = (),
    remembered: Remembered | None = None,
) -> Merge:
    """Merge what two sides made of one text: our documents by clauses, any Markdown by units.

    The text is the same whichever side is called ours, but for the places that a person
    must decide: there ours stands. No word that a side wrote is missing from the text
    unless the other side removed it or a look or decision shows it.

    Args:
        locked: uids of clauses on which nobody may deviate without a decision.
        frozen: uid and code of what a release or a frozen version holds; such a clause is
            never renumbered.
        remembered: earlier decisions.
    """
    marks = [text[: text.startswith(_MARK)] for text in (base, ours, theirs)]
    base, ours, theirs = (text.removeprefix(_MARK) for text in (base, ours, theirs))
    if any(map(has_clauses, (base, ours, theirs))):
        pieces = merge_documents(base, ours, theirs, locked=locked, frozen=frozen)
    else:
        pieces = merge_pieces(base, ours, theirs)
    lines = split_lines(base), split_lines(ours), split_lines(theirs)
    merge = _merge(pieces, lines, remembered)
    return replace(merge, text=blank_between(*marks) + merge.text)


def _merge(
    pieces: Iterable[Piece],
    lines: tuple[Sequence[str], Sequence[str], Sequence[str]],
    remembered: Remembered | None,
) -> Merge:
    texts: list[str] = []
    meetings: list[Meeting] = []
    row = 0
    open_line = ""
    for piece in pieces:
        text = piece.text
        if piece.outcome is not None:
            meeting = _recalled(_meeting(piece, lines, row), remembered)
            meetings.append(meeting)
            text = meeting.merged
        if text:
            texts += [open_line, text]
            row += len(split_lines(text))
            open_line = "" if text.endswith(("\n", "\r")) else newline_of(text)
    return Merge("".join(texts), tuple(meetings))


def _meeting(
    piece: Piece, lines: tuple[Sequence[str], Sequence[str], Sequence[str]], row: int
) -> Meeting:
    outcome = piece.outcome or Outcome.TAKEN
    b, o, t = (joined(each, span) for each, span in zip(lines, piece.spans, strict=True))
    return Meeting(
        outcome,
        piece.reason,
        piece.side or "both",
        piece.uid,
        b,
        o,
        t,
        piece.text,
        _span(piece.spans[0]),
        _span(piece.spans[1]),
        _span(piece.spans[2]),
        Span(row, row + len(split_lines(piece.text))),
        piece.offers,
    )


def _recalled(meeting: Meeting, remembered: Remembered | None) -> Meeting:
    """Return the meeting as it was decided before, where it was."""
    if remembered is None or meeting.outcome not in (Outcome.LOOK, Outcome.DECIDE):
        return meeting
    text = remembered(meeting.key)
    if text is None:
        return meeting
    start = meeting.merged_span.start
    span = Span(start, start + len(split_lines(text)))
    return replace(
        meeting,
        outcome=Outcome.COMBINED,
        reason="remembered",
        merged=text,
        merged_span=span,
        offers=(),
    )


def _span(where: Range) -> Span:
    return Span(where.start, where.end)
