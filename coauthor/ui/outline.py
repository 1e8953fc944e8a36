"""The outline: chapters of the document, to go there and to see where one is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from coauthor.document.model import Document, Heading
from coauthor.document.rendering import printable, to_plain
from coauthor.language import Catalogue
from coauthor.ui.forms import describe


class Outline(QTreeWidget):
    """A tree of headings.

    Signals:
        go_wanted(int): show the block with this index.
    """

    go_wanted = Signal(int)

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        describe(self, text("outline"))
        self._items: list[tuple[int, QTreeWidgetItem]] = []
        self._titles: list[tuple[int, int, str]] = []
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the rows out with the look they only have once they are shown."""
        super().showEvent(event)
        self.doItemsLayout()

    def show_document(self, document: Document) -> None:
        """Show the headings; does nothing when they are what they were."""
        titles = [
            (index, block.level, block.text)
            for index, block in enumerate(document.blocks)
            if isinstance(block, Heading)
        ]
        if titles == self._titles:
            return
        self._titles = titles
        self.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        for index, level, title in titles:
            shown = printable(to_plain(title)) or "–"
            item = QTreeWidgetItem([shown])
            item.setToolTip(0, shown)
            item.setData(0, Qt.ItemDataRole.UserRole, index)
            while above and above[-1][0] >= level:
                above.pop()
            if above:
                above[-1][1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append((level, item))
            self._items.append((index, item))
        self.expandAll()

    def show_place(self, index: int) -> None:
        """Mark the chapter that holds a block."""
        here = [item for start, item in self._items if start <= index]
        if here and self.currentItem() is not here[-1]:
            self.blockSignals(True)
            self.setCurrentItem(here[-1])
            self.blockSignals(False)

    def _go(self, item: QTreeWidgetItem) -> None:
        self.go_wanted.emit(int(item.data(0, Qt.ItemDataRole.UserRole)))
