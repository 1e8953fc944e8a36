"""One suggestion on the page of the conversation: its words, and the buttons to decide."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from coauthor.document.rendering import harmless, to_plain
from coauthor.language import Catalogue
from coauthor.review.suggesting.carrying import Placed
from coauthor.review.suggesting.hunks import Hunk
from coauthor.review.suggesting.suggestions import State, Suggestion
from coauthor.ui.forms import button, describe, note
from coauthor.ui.theme import current_theme

AROUND = 28
"""Characters of the text that are shown before and behind a change."""


class SuggestionCard(QFrame):
    """A suggestion with its changes.

    Args:
        placed: where its open changes come in the clause of now.
        may_decide: the person may change the text here.
        ours: it is of the person's own organisation.

    Signals:
        accept_wanted(int, bool): take a change over (0: all that do not collide), and
            whether also where the text changed in the same words.
        reject_wanted(int): reject a change, or all.
        withdraw_wanted(): take it back.
        explain_wanted(): say why.
        looked_at(int): the focus came to a button of a change.
    """

    accept_wanted = Signal(int, bool)
    reject_wanted = Signal(int)
    withdraw_wanted = Signal()
    explain_wanted = Signal()
    looked_at = Signal(int)

    def __init__(
        self,
        text: Catalogue,
        suggestion: Suggestion,
        placed: Sequence[Placed],
        *,
        may_decide: bool,
        ours: bool,
    ) -> None:
        super().__init__()
        self._text = text
        self.suggestion = suggestion
        self.setProperty("card", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        head = note(self._head(), soft=False)
        head.setProperty("heading", 5)
        layout.addWidget(head)
        describe(self, self._head())
        if suggestion.event.body:
            layout.addWidget(note(harmless(to_plain(suggestion.event.body))))
        places = {each.number: each for each in placed}
        apart = len(suggestion.open) > 1
        for hunk in suggestion.hunks:
            if hunk.number in suggestion.open:
                place = places.get(hunk.number)
                layout.addLayout(self._row(hunk, place, may_decide=may_decide and apart))
                if place is not None and place.collisions:
                    self._collision(layout, hunk.number, place, may_decide=may_decide)
                elif place is not None and place.near:
                    layout.addWidget(note("ℹ " + text("suggestion-near")))
        clashing = {each.number for each in placed if each.collisions}
        layout.addLayout(
            self._buttons(clashing.intersection(suggestion.open), may_decide=may_decide, ours=ours)
        )

    # -- parts -------------------------------------------------------------

    def _head(self) -> str:
        suggestion = self.suggestion
        name = harmless(suggestion.organisation) or self._text("suggestion-nobody")
        kind = self._text(f"suggestion-{suggestion.change}", count=len(suggestion.open))
        return " · ".join(filter(None, (name, kind, _day(suggestion.event.at))))

    def _row(self, hunk: Hunk, placed: Placed | None, *, may_decide: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        words = QLabel(self._words(hunk, placed))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        describe(words, self._said(hunk))
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(words, 1)
        if may_decide:
            if placed is None or not placed.collisions:
                take = self._tool("✓", "suggestion-accept-one", hunk)
                take.clicked.connect(lambda: self.accept_wanted.emit(hunk.number, False))
                row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
            leave = self._tool("✕", "suggestion-reject-one", hunk)
            leave.clicked.connect(lambda: self.reject_wanted.emit(hunk.number))
            row.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _tool(self, sign: str, name: str, hunk: Hunk) -> QToolButton:
        made = _Tool()
        made.looked_at.connect(lambda: self.looked_at.emit(hunk.number))
        made.setText(sign)
        made.setProperty("deed", True)
        made.setObjectName(f"{name}-{hunk.number}")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        help_text = self._text(name, number=hunk.number)
        describe(made, f"{help_text}: {self._said(hunk)}", help_text)
        return made

    def _words(self, hunk: Hunk, placed: Placed | None) -> str:
        """Return a change as HTML, with some of the text around it."""
        theme = current_theme()
        tags = {
            "gone": f'style="color:{theme["removed_ink"].name()};'
            f'background-color:{theme["removed_paper"].name()}"',
            "come": f'style="color:{theme["added_ink"].name()};'
            f'background-color:{theme["added_paper"].name()}"',
        }
        before, behind = self._around(hunk)
        removed, added = _html(hunk.removed), _html(hunk.added)
        if hunk.is_layout:
            removed, added = "", _html(self._text("suggestion-layout"))
        parts = [f"<b>{hunk.number}.</b> "] if len(self.suggestion.hunks) > 1 else []
        parts.append(_html(before))
        parts += [f"<s {tags['gone']}>{removed.strip()}</s> "] if removed.strip() else []
        parts += [" "] if hunk.added[:1].isspace() and not removed.strip() else []
        parts += [f"<u {tags['come']}>{added.strip()}</u>"] if added.strip() else []
        parts += [" "] if hunk.added[-1:].isspace() else []
        parts.append(_html(behind))
        if placed is not None and placed.present:
            parts.append(f" <i>({_html(self._text('suggestion-present'))})</i>")
        return "".join(parts)

    def _around(self, hunk: Hunk) -> tuple[str, str]:
        if hunk.part == "clause":
            return "", ""
        suggestion = self.suggestion
        whole = suggestion.base_title if hunk.part == "title" else suggestion.base
        before, behind = whole[: hunk.start], whole[hunk.end :]
        head, tail = before[-AROUND:], behind[:AROUND]
        if len(before) > AROUND:
            head = "… " + head.partition(" ")[2]
        if len(behind) > AROUND:
            tail = tail.rpartition(" ")[0] + " …"
        head, tail = (re.sub(r"\{\{|\}\}", "", each) for each in (head, tail))  # half a field
        return head, tail if tail[:1].isspace() or not tail[:1].isalnum() else f" {tail}"

    def _said(self, hunk: Hunk) -> str:
        if hunk.is_layout:
            return self._text("suggestion-layout")
        said = []
        if hunk.removed.strip():
            said.append(self._text("suggestion-goes", words=_short(hunk.removed)))
        if hunk.added.strip():
            said.append(self._text("suggestion-comes", words=_short(hunk.added)))
        return f"{hunk.number}: {'; '.join(said)}"

    def _collision(
        self, layout: QVBoxLayout, number: int, placed: Placed, *, may_decide: bool
    ) -> None:
        now = " … ".join(" ".join(each.stands.split()) for each in placed.collisions)
        warning = note("⚠ " + self._text("suggestion-collision", now=harmless(now)), soft=False)
        layout.addWidget(warning)
        if may_decide:
            anyway = button(self._text("suggestion-anyway"))
            anyway.clicked.connect(lambda: self.accept_wanted.emit(number, True))
            layout.addWidget(anyway)

    def _buttons(self, clashing: AbstractSet[int], *, may_decide: bool, ours: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        many = len(self.suggestion.open) > 1
        if may_decide:
            if len(clashing) < len(self.suggestion.open):
                name = "suggestion-accept-all" if many else "suggestion-accept"
                name = "suggestion-accept-rest" if clashing else name
                self.accept = self._push(row, name, main=True)
                self.accept.clicked.connect(lambda: self.accept_wanted.emit(0, False))
            self.reject = self._push(row, "suggestion-reject-all" if many else "suggestion-reject")
            self.reject.clicked.connect(lambda: self.reject_wanted.emit(0))
        if ours:
            self.withdraw = self._push(row, "suggestion-withdraw")
            self.withdraw.clicked.connect(self.withdraw_wanted)
            if not self.suggestion.event.body and not self.suggestion.decided:
                explain = self._push(row, "suggestion-explain")
                explain.clicked.connect(self.explain_wanted)
        row.addStretch(1)
        return row

    def _push(self, row: QHBoxLayout, name: str, *, main: bool = False) -> QPushButton:
        made = button(self._text(name), main=main)
        made.setProperty("small", True)
        describe(made, f"{self._text(name)} ({harmless(self.suggestion.organisation)})")
        row.addWidget(made)
        return made


class _Tool(QToolButton):
    """A button that tells when somebody looks at it.

    Signals:
        looked_at(): the focus came to it.
    """

    looked_at = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()


def outcome(suggestion: Suggestion, text: Catalogue) -> str:
    """Return what became of a suggestion, as one line."""
    name = harmless(suggestion.organisation) or text("suggestion-nobody")
    said = f"{_SIGNS[suggestion.state]} {name}: {text(f'suggestion-state-{suggestion.state}')}"
    return f"{said}. {harmless(suggestion.reason)}" if suggestion.reason else said


_SIGNS = {
    State.OPEN: "◆",
    State.ACCEPTED: "✓",
    State.REJECTED: "✕",
    State.PARTLY: "◐",
    State.WITHDRAWN: "↩",
}


def _html(words: str) -> str:
    return escape(harmless(words)).replace("\r\n", "\n").replace("\n", "<br>")


def _short(words: str) -> str:
    plain = harmless(" ".join(words.split()))
    return plain if len(plain) <= 120 else plain[:119] + "…"


def _day(at: str) -> str:
    try:
        return datetime.fromisoformat(at).strftime("%d-%m-%Y")
    except ValueError:
        return ""
