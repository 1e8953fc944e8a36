"""One open document: what it says now, how it came so, and what may be done to it.

Every mutation is a transaction: it has a name, can be undone, goes to the
journal before it shows, and returns a record of what changed. Views follow that
record. A session belongs to one thread; only keeping it safe on disk happens
elsewhere.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coauthor.document import edits
from coauthor.document.changes import (
    Change,
    ReplaceBlocks,
    ReplaceFrontMatter,
    apply,
    inverses,
    to_record,
    touched,
)
from coauthor.document.clauses import (
    new_clause,
    new_heading,
    with_attribute_set,
    with_body,
    with_field,
    with_heading_text,
    with_prose,
    with_title,
)
from coauthor.document.codes import next_code
from coauthor.document.lines import newline_of
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.parameters import fill_parameter
from coauthor.document.uid import new_uid
from coauthor.document.words import take, word_diff
from coauthor.errors import UserError
from coauthor.lineage.deriving import restore_omitted, take_standard
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.locks import Policy, is_locked, refused
from coauthor.lineage.share import Share, count
from coauthor.lineage.status import DocumentStatus, document_status, update_status
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease

Record = Callable[[list[dict[str, Any]], Document], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a transaction changed.

    Args:
        name: the transaction; the catalogue holds ``transaction-<name>``.
        changes: the changes in order, for views that follow step by step.
        uids: clauses whose text or place changed.
        structure: blocks came, went or moved; else only texts of blocks changed.
        focus: index of the block to look at, or None.
        origin: who asked for it, so that a view ignores what it caused itself.
    """

    name: str
    changes: tuple[Change, ...]
    uids: frozenset[str] = frozenset()
    structure: bool = False
    focus: int | None = None
    origin: object | None = None


@dataclass(frozen=True, slots=True)
class Transaction:
    """A named step of the undo history."""

    name: str
    changes: tuple[Change, ...]
    focus: int | None
    join: str = ""


