"""The window in which a file comes in: what becomes what, and what goes wrong."""

import os
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.language import LANGUAGES
from coauthor.ui.intake.dialog import IntakeDialog
from coauthor.ui.theme import apply_theme
from tests.exchange.texts import word
from tests.ui.driver import nameless
from tests.ui.intake.hands import Opens, drops, letters_of, settled, shot

TEXT = "# Oud\n\nInleiding.\n\n## 1.1 Een\n\nEen.\n\n## 1.2 Twee\n\nTwee.\n\n## 1.3 Drie\n\nDrie.\n"

REAL = Path(__file__).parents[4] / "shared" / "texts"


def column(dialog: IntakeDialog, name: str) -> list[str]:
    model = dialog.preview.lines
    place = model.columns.index(name)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]


def test_a_foreign_text_is_shown_as_what_it_becomes_and_cut_otherwise_when_asked(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "oud.md"
    file.write_text(TEXT, encoding="utf-8")
    dialog = opens(file)
    assert column(dialog, "what") == ["Kop 1", "Tekst", "Eis", "Eis", "Eis"]
    assert column(dialog, "code") == ["", "", "1.1", "1.2", "1.3"]
    assert column(dialog, "place") == ["", "", "regel 5", "regel 9", "regel 13"]
    assert "1.1 Een" in dialog.preview.detail.toPlainText()  # a clause, not the heading above
    assert "3 bepalingen" in dialog.summary.text()
    assert dialog.take_button.isEnabled()
    unit = dialog.reading.cutting.unit
    assert "Koppen van niveau 2" in unit.itemText(0)  # what the program chose is told
    unit.setFocus()
    QTest.keyClick(unit, Qt.Key.Key_Down)  # headings of level 1
    assert dialog.looked is None  # what was read in another way is gone at once
    assert not dialog.take_button.isEnabled()
    settled(qtbot, dialog)
    assert column(dialog, "what") == ["Eis"]


def test_the_table_is_narrowed_and_searched_and_shows_a_row_in_full(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "oud.md"
    file.write_text(TEXT + "\n## Zonder nummer\n\n" + "lang " * 700, encoding="utf-8")
    preview = opens(file).preview
    preview.kinds.setCurrentIndex(preview.kinds.findData("clauses"))
    assert preview.lines.rowCount() == 3
    preview.kinds.setCurrentIndex(preview.kinds.findData("all"))
    qtbot.keyClicks(preview.words, "twee")
    assert preview.lines.rowCount() == 1
    assert "1.2" in preview.detail.toPlainText()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BAD = {
    "leeg.md": (b" \n", "is leeg"),
    "foto.png": (b"\x89PNG", "niet inlezen"),
    "geheim.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "oud.doc": (OLE + bytes(600), "voor 2007"),
    "geen.json": (b"{", "geen JSON"),
    "weg.md": (None, "niet gevonden"),
}


def test_a_file_that_cannot_be_read_is_told_and_another_one_can_be_chosen(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    good = tmp_path / "goed.md"
    good.write_text(TEXT, encoding="utf-8")
    dialog = opens(good)
    for name, (data, said) in BAD.items():
        file = tmp_path / name
        if data is not None:
            file.write_bytes(data)
        dialog.begin(file)
        assert dialog.looked is None
        settled(qtbot, dialog)
        assert said in dialog.wrong.text()
        assert str(file) in dialog.wrong.text()
        assert dialog.wrong.text().count(".csv,") <= 1
        assert not dialog.reading.title.isVisible()  # there is nothing to choose below it
        assert not dialog.take_button.isEnabled()
        assert dialog.other.hasFocus() or not dialog.isActiveWindow()
    shot(dialog, "intake-wrong")
    dialog.begin(tmp_path)
    settled(qtbot, dialog)
    assert "is een map" in dialog.wrong.text()
    closed = tmp_path / "dicht.md"
    closed.write_text(TEXT, encoding="utf-8")
    closed.chmod(0)
    if not os.access(closed, os.R_OK):  # who runs as administrator may read everything
        dialog.begin(closed)
        settled(qtbot, dialog)
        assert "U mag" in dialog.wrong.text()
    dialog.begin(good)
    assert dialog.wrong.isHidden()
    settled(qtbot, dialog)
    assert dialog.take_button.isEnabled()


def test_a_field_that_must_be_filled_in_comes_into_sight_and_has_the_focus(
    opens: Opens, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    file = tmp_path / "oud.md"
    file.write_text(TEXT, encoding="utf-8")
    dialog = opens(file, new=True)
    dialog.resize(1180, 360)
    place = dialog.place
    assert place is not None
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "iets").write_text("x", encoding="utf-8")
    for organisation, folder, field in (
        (" ", tmp_path / "leeg", place.organisation),
        ("Waterrijk", tmp_path / "vol", place.folder.line),
    ):
        place.organisation.setText(organisation)
        place.folder.line.setText(str(folder))
        dialog.left.verticalScrollBar().setValue(0)
        dialog.take_button.setFocus()
        dialog.take()
        qtbot.waitUntil(dialog.wrong.isVisible, timeout=20_000)
        assert dialog.focusWidget() is field
        qtbot.waitUntil(lambda at=field: not at.visibleRegion().isEmpty())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_has_a_name_and_one_letter_and_the_buttons_fit_a_small_screen(
    opens: Opens, tmp_path: Path, language: str
) -> None:
    file = tmp_path / "oud.md"
    file.write_text(TEXT, encoding="utf-8")
    dialog = opens(file, language, new=True)
    assert nameless(dialog) == []
    letters = letters_of(dialog)
    assert len(letters) >= 7
    assert len(letters) == len(set(letters)), sorted(letters)
    for size in ((1180, 720), (640, 360)):  # the second: 1280 by 720 at 200 %
        dialog.resize(*size)
        QApplication.processEvents()
        assert (dialog.width(), dialog.height()) == size
        for each in (dialog.take_button, dialog.cancel_button, dialog.other):
            assert dialog.rect().contains(each.geometry())
            assert each.width() >= each.minimumSizeHint().width()
        shot(dialog, f"intake-{language}-{size[0]}")


def test_the_measures_of_the_government_come_in_whole(opens: Opens, qapp: QApplication) -> None:
    file = REAL / "bio2" / "maatregelen-2026-01-01.md"
    if not file.is_file():
        pytest.skip("the shared texts are not here")
    dialog = opens(file, new=True)
    assert "160 bepalingen" in dialog.summary.text()
    assert "alle woorden" in dialog.summary.text()
    for look in ("dark", "light"):
        apply_theme(qapp, "dark" if look == "dark" else "light")
        shot(dialog, f"intake-bio-{look}")


def test_ten_thousand_clauses_hold_up_nothing_and_are_searched_at_once(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    parts = (f"## {n}.1 Titel {n}\n\nDe oplossing doet {n}.\n\n" for n in range(10_000))
    file = tmp_path / "groot.md"
    file.write_text("# Groot\n\n" + "".join(parts), encoding="utf-8")
    small = tmp_path / "klein.md"
    small.write_text(TEXT, encoding="utf-8")
    dialog = opens(small)
    gaps: list[float] = []
    last = [perf_counter()]

    def beat() -> None:
        now = perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(0)
    last[0] = perf_counter()
    dialog.begin(file)
    settled(qtbot, dialog)
    dialog.preview.words.setText("titel 77")
    qtbot.waitUntil(lambda: dialog.preview.lines.rowCount() == 111, timeout=5_000)
    timer.stop()
    assert max(gaps) < 0.2  # 0.03 on a machine that has nothing else to do


def test_a_word_file_is_shown_with_its_conversation_and_what_stays_behind(
    opens: Opens, tmp_path: Path
) -> None:
    file = tmp_path / "oud.docx"
    picture = "<w:r><w:drawing><w:blip/></w:drawing></w:r>"
    line = word.r("Het ") + word.gone("telt") + word.ins("logt")
    body = word.p("Een", "Kop1") + word.p(line) + word.p("Twee", "Kop1") + word.p(picture)
    file.write_bytes(word.docx(body))
    dialog = opens(file)
    assert column(dialog, "what") == ["Eis", "Eis"]
    assert column(dialog, "place") == ["alinea 1", "alinea 3"]
    assert dialog.looked is not None
    assert [each.sort for each in dialog.looked.said] == ["edit"]
    assert dialog.names.isVisible()
    told = [dialog.preview.told.index(0, at).data() for at in (0, 1)]
    assert "afbeelding" in told[0]
    assert told[1] == "alinea 4"


def test_another_file_dropped_on_the_window_is_read(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "oud.md", tmp_path / "anders.md"
    for file in (first, second):
        file.write_text(TEXT, encoding="utf-8")
    dialog = opens(first)
    drops(dialog, second)
    qtbot.waitUntil(lambda: dialog.path == second)
    settled(qtbot, dialog)
    assert dialog.title.text() == "anders.md"
