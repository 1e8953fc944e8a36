"""Publishing for four vendors, and collecting an answer of one of them on every clause."""

import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from coauthor.document.reading import encode
from coauthor.history.repository import Author, Repository
from coauthor.review.event import Voice, write_event
from coauthor.workspace.events import new_event
from coauthor.workspace.rooms.collecting import Collection, collect, plan_collection
from coauthor.workspace.rooms.planning import Plan, plan_publication
from coauthor.workspace.rooms.publishing import publish
from coauthor.workspace.settings import DocumentEntry, Settings, write_settings
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.bench.texts import document_text

SIZES = (100, 1_000, 10_000)
VENDORS = ("Alfa", "Beta", "Gamma", "Delta")
Row = tuple[str, ...]
Answer = TypeVar("Answer")

ROOMS_HEAD: Row = ("what", *(f"{size:,}" for size in SIZES))


def rooms() -> Iterator[Row]:
    """Yield how long each act takes, by the number of clauses."""
    measured = [dict(_acts(size)) for size in SIZES]
    for name in measured[0]:
        yield (name, *(f"{each[name]:.2f}" for each in measured))


def _acts(clauses: int) -> Iterator[tuple[str, float]]:
    with tempfile.TemporaryDirectory() as folder:
        text = _internal(document_text(clauses))
        workspace = _workspace(Path(folder) / "wij", text)
        market = Path(folder) / "markt"

        def plan() -> Plan:
            return plan_publication(workspace, "meting", market, VENDORS, each=True)

        seconds, planned = _timed(plan)
        yield "looking what would go", seconds
        yield "publishing in 4 rooms", _timed(lambda: _publish(workspace, planned))[0]
        _write(workspace, text.replace(" termijn ", " tijdvak "))
        again = plan()
        yield "the next text in 4 rooms", _timed(lambda: _publish(workspace, again))[0]
        room = open_workspace(market / "alfa")
        _answer_everything(room)

        def look() -> Collection:
            return plan_collection(workspace, [str(room.root)], _now())

        seconds, found = _timed(look)
        assert len(found.accepted.events) == clauses
        yield "looking what was answered", seconds
        yield "taking the answers in", _timed(lambda: collect(workspace, found, _now()))[0]


def _internal(text: str) -> str:
    """Return the text with what stays behind: a reason with every clause, and remarks."""
    marked = text.replace("theme=functioneel -->", 'theme=functioneel owner="Jan" cost=12 -->')
    return marked.replace("Het is te zien.", "Het is te zien. <!-- nog navragen bij beheer -->")


def _publish(workspace: Workspace, plan: Plan) -> None:
    publish(workspace, plan, _now(), lambda made: f"Tekst {made.number}")


def _workspace(root: Path, text: str) -> Workspace:
    entry = DocumentEntry("meting", "Meting")
    repository = Repository.create(root)
    settings = Settings("local", "Gemeente", "Meting", documents=(entry,))
    (root / "coauthor.toml").write_text(write_settings(settings), encoding="utf-8")
    (root / "documents").mkdir()
    del repository
    workspace = open_workspace(root)
    _write(workspace, text)
    return workspace


def _write(workspace: Workspace, text: str) -> None:
    (workspace.root / "documents/meting.md").write_bytes(encode(text))
    workspace.repository.commit("Versie", Author("Jan", organisation="Gemeente"), _now())


def _answer_everything(room: Workspace) -> None:
    (entry,) = room.settings.documents
    voice, values = Voice("Alfa", "vendor"), {"verdict": "meets"}
    for clause in room.read(entry).clauses:
        event = new_event(voice, "response", entry.name, clause.uid, _now(), values=values)
        path = room.root / event.path
        path.parent.mkdir(parents=True)
        path.write_bytes(encode(write_event(event)))
    room.repository.commit("Antwoorden", Author("Iemand", organisation="Alfa"), _now())


def _now() -> datetime:
    return datetime.now(UTC)


def _timed(act: Callable[[], Answer]) -> tuple[float, Answer]:
    began = time.perf_counter()
    answer = act()
    return time.perf_counter() - began, answer
