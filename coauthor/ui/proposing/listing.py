"""The proposals of a workspace: a list, what each says, and what the steward may do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
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
from coauthor.document.reading import read_blocks
from coauthor.document.rendering import printable
from coauthor.exchange.upgrade import html_words
from coauthor.language import Catalogue
from coauthor.ui.forms import button, describe, fit, heading, note
from coauthor.ui.theme import current_theme
from coauthor.workspace.comparing import words
from coauthor.workspace.upgrading.proposing import Listed

Deed = Literal["", "show", "adopt", "edit", "reject"]

_SIGNS = {"open": "◆", "unsent": "…", "adopted": "✓", "rejected": "✕"}


class ProposalsDialog(QDialog):
    """All proposals; with ``steward`` also the buttons to decide on them.

    After it closes, ``deed`` says what to do with the ``chosen`` proposals.
    """

    def __init__(
        self,
        text: Catalogue,
        listed: Sequence[Listed],
        *,
        steward: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.deed: Deed = ""
        self._listed = listed
        self.setWindowTitle(text("proposals-title"))
        fit(self, 960, 620)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(heading(text("proposals-title"), 2))
        said = "proposals-none" if not listed else "proposals-help"
        layout.addWidget(note(text(f"{said}-steward" if steward else said)))
        layout.addWidget(self._parts(), 1)
        layout.addLayout(self._buttons(steward=steward))
        self._fill()

    @property
    def chosen(self) -> list[Listed]:
        """The proposals that are chosen in the list."""
        return [self._listed[self.list.row(each)] for each in self.list.selectedItems()]

    def _parts(self) -> QSplitter:
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        describe(self.list, self.text("proposals-title"), self.text("proposals-list-help"))
        self.list.itemSelectionChanged.connect(self._follow)
        self.detail = QTextBrowser()
        self.detail.setOpenLinks(False)
        describe(self.detail, self.text("proposals-detail"))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([340, 580])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        return split

    def _buttons(self, *, steward: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        self.show_beside = button(self.text("proposals-show"))
        self.adopt = button(self.text("proposals-adopt"), main=True)
        self.edit = button(self.text("proposals-edit"))
        self.turn_down = button(self.text("proposals-reject"))
        close = button(self.text("decision-close"))
        role = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox()  # the order of the platform, as in every other dialog
        row.addWidget(self.show_beside)
        row.addStretch(1)
        row.addWidget(box)
        box.addButton(self.adopt, role.AcceptRole)
        box.addButton(self.edit, role.ActionRole)
        box.addButton(self.turn_down, role.ActionRole)
        box.addButton(close, role.RejectRole)
        deeds: tuple[tuple[QPushButton, Deed], ...] = (
            (self.show_beside, "show"),
            (self.turn_down, "reject"),
            (self.edit, "edit"),
            (self.adopt, "adopt"),
        )
        for made, deed in deeds:
            made.setVisible(steward)
            made.clicked.connect(lambda _=False, deed=deed: self._do(deed))
        close.clicked.connect(self.reject)
        return row

    def _do(self, deed: Deed) -> None:
        self.deed = deed
        self.accept()

    def _fill(self) -> None:
        for each in self._listed:
            proposal = each.proposal
            state = self.text(f"proposal-state-{each.state}")
            what = f"{proposal.code} {proposal.title}".strip()
            item = QListWidgetItem(
                f"{_SIGNS[each.state]}  {printable(what)}\n      {proposal.organisation} · {state}"
            )
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{what}, {proposal.organisation}, {state}"
            )
            self.list.addItem(item)
        waiting = [i for i, each in enumerate(self._listed) if each.state == "open"]
        if self._listed:
            self.list.setCurrentRow(waiting[0] if waiting else 0)
        self._follow()

    def _follow(self) -> None:
        chosen = self.chosen
        one_clause = len({each.proposal.uid for each in chosen}) == 1
        waiting = bool(chosen) and all(each.state == "open" for each in chosen)
        self.show_beside.setEnabled(len(chosen) == 1)
        for each in (self.adopt, self.edit):
            each.setEnabled(waiting and one_clause)
        self.turn_down.setEnabled(waiting and len(chosen) == 1)
        many = len(chosen) > 1
        self.adopt.setText(self.text("proposals-adopt-together" if many else "proposals-adopt"))
        self.detail.setHtml("<hr>".join(self._html(each) for each in chosen))

    def _html(self, listed: Listed) -> str:
        proposal, theme = listed.proposal, current_theme()
        style = (
            f"ins{{background:{theme.colours['added_paper']};color:{theme.colours['added_ink']}}}"
            f"del{{background:{theme.colours['removed_paper']};"
            f"color:{theme.colours['removed_ink']}}}"
            f"h4{{color:{theme.colours['soft']};margin:12px 0 2px 0}}"
        )
        who = f"{proposal.organisation} ({proposal.by}), {_day(proposal.at)}"
        rows = [
            ("proposals-who", who),
            ("propose-argument", proposal.argument),
            ("propose-impact", proposal.impact),
            ("propose-supporters", ", ".join(proposal.supporters)),
            ("proposals-outcome", _outcome(listed, self.text)),
        ]
        parts = [f"<h4>{self.text(name)}</h4>{_plain(said)}" for name, said in rows if said]
        runs = words(readable(proposal.current), readable(proposal.proposed))
        what = "proposals-new-text" if proposal.is_new else "proposals-changed-text"
        parts.append(f"<h4>{self.text(what)}</h4>")
        parts.append(f'<div style="white-space:pre-wrap">{html_words(runs)}</div>')
        return f"<style>{style}</style>{''.join(parts)}"


def _outcome(listed: Listed, text: Catalogue) -> str:
    if listed.state not in ("adopted", "rejected"):
        return ""
    state = text(f"proposal-state-{listed.state}")
    return f"{state} ({listed.decided_by}, {listed.decided_at[:10]}). {listed.reason}".strip()


def _plain(said: str) -> str:
    return f'<div style="white-space:pre-wrap">{html_words([["same", said]])}</div>'


def readable(source: str) -> str:
    """Return clauses as people read them: titles and texts."""
    clauses = [block for block in read_blocks(source) if isinstance(block, Clause)]
    return "\n\n".join(f"{each.title}\n\n{each.body}".strip() for each in clauses)


def _day(at: str) -> str:
    """Return the day of a moment as people here write it."""
    return datetime.fromisoformat(at).strftime("%d-%m-%Y")
