"""The look: roles to colours, light and dark, one accent, generous spacing."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from coauthor.resources import resources

Appearance = Literal["light", "dark"]


@dataclass(frozen=True)
class Theme:
    """Colours by role; see ``resources/appearance``."""

    name: Appearance
    colours: dict[str, str]

    def __getitem__(self, role: str) -> QColor:
        return QColor(self.colours[role])


@cache
def load_theme(name: Appearance) -> Theme:
    """Return a theme."""
    path = resources() / "appearance" / f"{name}.toml"
    return Theme(name, tomllib.loads(path.read_text(encoding="utf-8")))


def current_theme() -> Theme:
    """Return the theme of the running application."""
    application = QApplication.instance()
    name = application.property("appearance") if application else None
    return load_theme("dark" if name == "dark" else "light")


def apply_theme(application: QApplication, name: Appearance) -> None:
    """Give the whole application a look."""
    theme = load_theme(name)
    application.setProperty("appearance", name)
    application.setPalette(_palette(theme))
    application.setStyleSheet(_STYLE % theme.colours)


_PALETTE = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_ink",
    QPalette.ColorRole.ToolTipBase: "paper",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Link: "accent",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, theme[name])
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme["soft"])
    return palette


_STYLE = """
QWidget { color: %(ink)s; }
QMainWindow, QDialog, QDockWidget, QWidget#page { background: %(panel)s; }
QLabel[soft="true"] { color: %(soft)s; }
QLabel[wrong="true"] { color: %(removed_ink)s; }
QLabel[heading="1"] { font-size: 22pt; font-weight: 600; }
QLabel[heading="2"] { font-size: 15pt; font-weight: 600; }
QLabel[heading="3"] { font-size: 12pt; font-weight: 600; }
QLabel[heading="4"] { font-weight: 600; padding-top: 8px; }
QPushButton { background: %(paper)s; border: 1px solid %(line)s; border-radius: 5px; padding: 6px 14px; }
QPushButton:hover { border-color: %(accent)s; }
QPushButton:focus { border: 2px solid %(accent)s; padding: 5px 13px; }
QPushButton:disabled { color: %(soft)s; }
QPushButton[main="true"] { background: %(accent)s; color: %(accent_ink)s; border-color: %(accent)s; font-weight: 600; }
QPushButton[main="true"]:focus { border: 2px solid %(ink)s; }
QPushButton[way="true"] { text-align: left; padding: 10px 16px; font-size: 11pt; }
QPushButton:flat { border: none; background: transparent; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QListWidget, QTableWidget, QTreeWidget {
  background: %(paper)s; border: 1px solid %(line)s; border-radius: 4px; padding: 4px;
  selection-background-color: %(accent)s; selection-color: %(accent_ink)s; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QListWidget:focus, QTreeWidget:focus
  { border: 2px solid %(accent)s; padding: 3px; }
QComboBox QAbstractItemView { background: %(paper)s; selection-background-color: %(accent)s; selection-color: %(accent_ink)s; }
QListWidget::item { padding: 6px; border-bottom: 1px solid %(line)s; }
QListWidget::item:selected { background: %(chosen)s; color: %(ink)s; }
QListWidget[cards="true"]::item { padding: 10px; }
QTreeWidget { border: none; background: %(panel)s; }
QTreeWidget::item { padding: 4px 2px; }
QTreeWidget::item:selected { background: %(chosen)s; color: %(ink)s; }
QTableView#lanes { background: %(paper)s; border: none; gridline-color: %(line)s; }
QTableView#lanes QLineEdit { border: none; border-bottom: 1px solid %(line)s; border-radius: 0; padding: 2px 0; font-weight: 600; background: transparent; }
QTableView#lanes QPlainTextEdit { border: none; padding: 0; background: transparent; }
QHeaderView::section { background: %(panel)s; border: none; border-right: 1px solid %(line)s; border-bottom: 1px solid %(line)s; padding: 7px 12px; font-weight: 600; }
QFrame[banner="info"] { background: %(info_paper)s; } QFrame[banner="warning"] { background: %(warning_paper)s; }
QFrame[banner="error"] { background: %(error_paper)s; } QFrame[banner="done"] { background: %(done_paper)s; }
QMenuBar, QStatusBar { background: %(panel)s; } QMenuBar::item { padding: 5px 10px; }
QMenuBar::item:selected, QMenu::item:selected { background: %(chosen)s; color: %(ink)s; }
QMenu { background: %(paper)s; border: 1px solid %(line)s; } QMenu::item { padding: 6px 28px 6px 14px; }
QMenu::item:disabled { color: %(soft)s; }
QToolBar { background: %(panel)s; border: none; border-bottom: 1px solid %(line)s; spacing: 6px; padding: 5px 10px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 5px 10px; }
QToolButton:hover, QToolButton:focus { border-color: %(accent)s; } QToolButton:checked { background: %(chosen)s; }
QTabWidget::pane { border: none; border-top: 1px solid %(line)s; } QTabBar::tab { padding: 7px 12px; }
QTabBar::tab:selected { border-bottom: 3px solid %(accent)s; font-weight: 600; }
QScrollArea, QScrollArea > QWidget > QWidget { background: %(panel)s; }
QSplitter::handle { background: %(line)s; } QToolTip { background: %(paper)s; color: %(ink)s; border: 1px solid %(line)s; padding: 4px; }
"""
