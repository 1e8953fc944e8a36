"""The deviations on locked clauses: what was asked, advised and decided, and what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Clause
from coauthor.document.rendering import printable, to_plain
from coauthor.document.words import word_diff
from coauthor.exchange.leave import lack_words, name_of, waiver_rows
from coauthor.language import Catalogue
from coauthor.review.signing.gaps import LockedDeviation
from coauthor.review.signing.waivers import State, Waiver
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.ui.theme import current_theme

Deed = Literal["", "go", "ask", "advise", "grant", "refuse", "revoke", "withdraw", "apply"]

SIGNS = {
    State.ASKED: "…",
    State.ADVISED: "◆",
    State.GRANTED: "✓",
    State.REFUSED: "✕",
    State.WITHDRAWN: "–",
    State.EXPIRED: "⚠",
    State.ALTERED: "⚠",
}
"""The sign of each state, which tells them apart without colour."""


@dataclass(frozen=True, slots=True)
class Row:
    """A request, or a deviation for which nothing was asked.

    Args:
        standard: the standard's clause, where it is known.
        deviation: how our text stands now, where it deviates.
    """

    uid: str
    code: str
    title: str
    waiver: Waiver | None
    deviation: LockedDeviation | None
    standard: Clause | None = None

    @property
    def name(self) -> str:
        """How the clause is called."""
        return name_of(self.code or self.uid, self.title)


class WaiversDialog(QDialog):
    """All requests and all deviations without one.

    After it closes, ``deed`` says what to do with the ``chosen`` row.

    Args:
        acts: what the person may do: ``edit``, ``advise``, ``waive``.
    """

    def __init__(
        self,
        text: Catalogue,
        rows: Sequence[Row],
        acts: frozenset[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.deed: Deed = ""
        self._rows, self._acts, self._today = rows, acts, today
        self.setWindowTitle(text("waivers-title"))
        fit(self, 1000, 640)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text("waivers-title"), 2))
        layout.addWidget(note(text("waivers-help" if rows else "waivers-none")))
        layout.addWidget(self._parts(), 1)
        layout.addLayout(self._buttons())
        self._fill()
        self.list.setFocus()

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _parts(self) -> QSplitter:
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        describe(self.list, self.text("waivers-title"))
        self.list.currentRowChanged.connect(self._follow)
        self.detail = QTextBrowser()
        self.detail.setOpenLinks(False)
        self.detail.setTabChangesFocus(True)
        describe(self.detail, self.text("waivers-detail"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([360, 600])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        return split

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.deeds: dict[Deed, QPushButton] = {}
        left: tuple[Deed, ...] = ("go", "withdraw", "revoke")
        right: tuple[Deed, ...] = ("ask", "advise", "refuse", "grant", "apply")
        for names in (left, right):
            for name in names:
                main = name in ("apply", "grant", "advise", "ask")
                made = button(self.text(f"waivers-{name}"), main=main)
                made.setAutoDefault(False)
                made.clicked.connect(lambda _=False, name=name: self._do(name))
                self.deeds[name] = made
                row.addWidget(made)
            if names is left:
                row.addStretch(1)
        close = button(self.text("banner-close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return row

    def _do(self, deed: Deed) -> None:
        self.deed = deed
        self.accept()

    def _fill(self) -> None:
        for each in self._rows:
            sign, state = self._state(each)
            item = QListWidgetItem(f"{sign}  {each.name}\n      {state}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.name}, {state}")
            self.list.addItem(item)
        if self._rows:
            self.list.setCurrentRow(0)
        self._follow()

    def _state(self, row: Row) -> tuple[str, str]:
        if row.waiver is None:
            return "⚠", self.text("lack-request")
        state = row.waiver.state(self._today)
        if row.deviation is not None and row.deviation.lack is not None and state in _DECIDED:
            return "⚠", lack_words(row.deviation.lack, self.text)
        return SIGNS[state], self.text(f"waiver-state-{state}")

    def _follow(self) -> None:
        row = self.chosen
        possible = self._possible(row) if row is not None else frozenset()
        for name, made in self.deeds.items():
            made.setVisible(name in possible)
        decided_next = "grant" in possible  # then advice is not what most people want
        self.deeds["advise"].setProperty("main", not decided_next)
        self.deeds["advise"].style().polish(self.deeds["advise"])
        self.detail.setHtml(self._html(row) if row is not None else "")

    def _possible(self, row: Row) -> frozenset[Deed]:
        """Return what may be done with a row, by whoever sits here."""
        found: set[Deed] = {"go"}
        state = row.waiver.state(self._today) if row.waiver else None
        waits = state in (State.ASKED, State.ADVISED)
        if "edit" in self._acts:
            if waits:
                found.add("withdraw")
            elif row.deviation is not None and row.deviation.lack is not None:
                found.add("ask")
            if state is State.GRANTED and not self._stands(row):
                found.add("apply")
        if waits and "advise" in self._acts:
            found.add("advise")
        if waits and "waive" in self._acts:
            found.add("refuse")
            if state is State.ADVISED:
                found.add("grant")
        if state is State.GRANTED and "waive" in self._acts:
            found.add("revoke")
        return frozenset(found)

    def _stands(self, row: Row) -> bool:
        """Tell whether our text is what this request asked for."""
        standing = row.deviation.standing if row.deviation else None
        waiver = standing.waiver if standing else None
        return bool(standing and standing.holds and waiver and waiver.request.id == _id(row.waiver))

    def _html(self, row: Row) -> str:
        theme, text = current_theme(), self.text
        style = (
            f"ins{{background:{theme.colours['added_paper']};color:{theme.colours['added_ink']}}}"
            f"del{{background:{theme.colours['removed_paper']};"
            f"color:{theme.colours['removed_ink']}}}"
            f"h4{{color:{theme.colours['soft']};margin:12px 0 2px 0}}"
        )
        parts = [f"<h3>{escape(row.name)}</h3>"]
        if row.deviation is not None and row.deviation.lack is not None:
            lack = row.deviation.lack
            said = f"⚠ {lack_words(lack, text)} {text(f'lack-{lack}-do')}"
            parts.append(f"<p><b>{escape(said)}</b></p>")
        if row.waiver is not None:
            parts.append(f"<h4>{escape(text('ask-wanted'))}</h4>{self._wanted(row)}")
            parts += [
                f"<h4>{escape(label)}</h4><div style='white-space:pre-wrap'>{escape(value)}</div>"
                for label, value in waiver_rows(row.waiver, text)
            ]
        return f"<style>{style}</style>{''.join(parts)}"

    def _wanted(self, row: Row) -> str:
        """Return the text that is asked for, with what differs from the standard marked."""
        wanted = row.waiver.request.clause if row.waiver else None
        if wanted is None:
            return escape(self.text("direction-omitted"))
        after = printable(to_plain(f"{wanted.title}\n\n{wanted.body}".strip()))
        before = after
        if row.standard is not None:
            before = printable(to_plain(f"{row.standard.title}\n\n{row.standard.body}".strip()))
        tags = {"removed": "del", "added": "ins"}
        found = []
        for run in word_diff(before, after):
            gone = run.kind == "removed"
            words = (
                before[run.before_start : run.before_end]
                if gone
                else after[run.after_start : run.after_end]
            )
            tag = tags.get(str(run.kind), "span")
            found.append(f"<{tag}>{escape(words)}</{tag}>")
        return f"<div style='white-space:pre-wrap'>{''.join(found)}</div>"


_DECIDED = (State.GRANTED, State.EXPIRED, State.ALTERED)


def _id(waiver: Waiver | None) -> str:
    return waiver.request.id if waiver else ""


def rows_of(
    deviations: Sequence[LockedDeviation],
    waivers: Sequence[Waiver],
    standard: Sequence[Clause],
    today: date,
) -> list[Row]:
    """Return what the list shows: what waits first, then what lacks something, then the rest."""
    clauses = {each.uid: each for each in standard}
    by_uid = {each.uid: each for each in deviations}
    rows = []
    asked: set[str] = set()
    for waiver in reversed(waivers):
        request = waiver.request
        clause = clauses.get(request.uid)
        title = clause.title if clause else ""
        deviation = by_uid.get(request.uid)
        decides = deviation.standing.waiver if deviation else None
        own = deviation if decides is not None and decides.request.id == request.id else None
        rows.append(Row(request.uid, request.code, title, waiver, own, clause))
        if own is not None:
            asked.add(request.uid)
    rows += [
        Row(each.uid, each.code, each.title, None, each, clauses.get(each.uid))
        for each in deviations
        if each.uid not in asked
    ]
    return sorted(rows, key=lambda each: _urgency(each, today))


def _urgency(row: Row, today: date) -> int:
    state = row.waiver.state(today) if row.waiver else None
    if state in (State.ASKED, State.ADVISED):
        return 0
    if row.deviation is not None and row.deviation.lack is not None:
        return 1
    return 2 if state is State.GRANTED else 3
