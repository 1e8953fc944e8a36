"""The timeline window: a list of versions, what is chosen in it, and the way back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import CoauthorError
from coauthor.history.trust.signed import signed_by
from coauthor.ui.forms import button, describe, fit
from coauthor.ui.jobs import Answer, Jobs
from coauthor.ui.timeline.detail import Detail
from coauthor.ui.timeline.filters import Filters
from coauthor.ui.timeline.list import TimelineList
from coauthor.ui.timeline.model import ENTRY, TimelineModel, moment_of
from coauthor.ui.timeline.painting import EntryPainter
from coauthor.workspace.baselines import damaged_documents
from coauthor.workspace.timeline import PAGE, Entry, Page, People, Timeline, Wanted, clause_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from coauthor.document.clause_changes import ClauseChange
    from coauthor.history.repository import Name, Version
    from coauthor.language import Catalogue
    from coauthor.workspace.workspace import Workspace

ACTIONS = ("beside", "compare", "restore_clause", "restore_document", "name", "freeze")
"""What can be done with the chosen version, in the order of the buttons."""


class TimelineWindow(QDialog):
    """All versions, as a list that can be narrowed, beside what the chosen one changed.

    Signals:
        beside_wanted(Version): set it beside the text of now.
        compare_wanted(Version, Version): show two versions, the first chosen one first.
        restore_clause_wanted(Version, ClauseChange): put the clause back.
        restore_document_wanted(Version): put the document back.
        name_wanted(Version, bool): give it a name; frozen or not.
        undo_wanted(): take back what was put back last.
    """

    beside_wanted = Signal(object)
    compare_wanted = Signal(object, object)
    restore_clause_wanted = Signal(object, object)
    restore_document_wanted = Signal(object)
    name_wanted = Signal(object, bool)
    undo_wanted = Signal()

    def __init__(
        self,
        text: Catalogue,
        workspace: Workspace,
        document: str,
        clause: tuple[str, str] | None,
        *,
        read_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._workspace = workspace
        self._document = document
        self._read_only = read_only
        self._timeline: Timeline | None = None
        self._asked = 0  # grows with every change of the filters; older answers are dropped
        self._wanting = 0  # how many versions to go on looking for
        self._first: Version | None = None  # the one to compare the next with
        self.jobs = Jobs(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{text('timeline')} – {workspace.settings.title}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.model = TimelineModel(text, date.today(), self)  # noqa: DTZ011 (the person's own day)
        documents = [(each.path, each.title) for each in workspace.settings.documents]
        self.filters = Filters(text, documents, clause)
        self.list = TimelineList(self.model, self)
        self.detail = Detail(text)
        self.status = QLabel()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()
        fit(self, 1180, 760)
        self.setMinimumSize(900, 520)
        self.list.setFocus()
        self.begin()
        self._run(self._people, self.filters.show_people)

    # -- building ----------------------------------------------------------

    def _lay_out(self) -> None:
        self.list.setItemDelegate(EntryPainter(self.text, self))
        describe(self.list, self.text("timeline-list"))
        describe(self.status, self.text("timeline-status"))
        self.status.setProperty("soft", True)
        self.status.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail, 1)
        column.addLayout(self._buttons())
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([690, 470])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(self.filters)
        whole.addWidget(split, 1)
        whole.addWidget(self.status)

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(14, 4, 0, 0)
        grid.setSpacing(8)
        for number, name in enumerate(ACTIONS):
            made = button(
                self.text(f"timeline-do-{name}"),
                main=name == "beside",
                help_text=self.text(f"timeline-do-{name}-help"),
            )
            describe(made, self.text(f"timeline-do-{name}"), self.text(f"timeline-do-{name}-help"))
            made.setAutoDefault(False)
            made.setEnabled(False)
            slot: Callable[[], None] = getattr(self, name)
            made.clicked.connect(slot)
            grid.addWidget(made, number // 2, number % 2)
            self.buttons[name] = made
        return grid

    def _connect(self) -> None:
        self.filters.changed.connect(self.begin)
        self.filters.reset.setAutoDefault(False)
        self.model.more_wanted.connect(self._want_more)
        self.model.inner_wanted.connect(self._fetch_inner)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.list.activated.connect(lambda _: self.beside())
        self.detail.clause_chosen.connect(self._fetch_words)
        self.detail.clause_followed.connect(self._follow)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.filters.words.setFocus)
        again = QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self)
        again.activated.connect(self.begin)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo_wanted)

    # -- fetching ----------------------------------------------------------

    def begin(self) -> None:
        """Read the timeline anew, as the filters want it."""
        self._asked += 1
        self._timeline = None
        self.model.clear()
        self.detail.show_entry(None)
        self._show_buttons()
        self._wanting = 0
        self._want_more()

    def _want_more(self) -> None:
        idle = self._wanting <= 0
        self._wanting = PAGE
        if idle:
            self._fetch()

    def _fetch(self) -> None:
        """Have the next page looked up; what was asked before the last change is not shown."""
        asked, wanted = self._asked, self.filters.wanted(date.today())  # noqa: DTZ011 (as above)
        self.status.setText(self.text("timeline-looking", count=self.model.count()))
        self._run(lambda: self._page(asked, wanted), lambda page: self._show_page(asked, page))

    def _page(self, asked: int, wanted: Wanted) -> Page:
        """Look the next page up, on the thread of the jobs."""
        if asked != self._asked:
            return Page((), more=False)
        if self._timeline is None:
            self._timeline = Timeline(self._workspace, wanted)
        return self._timeline.page()

    def _show_page(self, asked: int, page: Page) -> None:
        if asked != self._asked:
            return
        self.model.append(page.entries, more=page.more)
        if page.entries and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.first())
        self._wanting = self._wanting - len(page.entries) if page.more else 0
        if self._wanting > 0:
            self._fetch()
            return
        count = self.model.count()
        key = "timeline-more" if page.more else "timeline-all" if count else "timeline-none"
        self.status.setText(self.text(key, count=count))

    def _people(self) -> People:
        return Timeline(self._workspace).people()

    def _fetch_inner(self, entry: Entry) -> None:
        asked = self._asked
        workspace = self._workspace

        def show(inner: tuple[Entry, ...]) -> None:
            if asked == self._asked:
                self.model.fill(entry.version.id, inner)

        self._run(lambda: Timeline(workspace).inside(entry), show)

    def _fetch_words(self, change: ClauseChange) -> None:
        entry = self.chosen()
        if entry is not None:
            workspace, version = self._workspace, entry.version
            self._run(
                lambda: clause_texts(workspace, version, change),
                lambda found: self.detail.show_words(change, *found),
            )
        self._show_buttons()

    def _fetch_seals(self, entry: Entry) -> None:
        workspace, version = self._workspace, entry.version

        def work() -> dict[str, tuple[str, ...]]:
            return {name.tag: damaged_documents(workspace, name) for name in entry.names}

        self._run(work, lambda damaged: self.detail.show_seals(version.id, damaged))

    def _fetch_shield(self, entry: Entry) -> None:
        repository, version = self._workspace.repository, entry.version.id
        self._run(
            lambda: signed_by(repository, version),
            lambda signed: self.detail.show_shield(version, signed),
        )

    def _run(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        self.jobs.run(work, done, self.say_error)

    # -- choosing ----------------------------------------------------------

    def chosen(self) -> Entry | None:
        """Return the version that is chosen, or None."""
        found = self.list.currentIndex().data(ENTRY)
        return found if isinstance(found, Entry) else None

    def _chosen(self) -> None:
        entry = self.chosen()
        self.detail.show_entry(entry)
        if entry is not None:
            self._fetch_shield(entry)
        if entry is not None and entry.names:
            self._fetch_seals(entry)
        self._show_buttons()

    def _follow(self, change: ClauseChange) -> None:
        """Show all versions of a clause."""
        self.filters.follow_clause(change.uid, change.code or change.title or change.uid)
        self.list.setFocus()

    def _show_buttons(self) -> None:
        entry, change = self.chosen(), self.detail.change
        free = not self._read_only
        here = change is not None and self._document in (change.path, change.source)
        allowed = {
            "beside": entry is not None,
            "compare": entry is not None,
            "restore_clause": free and here,
            "restore_document": free and entry is not None,
            "name": free and entry is not None,
            "freeze": free and entry is not None,
        }
        for name, made in self.buttons.items():
            made.setEnabled(allowed[name])
        elsewhere = change is not None and not here
        key = "timeline-restore-elsewhere" if elsewhere else "timeline-do-restore_clause-help"
        self.buttons["restore_clause"].setToolTip(self.text(key))

    # -- doing -------------------------------------------------------------

    def beside(self) -> None:
        """Set the version beside the text of now."""
        if (entry := self.chosen()) is not None:
            self.beside_wanted.emit(entry.version)

    def compare(self) -> None:
        """Choose this version to compare, and with the next press the other."""
        entry = self.chosen()
        if entry is None:
            return
        first, self._first = self._first, None
        if first is None or first.id == entry.version.id:
            self._first = entry.version if first is None else None
        else:
            self.compare_wanted.emit(first, entry.version)
        self._show_compare()

    def _show_compare(self) -> None:
        first = self._first
        made = self.buttons["compare"]
        if first is None:
            made.setText(self.text("timeline-do-compare"))
            return
        name = moment_of(first)
        made.setText(self.text("timeline-compare-with", name=name))
        self.say(self.text("timeline-compare-choose", name=name))
        self.list.setFocus()

    def restore_clause(self) -> None:
        """Put the clause back as it is in the version; one that left, as it was before."""
        entry, change = self.chosen(), self.detail.change
        if entry is not None and change is not None:
            self.restore_clause_wanted.emit(entry.version, change)

    def restore_document(self) -> None:
        """Put the document back as it is in the version."""
        if (entry := self.chosen()) is not None:
            self.restore_document_wanted.emit(entry.version)

    def name(self) -> None:
        """Give the version a name."""
        if (entry := self.chosen()) is not None:
            self.name_wanted.emit(entry.version, False)

    def freeze(self) -> None:
        """Freeze the version under a name."""
        if (entry := self.chosen()) is not None:
            self.name_wanted.emit(entry.version, True)

    # -- telling -----------------------------------------------------------

    def show_name(self, name: Name) -> None:
        """Show a name that was just given."""
        entry = self.chosen()
        if entry is not None and entry.version.id == name.version:
            named = Entry(
                entry.version, entry.change, (*entry.names, name), entry.inside, entry.sources
            )
            self.model.replace(named)
            self._chosen()
        self.say(self.text(f"timeline-name-{name.kind}", name=name.shown))

    def say(self, message: str) -> None:
        """Tell what was done, below the list."""
        self.status.setText(message)

    def say_error(self, error: CoauthorError) -> None:
        """Tell what went wrong, below the list."""
        self.say("⚠ " + self.text(f"error-{error.code}", **error.parameters))

    def reject(self) -> None:
        """Forget the version to compare first; without one, close."""
        if self._first is not None:
            self._first = None
            self._show_compare()
            self.say("")
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close, once nothing is under way."""
        self._asked += 1
        self.jobs.wait()
        super().done(result)
