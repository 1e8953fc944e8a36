"""What each column of a sheet holds: a choice a column, with the first values below it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from coauthor.document.rendering import harmless
from coauthor.exchange.sheet_plan import FIELD, LEFT, Column
from coauthor.exchange.specification import field_label
from coauthor.exchange.tables.columns import column_letters
from coauthor.language import Catalogue
from coauthor.ui.forms import describe, note

ROLES = ("code", "title", "text", "kind", "priority", "theme", "chapter")
FIELDS = ("rationale", "explanation", "acceptance", "verification", "norm", "risk")
"""Fields of a clause that columns of others most often hold."""

WIDE = 34
"""Signs of a heading that are shown; all of it is its tip."""

SHOWN = 60
"""Signs of the first values that are shown."""


class ColumnsPanel(QWidget):
    """A choice a column.

    Signals:
        changed(): the person gave a column another role.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._columns: Sequence[Column] = ()
        self.roles: list[QComboBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns with the roles that are chosen."""
        return tuple(
            replace(column, role=str(field.currentData()))
            for column, field in zip(self._columns, self.roles, strict=True)
        )

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show the columns of a sheet; fields that stand there keep the focus."""
        same = [each.heading for each in columns] == [each.heading for each in self._columns]
        self._columns = columns
        if not same or len(self.roles) != len(columns):
            self._build()
        for field, column in zip(self.roles, columns, strict=True):
            if field.findData(column.role) < 0:
                field.addItem(role_words(column.role, self._text), column.role)
            field.setCurrentIndex(field.findData(column.role))

    def _build(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.roles = [self._row(at, column) for at, column in enumerate(self._columns)]

    def _row(self, at: int, column: Column) -> QComboBox:
        said = harmless(" ".join(column.heading.split()))
        name = said or self._text("intake-column-letter", letter=column_letters(at + 1))
        label = QLabel(name if len(name) <= WIDE else f"{name[: WIDE - 1]}…")
        label.setToolTip(name)
        field = QComboBox()
        for role in (*ROLES, *(FIELD + key for key in FIELDS), LEFT):
            field.addItem(role_words(role, self._text), role)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(12)
        values = harmless(" · ".join(column.sample))
        describe(field, name, values)
        label.setBuddy(field)
        field.activated.connect(lambda _: self.changed.emit())
        self._layout.addWidget(label)
        self._layout.addWidget(field)
        sample = note(values if len(values) <= SHOWN else f"{values[: SHOWN - 1]}…")
        sample.setContentsMargins(2, 0, 0, 8)
        self._layout.addWidget(sample)
        return field


def role_words(role: str, text: Catalogue) -> str:
    """Return what a role is called."""
    if role.startswith(FIELD):
        return text("intake-role-field", name=field_label(role.removeprefix(FIELD), text))
    return text(f"intake-role-{role or 'left'}")
