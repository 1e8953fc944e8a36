"""Who wrote what is in force and who proposed, as a table with its warnings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.review.voting.shares import Part, Shares, percent
from coauthor.ui.forms import describe, heading, note

COLUMNS = ("words", "text", "proposals", "proposed", "acceptance")


class SharesPage(QWidget):
    """Two tables, of organisations and of classes, and who has more than was agreed."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        self.state = note(text("shares-waiting"))
        self.warnings = note("", soft=False)
        self.organisations = self._table("organisations", ("who", "size"))
        self.classes = self._table("classes", ("size",))
        layout.addWidget(self.state)
        layout.addWidget(self.warnings)
        layout.addWidget(heading(text("level-shares-organisations"), 4))
        layout.addWidget(self.organisations, 3)
        layout.addWidget(heading(text("level-shares-classes"), 4))
        layout.addWidget(self.classes, 2)
        self.warnings.hide()

    def _table(self, kind: str, first: tuple[str, ...]) -> QTableWidget:
        columns = (*first, *COLUMNS)
        table = QTableWidget(0, len(columns))
        table.setHorizontalHeaderLabels([self._text(f"level-column-{key}") for key in columns])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        describe(table, self._text(f"level-shares-{kind}"))
        return table

    def show_shares(self, found: Shares) -> None:
        """Show the shares, and above them who has more than was agreed."""
        self._fill(self.organisations, found.organisations, is_class=False)
        self._fill(self.classes, found.classes, is_class=True)
        lines = [self._warning(each, is_class=each in found.classes) for each in found.warnings]
        self.warnings.setText("\n".join(lines))
        self.warnings.setVisible(bool(lines))
        self.state.setText(self._text("shares-fair"))
        self.state.setVisible(not lines)

    def _fill(self, table: QTableWidget, parts: tuple[Part, ...], *, is_class: bool) -> None:
        table.setRowCount(len(parts))
        for row, part in enumerate(parts):
            size = self._text(f"size-class-{part.size or 'none'}")
            first = [size] if is_class else [self._name(part), size]
            for column, shown in enumerate([*first, *_numbers(part)]):
                item = QTableWidgetItem(shown)
                if column >= len(first):
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, item)

    def _name(self, part: Part) -> str:
        return printable(part.name) or self._text("level-unknown")

    def _warning(self, part: Part, *, is_class: bool) -> str:
        name = self._text(f"size-class-{part.size}") if is_class else self._name(part)
        said = self._text(
            "level-warning", text=percent(part.text), proposals=percent(part.proposed)
        )
        return f"⚠ {name}: {said}"


def _numbers(part: Part) -> list[str]:
    text = " ⚠" if "text" in part.dominates else ""
    proposed = " ⚠" if "proposals" in part.dominates else ""
    return [
        str(part.words),
        percent(part.text) + text,
        str(part.proposals),
        percent(part.proposed) + proposed,
        percent(part.acceptance),
    ]
