"""Answers that all may read: chosen one by one, and looked at before they go."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from coauthor.document.rendering import to_plain
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, describe, fit, note
from coauthor.workspace.rooms.answers import Answer
from coauthor.workspace.rooms.doubts import Doubt
from coauthor.workspace.rooms.telling import doubt_line, harmless


class AnswersDialog(FormDialog):
    """Our own answers that have not gone to all yet.

    Args:
        doubts: tells what in chosen answers may say who asked.
    """

    def __init__(
        self,
        text: Catalogue,
        waiting: Sequence[Answer],
        doubts: Callable[[Iterable[Answer]], Iterable[Doubt]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "answers-dialog", "answers-dialog-accept", parent)
        self._doubts = doubts
        fit(self, 720, 560)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setMinimumHeight(260)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in waiting:
            asked, said = (harmless(to_plain(event.body)) for event in (each.question, each.reply))
            item = QListWidgetItem(text("answers-dialog-line", asked=asked, said=said))
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        add_row(self.form, text("answers-dialog-list"), self.list)
        self.warning = note("", soft=False)
        self.looked = QCheckBox(text("publish-dialog-looked"))
        describe(self.looked, text("publish-dialog-looked"))
        self.form.addRow(self.warning)
        self.form.addRow(self.looked)
        self.list.itemChanged.connect(self._chosen)
        self.looked.toggled.connect(self._may_go)
        self._chosen()
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[Answer, ...]:
        """The answers that go."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in rows
            if item.checkState() is Qt.CheckState.Checked
        )

    def _chosen(self, *_: object) -> None:
        found = list(self._doubts(self.chosen))
        lines = [doubt_line(each, self.text) for each in found]
        self.warning.setText("\n".join([f"⚠ {self.text('room-look', count=len(found))}", *lines]))
        self.warning.setVisible(bool(found))
        self.looked.setVisible(bool(found))
        self.looked.setChecked(False)
        self._may_go()

    def _may_go(self, *_: object) -> None:
        looked = self.looked.isHidden() or self.looked.isChecked()
        self.accept_button.setEnabled(bool(self.chosen) and looked)
