"""Carrying a suggestion over to what the clause says now, which may have changed since.

The merge engine brings together what was suggested and what was changed meanwhile;
where both changed the same words, what stands is kept until a person says which.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coauthor.document.model import Clause
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Meeting, Merge, Outcome
from coauthor.merge.sequences import Stretch, three_way
from coauthor.merge.words import Word, join, words
from coauthor.review.suggesting.hunks import Part, hunks_between
from coauthor.review.suggesting.suggestions import Suggestion

_BOTH = ("same-sentence", "added-beside", "moved-edited")
"""Reasons for which the text that the engine proposes holds what both sides wrote."""


@dataclass(frozen=True, slots=True)
class Collision:
    """A place where the clause was changed in the same words as are suggested.

    Args:
        stands: what stands there now, and ``offered`` what was suggested: whole lines.
    """

    part: Part
    stands: str
    offered: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A clause with some changes of a suggestion laid over it.

    Args:
        collisions: where `stands` was kept.
        near: the text changed close by, so that a person should read it once.
    """

    title: str
    body: str
    collisions: tuple[Collision, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """One change as it would be made in what the clause says now.

    Args:
        edits: start and end in the present title or body, and what comes there.
        collisions: where it cannot be made without choosing.
        present: the clause says it already.
    """

    number: int
    part: Part
    edits: tuple[tuple[int, int, str], ...]
    collisions: tuple[Collision, ...] = ()
    near: bool = False
    present: bool = False


def carry(
    suggestion: Suggestion, title: str, body: str, numbers: Iterable[int], *, prefer: bool = False
) -> Carried:
    """Return a clause with some changes of a suggestion made.

    When the clause was not changed since, these are exactly the changes as offered.

    Args:
        title: what the clause says now, with ``body``; accepted changes are in it.
        prefer: where both changed the same words, those of the suggestion stand.
    """
    texts = {"title": title, "body": body}
    collisions: list[Collision] = []
    near = False
    done = frozenset(suggestion.accepted)
    for number in sorted(frozenset(numbers) - done):
        part = _part(suggestion, number)
        made = suggestion.title_with if part == "title" else suggestion.body_with
        laid = _over(part, made(done), texts[part], made(done | {number}), prefer=prefer)
        texts[part] = laid.text
        collisions += laid.collisions
        near = near or laid.near
        done |= frozenset() if laid.collisions else {number}
    return Carried(texts["title"], texts["body"], tuple(collisions), near)


def places(suggestion: Suggestion, title: str, body: str) -> tuple[Placed, ...]:
    """Return where each open change of an edit would come in what the clause says now."""
    return tuple(
        _placed(suggestion, title, body, number)
        for number in suggestion.open
        if suggestion.change == "edit"
    )


def places_on(suggestion: Suggestion, clause: Clause | None) -> tuple[Placed, ...]:
    """Return the places of `places` in a clause; none when there is no such clause (any more)."""
    return places(suggestion, clause.title, clause.body) if clause else ()


def _placed(suggestion: Suggestion, title: str, body: str, number: int) -> Placed:
    part = _part(suggestion, number)
    laid = carry(suggestion, title, body, [number])
    before, after = (title, laid.title) if part == "title" else (body, laid.body)
    edits = tuple((each.start, each.end, each.added) for each in hunks_between(before, after, part))
    present = not edits and not laid.collisions
    return Placed(number, part, edits, laid.collisions, laid.near, present)


def _part(suggestion: Suggestion, number: int) -> Part:
    return suggestion.hunks[number - 1].part


@dataclass(frozen=True, slots=True)
class _Laid:
    text: str
    collisions: tuple[Collision, ...] = ()
    near: bool = False


def _over(part: Part, base: str, ours: str, theirs: str, *, prefer: bool) -> _Laid:
    if base == ours:
        return _Laid(theirs)  # exactly as offered, without asking the engine
    merge = _engine(base, ours, theirs)
    met = [each for each in merge.meetings if _collides(each)]
    near = any(each not in met for each in merge.looks)
    if met:
        chosen = {each.key: _offered(each) if prefer else each.ours for each in met}
        merge = merge_texts(base, ours, theirs, remembered=chosen.get)
    kept = () if prefer else tuple(Collision(part, each.ours, each.theirs) for each in met)
    return _Laid(merge.text, kept, near)


def _collides(meeting: Meeting) -> bool:
    """Tell whether only one of the two can stand; a look at both in one text is enough."""
    proposed_both = meeting.outcome is Outcome.LOOK and meeting.reason in _BOTH
    return meeting.outcome in (Outcome.LOOK, Outcome.DECIDE) and not proposed_both


def _offered(meeting: Meeting) -> str:
    """Return a place with the words of the suggestion where both changed the same ones.

    What was changed meanwhile in other words of the place stays.
    """
    b, o, t = (words(text) for text in (meeting.base, meeting.ours, meeting.theirs))
    said = ([word.text for word in side] for side in (b, o, t))
    return "".join(
        join(o[slice(*each.ours)] if each.stable or _same(b, t, each) else t[slice(*each.theirs)])
        for each in three_way(*said)
    )


def _same(base: Sequence[Word], theirs: Sequence[Word], stretch: Stretch) -> bool:
    """Tell whether the suggestion left a stretch as it was."""
    return base[slice(*stretch.base)] == theirs[slice(*stretch.theirs)]


@lru_cache(maxsize=512)
def _engine(base: str, ours: str, theirs: str) -> Merge:
    return merge_texts(base, ours, theirs)
