"""Actions: bringing a file in, looked at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.document.reading import read_document
from coauthor.document.rendering import harmless
from coauthor.lineage.restoring import restore_document
from coauthor.ui.acting.acting import Acting, told
from coauthor.ui.intake.choosing import choose_file
from coauthor.ui.intake.dialog import IntakeDialog, Taken
from coauthor.ui.intake.summary import summary_of, taken_words
from coauthor.workspace.bringing.looking import Aim

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coauthor.document.changes import Change
    from coauthor.document.model import Document
    from coauthor.errors import CoauthorError
    from coauthor.lineage.locks import Refusal
    from coauthor.workspace.bringing.looking import Looked

COMPARE = "compare_with_standard"
"""The action that shows how much of a text the standard says already."""


class Intaking(Acting):
    """Actions: bringing a file in, looked at first."""

    @told
    def import_file(self, *_: object) -> None:
        """Bring a file in: a new document, or news for the one that is open."""
        found = choose_file(self.text, self.bench)
        if found is not None:
            self.bring_in(found)

    def bring_in_dropped(self, file: Path) -> None:
        """Bring in a file that was dropped on the window, where files may come in."""
        if self.bench.actions_by_name["import_file"].isEnabled():
            self.bring_in(file)

    def bring_in(self, file: Path) -> None:
        """Show what a file becomes; what the person agrees to comes in."""
        self.bench.lanes.stop_editing()
        desk, session = self.bench.desk, self.session
        aim = Aim(desk.workspace.root, session.entry.name, session.document.text)
        dialog = IntakeDialog(self.text, desk.person.author, aim, parent=self.bench)
        dialog.begin(file)
        agreed, taken = dialog.exec() == QDialog.DialogCode.Accepted, dialog.taken
        dialog.deleteLater()
        if not agreed or taken is None:
            return
        if taken.looked.said:
            self.bench.controller.look_what_was_said()
        if taken.looked.document:
            self._update(taken.looked, aim.open_text)
        else:
            self.bench.brought_in.emit(taken)

    def _update(self, looked: Looked, seen: str) -> None:
        """Make the document what the file makes of it, as one step that can be undone.

        Args:
            seen: the text that was looked at; where others wrote on since, a person looks
                again, for what they wrote must not go.
        """
        session, before = self.session, self.session.document
        if before.text != seen:
            self.bench.banner.show_message("import", "info", self.text("intake-again"))
            self.bring_in(looked.path)
            return
        standard, policy = session.standard, session.policy
        self.bench.banner.show_message("import", "info", self.text("intake-updating"))

        def prepare() -> tuple[tuple[Change, ...], tuple[Refusal, ...]]:
            return restore_document(before, read_document(looked.text), standard, policy)

        def do(found: tuple[tuple[Change, ...], tuple[Refusal, ...]]) -> None:
            self._updated(looked, before, *found)

        self.bench.jobs.run(prepare, do, self._update_failed)

    @told
    def _updated(
        self,
        looked: Looked,
        before: Document,
        changes: tuple[Change, ...],
        refusals: tuple[Refusal, ...],
    ) -> None:
        self.bench.banner.clear_message("import")
        if self.session.document is not before:
            self._update(looked, before.text)
            return
        if changes:
            self.session.do("import", changes, focus=0)
        said = summary_of(looked, self.text)
        if locked := [each.code or each.uid for each in refusals]:
            said += " " + self.text("notice-restored-locked", clauses=", ".join(locked))
        self._tell_in(said)

    def _update_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message("import")
        self.bench.show_error(error)

    def tell_brought_in(self, taken: Taken) -> None:
        """Say what came in, and offer what people want to know next."""
        self._tell_in(taken_words(taken.looked, self.text))

    def _tell_in(self, said: str) -> None:
        actions: list[tuple[str, Callable[[], None]]] = []
        compare = self.bench.actions_by_name.get(COMPARE)
        if compare is not None and compare.isEnabled():
            actions.append((self.text("intake-compare"), compare.trigger))
        self.bench.banner.show_message("import", "done", harmless(said), actions=actions)
        if actions:
            self.bench.banner.take_focus()
