"""Upgrading clauses: what follows, what stays, and what is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from coauthor.document import edits
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.lineage.comparison import NORMATIVE, differences
from coauthor.lineage.following import filled, fillings, follow, join, unexplained
from coauthor.lineage.items import Happening, Item, Offer, Outcome
from coauthor.lineage.locks import Policy, is_locked

_GOES = {
    "split-into": Happening.SPLIT,
    "joined-into": Happening.JOINED,
    "moved-to": Happening.RELOCATED,
}
"""What the marker of a withdrawn clause says of where its text went."""

_REASONS = ("reason", "note", "owner", "until")


@dataclass(frozen=True)
class Texts:
    """The three texts of an upgrade, and its rules.

    Args:
        is_standard: our document is a standard itself, so that what leaves it
            leaves a marker.
        carried: fillings of clauses that went into others, by the uid of those.
    """

    before: Document
    now: Document
    ours: Document
    policy: Policy
    is_standard: bool
    carried: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def locked(self, *clauses: Clause | None) -> bool:
        """Tell whether a clause is locked, before or now."""
        return any(each is not None and is_locked(each, self.policy) for each in clauses)

    def stone(self, uid: str) -> Tombstone | None:
        """Return the marker of a clause that the standard withdrew, or None."""
        place = self.now.positions.get(uid)
        block = None if place is None else self.now.blocks[place]
        return block if isinstance(block, Tombstone) else None


@dataclass(frozen=True, slots=True)
class Done:
    """What stands in the place of a block, and what is to be said of it."""

    block: Block | None
    item: Item | None = None


def targets(stone: Tombstone | None) -> tuple[Happening, tuple[str, ...]]:
    """Return what became of a withdrawn clause, and the clauses its text went into."""
    for name, happening in _GOES.items():
        if stone is not None and (said := stone.marker.get(name)):
            return happening, tuple(uid for uid in said.split(",") if uid)
    return Happening.WITHDRAWN, ()


def carried_fillings(texts: Texts) -> dict[str, dict[str, str]]:
    """Return what we filled in clauses that went into others, by the uid of those."""
    found: dict[str, dict[str, str]] = {}
    for clause in texts.ours.clauses:
        before = texts.before.clause(clause.uid)
        if before is None or texts.now.clause(clause.uid) is not None:
            continue
        for target in targets(texts.stone(clause.uid))[1]:
            found.setdefault(target, {}).update(fillings(clause, before))
    return found


def upgrade_clause(texts: Texts, ours: Clause) -> Done:
    """Return what becomes of a clause of ours."""
    before, now = texts.before.clause(ours.uid), texts.now.clause(ours.uid)
    if before is None:
        return Done(ours) if now is None else _adopted(texts, now, ours)
    if now is None:
        return _withdrawn(texts, before, ours)
    if before.source.split() == now.source.split():
        return _unchanged(texts, before, ours)
    if not differences(ours, before) & NORMATIVE:
        return _followed(texts, before, now, ours)
    return _deviating(texts, before, now, ours)


def upgrade_omitted(texts: Texts, stone: Tombstone) -> Done:
    """Return what becomes of the marker of a clause that we left out."""
    before, now = texts.before.clause(stone.uid), texts.now.clause(stone.uid)
    if before is None and now is None:
        return Done(stone)
    if now is None:
        gone = _told(before, "omitted-withdrawn", targets(texts.stone(stone.uid))[0])
        return Done(stone if texts.is_standard else None, gone)
    if texts.locked(now):
        return Done(stone, _omitted_locked(before, now, stone))
    return Done(stone, omitted_item(before, now))


def omitted_item(before: Clause | None, now: Clause) -> Item | None:
    """Return what to tell of a clause that stays left out; None when it did not change."""
    if before is None:
        return None
    parts = differences(now, before)
    if not parts & (NORMATIVE | {"filling"}):
        return None
    item = _item(Outcome.TOLD, Happening.CHANGED, before, now, None)
    return replace(item, why="omitted", parts=parts)


def new_clause_of(texts: Texts, now: Clause) -> Done:
    """Return what comes in for a clause that is new in the standard."""
    sources = _sources(texts, now)
    stones = [_our_stone(texts, uid) for uid in sources]
    if sources and all(stones) and not texts.locked(now):
        item = _item(Outcome.TOLD, Happening.ADDED, None, now, None)
        given = stones[0].marker if stones[0] else now.marker
        reasons = {name: value for name in _REASONS if (value := given.get(name))}
        leave: edits.Leave = "withdrawn" if texts.is_standard else "omitted"
        return Done(edits.tombstone(now, leave, **reasons), replace(item, why="sources-omitted"))
    clause = filled(now, texts.carried.get(now.uid, {}))
    item = _item(Outcome.FOLLOWS, Happening.ADDED, None, now, None)
    return Done(clause, replace(item, becomes=clause.source))


def _sources(texts: Texts, now: Clause) -> list[str]:
    """Return the clauses that a new one was split from or joined of."""
    named = [uid for uid in now.marker.get("derives").split(",") if uid]
    return [uid for uid in named if texts.before.clause(uid) is not None]


def _our_stone(texts: Texts, uid: str) -> Tombstone | None:
    place = texts.ours.positions.get(uid)
    block = None if place is None else texts.ours.blocks[place]
    return block if isinstance(block, Tombstone) else None


def _unchanged(texts: Texts, before: Clause, ours: Clause) -> Done:
    if not differences(ours, before) & NORMATIVE:
        return Done(ours)
    item = _item(Outcome.REVIEW, Happening.UNCHANGED, before, before, ours)
    offers = (Offer("follow", follow(before, before, ours).source), Offer("keep", ours.source))
    locked = texts.locked(before)
    return Done(ours, replace(item, why="deviates", offers=offers, locked=locked))


def _followed(texts: Texts, before: Clause, now: Clause, ours: Clause) -> Done:
    """Take the standard's changes into a clause on which we do not deviate."""
    joint = join(before, now, ours)
    parts = differences(now, before)
    locked = texts.locked(now)
    clause = filled(joint.clause, _unfilled(texts, now, ours))
    item = replace(
        _item(Outcome.FOLLOWS, Happening.CHANGED, before, now, ours),
        becomes=clause.source,
        parts=parts,
        locked=locked,
    )
    if joint.clashes:
        offers = (Offer("follow", follow(before, now, ours).source), Offer("keep", clause.source))
        item = replace(item, outcome=Outcome.ASKED, why="explanation", offers=offers)
    elif joint.lost:
        detail = ", ".join(f"{slot.name}: {slot.value}" for slot in joint.lost)
        item = replace(item, outcome=Outcome.TOLD, why="filling-lost", detail=detail)
    return Done(clause, item)


