"""The application: which window is shown, in which language and look."""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import CoauthorError, UserError
from coauthor.history.sharing.joining import Joined, join
from coauthor.history.sharing.unpacking import join_package
from coauthor.language import LANGUAGES, Catalogue
from coauthor.ui.collector import collector_of
from coauthor.ui.dialogs import NewDialog
from coauthor.ui.forms import describe, fit, heading
from coauthor.ui.intake.choosing import FileDrop, choose_file
from coauthor.ui.intake.dialog import IntakeDialog, Taken
from coauthor.ui.intake.place import PlacePanel
from coauthor.ui.jobs import Jobs
from coauthor.ui.preferences import Preferences
from coauthor.ui.sharing.asking import WindowAsk
from coauthor.ui.sharing.dialogs import JoinDialog
from coauthor.ui.sharing.naming import introduced
from coauthor.ui.start import StartPage
from coauthor.ui.theme import Appearance, apply_theme
from coauthor.ui.workbench import Workbench
from coauthor.workspace.creating import derive_workspace, make_example
from coauthor.workspace.opening import Desk, Opened, open_document, sit_down
from coauthor.workspace.person import Person, read_person, write_person
from coauthor.workspace.settings import FILE as SETTINGS
from coauthor.workspace.sharing.receiving import Received
from coauthor.workspace.standards import find_source, shipped_standards
from coauthor.workspace.workspace import open_workspace

