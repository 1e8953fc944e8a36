"""Forms to be read: which column is what, the first questions, and what is odd."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import printable
from coauthor.exchange.question_heads import MEANINGS
from coauthor.language import Catalogue
from coauthor.ui.forms import add_row, button, describe, fit, heading, note
from coauthor.workspace.memo.importing import Form

Look = Callable[[Path, dict[int, str]], None]
SHOWN = 60
"""Questions of a preview."""


class ImportDialog(QDialog):
    """What would be brought in; nothing is written before somebody agrees.

    Args:
        look: reads a file again with other columns, and then calls `show_form`.
    """

    def __init__(
        self, text: Catalogue, forms: Sequence[Form], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.forms = list(forms)
        self._look = look
        self._ticked: set[tuple[str, str, int]] = set()
        self.setWindowTitle(text("memo-import-title"))
        fit(self, 1040, 700)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(heading(text("memo-import-title"), 2))
        layout.addWidget(note(text("memo-import-help")))
        self.files = QListWidget()
        describe(self.files, text("memo-import-title"))
        self.files.setFixedHeight(152)
        layout.addWidget(self.files)
        self.wrong = note("", soft=False)
        self.wrong.setProperty("wrong", True)
        layout.addWidget(self.wrong)
        layout.addLayout(self._middle(), 1)
        layout.addWidget(self._buttons())
        self.files.currentRowChanged.connect(self._follow)
        self.odd.itemChanged.connect(self._tick)
        self._fill_files()
        self.files.setCurrentRow(0)

    @property
    def also(self) -> set[tuple[str, str, int]]:
        """The odd rows that a person takes for questions: file, sheet and row."""
        return self._ticked

    def _middle(self) -> QHBoxLayout:
        self.columns = QScrollArea()
        self.columns.setWidgetResizable(True)
        self.columns.setMinimumWidth(390)
        self.columns.setFrameShape(QScrollArea.Shape.NoFrame)
        self.columns.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.preview, self.odd = QListWidget(), QListWidget()
        for field in (self.preview, self.odd):
            field.setWordWrap(True)
        describe(self.preview, self.text("memo-import-preview"))
        describe(self.odd, self.text("memo-import-odd"))
        right = QVBoxLayout()
        right.addWidget(heading(self.text("memo-import-preview"), 5))
        right.addWidget(self.preview, 3)
        self.odd_title = heading(self.text("memo-import-odd"), 5)
        right.addWidget(self.odd_title)
        right.addWidget(self.odd, 2)
        row = QHBoxLayout()
        row.addWidget(self.columns, 2)
        row.addLayout(right, 3)
        return row

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.take = button(self.text("memo-import-take"), main=True)
        box.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = button(self.text("dialog-cancel"))
        box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self.take.setDefault(True)
        return box

    def _fill_files(self) -> None:
        here = self.files.currentRow()
        self.files.clear()
        for form in self.forms:
            said = self.text(
                "memo-import-found", file=form.path.name, count=len(form.taken.questions)
            )
            self.files.addItem(f"⚠ {said}" if form.error else said)
        self.files.setCurrentRow(here)
        questions = any(each.taken.questions or each.taken.odd for each in self.forms)
        self.take.setEnabled(questions and not any(each.error for each in self.forms))

    def _follow(self, row: int) -> None:
        if not 0 <= row < len(self.forms):
            return
        form = self.forms[row]
        error = form.error
        self.wrong.setText(
            f"⚠ {self.text(f'error-{error.code}', **error.parameters)}" if error else ""
        )
        self.wrong.setVisible(error is not None)
        self.columns.setWidget(self._choices(form))
        self.preview.clear()
        for asked in form.taken.questions[:SHOWN]:
            place = f"[{asked.reference}] " if asked.reference else ""
            self.preview.addItem(printable(f"{place}{' '.join(asked.text.split())[:200]}"))
        self.odd.blockSignals(True)
        self.odd.clear()
        for each in form.taken.odd:
            place = f"{each.sheet} {each.row}".strip() if each.row else each.sheet
            reason = self.text(f"memo-odd-{each.reason}")
            item = QListWidgetItem(printable(f"{place} · {reason}: {each.text[:160]}"))
            key = (form.path.name, each.sheet, each.row)
            item.setData(Qt.ItemDataRole.UserRole, key)
            if each.asked is not None:
                on = key in self._ticked
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.odd.addItem(item)
        self.odd.blockSignals(False)
        for part in (self.odd, self.odd_title):
            part.setVisible(bool(form.taken.odd))

    def _choices(self, form: Form) -> QWidget:
        """Return a choice a column of what stands in it."""
        page = QWidget()
        rows = QFormLayout(page)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.meanings: list[QComboBox] = []
        for column, head in enumerate(form.heads[:26]):
            field = QComboBox()
            field.setMinimumContentsLength(12)
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            for meaning in ("", *MEANINGS):
                field.addItem(self.text(f"memo-meaning-{meaning}"), meaning)
            field.setCurrentIndex(max(0, field.findData(form.columns.get(column, ""))))
            letter = self.text("memo-import-column", letter=chr(65 + column))
            name = printable(" ".join(head.split())[:20])
            add_row(rows, f"{letter} {name}".strip(), field)
            field.activated.connect(lambda _, form=form: self._read_again(form))
            self.meanings.append(field)
        return page

    def _read_again(self, form: Form) -> None:
        chosen = {
            column: str(field.currentData())
            for column, field in enumerate(self.meanings)
            if field.currentData()
        }
        self._look(form.path, chosen)

    def show_form(self, form: Form) -> None:
        """Show a file as it reads with other columns."""
        for place, each in enumerate(self.forms):
            if each.path == form.path:
                self.forms[place] = form
        self._fill_files()
        self._follow(self.files.currentRow())

    def _tick(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked.add(key)
        else:
            self._ticked.discard(key)
