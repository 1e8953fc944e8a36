"""Ten thousand clauses and eight vendors: shown, put in order and answered without a stall."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from coauthor.document.reading import read_document
from coauthor.language import Catalogue
from coauthor.review.market.coverage import market
from coauthor.review.market.responses import Answer, Response
from coauthor.ui.market.coverage_rows import COLUMNS, CoverageModel
from coauthor.ui.market.list import SheetList
from coauthor.ui.market.rows import SheetModel, Wanted
from coauthor.workspace.market.asked import Asked
from tests.bench.market import CLAUSES, answers, sides
from tests.bench.texts import document_text

STALL = 0.5
"""Seconds of work that looking through a list once, or sorting it, never takes.

A window may stand still for a tenth of this; `tests.bench` measures that. Here a slow
machine is given its time: what is done for each pair of clauses takes a hundred times more.
"""


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the seconds that the work itself takes, whatever else the machine does."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


@pytest.fixture(scope="module")
def clauses():
    return read_document(document_text(CLAUSES)).clauses


def test_the_coverage_shows_and_sorts_without_a_stall(qtbot: QtBot, clauses) -> None:
    room, today = sides(), date(2026, 11, 27)
    found = market(clauses, answers(clauses), room, locked=(), today=today)
    assert len(found.clauses) == CLAUSES
    model, table = CoverageModel(Catalogue("nl")), QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.verticalHeader().setDefaultSectionSize(30)
    table.resize(1000, 700)
    table.show()
    assert best(lambda: model.show_market(found)) < STALL
    for column in range(len(COLUMNS)):
        assert best(lambda column=column: model.sort(column, Qt.SortOrder.DescendingOrder)) < STALL
    assert best(lambda: model.narrow("warned", "9")) < STALL
    model.narrow("all", "")
    model.sort(-1)
    assert best(table.grab) < STALL * 2  # a whole picture; the window paints what changed


def test_answering_does_not_get_slower_with_the_list(qtbot: QtBot, clauses) -> None:
    asked = [Asked(clause, "d", knock_out=True, locked=False) for clause in clauses]
    model = SheetModel(Catalogue("nl"))
    table = SheetList(model)
    qtbot.addWidget(table)
    table.show()
    assert best(lambda: model.show_asked(asked, Wanted())) < STALL
    uid = clauses[CLAUSES - 5].uid
    given = Response("", uid, "Acme", Answer("meets"), "d", "2026-11-27")

    def answer() -> None:
        model.put(uid, given)
        model.progress()
        table.go_to_row(model.next_open(CLAUSES - 5))

    assert best(answer) < STALL
    assert best(lambda: model.narrow(Wanted("answered", words="met"))) < STALL
    assert model.rowCount() == 1
