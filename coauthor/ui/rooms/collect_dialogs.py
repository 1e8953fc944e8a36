"""The dialogs of collecting: from which rooms, and what would come in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from coauthor.document.rendering import printable
from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, describe, fit
from coauthor.ui.rooms.plan_view import PlanView
from coauthor.ui.sharing.dialogs import AddressField
from coauthor.workspace.rooms.collecting import Collection
from coauthor.workspace.rooms.telling import collected, refused_line, total, waiting


@dataclass(frozen=True, slots=True)
class Known:
    """A room that was published from here: who is in it, and where it lies."""

    names: str
    address: str


class CollectDialog(FormDialog):
    """Choosing rooms: those that were published from here, or a package or address."""

    def __init__(
        self, text: Catalogue, known: Sequence[Known], parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "collect-dialog", "collect-dialog-accept", parent)
        self.setMinimumWidth(680)
        self.rooms = QListWidget()
        self.rooms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rooms.setSpacing(4)
        for each in known:
            item = QListWidgetItem(f"{printable(each.names)}\n{each.address}")
            item.setData(Qt.ItemDataRole.UserRole, each.address)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(each.address)
            self.rooms.addItem(item)
        add_row(self.form, text("collect-dialog-rooms"), self.rooms)
        self.form.setRowVisible(self.rooms, bool(known))
        self.other = AddressField(text, "collect-dialog-other", text("package-files"))
        add_row(self.form, text("collect-dialog-other"), self.other)
        (self.rooms if known else self.other).setFocus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The addresses to collect from."""
        rows = (self.rooms.item(row) for row in range(self.rooms.count()))
        ticked = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in rows
            if item.checkState() is Qt.CheckState.Checked
        ]
        other = self.other.line.text().strip()
        return tuple(dict.fromkeys([*ticked, *([other] if other else [])]))

    def accept(self) -> None:
        """Close when there is something to collect from."""
        if self.chosen:
            super().accept()
        else:
            self.say_wrong(UserError("no-room-chosen"))


class CollectedDialog(FormDialog):
    """What would come in, and what does not and why; taken in only after a yes."""

    def __init__(self, text: Catalogue, found: Collection, parent: QWidget | None = None) -> None:
        super().__init__(text, "collected-dialog", "collected-dialog-accept", parent)
        fit(self, 720, 560)
        self.list = PlanView(text)
        self.list.setMinimumHeight(320)
        describe(self.list, text("collected-list"))
        self.form.addRow(self.list)
        known = found.accepted.known
        title = text("collect-would", count=total(found), known=known)
        self.list.show_lines("↙", title, collected(found, text))
        if refused := found.accepted.refused:
            title = text("collect-refused", count=len(refused))
            self.list.show_lines("⚠", title, [refused_line(each, text) for each in refused])
        if waits := waiting(found, text):
            self.list.show_lines("…", text("collected-waits"), waits)
        self.accept_button.setEnabled(found.is_new)
        self.list.setFocus()
