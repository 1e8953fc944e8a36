"""Walking 500 questions in a document of 10,000 clauses: each step from key to painted.

Its own process: ``python -m tests.bench.walking_bench``.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coauthor.document.reading import encode
from coauthor.history.repository import Author, Repository
from coauthor.language import Catalogue
from coauthor.ui.theme import apply_theme
from coauthor.ui.workbench import Workbench
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.sharing.receiving import Naming, receive
from coauthor.workspace.workspace import open_workspace
from tests.bench.texts import document_text

CLAUSES, QUESTIONS, STEPS = 10_000, 500, 40
SETTINGS = """format = 1
kind = "local"
organisation = "Meting"
title = "Meting"

[[documents]]
name = "meting"
title = "Meting"
"""
AUTHOR = Author("Fatma")

Row = tuple[str, ...]


def walking() -> Iterator[Row]:
    """Yield a row a measure: median and worst in milliseconds."""
    command = [sys.executable, "-m", "tests.bench.walking_bench"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for name, values in json.loads(done.stdout.splitlines()[-1]).items():
        yield (name, f"{statistics.median(values):.0f}", f"{max(values):.0f}")


def now() -> datetime:
    return datetime.now(UTC)


def prepared(root: Path) -> None:
    """Make a workspace in which 500 questions are open."""
    text = document_text(CLAUSES)
    sides = []
    for word in ("maand", "week"):
        pieces = text.split("\n### ")
        for number in range(1, len(pieces), CLAUSES // QUESTIONS):
            pieces[number] = pieces[number].replace(" dagen}}", f" {word}}}}}", 1)
        sides.append("\n### ".join(pieces))
    root.mkdir()
    repository = Repository.create(root)
    (root / "coauthor.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "documents").mkdir()
    file = root / "documents" / "meting.md"
    file.write_bytes(encode(text))
    base = repository.commit("Begin", AUTHOR, now()).id
    file.write_bytes(encode(sides[1]))
    theirs = repository.commit("Hun", AUTHOR, now()).id
    repository.git.reset(base, 3)  # hard
    file.write_bytes(encode(sides[0]))
    received = receive(open_workspace(root), theirs, AUTHOR, now(), Naming("Eigen", "Samen"))
    print(len(received.to_decide), "to decide", len(received.to_look), "to look", file=sys.stderr)


def painted() -> None:
    QApplication.processEvents()
    window = QApplication.activeWindow()
    if window is not None:
        window.repaint()


def timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    painted()
    return (time.perf_counter() - begun) * 1000


def measure(root: Path) -> dict[str, list[float]]:
    space = open_workspace(root)
    desk = sit_down(space, Person("Fatma"), now())
    opened = open_document(desk, space.settings.documents[0], outside_message="Buiten")
    bench = Workbench(Catalogue("nl"), desk, opened)
    bench.resize(1400, 860)
    bench.show()
    bench.activateWindow()
    painted()
    found = {"first question shown": [timed(bench.controller.next_question)]}
    while bench.lanes.lane_count() < 3:
        QApplication.processEvents()
    found["next question"] = [timed(bench.controller.next_question) for _ in range(STEPS)]
    found["answer, and the next question"] = [
        timed(lambda: bench.decisions.choose("theirs")) for _ in range(STEPS)
    ]
    found["undo of an answer"] = [timed(bench.session.undo) for _ in range(STEPS)]
    bench.close()
    return found


def main() -> None:
    """Measure, and print it as JSON."""
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    apply_theme(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "meting"
        prepared(root)
        print(json.dumps(measure(root)))


if __name__ == "__main__":
    main()