def _unfilled(texts: Texts, now: Clause, ours: Clause) -> dict[str, str]:
    """Return the fillings carried from elsewhere for slots that we did not fill here."""
    own = fillings(ours, now)
    carried = texts.carried.get(now.uid, {})
    return {name: value for name, value in carried.items() if name not in own}


def _deviating(texts: Texts, before: Clause, now: Clause, ours: Clause) -> Done:
    """Judge a clause on which we deviate and that the standard changed."""
    joint = join(before, now, ours)
    followed = follow(before, now, ours)
    parts = differences(now, before)
    item = _item(Outcome.ASKED, Happening.CHANGED, before, now, ours)
    item = replace(item, parts=parts, locked=texts.locked(now), why="both-changed")
    if not differences(ours, now) & NORMATIVE:
        same = unexplained(joint.clause, now)
        told = replace(item, outcome=Outcome.TOLD, why="same-now", becomes=same.source)
        return Done(same, told)
    if not parts & (NORMATIVE | {"filling"}) and not joint.clashes:
        item = replace(item, outcome=Outcome.REVIEW, why="deviates", becomes=joint.clause.source)
        kept = Offer("keep", joint.clause.source)
        return Done(joint.clause, replace(item, offers=(Offer("follow", followed.source), kept)))
    offers = [Offer("follow", followed.source)]
    if not joint.clashes and not item.locked:
        offers.append(Offer("merged", joint.clause.source))
    offers.append(Offer("keep", ours.source))
    return Done(ours, replace(item, offers=tuple(_apart(offers))))


