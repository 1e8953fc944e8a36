"""Documents beside their standard, and lanes on screen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.language import Catalogue
from coauthor.lineage.locks import Policy
from coauthor.ui.lanes.sheet import Span
from coauthor.ui.lanes.view import LanesView
from coauthor.ui.theme import apply_theme
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease

STANDARD = """\
---
title: Programma
---

# Heffen

Inleiding op het heffen.

<!-- clause aaaaaaaaaa BEL-001 kind=eis theme=functioneel -->
### Eén biljet

Het systeem stelt binnen {{termijn: 5 werkdagen}} één biljet samen.

> **rationale** Inwoners willen één biljet.
>
> **acceptance** Drie heffingen, één biljet.

<!-- clause bbbbbbbbbb BEL-002 kind=wens theme=functioneel -->
### Bericht vooraf

Het systeem stuurt {{dagen:}} dagen vooraf een bericht.

<!-- clause cccccccccc BEL-003 kind=eis theme=informatiebeveiliging locked=yes -->
### Veilig

Het systeem versleutelt alle gegevens.

<!-- clause dddddddddd BEL-004 kind=eis theme=functioneel -->
### Bezwaar

Een bezwaar heeft:

- een **datum**;
- een reden.

# Innen

<!-- clause eeeeeeeeee BEL-005 kind=eis theme=functioneel -->
### Betalen

Betalen kan in termijnen.
"""


def derived(ours: str = STANDARD, standard: str = STANDARD, **more: object) -> Session:
    """Return a session on a text beside its standard."""
    release = StandardRelease("belastingen", "Belastingen", "1.0", read_document(standard))
    entry = DocumentEntry("belastingen", "Belastingen", "belastingen")
    policy = Policy(frozenset({"informatiebeveiliging"}))
    return Session(entry, read_document(ours), (release,), policy=policy, **more)


def changed(*replacements: tuple[str, str]) -> str:
    """Return the text of the standard with some words replaced."""
    text = STANDARD
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@dataclass
class Hands:
    """Somebody at the lanes, with keyboard and mouse."""

    view: LanesView
    qtbot: QtBot

    @property
    def session(self) -> Session:
        return self.view.session

    def index(self, code: str) -> int:
        """Return the index of the clause with a code."""
        blocks = self.session.document.blocks
        return next(i for i, b in enumerate(blocks) if getattr(b, "code", None) == code)

    def clause(self, code: str) -> Clause:
        block = self.session.document.blocks[self.index(code)]
        assert isinstance(block, Clause)
        return block

    def goes_to(self, code: str) -> None:
        assert self.view.go_to(self.index(code))

    def writes_in(self, code: str) -> None:
        """Open a clause; the cursor stands at the end of its text."""
        self.goes_to(code)
        self.view.edit_current()
        assert self.view.is_writing

    def types(self, words: str) -> None:
        """Type words where the focus is, letters that no key has included."""
        for letter in words:
            target = QApplication.focusWidget()
            assert target is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    def presses(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, modifier)

    def catches_up(self) -> None:
        """Wait until marks and other lanes show what was typed."""
        self.qtbot.waitUntil(lambda: not self.view._behind)

    def settles(self) -> None:
        """Wait until every row has its height."""
        self.qtbot.waitUntil(lambda: self.view.table.heights.settled, timeout=20_000)

    def row(self, code: str) -> int:
        """Return the row of a clause, ours or another lane's."""
        model = self.view.model
        for row in range(model.rowCount()):
            for lane in range(model.columnCount()):
                if getattr(model.block(row, lane), "code", None) == code:
                    return row
        raise AssertionError(code)

    def span(self, code: str, lane: int, wanted: Callable[[Span], bool]) -> QPoint:
        """Return where a piece of text stands on screen."""
        row = self.row(code)
        self.view.table.show_row(row)
        sheet = self.view.model.cells.cell(self.view.model.places(row), lane).sheet
        span = next(span for span in sheet.spans if wanted(span))
        centre: QPointF = sheet.rects(span)[0].center()
        return (centre + self.view.table.origin(row, lane)).toPoint()

    def points(self, place: QPoint) -> None:
        QTest.mouseMove(self.view.table.viewport(), place - QPoint(1, 0))
        QTest.mouseMove(self.view.table.viewport(), place)

    def clicks(self, place: QPoint) -> None:
        QTest.mouseClick(self.view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def words(self, code: str, lane: int = 0) -> str:
        """Return the text that a cell shows."""
        places = self.view.model.places(self.row(code))
        return self.view.model.cells.cell(places, lane).sheet.document.toPlainText()


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Callable[..., Hands]]:
    """Put a session on screen, beside its standard unless said otherwise."""
    made: list[LanesView] = []

    def show(session: Session | None = None, *, beside: bool = True, look: str = "light") -> Hands:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, "dark" if look == "dark" else "light")
        session = session or derived()
        view = LanesView(session, Catalogue("nl"))
        qtbot.addWidget(view)
        if beside and session.chain:
            view.set_lanes([("Standaard 1.0", session.chain[0].document)])
        view.resize(1100, 700)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        view.table.setFocus()
        made.append(view)
        return Hands(view, qtbot)

    yield show
    for view in made:
        view.detach()
        view.stop_editing()
