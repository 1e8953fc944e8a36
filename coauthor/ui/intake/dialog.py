"""The window in which a file comes in: how it is read, what becomes what, and taking it in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import harmless
from coauthor.errors import Cancelled, CoauthorError, UserError
from coauthor.history.repository import Author
from coauthor.language import Catalogue
from coauthor.ui.acting.acting import now
from coauthor.ui.forms import button, describe, fit, heading, let_scroll, note
from coauthor.ui.intake.choosing import FileDrop, choose_file
from coauthor.ui.intake.foot import Foot
from coauthor.ui.intake.place import PlacePanel
from coauthor.ui.intake.preview import Preview
from coauthor.ui.intake.reading import ReadingPanel
from coauthor.ui.intake.servant import Servant
from coauthor.ui.intake.summary import summary_of
from coauthor.ui.intake.target import TargetPanel
from coauthor.workspace.bringing.looking import Aim, FileDesk, Looked

NARROW, LOW = 760, 330
"""Pixels: below this width the parts stand above each other; the least height of one."""

SOON = 150
"""Milliseconds after the last choice before the file is read anew."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in: the document in its workspace, and what was looked at."""

    root: Path
    document: str
    looked: Looked


class IntakeDialog(QDialog):
    """Shows what a file becomes, reads it otherwise when asked, and takes it in.

    After it was accepted, ``taken`` says what came in; for a document that is open already
    the one who asked brings it up to date, as a step that can be undone.

    Args:
        aim: the workspace that it goes to; None for one that is made for it.
        place: asks for that workspace.
    """

    def __init__(
        self,
        text: Catalogue,
        author: Author,
        aim: Aim | None,
        place: PlacePanel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.taken: Taken | None = None
        self.looked: Looked | None = None
        self.path: Path | None = None
        self._author, self._aim, self.place = author, aim, place
        self._taking = False
        self.setWindowTitle(text("intake-title"))
        FileDrop(self).dropped.connect(self._dropped)
        fit(self, 1180, 760)
        self.setMinimumSize(420, 320)
        self.servant = Servant(FileDesk, self)
        self.servant.progressed.connect(self._progressed)
        self.servant.failed.connect(self._failed)
        self.servant.done.connect(self._done)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._head())
        layout.addWidget(self._body(), 1)
        self.foot = Foot(self.text)
        self.take_button, self.cancel_button = self.foot.take_button, self.foot.cancel_button
        self.take_button.clicked.connect(self.take)
        self.cancel_button.clicked.connect(self.reject)
        layout.addWidget(self.foot)

    # -- parts -------------------------------------------------------------

    def _head(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        row = QHBoxLayout()
        self.title = heading(self.text("intake-title"), 2)
        self.other = button(self.text("intake-other"), help_text=self.text("intake-other-help"))
        self.other.setAutoDefault(False)
        self.other.clicked.connect(self.choose)
        row.addWidget(self.title, 1)
        row.addWidget(self.other)
        column.addLayout(row)
        self.wrong = note("", soft=False)
        self.wrong.setProperty("wrong", True)
        self.wrong.hide()
        column.addWidget(self.wrong)
        self.summary = note("", soft=False)
        column.addWidget(self.summary)
        self.names = QCheckBox(self.text("intake-names"))
        describe(self.names, self.text("intake-names"), self.text("intake-names-help"))
        self.names.hide()
        column.addWidget(self.names)
        return column

    def _body(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        self.target = TargetPanel(self.text)
        self.target.changed.connect(self._changed)
        column.addWidget(self.target)
        self.reading = ReadingPanel(self.text)
        self.reading.changed.connect(self._changed)
        column.addWidget(self.reading)
        if self.place is not None:
            column.addWidget(heading(self.text("intake-place"), 3))
            column.addWidget(self.place)
        column.addStretch(1)
        self.left = let_scroll(QScrollArea(), left)
        self.left.setMinimumWidth(270)
        self.left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = Preview(self.text)
        self.preview.setMinimumWidth(420)
        split = self.split = QSplitter()
        split.addWidget(self.left)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setSizes([330, 820])
        split.setChildrenCollapsible(False)
        split.setMinimumHeight(LOW)  # on a small screen it is scrolled rather than squeezed
        return let_scroll(QScrollArea(), split)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the choices above what they lead to where there is no room beside each other."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.split.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        self.split.setMinimumHeight(2 * LOW if narrow else LOW)

    # -- reading -----------------------------------------------------------

    def choose(self) -> bool:
        """Ask for a file and read it; False when the person chose none."""
        found = choose_file(self.text, self, self.path)
        if found is not None:
            self.begin(found)
        return found is not None

    def begin(self, path: Path) -> None:
        """Read a file, in the way that is likeliest for it."""
        self.path = path
        name = harmless(path.name)
        self.setWindowTitle(f"{self.text('intake-title')}: {name}")
        self.title.setText(name)
        self.title.setToolTip(harmless(str(path)))
        self.reading.begin_anew(path)
        self.target.begin_anew()
        if self.place is not None:
            self.place.propose(path)
        self._changed()
        self._soon.stop()
        self._read()

    def _changed(self) -> None:
        """Take away what was read in another way, and read anew once the choices rest."""
        self.looked = None
        self.wrong.hide()
        self.names.hide()
        self.take_button.setEnabled(False)
        self.preview.clear()
        self.foot.work("intake-reading")
        self._soon.start()

    def _read(self) -> None:
        if self.path is not None:
            self.servant.ask(
                "look",
                path=self.path,
                plan=self.reading.plan,
                aim=self._aim,
                wanted=self.target.wanted,
                anew=self.target.anew,
            )

    def _done(self, answer: object) -> None:
        self.foot.rest()
        if isinstance(answer, Looked):
            self._show(answer)
        elif self.looked is not None:
            self._finish(str(answer))

    def _show(self, looked: Looked) -> None:
        self.looked = looked
        self.reading.show_looked(looked)
        self.target.show_looked(looked)
        if looked.error is not None:
            self.summary.hide()
            self.say_wrong(looked.error)
            return
        self.preview.show_looked(looked)
        self.summary.setText(summary_of(looked, self.text))
        self.summary.show()
        self.names.setVisible(any(each.author for each in looked.said))
        self.take_button.setText(self.text("intake-update" if looked.document else "intake-take"))
        elsewhere = self._is_elsewhere(looked)
        self.take_button.setEnabled(not elsewhere)
        if elsewhere:
            self.say_wrong(UserError("import-open-first", document=looked.title))
        elif not self.left.isAncestorOf(self.focusWidget()):
            self.preview.table.setFocus()

    def _is_elsewhere(self, looked: Looked) -> bool:
        """Tell whether it belongs to a document that is not open."""
        return bool(looked.document and self._aim and looked.document != self._aim.open_name)

    # -- taking in ---------------------------------------------------------

    def take(self) -> None:
        """Take in what is shown; for a document that is open, leave that to who asked."""
        looked = self.looked
        if looked is None or not self.take_button.isEnabled():
            return
        if looked.document and self._aim is not None and not looked.said:
            self.taken = Taken(self._aim.root, looked.document, looked)
            self.accept()
            return
        root = self._aim.root if self._aim else Path()
        place = None
        if self.place is not None:
            root, place = self.place.folder.path, self.place.place(looked.path.stem)
        self._taking = True
        self.wrong.hide()
        self.foot.work("intake-making")
        for part in (self.take_button, self.other, self.names, self.left, self.preview):
            part.setEnabled(False)
        self.cancel_button.setFocus()
        self._root = root
        names = self.names.isChecked() and not self.names.isHidden()
        said: dict[str, Any] = {"author": self._author, "when": now(), "names": names}
        if looked.document:
            self.servant.ask("say", root=root, **said)
            return
        message = self.text("version-imported", file=looked.path.name)
        self.servant.ask("take", root=root, place=place, message=message, **said)

    def _finish(self, document: str) -> None:
        self._taking = False
        if self.looked is not None:
            self.taken = Taken(self._root, document, self.looked)
            self.accept()

    def _progressed(self, step: object) -> None:
        self.foot.work(f"intake-{step}")
        self.cancel_button.setEnabled(step != "writing")  # it is done at once

    def _failed(self, error: CoauthorError) -> None:
        self.foot.rest()
        stopped = self._taking
        self._taking = False
        for part in (self.other, self.names, self.left, self.cancel_button):
            part.setEnabled(True)
        if not stopped:
            self.preview.clear()
            self.summary.hide()
            self.other.setFocus()
        elif self.looked is not None:
            self.preview.setEnabled(True)
            self.take_button.setEnabled(True)
            self.take_button.setFocus()
        if isinstance(error, Cancelled):
            self.foot.status.setText(self.text("error-cancelled"))
        else:
            self.say_wrong(error)
            field = self.place.field_for(error) if stopped and self.place is not None else None
            if field is not None:  # it may be out of sight, and what is said takes room, too
                field.setFocus()
                QTimer.singleShot(0, self, lambda: _show_in(field))

    def say_wrong(self, error: CoauthorError) -> None:
        """Show why it cannot be, and stay open for another file or another choice."""
        said = "⚠ " + harmless(self.text(f"error-{error.code}", **error.parameters))
        self.wrong.setText(said)
        describe(self.wrong, said)
        self.wrong.show()

    # -- ending ------------------------------------------------------------

    def reject(self) -> None:
        """Close; while something is being taken in, stop that first and stay."""
        if self._taking:
            self.foot.status.setText(self.text("intake-stopping"))
            self.servant.cancel()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close, with nothing left running."""
        self._soon.stop()
        self.servant.stop()
        super().done(result)

    def _dropped(self, file: Path) -> None:
        if not self._taking:
            self.begin(file)


def _show_in(widget: QWidget) -> None:
    """Scroll to a widget, in each of the areas that it is in."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
