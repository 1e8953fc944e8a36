"""Heights are measured when rows are seen, and the text never jumps."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from coauthor.document.reading import read_document
from tests.bench.texts import deviating_text, document_text
from tests.ui.lanes.conftest import Hands, derived

Lanes = Callable[..., Hands]


@pytest.fixture
def many(lanes: Lanes) -> Hands:
    """Three hundred clauses beside their standard."""
    return lanes(derived(deviating_text(300), document_text(300)))


def top(hands: Hands) -> tuple[int, int]:
    """Return the row at the top and where it stands."""
    row = hands.view.table.rowAt(0)
    return row, hands.view.table.rowViewportPosition(row)


def height_of(hands: Hands, row: int) -> int:
    return hands.view.painter.row_height(row, hands.view.table.heights.widths())


def test_rows_in_sight_have_their_own_height_at_once(many: Hands):
    table = many.view.table
    for value in (0, 3_000, table.verticalScrollBar().maximum()):
        table.verticalScrollBar().setValue(value)
        first, last = table.heights.sight()
        assert last > first
        for row in range(first, last + 1):
            assert table.rowHeight(row) == height_of(many, row)


def test_all_rows_have_their_own_height_in_the_end(many: Hands):
    many.settles()
    table = many.view.table
    assert [table.rowHeight(r) for r in range(many.view.model.rowCount())] == [
        height_of(many, row) for row in range(many.view.model.rowCount())
    ]


def test_the_text_stays_where_it_is_while_rows_above_are_measured(many: Hands):
    many.view.go_to_row(200)
    before = top(many)
    assert not many.view.table.heights.settled
    many.settles()
    assert top(many) == before


def test_scrolling_up_moves_the_text_as_far_as_was_scrolled(many: Hands):
    many.view.go_to_row(200)
    table, bar = many.view.table, many.view.table.verticalScrollBar()
    for _ in range(40):
        row = top(many)[0] + 1
        before = table.rowViewportPosition(row)
        bar.setValue(bar.value() - 60)
        assert table.rowViewportPosition(row) == before + 60


def test_the_end_is_the_end(many: Hands):
    bar = many.view.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    table = many.view.table
    last = many.view.model.rowCount() - 1
    assert table.rowViewportPosition(last) + table.rowHeight(last) == table.viewport().height()


@pytest.mark.parametrize("row", [0, 1, 150, 299, 308])
def test_a_row_that_is_gone_to_is_seen_whole(many: Hands, row: int):
    many.view.go_to_row(row)
    table = many.view.table
    assert table.rowViewportPosition(row) >= 0
    bottom = table.rowViewportPosition(row) + table.rowHeight(row)
    assert bottom <= table.viewport().height()
    assert table.currentIndex().row() == row


def test_the_reader_keeps_the_place_through_other_sizes_and_widths(many: Hands):
    many.view.go_to_row(150)
    before = many.view.table.rowAt(0)
    many.view.zoom(1)
    many.view.zoom(1)
    assert many.view.table.rowAt(0) == before
    many.view.zoom(0)
    assert many.view.table.rowAt(0) == before
    many.view.set_fields(True)
    assert many.view.table.rowAt(0) == before
    many.view.resize(800, 700)
    QApplication.processEvents()
    assert many.view.table.rowAt(0) == before
    many.view.wider()
    assert many.view.table.rowAt(0) == before


def test_rows_that_come_and_go_above_do_not_move_the_text(many: Hands):
    many.view.go_to_row(150)
    row, place = top(many)
    block = many.view.model.block(row)
    many.session.insert_clause(20, title="Nieuw")
    many.session.insert_clause(20, title="Nieuw")
    now, there = top(many)
    assert many.view.model.block(now) is block
    assert there == place
    many.session.undo()
    now, there = top(many)
    assert many.view.model.block(now) is block
    assert there == place


def test_columns_fill_the_width_and_can_be_moved(many: Hands):
    table = many.view.table
    assert sum(table.heights.widths()) == table.viewport().width()
    first = table.columnWidth(0)
    many.view.wider()
    assert table.columnWidth(0) > first
    many.view.narrower()
    many.view.narrower()
    assert table.columnWidth(0) < first
    assert sum(table.heights.widths()) == table.viewport().width()
    for _ in range(30):
        many.view.narrower()
    assert table.columnWidth(0) >= 100
    many.view.set_lanes([])
    assert table.heights.widths() == [table.viewport().width()]


def test_three_lanes_can_be_narrow(many: Hands):
    standard = many.session.chain[0].document
    other = read_document(document_text(300, seed=2))
    many.view.resize(420, 500)
    many.view.set_lanes([("Standaard", standard), ("Eerder", other)])
    QApplication.processEvents()
    assert many.view.lane_count() == 3
    assert min(many.view.table.heights.widths()) > 50
    for row in range(*many.view.table.heights.sight()):
        assert many.view.table.rowHeight(row) == height_of(many, row)


def test_set_cells_are_forgotten_in_time(many: Hands):
    many.settles()
    for row in range(0, many.view.model.rowCount(), 3):
        many.view.table.show_row(row)
    assert len(many.view.model.cells._kept) <= 300
