"""What answer sheets say, before anything of it is taken in."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, describe, fit
from coauthor.ui.rooms.plan_view import PlanView
from coauthor.workspace.rooms.telling import harmless
from coauthor.workspace.sheets.planning import Intake
from coauthor.workspace.sheets.telling import intake_line, stale_line, total_line, unfit_line

Look = Callable[[Mapping[Path, str]], None]
NAMELESS = "answers-no-vendor"


class SheetsDialog(FormDialog):
    """What comes in and what does not fit; a sheet without a name waits for one.

    Args:
        vendors: whom the workspace knows.
        look: reads the files again with those vendors, and then calls `show_found`.
    """

    def __init__(
        self,
        text: Catalogue,
        found: Sequence[Intake],
        vendors: Sequence[str],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "sheets-dialog", "sheets-dialog-accept", parent)
        fit(self, 820, 620)
        self._look, self._waits = look, False
        self.found = list(found)
        self.whose: dict[Path, QComboBox] = {}
        for each in found:
            if each.error is not None and each.error.code == NAMELESS:
                self._ask_whose(each.path, vendors)
        self.list = PlanView(text)
        self.list.setMinimumHeight(340)
        describe(self.list, text("sheets-list"))
        self.form.addRow(self.list)
        self.show_found(found)
        self.list.setFocus()

    def _ask_whose(self, path: Path, vendors: Sequence[str]) -> None:
        field = QComboBox()
        field.addItem(self.text("sheets-vendor-none"), "")
        for name in vendors:
            field.addItem(harmless(name), name)
        if not vendors:  # nobody is listed here, so the person writes the name
            field.setEditable(True)
            field.setCurrentText("")
            line = field.lineEdit()
            if line is not None:
                line.setPlaceholderText(self.text("sheets-vendor-none"))
                line.editingFinished.connect(self._look_again)
        field.activated.connect(self._look_again)
        add_row(self.form, self.text("sheets-vendor", file=harmless(path.name)), field)
        self.whose[path] = field

    @property
    def vendors(self) -> dict[Path, str]:
        """Whose the nameless sheets are, as far as the person said."""
        return {path: _chosen(field) for path, field in self.whose.items() if _chosen(field)}

    def _look_again(self, *_: object) -> None:
        self._waits = True
        self._look(self.vendors)

    def accept(self) -> None:
        """Close, unless what was chosen last is still being looked at."""
        if not self._waits:
            super().accept()

    def say_wrong(self, error: CoauthorError) -> None:
        """Show why it could not be looked at, and stay open."""
        self._waits = False
        super().say_wrong(error)

    def show_found(self, found: Sequence[Intake]) -> None:
        """Show what would come in, what does not fit, and what cannot be used."""
        self.found, self._waits = list(found), False
        self.list.clear()
        usable = [each for each in found if each.error is None]
        title = total_line(found, self.text, done=False)
        self.list.show_lines("↙", title, [intake_line(each, self.text) for each in usable])
        if broken := [each for each in found if each.error is not None]:
            lines = [intake_line(each, self.text) for each in broken]
            self.list.show_lines("⚠", self.text("sheets-unread"), lines)
        for each in usable:
            if each.unfit:
                name = self.text("sheets-not", file=harmless(each.path.name))
                self.list.show_lines("⚠", name, [unfit_line(one, self.text) for one in each.unfit])
        if stale := [each for each in usable if each.stale]:
            lines = [f"{harmless(each.path.name)}: {stale_line(each, self.text)}" for each in stale]
            self.list.show_lines("↺", self.text("sheets-earlier"), lines)
        self.accept_button.setEnabled(any(each.events for each in found))


def _chosen(field: QComboBox) -> str:
    if field.isEditable():
        return field.currentText().strip()
    return str(field.currentData() or "")
