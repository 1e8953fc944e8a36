"""What goes, what stays, and what to look at first: three lists under each other."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from coauthor.language import Catalogue
from coauthor.ui.forms import describe
from coauthor.workspace.rooms.planning import Plan
from coauthor.workspace.rooms.telling import doubt_line, goes, stays

GOES, STAYS, LOOK = "↗", "⌂", "⚠"
"""Signs that tell the lists apart without colour."""

SHOWN = 500
"""Lines below one heading; more than anybody looks at."""


_MARGINS = 16
"""Pixels beside a line that a view leaves free."""


class _Whole(QStyledItemDelegate):
    """Makes a line as high as what it says, which a tree does not do by itself."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line that is wrapped."""
        hint = super().sizeHint(option, index)
        depth = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - depth * self._tree.indentation() - _MARGINS
        said = str(index.data())
        lines = option.fontMetrics.boundingRect(
            QRect(0, 0, max(room, 1), 0), Qt.TextFlag.TextWordWrap, said
        )
        line = option.fontMetrics.height()
        return QSize(hint.width(), hint.height() + max(0, lines.height() - line))


class PlanView(QTreeWidget):
    """Shows a plan; empty until there is one."""

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setHeaderHidden(True)
        self.setWordWrap(True)  # a remark is read whole
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # of a path both ends matter
        self.setItemDelegate(_Whole(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self, text("publish-list"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def show_plan(self, plan: Plan) -> None:
        """Show a plan: what to look at first, if anything, stands on top."""
        self.clear()
        outgoing = plan.outgoing
        if outgoing.doubts:
            title = self.text("room-look", count=len(outgoing.doubts))
            lines = [doubt_line(each, self.text) for each in outgoing.doubts]
            self._list(LOOK, title, lines)
        self._list(GOES, self.text("room-goes"), goes(plan, self.text))
        self._list(
            STAYS, self.text("room-stays"), stays(plan, self.text), opened=not outgoing.doubts
        )
        if not outgoing.doubts:
            self._list("✓", self.text("room-no-doubts"), [])

    def show_lines(self, sign: str, title: str, lines: Iterable[str]) -> None:
        """Add a list of anything else."""
        self._list(sign, title, list(lines))

    def _list(self, sign: str, title: str, lines: list[str], *, opened: bool = True) -> None:
        top = QTreeWidgetItem([f"{sign}  {title}"])
        top.setData(0, Qt.ItemDataRole.AccessibleTextRole, title)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        shown = lines[:SHOWN]
        if len(lines) > SHOWN:
            shown.append(self.text("room-more", count=len(lines) - SHOWN))
        for line in shown:
            item = QTreeWidgetItem([line])
            item.setToolTip(0, line)
            top.addChild(item)
        self.addTopLevelItem(top)
        top.setExpanded(opened)
