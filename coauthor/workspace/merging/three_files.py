"""Merging three files: reading them, writing the result, telling what was done as plain values."""

from collections import Counter
from pathlib import Path
from typing import Any

from coauthor.document.reading import decode, encode
from coauthor.errors import UserError
from coauthor.history.files import read_file, write_atomically
from coauthor.merge.model import Meeting, Merge, Outcome, Span

FORMAT = 1


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        UserError: ``not-text`` when it holds zero bytes, as programs and pictures do.
        OutsideFailure: it cannot be read.
    """
    data = read_file(path)
    if b"\0" in data:
        raise UserError("not-text", path=str(path))
    return decode(data)


def write_text(path: Path, text: str) -> None:
    """Write a text as a file, in one step."""
    write_atomically(path, encode(text))


def report(merge: Merge) -> dict[str, Any]:
    """Return what a merge did as JSON values.

    ``lines`` of a place are ``[first, behind]``: the number of its first line, counted
    from 1, and of the line behind its last; the same twice where it has none. ``offers``
    are what can stand there, the likeliest first.
    """
    counts = Counter(each.outcome for each in merge.meetings)
    return {
        "format": FORMAT,
        "settled": merge.is_settled,
        "counts": {outcome.value: counts[outcome] for outcome in Outcome},
        "decisions": [_place(each) for each in merge.decisions],
        "looks": [_place(each) for each in merge.looks],
    }


def _place(meeting: Meeting) -> dict[str, Any]:
    return {
        "reason": meeting.reason,
        "clause": meeting.uid or None,
        "key": meeting.key,
        "base": {"lines": _lines(meeting.base_span), "text": meeting.base},
        "ours": {"lines": _lines(meeting.ours_span), "text": meeting.ours},
        "theirs": {"lines": _lines(meeting.theirs_span), "text": meeting.theirs},
        "merged": {"lines": _lines(meeting.merged_span), "text": meeting.merged},
        "offers": [{"choice": each.name, "text": each.text} for each in meeting.offers],
    }


def _lines(span: Span) -> list[int]:
    return [span.start + 1, span.end + 1]
