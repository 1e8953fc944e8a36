"""Dialogs: small forms that ask what only the person knows."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import printable
from coauthor.errors import CoauthorError
from coauthor.history.repository import Version
from coauthor.language import Catalogue
from coauthor.lineage.deviations import REASON_CLASSES
from coauthor.ui.forms import add_row, button, describe, heading, let_scroll, note, room_for
from coauthor.workspace.standards import ShippedStandard

DEVIATION_YEARS = 2
"""How long a deviation stands unless somebody says otherwise."""


class FormDialog(QDialog):
    """A dialog with a title, an explanation, a form, and two buttons."""

    def __init__(
        self, text: Catalogue, title: str, accept: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._scrolls = False
        self.setWindowTitle(text(title))
        self.setMinimumWidth(560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text(title), 2))
        layout.addWidget(note(text(f"{title}-help")))
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setVerticalSpacing(10)
        layout.addLayout(self.form)
        self.wrong = note("", soft=False)
        self.wrong.setProperty("wrong", True)
        self.wrong.hide()
        layout.addWidget(self.wrong)
        self.buttons = QDialogButtonBox()
        self.accept_button = button(text(accept), main=True)
        self.buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = button(text("dialog-cancel"))
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.accept_button.setDefault(True)  # only inside its dialog does Enter mean it

    def showEvent(self, event: QShowEvent) -> None:
        """Let the fields scroll where the screen has no room for them and for the buttons."""
        layout, room = self.layout(), room_for(self)
        self.setMinimumWidth(min(self.minimumWidth(), room.width()))
        wide = max(self.minimumWidth(), min(self.width(), room.width()))
        is_high = layout is not None and layout.totalHeightForWidth(wide) > room.height()
        if isinstance(layout, QVBoxLayout) and is_high and not self._scrolls:
            self._scrolls = True
            place, inside, at = layout.indexOf(self.form), QWidget(), self.focusWidget()
            layout.removeItem(self.form)
            self.form.setParent(None)
            inside.setLayout(self.form)
            self.form.setContentsMargins(0, 0, 8, 0)
            layout.insertWidget(place, let_scroll(QScrollArea(), inside), 1)
            layout.activate()  # else the window may not be smaller than it was
            self.resize(wide, room.height())
            if at is not None:
                at.setFocus()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow when a message appears: Qt would rather squeeze the fields above it."""
        grows = event.type() == QEvent.Type.LayoutRequest
        handled = super().event(event)  # after which a dialog that was to go is gone
        layout = self.layout() if grows else None
        if layout is not None:
            needed = min(layout.totalHeightForWidth(self.width()), room_for(self).height())
            if needed > self.height():
                self.resize(self.width(), needed)
        return handled

    def line(self, label: str, value: str = "", help_id: str = "") -> QLineEdit:
        """Add a line to fill in."""
        field = QLineEdit(value)
        add_row(self.form, self.text(label), field, self.text(help_id) if help_id else "")
        return field

    def choice(self, label: str, options: Sequence[tuple[str, str]]) -> QComboBox:
        """Add a choice; ``options`` are pairs of key and text."""
        field = QComboBox()
        for key, shown in options:
            field.addItem(shown, key)
        add_row(self.form, self.text(label), field)
        return field

    def say_wrong(self, error: CoauthorError) -> None:
        """Show why it could not be done, and stay open."""
        self.wrong.setText("⚠ " + self.text(f"error-{error.code}", **error.parameters))
        self.wrong.show()


