"""Actions: deciding on suggestions, one change at a time or whole, and showing them beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.errors import UserError
from coauthor.review.suggesting.carrying import carry, places_on
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.standards import Standards
from coauthor.ui.acting.suggesting import Suggesting, name_of
from coauthor.ui.suggesting.dialogs import WhyDialog
from coauthor.ui.suggesting.shelf import BESIDE
from coauthor.workspace.suggesting.accepting import accept, reject
from coauthor.workspace.suggesting.offering import renewed, withdraw

if TYPE_CHECKING:
    from coauthor.review.suggesting.suggestions import Suggestion
    from coauthor.ui.workbench import Workbench


class Judging(Suggesting, Standards):
    """Actions: deciding on suggestions."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        section = self.section
        section.shelf = self.shelf
        section.accept_wanted.connect(self.accept_numbered)
        section.reject_wanted.connect(self.reject_numbered)
        section.withdraw_wanted.connect(self.withdraw_named)
        section.explain_wanted.connect(self.explain_named)
        section.beside_wanted.connect(self.show_suggestions)
        section.looked_at.connect(self.look_at)

    # -- going -----------------------------------------------------------------

    def next_suggestion(self, *_: object) -> None:
        """Go to the next change that is suggested."""
        self._go(1)

    def previous_suggestion(self, *_: object) -> None:
        """Go to the change that is suggested before this one."""
        self._go(-1)

    def _go(self, step: int) -> None:
        positions = self.session.document.positions
        places = sorted((positions[uid], uid) for uid in self.shelf.counts if uid in positions)
        if not places:
            self.bench.banner.show_message("no-suggestions", "info", self.text("suggestions-none"))
            return
        here = self._index()
        here = -1 if here is None else here
        spots = self._spots(self.bench.lanes.current_uid())
        at = spots.index(self.shelf.picked) + step if self.shelf.picked in spots else 0
        if spots and self.shelf.picked not in spots and step < 0:
            at = len(spots) - 1
        if not 0 <= at < len(spots):
            behind = [each for each in places if (each[0] > here if step > 0 else each[0] < here)]
            here, uid = (behind or places)[0 if step > 0 else -1]
            spots = self._spots(uid)
            at = 0 if step > 0 else len(spots) - 1
        self.bench.lanes.stop_editing()
        self.bench.lanes.go_to(here)
        self.bench.inspector.show_page(self.bench.inspector.discussion)
        if spots:
            self.look_at(*spots[at])

    def _spots(self, uid: str) -> list[tuple[str, int]]:
        """Return the open changes for a clause: id and number."""
        return [(each.id, number) for each in self.shelf.open_on(uid) for number in each.open]

    def look_at(self, name: str, number: int) -> None:
        """Show a change of a suggestion in the text, with an edge around it."""
        suggestion = self.shelf.find(name)
        if suggestion is None or self.shelf.picked == (name, number):
            return
        self.shelf.pick(suggestion, number)
        self.bench.lanes.show_inlines({suggestion.clause, suggestion.after})

    # -- deciding --------------------------------------------------------------

    def accept_change(self, *_: object) -> None:
        """Take the change that is looked at over, else the first in the clause."""
        suggestion, number = self._picked()
        if suggestion is not None:
            self.accept_numbered(suggestion.id, number)

    def accept_suggestion(self, *_: object) -> None:
        """Take the whole suggestion over."""
        suggestion, _number = self._picked()
        if suggestion is not None:
            self.accept_numbered(suggestion.id, 0)

    def reject_change(self, *_: object) -> None:
        """Reject the change that is looked at, else the first in the clause."""
        suggestion, number = self._picked()
        if suggestion is not None:
            self.reject_numbered(suggestion.id, number)

    def reject_suggestion(self, *_: object) -> None:
        """Reject the whole suggestion."""
        suggestion, _number = self._picked()
        if suggestion is not None:
            self.reject_numbered(suggestion.id, 0)

    def _picked(self) -> tuple[Suggestion | None, int]:
        """Return the change that is looked at, or the first that is open in the clause."""
        uid = self.bench.lanes.current_uid()
        suggestion = self.shelf.shown(uid)
        if suggestion is None:
            self.bench.banner.show_message("no-suggestions", "info", self.text("suggestions-none"))
            return None, 0
        name, number = self.shelf.picked
        fits = name == suggestion.id and number in suggestion.open
        return suggestion, number if fits else suggestion.open[0]

    @told
    def accept_numbered(self, name: str, number: int, prefer: bool = False) -> None:  # noqa: FBT001, FBT002 (a signal's arguments)
        """Take a change over, or with 0 all that do not collide."""
        suggestion = self.shelf.find(name)
        if suggestion is None:
            return
        self.bench.lanes.stop_editing()
        accept(
            self.bench.desk.workspace,
            self.session,
            suggestion,
            self.bench.desk.person,
            now(),
            numbers=[number] if number else self._fitting(suggestion),
            prefer=prefer,
        )
        said = self.text("cli-suggestion-accepted", organisation=suggestion.organisation)
        self.bench.banner.show_message("suggestion-decided", "done", said)

    def take_change(self, *_: object) -> None:
        """Take one change of the lane over: of a suggestion, else of the standard."""
        suggestion = self._of_lane()
        if suggestion is None:
            super().take_change()
        elif suggestion.open:
            name, number = self.shelf.picked
            fits = name == suggestion.id and number in suggestion.open
            self.accept_numbered(suggestion.id, number if fits else suggestion.open[0])

    def take_standard(self, *_: object) -> None:
        """Take all of the lane over: of a suggestion, else of the standard."""
        suggestion = self._of_lane()
        if suggestion is None:
            super().take_standard()
        else:
            self.accept_numbered(suggestion.id, 0)

    def _of_lane(self) -> Suggestion | None:
        """Return the suggestion in the lane that has the focus, or None."""
        lanes = self.bench.lanes
        row = lanes.current_row()
        if row is None or not lanes.model.cells.has_offers or not row.lane:
            return None
        name = self.shelf.beside[row.lane - 1]
        found = self.shelf.find(name)
        return found if found is not None and row.uid == found.clause else None

    def _fitting(self, suggestion: Suggestion) -> tuple[int, ...]:
        """Return the open changes that do not collide; all when every one does."""
        fresh = renewed(self.bench.desk.workspace, suggestion)
        placed = places_on(fresh, self.session.document.clause(suggestion.clause))
        clashing = {each.number for each in placed if each.collisions}
        return tuple(each for each in fresh.open if each not in clashing) or fresh.open

    @told
    def reject_numbered(self, name: str, number: int) -> None:
        """Ask for the reason and reject a change, or with 0 all that are open."""
        suggestion = self.shelf.find(name)
        if suggestion is None:
            return
        dialog = WhyDialog(
            self.text, "suggestion-refuse", self._what(suggestion), needed=True, parent=self.bench
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        event = reject(
            self.bench.desk.workspace,
            suggestion,
            self.bench.desk.person,
            now(),
            dialog.said,
            numbers=[number] if number else (),
            session=self.session,
        )
        self.follow_said(event)

    @told
    def withdraw_named(self, name: str) -> None:
        """Take an own suggestion back."""
        suggestion = self.shelf.find(name)
        if suggestion is not None:
            workspace, person = self.bench.desk.workspace, self.bench.desk.person
            event = withdraw(workspace, suggestion, person, now(), session=self.session)
            self.follow_said(event)

    @told
    def explain_named(self, name: str) -> None:
        """Say why one suggests it: the suggestion is made anew with the reason."""
        suggestion = self.shelf.find(name)
        clause = self.session.document.clause(suggestion.clause) if suggestion else None
        if suggestion is None or clause is None or suggestion.change != "edit":
            raise UserError("suggest-clauses-only")
        what = self._what(suggestion)
        dialog = WhyDialog(self.text, "suggestion-reason", what, needed=True, parent=self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            laid = carry(suggestion, clause.title, clause.body, suggestion.open, prefer=True)
            self.suggest_for(clause, laid.title, laid.body, reason=dialog.said, instead=suggestion)

    def _what(self, suggestion: Suggestion) -> str:
        clause = self.session.document.clause(suggestion.clause)
        name = name_of(clause) if clause else suggestion.title or suggestion.base_title
        return f"{name} ({suggestion.organisation})"

    # -- beside ----------------------------------------------------------------

    def show_suggestions(self, *_: object) -> None:
        """Set the suggestions for the clause side by side, or take them away again."""
        if self.bench.lanes.model.cells.has_offers:
            self.shelf.beside = ()
            self.bench.controller.show_lanes()
            return
        uid = self.bench.lanes.current_uid()
        found = self.shelf.open_on(uid)[:BESIDE]
        if not found:
            self.bench.banner.show_message("no-suggestions", "info", self.text("suggestions-none"))
            return
        self.shelf.beside = tuple(each.id for each in found)
        document = self.session.document
        titles = [self.text("lane-suggestion", organisation=each.organisation) for each in found]
        self.bench.lanes.set_lanes([(title, document) for title in titles], offers=True)
