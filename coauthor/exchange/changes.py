"""What changed in a document since an earlier text, clause by clause: was and becomes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from coauthor.document.align import Row, align
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.parameters import shown
from coauthor.document.rendering import printable, to_plain, to_tokens
from coauthor.document.words import same_words, word_diff
from coauthor.exchange.office.safe import address
from coauthor.exchange.specification import Specification, Text, field_label, kind_label

ChangeKind = Literal["changed", "added", "dropped", "moved"]
Words = tuple[tuple[str, str], ...]
"""Pairs of ``same``, ``removed`` or ``added``, and the words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is other than it was.

    Args:
        uid: of a clause, or ''.
        name: what people call it: its code, or what kind of block it is.
        was: the words before, those that went marked; empty for what was added.
        becomes: the words now, those that came marked; empty for what was dropped.
    """

    kind: ChangeKind
    uid: str
    name: str
    was: Words = ()
    becomes: Words = ()

    @property
    def both(self) -> Words:
        """The words of before and now in one, each marked; what did not change stands once."""
        before = "".join(words for _, words in self.was)
        after = "".join(words for _, words in self.becomes)
        return tuple(
            (
                run.kind,
                before[run.before_start : run.before_end]
                if run.kind == "removed"
                else after[run.after_start : run.after_end],
            )
            for run in word_diff(before, after)
        )


def changes(specification: Specification, text: Text) -> tuple[Change, ...]:
    """Return what changed since the text before, in the order of the document; () for none."""
    since = specification.since
    if since is None:
        return ()
    return tuple(_Comparing(since.document, specification, text).changes())


@dataclass(frozen=True, slots=True)
class _Comparing:
    before: Document
    specification: Specification
    text: Text

    def changes(self) -> Iterator[Change]:
        after = self.specification.document
        rows = align(after, self.before)
        elsewhere = _in_another_chapter(rows, after, self.before)
        for row in rows:
            here, there = row.places
            now = _present(after.blocks[here]) if here is not None else None
            then = _present(self.before.blocks[there]) if there is not None else None
            block = now or then
            if block is None:
                continue
            moved = row.moved or here in elsewhere
            if change := self._change(then, now, block, moved=moved):
                yield change

    def _change(
        self, then: Block | None, now: Block | None, block: Block, *, moved: bool
    ) -> Change | None:
        uid = block.uid if isinstance(block, Clause) else ""
        name = self._name(block)
        before, after = self._pair(then, now)
        if then is None:
            return Change("added", uid, name, becomes=(("added", after),))
        if now is None:
            return Change("dropped", uid, name, was=(("removed", before),))
        if same_words(before, after):
            return Change("moved", uid, name) if moved and uid else None
        runs = word_diff(before, after)
        was = [
            (run.kind, before[run.before_start : run.before_end])
            for run in runs
            if run.kind != "added"
        ]
        becomes = [
            (run.kind, after[run.after_start : run.after_end])
            for run in runs
            if run.kind != "removed"
        ]
        return Change("changed", uid, name, tuple(was), tuple(becomes))

    def _name(self, block: Block) -> str:
        if isinstance(block, Clause):
            return printable(block.code or to_plain(block.title)[:40] or block.uid)
        return self.text("block-heading" if isinstance(block, Heading) else "block-prose")

    def _pair(self, then: Block | None, now: Block | None) -> tuple[str, str]:
        """Return what both say; of what explains a clause only what differs."""
        if not isinstance(then, Clause) or not isinstance(now, Clause):
            return self._whole(then), self._whole(now)
        if then.source == now.source:
            return "", ""
        before, after = self._parts(then), self._parts(now)
        # Where a link leads is told only where that changed.
        differing = [
            key
            for key in dict.fromkeys((*before, *after))
            if key in ("title", "body") or not same_words(before.get(key, ""), after.get(key, ""))
        ]
        if not any(not same_words(before.get(k, ""), after.get(k, "")) for k in differing):
            return "", ""
        return _joined(before, differing), _joined(after, differing)

    def _whole(self, block: Block | None) -> str:
        if isinstance(block, Clause):
            parts = self._parts(block)
            return _joined(parts, [key for key in parts if key not in ("code", "links")])
        if isinstance(block, Heading | Prose):
            return printable(to_plain(shown(block.text)).strip())
        return ""

    def _parts(self, clause: Clause) -> dict[str, str]:
        """Return what a clause says, in words, in the order in which it is read."""
        priority = clause.marker.get("priority")
        labels = [kind_label(clause.kind, self.text)]
        if priority and self.text.has(f"priority-{priority}"):
            labels.append(self.text(f"priority-{priority}"))
        labels.append(self.specification.theme_label(clause.theme))
        parts = {
            "code": clause.code,
            "title": to_plain(clause.title),
            "labels": " · ".join(label for label in labels if label),
            "body": to_plain(shown(clause.body)),
        }
        fields = clause.fields
        parts["links"] = "\n".join(
            each for text in (clause.body, *fields.values()) for each in _links(text)
        )
        for key, value in fields.items():
            parts[f"field-{key}"] = f"{field_label(key, self.text)}: {to_plain(shown(value))}"
        return {key: printable(value.strip()) for key, value in parts.items()}


def _in_another_chapter(rows: Sequence[Row], after: Document, before: Document) -> set[int]:
    """Return what stands under another heading than before, of those that were there already."""
    pairs = {
        here: there
        for here, there in (row.places for row in rows)
        if here is not None and there is not None
    }
    kept = set(pairs.values())
    now, then = _headings(after), _headings(before)
    return {
        here
        for here, there in pairs.items()
        if then[there] in kept and pairs.get(now[here], then[there]) != then[there]
    }


def _headings(document: Document) -> list[int]:
    """Return for each block the place of the heading above it; -1 for none."""
    last, found = -1, []
    for place, block in enumerate(document.blocks):
        last = place if isinstance(block, Heading) else last
        found.append(last)
    return found


def _present(block: Block) -> Block | None:
    """Return what there is to read of a block: None for what left, and for blank lines."""
    if isinstance(block, Tombstone) or (isinstance(block, Prose) and not block.text.strip()):
        return None
    return block


def _links(markdown: str) -> Iterator[str]:
    """Yield the addresses that a text leads to."""
    if "](" not in markdown and "<http" not in markdown and "]:" not in markdown:
        return
    for token in to_tokens(shown(markdown)):
        for each in token.children or ():
            if each.type == "link_open" and (target := address(str(each.attrGet("href") or ""))):
                yield target


def _joined(parts: dict[str, str], keys: list[str]) -> str:
    return "\n".join(parts[key] for key in keys if parts.get(key))
