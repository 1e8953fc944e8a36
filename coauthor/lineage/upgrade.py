"""The upgrade of a document to another text of its standard.

Pure: the standard before, the standard now and our document in; our new document
and what was done or is asked at every place out. Until a person decides, ours
stands and the standard's text waits, both whole.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from coauthor.document.align import pair
from coauthor.document.clauses import with_marker
from coauthor.document.codes import next_code
from coauthor.document.markers import Marker
from coauthor.document.model import Block, Clause, Document, FrontMatter, Heading, Tombstone
from coauthor.document.reading import read_document
from coauthor.document.words import same_words
from coauthor.lineage.arranging import Slot, arrange, moved_by_standard
from coauthor.lineage.items import Happening, Item, ItemType, Offer, Outcome
from coauthor.lineage.locks import NO_LOCKS, Policy
from coauthor.lineage.upgrade_clauses import (
    Done,
    Texts,
    carried_fillings,
    new_clause_of,
    omitted_item,
    upgrade_clause,
    upgrade_omitted,
)
from coauthor.lineage.upgrade_prose import upgrade_text
from coauthor.merge.merging import merge_texts


@dataclass(frozen=True)
class Upgrade:
    """The document after the upgrade, and its items in the order of the text."""

    document: Document
    items: tuple[Item, ...] = field(default=())

    @cached_property
    def open(self) -> tuple[Item, ...]:
        """What is left for a person."""
        return tuple(item for item in self.items if item.is_open)

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """How many items there are of each outcome."""
        return Counter(item.outcome for item in self.items)


def plan_upgrade(
    before: Document,
    now: Document,
    ours: Document,
    policy: Policy = NO_LOCKS,
    *,
    is_standard: bool = False,
) -> Upgrade:
    """Return our document carried over from one text of its standard to another.

    Args:
        policy: which themes are locked.
        is_standard: our document is a standard itself: what leaves it leaves a marker.
    """
    if not (before.clauses or now.clauses or ours.clauses):
        text, items = upgrade_text(before.text, now.text, ours.text)
        return Upgrade(read_document(text), items)
    texts = Texts(before, now, ours, policy, is_standard)
    work = _Work(replace(texts, carried=carried_fillings(texts)))
    blocks = work.blocks()
    front = _front(before, now, ours)
    document = read_document(front.source + "".join([block.source for block in blocks]))
    document, renamed = _with_own_codes(document, now, ours)
    return Upgrade(document, in_order([*work.items, *renamed], document))


def in_order(items: list[Item], document: Document) -> tuple[Item, ...]:
    """Return the items as their clauses stand; what has no place stays behind its neighbour."""
    places: list[int] = []
    for item in items:
        last = places[-1] if places else -1
        places.append(document.positions.get(item.uid, last) if item.uid else last)
    return tuple(items[index] for index in sorted(range(len(items)), key=places.__getitem__))


def _front(before: Document, now: Document, ours: Document) -> FrontMatter:
    """Return our front matter with what the standard changed in its own."""
    b, n, o = (each.front.source for each in (before, now, ours))
    if n in (b, o):
        return ours.front
    merge = merge_texts(b, o, n)
    return read_document(merge.text).front if merge.is_settled else ours.front


class _Work:
    """The upgrade of one document while it is made; collects the items."""

    def __init__(self, texts: Texts) -> None:
        self.items: list[Item] = []
        self._texts = texts
        self._to_now = _paired(texts.before, texts.now)
        self._to_ours = _paired(texts.before, texts.ours)
        self._from_ours = {ours: before for before, ours in self._to_ours.items()}
        self._own_to_now = _paired(texts.ours, texts.now)
        self._moved = moved_by_standard(self._to_now, self._to_ours, texts.ours.blocks)

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the new document."""
        slots = list(self._kept())
        added = dict(self._added())
        self.items += self._vanished()
        return arrange(slots, self._moved, added, self._texts.ours)

    def _kept(self) -> Iterator[Slot]:
        for index, block in enumerate(self._texts.ours.blocks):
            done = self._upgraded(index, block)
            item = self._noted(index, block, done.item)
            if item is not None:
                self.items.append(item)
            if done.block is not None:
                yield Slot(done.block, index, self._place_now(index))

    def _upgraded(self, index: int, block: Block) -> Done:
        if isinstance(block, Clause):
            return upgrade_clause(self._texts, block)
        if isinstance(block, Tombstone):
            return upgrade_omitted(self._texts, block)
        return self._text(index, block)

    def _place_now(self, index: int) -> int | None:
        """Return where a block of ours stands in the standard now."""
        before = self._from_ours.get(index)
        return self._own_to_now.get(index) if before is None else self._to_now.get(before)

    def _noted(self, index: int, block: Block, item: Item | None) -> Item | None:
        """Tell also of a clause that only moved."""
        own = index in self._moved and index in self._from_ours
        if item is not None or not own or not isinstance(block, Clause):
            return item
        return Item(
            "clause",
            Outcome.FOLLOWS,
            Happening.MOVED,
            uid=block.uid,
            code=block.code,
            title=block.title,
            was=block.source,
            becomes=block.source,
            before=block.source,
            now=block.source,
        )

    # -- headings and prose ------------------------------------------------

    def _text(self, index: int, block: Block) -> Done:
        """Return what becomes of a heading or a stretch of prose."""
        at = self._from_ours.get(index)
        if at is None:
            return Done(block)
        place = self._to_now.get(at)
        before = self._texts.before.blocks[at]
        now = None if place is None else self._texts.now.blocks[place]
        kind = _type(block)
        if now is None:
            return self._text_withdrawn(before, block)
        if same_words(before.source, now.source) or same_words(now.source, block.source):
            return Done(block)
        base = Item(
            kind,
            Outcome.FOLLOWS,
            Happening.CHANGED,
            title=_first_words(now),
            was=block.source,
            becomes=now.source,
            before=before.source,
            now=now.source,
        )
        if same_words(block.source, before.source):
            return Done(now, base)
        return self._text_merged(base, now, block)

    def _text_merged(self, item: Item, now: Block, ours: Block) -> Done:
        """Merge a text that both changed, by words."""
        merge = merge_texts(item.before, item.was, item.now)
        if merge.is_settled:
            blocks = read_document(merge.text).blocks
            if len(blocks) == 1 and type(blocks[0]) is type(ours):
                outcome = Outcome.LOOK if merge.looks else Outcome.FOLLOWS
                merged = Offer("merged", merge.text)
                offers = (merged, Offer("follow", now.source), Offer("keep", ours.source))
                return Done(
                    blocks[0],
                    replace(
                        item,
                        outcome=outcome,
                        why="combined",
                        becomes=merge.text,
                        offers=offers if merge.looks else (),
                    ),
                )
        both = (Offer("follow", now.source), Offer("keep", ours.source))
        asked = replace(item, outcome=Outcome.ASKED, why="both-changed", offers=both)
        return Done(ours, replace(asked, becomes=ours.source))

    def _text_withdrawn(self, before: Block, ours: Block) -> Done:
        kind = _type(ours)
        item = Item(
            kind,
            Outcome.FOLLOWS,
            Happening.WITHDRAWN,
            title=_first_words(before),
            was=ours.source,
            before=before.source,
        )
        if same_words(before.source, ours.source):
            return Done(None, item)
        offers = (Offer("follow", ""), Offer("keep", ours.source))
        asked = replace(item, outcome=Outcome.ASKED, why="removed-edited", offers=offers)
        return Done(ours, replace(asked, becomes=ours.source))

    # -- what comes in, and what stays out ---------------------------------

    def _added(self) -> Iterator[tuple[int, Block]]:
        """Yield what is new in the standard, with its place now."""
        known = set(self._own_to_now.values())
        known |= {now for before, now in self._to_now.items() if not self._returns(before, now)}
        for index, block in enumerate(self._texts.now.blocks):
            if index in known or isinstance(block, Tombstone) or not block.source.strip():
                continue
            if isinstance(block, Clause):
                done = new_clause_of(self._texts, block)
                if done.item is not None:
                    self.items.append(done.item)
                if done.block is not None:
                    yield index, done.block
                continue
            kind = _type(block)
            self.items.append(
                Item(
                    kind,
                    Outcome.FOLLOWS,
                    Happening.ADDED,
                    title=_first_words(block),
                    becomes=block.source,
                    now=block.source,
                )
            )
            yield index, block

    def _returns(self, before: int, now: int) -> bool:
        """Tell whether the standard took a clause back in that it had withdrawn."""
        gone = isinstance(self._texts.before.blocks[before], Tombstone)
        return gone and isinstance(self._texts.now.blocks[now], Clause)

    def _vanished(self) -> Iterator[Item]:
        """Yield what we left out without a marker and the standard changed."""
        texts = self._texts
        for before in texts.before.clauses:
            now = texts.now.clause(before.uid)
            if before.uid in texts.ours.positions or now is None:
                continue
            if (item := omitted_item(before, now)) is not None:
                yield item


