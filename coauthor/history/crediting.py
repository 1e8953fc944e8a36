"""Whose suggestions a version carries: organisations, never people.

What was accepted since the version before stands in the folder as an event about the
suggestion; so it is credited in whatever version carries it, however that came about.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coauthor.document.reading import decode
from coauthor.history.trailers import SUGGESTED, Trailers, trailers
from coauthor.review.event import FOLDER, Event, read_event
from coauthor.review.suggesting.suggestions import ACCEPT, SUGGESTION

_CREDIT = re.compile(r"(.*\S) <([a-z0-9]*)>")


@dataclass(frozen=True, slots=True)
class Credit:
    """An organisation whose suggestion for a clause was taken over.

    Args:
        clause: uid of the clause, or '' where the version does not say.
    """

    organisation: str
    clause: str = ""


def credit_trailers(root: Path, paths: Iterable[str]) -> Trailers:
    """Return the trailers of a version that carries some files of a workspace.

    Args:
        root: folder of the workspace.
        paths: what is new in the version, as paths inside the workspace.
    """
    found = dict.fromkeys(_credits(root, paths))
    return tuple((SUGGESTED, f"{each.organisation} <{each.clause}>") for each in found)


def credits_of(found: Trailers) -> tuple[Credit, ...]:
    """Return who is credited by the trailers of a version."""
    said = (re.fullmatch(_CREDIT, value) or value for value in trailers(found, SUGGESTED))
    return tuple(
        Credit(each) if isinstance(each, str) else Credit(each[1], each[2]) for each in said
    )


def _credits(root: Path, paths: Iterable[str]) -> Iterator[Credit]:
    for path in sorted(paths):
        event = _event(root, path) if path.startswith(f"{FOLDER}/") else None
        if event is None or event.kind != ACCEPT or not event.about.isalnum():
            continue
        about = _event(root, f"{path.rpartition('/')[0]}/{event.about}.md")
        if about and about.kind == SUGGESTION and (name := about.voice.organisation.strip()):
            yield Credit(" ".join(name.split()), about.clause)


def _event(root: Path, path: str) -> Event | None:
    try:
        return read_event(path, decode((root / path).read_bytes()))
    except OSError:
        return None  # taken away, so nothing is carried
