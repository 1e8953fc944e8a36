"""The lanes at three sizes: first paint, keys, scrolling and memory, each from event to painted.

One size alone: ``python -m tests.bench.lanes_bench 10000 [--cpu]``.
"""

import gc
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coauthor.document.reading import read_document
from coauthor.language import Catalogue
from coauthor.lineage.locks import Policy
from coauthor.ui.lanes.view import LanesView
from coauthor.ui.theme import apply_theme
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease
from tests.bench.texts import deviating_text, document_text

SIZES = (100, 1_000, 10_000)
KEYS = 300
STEPS = 300
REPEAT = 0.033
"""Seconds between two repeats of a key that is held: 30 a second."""

clock = time.perf_counter
"""``time.thread_time`` with ``--cpu``: what the work costs on a machine that is busy."""

STEP = 60
"""Pixels of one scroll step: three lines of the wheel."""

Row = tuple[str, ...]


def lanes() -> Iterator[Row]:
    """Yield a row a measure, with its value at each size; times in milliseconds."""
    columns = [_apart(size) for size in SIZES]
    for name in columns[0]:
        yield (name, *(column.get(name, "–") for column in columns))


def _apart(size: int) -> dict[str, str]:
    """Measure one size in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.lanes_bench", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(size: int) -> dict[str, str]:
    """Measure the lanes of a document with that many clauses beside its standard."""
    session = _session(size)
    gc.collect()
    gc.freeze()  # as the program does when a document is open
    before = _memory()
    text = Catalogue("nl")
    begun = clock()
    view = LanesView(session, text)
    view.set_lanes([("Meting 1.0", session.chain[0].document)])
    view.resize(1400, 860)
    view.show()
    QApplication.processEvents()
    view.repaint()
    found = {"first paint": f"{_milliseconds(begun):.0f}"}
    found["memory after first paint, MB"] = f"{_memory() - before:.0f}"
    begun = time.perf_counter()
    while not view.table.heights.settled:
        QApplication.processEvents()
    found["every height known, in idle time, after s"] = f"{time.perf_counter() - begun:.1f}"
    found |= _scrolling(view, "all heights known")
    view.zoom(1)  # no height is known any more
    found |= _scrolling(view, "heights unknown")
    view.zoom(0)
    found |= _typing(view, session)
    found |= _structure(view, session)
    found["memory at the end, MB"] = f"{_memory() - before:.0f}"
    found["memory of the process, MB"] = f"{_memory():.0f}"
    return found


def _session(size: int) -> Session:
    standard = read_document(document_text(size))
    document = read_document(deviating_text(size))
    chain = (StandardRelease("meting", "Meting", "1.0", standard),)
    return Session(DocumentEntry("meting", "Meting"), document, chain, policy=Policy())


def _scrolling(view: LanesView, when: str) -> dict[str, str]:
    bar = view.table.verticalScrollBar()
    chance = random.Random(2)
    bar.setValue(bar.maximum() // 2)
    _painted()
    found = {}
    steps = [_timed(lambda: bar.setValue(bar.value() + STEP)) for _ in range(STEPS)]
    found[f"scroll step, {when}"] = _spread(steps)
    page = view.table.viewport().height()
    pages = [_timed(lambda: bar.setValue(bar.value() + page)) for _ in range(10)]
    pages += [_timed(lambda: bar.setValue(bar.value() - page)) for _ in range(20)]
    pages += [_timed(lambda: bar.setValue(bar.value() + page)) for _ in range(20)]
    found[f"page, {when}"] = _spread(pages)
    jumps = [_timed(lambda: bar.setValue(chance.randrange(bar.maximum()))) for _ in range(60)]
    found[f"jump, {when}"] = _spread(jumps)
    return found


def _typing(view: LanesView, session: Session) -> dict[str, str]:
    clauses = session.document.clauses
    clause = clauses[len(clauses) // 2]
    view.go_to_uid(clause.uid)
    view.window().activateWindow()
    QTest.qWaitForWindowActive(view.window())
    view.edit_current()
    _painted()
    words = "de gemeente stelt vast: één aanslag, "
    keys = [_timed(lambda sign=sign: _key(sign)) for sign in (words * KEYS)[:KEYS]]
    assert "één aanslag" in session.document.text
    view.stop_editing()
    return {"key": _spread(keys)}


def _structure(view: LanesView, session: Session) -> dict[str, str]:
    index = len(session.document.blocks) // 2
    inserts = [_timed(lambda: session.insert_clause(index)) for _ in range(5)]
    moves = [_timed(lambda: session.move_step(index, -1)) for _ in range(5)]
    return {"insert a clause": _spread(inserts), "move a clause": _spread(moves)}


def _key(sign: str) -> None:
    target = QApplication.focusWidget()
    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
    QApplication.sendEvent(target, event)


def _timed(act: Callable[[], object]) -> float:
    """Return the milliseconds from an event until the window is painted."""
    begun = clock()
    act()
    _painted()
    took = _milliseconds(begun)
    _rest()
    return took


def _rest() -> None:
    """Leave the program the time between two repeats of a key that is held."""
    end = time.perf_counter() + REPEAT
    while time.perf_counter() < end:
        QApplication.processEvents()


def _painted() -> None:
    QCoreApplication.sendPostedEvents()


def _milliseconds(begun: float) -> float:
    return (clock() - begun) * 1000


def _spread(times: list[float]) -> str:
    cut = statistics.quantiles(times, n=100) if len(times) > 1 else times * 99
    return f"{statistics.median(times):.1f} · p99 {min(cut[98], max(times)):.1f}"


def _memory() -> float:
    """Return the memory of this process alone in MB, or 0 where that cannot be known."""
    if find_spec("psutil") is None:
        return 0.0
    import psutil  # noqa: PLC0415 - an extra for measuring

    return float(psutil.Process().memory_full_info().uss) / 1e6


def main(size: int) -> None:
    """Measure one size and print it."""
    application = QApplication([])
    application.setStyle("Fusion")
    apply_theme(application, "light")
    print(json.dumps(measure(size)))


if __name__ == "__main__":
    if "--cpu" in sys.argv:
        clock = time.thread_time
    main(int(sys.argv[1]))
