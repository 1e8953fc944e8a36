"""Actions: making public what is public under the Wet open overheid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.ui.acting.acting import now
from coauthor.ui.acting.archiving import Archiving
from coauthor.ui.acting.making import KEY
from coauthor.ui.apart import Apart
from coauthor.ui.archiving.woo_dialog import WooDialog
from coauthor.workspace.woo.gathering import MEMO, doubts_apart
from coauthor.workspace.woo.making import Made, make_public_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coauthor.workspace.rooms.doubts import Doubt


class Woo(Archiving):
    """Actions: making public what is public under the Wet open overheid."""

    def make_public(self, *_: object) -> None:
        """Look in the background for what may not be public; then ask, and make the package."""
        arguments = {
            "root": self.bench.desk.workspace.root,
            "names": [self.session.entry.name],
        }
        self._looking = Apart(doubts_apart, arguments, self.bench)
        self._looking.done.connect(self._ask_public)
        self._looking.failed.connect(self._verifying_failed)
        said = self.text("woo-looking")
        self.bench.banner.show_message(KEY, "info", said, cancel=self._looking.cancel)
        self._looking.start()

    def _ask_public(self, found: Sequence[tuple[str, Doubt]]) -> None:
        self.bench.banner.clear_message(KEY)
        workspace, name = self.bench.desk.workspace, self.session.entry.name
        memos = any(each.name.startswith(MEMO) for each in workspace.settings.documents)
        dialog = WooDialog(self.text, name, found, self.bench, has_memos=memos)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        output = dialog.file.path
        arguments = {
            "root": workspace.root,
            "names": [name],
            "output": output,
            "when": now(),
            "language": self.text.language,
            "category": dialog.category.text().strip(),
            "hide": True,
            "seen": dialog.seen,
            "memos": dialog.memos.isChecked(),
        }
        self.make_apart(make_public_apart, arguments, output.parent, self._made_public)

    def _made_public(self, made: Made) -> None:
        count = sum(each.count for each in made.left)
        said = [self.text("woo-done", path=str(made.path), files=len(made.files), left=count)]
        if made.notes:
            rules = dict.fromkeys(each.rule for _, each in made.notes)
            names = ", ".join(self.text(f"publication-rule-{each}") for each in rules)
            said.append(self.text("woo-notes", rules=names))
        if made.lacks:
            said.append(self.text("woo-dialog-lacks-category"))
        kind = "warning" if made.notes or made.lacks else "done"
        self.bench.banner.show_message(KEY, kind, "\n".join(said))
