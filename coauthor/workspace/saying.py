"""What is said as a step of the undo history, and taking it back.

What no version holds yet was never said to anybody, so it just goes. What a version
holds stays for good, and taking it back is said with another event.
"""

from dataclasses import replace
from datetime import datetime

from coauthor.document.model import Document
from coauthor.errors import OutsideFailure
from coauthor.review.event import Event
from coauthor.review.suggesting.suggestions import (
    ACCEPT,
    NO_HUNKS,
    REJECT,
    REOPEN,
    SUGGESTION,
    WITHDRAW,
)
from coauthor.workspace.events import keep_event, new_event
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.transactions import Standing
from coauthor.workspace.workspace import Workspace

_BACK = {SUGGESTION: WITHDRAW, ACCEPT: REOPEN, REJECT: REOPEN, WITHDRAW: REOPEN}
"""What takes an event back that a version holds."""


class Saying:
    """One event about suggestions, or several, as part of a step."""

    writes_document = False

    def __init__(self, workspace: Workspace, *events: Event) -> None:
        self._workspace = workspace
        self._events = events
        self._back: tuple[Event, ...] = ()

    def write(self) -> None:
        """Write all of them, or none.

        Raises:
            OutsideFailure: it could not be written.
        """
        _write(self._workspace, self._events)

    def carry(self, document: Document, *, back: bool) -> Standing | None:  # noqa: ARG002
        """Say it, or take it back; all or nothing.

        Raises:
            OutsideFailure: it could not be written or taken away; nothing changed.
        """
        said, answer = (self._events, self._back) if back else (self._back, self._events)
        held = _held(self._workspace, said)
        if back:
            self._back = tuple(_taken_back(each) for each in said if each.id in held)
            _write(self._workspace, self._back)
        else:
            # what a version holds already is said once more
            kept = _held(self._workspace, answer)
            self._events = tuple(
                replace(each, id=new_ulid()) if each.id in kept else each for each in answer
            )
            _write(self._workspace, self._events)
        for each in said:
            if each.id not in held:
                _remove(self._workspace, each)
        return None


def _taken_back(event: Event) -> Event:
    about = event.id if event.kind == SUGGESTION else event.about
    hunks = NO_HUNKS if event.kind == WITHDRAW else event.values.get("hunks", "")
    return new_event(
        event.voice,
        _BACK[event.kind],
        event.document,
        event.clause,
        datetime.now().astimezone(),
        about=about,
        values={"hunks": hunks} if event.kind != SUGGESTION else {},
    )


def _held(workspace: Workspace, events: tuple[Event, ...]) -> frozenset[str]:
    """Return the ids of the events that the newest version holds."""
    last = workspace.repository.last() if events else None
    if last is None:
        return frozenset()
    content_id = workspace.repository.content_id
    return frozenset(each.id for each in events if content_id(last.id, each.path))


def _write(workspace: Workspace, events: tuple[Event, ...]) -> None:
    done: list[Event] = []
    try:
        for event in events:
            keep_event(workspace, event)
            done.append(event)
    except OutsideFailure:
        for event in done:
            _remove(workspace, event)
        raise


def _remove(workspace: Workspace, event: Event) -> None:
    try:
        (workspace.root / event.path).unlink(missing_ok=True)
    except OSError as error:
        raise OutsideFailure("disk-failed", path=event.path, reason=str(error)) from error
