"""What is to be made public: the places to look at first, and what happens to them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QTreeWidget, QTreeWidgetItem, QWidget

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.ui.archiving.dialog import ZIP, FileField
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, describe, note
from coauthor.workspace.rooms.doubts import Doubt

SHOWN = 500
"""Places that are listed; more than anybody goes through one by one."""


class WooDialog(FormDialog):
    """The places to look at first with what happens to each kind, and where the package goes.

    Args:
        found: the title of a document and a doubt in it.
    """

    def __init__(
        self,
        text: Catalogue,
        name: str,
        found: Sequence[tuple[str, Doubt]],
        parent: QWidget | None = None,
        *,
        has_memos: bool = False,
    ) -> None:
        super().__init__(text, "woo-dialog", "woo-dialog-accept", parent)
        self.setMinimumWidth(860)
        path = Path.home() / f"{name}-woo{ZIP}"
        self.file = FileField(text, "archive-dialog-file", path, text("woo-files"))
        add_row(self.form, text("archive-dialog-file"), self.file)
        describe(self.file.line, text("archive-dialog-file"))
        self.category = self.line("woo-dialog-category", "", "woo-dialog-category-help")
        self.category.setPlaceholderText(text("woo-dialog-category-help"))
        self.memos = QCheckBox(text("woo-dialog-memos"))
        self.memos.setChecked(has_memos)
        self.memos.setVisible(has_memos)
        describe(self.memos, text("woo-dialog-memos"))
        self.form.addRow("", self.memos)
        self.kinds: dict[str, QComboBox] = {}
        for kind, count in Counter(doubt.kind for _, doubt in found).items():
            self._kind(kind, count)
        self.places = self._places(found)
        self.places.setVisible(bool(found))
        if found:
            self.form.addRow(note(text("woo-dialog-places")))
            self.form.addRow(self.places)
        self.file.setFocus()

    def _kind(self, kind: str, count: int) -> None:
        """Ask what happens to one kind; a picture nobody but a person can judge."""
        field = QComboBox()
        ways = ("keep",) if kind == "picture" else ("hide", "keep")
        for way in ways:
            field.addItem(self.text(f"woo-dialog-{way}"), way)
        name = self.text(f"room-doubt-{kind}")
        add_row(self.form, self.text("woo-dialog-kind", kind=name, count=count), field)
        self.kinds[kind] = field

    def _places(self, found: Sequence[tuple[str, Doubt]]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderLabels(
            [self.text(f"woo-dialog-{each}") for each in ("where", "found", "around")]
        )
        tree.setRootIsDecorated(False)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setMinimumHeight(170)
        describe(tree, self.text("woo-dialog-places"))
        for title, doubt in found[:SHOWN]:
            where = f"{doubt.where or title} · {self.text(f'room-doubt-{doubt.kind}')}"
            row = QTreeWidgetItem([printable(each) for each in (where, doubt.found, doubt.around)])
            for column in range(3):
                row.setToolTip(column, row.text(column))
            tree.addTopLevelItem(row)
        tree.setColumnWidth(0, 230)
        tree.setColumnWidth(1, 200)
        return tree

    @property
    def seen(self) -> tuple[str, ...]:
        """The kinds that somebody has looked at and lets pass."""
        return tuple(kind for kind, field in self.kinds.items() if field.currentData() == "keep")
