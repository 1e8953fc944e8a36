"""The start screen: what was opened last can be told apart."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.language import Catalogue
from coauthor.ui.start import StartPage
from coauthor.ui.theme import apply_theme


def test_what_was_opened_last_stands_under_each_other(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    page = StartPage(Catalogue("nl"), [Path(f"map-{number}") for number in range(3)])
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    cards = page.recent
    assert cards is not None
    places = [cards.visualItemRect(cards.item(row)) for row in range(3)]
    assert [each.top() - places[0].top() for each in places] == [
        0,
        places[0].height(),
        2 * places[0].height(),
    ]
    assert places[0].height() > 2 * cards.fontMetrics().height() + 10
