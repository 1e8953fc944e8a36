"""A spreadsheet that comes in: which sheets, which columns, what the words mean."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from coauthor.ui.intake.dialog import IntakeDialog
from coauthor.workspace.bringing.lines import Line
from tests.ui.driver import nameless
from tests.ui.intake.hands import Opens, settled, shot

LIST = (
    ("Nr", "Soort", "Omschrijving", "Wie"),
    ("1", "Eis", "Het systeem legt elke wijziging vast.", "Fatma"),
    ("2", "Pluspunt", "Het systeem toont een kaart van de wijk.", "Daan"),
)
NAMES = (("Naam", "Telefoon"), ("Fatma", "06"))


def book(file: Path, **sheets: Sequence[Sequence[str]]) -> Path:
    with xlsxwriter.Workbook(str(file)) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    return file


def chooses(field: QComboBox, data: str) -> None:
    """Go to a choice by keys, as a person does."""
    field.setFocus()
    wanted = field.findData(data)
    while (here := field.currentIndex()) != wanted:
        QTest.keyClick(field, Qt.Key.Key_Down if here < wanted else Qt.Key.Key_Up)


def shown(dialog: IntakeDialog) -> Sequence[Line]:
    assert dialog.looked is not None
    return dialog.looked.lines


def clauses(dialog: IntakeDialog) -> list[tuple[str, str, str]]:
    return [(e.code, e.marks[0], e.text) for e in shown(dialog) if e.what == "clause"]


def test_a_list_of_others_is_read_by_its_columns_and_otherwise_when_asked(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opens(book(tmp_path / "lijst.xlsx", Eisen=LIST, Namen=NAMES))
    panel = dialog.reading.sheets
    assert not panel.isHidden()
    assert dialog.reading.cutting.isHidden()
    roles = panel.columns.roles
    assert [each.accessibleName() for each in roles] == list(LIST[0])
    assert "Het systeem legt" in roles[2].accessibleDescription()  # the first values
    if roles[2].currentData() != "text":
        chooses(roles[2], "text")
        settled(qtbot, dialog)
    assert [each[0] for each in clauses(dialog)] == ["1", "2"]
    assert "Fatma" in str(shown(dialog))
    chooses(roles[3], "")
    assert dialog.looked is None  # read in another way: what was shown is gone at once
    settled(qtbot, dialog)
    assert panel.columns.roles[3] is roles[3]  # what has the focus stays where it is
    assert "Fatma" not in str(shown(dialog))
    words = [each.accessibleName() for each in panel.meanings.fields]
    field = panel.meanings.fields[words.index("Pluspunt")]
    field.setFocus()
    while field.currentText() != "Wens":
        QTest.keyClick(field, Qt.Key.Key_Up)
    settled(qtbot, dialog)
    assert [each[1] for each in clauses(dialog)] == ["eis", "wens"]
    assert nameless(dialog) == []
    shot(dialog, "intake-columns")


def test_how_a_list_is_read_is_remembered_and_found_again_for_the_next_one(
    opens: Opens,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    dialog = opens(book(tmp_path / "lijst.xlsx", Eisen=LIST))
    panel = dialog.reading.sheets
    chooses(panel.columns.roles[3], "")
    settled(qtbot, dialog)
    profiles = panel.profiles
    QTest.keyClick(profiles.keep_button, Qt.Key.Key_Space)
    assert "Geef het profiel een naam" in profiles.said.text()
    qtbot.keyClicks(profiles.name, "Gemeente")
    QTest.keyClick(profiles.keep_button, Qt.Key.Key_Space)
    assert "Onthouden als „Gemeente”" in profiles.said.text()
    dialog.begin(book(tmp_path / "volgende.xlsx", Blad=LIST))
    settled(qtbot, dialog)
    assert "Gemeente" in profiles.said.text()
    assert panel.columns.roles[3].currentData() == ""
    profiles.profile.setFocus()
    QTest.keyClick(profiles.profile, Qt.Key.Key_Down)  # without a profile
    settled(qtbot, dialog)
    assert panel.columns.roles[3].currentData() != ""
    assert profiles.said.isHidden()
    shot(dialog, "intake-profile")


def test_a_sheet_is_ticked_by_the_space_bar_and_headings_stand_where_a_person_says(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    above = (("Programma van eisen",), *LIST)
    dialog = opens(book(tmp_path / "lijst.xlsx", Eisen=LIST, Meer=above))
    panel = dialog.reading.sheets
    panel.sheets.setFocus()
    panel.sheets.setCurrentRow(1)
    before = len(clauses(dialog))
    QTest.keyClick(panel.sheets, Qt.Key.Key_Space)
    settled(qtbot, dialog)
    assert len(clauses(dialog)) != before
    QTest.keyClick(panel.sheets, Qt.Key.Key_Space)
    settled(qtbot, dialog)
    assert len(clauses(dialog)) == before
    panel.row.setFocus()
    panel.row.setValue(1)
    settled(qtbot, dialog)
    panel.row.setValue(2)
    settled(qtbot, dialog)
    assert [each.accessibleName() for each in panel.columns.roles] == list(LIST[0])


def test_where_no_column_is_known_a_person_says_which_one_is_the_text(
    opens: Opens, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = (("Aa", "Bb"), ("x1", "kort"), ("x2", "ook"))
    dialog = opens(book(tmp_path / "vreemd.xlsx", Blad=rows))
    if dialog.wrong.isHidden():
        pytest.skip("this list is read by itself")
    assert not dialog.take_button.isEnabled()
    panel = dialog.reading.sheets
    if panel.sheets.item(0).checkState() != Qt.CheckState.Checked:
        panel.sheets.setFocus()
        QTest.keyClick(panel.sheets, Qt.Key.Key_Space)
    chooses(panel.columns.roles[1], "text")
    settled(qtbot, dialog)
    assert dialog.take_button.isEnabled()


@pytest.mark.parametrize(
    ("name", "number"), [("programma-van-eisen.xlsx", 108), ("vragenformulier.xlsx", 37)]
)
def test_the_workbooks_of_the_software_catalogue_come_in_with_every_row(
    opens: Opens, name: str, number: int
) -> None:
    file = Path(__file__).parents[4] / "shared" / "texts" / "pve-softwarecatalogus" / name
    if not file.is_file():
        pytest.skip("the shared texts are not here")
    dialog = opens(file)
    assert len(clauses(dialog)) == number
    assert "alle woorden" in dialog.summary.text()
    shot(dialog, f"intake-{file.stem}")
