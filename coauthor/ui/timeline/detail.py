"""What one version changed: its clauses, and for the clause that is chosen the words."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.clause_changes import ClauseChange
from coauthor.document.model import Clause
from coauthor.document.parameters import shown as shown_slots
from coauthor.document.rendering import printable
from coauthor.history.trust.signed import SignedBy
from coauthor.language import Catalogue
from coauthor.ui.difference import difference_html
from coauthor.ui.forms import describe, heading, note
from coauthor.ui.inspector.history import suggested_by
from coauthor.ui.timeline.model import moment_of, title_of, who_of
from coauthor.ui.timeline.painting import mark_of
from coauthor.ui.trust.shield import shield_text
from coauthor.workspace.baselines import seal_of
from coauthor.workspace.timeline import Entry

SHOWN = 500
"""Clauses in the list; more than anybody walks through."""


class Detail(QWidget):
    """The version that is chosen in the timeline.

    Signals:
        clause_chosen(object): the words of this `ClauseChange` are wanted.
        clause_followed(object): all versions of its clause are wanted.
    """

    clause_chosen = Signal(object)
    clause_followed = Signal(object)

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self._entry: Entry | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.setSpacing(6)
        self.title = heading("", 3)
        self.who = note("")
        self.shield = note("")
        self.message = note("", soft=False)
        self.seals = note("", soft=False)
        self.count = QLabel()
        self.count.setProperty("heading", 4)
        self.clauses = QListWidget()
        describe(self.clauses, text("timeline-clauses"), text("timeline-clauses-help"))
        self.clauses.setToolTip("")  # each clause has one of its own
        self.words = QTextBrowser()
        self.words.setOpenLinks(False)
        describe(self.words, text("timeline-words"))
        for widget in (self.title, self.who, self.shield, self.message, self.seals, self.count):
            layout.addWidget(widget)
        layout.addWidget(self.clauses, 2)
        layout.addWidget(self.words, 3)
        layout.addStretch(0)  # keeps the lines together where no clause is shown
        self.clauses.currentRowChanged.connect(self._choose)
        self.clauses.itemActivated.connect(self._follow)

    @property
    def change(self) -> ClauseChange | None:
        """The clause that is chosen, or None."""
        item = self.clauses.currentItem() if self.clauses.count() else None
        found = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found if isinstance(found, ClauseChange) else None

    def show_entry(self, entry: Entry | None) -> None:
        """Show a version, or ask to choose one."""
        self._entry = entry
        self.clauses.clear()
        self.words.clear()
        self.seals.hide()
        self.shield.hide()
        for widget in (self.who, self.message, self.count, self.clauses, self.words):
            widget.setVisible(entry is not None)
        if entry is None:
            self.title.setText(self._text("timeline-choose"))
            return
        title = title_of(entry, self._text)
        self.title.setText(title)
        when = moment_of(entry.version)
        credit = printable(suggested_by(entry.version, self._text))
        self.who.setText(" · ".join(filter(None, (who_of(entry), when, credit))))
        message = printable(entry.version.message)
        self.message.setText(message)
        self.message.setVisible(bool(message) and message != title)
        self._list(entry)

    def show_seals(self, version_id: str, damaged: dict[str, tuple[str, ...]]) -> None:
        """Say of each name whether the text is still what was frozen under it."""
        entry = self._entry
        if entry is None or entry.version.id != version_id or not entry.names:
            return
        lines = []
        for name in entry.names:
            said = self._text(f"timeline-name-{name.kind}", name=printable(name.shown))
            by = " · ".join(filter(None, (name.author, name.organisation)))
            if name.when:
                by += f" · {name.when:%d-%m-%Y}"
            lines.append(f"{said} ({printable(by)})" if by else said)
            if name.kind != "frozen":
                continue
            if paths := damaged.get(name.tag, ()):
                lines.append(
                    "⚠ " + self._text("frozen-damaged", name=name.text, documents=", ".join(paths))
                )
            else:
                lines.append("✓ " + self._text("timeline-intact", seal=seal_of(name)))
        self.seals.setText("\n".join(lines))
        self.seals.show()

    def show_shield(self, version_id: str, signed: SignedBy) -> None:
        """Say who signed the version, unless another was chosen since."""
        if self._entry is not None and self._entry.version.id == version_id:
            self.shield.setText(shield_text(signed, self._text))
            self.shield.show()

    def show_words(self, change: ClauseChange, before: Clause | None, after: Clause | None) -> None:
        """Show how the words of a clause changed, unless another was chosen since."""
        if change == self.change:
            self.words.setHtml(words_html(change, before, after, self._text))

    def _list(self, entry: Entry) -> None:
        changes: Sequence[ClauseChange] = entry.change.clauses
        self.count.setText(self._text("timeline-changes", count=len(changes)))
        if entry.change.between:
            between = self._text("timeline-between")
            self.count.setText(f"{self.count.text()} · {between}" if changes else between)
        for change in changes[:SHOWN]:
            title = printable(change.title) if change.code else ""
            item = QListWidgetItem(f"{mark_of(change)}  {title}".strip())
            item.setData(Qt.ItemDataRole.UserRole, change)
            said = f"{self._text(f'timeline-{change.kind}')}: {change.code} {title}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(f"{said}\n{self._text('timeline-clauses-help')}")
            self.clauses.addItem(item)
        if len(changes) > SHOWN:
            self.clauses.addItem(self._text("timeline-others", count=len(changes) - SHOWN))
        self.clauses.setVisible(bool(changes))
        self.words.setVisible(bool(changes))
        if changes:
            self.clauses.setCurrentRow(0)

    def _follow(self, _item: QListWidgetItem) -> None:
        if self.change is not None:
            self.clause_followed.emit(self.change)

    def _choose(self, _row: int) -> None:
        self.words.clear()
        if self.change is not None:
            self.clause_chosen.emit(self.change)


def words_html(
    change: ClauseChange, before: Clause | None, after: Clause | None, text: Catalogue
) -> str:
    """Return the words of a clause with what went struck through and what came underlined."""
    old, new = (_readable(each, text) if each else "" for each in (before, after))
    lines = [f"<p><b>{escape(text(f'timeline-{change.kind}'))}</b></p>"]
    if change.source:
        lines.append(
            f"<p>{escape(text('timeline-from-to', source=change.source, path=change.path))}</p>"
        )
    lines += [f"<p>{escape(line)}</p>" for line in _attributes(before, after)]
    return "".join(lines) + difference_html(old, new)


def _readable(clause: Clause, text: Catalogue) -> str:
    """Return a clause as people read it: slots filled in, fields by their names."""
    parts = [clause.title, shown_slots(clause.body)]
    for key, said in clause.fields.items():
        label = text(f"field-{key}") if text.has(f"field-{key}") else key
        parts.append(f"{label}: {shown_slots(said)}")
    return "\n\n".join(part for part in parts if part)


def _attributes(before: Clause | None, after: Clause | None) -> list[str]:
    """Return what changed in the attributes, as lines."""
    if before is None or after is None:
        return []
    old, new = dict(before.marker.attributes), dict(after.marker.attributes)
    old["code"], new["code"] = before.code, after.code
    return [
        printable(f"{key}: {old.get(key) or '–'} → {new.get(key) or '–'}")
        for key in dict.fromkeys([*old, *new])
        if old.get(key) != new.get(key)
    ]
