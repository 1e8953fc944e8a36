"""The inspector: everything about the clause that has the focus, and about the whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QWidget

from coauthor.document.model import Clause, Tombstone
from coauthor.language import Catalogue
from coauthor.ui.discussion.page import DiscussionPage
from coauthor.ui.forms import describe
from coauthor.ui.inspector.clause import ClausePage
from coauthor.ui.inspector.history import HistoryPage
from coauthor.ui.inspector.overview import OverviewPage
from coauthor.workspace.session import Session
from coauthor.workspace.themes import Theme
from coauthor.workspace.transactions import Changed


class Inspector(QTabWidget):
    """Pages: the clause, what was said of it, its history, and the overview of the document.

    Signals:
        failed(object): an error to tell the person.
        deviate_wanted(): give or change the reason of a deviation.
        ask_wanted(): ask for a deviation on a locked clause.
        take_wanted(): take the standard's text.
        history_wanted(str): the history of the clause with this uid is looked at.
        restore_wanted(str, object): put the text of a clause (its uid) in a version back.
        go_wanted(str): show the clause with this uid.
        shares_wanted(): the overview is looked at and wants the share of each chapter.
    """

    failed = Signal(object)
    shares_wanted = Signal()
    deviate_wanted = Signal()
    ask_wanted = Signal()
    take_wanted = Signal()
    history_wanted = Signal(str)
    restore_wanted = Signal(str, object)
    go_wanted = Signal(str)

    def __init__(
        self, text: Catalogue, themes: tuple[Theme, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._session: Session | None = None
        self._index: int | None = None
        self.clause = ClausePage(text, themes)
        self.discussion = DiscussionPage(text)
        self.history = HistoryPage(text)
        self.overview = OverviewPage(text)
        pages = (
            (self.clause, "inspector-clause"),
            (self.discussion, "inspector-discussion"),
            (self.history, "inspector-history"),
            (self.overview, "inspector-overview"),
        )
        self._pages: list[QWidget] = [page for page, _ in pages]
        for page, name in pages:
            area = QScrollArea()
            area.setWidget(page)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            describe(area, text(name))
            self.addTab(area, text(name))
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        describe(self, text("inspector"))
        self.clause.failed.connect(self.failed)
        self.discussion.failed.connect(self.failed)
        self.clause.deviate.clicked.connect(self.deviate_wanted)
        self.clause.ask.clicked.connect(self.ask_wanted)
        self.clause.take.clicked.connect(self.take_wanted)
        self.history.restore_wanted.connect(self.restore_wanted)
        self.overview.go_wanted.connect(self.go_wanted)
        self.currentChanged.connect(self._page_changed)

    @property
    def page(self) -> QWidget | None:
        """The page that is looked at."""
        area = self.currentWidget()
        return area.widget() if isinstance(area, QScrollArea) else None

    def show_page(self, page: QWidget) -> None:
        """Turn to a page."""
        self.setCurrentIndex(self._pages.index(page))

    def show_unread(self, count: int) -> None:
        """Tell on the tab of the conversation in how many threads something is new."""
        name = self._text("inspector-discussion")
        said = self._text("inspector-unread", count=count) if count else name
        place = self._pages.index(self.discussion)
        self.setTabText(place, said)
        self.setTabToolTip(place, said)

    def show_session(self, session: Session) -> None:
        """Follow another document."""
        self._session = session
        self._index = None
        self.clause.show_block(session, None)
        self.overview.show_status(session)

    def show_block(self, index: int | None) -> None:
        """Show the block that has the focus."""
        self._index = index
        if self._session is None:
            return
        self.clause.show_block(self._session, index)
        self._page_changed()

    def follow(self, changed: Changed) -> None:
        """Follow a transaction of the session."""
        if self._session is None:
            return
        if changed.origin is not self.clause:
            index = self._index
            if index is not None and index >= len(self._session.document.blocks):
                index = None
            self.clause.show_block(self._session, index)
        else:
            self.clause.show_status(self._session)

    def _page_changed(self) -> None:
        if self._session is None:
            return
        if self.page is self.history:
            uid = self._uid()
            self.history.show_waiting(uid)
            if uid:
                self.history_wanted.emit(uid)
        elif self.page is self.overview:
            self.overview.show_status(self._session)
            if self._session.status.has_standard:
                self.shares_wanted.emit()

    def _uid(self) -> str:
        if self._session is None or self._index is None:
            return ""
        block = self._session.document.blocks[self._index]
        return block.uid if isinstance(block, Clause | Tombstone) else ""
