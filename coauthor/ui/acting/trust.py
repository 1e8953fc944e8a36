"""Actions: people and roles, the own key, what was set aside, and checking the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coauthor.document.rendering import harmless
from coauthor.history.trust.checking import check_all
from coauthor.history.trust.keys import own_key
from coauthor.review.rights import CHANGE_PEOPLE, may
from coauthor.ui.acting.acting import Acting, told
from coauthor.ui.trust.aside import AsideDialog
from coauthor.ui.trust.key import KeyDialog
from coauthor.ui.trust.people import PeopleDialog
from coauthor.workspace.events import acting, people_of
from coauthor.workspace.trust.admitting import set_aside
from coauthor.workspace.trust.checking import finding_text
from coauthor.workspace.trust.listing import save_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coauthor.history.trust.checking import Checked
    from coauthor.review.people import Member, Organisation

MANY = 8
"""Findings that are shown at once; the command line shows all."""


class Trusting(Acting):
    """Actions: who may do what, and whether they did."""

    @told
    def edit_people(self, *_: object) -> None:
        """Show who is in the room, and change it where that is allowed."""
        workspace = self.bench.desk.workspace
        people, own = people_of(workspace), own_key().fingerprint
        may_change = may(people, acting(workspace), CHANGE_PEOPLE) and not self.bench.desk.read_only

        def save(organisations: Sequence[Organisation], members: Sequence[Member]) -> None:
            save_people(workspace, organisations, members)

        dialog = PeopleDialog(self.text, people, own, save, self.bench, may_change=may_change)
        if dialog.exec() and may_change:
            self.bench.banner.show_message("trust", "done", self.text("people-saved"))

    def show_key(self, *_: object) -> None:
        """Show the person's own key, to hand its public half to others."""
        KeyDialog(self.text, self.bench).exec()

    def show_aside(self, *_: object) -> None:
        """Show what was received and set aside."""
        AsideDialog(self.text, set_aside(self.bench.desk.workspace), self.bench).exec()

    def check_history(self, *_: object) -> None:
        """Check in the background who signed every version and whether they might."""
        root = self.bench.desk.workspace.root
        self.bench.banner.show_message("trust", "info", self.text("check-running"))
        self.bench.jobs.run(lambda: check_all(root), self._checked, self.bench.show_error)

    def check_quietly(self) -> None:
        """Check in the background as `check_history` does, and tell only of what is wrong."""

        def told(checked: tuple[Checked, ...]) -> None:
            if any(each.verdict.open for each in checked):
                self._checked(checked)

        root = self.bench.desk.workspace.root
        self.bench.jobs.run(lambda: check_all(root), told, self.bench.show_error)

    def _checked(self, checked: tuple[Checked, ...]) -> None:
        found = [
            harmless(finding_text(finding, each.named.get(finding.version), self.text))
            for each in checked
            for finding in each.verdict.open
        ]
        count = sum(each.verdict.versions for each in checked)
        if not found:
            listed = people_of(self.bench.desk.workspace).members
            said = self.text("check-good" if listed else "check-nobody", count=count)
            self.bench.banner.show_message("trust", "done", said)
            return
        lines = [self.text("check-wrong", count=len(found)), *found[:MANY]]
        if len(found) > MANY:
            lines.append(self.text("check-more", count=len(found) - MANY))
        self.bench.banner.show_message("trust", "warning", "\n".join(lines))
