"""Everybody can use it: names for screen readers, contrast, no colour alone."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coauthor.language import LANGUAGES, Catalogue
from coauthor.ui.dialogs import (
    DeviationDialog,
    NewDialog,
    VersionDialog,
    VersionsDialog,
)
from coauthor.ui.start import StartPage
from coauthor.ui.theme import apply_theme, load_theme
from coauthor.workspace.standards import shipped_standards
from tests.ui.driver import nameless

ON_PAPER = ("ink", "soft", "accent", "standard", "adapted", "local", "derived", "omitted")
PAIRS = (
    *((role, "paper") for role in ON_PAPER),
    ("ink", "panel"),
    ("soft", "panel"),
    ("accent_ink", "accent"),
    ("added_ink", "added_paper"),
    ("removed_ink", "removed_paper"),
    ("slot_ink", "slot_paper"),
    ("gap_ink", "gap_paper"),
    ("ink", "found_paper"),
    ("ink", "info_paper"),
    ("ink", "warning_paper"),
    ("ink", "error_paper"),
    ("ink", "done_paper"),
    ("ink", "chosen"),
    ("ink", "picked"),
)


def test_the_sign_of_a_tool_bar_that_is_too_narrow_is_seen(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    bar = QToolBar()
    qtbot.addWidget(bar)
    for name in ("Ongedaan", "Opnieuw", "Nieuwe bepaling", "Overnemen"):
        bar.addAction(name)
    bar.resize(200, 40)
    bar.show()
    qtbot.waitExposed(bar)
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    assert isinstance(more, QToolButton)
    qtbot.waitUntil(more.isVisible)
    picture = more.grab().toImage()
    paper = picture.pixelColor(1, 1)
    assert any(
        picture.pixelColor(x, y) != paper
        for x in range(1, picture.width() - 1)
        for y in range(4, picture.height() - 4)
    )


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_stands_out_from_its_background(name: str) -> None:
    theme = load_theme("dark" if name == "dark" else "light")
    for ink, paper in PAIRS:
        light, dark = sorted((luminance(theme[ink]), luminance(theme[paper])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name(qtbot: QtBot, language: str) -> None:
    text = Catalogue(language)
    windows: list[QWidget] = [
        StartPage(text, []),
        NewDialog(text, shipped_standards(), "Waterrijk", make=lambda _: True),
        VersionDialog(text, "", "Fatma"),
        VersionsDialog(text, []),
        DeviationDialog(text),
        DeviationDialog(text, asks=True),
        DeviationDialog(text, removes=True),
    ]
    for window in windows:
        qtbot.addWidget(window)
        window.show()
        assert nameless(window) == [], type(window).__name__
