"""Actions: leave to deviate from locked clauses, and whether a text can be final."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.exchange.leave import day_words, lack_words
from coauthor.lineage.locks import is_locked
from coauthor.review.rights import ADVISE, EDIT, WAIVE
from coauthor.review.signing.gaps import Lack, locked_deviation, locked_deviations
from coauthor.review.signing.waivers import State, Waiver, Waivers
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.signing.dialogs import AdviceDialog, AskDialog, DecideDialog, RevokeDialog, day_of
from coauthor.ui.signing.listing import Row, WaiversDialog, rows_of
from coauthor.ui.signing.unfit import UnfitDialog
from coauthor.workspace.events import acts_here
from coauthor.workspace.signing.finishing import Unfit, unfit
from coauthor.workspace.signing.waivers import carry_out, policy_of, waivers_of
from coauthor.workspace.signing.waiving import advise, ask, decide, revoke, withdraw

if TYPE_CHECKING:
    from collections.abc import Callable

    from coauthor.lineage.locks import Policy
    from coauthor.ui.signing.listing import Deed
    from coauthor.ui.workbench import Workbench

WAITING = frozenset({State.ASKED, State.ADVISED})


class Waiving(Acting):
    """Actions: leave to deviate from locked clauses, and whether a text can be final."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._waivers = Waivers()
        self._acts: frozenset[str] = frozenset()
        self._told_leave: frozenset[str] = frozenset()

    # -- following ---------------------------------------------------------

    def look_at_leave(self) -> None:
        """Read in the background what leave was asked and given, and follow it."""
        workspace, entry = self._own_workspace(), self.session.entry

        def work() -> tuple[Waivers, Policy, frozenset[str]]:
            today = now().date()
            return waivers_of(workspace), policy_of(workspace, entry, today), acts_here(workspace)

        self.bench.jobs.run(work, lambda found: self._follow_leave(*found), self.bench.show_error)

    def _follow_leave(self, waivers: Waivers, policy: Policy, acts: frozenset[str]) -> None:
        self._waivers, self._acts = waivers, acts
        self.session.policy = policy
        self.bench.inspector.clause.leave = self.leave_words
        self.bench.inspector.show_block(self._index())
        self._tell_leave()

    def leave_words(self, uid: str) -> str:
        """Return how a locked clause stands, as its text is now; '' when nothing was asked."""
        session, today = self.session, now().date()
        deviation = (
            None
            if session.standard is None
            else locked_deviation(
                session.document, session.standard, session.policy, self._waivers, today, uid
            )
        )
        if deviation is not None and deviation.lack is not None:
            lack = deviation.lack
            words = f"⚠ {lack_words(lack, self.text)}"
            return words if lack in _WAITS else f"{words} {self.text(f'lack-{lack}-do')}"
        standing = self._waivers.standing(uid, session.document.clause(uid), today)
        if standing.waiver is None or standing.state is None:
            return ""
        if standing.holds:
            return self.text("leave-holds", date=day_words(standing.waiver.until))
        if standing.state is State.GRANTED:
            return self.text("leave-not-taken", date=day_words(standing.waiver.until))
        if standing.state in WAITING:
            day = day_words(standing.waiver.request.said.day)
            state = self.text(f"waiver-state-{standing.state}")
            return f"{self.text('locked-asked', date=day)} ({state})"
        return ""

    def _tell_leave(self) -> None:
        """Tell once what became possible: a text to take over, or a word that is waited for."""
        today = now().date()
        mine = [each for each in self._waivers.all if self._waits_for_me(each)]
        ready = [each for each in self._waivers.all if self._can_be_taken(each)]
        told = frozenset(f"{each.request.id}{each.state(today)}" for each in (*mine, *ready))
        fresh, self._told_leave = told - self._told_leave, told
        banner = self.bench.banner
        if not mine:
            banner.clear_message("waivers")
        if not ready:
            banner.clear_message("leave")
        if not fresh:
            return
        if mine:
            said = self.text("notice-waivers-wait", count=len(mine))
            look = (self.text("proposals-look"), self.show_waivers)
            banner.show_message("waivers", "info", said, actions=[look])
        if ready:
            waiver = ready[-1]
            name = waiver.request.code or waiver.request.uid
            said = self.text("notice-leave-given", clause=name, date=day_words(waiver.until))
            take = (self.text("waivers-apply"), lambda: self.take_leave(waiver.request.id))
            banner.show_message("leave", "info", said, actions=[take])

    def _waits_for_me(self, waiver: Waiver) -> bool:
        """Tell whether a request waits for somebody who may what the person may."""
        state = waiver.state(now().date())
        if state is State.ASKED:
            return ADVISE in self._acts
        return state is State.ADVISED and WAIVE in self._acts

    def _can_be_taken(self, waiver: Waiver) -> bool:
        """Tell whether leave was given for a text that does not stand in the open document."""
        request, today = waiver.request, now().date()
        if EDIT not in self._acts or self.session.read_only:
            return False
        if request.document != self.session.entry.name:
            return False
        if waiver.state(today) is not State.GRANTED:
            return False
        clause = self.session.document.clause(request.uid)
        return not self._waivers.standing(request.uid, clause, today).holds

    # -- asking, advising, deciding ------------------------------------------

    @told
    def ask_deviation(self, *_: object) -> None:
        """Ask for a deviation on a locked clause; the clause stays as it is."""
        self.bench.lanes.stop_editing()
        uid = self.bench.lanes.current_uid()
        if uid:
            self.ask_for(uid)

    def ask_for(self, uid: str) -> None:
        """Ask leave for a clause; one that we left out is asked to stay so."""
        session = self.session
        theirs = session.standard.clause(uid) if session.standard else None
        ours = session.document.clause(uid)
        if theirs is None or not is_locked(theirs, session.policy):
            name = (ours.code if ours else "") or uid
            raise UserError("not-locked", clause=name)
        dialog = AskDialog(self.text, ours or theirs, left_out=ours is None, parent=self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        ask(
            self.bench.desk.workspace,
            session.entry,
            dialog.clause,
            self.bench.desk.person,
            reason_class=str(dialog.reason_class.currentData()),
            direction=str(dialog.direction.currentData()),
            reason=dialog.reason.toPlainText(),
            risk=dialog.risk.text(),
            owner=dialog.owner.text(),
            cost=dialog.cost.text(),
            until=dialog.until_text,
            when=now(),
        )
        self._said_leave("notice-asked", theirs.code or uid)

    def show_waivers(self, *_: object) -> None:
        """List what was asked, and what deviates without leave."""
        self.bench.lanes.stop_editing()
        document, standard, waivers = self.session.document, self.session.standard, self._waivers
        policy, today = self.session.policy, now().date()

        def work() -> list[Row]:
            if standard is None:
                return rows_of((), waivers.all, (), today)
            found = tuple(locked_deviations(document, standard, policy, waivers, today))
            return rows_of(found, waivers.all, standard.clauses, today)

        self.bench.jobs.run(work, self._list_waivers, self.bench.show_error)

    def _list_waivers(self, rows: list[Row]) -> None:
        today = now().date()
        acts = self._acts - {EDIT} if self.session.read_only else self._acts
        dialog = WaiversDialog(self.text, rows, acts, today, self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            self._do_leave(dialog.deed, dialog.chosen)

    @told
    def _do_leave(self, deed: Deed, row: Row) -> None:
        if deed == "go":
            self.bench.lanes.go_to_uid(row.uid)
            return
        if deed == "ask":
            self.ask_for(row.uid)
            return
        if row.waiver is None:
            return
        deeds: dict[str, Callable[[Waiver, str], None]] = {
            "advise": self._advise_leave,
            "grant": self._grant_leave,
            "refuse": self._refuse_leave,
            "revoke": self._revoke_leave,
            "withdraw": self._withdraw_leave,
            "apply": lambda waiver, _: self.take_leave(waiver.request.id),
        }
        deeds[deed](row.waiver, row.name)

    def _advise_leave(self, waiver: Waiver, name: str) -> None:
        dialog = AdviceDialog(self.text, name, self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            workspace, person = self.bench.desk.workspace, self.bench.desk.person
            verdict, body = str(dialog.verdict.currentData()), dialog.body.toPlainText()
            advise(workspace, waiver.request.id, person, verdict=verdict, body=body, when=now())
            self._said_leave("cli-waive-advise", name)

    def _grant_leave(self, waiver: Waiver, name: str) -> None:
        self._decide_leave(waiver, name, grants=True)

    def _refuse_leave(self, waiver: Waiver, name: str) -> None:
        self._decide_leave(waiver, name, grants=False)

    def _decide_leave(self, waiver: Waiver, name: str, *, grants: bool) -> None:
        dialog = DecideDialog(
            self.text, waiver, name, now().date(), grants=grants, parent=self.bench
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        until = day_of(dialog.until)
        decide(
            self.bench.desk.workspace,
            waiver.request.id,
            self.bench.desk.person,
            grant=grants,
            body=dialog.body.toPlainText(),
            until=until if grants and until != waiver.request.until else "",
            function=dialog.function.text(),
            mandate=dialog.mandate.text(),
            when=now(),
        )
        self._said_leave(f"cli-waive-{'grant' if grants else 'refuse'}", name)

    def _revoke_leave(self, waiver: Waiver, name: str) -> None:
        dialog = RevokeDialog(self.text, name, self.bench)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            workspace, person = self.bench.desk.workspace, self.bench.desk.person
            body = dialog.body.toPlainText()
            revoke(workspace, waiver.request.id, person, body=body, when=now())
            self._said_leave("cli-waive-revoke", name)

    def _withdraw_leave(self, waiver: Waiver, name: str) -> None:
        workspace, person = self.bench.desk.workspace, self.bench.desk.person
        withdraw(workspace, waiver.request.id, person, when=now())
        self._said_leave("cli-waive-withdraw", name)

    @told
    def take_leave(self, request: str) -> None:
        """Put the approved text in the place of ours."""
        waiver = self._waivers.get(request)
        if waiver is not None:
            self.bench.lanes.stop_editing()
            self._go_after(carry_out(self.session, waiver, now().date()))
            self._said_leave("cli-waive-apply", waiver.request.code or waiver.request.uid)

    def _said_leave(self, message: str, clause: str) -> None:
        self.bench.banner.clear_message("error-clause-locked")
        self.bench.banner.show_message("asked", "done", self.text(message, clause=clause))
        self.look_at_leave()
        self.bench.controller.look_what_waits()

    # -- final -------------------------------------------------------------

    def check_final(self, *_: object) -> None:
        """Tell whether the text can be final, and else what is missing."""
        self.look_what_lacks("", self._say_fit)

    def _say_fit(self) -> None:
        self.bench.banner.show_message("fit", "done", self.text("notice-fit"))

    def look_what_lacks(self, version_id: str, fit: Callable[[], None]) -> None:
        """Show what is missing for the text of now, or of a version, to be final."""
        self.bench.lanes.stop_editing()
        workspace, keeper = self._own_workspace(), self.bench.keeper

        def work() -> tuple[Unfit, ...]:
            if keeper is not None and not version_id:
                keeper.save()
            return unfit(workspace, now().date(), version_id=version_id)

        def show(found: tuple[Unfit, ...]) -> None:
            if not found:
                fit()
                return
            dialog = UnfitDialog(self.text, found, self.bench)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            if dialog.document == self.session.entry.name:
                self.bench.lanes.go_to_uid(dialog.uid)
            else:
                self.bench.document_wanted.emit(dialog.document)

        self.bench.jobs.run(work, show, self.bench.show_error)

    def locked_touched(self, index: int) -> None:
        """Explain why nothing happens when somebody types in a locked clause, and offer to ask."""
        block = self.session.document.blocks[index]
        code = block.code if isinstance(block, Clause) else ""
        error = UserError("clause-locked", clause=code)
        said = self.text(f"error-{error.code}", **error.parameters)
        actions = [(self.text("waivers-ask"), self.ask_deviation)]
        may_ask = EDIT in self._acts and isinstance(block, Clause)
        self.bench.banner.show_message(
            f"error-{error.code}", "warning", said, actions=actions if may_ask else ()
        )


_WAITS = frozenset({Lack.ADVICE, Lack.DECISION})
