"""Which profile a sheet is read by, and remembering how it is read for the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coauthor.document.rendering import harmless
from coauthor.errors import CoauthorError
from coauthor.exchange.sheet_plan import Profile, SheetPlan
from coauthor.language import Catalogue
from coauthor.ui.forms import add_row, button, describe, note
from coauthor.workspace.bringing.profiles import keep_profile, kept_profiles

ITSELF, NONE = 0, 1
"""Places of the first two choices: leave it to the program, and no profile."""


class ProfilePanel(QWidget):
    """Asks which profile is used, and for the name of one to remember.

    Signals:
        changed(): the person wants it read by another profile, or by none.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._kept: Sequence[Profile] = ()
        self._plan = SheetPlan()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.profile = QComboBox()
        self.profile.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        add_row(self._form, text("intake-profile"), self.profile)
        column.addLayout(self._form)
        self.said = note("")
        self.said.hide()
        column.addWidget(self.said)
        row = QHBoxLayout()
        self.name = QLineEdit()
        self.name.setPlaceholderText(text("intake-profile-name"))
        describe(self.name, text("intake-profile-name"), text("intake-profile-help"))
        self.keep_button = button(
            text("intake-profile-keep"), help_text=text("intake-profile-help")
        )
        self.keep_button.setAutoDefault(False)
        self.keep_button.clicked.connect(self.keep)
        row.addWidget(self.name, 1)
        row.addWidget(self.keep_button)
        column.addLayout(row)
        self.profile.activated.connect(self._choose)

    @property
    def plan(self) -> SheetPlan | None:
        """What the chosen profile makes of any file; None to leave it to the program."""
        place = self.profile.currentIndex()
        if place <= ITSELF:
            return None
        return SheetPlan(profiles=() if place == NONE else (self._kept[place - 2],))

    def begin_anew(self) -> None:
        """Leave it to the program again, for another file."""
        self._kept = kept_profiles()
        self.profile.clear()
        self.profile.addItems(
            [self._text("intake-profile-itself"), self._text("intake-profile-none")]
        )
        self.profile.addItems([harmless(each.name) for each in self._kept])
        self._form.setRowVisible(self.profile, bool(self._kept))
        self.name.clear()
        self.said.hide()

    def show_plan(self, plan: SheetPlan) -> None:
        """Tell by which profile a file was read."""
        self._plan = plan
        if plan.profile:
            self._say(self._text("profile-used", name=plan.profile))
        elif self.profile.currentIndex() > NONE:
            name = self.profile.currentText()
            self._say("⚠ " + self._text("intake-profile-unfit", name=name))

    def _choose(self, _: int) -> None:
        self.said.hide()
        self.changed.emit()

    def keep(self) -> None:
        """Remember how the file is read, under the name that was given."""
        try:
            keep_profile(self.name.text() or self._plan.profile, self._plan)
        except CoauthorError as error:
            self._say("⚠ " + self._text(f"error-{error.code}", **error.parameters))
            self.name.setFocus()
            return
        name = self.name.text().strip() or self._plan.profile
        self._say("✓ " + self._text("intake-profile-kept", name=name))

    def _say(self, said: str) -> None:
        self.said.setText(harmless(said))
        self.said.show()
