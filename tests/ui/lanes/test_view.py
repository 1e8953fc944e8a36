"""Going about in the lanes, and how they look."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.document.edits import remove
from coauthor.language import Catalogue
from coauthor.lineage.status import ClauseStatus, Direction, Lineage
from coauthor.ui.lanes.signs import SHAPES, paint_sign, sign_icon, signs_of
from coauthor.ui.theme import apply_theme, load_theme
from tests.ui.lanes.conftest import Hands, changed, derived

Lanes = Callable[..., Hands]


def test_the_current_row_is_told(lanes: Lanes, qtbot: QtBot):
    hands = lanes()
    assert hands.view.current_index() == 0
    with qtbot.waitSignal(hands.view.current_changed) as told:
        hands.goes_to("BEL-004")
    assert told.args == [hands.index("BEL-004")]
    assert hands.view.current_uid() == "dddddddddd"


def test_a_clause_that_only_the_standard_has_can_be_gone_to(lanes: Lanes):
    session = derived()
    session.do("remove", remove(session.document, session.document.positions["dddddddddd"]))
    hands = lanes(session)
    assert hands.view.go_to_uid("dddddddddd")
    assert hands.view.current_uid() == "dddddddddd"
    assert hands.view.current_index() is None
    assert not hands.view.go_to_uid("9999999999")


def test_deviations_are_visited_in_order_and_round(lanes: Lanes):
    session = derived(changed(("Het systeem stuurt", "Het pakket stuurt"), ("Betalen kan", "Het")))
    session.remove(2, reason_class="law", note="Nee.")
    hands = lanes(session)
    seen = []
    for _ in range(4):
        hands.view.next_deviation(1)
        seen.append(hands.view.current_uid()[0])
    assert seen == ["a", "b", "e", "a"]
    hands.view.next_deviation(-1)
    assert hands.view.current_uid()[0] == "e"


def test_changes_of_words_are_visited_one_by_one(lanes: Lanes):
    two = changed(("Het systeem stelt", "De applicatie stelt"), ("één biljet samen", "samen"))
    hands = lanes(derived(two.replace("Betalen kan", "Innen kan")))
    seen = []
    for _ in range(4):
        hands.view.next_change()
        spot = hands.view.showing.change
        assert spot is not None
        seen.append((hands.view.current_uid()[0], spot.change))
    assert seen == [("a", 0), ("a", 1), ("e", 0), ("a", 0)]
    hands.view.previous_change()
    assert hands.view.current_uid()[0] == "e"


def test_marks_show_on_both_sides_and_can_be_hidden(lanes: Lanes):
    hands = lanes(derived(changed(("Het systeem stelt", "De applicatie stelt"))))

    def marked(lane: int) -> list[str]:
        cell = hands.view.model.cells.cell(hands.view.model.places(hands.row("BEL-001")), lane)
        return [s.piece.text for s in cell.sheet.spans if s.piece.change >= 0]

    assert marked(0) == ["De applicatie"]
    assert marked(1) == ["Het systeem"]
    hands.view.set_marks(False)
    assert marked(0) == marked(1) == []
    hands.view.set_marks(True)
    assert marked(0) == ["De applicatie"]


def test_fields_show_in_full_or_by_name(lanes: Lanes):
    hands = lanes()
    assert "Waarom  ·  Zo toetst u het" in hands.words("BEL-001")
    assert "Inwoners willen" not in hands.words("BEL-001")
    hands.view.set_fields(True)
    assert "Waarom\nInwoners willen één biljet." in hands.words("BEL-001")


def test_what_is_searched_for_lights_up(lanes: Lanes):
    hands = lanes()
    hands.view.set_search(re.compile("systeem", re.IGNORECASE))
    with_hits = hands.view.grab().toImage()
    hands.view.show_hit(hands.index("BEL-003"), "body", 4)
    assert hands.view.current_uid() == "cccccccccc"
    hands.view.set_search(None)
    assert hands.view.grab().toImage() != with_hits


@pytest.mark.parametrize("look", ["light", "dark"])
def test_words_can_be_read_on_every_surface(look: str):
    theme = load_theme(look)
    pairs = [
        *((ink, "paper") for ink in ("ink", "soft", "accent", "adapted", "local", "omitted")),
        *((ink, "row_paper") for ink in ("ink", "soft", "accent", "adapted", "local", "omitted")),
        *((ink, "row_paper") for ink in ("derived", "warning_ink")),
        ("added_ink", "added_paper"),
        ("removed_ink", "removed_paper"),
        ("slot_ink", "slot_paper"),
        ("gap_ink", "gap_paper"),
        ("ink", "found_paper"),
        ("ink", "found_strong"),
        ("ink", "picked"),
        ("ink", "code_paper"),
        ("ink", "added_paper"),
        ("accent_ink", "accent"),
    ]
    poor = {
        pair: round(contrast(theme[pair[0]], theme[pair[1]]), 2)
        for pair in pairs
        if contrast(theme[pair[0]], theme[pair[1]]) < 4.5
    }
    assert poor == {}


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours (WCAG 2.2)."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: QColor) -> float:
    values = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_signs_differ_in_shape_not_only_in_colour(qapp):
    pictures = {}
    for shape in SHAPES:
        picture = QImage(32, 32, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_sign(painter, shape, QRectF(0, 0, 32, 32), QColor("black"))
        painter.end()
        pictures[shape] = bytes(picture.constBits())
    assert len(set(pictures.values())) == len(SHAPES)
    blank = QImage(32, 32, QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.white)
    assert bytes(blank.constBits()) not in pictures.values()


def test_every_lineage_has_a_sign_with_words(qapp: QApplication):
    text = Catalogue("nl")
    seen = set()
    for lineage in Lineage:
        for direction in (None, *Direction) if lineage is Lineage.ADAPTED else (None,):
            status = ClauseStatus("u", "c", lineage, direction, locked=True, behind=True)
            signs = signs_of(status, text, problem="Kapot.")
            assert all(sign.words for sign in signs)
            assert not sign_icon(signs[0].shape, QColor("black")).isNull()
            seen.add(signs[0].shape)
    assert seen == {
        *("verbatim", "filled", "stricter", "weaker", "other", "local", "derived", "omitted")
    }


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_lanes_take_the_look_of_the_program(lanes: Lanes, look: str):
    hands = lanes(look=look)
    hands.goes_to("BEL-001")
    assert is_like(corner(hands), load_theme(look)["paper"])
    other = "light" if look == "dark" else "dark"
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, other)
    hands.view.refresh_look()
    assert is_like(corner(hands), load_theme(other)["paper"])


def corner(hands: Hands) -> QColor:
    """Return the colour at the lower right of the table."""
    picture = hands.view.table.viewport().grab().toImage()
    return picture.pixelColor(picture.width() - 30, picture.height() - 8)


def is_like(one: QColor, other: QColor) -> bool:
    """Tell whether two colours are the same on a screen of 16 bits."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(first - second) <= 8 for first, second in pairs)


