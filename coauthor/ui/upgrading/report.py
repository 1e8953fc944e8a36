"""What an upgrade will do, place by place, before anything is done."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.errors import CoauthorError
from coauthor.exchange.upgrade import OUTCOMES, html_words, reason, to_html
from coauthor.history.files import write_out
from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.ui.theme import current_theme

_SHOWN = (
    ("follows", ("follows",)),
    ("asked", ("asked", "look")),
    ("review", ("review",)),
    ("told", ("told",)),
)
"""The numbers at the top, each with the outcomes that it counts."""

_SIGNS = {"asked": "◆", "look": "◇", "review": "↻", "told": "ℹ", "follows": "✓"}
"""Shapes that tell the outcomes apart without colour."""


class UpgradeReport(QDialog):
    """Counts, a list of places, and for each what was and what becomes."""

    def __init__(
        self, text: Catalogue, report: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self._report = report
        title = text(
            "upgrade-title",
            standard=report["title"],
            before=report["from"],
            release=report["to"],
        )
        self.setWindowTitle(title)
        fit(self, 980, 680)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(title, 2))
        layout.addWidget(note(text("upgrade-report-help")))
        layout.addLayout(self._counts())
        layout.addWidget(self._places(), 1)
        self.wrong = note("", soft=False)
        self.wrong.hide()
        layout.addWidget(self.wrong)
        layout.addLayout(self._buttons())
        self._list()

    def _counts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        counts = self._report["counts"]
        for name, outcomes in _SHOWN:
            number = sum(counts[each] for each in outcomes)
            card = QFrame()
            card.setProperty("banner", "info" if number else "quiet")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(14, 8, 14, 8)
            inside.setSpacing(0)
            inside.addWidget(heading(str(number), 2))
            words = QLabel(self.text(f"upgrade-count-{name}", count=number))
            words.setWordWrap(True)
            inside.addWidget(words)
            describe(card, f"{number} {words.text()}")
            row.addWidget(card, 1)
        return row

    def _places(self) -> QSplitter:
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.list, self.text("upgrade-list"))
        self.list.currentRowChanged.connect(self._show)
        self.detail = QTextBrowser()
        self.detail.setOpenLinks(False)
        describe(self.detail, self.text("upgrade-detail"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setStretchFactor(1, 1)
        split.setSizes([360, 580])
        split.setChildrenCollapsible(False)
        return split

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.save = button(self.text("upgrade-report-save"))
        self.cancel = button(self.text("dialog-cancel"))
        release = self._report["to"]
        self.go = button(self.text("upgrade-report-go", release=release), main=True)
        self.go.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        row.addWidget(self.save)
        row.addStretch(1)
        box = QDialogButtonBox()  # the order of the platform, as in every other dialog
        box.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        row.addWidget(box)
        return row

    def _list(self) -> None:
        places = [each for document in self._report["documents"] for each in document["items"]]
        for item in sorted(places, key=lambda each: OUTCOMES.index(each["outcome"])):
            what = item["code"] or self.text(f"upgrade-type-{item['type']}")
            row = QListWidgetItem(f"{_SIGNS[item['outcome']]}  {what}  {item['title']}")
            outcome = self.text(f"upgrade-outcome-{item['outcome']}")
            row.setToolTip(outcome)
            said = f"{outcome}: {what} {item['title']}"
            row.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            row.setData(Qt.ItemDataRole.UserRole, item)
            self.list.addItem(row)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        shown = self.list.item(row)
        if shown is not None:
            self.detail.setHtml(self._html(shown.data(Qt.ItemDataRole.UserRole)))

    def _html(self, item: Mapping[str, Any]) -> str:
        theme = current_theme()
        style = (
            f"ins{{background:{theme.colours['added_paper']};color:{theme.colours['added_ink']}}}"
            f"del{{background:{theme.colours['removed_paper']};"
            f"color:{theme.colours['removed_ink']}}}"
            f"h4{{color:{theme.colours['soft']};margin:14px 0 2px 0}}"
        )
        happened = self.text(f"upgrade-happened-{item['happened']}")
        outcome = self.text(f"upgrade-outcome-{item['outcome']}")
        parts = [f"<p><b>{_SIGNS[item['outcome']]} {happened} · {outcome}</b></p>"]
        if said := reason(item, self.text):
            parts.append(f"<p>{said}</p>")
        asked = item["outcome"] in ("asked", "look", "review")
        title = self.text("upgrade-was-if-followed" if asked else "upgrade-was-becomes")
        parts.append(f"<h4>{title}</h4>{_block(item['words'])}")
        if asked and item["standard_before"] != item["standard_now"]:
            parts.append(f"<h4>{self.text('upgrade-standard-changed')}</h4>")
            parts.append(_block(item["standard_words"]))
        return f"<style>{style}</style>{''.join(parts)}"

    def _save(self) -> None:
        name = self.text("upgrade-report-file", release=self._report["to"])
        path, _ = QFileDialog.getSaveFileName(self, self.text("upgrade-report-save"), name)
        if not path:
            return
        try:
            write_out(Path(path), to_html(self._report, self.text).encode("utf-8"))
        except CoauthorError as error:
            self.wrong.setText("⚠ " + self.text(f"error-{error.code}", **error.parameters))
            self.wrong.show()


def _block(runs: list[list[str]]) -> str:
    return f'<div style="white-space:pre-wrap">{html_words(runs)}</div>'
