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
    folder = resources() / "appearance"
    style = (folder / "style.qss").read_text(encoding="utf-8")
    arrow = (folder / f"arrow-{name}.svg").as_posix()  # a choice must look like one
    up = (folder / f"arrow-up-{name}.svg").as_posix()
    check = (folder / f"check-{name}.svg").as_posix()
    application.setStyleSheet(style % {**theme.colours, "arrow": arrow, "up": up, "check": check})


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
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme["soft"])
    return palette
