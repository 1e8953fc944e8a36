"""What somebody said, made short for tests of the market."""

from collections.abc import Iterator
from itertools import count

from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event, Voice
from coauthor.review.people import Organisation, People
from coauthor.review.sides import Sides

PEOPLE = People(
    (
        Organisation("Gemeente Waterrijk", "municipality", "under-25k"),
        Organisation("Gemeente Zandstad", "municipality", "over-100k"),
        *(Organisation(name, "vendor") for name in ("Acme", "Belsoft", "Centric", "Delta")),
        Organisation("Gebruikersclub", "user-association"),
    )
)
SIDES = Sides(PEOPLE, "Gemeente Waterrijk")
_NUMBERS: Iterator[int] = count(1)


def clause(
    uid: str = "aaaaaaaaaa", body: str = "Het systeem antwoordt.", marks: str = "kind=eis"
) -> Clause:
    text = f"<!-- clause {uid} A-001 {marks} -->\n### Antwoord\n\n{body}\n"
    return read_document(text).clauses[0]


def said(
    kind: str,
    who: str,
    on: Clause | str = "aaaaaaaaaa",
    *,
    about: Event | None = None,
    body: str = "",
    at: str = "2026-11-27T10:00:00+01:00",
    party: str = "",
    **values: str,
) -> Event:
    """Return an event that comes behind all that were made before it."""
    uid = on if isinstance(on, str) else on.uid
    told = {key.replace("_", "-"): value for key, value in values.items()}
    if not isinstance(on, str) and kind in ("response", "reading"):
        told.setdefault("text-digest", clause_digest(on))
    number = f"{next(_NUMBERS):026d}"
    voice = Voice(who, party)
    return Event(number, kind, "pve", uid, voice, at, about.id if about else "", body, told)


def answered(who: str, verdict: str, on: Clause, **more: str) -> Event:
    body = more.pop("body", "")
    return said("response", who, on, body=body, verdict=verdict, **more)
