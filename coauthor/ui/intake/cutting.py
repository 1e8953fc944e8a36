"""How a text is cut: by headings of a level, or by items of lists."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from coauthor.exchange.proposal import Plan
from coauthor.language import Catalogue
from coauthor.ui.forms import add_row, note

LEVELS = range(1, 7)


class CuttingPanel(QWidget):
    """Asks what becomes a clause; what the program chose by itself is told.

    Signals:
        changed(): the person wants it cut otherwise.
    """

    changed = Signal()

    def __init__(self, text: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.unit = QComboBox()
        self.unit.addItem(text("intake-cut-auto"), None)
        for level in LEVELS:
            self.unit.addItem(text("intake-cut-headings", level=level), Plan("headings", level))
        self.unit.addItem(text("intake-cut-items"), Plan("items"))
        self.unit.addItem(text("intake-cut-rows"), Plan("rows"))
        add_row(form, text("intake-cut"), self.unit, text("intake-cut-help"))
        form.addRow(note(text("intake-cut-help")))
        self.unit.currentIndexChanged.connect(self.changed)

    @property
    def plan(self) -> Plan | None:
        """How the person wants it cut; None to choose the likeliest way."""
        chosen = self.unit.currentData()
        return chosen if isinstance(chosen, Plan) else None

    def show_plan(self, plan: Plan) -> None:
        """Tell which way was chosen where the person left it to the program."""
        name = (
            self._text("intake-cut-headings", level=plan.level)
            if plan.unit == "headings"
            else self._text(f"intake-cut-{plan.unit}")
        )
        self.unit.setItemText(0, self._text("intake-cut-chosen", way=name))

    def begin_anew(self) -> None:
        """Leave it to the program again, for another file."""
        self.unit.blockSignals(True)
        self.unit.setCurrentIndex(0)
        self.unit.setItemText(0, self._text("intake-cut-auto"))
        self.unit.blockSignals(False)
