"""What an upgrade asks anew because its time is over, or nearly.

A deviation does not become a habit by being carried along: at every upgrade one that
has ended, or ends soon, is asked about, and the standard is the first thing offered.
"""

from collections.abc import Mapping
from dataclasses import replace

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.lineage.items import Happening, Item, Offer, Outcome
from coauthor.lineage.upgrade import Upgrade, in_order


def ask_ending(plan: Upgrade, now: Document, ending: Mapping[str, str]) -> Upgrade:
    """Return an upgrade in which every deviation that ends is asked about.

    Args:
        now: the standard as it is from now on.
        ending: last day of each deviation that ends, by uid, as people read it.
    """
    open_items = {item.uid for item in plan.items if item.uid and item.is_open}
    items = [
        replace(item, why="deviates-ending", detail=ending[item.uid])
        if item.is_open and item.why == "deviates" and item.uid in ending
        else item
        for item in plan.items
    ]
    for uid, day in ending.items():
        if uid in open_items:
            continue
        asked = _asked(plan.document, now, uid, day)
        if asked is not None:
            items = [item for item in items if item.uid != uid]
            items.append(asked)
    return replace(plan, items=in_order(items, plan.document))


def _asked(ours: Document, now: Document, uid: str, day: str) -> Item | None:
    """Return the question whether a clause of our own stays, or one stays left out."""
    place = ours.positions.get(uid)
    block = None if place is None else ours.blocks[place]
    standard = now.clause(uid)
    if isinstance(block, Clause) and standard is None:
        return Item(
            "clause",
            Outcome.REVIEW,
            Happening.UNCHANGED,
            uid=uid,
            code=block.code,
            title=block.title or block.body[:60],
            why="local-ending",
            was=block.source,
            becomes=block.source,
            offers=(Offer("follow", ""), Offer("keep", block.source)),
            detail=day,
        )
    if isinstance(block, Tombstone) and standard is not None:
        return Item(
            "clause",
            Outcome.REVIEW,
            Happening.UNCHANGED,
            uid=uid,
            code=standard.code,
            title=standard.title or standard.body[:60],
            why="omitted-ending",
            becomes=block.source,
            now=standard.source,
            offers=(Offer("follow", standard.source), Offer("keep", block.source)),
            detail=day,
        )
    return None
