"""Everything said in a workspace, in memory, and followed file by file.

An event never changes once written, so a file that was read is not read again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coauthor.document.reading import decode
from coauthor.review.event import FOLDER, Event, read_event

LARGEST = 2_000_000
"""Bytes of a file above which it is nothing that a person said."""


@dataclass(frozen=True, slots=True)
class News:
    """What came and what went since the last look.

    Args:
        came: events that were not there.
        passed: paths that hold no event, not to be read again.
        gone: paths that are no longer there.
    """

    came: tuple[Event, ...] = ()
    passed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.gone)


class Conversation:
    """The events of one workspace, by document and clause, oldest first.

    It belongs to one thread, except that `look` may run on another.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.times = 0  # how often something came or went
        self._known: dict[str, Event | None] = {}
        self._places: dict[tuple[str, str], tuple[Event, ...]] = {}
        self._voices: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._documents: dict[str, tuple[Event, ...]] = {}
        self.listeners: list[Callable[[], None]] = []
        """Called when something came or went."""

    def __len__(self) -> int:
        return sum(map(len, self._places.values()))

    def look(self) -> News:
        """Read what is new on disk; changes nothing yet, so it may run elsewhere."""
        known = self._known.copy()
        came: list[Event] = []
        passed: list[str] = []
        for path, file in _files(self._root):
            if path in known:
                del known[path]
                continue
            event = _event(path, file)
            if event is None:
                passed.append(path)
            else:
                came.append(event)
        return News(tuple(came), tuple(passed), tuple(known))

    def take(self, news: News) -> bool:
        """Follow what `look` found; returns whether anything is different now."""
        self._known |= dict.fromkeys(news.passed)
        self.times += bool(news)
        places: defaultdict[tuple[str, str], dict[str, Event]] = defaultdict(dict)
        gone = [event for path in news.gone if (event := self._known.pop(path, None))]
        for event in (*news.came, *gone):
            place = (event.document, event.clause)
            if place not in places:
                places[place] = {each.id: each for each in self._places.get(place, ())}
        for event in gone:
            places[event.document, event.clause].pop(event.id, None)
        for event in news.came:
            self._known[event.path] = event
            self._voices[event.document].add((event.voice.organisation, event.voice.role))
            places[event.document, event.clause][event.id] = event
        for place, events in places.items():
            self._places[place] = tuple(sorted(events.values(), key=_identity))
        for document in {document for document, _ in places}:
            self._documents.pop(document, None)
        different = bool(news.came or gone)
        for listener in self.listeners if different else ():
            listener()
        return different

    def add(self, event: Event) -> None:
        """Follow an event that was just said here."""
        self.take(News((event,)))

    def refresh(self) -> bool:
        """Look and take at once; returns whether anything is different now."""
        return self.take(self.look())

    def about(self, document: str, clause: str) -> tuple[Event, ...]:
        """Return what was said of a clause, or with '' of the document as a whole."""
        return self._places.get((document, clause), ())

    def clauses(self, document: str) -> list[str]:
        """Return the clauses of a document that were spoken of, and '' for the whole."""
        return [clause for name, clause in self._places if name == document]

    def ids(self) -> set[str]:
        """Return the ids of all events."""
        return {event.id for events in self._places.values() for event in events}

    def voices(self, document: str) -> Iterable[tuple[str, str]]:
        """Return who spoke of a document since it was opened: organisation and role."""
        return self._voices[document]

    def of(self, document: str) -> tuple[Event, ...]:
        """Return everything said of a document and its clauses."""
        if document not in self._documents:
            found = [each for place, each in self._places.items() if place[0] == document]
            self._documents[document] = tuple(
                sorted((event for events in found for event in events), key=_identity)
            )
        return self._documents[document]


def _identity(event: Event) -> str:
    return event.id


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files that may hold an event: their path in the workspace, and on disk."""
    for document in _folders(root / FOLDER):
        for place in _folders(document):
            try:
                names = [each.name for each in place.iterdir()]
            except OSError:
                continue  # taken away, or not ours to read
            start = f"{FOLDER}/{document.name}/{place.name}/"
            for name in names:
                if name.endswith(".md"):
                    yield start + name, place / name


def _folders(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if each.is_dir() and not each.is_symlink()]
    except OSError:
        return []


def _event(path: str, file: Path) -> Event | None:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError:
        return None
    return read_event(path, decode(data)) if len(data) <= LARGEST else None
