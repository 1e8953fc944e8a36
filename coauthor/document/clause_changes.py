"""What happened to each clause between two texts: it came, went, changed or moved."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

from coauthor.document.excerpt import differing
from coauthor.document.model import Clause, Document, Heading, Prose, Tombstone
from coauthor.document.reading import read_document
from coauthor.document.words import same_words

ChangeKind = Literal["came", "left", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What happened to one clause; ``code`` and ``title`` as they are after it.

    Args:
        path: the document, or '' where only one is looked at.
        source: the document it came from, for a clause that moved between documents.
    """

    uid: str
    code: str
    title: str
    kind: ChangeKind
    path: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TextChange:
    """What happened to the clauses of a text, in the order they stand after it.

    Args:
        between: headings, prose or front matter changed.
    """

    clauses: tuple[ClauseChange, ...] = ()
    between: bool = False


NO_CHANGE = TextChange()


def text_change(before: str, after: str) -> TextChange:
    """Return what happened between two texts; blanks and line breaks are no change.

    Only the stretch in which they differ is read.
    """
    old_part, new_part = differing(before, after)
    if old_part == new_part:
        return NO_CHANGE
    # A stretch that begins with a marker has no front matter, so it reads like a whole text.
    old_text, new_text = read_document(old_part), read_document(new_part)
    old, new = _clauses(old_text), _clauses(new_text)
    shifted = _moved([uid for uid in old if uid in new], [uid for uid in new if uid in old])
    changes = [
        change
        for uid, clause in new.items()
        if (change := _change(old.get(uid), clause, moved=uid in shifted))
    ]
    changes += [_named(clause, "left") for uid, clause in old.items() if uid not in new]
    known = old.keys() | new.keys()
    between = not same_words(_between(old_text, known), _between(new_text, known))
    return TextChange(tuple(changes), between)


def across(changes: Mapping[str, TextChange]) -> tuple[ClauseChange, ...]:
    """Return the changes of several documents; what left one and came in another moved."""
    left = {
        each.uid: path
        for path, change in changes.items()
        for each in change.clauses
        if each.kind == "left"
    }
    found: list[ClauseChange] = []
    arrived: set[str] = set()
    for path, change in changes.items():
        for each in change.clauses:
            origin = left.get(each.uid, "") if each.kind == "came" else ""
            if origin and origin != path:
                arrived.add(each.uid)
                found.append(replace(each, kind="moved", path=path, source=origin))
            else:
                found.append(replace(each, path=path))
    return tuple(each for each in found if each.kind != "left" or each.uid not in arrived)


def _clauses(document: Document) -> dict[str, Clause]:
    found: dict[str, Clause] = {}
    for clause in document.clauses:
        found.setdefault(clause.uid, clause)
    return found


def _between(document: Document, known: AbstractSet[str]) -> str:
    """Return the words between the clauses; what stands for a clause in ``known`` is none."""
    parts = [document.front.source]
    for block in document.blocks:
        if isinstance(block, Heading):
            parts.append("#" * block.level + " " + block.text)
        elif isinstance(block, Prose):
            parts.append(block.text)
        elif isinstance(block, Tombstone) and block.uid not in known:
            parts.append(block.source)
    return "\n".join(parts)


def _change(before: Clause | None, after: Clause, *, moved: bool) -> ClauseChange | None:
    if before is None:
        return _named(after, "came")
    if not same_clause(before, after):
        return _named(after, "changed")
    return _named(after, "moved") if moved else None


def same_clause(before: Clause | None, after: Clause | None) -> bool:
    """Tell whether two texts of a clause say the same, blanks aside; None is no clause."""
    if before is None or after is None:
        return before is after
    return before.marker == after.marker and same_words(
        before.source[len(before.opening) :], after.source[len(after.opening) :]
    )


def _named(clause: Clause, kind: ChangeKind) -> ClauseChange:
    return ClauseChange(clause.uid, clause.code, clause.title, kind)


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return the fewest names that must move to make one order of the other.

    Those outside a longest increasing subsequence (Fredman, 1975).
    """
    if before == after:
        return set()
    place = {uid: number for number, uid in enumerate(before)}
    ends: list[int] = []  # smallest last place of an increasing run of each length
    links: list[tuple[int, int]] = []  # place, and index in ``after`` of the one before it
    last: list[int] = []
    for index, uid in enumerate(after):
        length = bisect_left(ends, place[uid])
        links.append((index, last[length - 1] if length else -1))
        if length == len(ends):
            ends.append(place[uid])
            last.append(index)
        else:
            ends[length], last[length] = place[uid], index
    stays: set[str] = set()
    at = last[-1] if last else -1
    while at >= 0:
        stays.add(after[at])
        at = links[at][1]
    return set(after) - stays