class FolderField(QWidget):
    """A path with a button to look for it."""

    def __init__(self, text: Catalogue, title: str, value: str) -> None:
        super().__init__()
        self._title = text(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit(value)
        describe(self.line, self._title)
        browse = QPushButton(text("dialog-browse"))
        browse.setAutoDefault(False)
        describe(browse, text("dialog-browse"))
        browse.clicked.connect(self._browse)
        row.addWidget(self.line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path:
        """The folder chosen."""
        return Path(self.line.text().strip()).expanduser()

    def _browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, self._title, str(self.path.parent))
        if found:
            self.line.setText(found)


def free_folder(folder: Path) -> Path:
    """Return ``folder``, or with a number behind it the first that nobody uses yet."""
    number = 2
    free = folder
    while free.exists():
        free = folder.with_name(f"{folder.name}-{number}")
        number += 1
    return free


class NewDialog(FormDialog):
    """New document: derived from a standard, which is the way to begin."""

    def __init__(
        self,
        text: Catalogue,
        standards: Sequence[ShippedStandard],
        organisation: str,
        parent: QWidget | None = None,
        *,
        make: Callable[["NewDialog"], bool],
    ) -> None:
        super().__init__(text, "new-dialog", "new-dialog-make", parent)
        self._make = make
        self.standard = self.choice(
            "new-dialog-standard",
            [(each.address, printable(each.settings.title)) for each in standards],
        )
        self.release = QComboBox()
        add_row(self.form, text("new-dialog-release"), self.release)
        self._standards = {each.address: each for each in standards}
        self.standard.currentIndexChanged.connect(self._list_releases)
        self.standard.currentIndexChanged.connect(self._propose)
        self._list_releases()
        self.organisation = self.line(
            "new-dialog-organisation", organisation, "new-dialog-organisation-help"
        )
        self._proposed = ""
        self.folder = FolderField(text, "new-dialog-folder", "")
        self._propose()
        add_row(self.form, text("new-dialog-folder"), self.folder)
        self.organisation.setFocus()

    def _list_releases(self) -> None:
        self.release.clear()
        source = self._standards.get(self.standard.currentData())
        for release in reversed(source.releases() if source else ()):
            self.release.addItem(release, release)

    def _propose(self) -> None:
        """Propose a folder of the standard's name, unless the person chose one."""
        if self.folder.line.text() == self._proposed:
            name = str(self.standard.currentData() or "programma").rpartition(":")[2]
            self._proposed = str(free_folder(Path.home() / "Coauthor" / name))
            self.folder.line.setText(self._proposed)

    def accept(self) -> None:
        """Make the workspace; stay open with the reason when it cannot be made."""
        if self._make(self):
            super().accept()


class VersionDialog(FormDialog):
    """Save a version: what changed, in the person's own words."""

    def __init__(
        self, text: Catalogue, suggestion: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "version-dialog", "version-dialog-save", parent)
        self.message = self.line("version-dialog-message", suggestion)
        self.author = self.line("version-dialog-author", name)
        self.message.selectAll()
        self.message.setFocus()


class DeviationDialog(FormDialog):
    """Why a clause deviates; ``asks`` makes it a request for a locked clause."""

    def __init__(
        self,
        text: Catalogue,
        *,
        asks: bool = False,
        removes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        title = "ask-dialog" if asks else "omit-dialog" if removes else "deviation-dialog"
        super().__init__(text, title, f"{title}-accept", parent)
        self.reason_class = self.choice(
            "deviation-reason-class", [(key, text(f"reason-{key}")) for key in REASON_CLASSES]
        )
        self.reason_class.setCurrentIndex(len(REASON_CLASSES) - 1)
        self.direction = self.choice(
            "deviation-direction",
            [(key, text(f"direction-{key}")) for key in ("stricter", "weaker", "other")],
        )
        self.form.setRowVisible(self.direction, not removes)
        self.reason = QPlainTextEdit()
        self.reason.setMaximumHeight(110)
        self.reason.setTabChangesFocus(True)
        add_row(self.form, text("deviation-reason"), self.reason, text("deviation-reason-help"))
        self.owner = self.line("deviation-owner")
        self.cost = self.line("deviation-cost")
        self.risk = self.line("deviation-risk")
        self.form.setRowVisible(self.risk, asks)
        self.form.setRowVisible(self.cost, not removes)
        self.until = QDateEdit(QDate.currentDate().addYears(DEVIATION_YEARS))
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("dd-MM-yyyy")
        add_row(self.form, text("deviation-until"), self.until)
        self.reason.setFocus()

    def fill_in(
        self, reason_class: str, direction: str, reason: str, owner: str, cost: str, until: str
    ) -> None:
        """Show what was said before."""
        for field, value in ((self.reason_class, reason_class), (self.direction, direction)):
            if (index := field.findData(value)) >= 0:
                field.setCurrentIndex(index)
        self.reason.setPlainText(reason)
        self.owner.setText(owner)
        self.cost.setText(cost)
        if (day := QDate.fromString(until, Qt.DateFormat.ISODate)).isValid():
            self.until.setDate(day)

    @property
    def until_text(self) -> str:
        """The end date as in the files."""
        day = self.until.date()
        return date(day.year(), day.month(), day.day()).isoformat()

    def accept(self) -> None:
        """Close, once there is a reason."""
        if not self.reason.toPlainText().strip():
            self.wrong.setText("⚠ " + self.text("deviation-reason-missing"))
            self.wrong.show()
            self.reason.setFocus()
            return
        super().accept()


class VersionsDialog(FormDialog):
    """Choose a version to set beside the text."""

    def __init__(
        self, text: Catalogue, versions: Sequence[Version], parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "versions-dialog", "versions-dialog-show", parent)
        self.list = QListWidget()
        self.list.setMinimumHeight(260)
        describe(self.list, text("versions-dialog"))
        for version in versions:
            item = QListWidgetItem(version_line(version))
            item.setData(Qt.ItemDataRole.UserRole, version.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.form.addRow(self.list)
        self.accept_button.setEnabled(bool(versions))
        self.list.setFocus()

    @property
    def version_id(self) -> str:
        """The version chosen, or ''."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if self.list.count() else ""


def version_line(version: Version) -> str:
    """Return a version as one line: when, who, what."""
    names = f" [{', '.join(version.names)}]" if version.names else ""
    return f"{version.when:%d-%m-%Y %H:%M} · {version.author} · {version.message}{names}"
