"""The house style of an export, as a list to choose from."""

from PySide6.QtWidgets import QComboBox

from coauthor.document.rendering import printable
from coauthor.workspace.offered import Offered


def style_combo(offered: Offered, last: str) -> QComboBox:
    """Return a choice of house styles, on the one of last time, else that of the workspace."""
    combo = QComboBox()
    for name, label in offered.styles:
        combo.addItem(printable(label), name)
    combo.setCurrentIndex(max(combo.findData(last), -1))
    if combo.currentIndex() < 0:
        combo.setCurrentIndex(max(combo.findData(offered.usual_style), 0))
    return combo
