"""A clause of ours and one of the standard beside each other, to decide on."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.model import Clause, Document
from coauthor.document.parameters import shown
from coauthor.document.rendering import harmless, to_html, to_plain
from coauthor.language import Catalogue
from coauthor.lineage.locks import Policy, is_locked
from coauthor.lineage.matching import Likeness
from coauthor.ui.difference import difference_html
from coauthor.ui.forms import button, describe
from coauthor.ui.matching.decisions import Pair


class BesidePanel(QWidget):
    """Shows a clause beside the standard's, with the words that differ, and the buttons.

    Args:
        policy: of whose locked clauses it is told that their text holds.

    Signals:
        chosen(int): another candidate is meant.
        decided(str): ``yes`` or ``no``.
        taken_back(): the last decision is not meant.
    """

    chosen = Signal(int)
    decided = Signal(str)
    taken_back = Signal()

    def __init__(self, text: Catalogue, standard: Document, policy: Policy) -> None:
        super().__init__()
        self._text, self._standard, self._policy = text, standard, policy
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addLayout(self._tools())
        both = QSplitter(Qt.Orientation.Horizontal)
        self.ours, self.theirs = QTextBrowser(), QTextBrowser()
        for browser, name in ((self.ours, "ours"), (self.theirs, "theirs")):
            browser.setOpenLinks(False)
            browser.setMinimumHeight(60)
            describe(browser, text(f"matching-{name}"))
            both.addWidget(browser)
        column.addWidget(both, 1)

    def _tools(self) -> QHBoxLayout:
        row, text = QHBoxLayout(), self._text
        self.candidates = QComboBox()
        self.candidates.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.candidates.setMinimumContentsLength(20)
        label = QLabel(text("matching-candidates"))
        label.setBuddy(self.candidates)
        describe(self.candidates, text("matching-candidates"))
        self.candidates.activated.connect(self.chosen)
        self.yes = button(text("matching-accept"), help_text=text("matching-accept-help"))
        self.no = button(text("matching-refuse"), help_text=text("matching-refuse-help"))
        self.back = button(text("matching-undo"), help_text=text("matching-undo-help"))
        self.yes.clicked.connect(lambda: self.decided.emit("yes"))
        self.no.clicked.connect(lambda: self.decided.emit("no"))
        self.back.clicked.connect(self.taken_back)
        row.addWidget(label)
        row.addWidget(self.candidates, 1)
        for control in (self.yes, self.no, self.back):
            control.setAutoDefault(False)
            row.addWidget(control)
        return row

    def show_pair(self, pair: Pair | None) -> None:
        """Show a clause beside the one of the standard that is meant; None for neither."""
        self.candidates.clear()
        for control in (self.candidates, self.yes, self.no):
            control.setEnabled(pair is not None and pair.is_free)
        if pair is None:
            self.ours.clear()
            self.theirs.clear()
            return
        for each in pair.beside.candidates:
            clause = self._standard.clause(each.uid)
            name = f"{clause.code} {to_plain(clause.title)}".strip() if clause else each.uid
            self.candidates.addItem(f"{name} ({round(100 * each.share)} %)")
        self.candidates.setCurrentIndex(pair.chosen)
        ours, theirs = self._sides(pair)
        self.ours.setHtml(f"<h4>{escape(self._text('matching-ours'))}</h4>{ours}")
        self.theirs.setHtml(f"<h4>{escape(self._text('matching-theirs'))}</h4>{theirs}")

    def _sides(self, pair: Pair) -> tuple[str, str]:
        ours = pair.ours
        theirs = self._standard.clause(pair.candidate.uid) if pair.candidate else None
        if theirs is None:
            return _html(ours), ""
        if pair.beside.likeness == Likeness.OWN:
            return _html(ours), _html(theirs)
        before, after = _plain(theirs), _plain(ours)
        warning = ""
        if is_locked(theirs, self._policy):
            warning = f"<p>⚠ {escape(self._text('matching-locked'))}</p>"
        return (
            _name(ours) + difference_html(before, after, without="removed"),
            warning + _name(theirs) + difference_html(before, after, without="added"),
        )


def _html(clause: Clause) -> str:
    title = f"<p><b>{escape(harmless(to_plain(clause.title)))}</b></p>" if clause.title else ""
    return _name(clause) + title + to_html(clause.body)


def _name(clause: Clause) -> str:
    return f"<p>{escape(harmless(clause.code))}</p>" if clause.code else ""


def _plain(clause: Clause) -> str:
    return "\n\n".join(filter(None, (to_plain(clause.title), to_plain(shown(clause.body)))))
