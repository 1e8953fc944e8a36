"""Which unit of one text became which unit of the other."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from coauthor.merge.sequences import matches
from coauthor.merge.units import Unit

ALIKE = 0.5
"""Share of common words from which two units are one, edited."""

GRID = 250_000
"""Most pairs of units that are compared each with each between two anchors."""


def pair_units(before: Sequence[Unit], after: Sequence[Unit]) -> dict[int, int]:
    """Return the pairs of units, in the order of both: equal ones, and between them alike ones."""
    paired: dict[int, int] = {}
    i = j = 0
    anchors = matches([unit.words for unit in before], [unit.words for unit in after])
    for match in (*anchors, None):
        end_i, end_j = (match.before, match.after) if match else (len(before), len(after))
        paired |= _alike(before, after, range(i, end_i), range(j, end_j))
        if match:
            paired |= {match.before + n: match.after + n for n in range(match.length)}
            i, j = match.before + match.length, match.after + match.length
    return paired


def likeness(one: Unit, other: Unit) -> float:
    """Return the share of common words of two units, 0 to 1; 0 for units of another kind."""
    if (one.kind == "code") != (other.kind == "code") or (one.kind == "heading") != (
        other.kind == "heading"
    ):
        return 0.0
    if one.words == other.words:
        return 1.0
    return Indel.normalized_similarity(one.words, other.words)


def _alike(
    before: Sequence[Unit], after: Sequence[Unit], old: range, new: range
) -> dict[int, int]:
    """Pair units so that the likeness of all pairs is greatest (Needleman and Wunsch, 1970)."""
    if not old or not new or len(old) * len(new) > GRID:
        return {}
    score = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    like: dict[tuple[int, int], float] = {}
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            share = likeness(before[old[a]], after[new[b]])
            best = max(score[a + 1][b], score[a][b + 1])
            if share >= ALIKE:
                like[a, b] = share
                best = max(best, share + score[a + 1][b + 1])
            score[a][b] = best
    paired: dict[int, int] = {}
    a = b = 0
    while a < len(old) and b < len(new):
        share = like.get((a, b), 0.0)
        if share and score[a][b] == share + score[a + 1][b + 1]:
            paired[old[a]] = new[b]
            a, b = a + 1, b + 1
        elif score[a][b] == score[a + 1][b]:
            a += 1
        else:
            b += 1
    return paired