WAIT = 600
"""Milliseconds after which a person is shown that something takes a while."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]
"""What `sys.excepthook` is."""


class Coauthor:
    """The running program: one window at a time, start screen or workbench."""

    def __init__(self, application: QApplication, language: str = "") -> None:
        self.application = application
        self.preferences = Preferences()
        self.text = Catalogue(self.preferences.language or language or LANGUAGES[0])
        self.window: QWidget | None = None
        self._translator = QTranslator(application)
        self.jobs = Jobs(application)
        self._collector = collector_of(application)
        self._waiting = QTimer(application)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT)
        self._waiting.timeout.connect(self._show_waiting)
        self._workspace: Path | None = None
        self._document = ""
        self._received: Received | None = None
        self._taken: Taken | None = None
        self._compares = False
        self._is_new_here = False
        self._apply_look()
        self._translate_qt()

    # -- windows -----------------------------------------------------------

    def show_start(self) -> None:
        """Show the start screen."""
        page = StartPage(self.text, self.preferences.recent())
        page.setObjectName("page")
        page.setWindowTitle("Coauthor")
        page.chosen.connect(self._chosen)
        page.open_wanted.connect(self.open)
        page.language_wanted.connect(self.switch_language)
        FileDrop(page).dropped.connect(self.import_file)
        fit(page, 1040, 760)
        self._workspace = None
        self._show(page)

    def open(self, path: Path, document: str = "") -> None:
        """Open a workspace in the background; the start screen says why when it cannot be."""
        self._waiting.start()
        self._collector.pause()
        last = self.preferences.last_document(path)
        self.jobs.run(
            lambda: self._opened(path, document, last), self._show_workbench, self._start_with
        )

    def _opened(self, path: Path, document: str, last: str) -> tuple[Desk, Opened]:
        """Open a workspace and a document of it; runs on the thread of the jobs.

        Args:
            document: '' for the one that was open last, if it is there still.
        """
        workspace = open_workspace(path)
        entries = workspace.settings.documents
        if not entries:
            raise UserError("no-documents", path=str(workspace.root))
        # a document that others took away meanwhile gives way to the first that is left
        known = {each.name for each in entries}
        document = document or (last if last in known else "")
        gone = self._received is not None and document not in known
        entry = workspace.entry(document) if document and not gone else entries[0]
        desk = sit_down(workspace, read_person(), datetime.now().astimezone())
        try:
            return desk, open_document(desk, entry, outside_message=self.text("version-outside"))
        except CoauthorError:
            desk.leave()
            raise

    def _show_workbench(self, found: tuple[Desk, Opened]) -> None:
        desk, opened = found
        self._waiting.stop()
        self._workspace, self._document = desk.workspace.root, opened.session.entry.name
        self.preferences.remember(desk.workspace.root, self._document)
        bench = Workbench(self.text, desk, opened)
        bench.actions_by_name["dark"].setChecked(self.look == "dark")
        fit(bench, 1400, 860)
        if not self.preferences.geometry.isEmpty():
            bench.restoreGeometry(self.preferences.geometry)
        bench.start_wanted.connect(self._leave_to_start)
        bench.language_wanted.connect(self.switch_language)
        bench.appearance_wanted.connect(self._set_dark)
        bench.document_wanted.connect(self._reopen)
        bench.reopen_wanted.connect(self._reopen_with)
        bench.brought_in.connect(self._show_brought_in)
        bench.comparison_wanted.connect(self._reopen_to_compare)
        self._show(bench)
        bench.lanes.setFocus()
        received, self._received = self._received, None
        if received is not None:
            bench.controller.tell_received(received)
        taken, self._taken = self._taken, None
        if taken is not None:
            bench.controller.tell_brought_in(taken)
        compares, self._compares = self._compares, False
        if compares:
            bench.controller.compare_with_standard()
        if self._is_new_here:  # what others signed, nobody at this computer looked at yet
            self._is_new_here = False
            bench.controller.check_quietly()
        # What a large document consists of stays; the collector need not look at it again.
        self._collector.go_on()

    def _show_waiting(self) -> None:
        """Show that a workspace is being opened, when that takes a while."""
        page = QWidget()
        page.setObjectName("page")
        page.setWindowTitle("Coauthor")
        fit(page, 1000, 640)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(heading(self.text("opening"), 2), 0, Qt.AlignmentFlag.AlignCenter)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setMaximumWidth(320)
        describe(bar, self.text("opening"))
        column.addWidget(bar, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._show(page)

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def _start_with(self, error: CoauthorError) -> None:
        self._waiting.stop()
        self._taken = None
        self._collector.go_on()
        if not isinstance(self.window, StartPage):
            self.show_start()
        if isinstance(self.window, StartPage):
            message = self.text(f"error-{error.code}", **error.parameters)
            self.window.banner.show_message("open", "error", message)

    def _let_go(self) -> bool:
        """Save and leave the workbench; False when it must stay."""
        if isinstance(self.window, Workbench):
            self.preferences.geometry = self.window.saveGeometry()
            return self.window.leave()
        return True

    def _leave_to_start(self) -> None:
        if self._let_go():
            self.show_start()

    def _reopen(self, document: str) -> None:
        workspace = self._workspace
        if workspace is not None and self._let_go():
            self.open(workspace, document)

    def _reopen_to_compare(self, document: str) -> None:
        """Open a document again, which stands beside a standard now, and compare it."""
        self._compares = True
        self._reopen(document)

    def _reopen_with(self, received: Received) -> None:
        """Open the workspace anew: what came in changed more than its texts."""
        self._received = received
        self._reopen(self._document)

    # -- beginning ---------------------------------------------------------

    def _chosen(self, way: str) -> None:
        ways = {
            "new": self._new,
            "join": self._join,
            "example": self._example,
            "open": self._choose,
            "import": self._import,
        }
        ways[way]()

    def _new(self) -> None:
        person = read_person()
        dialog = NewDialog(
            self.text,
            shipped_standards(),
            person.organisation,
            self.window,
            make=self._derive,
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.open(dialog.folder.path)

    def _derive(self, dialog: NewDialog) -> bool:
        """Make the workspace that the dialog describes; False when it cannot be made."""
        organisation = dialog.organisation.text().strip()
        person = read_person()
        try:
            source = find_source(str(dialog.standard.currentData()))
            release = str(dialog.release.currentData())
            derive_workspace(
                source,
                release,
                dialog.folder.path,
                organisation,
                author=person.author,
                when=datetime.now().astimezone(),
                message=self.text(
                    "version-derived", standard=source.settings.title, release=release
                ),
            )
            write_person(Person(person.name, organisation))
        except CoauthorError as error:
            dialog.say_wrong(error)
            return False
        return True

    def _join(self) -> None:
        """Take part in a workspace that others share, and open it."""
        jobs, ask = Jobs(self.application), WindowAsk(self.text, self.window or QWidget())

        def attempt(typed: str, folder: Path) -> Callable[[Callable[[object], None]], object]:
            package = Path(typed.strip()).expanduser()
            if package.is_file():
                return lambda report: join_package(package, folder, report, must_hold=SETTINGS)
            return lambda report: join(typed, folder, ask, report, must_hold=SETTINGS)

        dialog = JoinDialog(self.text, jobs, attempt, self.window)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        ask.close()
        jobs.wait()
        if agreed and isinstance(dialog.answer, Joined):
            introduced(self.text, read_person(), self.window)
            self._is_new_here = True
            self.open(dialog.answer.root)

    def _example(self) -> None:
        folder = Path.home() / "Coauthor" / self.text("example-folder")
        try:
            if not (folder / "coauthor.toml").is_file():
                make_example(folder)
        except CoauthorError as error:
            self._start_with(error)
            return
        self.open(folder)

    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(
            self.window, self.text("start-open"), str(Path.home())
        )
        if found:
            self.open(Path(found))

    def _import(self) -> None:
        found = choose_file(self.text, self.window)
        if found is not None:
            self.import_file(found)

    def import_file(self, file: Path) -> None:
        """Show what a file becomes, and make a workspace of it when the person agrees."""
        person = read_person()
        place = PlacePanel(self.text, shipped_standards(), person.organisation)
        dialog = IntakeDialog(self.text, person.author, None, place, self.window)
        dialog.begin(file)
        agreed, taken = dialog.exec() == QDialog.DialogCode.Accepted, dialog.taken
        organisation = place.organisation.text().strip()
        dialog.deleteLater()
        if agreed and taken is not None:
            write_person(Person(person.name, organisation))
            self._show_brought_in(taken)

    def _show_brought_in(self, taken: Taken) -> None:
        """Open what a file became, and say so there."""
        if self._let_go():
            self._taken = taken
            self.open(taken.root, taken.document)

    # -- language and look -------------------------------------------------

    def switch_language(self) -> None:
        """Show everything in the other language."""
        other = LANGUAGES[1 - LANGUAGES.index(self.text.language)]
        if not self._let_go():
            return
        self.preferences.language = other
        self.text = Catalogue(other)
        self._translate_qt()
        if self._workspace is not None:
            self.open(self._workspace, self._document)
        else:
            self.show_start()

    def _translate_qt(self) -> None:
        """Give Qt's own buttons and dialogs the language, too."""
        self.application.removeTranslator(self._translator)
        QLocale.setDefault(QLocale(self.text.language))
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.text.language}", folder):
            self.application.installTranslator(self._translator)

    def _set_dark(self, dark: bool) -> None:  # noqa: FBT001 (a signal's argument)
        self.preferences.appearance = "dark" if dark else "light"
        self._apply_look()
        if isinstance(self.window, Workbench):
            self.window.controller.show_look()

    def _apply_look(self) -> None:
        apply_theme(self.application, self.look)

    @property
    def look(self) -> Appearance:
        """Light or dark: as chosen, else as the system has it."""
        chosen = self.preferences.appearance
        if chosen in ("light", "dark"):
            return "dark" if chosen == "dark" else "light"
        scheme = QGuiApplication.styleHints().colorScheme()
        return "dark" if scheme.name == "Dark" else "light"


def run(workspace: Path | None, language: str) -> int:
    """Run the program until its window is closed; returns the exit code."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("Coauthor")
    application.setStyle("Fusion")
    program = Coauthor(application, language)
    sys.excepthook = _report(program)
    if workspace is not None:
        program.open(workspace)
    else:
        program.show_start()
    return application.exec()


def _report(program: Coauthor) -> Hook:
    """Return a hook that tells the person of a mistake of ours without a traceback."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)  # to the log of whoever started us
        if isinstance(error, KeyboardInterrupt):
            program.application.quit()
            return
        QMessageBox.warning(
            program.window, program.text("mistake-title"), program.text("mistake-text")
        )

    return hook
