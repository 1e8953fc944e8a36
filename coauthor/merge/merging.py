"""The merge of three texts."""

from collections.abc import Callable, Container, Iterator

from rapidfuzz.distance import Indel

from coauthor.document.lines import split_lines
from coauthor.merge.model import Choice, Meeting, Merge, Outcome, Span

Remembered = Callable[[str], str | None]
"""Gives the text that was chosen before for the key of a meeting, or None."""


def merge_texts(
    base: str,
    ours: str,
    theirs: str,
    *,
    locked: Container[str] = (),  # noqa: ARG001
    remembered: Remembered | None = None,  # noqa: ARG001
) -> Merge:
    """Merge what two sides made of one text.

    Args:
        locked: uids of clauses on which nobody may deviate without a decision.
        remembered: earlier decisions.
    """
    before, mine, yours = split_lines(base), split_lines(ours), split_lines(theirs)
    pieces: list[str] = []
    meetings: list[Meeting] = []
    row = 0
    for spans in _chunks(before, mine, yours):
        b, o, t = (
            "".join(lines[s:e]) for lines, (s, e) in zip((before, mine, yours), spans, strict=True)
        )
        text = o if t in (o, b) else t if o == b else o
        if o != b or t != b:
            clash = o != b and t not in (b, o)
            length = len(split_lines(text))
            meetings.append(
                Meeting(
                    Outcome.DECIDE if clash else Outcome.TAKEN,
                    "overlap" if clash else "",
                    "ours" if t == b else "theirs" if o == b else "both",
                    "",
                    b,
                    o,
                    t,
                    text,
                    Span(*spans[0]),
                    Span(*spans[1]),
                    Span(*spans[2]),
                    Span(row, row + length),
                    (Choice("ours", o), Choice("theirs", t), Choice("base", b)) if clash else (),
                )
            )
        pieces.append(text)
        row += len(split_lines(text))
    return Merge("".join(pieces), tuple(meetings))


def _chunks(
    before: list[str], mine: list[str], yours: list[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    ours = _matches(before, mine)
    theirs = _matches(before, yours)
    i = a = c = 0
    while i < len(before) or a < len(mine) or c < len(yours):
        j = i
        while j < len(before) and ours.get(j) == a + j - i and theirs.get(j) == c + j - i:
            j += 1
        if j > i:
            yield (i, j), (a, a + j - i), (c, c + j - i)
            i, a, c = j, a + j - i, c + j - i
            continue
        j = next((k for k in range(i, len(before)) if k in ours and k in theirs), len(before))
        end = j < len(before)
        spans = (i, j), (a, ours[j] if end else len(mine)), (c, theirs[j] if end else len(yours))
        yield spans
        i, a, c = spans[0][1], spans[1][1], spans[2][1]


def _matches(before: list[str], after: list[str]) -> dict[int, int]:
    return {
        code.src_start + offset: code.dest_start + offset
        for code in Indel.opcodes(before, after)
        if code.tag == "equal"
        for offset in range(code.src_end - code.src_start)
    }
