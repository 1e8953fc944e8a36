"""Making rooms and what organisations say in them."""

from itertools import count

from coauthor.review.event import Event, Voice
from coauthor.review.people import Organisation, People

NUMBERS = count(1)
UID = "7k2m9qxf4t"
NOW, THEN = "digest-now", "digest-then"

STEWARD = Organisation("Land", "umbrella")
BIG = Organisation("Groot", "municipality", "over-100k")
SMALL = Organisation("Klein", "municipality", "under-25k")
MIDDLE = Organisation("Midden", "municipality", "25k-50k")
ALFA = Organisation("Alfa BV", "vendor")
BETA = Organisation("Beta BV", "vendor")
ROOM = People((STEWARD, BIG, SMALL, MIDDLE, ALFA, BETA))


def ulid(number: int) -> str:
    return f"01JDN3ZQ8K{number:016d}"


def said(
    name: str, kind: str, *, about: str = "", body: str = "", clause: str = UID, **values: str
) -> Event:
    """Return an event that is newer than every event made before it."""
    keyed = {key.replace("_", "-"): value for key, value in values.items()}
    voice = Voice(name)
    moment = "2026-11-24T12:00:00+00:00"
    return Event(ulid(next(NUMBERS)), kind, "pve", clause, voice, moment, about, body, keyed)


def position(name: str, stance: str, *, digest: str = NOW, body: str = "", **more: str) -> Event:
    argument = body or ("Te duur." if stance == "object" else "")
    return said(name, "position", body=argument, stance=stance, text_digest=digest, **more)
