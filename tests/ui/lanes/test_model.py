"""The table behind the lanes, and what a screen reader gets of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester

from coauthor.document.edits import remove
from coauthor.document.reading import read_document
from tests.ui.lanes.conftest import STANDARD, Hands, changed, derived

Lanes = Callable[..., Hands]

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def spoken(hands: Hands, code: str, lane: int = 0) -> str:
    model = hands.view.model
    return str(model.data(model.index(hands.row(code), lane), SPOKEN))


def test_the_model_keeps_the_rules_of_models_through_every_change(lanes: Lanes):
    hands = lanes()
    session = hands.session
    tester = QAbstractItemModelTester(
        hands.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    session.edit_body(hands.index("BEL-001"), "Anders.")
    session.insert_clause(3, title="Nieuw")
    session.move_step(hands.index("BEL-004"), -1)
    session.move(0, 3, len(session.document.blocks))
    session.remove(hands.index("BEL-002"), reason_class="law", note="Nee.")
    session.do("remove", remove(session.document, hands.index("BEL-005")))
    session.take_standard(hands.index("BEL-001"))
    session.restore("bbbbbbbbbb")
    while session.undo():
        pass
    while session.redo():
        pass
    hands.view.set_lanes([("Een", read_document(STANDARD)), ("Twee", read_document(STANDARD))])
    session.insert_heading(1, 2, "Kop")
    hands.view.set_lanes([])
    assert hands.view.model.rowCount() == len(session.document.blocks)
    del tester


def test_few_rows_come_and_go(lanes: Lanes, qtbot):
    hands = lanes()
    seen: list[tuple[str, int]] = []
    model = hands.view.model
    model.rowsInserted.connect(lambda _p, first, last: seen.append(("in", last - first + 1)))
    model.rowsRemoved.connect(lambda _p, first, last: seen.append(("out", last - first + 1)))
    model.modelReset.connect(lambda: seen.append(("reset", 0)))
    hands.session.insert_clause(3)
    assert seen == [("in", 1)]
    seen.clear()
    hands.session.edit_body(hands.index("BEL-005"), "Anders.")
    hands.session.remove(hands.index("BEL-002"), reason_class="law", note="Nee.")
    assert seen == []


def test_a_screen_reader_hears_one_full_text(lanes: Lanes):
    hands = lanes(derived(changed(("één biljet samen", "snel één biljet samen"))))
    said = spoken(hands, "BEL-001")
    assert said.startswith("BEL-001, Eis, Eén biljet.")
    assert "Aangepast, anders" in said
    assert "reden ontbreekt" in said
    assert "Het systeem stelt binnen 5 werkdagen snel één biljet samen." in said
    assert "één verschil" in spoken(hands, "BEL-001", 1).lower()
    assert "Gelijk aan ons document." in spoken(hands, "BEL-005", 1)
    assert "vergrendeld" in spoken(hands, "BEL-003").lower()
    assert "dagen: nog in te vullen" in spoken(hands, "BEL-002")
    assert "**" not in spoken(hands, "BEL-004")
    assert "• een datum;" in spoken(hands, "BEL-004")


def test_what_we_lack_and_what_we_left_out_is_said(lanes: Lanes):
    hands = lanes()
    session = hands.session
    session.remove(hands.index("BEL-002"), reason_class="law", note="Mag niet.")
    assert "Weggelaten: BEL-002 Bericht vooraf – Mag niet." in spoken(hands, "BEL-002")
    session.do("remove", remove(session.document, hands.index("BEL-005")))
    row = hands.row("BEL-005")
    model = hands.view.model
    assert model.index_of(row) is None
    assert model.data(model.index(row, 0), SPOKEN) == "staat niet in ons document"
    session.insert_clause(1, title="Eigen")
    own = hands.view.model.row_of(1)
    assert model.data(model.index(own, 1), SPOKEN) == "staat niet in: Standaard 1.0"


def test_hidden_headers_say_code_and_lane(lanes: Lanes):
    hands = lanes()
    model = hands.view.model
    row = hands.row("BEL-003")
    assert model.headerData(row, Qt.Orientation.Vertical) == "BEL-003"
    assert model.headerData(0, Qt.Orientation.Vertical) == "Heffen"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Belastingen"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Standaard 1.0"


def test_the_lanes_are_a_table_for_screen_readers(lanes: Lanes):
    hands = lanes()
    table = QAccessible.queryAccessibleInterface(hands.view.table)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Tekst, kolommen naast elkaar"
    texts = [
        table.child(number).text(QAccessible.Text.Name) for number in range(table.childCount())
    ]
    assert any("Het systeem versleutelt alle gegevens." in text for text in texts)


def test_every_control_has_a_name(lanes: Lanes):
    hands = lanes()
    hands.writes_in("BEL-001")
    editor = hands.view.writing.editor
    assert editor.title.accessibleName() == "Titel van BEL-001"
    assert editor.body.accessibleName() == "Tekst van BEL-001"
    assert (
        hands.view.header.handle(1).accessibleName() == "Grens tussen Ons document en Standaard 1.0"
    )
    assert hands.view.pointing.button.accessibleName()


def test_damage_is_said_where_it_is(lanes: Lanes):
    session = derived(changed(("BEL-005 kind", "BEL-004 kind")))
    hands = lanes(session)
    row = hands.view.model.row_of(session.document.positions["eeeeeeeeee"])
    assert "BEL-004" in hands.view.model.problem(row)
    assert "hetzelfde nummer" in str(hands.view.model.data(hands.view.model.index(row, 0), SPOKEN))


def test_what_the_standard_withdrew_gets_no_row_of_ours(lanes: Lanes):
    stone = "<!-- withdrawn ffffffffff BEL-009 moved-to=aaaaaaaaaa -->\n\n# Innen"
    hands = lanes(derived(STANDARD, changed(("# Innen", stone))))
    assert all(any(place is not None for place in places) for places in hands.view.model.rows)
    with pytest.raises(AssertionError):
        hands.row("BEL-009")
    shown = lanes(derived(changed(("# Innen", stone)), changed(("# Innen", stone))))
    assert "Vervallen" in shown.words("BEL-009")


def test_a_wordless_separator_gets_no_row(lanes: Lanes):
    hands = lanes()
    before = hands.view.model.rowCount()
    hands.session.insert_heading(hands.index("BEL-005") + 1, 4, "Diep")
    assert "<!-- text -->" in hands.session.document.text
    assert hands.view.model.rowCount() == before + 1
    assert not hands.view.model.index(0, 0).parent().isValid()
    assert hands.view.model.rowCount(QModelIndex()) == before + 1
