"""Actions: proposing to the standard, and deciding on proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.document.changes import apply
from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.lineage.proposals import Laid, Proposal, adoption
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.proposing.dialogs import AdoptDialog, ProposeDialog, RejectDialog
from coauthor.ui.proposing.listing import ProposalsDialog, readable
from coauthor.workspace.upgrading.adopting import adopt, laid, reject
from coauthor.workspace.upgrading.proposing import (
    proposals,
    propose,
    remember_outcomes,
    send_waiting,
)

if TYPE_CHECKING:
    from coauthor.workspace.upgrading.proposing import Listed


class Proposing(Acting):
    """Actions: proposing to the standard, and deciding on proposals."""

    @told
    def propose_clause(self, *_: object) -> None:
        """Propose the clause to the standard."""
        self.bench.lanes.stop_editing()
        block = self.bench.current_block()
        if isinstance(block, Clause):
            self.propose(block.uid)

    @told
    def propose(self, uid: str) -> None:
        """Ask for the argument and send a clause as a proposal, in the background."""
        workspace, entry = self._own_workspace(), self.session.entry
        document, person = self.session.document, self.bench.desk.person
        clause = document.clause(uid)
        if clause is None:
            raise UserError("clause-gone", clause=uid)
        if not self.session.chain:
            raise UserError("no-standard-here", path=str(workspace.root))
        name = f"{clause.code}  {clause.title}".strip()
        reason = clause.fields.get("deviation", "")
        dialog = ProposeDialog(self.text, name, reason, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        argument, impact = dialog.argument.toPlainText(), dialog.impact.toPlainText()
        supporters = dialog.organisations
        message = self.text("version-proposed", clause=clause.title or clause.code)

        def work() -> Listed:
            return propose(
                workspace,
                entry,
                document,
                uid,
                person,
                argument=argument,
                impact=impact,
                supporters=supporters,
                when=now(),
                message=message,
            )

        self.bench.jobs.run(work, self._proposed, self.bench.show_error)

    def _proposed(self, listed: Listed) -> None:
        name = listed.proposal.code or listed.proposal.title
        if listed.state == "open":
            said = self.text("notice-proposed", clause=name)
        else:
            said = self.text("notice-proposed-unsent", clause=name)
        self.bench.banner.show_message("proposed", "done", said)

    def show_proposals(self, *_: object) -> None:
        """List the proposals that were made here, or came in."""
        workspace, person = self._own_workspace(), self.bench.desk.person
        message, may_write = self.text("version-proposed-late"), not self.session.read_only

        def work() -> tuple[Listed, ...]:
            if may_write:
                send_waiting(workspace, person, now(), message)
                remember_outcomes(workspace)
            return proposals(workspace)

        self.bench.jobs.run(work, self._list, self.bench.show_error)

    def look_for_proposals(self) -> None:
        """Tell the steward of a standard, in passing, how many proposals wait."""
        if self.bench.desk.workspace.settings.kind != "standard" or self.session.read_only:
            return
        workspace = self._own_workspace()

        def tell(count: int) -> None:
            if count:
                said = self.text("notice-proposals-open", count=count)
                look = (self.text("proposals-look"), self.show_proposals)
                self.bench.banner.show_message("proposals", "info", said, actions=[look])

        self.bench.jobs.run(
            lambda: sum(each.state == "open" for each in proposals(workspace)),
            tell,
            self.bench.show_error,
        )

    @told
    def _list(self, listed: tuple[Listed, ...]) -> None:
        standard = self.bench.desk.workspace.settings.kind == "standard"
        steward = standard and not self.session.read_only
        dialog = ProposalsDialog(self.text, listed, steward=steward, parent=self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted or not dialog.deed:
            return
        chosen = [each.proposal for each in dialog.chosen]
        if not chosen:
            return
        if dialog.deed == "show":
            self._show_proposal(chosen[0])
        elif dialog.deed == "reject":
            self._reject(chosen[0])
        else:
            self._adopt(chosen, edit=dialog.deed == "edit")

    def _show_proposal(self, proposal: Proposal) -> None:
        """Set the standard with the proposal in it beside the standard."""
        over = laid(self.session, [proposal])
        changes, clause = adoption(self.session.document, over.clause, proposal.after)
        after = apply(self.session.document, *changes)
        title = self.text("lane-proposal", organisation=proposal.organisation)
        present = (self.text("lane-now"), self.session.document)
        # Words of the proposal that the standard lacks are marked as added.
        self.bench.lanes.set_lanes([(title, after), present], before=self.session.document)
        self._version = (title, after)
        self.bench.actions_by_name["hide_version"].setEnabled(True)
        self.bench.lanes.go_to_uid(clause.uid)

    def _adopt(self, chosen: list[Proposal], *, edit: bool) -> None:
        over = laid(self.session, chosen)
        clause: Clause | None = None
        if edit or over.clashes:
            dialog = AdoptDialog(self.text, over.clause, self._clashes(over, chosen), self.bench)
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return
            clause = dialog.clause
        workspace, person = self.bench.desk.workspace, self.bench.desk.person
        self.bench.lanes.stop_editing()
        adopt(workspace, self.session, chosen, person, now(), clause=clause)
        who = ", ".join(dict.fromkeys(f"{each.organisation} ({each.by})" for each in chosen))
        adopted = self.session.document.clause(chosen[0].uid)
        said = self.text(
            "version-adopted",
            clause=adopted.code if adopted else chosen[0].code,
            organisations=who,
        )
        self.bench.credits.append(said)
        self.bench.banner.show_message("adopted", "done", said)
        self.bench.lanes.go_to_uid(chosen[0].uid)

    def _clashes(self, over: Laid, chosen: list[Proposal]) -> str:
        if not over.clashes:
            return ""
        names = {each.id: each.organisation for each in chosen}
        who = ", ".join(dict.fromkeys(names[name] for name, _ in over.clashes))
        proposed = "\n\n".join(
            f"{each.organisation}: {' '.join(readable(each.proposed).split())[:400]}"
            for each in chosen
            if each.id in dict(over.clashes)
        )
        return self.text("adopt-clashes", who=who) + "\n\n" + proposed

    def _reject(self, proposal: Proposal) -> None:
        name = proposal.code or proposal.title
        dialog = RejectDialog(self.text, name, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        workspace, person = self.bench.desk.workspace, self.bench.desk.person
        reject(workspace, proposal, person, now(), dialog.reason.toPlainText().strip())
        said = self.text("cli-rejected", clause=name)
        self.bench.banner.show_message("adopted", "done", said)
