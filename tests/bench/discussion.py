"""10,000 events of a document of 1,000 clauses: opening them, and showing them.

The bound beside which opening stands is what nobody can do without: listing the folders,
reading the bytes of each file, and reading its few lines of front matter as YAML.
"""

import os
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import yaml
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from coauthor.document.model import Document
from coauthor.document.reading import encode, read_document
from coauthor.history.repository import Author
from coauthor.review.discussion.anchors import anchor_at
from coauthor.review.event import Event, Voice, write_event
from coauthor.ui.app import Coauthor
from coauthor.ui.discussion.threads import ThreadsSection
from coauthor.ui.workbench import Workbench
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.discussion.conversation import Conversation
from coauthor.workspace.discussion.discussing import Threads
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.workspace import Workspace
from tests.bench.core import timed
from tests.bench.texts import WORDS, document_text

Row = tuple[str, ...]

EVENTS, CLAUSES = 10_000, 1_000
FRAME = 1 / 60


def discussion() -> Iterator[Row]:
    """Yield what opening and showing take, beside the bound."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_room(Path(folder) / "kamer", EVENTS, CLAUSES)
        bound = timed(lambda: _plainly(workspace.root))
        yield ("read the same files with a plain loop and YAML", f"{bound:.2f}", "1.0", "")

        def opened() -> Conversation:
            talk = Conversation(workspace.root)
            talk.refresh()
            return talk

        ours = timed(opened)
        yield ("open: read, parse and index", f"{ours:.2f}", f"{ours / bound:.2f}", "1 s")
        talk = opened()
        name = workspace.settings.documents[0].name

        def grouped() -> None:
            Threads(talk).of(name)

        def looked() -> None:
            talk.refresh()

        for what, work in (("all threads of them", grouped), ("look again, nothing new", looked)):
            seconds = timed(work)
            yield (what, f"{seconds:.3f}", f"{seconds / bound:.2f}", "")
        yield from _shown(workspace)


def make_room(root: Path, events: int, clauses: int, seed: int = 1) -> Workspace:
    """Make a workspace whose clauses were spoken of so many times."""
    author, when = Author("Meting"), datetime.now(UTC)
    workspace = new_workspace(
        root, "local", "Gemeente Waterrijk", "Meting", author=author, when=when, message="Begin"
    )
    entry = workspace.settings.documents[0]
    text = document_text(clauses)
    workspace.file(entry).write_bytes(encode(text))
    workspace.repository.commit("Tekst", author, when)
    version = workspace.repository.last()
    document = read_document(text)
    for event in _said(document, entry.name, events, version.id if version else "", seed):
        path = root / event.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_event(event), encoding="utf-8")
    return workspace


def _said(document: Document, name: str, count: int, version: str, seed: int) -> Iterator[Event]:
    chance = random.Random(seed)
    words = WORDS.split()
    voices = [Voice(f"Organisatie {n}", role=chance.choice(["it", "expert"])) for n in range(40)]
    begun: list[Event] = []
    for number in range(count):
        voice = chance.choice(voices)
        body = " ".join(chance.choices(words, k=chance.randrange(5, 60)))
        kind, about, values = "comment", "", {}
        clause = chance.choice(document.clauses)
        if begun and number % 5 > 1:
            first = chance.choice(begun)
            kind, about = ("resolve" if number % 20 == 4 else "reply"), first.id
            uid = first.clause
        else:
            uid = clause.uid
            start = chance.randrange(len(clause.body) - 40)
            values = dict(anchor_at(clause, start, start + 30, version).values)
        event = Event(
            new_ulid(), kind, name, uid, voice, "2026-01-02T03:04:05+00:00", about, body, values
        )
        if kind == "comment":
            begun.append(event)
        yield event


def _plainly(root: Path) -> int:
    """Read the files as the shortest script would."""
    load = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {}
    for path in sorted((root / "discussion").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        _, front, body = text.split("---\n", 2)
        found[path.stem] = yaml.load(front, load), body
    return len(found)


def _shown(workspace: Workspace) -> Iterator[Row]:
    """Yield how long the window is held up: the longest single stretch, in a real window."""
    application = QApplication.instance() or QApplication([])
    program = Coauthor(application, "nl")  # type: ignore[arg-type]
    program.open(workspace.root)
    while not isinstance(program.window, Workbench):
        application.processEvents()
    bench = program.window
    page = bench.inspector.discussion
    section = page.section(ThreadsSection)
    assert isinstance(section, ThreadsSection)
    bench.inspector.show_page(page)
    bench.jobs.settle()

    def longest(act: object, seconds: float) -> float:
        """Return the most work between two turns of the event loop while something happens.

        Told in processor time of the window's thread, so that a busy machine does not count.
        """
        worst, last = 0.0, time.thread_time()

        def beat() -> None:
            nonlocal worst, last
            now = time.thread_time()
            worst, last = max(worst, now - last), now

        timer = QTimer()
        timer.setInterval(0)
        timer.timeout.connect(beat)
        timer.start()
        loop = QEventLoop()
        QTimer.singleShot(0, act)  # type: ignore[call-overload]
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()
        timer.stop()
        return worst

    def everything() -> None:
        section.filters.show_where("all")
        section.filters.changed.emit()

    def scrolled() -> None:
        bar = section.list.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)

    def typed() -> None:
        index = bench.session.document.positions[bench.session.document.clauses[500].uid]
        clause = bench.session.document.clauses[500]
        bench.session.edit_body(index, f"Vooraf. {clause.body}")

    acts = (
        ("window: signs and stretches of all clauses", bench.controller.marks.refresh, 1.0),
        ("window: all threads in the list", everything, 1.0),
        ("window: half way down the list", scrolled, 0.5),
        ("window: an edit of a clause that is spoken of", typed, 1.5),
        ("window: the next open thread", bench.controller.next_thread, 1.0),
    )
    for what, act, seconds in acts:
        yield (what, f"{longest(act, seconds):.3f}", "", "0.05 s")
    bench.close()
    program.jobs.wait()