def _apart(offers: list[Offer]) -> Iterator[Offer]:
    """Yield the offers that say something another does not."""
    seen: set[tuple[str, ...]] = set()
    for offer in offers:
        words = tuple(offer.text.split())
        if words not in seen or offer.name == "keep":
            seen.add(words)
            yield offer


def _adopted(texts: Texts, now: Clause, ours: Clause) -> Done:
    """Judge a clause of our own that the standard took over."""
    followed = follow(None, now, ours)
    locked = texts.locked(now)
    item = _item(Outcome.TOLD, Happening.ADOPTED, None, now, ours)
    item = replace(item, why="adopted", becomes=followed.source, locked=locked)
    if ours.code and ours.code != now.code:
        item = replace(item, why="adopted-code", detail=ours.code)
    parts = differences(ours, now) & NORMATIVE
    if not parts:
        return Done(followed, item)
    offers = (Offer("follow", followed.source), Offer("keep", ours.source))
    asked = replace(item, outcome=Outcome.ASKED, why="adopted-changed", offers=offers, parts=parts)
    return Done(ours, replace(asked, becomes=ours.source, detail=""))


def _withdrawn(texts: Texts, before: Clause, ours: Clause) -> Done:
    """Judge a clause of ours that the standard withdrew."""
    stone = texts.stone(ours.uid)
    happened, uids = targets(stone)
    went = [clause for uid in uids if (clause := texts.now.clause(uid))]
    item = replace(
        _item(Outcome.TOLD, happened, before, None, ours),
        now="".join(edits.ended(clause).source for clause in went),
        detail=", ".join(clause.code or clause.title for clause in went),
        locked=texts.locked(before),
        why="went-on" if went else "withdrawn",
        becomes="",
    )
    if differences(ours, before) & NORMATIVE:
        offers = (Offer("follow", ""), Offer("keep", ours.source))
        why = "went-on-adapted" if went else "withdrawn-adapted"
        asked = replace(item, outcome=Outcome.ASKED, why=why, offers=offers)
        return Done(ours, replace(asked, becomes=ours.source))
    slots = {slot.name for clause in went for slot in clause.parameters}
    lost = {name: value for name, value in fillings(ours, before).items() if name not in slots}
    if lost:
        detail = ", ".join(f"{name}: {value}" for name, value in lost.items())
        item = replace(item, why="filling-lost", detail=detail)
    return Done(stone if texts.is_standard else None, item)


def _omitted_locked(before: Clause | None, now: Clause, stone: Tombstone) -> Item | None:
    """Ask about a locked clause that we left out."""
    parts = frozenset() if before is None else differences(now, before)
    changed = bool(parts & (NORMATIVE | {"filling"}))
    return replace(
        _item(Outcome.ASKED, Happening.CHANGED, before, now, None),
        outcome=Outcome.ASKED if changed else Outcome.REVIEW,
        happened=Happening.CHANGED if changed else Happening.UNCHANGED,
        why="omitted-locked",
        becomes=stone.source,
        offers=(Offer("follow", now.source), Offer("keep", stone.source)),
        locked=True,
        parts=parts,
    )


def _told(before: Clause | None, why: str, happened: Happening) -> Item:
    return replace(_item(Outcome.TOLD, happened, before, None, None), why=why)


def _item(
    outcome: Outcome,
    happened: Happening,
    before: Clause | None,
    now: Clause | None,
    ours: Clause | None,
) -> Item:
    known = now or before or ours
    own = "" if ours is None else ours.source
    return Item(
        "clause",
        outcome,
        happened,
        uid=known.uid if known else "",
        code=known.code if known else "",
        title=(known.title or known.body[:60]) if known else "",
        was=own,
        becomes=own,
        before="" if before is None else before.source,
        now="" if now is None else now.source,
    )
