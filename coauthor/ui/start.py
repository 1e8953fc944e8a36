"""The start screen: what for, and the ways to begin."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.ui.banner import Banner
from coauthor.ui.forms import button, describe, heading, let_scroll, note
from coauthor.workspace.workspace import load_settings

WAYS = ("new", "join", "example", "open", "import")
"""Ways to begin, in the order in which people want them."""


class StartPage(QWidget):
    """Recent workspaces on the right, ways to begin on the left.

    Signals:
        chosen(str): one of `WAYS`.
        open_wanted(object): the path of a recent workspace.
        language_wanted(): the other language.
    """

    chosen = Signal(str)
    open_wanted = Signal(object)
    language_wanted = Signal()

    def __init__(self, text: Catalogue, recent: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.banner = Banner(text)
        whole.addWidget(self.banner)
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(56, 40, 56, 32)
        page.setSpacing(10)
        # A small screen, or letters at 200 %, has no room for all of it.
        whole.addWidget(let_scroll(QScrollArea(), inside), 1)
        page.addWidget(heading(text("start-title"), 1))
        purpose = note(text("start-purpose"))
        purpose.setMaximumWidth(760)
        page.addWidget(purpose)
        page.addSpacing(18)
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addLayout(self._ways(), 3)
        columns.addLayout(self._recent(recent), 4)
        page.addLayout(columns, 1)
        foot = QHBoxLayout()
        foot.addWidget(note(text("start-offline")), 1)
        other = button(text("start-other-language"))
        other.clicked.connect(self.language_wanted)
        foot.addWidget(other)
        page.addLayout(foot)

    def _ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading(self._text("start-begin"), 3))
        self.buttons: dict[str, QPushButton] = {}
        for way in WAYS:
            made = button(self._text(f"start-{way}"), main=way == "new")
            made.setProperty("way", True)
            made.clicked.connect(lambda _=False, way=way: self.chosen.emit(way))
            column.addWidget(made)
            about = note(self._text(f"start-{way}-help"))
            about.setContentsMargins(4, 0, 0, 10)
            column.addWidget(about)
            describe(made, self._text(f"start-{way}"), self._text(f"start-{way}-help"))
            self.buttons[way] = made
        column.addStretch(1)
        return column

    def _recent(self, recent: list[Path]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        title = heading(self._text("start-recent"), 3)
        title.setWordWrap(False)
        column.addWidget(title)
        self.recent: QListWidget | None = None
        if not recent:
            none = note(self._text("start-recent-none"))
            column.addWidget(none, 0, Qt.AlignmentFlag.AlignTop)
            column.addStretch(1)
            return column
        self.recent = cards = QListWidget()
        cards.setProperty("cards", True)
        describe(cards, self._text("start-recent"))
        for path in recent:
            item = QListWidgetItem(_label(path))
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            cards.addItem(item)
        cards.itemActivated.connect(self._open)
        cards.itemClicked.connect(self._open)
        column.addWidget(cards, 1)
        return column

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the cards out with the look they only have once they are shown."""
        super().showEvent(event)
        if self.recent is not None:
            self.recent.doItemsLayout()

    def _open(self, item: QListWidgetItem) -> None:
        self.open_wanted.emit(Path(str(item.data(Qt.ItemDataRole.UserRole))))


def _label(path: Path) -> str:
    """Return title, organisation and place of a workspace on two lines."""
    try:
        settings = load_settings(path)
    except CoauthorError:
        return f"{path.name}\n{path}"
    return f"{settings.title}\n{settings.organisation} · {path}"
