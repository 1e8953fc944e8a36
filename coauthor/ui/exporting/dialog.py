"""What goes out: in which formats, of which version, with which parts, and where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import printable
from coauthor.exchange import READING, writable
from coauthor.exchange.choice_words import contents_words, fitness_words
from coauthor.language import Catalogue
from coauthor.ui.dialogs import FolderField, version_line
from coauthor.ui.exporting.looks import style_combo
from coauthor.ui.exporting.parts import PartsField
from coauthor.ui.exporting.wanted import Wanted
from coauthor.ui.forms import add_row, button, describe, heading, note
from coauthor.workspace.batch import file_names
from coauthor.workspace.offered import Offered

_LEAST = (620, 460)
"""Width and height on the smallest screen."""

_NARROW = 900
"""Width below which the two columns stand below each other."""

_ROWS = 4
"""Formats that are seen at once on the smallest screen."""

_FIRST = ("docx", "odt", "pdf", "html", "xlsx", "ods", "answers")
"""Formats that most people want, in the order in which they stand above the others."""

_UNFIT = '\\/:*?"<>|'
"""Signs that no name of a file may hold on every system."""


class ExportDialog(QDialog):
    """Asks what is exported; a sentence tells all along what will be in it, and for whom.

    Args:
        last: what was wanted before.
        final: it is the text that goes out, which is always the one of now.
    """

    def __init__(
        self,
        text: Catalogue,
        last: Wanted,
        offered: Offered,
        parent: QWidget | None = None,
        *,
        final: bool = False,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._final = final
        title = text("export-dialog-final" if final else "export-dialog")
        self.setWindowTitle(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(title, 2))
        layout.addWidget(self._middle(last, offered), 1)
        self.sentence = note("", soft=False)
        describe(self.sentence, text("export-dialog-sentence"))
        layout.addWidget(self.sentence)
        layout.addWidget(self._buttons())
        self.formats.itemChanged.connect(self._look)
        self.parts.changed.connect(self._look)
        self.version.currentIndexChanged.connect(self._look)
        self.name.textChanged.connect(self._look)
        self.folder.line.textChanged.connect(self._look)
        self._look()
        self.formats.setFocus()
        room = self.screen().availableSize()  # at 200 % a laptop has half of it; the middle scrolls
        self.resize(
            max(_LEAST[0], min(980, room.width() - 16)),
            max(_LEAST[1], min(700, room.height() - 48)),
        )

    def _middle(self, last: Wanted, offered: Offered) -> QScrollArea:
        inside = QWidget()
        row = self._columns = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(28)
        row.addLayout(self._where(last, offered), 1)
        since = [*offered.standards, *_versions(offered, self.text)]
        self.parts = PartsField(self.text, last.choice, since, offered.vendors)
        right = QVBoxLayout()
        right.setSpacing(8)  # else that of the columns
        right.addWidget(heading(self.text("export-dialog-parts"), 3))
        right.addWidget(self.parts)
        right.addStretch(1)
        row.addLayout(right, 1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _where(self, last: Wanted, offered: Offered) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading(self.text("export-dialog-formats"), 3))
        self.formats = QListWidget()
        describe(
            self.formats,
            self.text("export-dialog-formats"),
            self.text("export-dialog-formats-help"),
        )
        self.formats.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in sorted(writable().values(), key=lambda each: _place(each.name)):
            item = QListWidgetItem(self.text(each.label))
            item.setData(Qt.ItemDataRole.UserRole, each.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = each.name in last.formats
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self.formats.addItem(item)
        self.formats.setCurrentRow(
            next((n for n in range(self.formats.count()) if self._is_checked(n)), 0)
        )
        self.formats.setMinimumHeight(_ROWS * self.formats.sizeHintForRow(0))
        column.addWidget(self.formats, 1)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setVerticalSpacing(10)
        self.version = QComboBox()
        self.version.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.version.setMinimumContentsLength(16)
        self.version.addItem(self.text("export-dialog-now"), "")
        for key, shown in _versions(offered, self.text):
            self.version.addItem(shown, key)
        add_row(self.form, self.text("export-dialog-version"), self.version)
        self.form.setRowVisible(self.version, not self._final)
        self.style_name = style_combo(offered, last.style)
        add_row(
            self.form,
            self.text("export-dialog-style"),
            self.style_name,
            self.text("export-dialog-style-help"),
        )
        self.name = QLineEdit(last.file_name)
        help_text = self.text("export-dialog-file-help")
        add_row(self.form, self.text("export-dialog-file"), self.name, help_text)
        self.folder = FolderField(self.text, "export-dialog-folder", str(last.folder))
        add_row(self.form, self.text("export-dialog-folder"), self.folder)
        column.addLayout(self.form)
        return column

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.accept_button = button(self.text("export-dialog-accept"), main=True)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = button(self.text("dialog-cancel"))
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accept_button.setDefault(True)
        return buttons

    # -- what is chosen -------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        return Wanted(
            self._formats(),
            self.parts.choice,
            self.folder.path,
            _fit_name(self.name.text(), tuple(writable()[each].suffixes[0] for each in writable())),
            "" if self._final else str(self.version.currentData() or ""),
            str(self.style_name.currentData() or ""),
        )

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that will be there."""
        wanted = self.wanted
        names = file_names(wanted.file_name, wanted.formats)
        return tuple(wanted.folder / name for name in names.values())

    def check_format(self, name: str, *, on: bool = True) -> None:
        """Choose a format, or no longer."""
        for row in range(self.formats.count()):
            item = self.formats.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == name:
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _formats(self) -> tuple[str, ...]:
        return tuple(
            str(self.formats.item(row).data(Qt.ItemDataRole.UserRole))
            for row in range(self.formats.count())
            if self._is_checked(row)
        )

    def _is_checked(self, row: int) -> bool:
        return self.formats.item(row).checkState() == Qt.CheckState.Checked

    # -- what is told -----------------------------------------------------------------

    def _look(self, *_: object) -> None:
        lacks = self._lacks()
        self.accept_button.setEnabled(not lacks)
        said = f"⚠  {lacks}" if lacks else self._sentence()
        self.sentence.setText(said)
        self.sentence.setAccessibleDescription(said)

    def _lacks(self) -> str:
        """Return what is still to be chosen, or ''."""
        formats, choice = self._formats(), self.parts.choice
        if not formats:
            return self.text("export-dialog-no-format")
        if not self.wanted.file_name:
            return self.text("export-dialog-no-name")
        if not self.folder.line.text().strip():
            return self.text("export-dialog-no-folder")
        if choice.only_changes and not choice.since:
            return self.text("export-dialog-no-since")
        mute = [each for each in formats if not writable()[each].only_changes]
        if choice.only_changes and mute:
            name = self.text(writable()[mute[0]].label).partition(" (*")[0]
            return self.text("export-dialog-not-changes", format=name)
        return ""

    def _sentence(self) -> str:
        wanted = self.wanted
        version = self.version.currentText() if wanted.version_id else self._text_of_now()
        lines = [
            self.text("export-dialog-what", count=len(wanted.formats), version=version)
            + " "
            + contents_words(wanted.told, self.text)
        ]
        sign = "⚠" if wanted.told.inside else "✓"
        lines.append(f"{sign}  {fitness_words(wanted.told, self.text)}")
        if wanted.told.inside and any(writable()[each].outward for each in wanted.formats):
            lines.append(self.text("export-dialog-outward"))
        if not wanted.choice.only_changes and any(each not in READING for each in wanted.formats):
            lines.append(self.text("export-dialog-data"))
        return "\n".join(lines)

    def _text_of_now(self) -> str:
        return self.text("export-dialog-text-final" if self._final else "export-dialog-text-now")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns below each other where they do not fit side by side."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        direction = QHBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def accept(self) -> None:
        """Close, once it is certain that nothing is written over unasked."""
        if self._lacks():
            return
        there = [each.name for each in self.files if each.exists()]
        if there:
            question = self.text("export-dialog-replace", files=", ".join(there))
            answer = QMessageBox.question(self, self.windowTitle(), question)
            if answer != QMessageBox.StandardButton.Yes:
                return
        super().accept()


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _versions(offered: Offered, text: Catalogue) -> Sequence[tuple[str, str]]:
    """Return the versions to choose from: those with a name first."""
    named = [
        (each.version, text(f"export-dialog-{each.kind}", name=printable(each.text)))
        for each in offered.names
    ]
    known = {key for key, _ in named}
    return [
        *named,
        *((each.id, version_line(each)) for each in offered.versions if each.id not in known),
    ]


def _fit_name(typed: str, endings: Sequence[str]) -> str:
    """Return a name that every system takes, without an ending of ours."""
    name = "".join("-" if sign in _UNFIT or ord(sign) < 32 else sign for sign in typed).strip(" .")
    for ending in endings:
        if name.lower().endswith(ending):
            return name[: -len(ending)].strip(" .")
    return name
