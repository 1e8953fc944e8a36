"""The market coverage of a large consultation: from events, and from their files on disk.

The bound is one second for 10,000 clauses and eight vendors: what a person waits for
without wondering. Reading the same files with nothing but `Path.read_bytes` stands beside it.
"""

import random
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event, Voice, write_event
from coauthor.review.market.coverage import market
from coauthor.review.market.responses import VERDICTS
from coauthor.review.people import Organisation, People
from coauthor.review.sides import Sides
from coauthor.workspace.discussion.conversation import Conversation
from tests.bench.core import timed
from tests.bench.texts import document_text

CLAUSES, VENDORS = 10_000, 8
BOUND = 1.0
TODAY = date(2026, 11, 27)
Row = tuple[str, ...]
MARKET_HEAD: Row = ("what", "seconds", "× bound")


def sides() -> Sides:
    """Return a room with a municipality and eight vendors."""
    names = [Organisation(f"Leverancier {n}", "vendor") for n in range(VENDORS)]
    return Sides(People((Organisation("Gemeente", "municipality"), *names)), "Gemeente")


def answers(clauses: tuple[Clause, ...], seed: int = 1) -> list[Event]:
    """Return an answer of every vendor on every clause; a tenth is on an earlier text."""
    chance = random.Random(seed)
    events: list[Event] = []
    for clause in clauses:
        digest = clause_digest(clause)
        for vendor in range(VENDORS):
            verdict = chance.choice(VERDICTS)
            values = {"verdict": verdict, "text-digest": digest if chance.random() < 0.9 else "x"}
            if verdict == "roadmap":
                values["date"] = "2027-07-01"
            number = f"{len(events):026d}"
            voice = Voice(f"Leverancier {vendor}", "vendor")
            at, body = "2026-11-27T10:00:00", "Met een toelichting van enkele woorden."
            events.append(
                Event(number, "response", "meting", clause.uid, voice, at, "", body, values)
            )
    return events


def covering() -> Iterator[Row]:
    """Yield how long the coverage takes, in memory and from disk."""
    clauses = read_document(document_text(CLAUSES)).clauses
    events = answers(clauses)
    room = sides()
    seconds = timed(lambda: market(clauses, events, room, locked=(), today=TODAY))
    yield "coverage from events", f"{seconds:.2f}", f"{seconds / BOUND:.2f}"
    some = events[:10_000]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for event in some:
            path = root / event.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(write_event(event), "utf-8")
        paths = [root / event.path for event in some]
        seconds = timed(lambda: Conversation(root).refresh())
        yield "10,000 answers from disk", f"{seconds:.2f}", f"{seconds / BOUND:.2f}"
        seconds = timed(lambda: [path.read_bytes() for path in paths])
        yield "the same files, only read", f"{seconds:.2f}", f"{seconds / BOUND:.2f}"
