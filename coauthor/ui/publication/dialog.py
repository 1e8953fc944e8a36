"""What was found in the files that go out: what, where, and what to do about it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import printable
from coauthor.exchange.publication.model import Finding
from coauthor.exchange.publication.telling import by_rule, place_text
from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.workspace.publication import Checked

CLEANED = frozenset({"docx", "xlsx", "odt", "ods"})
"""Kinds of file of which a clean copy can be made."""

SIGNS = {"error": "✕", "note": "⚠"}
"""The sign of each level, which tells them apart without colour."""

SHOWN = 500
"""Places of one rule that are listed; more than anybody goes through one by one."""

ROOM = 12
"""Pixels above and below the words of a row, together."""

_RULE, _FILE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FoundDialog(QDialog):
    """The findings by file and by rule; below them what to do about the one in focus.

    After it was accepted, ``to_clean`` is the file of which a clean copy is wanted.

    Args:
        said: what was done just before, such as making a clean copy; '' for nothing.
    """

    def __init__(
        self,
        text: Catalogue,
        found: Sequence[Checked],
        said: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.to_clean: Path | None = None
        self._found = found
        self.setWindowTitle(text("publication-title"))
        fit(self, 900, 620)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text("publication-title"), 2))
        if said:
            layout.addWidget(note(printable(said), soft=False))
        self.summary = note(self._summary(), soft=False)
        layout.addWidget(self.summary)
        layout.addWidget(self._tree(), 1)
        self.advice = note("", soft=False)
        self.advice.setMinimumHeight(44)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignTop)
        describe(self.advice, text("publication-advice"))
        layout.addWidget(self.advice)
        layout.addLayout(self._buttons())
        self._fill()
        self._look()
        (self.tree if self.tree.topLevelItemCount() else self.close_button).setFocus()

    def _summary(self) -> str:
        read = [each for each in self._found if each.error is None]
        findings = sum(len(each.findings) for each in read)
        errors = sum(each.errors for each in read)
        if not read:
            return self.text("publication-not-read")
        if not findings:
            return "✓  " + self.text("publication-nothing")
        return self.text("publication-all-errors", errors=errors)

    def _tree(self) -> QTreeWidget:
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(
            [self.text("publication-column-place"), self.text("publication-column-quote")]
        )
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, 470)
        describe(self.tree, self.text("publication-list"))
        self.tree.currentItemChanged.connect(self._look)
        return self.tree

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.clean_button = button(
            self.text("publication-clean"), help_text=self.text("publication-clean-help")
        )
        self.clean_button.clicked.connect(self._clean)
        self.close_button = button(self.text("publication-close"), main=True)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setDefault(True)
        row.addWidget(self.clean_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row

    def _fill(self) -> None:
        for number, checked in enumerate(self._found):
            said = self.text(
                "publication-summary",
                file=printable(checked.path.name),
                errors=checked.errors,
                notes=checked.notes,
            )
            if checked.error is not None:
                said = f"{printable(checked.path.name)}: {self.text('publication-not-read')}"
            top = self._item(None, number, "", said)
            self._fill_file(top, number, checked)
            top.setExpanded(True)
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first.child(0) or first)

    def _fill_file(self, top: QTreeWidgetItem, number: int, checked: Checked) -> None:
        for each in checked.unread:
            self._item(top, number, "", f"⚠  {self.text(f'publication-unread-{each}')}")
        for rule, group in by_rule(checked.findings).items():
            level = group[0].level
            said = self.text(
                "publication-rule-row",
                level=self.text(f"publication-level-{level}"),
                rule=self.text(f"publication-rule-{rule}"),
                count=len(group),
            )
            row = self._item(top, number, rule, f"{SIGNS[level]}  {said}")
            for finding in group[:SHOWN]:
                self._item(row, number, rule, self._place(finding), printable(finding.quote))
            row.setExpanded(len(group) <= 12)

    def _place(self, finding: Finding) -> str:
        place = printable(place_text(finding.place, self.text))
        if finding.count == 1:
            return place
        return self.text("publication-times", line=place, count=finding.count)

    def _item(
        self, above: QTreeWidgetItem | None, number: int, rule: str, said: str, quote: str = ""
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([said, quote])
        item.setData(0, _RULE, rule)
        item.setData(0, _FILE, number)
        item.setToolTip(0, said)
        item.setToolTip(1, quote)
        # Rows are measured before the style of the window reaches them.
        item.setSizeHint(0, QSize(0, self.fontMetrics().height() + ROOM))
        if not quote and above is not None and above.parent() is None:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        if above is None:
            self.tree.addTopLevelItem(item)
        else:
            above.addChild(item)
        item.setFirstColumnSpanned(not quote and (above is None or above.parent() is None))
        return item

    def _current(self) -> Checked | None:
        item = self.tree.currentItem()
        return self._found[item.data(0, _FILE)] if item is not None else None

    def _look(self, *_: object) -> None:
        """Show what may be done about the row in focus."""
        checked, item = self._current(), self.tree.currentItem()
        advice = ""
        if checked is not None and checked.error is not None:
            error = checked.error
            advice = self.text(f"error-{error.code}", **error.parameters)
        elif item is not None and (rule := item.data(0, _RULE)):
            advice = self.text(f"publication-do-{rule}")
        self.advice.setText(advice)
        self.clean_button.setEnabled(checked is not None and checked.kind in CLEANED)

    def _clean(self) -> None:
        checked = self._current()
        if checked is not None:
            self.to_clean = checked.path
            self.accept()