class Session:
    """A document being written, beside the standard it derives from.

    Args:
        entry: the document in the settings of its workspace.
        document: the text to begin with.
        chain: the standards it derives from, nearest first.
        policy: which themes are locked.
        standard_workspace: the document is itself a standard, so a clause that
            leaves is withdrawn, not omitted.
        record: keeps changes in the journal; called before the change shows.
        read_only: '' or the code of the reason why nothing may change.
    """

    def __init__(
        self,
        entry: DocumentEntry,
        document: Document,
        chain: tuple[StandardRelease, ...] = (),
        *,
        policy: Policy,
        newer: Document | None = None,
        standard_workspace: bool = False,
        record: Record | None = None,
        read_only: str = "",
    ) -> None:
        self.entry = entry
        self.document = document
        self.chain = chain
        self.newer = newer
        self.policy = policy
        self.read_only = read_only
        self.listeners: list[Callable[[Changed], None]] = []
        self.status: DocumentStatus = self._judged()
        self._leave: edits.Leave = "withdrawn" if standard_workspace else "omitted"
        self._record = record
        self._undo: list[Transaction] = []
        self._redo: list[Transaction] = []

    # -- what it is ------------------------------------------------------

    @property
    def standard(self) -> Document | None:
        """The nearest standard, or None."""
        return self.chain[0].document if self.chain else None

    @property
    def share(self) -> Share:
        """How much is standard, by clause."""
        return count(self.status)

    @property
    def undo_name(self) -> str:
        """Name of the transaction that undo takes back, or ''."""
        return self._undo[-1].name if self._undo else ""

    @property
    def redo_name(self) -> str:
        """Name of the transaction that redo does again, or ''."""
        return self._redo[-1].name if self._redo else ""

    def lock_reason(self, index: int) -> str:
        """Return '' or the code of the reason why a block is shown read-only."""
        block = self.document.blocks[index]
        if not isinstance(block, Clause | Tombstone) or self.standard is None:
            return ""
        standard = self.standard.clause(block.uid)
        return "locked" if standard and is_locked(standard, self.policy) else ""

    def standard_clause(self, index: int) -> Clause | None:
        """Return the standard's clause of the same identity, or None."""
        block = self.document.blocks[index]
        if self.standard is None or not isinstance(block, Clause | Tombstone):
            return None
        return self.standard.clause(block.uid)

    # -- transactions ----------------------------------------------------

    def do(
        self,
        name: str,
        changes: Sequence[Change],
        *,
        join: str = "",
        focus: int | None = None,
        origin: object | None = None,
    ) -> Changed:
        """Apply changes as one transaction.

        Args:
            join: consecutive transactions with the same non-empty key are one
                step of the undo history.

        Raises:
            UserError: ``document-read-only``, or ``clause-locked`` with code and
                part when a lock refuses.
            ChangeMisfitError: the changes are for another document.
        """
        if not changes:
            return Changed(name, (), focus=focus, origin=origin)
        if self.read_only:
            raise UserError("document-read-only")
        after = apply(self.document, *changes)
        self._refuse_locked(after, changes)
        transaction = Transaction(name, tuple(changes), focus, join)
        self._keep(transaction.changes, after)
        last = self._undo[-1] if self._undo else None
        if last and join and last.join == join:
            joined = _joined(last.changes, transaction.changes)
            self._undo[-1] = replace(last, changes=joined, focus=focus)
        else:
            self._undo.append(transaction)
        self._redo.clear()
        return self._show(after, transaction.name, transaction.changes, focus, origin)

    def undo(self, origin: object | None = None) -> Changed | None:
        """Take the last transaction back; None when there is none."""
        return self._travel(self._undo, self._redo, back=True, origin=origin)

    def redo(self, origin: object | None = None) -> Changed | None:
        """Do again what was taken back last; None when there is nothing."""
        return self._travel(self._redo, self._undo, back=False, origin=origin)

    def done_names(self) -> tuple[str, ...]:
        """Return the names of the transactions since the document was opened."""
        return tuple(step.name for step in self._undo)

    def close_step(self) -> None:
        """End the undo step that typing builds up: the next word begins another."""
        if self._undo:
            self._undo[-1] = replace(self._undo[-1], join="")

    def _travel(
        self,
        source: list[Transaction],
        target: list[Transaction],
        *,
        back: bool,
        origin: object | None,
    ) -> Changed | None:
        if not source or self.read_only:
            return None
        step = source[-1]
        changes = inverses(step.changes) if back else step.changes
        after = apply(self.document, *changes)
        self._keep(changes, after)
        target.append(replace(source.pop(), join=""))
        return self._show(after, step.name, changes, _focus_of(changes, step.focus), origin)

    def _refuse_locked(self, after: Document, changes: Sequence[Change]) -> None:
        if self.standard is None or not any(touched(change) for change in changes):
            return
        uids = frozenset().union(*(touched(change) for change in changes))
        refusals = refused(self.document, after, self.standard, self.policy, uids)
        if refusals:
            raise UserError("clause-locked", clause=refusals[0].code or refusals[0].uid)

    def _keep(self, changes: Sequence[Change], after: Document) -> None:
        if self._record is not None:
            self._record([to_record(change) for change in changes], after)

    def _show(
        self,
        after: Document,
        name: str,
        changes: tuple[Change, ...],
        focus: int | None,
        origin: object | None,
    ) -> Changed:
        self.document = after
        structure = any(_is_structure(change) for change in changes)
        uids = frozenset().union(*(touched(change) for change in changes))
        self.status = update_status(self.status, after, uids)
        changed = Changed(name, changes, uids, structure, focus, origin)
        for listener in tuple(self.listeners):
            listener(changed)
        return changed

    def _judged(self) -> DocumentStatus:
        documents = [release.document for release in self.chain]
        return document_status(self.document, documents, self.newer, self.policy)

    # -- what a person can do ---------------------------------------------

    def edit_body(self, index: int, text: str, *, join: str = "", origin: object = None) -> Changed:
        """Put another body into a clause."""
        clause = self._clause(index)
        return self._put("edit-text", index, with_body(clause, text), join, origin)

    def edit_title(
        self, index: int, text: str, *, join: str = "", origin: object = None
    ) -> Changed:
        """Give a clause another title."""
        clause = self._clause(index)
        return self._put("edit-title", index, with_title(clause, text), join, origin)

    def edit_heading(
        self, index: int, text: str, *, join: str = "", origin: object = None
    ) -> Changed:
        """Give a heading another text; a blank text changes nothing."""
        heading = self.document.blocks[index]
        if not isinstance(heading, Heading):
            raise TypeError("no heading")
        return self._put("edit-heading", index, with_heading_text(heading, text), join, origin)

    def edit_prose(
        self, index: int, text: str, *, join: str = "", origin: object = None
    ) -> Changed:
        """Put another text into a stretch of prose."""
        prose = self.document.blocks[index]
        if not isinstance(prose, Prose):
            raise TypeError("no prose")
        return self._put("edit-text", index, with_prose(prose, text), join, origin)

    def set_field(
        self, index: int, key: str, text: str, *, join: str = "", origin: object = None
    ) -> Changed:
        """Set a field of a clause; '' takes it away."""
        return self._put(
            "edit-field", index, with_field(self._clause(index), key, text), join, origin
        )

    def set_attribute(
        self, index: int, name: str, value: str | None, *, origin: object = None
    ) -> Changed:
        """Set an attribute of a clause, such as kind, priority or theme."""
        clause = with_attribute_set(self._clause(index), name, value)
        return self._put("edit-attribute", index, clause, "", origin)

    def fill(
        self, index: int, name: str, value: str, *, join: str = "", origin: object = None
    ) -> Changed:
        """Fill a parameter of a clause in."""
        clause = self._clause(index)
        filled = with_body(clause, fill_parameter(clause.body, name, value))
        return self._put("fill", index, filled, join, origin)

    def insert_clause(
        self, index: int, *, kind: str = "wens", theme: str = "functioneel", title: str = ""
    ) -> Changed:
        """Put a new clause at ``index``; a new local clause is a wish until somebody decides."""
        attributes = (("kind", kind), ("theme", theme))
        newline = newline_of(self.document.text[:400])
        clause = new_clause(
            new_uid(secrets.randbelow),
            title=title,
            code=next_code(self.document, self.standard),
            attributes=attributes,
            newline=newline,
        )
        return self._insert("insert-clause", index, clause)

    def insert_heading(self, index: int, level: int, text: str) -> Changed:
        """Put a new heading at ``index``."""
        return self._insert("insert-heading", index, new_heading(text, level))

    def insert_prose(self, index: int, text: str) -> Changed:
        """Put new prose at ``index``."""
        return self._insert("insert-prose", index, with_prose(Prose(""), text))

    def insert_blocks(self, index: int, blocks: Sequence[Block]) -> Changed:
        """Put several blocks at ``index``, as an import does."""
        changes = edits.insert(self.document, index, blocks)
        return self.do("insert-blocks", changes, focus=index)

    def split(self, index: int, position: int) -> Changed:
        """Split a clause at a position in its body."""
        uid = new_uid(secrets.randbelow)
        code = next_code(self.document, self.standard)
        changes = edits.split_clause(self.document, index, position, uid, code)
        return self.do("split", changes, focus=index + 1)

    def join_next(self, index: int) -> Changed:
        """Join a clause with the clause behind it.

        Raises:
            UserError: ``nothing-to-join`` when no clause follows directly.
        """
        blocks = self.document.blocks
        if index + 1 >= len(blocks) or not isinstance(blocks[index + 1], Clause):
            raise UserError("nothing-to-join")
        self._clause(index)
        leave = self._leave if self._leaves_marker(index + 1) else None
        changes = edits.join_clauses(self.document, index, leave)
        return self.do("join", changes, focus=index)

    def remove(self, index: int, *, reason_class: str = "", note: str = "") -> Changed:
        """Take a block out; a clause of the standard leaves a marker with the reason."""
        if self._leaves_marker(index):
            changes = edits.leave_out(
                self.document, index, self._leave, reason=reason_class, note=note
            )
            return self.do("omit", changes, focus=index)
        changes = edits.remove(self.document, index)
        return self.do("remove", changes, focus=max(index - 1, 0))

    def move(self, start: int, count: int, to: int) -> Changed:
        """Move blocks so that they stand before the block that is at ``to`` now."""
        changes = edits.move(self.document, start, count, to)
        return self.do("move", changes, focus=to - count if to > start else to)

    def move_step(self, index: int, step: int) -> Changed:
        """Move a block, or a section with all under it, one place up (-1) or down (+1)."""
        start, count = edits.section(self.document, index)
        blocks = self.document.blocks
        if step < 0 and start > 0:
            to = start - 1
            if count > 1:  # a section goes before the section above it
                to = _section_above(self.document, start)
            return self.move(start, count, to)
        if step > 0 and start + count < len(blocks):
            _, following = edits.section(self.document, start + count) if count > 1 else (0, 1)
            return self.move(start, count, start + count + following)
        return Changed("move", (), focus=index)

    def take_standard(self, index: int) -> Changed:
        """Put the standard's text in the place of ours; filled parameters stay.

        Raises:
            UserError: ``not-in-standard``.
        """
        block = self.document.blocks[index]
        standard = self.standard_clause(index)
        if standard is None:
            raise UserError("not-in-standard")
        if isinstance(block, Tombstone):
            return self.restore(block.uid)
        clause = take_standard(self._clause(index), standard)
        return self._put("take-standard", index, clause, "", None)

    def take_change(self, index: int, part: str, change: int) -> Changed:
        """Take the standard's words for one change in the ``title`` or the ``body``."""
        clause, standard = self._clause(index), self.standard_clause(index)
        if standard is None:
            raise UserError("not-in-standard")
        before, after = (
            (standard.title, clause.title) if part == "title" else (standard.body, clause.body)
        )
        text = take(before, after, word_diff(before, after), change)
        changed = with_title(clause, text) if part == "title" else with_body(clause, text)
        return self._put("take-change", index, changed, "", None)

    def restore(self, uid: str) -> Changed:
        """Put a clause of the standard back that we left out.

        Raises:
            UserError: ``not-in-standard``.
        """
        if self.standard is None or self.standard.clause(uid) is None:
            raise UserError("not-in-standard")
        changes = restore_omitted(self.document, uid, self.standard)
        after = apply(self.document, *changes)
        return self.do("restore", changes, focus=after.positions.get(uid))

    def restore_clause(self, clause: Clause) -> Changed:
        """Put an earlier text of a clause in the place of what it says now.

        Raises:
            UserError: ``clause-gone`` when the clause is no longer in the document.
        """
        index = self.document.positions.get(clause.uid)
        if index is None:
            raise UserError("clause-gone", clause=clause.code or clause.uid)
        return self.do(
            "restore-version",
            edits.replace_block(self.document, index, clause),
            focus=index,
        )

    def deviate(
        self,
        index: int,
        *,
        reason_class: str,
        reason: str,
        direction: str = "",
        owner: str = "",
        cost: str = "",
        until: str = "",
    ) -> Changed:
        """Say why a clause deviates, whose it is, what it costs and until when."""
        clause = with_deviation(
            self._clause(index),
            reason_class=reason_class,
            reason=reason,
            direction=direction,
            owner=owner,
            cost=cost,
            until=until,
        )
        return self._put("deviate", index, clause, "", None)

    def replace_everything(self, document: Document, name: str) -> Changed:
        """Put a whole text in the place of the document, as one step that can be undone."""
        changes: list[Change] = []
        if document.front.source != self.document.front.source:
            changes.append(ReplaceFrontMatter(self.document.front, document.front))
        if document.blocks != self.document.blocks:
            changes.append(ReplaceBlocks(0, self.document.blocks, document.blocks))
        return self.do(name, changes, focus=0)

    def replace_blocks(self, name: str, replacements: Sequence[tuple[int, Block]]) -> Changed:
        """Put other blocks in the place of some, as one transaction."""
        changes: list[Change] = [
            ReplaceBlocks(index, (self.document.blocks[index],), (block,))
            for index, block in replacements
        ]
        return self.do(name, changes, focus=replacements[0][0] if replacements else None)

    # -- inside ----------------------------------------------------------

    def _clause(self, index: int) -> Clause:
        block = self.document.blocks[index]
        if not isinstance(block, Clause):
            raise TypeError("no clause")
        return block

    def _put(
        self, name: str, index: int, block: Block, join: str, origin: object | None
    ) -> Changed:
        if block == self.document.blocks[index]:
            return Changed(name, (), focus=index, origin=origin)
        changes = edits.replace_block(self.document, index, block)
        return self.do(name, changes, join=join, focus=index, origin=origin)

    def _insert(self, name: str, index: int, block: Block) -> Changed:
        changes = edits.insert(self.document, index, [block])
        after = apply(self.document, *changes)
        # A separator may have come before the block.
        place = next(i for i in range(index, len(after.blocks)) if _is_same(after.blocks[i], block))
        return self.do(name, changes, focus=place)

    def _leaves_marker(self, index: int) -> bool:
        """Tell whether others know the clause: it is the standard's, or was released."""
        block = self.document.blocks[index]
        if not isinstance(block, Clause):
            return False
        if self._leave == "withdrawn":
            return bool(block.code)
        return self.standard is not None and self.standard.clause(block.uid) is not None


