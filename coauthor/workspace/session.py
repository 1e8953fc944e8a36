"""One open document: what may be done to it.

A session belongs to one thread; only keeping it safe on disk happens elsewhere.
"""

import secrets
from collections.abc import Sequence

from coauthor.document import edits
from coauthor.document.changes import (
    Change,
    ReplaceBlocks,
    ReplaceFrontMatter,
    apply,
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
from coauthor.lineage.restoring import restore_clause, restore_document
from coauthor.workspace.transactions import Beyond, Changed, Transactions


class Session(Transactions):
    """A document being written, beside the standard it derives from: the verbs."""

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

    def remove(
        self,
        index: int,
        *,
        reason_class: str = "",
        note: str = "",
        beyond: Beyond | None = None,
    ) -> Changed:
        """Take a block out; a clause of the standard leaves a marker with the reason.

        Args:
            beyond: what changes beside the document, in the same step.
        """
        if self._leaves_marker(index):
            changes = edits.leave_out(
                self.document, index, self._leave, reason=reason_class, note=note
            )
            return self.do("omit", changes, focus=index, beyond=beyond)
        changes = edits.remove(self.document, index)
        return self.do("remove", changes, focus=max(index - 1, 0), beyond=beyond)

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

    def restore_clause(self, uid: str, earlier: Document) -> Changed:
        """Make a clause say what it said in an earlier text; one that has left comes back.

        Raises:
            UserError: ``not-in-version`` when the earlier text does not have it.
        """
        if earlier.clause(uid) is None:
            raise UserError("not-in-version", path=uid)
        changes = restore_clause(self.document, uid, earlier, self.standard)
        after = apply(self.document, *changes)
        return self.do("restore-version", changes, focus=after.positions.get(uid))

    def restore_document(self, earlier: Document) -> tuple[Changed, tuple[str, ...]]:
        """Make the whole document say what it said in an earlier text, as one step.

        Returns:
            What changed, and the codes of the locked clauses that stay as they are.
        """
        changes, refusals = restore_document(self.document, earlier, self.standard, self.policy)
        changed = self.do("restore-document", changes, focus=0)
        return changed, tuple(each.code or each.uid for each in refusals)

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

    def replace_everything(
        self, document: Document, name: str, *, unlocked: bool = False
    ) -> Changed:
        """Put a whole text in the place of the document, as one step that can be undone.

        Args:
            unlocked: it stands in the file already, so a lock can only be told of.
        """
        changes: list[Change] = []
        if document.front.source != self.document.front.source:
            changes.append(ReplaceFrontMatter(self.document.front, document.front))
        if document.blocks != self.document.blocks:
            changes.append(ReplaceBlocks(0, self.document.blocks, document.blocks))
        return self.do(name, changes, focus=0, unlocked=unlocked)

    def amend(self, index: int, text: str, record: Beyond) -> Changed:
        """Put another body into a clause by a memo, in a published text as well.

        Args:
            record: the record by which the change is numbered; written with it.
        """
        clause = with_body(self._clause(index), text)
        changes = edits.replace_block(self.document, index, clause)
        return self.do("memo-change", changes, focus=index, beyond=record, amends=True)

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


def _section_above(document: Document, start: int) -> int:
    """Return where the section begins that stands before the one at ``start``."""
    own = document.blocks[start]
    level = own.level if isinstance(own, Heading) else 0
    for index in range(start - 1, -1, -1):
        block = document.blocks[index]
        if isinstance(block, Heading) and block.level <= level:
            return index
    return 0