def _paired(first: Document, other: Document) -> dict[int, int]:
    """Return which block is which; a clause is only ever itself, whatever its code."""
    return {
        here: there
        for here, there in pair(first, other).items()
        if getattr(first.blocks[here], "uid", "") == getattr(other.blocks[there], "uid", "")
    }


def _with_own_codes(
    document: Document, now: Document, ours: Document
) -> tuple[Document, tuple[Item, ...]]:
    """Give clauses of our own another code where the standard now uses it."""
    taken = {clause.code for clause in now.clauses if clause.code}
    items: list[Item] = []
    for clause in document.clauses:
        if clause.code not in taken or now.clause(clause.uid) is not None:
            continue
        code = next_code(document, now)
        renamed = with_marker(clause, Marker("clause", clause.uid, code, clause.marker.attributes))
        place = document.positions[clause.uid]
        blocks = (*document.blocks[:place], renamed, *document.blocks[place + 1 :])
        document = replace(document, blocks=blocks)
        old = ours.clause(clause.uid)
        items.append(
            Item(
                "clause",
                Outcome.TOLD,
                Happening.UNCHANGED,
                uid=clause.uid,
                code=code,
                title=clause.title,
                why="code-taken",
                was=old.source if old else "",
                becomes=renamed.source,
                detail=clause.code,
            )
        )
    return (read_document(document.text) if items else document), tuple(items)


def _type(block: Block) -> ItemType:
    return "heading" if isinstance(block, Heading) else "prose"


def _first_words(block: Block) -> str:
    text = block.text if isinstance(block, Heading) else block.source
    return " ".join(text.split()[:8])