def test_text_grows_and_shrinks(lanes: Lanes):
    hands = lanes()
    em = hands.view.painter.metrics.em
    hands.view.zoom(1)
    assert hands.view.painter.metrics.em > em
    hands.view.zoom(0)
    assert hands.view.painter.metrics.em == em
    hands.writes_in("BEL-001")
    hands.view.zoom(-1)
    assert hands.view.writing.editor.body.font().pointSizeF() < 10
    assert hands.view.is_writing


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_languages_are_complete(lanes: Lanes, language: str):
    hands = lanes()
    text = Catalogue(language)
    for key in ("lanes-name", "lanes-not-ours", "lanes-take", "lanes-gap", "lanes-no-reason"):
        assert text(key)
    assert hands.view.accessibleName() or hands.view.table.accessibleName()


def test_a_document_without_a_standard_has_one_lane_and_no_signs(lanes: Lanes):
    session = derived()
    session.chain = ()
    session.status = session._judged()
    hands = lanes(session, beside=False)
    assert hands.view.lane_count() == 1
    places = hands.view.model.places(hands.row("BEL-001"))
    assert hands.view.model.cells.signs(places) == ()
    hands.view.next_deviation(1)
    hands.view.next_change()
    assert not hands.view.take_current()
    hands.view.grab()


def test_an_empty_document_can_be_shown(lanes: Lanes):
    hands = lanes(derived("", ""), beside=False)
    assert hands.view.model.rowCount() == 0
    hands.view.next_deviation(1)
    hands.view.next_gap(1)
    hands.view.edit_current()
    hands.view.zoom(1)
    hands.view.grab()
    hands.session.insert_clause(0)
    assert hands.view.model.rowCount() == 1
