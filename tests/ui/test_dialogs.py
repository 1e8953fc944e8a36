"""Dialogs stay readable when they have something to say; messages do not pile up."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coauthor.errors import UserError
from coauthor.language import LANGUAGES, Catalogue
from coauthor.ui import dialogs as dialogs_of
from coauthor.ui.archiving.dialog import ArchiveDialog
from coauthor.ui.banner import Banner
from coauthor.ui.dialogs import FormDialog, NewDialog
from coauthor.ui.jobs import Jobs
from coauthor.ui.sharing.dialogs import ConnectDialog, JoinDialog
from coauthor.ui.start import StartPage
from coauthor.ui.theme import Appearance, apply_theme, load_theme
from coauthor.workspace.archiving.details import Details
from coauthor.workspace.standards import shipped_standards


def dialogs(qtbot: QtBot, language: str) -> list[FormDialog]:
    text, jobs = Catalogue(language), Jobs()
    made = [
        NewDialog(text, shipped_standards(), "", make=lambda _: False),
        ConnectDialog(text, jobs, lambda _: lambda _: None),
        JoinDialog(text, jobs, lambda *_: lambda _: None),
    ]
    for each in made:
        qtbot.addWidget(each)
        each.show()
        qtbot.waitExposed(each)
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_squeezes_no_field(qtbot: QtBot, language: str) -> None:
    long = "/mnt/netwerkschijf/afdeling/belastingen/programma-van-eisen/samen"
    for dialog in dialogs(qtbot, language):
        dialog.say_wrong(UserError("place-unreachable", place=long))
        qtbot.wait(50)
        fields = [
            field
            for kind in (QLineEdit, QComboBox, QAbstractButton)
            for field in dialog.findChildren(kind)
            if field.isVisible() and not field.objectName().startswith("qt_")
        ]
        assert fields
        for field in fields:
            assert field.height() >= field.minimumSizeHint().height(), type(dialog).__name__
        assert dialog.wrong.height() >= dialog.wrong.heightForWidth(dialog.wrong.width())


def test_on_a_small_screen_the_fields_scroll_and_the_buttons_stay(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = QSize(620, 340)  # 1366 by 768 at 200 %
    monkeypatch.setattr(dialogs_of, "room_for", lambda _: room)
    dialog = ArchiveDialog(Catalogue("nl"), "bel", Details({}), [])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert (dialog.width(), dialog.height()) <= (room.width(), room.height())
    assert dialog.rect().contains(dialog.buttons.geometry())
    assert dialog.file.line.hasFocus() or dialog.focusWidget() is dialog.file.line
    last = dialog.lines["identification-source"]
    assert last.visibleRegion().isEmpty()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.lines["identification"].setFocus()
    QTest.keyClick(dialog.lines["identification"], Qt.Key.Key_Tab)
    assert not last.visibleRegion().isEmpty()


def test_every_way_to_begin_can_be_reached_on_a_small_screen(qtbot: QtBot) -> None:
    page = StartPage(Catalogue("nl"), [])
    qtbot.addWidget(page)
    page.resize(960, 500)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.buttons["open"].setFocus()
    QTest.keyClick(page.buttons["open"], Qt.Key.Key_Tab)
    assert page.buttons["import"].hasFocus()
    assert not page.buttons["import"].visibleRegion().isEmpty()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_choice_has_an_arrow(qtbot: QtBot, look: Appearance) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, look)
    box = QComboBox()
    box.addItem("Eis")
    box.resize(200, 30)
    qtbot.addWidget(box)
    box.show()
    image = box.grab().toImage()
    paper = load_theme(look)["paper"]
    right = {image.pixelColor(x, y).name() for x in range(175, 196) for y in range(8, 22)}
    apply_theme(application, "light")
    assert right - {paper.name()}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_number_shows_its_border_its_arrows_and_where_the_focus_is(
    qtbot: QtBot, look: Appearance
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, look)
    page, theme = QWidget(), load_theme(look)
    numbers = [QSpinBox(page), QSpinBox(page)]
    for place, number in enumerate(numbers):
        number.setGeometry(10, 10 + 50 * place, 120, 30)
    qtbot.addWidget(page)
    page.resize(160, 110)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    numbers[1].setFocus()
    qtbot.waitUntil(numbers[1].hasFocus)
    plain, focused = (each.grab().toImage() for each in numbers)
    apply_theme(application, "light")
    assert plain.pixelColor(60, 0).name() == theme["line"].name()
    assert focused.pixelColor(60, 0).name() == theme["accent"].name()
    for rows in (range(4, 13), range(17, 26)):  # up and down
        arrow = {plain.pixelColor(x, y).name() for x in range(99, 117) for y in rows}
        assert arrow - {theme["paper"].name()}


def test_a_new_document_gets_a_folder_that_is_free(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Coauthor" / "belastingen").mkdir(parents=True)
    dialog = NewDialog(Catalogue("nl"), shipped_standards(), "", make=lambda _: False)
    qtbot.addWidget(dialog)
    dialog.standard.setCurrentIndex(dialog.standard.findData("coauthor:belastingen"))
    assert dialog.folder.path == tmp_path / "Coauthor" / "belastingen-2"
    dialog.standard.setCurrentIndex(dialog.standard.findData("coauthor:reisdocumenten"))
    assert dialog.folder.path == tmp_path / "Coauthor" / "reisdocumenten"
    dialog.folder.line.setText("/mnt/eigen")
    dialog.standard.setCurrentIndex(dialog.standard.findData("coauthor:belastingen"))
    assert dialog.folder.path == Path("/mnt/eigen")


def test_what_is_done_makes_room_for_what_is_done_next(qtbot: QtBot) -> None:
    banner = Banner(Catalogue("nl"))
    qtbot.addWidget(banner)
    banner.show_message("outside", "warning", "Let op")
    banner.show_message("version", "done", "Versie opgeslagen")
    banner.show_message("sharing", "done", "Opgehaald", actions=[("Bekijken", banner.hide)])
    assert banner.messages() == ["Let op", "Opgehaald"]
    banner.show_message("exported", "done", "Geëxporteerd")
    assert banner.messages() == ["Let op", "Opgehaald", "Geëxporteerd"]
