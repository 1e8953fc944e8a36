"""Upgrading headings and prose: the standard's words and ours, merged by words."""

from collections.abc import Iterator

from coauthor.document.lines import split_lines
from coauthor.document.words import same_words
from coauthor.lineage.items import Happening, Item, ItemType, Offer, OfferName, Outcome
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import ChoiceName, Meeting, Merge
from coauthor.merge.model import Outcome as Merged

_NAMES: dict[ChoiceName, OfferName] = {
    "theirs": "follow",
    "ours": "keep",
    "base": "before",
    "merged": "merged",
    "both": "both",
    "both-reversed": "both-reversed",
    "neither": "neither",
}

_OUTCOMES = {
    Merged.TAKEN: Outcome.FOLLOWS,
    Merged.COMBINED: Outcome.FOLLOWS,
    Merged.LOOK: Outcome.LOOK,
    Merged.DECIDE: Outcome.ASKED,
}


def upgrade_text(
    before: str, now: str, ours: str, kind: ItemType = "place"
) -> tuple[str, tuple[Item, ...]]:
    """Return our text with the standard's changes, and what was done or is asked."""
    if same_words(before, now):
        return ours, ()
    merge = merge_texts(before, ours, now)
    return merge.text, tuple(_items(merge, kind))


def _items(merge: Merge, kind: ItemType) -> Iterator[Item]:
    lines = split_lines(merge.text)
    for meeting in merge.meetings:
        if meeting.side != "ours" and meeting.ours != meeting.theirs:
            yield _item(meeting, kind, lines)


def _item(meeting: Meeting, kind: ItemType, lines: list[str]) -> Item:
    outcome = _OUTCOMES[meeting.outcome]
    start = meeting.merged_span.start
    return Item(
        kind,
        outcome,
        _happened(meeting),
        uid=meeting.uid,
        title=_title(meeting),
        why=_why(meeting),
        was=meeting.ours,
        becomes=meeting.merged,
        before=meeting.base,
        now=meeting.theirs,
        offers=tuple(_offers(meeting)) if outcome is not Outcome.FOLLOWS else (),
        above=next((line for line in reversed(lines[:start]) if line.strip()), ""),
    )


def _offers(meeting: Meeting) -> Iterator[Offer]:
    """Yield what can stand there: what stands for a nod, else the standard's text first."""
    given = [Offer(_NAMES[each.name], each.text) for each in meeting.offers]
    if meeting.outcome is Merged.LOOK:
        yield from given
        return
    yield from (each for each in given if each.name == "follow")
    yield from (each for each in given if each.name != "follow")


def _happened(meeting: Meeting) -> Happening:
    if not meeting.base.strip():
        return Happening.ADDED
    return Happening.CHANGED if meeting.theirs.strip() else Happening.WITHDRAWN


def _why(meeting: Meeting) -> str:
    if meeting.outcome is Merged.COMBINED:
        return "combined"
    if meeting.outcome is Merged.TAKEN:
        return ""
    return "removed-edited" if not meeting.theirs.strip() else "both-changed"


def _title(meeting: Meeting) -> str:
    """Return the first words of the place, for a list."""
    text = meeting.theirs.strip() or meeting.base.strip() or meeting.ours.strip()
    words = text.lstrip("#>*- ").split()
    return " ".join(words[:8])
