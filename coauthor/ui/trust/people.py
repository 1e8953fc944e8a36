"""People and roles: who is in the room, and what they may do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coauthor.document.rendering import harmless
from coauthor.errors import CoauthorError
from coauthor.language import Catalogue
from coauthor.review.people import PARTIES, ROLES, SIZES, Member, Organisation, People
from coauthor.review.rights import fingerprint_of
from coauthor.ui.dialogs import FormDialog
from coauthor.ui.forms import add_row, button, describe, note
from coauthor.ui.trust.shield import roles_text

COLUMNS = ("organisation", "party", "roles", "key")

Save = Callable[[Sequence[Organisation], Sequence[Member]], None]
"""Writes down who is in the room; raises `CoauthorError` when that cannot be."""


class MemberDialog(FormDialog):
    """Somebody in the room: an organisation, a key and roles. Never a name."""

    def __init__(
        self,
        text: Catalogue,
        people: People,
        member: Member | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, "member-dialog", "member-dialog-accept", parent)
        self._people = people
        self.organisation = QComboBox()
        self.organisation.setEditable(True)
        self.organisation.addItems([each.name for each in people.organisations])
        add_row(self.form, text("member-organisation"), self.organisation)
        if (line := self.organisation.lineEdit()) is not None:
            describe(line, text("member-organisation"))
        self.party = self.choice(
            "member-party", [("", "–"), *((each, text(f"party-{each}")) for each in PARTIES)]
        )
        self.size_class = self.choice(
            "member-size", [("", "–"), *((each, text(f"size-class-{each}")) for each in SIZES)]
        )
        self.key = QPlainTextEdit()
        self.key.setTabChangesFocus(True)
        self.key.setFixedHeight(self.key.fontMetrics().lineSpacing() * 3 + 18)
        add_row(self.form, text("member-key"), self.key, text("member-key-help"))
        self.roles = {role: QCheckBox(text(f"role-{role}")) for role in ROLES}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for number, (role, box) in enumerate(self.roles.items()):
            describe(box, text(f"role-{role}"), text(f"role-{role}-help"))
            grid.addWidget(box, number // 2, number % 2)
        holder = QWidget()
        holder.setLayout(grid)
        add_row(self.form, text("member-roles"), holder)
        self.organisation.currentTextChanged.connect(self._show_organisation)
        if member is not None:
            self.organisation.setCurrentText(member.organisation)
            self.key.setPlainText(member.key)
            for role, box in self.roles.items():
                box.setChecked(role in member.roles)
        self._show_organisation(self.organisation.currentText())
        self.organisation.setFocus()

    @property
    def member(self) -> Member:
        """Who was filled in."""
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        key = " ".join(self.key.toPlainText().split())
        return Member(key, self.organisation.currentText().strip(), roles)

    @property
    def chosen(self) -> Organisation:
        """Their organisation as it was filled in."""
        name = self.organisation.currentText().strip()
        return Organisation(name, self.party.currentData(), self.size_class.currentData())

    def accept(self) -> None:
        """Close, or say what is missing."""
        wrong = ""
        if not self.member.organisation:
            wrong = self.text("member-no-organisation")
        elif not fingerprint_of(self.member.key):
            wrong = self.text("error-key-not-public")
        elif not self.member.roles:
            wrong = self.text("member-no-role")
        if wrong:
            self.wrong.setText(f"⚠ {wrong}")
            self.wrong.show()
            return
        super().accept()

    def _show_organisation(self, name: str) -> None:
        known = self._people.organisation(name.strip())
        for box, value in ((self.party, known.party), (self.size_class, known.size)):
            box.setCurrentIndex(max(box.findData(value), 0))


class PeopleDialog(FormDialog):
    """The list of who is in the room.

    Args:
        own: fingerprint of the person's own key.
        may_change: whether the person may change the list.
        save: writes the list down.
    """

    def __init__(
        self,
        text: Catalogue,
        people: People,
        own: str,
        save: Save,
        parent: QWidget | None = None,
        *,
        may_change: bool,
    ) -> None:
        super().__init__(text, "people-dialog", "people-dialog-accept", parent)
        self.setMinimumWidth(860)
        self._own, self._save = own, save
        self._organisations = {each.name: each for each in people.organisations}
        self.members = list(people.members)
        self.state = note("", soft=False)
        self.table = QTableWidget(0, len(COLUMNS))
        self.table.setHorizontalHeaderLabels([text(f"people-column-{each}") for each in COLUMNS])
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.setMinimumHeight(220)
        describe(self.table, text("people-dialog"), text("people-table-help"))
        self.add = button(text("people-add"))
        self.change = button(text("people-change"))
        self.remove = button(text("people-remove"))
        row = QHBoxLayout()
        for each in (self.add, self.change, self.remove):
            each.setAutoDefault(False)
            each.setVisible(may_change)
            row.addWidget(each)
        row.addStretch(1)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            place = layout.indexOf(self.wrong)
            layout.insertLayout(place, row)
            layout.insertWidget(place, self.table, 1)
            layout.insertWidget(place, self.state)
        self.accept_button.setVisible(may_change)
        self._may_change = may_change
        self.add.clicked.connect(self.ask_new)
        self.change.clicked.connect(self.ask_change)
        self.remove.clicked.connect(self.take_off)
        self.table.itemActivated.connect(lambda _: self.ask_change())
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self._list()

    @property
    def people(self) -> People:
        """The list as it is in the dialog."""
        used = {each.organisation for each in self.members}
        kept = [each for each in self._organisations.values() if each.name]
        kept += [Organisation(name) for name in used if name not in self._organisations]
        return People(tuple(kept), tuple(self.members))

    def ask_new(self) -> None:
        """Ask for somebody who is not listed yet."""
        dialog = MemberDialog(self.text, self.people, None, self)
        if dialog.exec():
            self.put(dialog.chosen, dialog.member)

    def ask_change(self) -> None:
        """Ask for another role, key or organisation of whoever is chosen."""
        row = self.table.currentRow()
        if not self._may_change or not 0 <= row < len(self.members):
            return
        dialog = MemberDialog(self.text, self.people, self.members[row], self)
        if dialog.exec():
            self.put(dialog.chosen, dialog.member, row)

    def put(self, organisation: Organisation, member: Member, row: int | None = None) -> None:
        """Put somebody on the list, or in the place of who stands in a row."""
        self._organisations[organisation.name] = organisation
        if row is None:
            self.members.append(member)
        else:
            self.members[row] = member
        self._list()
        self.table.selectRow(len(self.members) - 1 if row is None else row)

    def take_off(self) -> None:
        """Take whoever is chosen off the list."""
        row = self.table.currentRow()
        if 0 <= row < len(self.members):
            del self.members[row]
            self._list()

    def accept(self) -> None:
        """Write the list down; stay open with the reason when that cannot be."""
        try:
            self._save(self.people.organisations, self.people.members)
        except CoauthorError as error:
            self.say_wrong(error)
            return
        super().accept()

    def _list(self) -> None:
        self.table.setRowCount(len(self.members))
        for row, member in enumerate(self.members):
            party = self._organisations.get(member.organisation, Organisation("")).party
            mark = fingerprint_of(member.key)
            cells = (
                member.organisation,
                self.text(f"party-{party}") if party in PARTIES else party or "–",
                roles_text(member.roles, self.text),
                self.text("people-me", line=mark) if mark == self._own else mark,
            )
            for column, shown in enumerate(cells):
                item = QTableWidgetItem(harmless(shown))
                item.setToolTip(harmless(shown))
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        key = "people-nobody" if not self.members else ""
        own = any(fingerprint_of(each.key) == self._own for each in self.members)
        if self.members and not own:
            key = "people-not-you"
        elif self.members and not self._may_change:
            key = "people-only-steward"
        self.state.setText(self.text(key) if key else "")
        self.state.setVisible(bool(key))
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = 0 <= self.table.currentRow() < len(self.members)
        self.change.setEnabled(chosen)
        self.remove.setEnabled(chosen)
