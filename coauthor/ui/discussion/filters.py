"""Which threads are shown: where, how they stand, of whom."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from coauthor.language import Catalogue
from coauthor.review.discussion.threads import Listener, Wanted
from coauthor.ui.discussion.rendering import role_name, short_name
from coauthor.ui.forms import describe

SCOPES = ("here", "whole", "all")
STANDS = ("open", "every", "unread", "mine", "resolved")


class ThreadFilters(QWidget):
    """Four choices above the list.

    Signals:
        changed(): something else is wanted.
    """

    changed = Signal()

    def __init__(self, text: Catalogue) -> None:
        super().__init__()
        self._text = text
        self.scope = self._choice("filter-scope")
        self.stands = self._choice("filter-stands")
        self.organisation = self._choice("filter-organisation")
        self.role = self._choice("filter-role")
        for key in SCOPES:
            self.scope.addItem(text(f"filter-scope-{key}"), key)
        for key in STANDS:
            self.stands.addItem(text(f"filter-stands-{key}"), key)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        fields = (self.scope, self.stands, self.organisation, self.role)
        for number, field in enumerate(fields):
            layout.addWidget(field, number // 2, number % 2)
        self.show_voices([], [])

    def _choice(self, name: str) -> QComboBox:
        field = QComboBox()
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(6)
        describe(field, self._text(name))
        field.activated.connect(lambda _: self.changed.emit())
        return field

    def show_voices(self, organisations: Iterable[str], roles: Iterable[str]) -> None:
        """Offer the organisations and roles that took part."""
        offers = (
            (self.organisation, "filter-organisation-any", sorted(organisations, key=str.casefold)),
            (self.role, "filter-role-any", sorted(roles)),
        )
        for field, none, names in offers:
            have = [str(field.itemData(place)) for place in range(field.count())]
            if have == ["", *names]:
                continue
            chosen = field.currentData()
            with QSignalBlocker(field):
                field.clear()
                field.addItem(self._text(none), "")
                for name in names:
                    role = field is self.role
                    field.addItem(role_name(name, self._text) if role else short_name(name), name)
                field.setCurrentIndex(max(field.findData(chosen), 0))

    def show_voices_wanted(self, *, several: bool) -> None:
        """Offer a choice of voices where there are several."""
        chosen = self.organisation.currentData() or self.role.currentData()
        for field in (self.organisation, self.role):
            field.setVisible(several or bool(chosen))

    def wanted(self, listener: Listener) -> Wanted:
        """Return what is wanted."""
        stands = str(self.stands.currentData())
        return Wanted(
            str(self.organisation.currentData() or ""),
            str(self.role.currentData() or ""),
            {"open": True, "resolved": False}.get(stands),
            stands == "mine",
            stands == "unread",
            listener,
        )

    @property
    def where(self) -> str:
        """One of `SCOPES`."""
        return str(self.scope.currentData())

    def show_where(self, scope: str) -> None:
        """Look elsewhere."""
        self.scope.setCurrentIndex(SCOPES.index(scope))

    def show_every(self) -> None:
        """Leave nothing out, so that a certain thread is in the list."""
        self.stands.setCurrentIndex(STANDS.index("every"))
        self.organisation.setCurrentIndex(0)
        self.role.setCurrentIndex(0)
