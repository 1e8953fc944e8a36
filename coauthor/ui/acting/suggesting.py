"""Actions: suggesting instead of changing, and deciding on what others suggest."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QPushButton

from coauthor.document.clauses import new_clause
from coauthor.document.model import Clause
from coauthor.document.uid import new_uid
from coauthor.errors import CoauthorError, UserError
from coauthor.review.event import Voice
from coauthor.review.rights import EDIT, SUGGEST, may
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.discussing import Discussing
from coauthor.ui.acting.editing import Editing
from coauthor.ui.forms import describe
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.suggesting.dialogs import NewClauseDialog, WhyDialog
from coauthor.ui.suggesting.mode import SuggestMode
from coauthor.ui.suggesting.section import SuggestionsSection
from coauthor.ui.suggesting.shelf import Shelf
from coauthor.workspace.events import acting, people_of, voice_of
from coauthor.workspace.suggesting.drafting import Draft, Drafts, drafts_file, recover_drafts
from coauthor.workspace.suggesting.offering import suggest, withdraw

if TYPE_CHECKING:
    from coauthor.review.suggesting.suggestions import Change, Suggestion
    from coauthor.ui.workbench import Workbench
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.transactions import Changed
    from coauthor.workspace.workspace import Workspace

SLICE = 0.004
"""Seconds of work at a time, so that typing does not wait."""

SAID = (
    "suggest",
    "accept-suggestion",
    "reject-suggestion",
    "withdraw-suggestion",
    "omit",
    "remove",
)
"""Steps that may say something, or take it back; then the conversation is looked at."""


class Suggesting(Editing, Discussing):
    """Actions: the suggestion mode, and deciding on suggestions."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self.shelf = Shelf(lambda: bench.desk.workspace, self.text)
        file = None if self.session.read_only else drafts_file(*self._where())
        self.mode = SuggestMode(self.shelf, Drafts(file), self.own_voice, self.suggest_draft)
        self.mode.failed.connect(bench.show_error)
        self._sign = QPushButton()
        self._waits = QPushButton()
        self._idle = QTimer(bench)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._take_in)
        bench.lanes.model.cells.inlines = self.shelf.inline
        bench.lanes.writing.began.connect(bench.show_undo)
        bench.lanes.writing.ended.connect(self._left_clause)
        self.session.listeners.append(self._follow_step)

    @property
    def section(self) -> SuggestionsSection:
        """The cards on the page of the conversation."""
        found = self.bench.inspector.discussion.section(SuggestionsSection)
        if not isinstance(found, SuggestionsSection):
            raise TypeError("no section")
        return found

    def _where(self) -> tuple[Workspace, DocumentEntry]:
        return self.bench.desk.workspace, self.session.entry

    # -- the mode ------------------------------------------------------------

    def look_what_was_said(self) -> None:
        """Read what was said since the last look; the first time also begin the mode."""
        super().look_what_was_said()
        if self._sign.parent() is None:
            self._begin()

    def _begin(self) -> None:
        """Show the mode in the status line; who may not change the text is always in it."""
        self._sign.setText(self.text("suggest-mode-on"))
        self._sign.setFlat(True)
        self._sign.setProperty("asks", True)
        describe(self._sign, self.text("suggest-mode-on"), self.text("suggest-mode-help"))
        self._sign.clicked.connect(self._press_sign)
        self._waits.setFlat(True)
        self._waits.setProperty("asks", True)
        self._waits.clicked.connect(self.bench.actions_by_name["next_suggestion"].trigger)
        for each in (self._waits, self._sign):
            self.bench.statusBar().addWidget(each)
            each.hide()
        if self.session.read_only:
            return
        may_edit = self._may(EDIT)
        if not may_edit and not self._may(SUGGEST):
            self.session.read_only = "reader"
            self.bench.actions_by_name["suggest_mode"].setEnabled(False)
            self.bench.banner.show_message("suggest-mode", "info", self.text("suggest-reader"))
            return
        self.section.may_decide = may_edit
        self.section.organisation = self.own_voice().organisation
        self._recover()
        if not may_edit:
            self.bench.actions_by_name["suggest_mode"].setEnabled(False)
            self._switch(on=True)

    def _may(self, act: str) -> bool:
        workspace = self.bench.desk.workspace
        try:
            return may(people_of(workspace), acting(workspace), act)
        except CoauthorError as error:
            self.bench.show_error(error)
            return False

    def own_voice(self) -> Voice:
        try:
            return voice_of(self.bench.desk.workspace, self.bench.desk.person)
        except CoauthorError:  # told already; nothing is said under another name
            return Voice("")

    def _recover(self) -> None:
        """Make suggestions of what was typed when the program died."""
        found = recover_drafts(drafts_file(*self._where()))
        for draft in found:
            self.mode.drafts.begin(draft)
        for draft in found:
            self.mode.settle(draft)
        if found:
            said = self.text("suggest-recovered", count=len(found))
            self.bench.banner.show_message("suggest-recovered", "done", said)

    def suggest_mode(self, *_: object) -> None:
        """Switch the mode on or off."""
        self._switch(on=self.bench.actions_by_name["suggest_mode"].isChecked())

    def _press_sign(self) -> None:
        action = self.bench.actions_by_name["suggest_mode"]
        if action.isEnabled():
            action.setChecked(False)
            self._switch(on=False)
        else:
            self._tell_mode()

    def _switch(self, *, on: bool) -> None:
        bench = self.bench
        bench.lanes.stop_editing()
        if self.session.read_only:
            on = False
        self.session.suggesting = on
        bench.lanes.writing.offering = self.mode if on else None
        bench.lanes.showing.offering = on
        bench.actions_by_name["suggest_mode"].setChecked(on)
        self._sign.setVisible(on)
        bench.inspector.show_block(self._index())
        if on:
            self._tell_mode()
        else:
            bench.banner.clear_message("suggest-mode")

    def _tell_mode(self) -> None:
        forced = not self.bench.actions_by_name["suggest_mode"].isEnabled()
        said = self.text("suggest-mode-forced" if forced else "suggest-mode-told")
        stop = [] if forced else [(self.text("suggest-mode-off"), self._press_sign)]
        self.bench.banner.show_message("suggest-mode", "info", said, actions=stop)

    def _left_clause(self) -> None:
        if self.mode.is_writing:
            self.mode.ends()
            self.bench.show_undo()

    def suggest_draft(self, draft: Draft) -> None:
        """Make a suggestion of what was typed, in the place of the own one before it."""
        before = self.shelf.find(draft.instead) if draft.instead else None
        before = before if before is not None and before.is_open else None
        workspace, person, when = self.bench.desk.workspace, self.bench.desk.person, now()
        if not draft.differs:
            if before is not None:
                withdraw(workspace, before, person, when, session=self.session)
            return
        offered = draft.clause
        if before is not None:
            current = self.session.document.clause(draft.uid) or draft.base
            same = (before.title, before.text) == (offered.title, offered.body)
            if same and current == draft.base:
                return
        reason = before.event.body if before is not None else ""
        self.suggest_for(draft.base, draft.title, draft.body, reason=reason, instead=before)

    @told
    def undo(self, *_: object) -> None:
        """Take the last step back: of the suggestion being typed, else of the document."""
        if not self._step_in_draft(back=True):
            super().undo()

    @told
    def redo(self, *_: object) -> None:
        """Do the last step again."""
        if not self._step_in_draft(back=False):
            super().redo()

    def _step_in_draft(self, *, back: bool) -> bool:
        if not self.mode.is_writing:
            return False
        clause = self.mode.step(back=back)
        if clause is not None:
            self.bench.lanes.writing.show_offer(clause)
        return True

    @told
    def insert_clause(self, *_: object) -> None:
        """Put a new clause below, or suggest one."""
        if not self.session.suggesting:
            super().insert_clause()
            return
        self.bench.lanes.stop_editing()
        dialog = NewClauseDialog(self.text, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        block = self.bench.current_block()
        clause = new_clause(new_uid(secrets.randbelow))
        title, body = dialog.title.text().strip(), dialog.body.toPlainText()
        after = block.uid if isinstance(block, Clause) else ""
        reason = dialog.reason.toPlainText().strip()
        self.suggest_for(clause, title, body, change="add", after=after, reason=reason)

    @told
    def remove_row(self, *_: object) -> None:
        """Take the row out, or suggest that."""
        if not self.session.suggesting:
            super().remove_row()
            return
        index, block = self._index(), self.bench.current_block()
        if index is None or not isinstance(block, Clause):
            raise UserError("suggest-clauses-only")
        if self.session.lock_reason(index):
            raise UserError("clause-locked", clause=block.code or block.uid)
        self.bench.lanes.stop_editing()
        dialog = WhyDialog(
            self.text, "suggest-remove", name_of(block), needed=False, parent=self.bench
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.suggest_for(block, "", "", change="remove", reason=dialog.said)

    def suggest_for(
        self,
        clause: Clause,
        title: str,
        body: str,
        *,
        change: Change = "edit",
        after: str = "",
        reason: str = "",
        instead: Suggestion | None = None,
    ) -> None:
        """Suggest something for a clause as a step that can be undone, and show it."""
        event = suggest(
            self.bench.desk.workspace,
            self.session.entry,
            clause,
            title,
            body,
            self.bench.desk.person,
            now(),
            change=change,
            after=after,
            reason=reason,
            instead=instead,
            session=self.session,
        )
        self.follow_said(event)

    # -- following -------------------------------------------------------------

    def show_discussion(self) -> None:
        """Show the conversation, and the suggestions in the text, as they are now."""
        here = self.bench.lanes.current_uid()
        if self.shelf.follow(self.bench.conversation, self.session.entry.name, here):
            self._take_in()
        super().show_discussion()

    def _follow_step(self, changed: Changed) -> None:
        if changed.name in SAID:
            self.look_what_was_said()
            self.bench.controller.look_what_waits()

    def suggestion_signs(self) -> dict[int, Sign]:
        """Return the signs of clauses with suggestions that wait, by index."""
        signs = {
            count: Sign("suggested", "accent", self.text("suggestions-sign", count=count))
            for count in set(self.shelf.counts.values())
        }
        positions = self.session.document.positions
        return {
            positions[uid]: signs[count]
            for uid, count in self.shelf.counts.items()
            if uid in positions
        }

    def _take_in(self) -> None:
        """Take in what is suggested, in idle moments where it is much, and show it."""
        news, more = self.shelf.work(SLICE)
        self.bench.lanes.show_inlines(news)
        if more:
            self._idle.start()
            return
        self.bench.show_asked()
        super().show_discussion()
        count = len(self.shelf.counts)
        self._waits.setVisible(bool(count))
        said = self.text("suggestions-waiting", count=count)
        self._waits.setText(said)
        describe(self._waits, said, self.text("suggestions-waiting-help"))


def name_of(clause: Clause) -> str:
    """Return a clause as dialogs name it."""
    return f"{clause.code}  {clause.title}".strip() or clause.uid
