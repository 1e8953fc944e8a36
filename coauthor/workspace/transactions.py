"""Transactions: named changes of a document that can be undone, and what they changed.

Every mutation is a transaction: it goes to the journal before it shows, and
returns a record that views follow.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from coauthor.document import edits
from coauthor.document.changes import (
    Change,
    ReplaceBlocks,
    apply,
    inverses,
    to_record,
    touched,
)
from coauthor.document.difference import changes_between
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.errors import CoauthorError, UserError
from coauthor.lineage.locks import Policy, is_locked, refused
from coauthor.lineage.share import Share, count
from coauthor.lineage.status import DocumentStatus, document_status, update_status
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease

FROZEN = "frozen"
"""Why a document is read-only that was published; see `coauthor.workspace.memo.freezing`."""

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
class Standing:
    """The standards that a document stands beside: nearest first, and a newer release."""

    chain: tuple[StandardRelease, ...]
    newer: Document | None = None


class Beyond(Protocol):
    """What a transaction changes on disk beside the document, there and back again."""

    @property
    def writes_document(self) -> bool:
        """Whether it also writes the file of the document, so that the journal need not."""
        ...

    def carry(self, document: Document, *, back: bool) -> Standing | None:
        """Do it, or take it back; returns what the document stands beside from now on.

        Args:
            document: our document as it is afterwards.

        Raises:
            CoauthorError: nothing was changed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Transaction:
    """A named step of the undo history."""

    name: str
    changes: tuple[Change, ...]
    focus: int | None
    join: str = ""
    beyond: Beyond | None = None


class Transactions:
    """A document, its undo history, and the rules that every change must keep.

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
        self.suggesting = False
        """Whether changes are offered instead of made: only decisions change the text."""
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
        if block.uid in self.policy.waived:
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
        beyond: Beyond | None = None,
        unlocked: bool = False,
        amends: bool = False,
    ) -> Changed:
        """Apply changes as one transaction.

        Args:
            join: consecutive transactions with the same non-empty key are one
                step of the undo history.
            beyond: what changes beside the document, in the same step.
            unlocked: locks are not asked: the standard itself changes.
            amends: a numbered change by a memo, which a published text takes too.

        Raises:
            UserError: ``document-read-only``, ``document-frozen``, ``only-suggesting``,
                or ``clause-locked`` with code and part when a lock refuses.
            ChangeMisfitError: the changes are for another document.
        """
        if not changes and beyond is None:
            return Changed(name, (), focus=focus, origin=origin)
        if self.read_only == FROZEN and not amends:
            raise UserError("document-frozen", document=self.entry.title)
        if self.read_only not in ("", FROZEN):
            raise UserError("document-read-only")
        if changes and beyond is None:
            self._refuse_suggesting()
        after = apply(self.document, *changes)
        if not unlocked:
            self._refuse_locked(after, changes)
        transaction = Transaction(name, tuple(changes), focus, join, beyond)
        standing = self._carry(transaction, transaction.changes, after, back=False)
        last = self._undo[-1] if self._undo else None
        if last and join and last.join == join:
            joined = _joined(last.changes, transaction.changes)
            self._undo[-1] = replace(last, changes=joined, focus=focus)
        else:
            self._undo.append(transaction)
        self._redo.clear()
        return self._show(after, transaction.name, transaction.changes, focus, origin, standing)

    def undo(self, origin: object | None = None) -> Changed | None:
        """Take the last transaction back; None when there is none.

        Raises:
            UserError: ``only-suggesting``.
        """
        return self._travel(self._undo, self._redo, back=True, origin=origin)

    def redo(self, origin: object | None = None) -> Changed | None:
        """Do again what was taken back last; None when there is nothing.

        Raises:
            UserError: ``only-suggesting``.
        """
        return self._travel(self._redo, self._undo, back=False, origin=origin)

    def done_names(self) -> tuple[str, ...]:
        """Return the names of the transactions since the document was opened."""
        return tuple(step.name for step in self._undo)

    def adopt(
        self,
        document: Document,
        name: str,
        changes: tuple[Change, ...] = (),
        *,
        origin: object | None = None,
    ) -> Changed:
        """Go on with a text that came from elsewhere, as what was received.

        It is kept like any change, but begins the undo history anew: steps made on
        another text cannot be taken back in this one.

        Args:
            changes: what leads to it from the text as it is, where that is known.
        """
        changes = changes or changes_between(self.document, document)
        self._undo.clear()
        self._redo.clear()
        if not changes:
            return Changed(name, (), origin=origin)
        self._keep(changes, document)
        return self._show(document, name, changes, None, origin)

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
        if step.beyond is None:
            self._refuse_suggesting()
        changes = inverses(step.changes) if back else step.changes
        after = apply(self.document, *changes)
        standing = self._carry(step, changes, after, back=back)
        target.append(replace(source.pop(), join=""))
        focus = _focus_of(changes, step.focus)
        return self._show(after, step.name, changes, focus, origin, standing)

    def _carry(
        self, step: Transaction, changes: Sequence[Change], after: Document, *, back: bool
    ) -> Standing | None:
        """Write a step down, in the journal and beyond the document."""
        if step.beyond is not None and back and not step.beyond.writes_document:
            # What was settled is open again before the text goes back, never after it.
            standing = step.beyond.carry(after, back=back)
            self._keep(changes, after)
            return standing
        if step.beyond is None or not step.beyond.writes_document:
            self._keep(changes, after)
        if step.beyond is None:
            return None
        try:
            return step.beyond.carry(after, back=back)
        except CoauthorError:
            if not step.beyond.writes_document:
                self._keep(inverses(tuple(changes)), self.document)
            raise

    def _refuse_suggesting(self) -> None:
        if self.suggesting:
            raise UserError("only-suggesting")

    def _refuse_locked(self, after: Document, changes: Sequence[Change]) -> None:
        if self.standard is None or not any(touched(change) for change in changes):
            return
        uids = frozenset[str]().union(*(touched(change) for change in changes))
        refusals = refused(self.document, after, self.standard, self.policy, uids)
        if refusals:
            raise UserError("clause-locked", clause=refusals[0].code or refusals[0].uid)

    def _keep(self, changes: Sequence[Change], after: Document) -> None:
        if self._record is not None and changes:
            self._record([to_record(change) for change in changes], after)

    def _show(
        self,
        after: Document,
        name: str,
        changes: tuple[Change, ...],
        focus: int | None,
        origin: object | None,
        standing: Standing | None = None,
    ) -> Changed:
        self.document = after
        structure = any(_is_structure(change) for change in changes)
        uids = frozenset[str]().union(*(touched(change) for change in changes))
        if standing is None:
            self.status = update_status(self.status, after, uids)
        else:
            self.chain, self.newer = standing.chain, standing.newer
            self.status = self._judged()
        changed = Changed(name, changes, uids, structure, focus, origin)
        for listener in tuple(self.listeners):
            listener(changed)
        return changed

    def _judged(self) -> DocumentStatus:
        documents = [release.document for release in self.chain]
        return document_status(self.document, documents, self.newer, self.policy)


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
