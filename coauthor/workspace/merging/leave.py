"""Leave to deviate, as two states of a workspace have it on record."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from coauthor.document.model import Document
from coauthor.document.reading import decode
from coauthor.document.toml import read_toml
from coauthor.errors import UserError
from coauthor.review.people import FILE, People, read_people
from coauthor.review.rights import may
from coauthor.review.signing.waiver_records import read_waivers
from coauthor.review.signing.waivers import KINDS, State, text_digest
from coauthor.workspace.merging.result import Sides
from coauthor.workspace.records import DECISIONS

_ON_ITS_WAY = frozenset({State.ASKED, State.ADVISED, State.GRANTED})
_AT_ANY_TIME = date.min
"""Leave that has ended is a matter for whoever makes the text final, not for a merge."""


def with_leave(sides: Sides, document: str, text: Document, uids: Iterable[str]) -> frozenset[str]:
    """Return the clauses for whose exact text leave was given, or is being asked.

    What was asked is decided by who advises and who may give leave, not by whoever
    happens to receive the text; until then nothing in which it stands is final.

    Args:
        document: name of the document.
        text: the text that comes in.
        uids: the clauses in which it deviates.
    """
    uids = tuple(uids)
    if not uids:
        return frozenset()
    people = _people(sides)
    if people is None:
        return frozenset()
    waivers = read_waivers(_records(sides), lambda by, act: may(people, by, act))
    return frozenset(
        each.request.uid
        for each in waivers.all
        if each.request.uid in uids
        and each.request.document == document
        and each.state(_AT_ANY_TIME) in _ON_ITS_WAY
        and each.request.digest == text_digest(text.clause(each.request.uid))
    )


def _people(sides: Sides) -> People | None:
    """Return who is in our room; None when nobody can tell."""
    file = sides.ours.get(FILE)
    if file is None:
        return People()
    try:
        return read_people(decode(sides.data(file)))
    except UserError:
        return None


def _records(sides: Sides) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records of both sides; where they differ in one, theirs and ours are none."""
    for path in sorted({*sides.ours, *sides.theirs}):
        if not (path.startswith(f"{DECISIONS}/") and path.endswith(".toml")):
            continue
        ours, theirs = sides.ours.get(path), sides.theirs.get(path)
        if ours is not None and theirs is not None and ours.id != theirs.id:
            continue  # a record is never changed, so one of them is no record
        try:
            values = read_toml(decode(sides.data(theirs or ours)))
        except ValueError:
            continue
        if values.get("kind") in KINDS:
            yield path.removeprefix(f"{DECISIONS}/").removesuffix(".toml"), values