def _is_same(block: Block, wanted: Block) -> bool:
    if isinstance(block, Clause) and isinstance(wanted, Clause):
        return block.uid == wanted.uid
    if isinstance(block, Prose) and isinstance(wanted, Prose):
        return block.text == wanted.text
    return type(block) is type(wanted) and block.source.strip() == wanted.source.strip()


def _is_structure(change: Change) -> bool:
    if not isinstance(change, ReplaceBlocks):
        return True
    if len(change.before) != len(change.after):
        return True
    return any(
        type(old) is not type(new) or getattr(old, "uid", "") != getattr(new, "uid", "")
        for old, new in zip(change.before, change.after, strict=True)
    )


def _joined(before: tuple[Change, ...], after: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return two lists of changes as one; typing in one block stays one change."""
    if len(before) == len(after) == 1:
        first, second = before[0], after[0]
        if (
            isinstance(first, ReplaceBlocks)
            and isinstance(second, ReplaceBlocks)
            and first.index == second.index
            and first.after == second.before
        ):
            return (ReplaceBlocks(first.index, first.before, second.after),)
    return before + after


def _focus_of(changes: Sequence[Change], focus: int | None) -> int | None:
    places = [change.index for change in changes if isinstance(change, ReplaceBlocks)]
    return places[-1] if places else focus


def _section_above(document: Document, start: int) -> int:
    """Return where the section begins that stands before the one at ``start``."""
    own = document.blocks[start]
    level = own.level if isinstance(own, Heading) else 0
    for index in range(start - 1, -1, -1):
        block = document.blocks[index]
        if isinstance(block, Heading) and block.level <= level:
            return index
    return 0
