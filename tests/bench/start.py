"""Cold start to a usable window, beside an empty PySide6 window; each in its own process."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import encode
from coauthor.history.repository import Author
from coauthor.workspace.creating import new_workspace
from tests.bench.texts import document_text

RUNS = 5

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
app = QApplication([]); window = QMainWindow(); window.resize(1400, 860); window.show()
QTimer.singleShot(0, lambda: (print("shown", flush=True), app.quit()))
app.exec()
"""

OURS = """
import os, sys, resource
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([]); app.setStyle("Fusion")
from coauthor.ui.app import Coauthor
program = Coauthor(app, "nl")
target = sys.argv[1] if len(sys.argv) > 1 else ""
program.open(Path(target)) if target else program.show_start()
def shown():
    if target and not hasattr(program.window, "lanes"):
        QTimer.singleShot(2, shown)
        return
    program.window.grab()
    print("shown", flush=True)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)
    os._exit(0)
QTimer.singleShot(0, shown)
app.exec()
"""

Row = tuple[str, ...]


def start() -> Iterator[Row]:
    """Yield rows: what, seconds to the first painted window, difference, peak memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        empty, _ = _measure(EMPTY, folder)
        yield ("empty PySide6 window", f"{empty:.2f}", "1.0", "", "")
        for name, clauses in (
            ("start screen", 0),
            ("100 clauses", 100),
            ("10,000 clauses", 10_000),
        ):
            target = _workspace(Path(folder), clauses) if clauses else ""
            seconds, memory = _measure(OURS, folder, target)
            bound = 2 * empty + 1
            verdict = "within" if seconds <= bound else "OVER"
            yield (
                name,
                f"{seconds:.2f}",
                f"{seconds / empty:.1f}",
                f"{memory}",
                f"{verdict} {bound:.2f}",
            )


def _workspace(folder: Path, clauses: int) -> str:
    root = folder / f"w{clauses}"
    author, when = Author("Meting"), datetime.now().astimezone()
    workspace = new_workspace(
        root, "local", "Meting", "Meting", author=author, when=when, message="Begin"
    )
    path = workspace.file(workspace.settings.documents[0])
    path.write_bytes(encode(document_text(clauses)))
    return str(root)


def _measure(program: str, home: str, *arguments: str) -> tuple[float, int]:
    """Return the median seconds until the program says it is shown, and its peak memory."""
    times: list[float] = []
    memory = 0
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
    # As for a person, the modules are compiled once, at the first start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/pycache"
    for run in range(RUNS + 1):
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        ) as process:
            output = process.stdout
            if output is None or output.readline().strip() != "shown":
                raise RuntimeError("the window was not shown")
            if run:
                times.append(time.perf_counter() - begun)
            rest = output.read().split()
            memory = max(memory, int(rest[0]) if rest else 0)
    return statistics.median(times), memory
