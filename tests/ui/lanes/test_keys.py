"""Reading with the keys: where they go is what is on the screen."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from tests.ui.lanes.conftest import Hands, changed, derived

Key = Qt.Key
Lanes = Callable[..., Hands]
LONG = "Betalen kan in termijnen.\n\n" + "\n\n".join(f"Regel {n}." for n in range(30))


def reader(lanes: Lanes, **more: object) -> Hands:
    """Somebody who reads in a small window."""
    hands = lanes(derived(changed(("Betalen kan in termijnen.", LONG))), **more)
    hands.view.resize(700, 320)
    hands.settles()
    hands.goes_to("BEL-001")
    hands.view.table.setFocus()
    return hands


def in_sight(hands: Hands) -> bool:
    """Whether something of the row that the keys are at is on the screen."""
    table = hands.view.table
    row = table.currentIndex().row()
    top = table.rowViewportPosition(row)
    return top < table.viewport().height() and top + table.rowHeight(row) > 0


@pytest.mark.parametrize(
    ("on", "back"), [(Key.Key_Down, Key.Key_Up), (Key.Key_PageDown, Key.Key_PageUp)]
)
def test_the_row_that_the_keys_go_to_is_in_sight(lanes: Lanes, on: Key, back: Key):
    hands = reader(lanes)
    for key in (*[on] * 5, *[back] * 5):
        hands.presses(key)
        assert in_sight(hands), hands.view.table.currentIndex().row()


def test_a_row_taller_than_the_window_is_read_to_its_end_and_back(lanes: Lanes):
    hands = reader(lanes)
    hands.goes_to("BEL-005")
    table, row = hands.view.table, hands.row("BEL-005")
    seen = []
    for _ in range(9):
        seen.append(table.rowViewportPosition(row) + table.rowHeight(row))
        hands.presses(Key.Key_PageDown)
    assert seen[0] > table.viewport().height() >= seen[-1]
    assert all(before - after < table.viewport().height() for before, after in pairwise(seen))
    for _ in range(60):
        if table.currentIndex().row() != row:
            break
        hands.presses(Key.Key_Up)
    assert table.currentIndex().row() == row - 1
