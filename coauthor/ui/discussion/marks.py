"""What the lanes show of the conversation: how much is open at a clause, and about which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from coauthor.document.model import Clause, Document
from coauthor.language import Catalogue
from coauthor.review.discussion.anchors import Place
from coauthor.review.discussion.landing import Found
from coauthor.review.discussion.threads import Thread
from coauthor.ui.discussion.state import TalkState
from coauthor.ui.lanes.signs import Sign
from coauthor.ui.lanes.talk import Stretch, talk_shape

SLICE = 0.004
"""Seconds of one idle slice."""

SOON = 250
"""Milliseconds after which marks follow: typing comes first."""

Known = tuple[tuple[Thread, ...], int]


class Marks(QObject):
    """Makes the signs and stretches of a document in idle slices, and only what is new.

    Signals:
        ready(dict, dict): signs, and stretches, by uid of the clause.
        counted(int): threads of the document in which something is new.
    """

    ready = Signal(object, object)
    counted = Signal(int)

    def __init__(self, state: TalkState, text: Catalogue, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._text = state, text
        self._signs: dict[str, tuple[Known, Sign | None, int]] = {}
        self._stretches: dict[str, _Kept] = {}
        self._work: Iterator[None] = iter(())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.refresh)
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._slice)

    def refresh_soon(self) -> None:
        """Make the marks anew in a moment: the text changed."""
        if not self._soon.isActive():
            self._soon.start()

    def refresh(self) -> None:
        """Make the marks anew, in slices."""
        self._soon.stop()
        self._work = self._make(self._state.session.document)
        self._idle.start()

    def stop(self) -> None:
        """Make nothing any more."""
        self._soon.stop()
        self._idle.stop()

    def _slice(self) -> None:
        until = perf_counter() + SLICE
        for _ in self._work:
            if perf_counter() > until:
                return
        self._idle.stop()

    def _make(self, document: Document) -> Iterator[None]:
        state = self._state
        signs: dict[str, Sign] = {}
        stretches: dict[str, list[Stretch]] = {}
        new = 0
        for uid in state.conversation.clauses(state.document):
            known = state.here(uid), state.times_read(uid)
            kept = self._signs.get(uid)
            if kept is None or kept[0] != known:
                count = sum(bool(state.listener.unread(thread)) for thread in known[0])
                kept = self._signs[uid] = known, self._sign(known[0]), count
            new += kept[2]
            if uid and kept[1] is not None:
                signs[uid] = kept[1]
                for where, stretch in self._spoken_of(uid, known, document):
                    stretches.setdefault(where, []).append(stretch)
            yield
        self.counted.emit(new)
        self.ready.emit(signs, {uid: tuple(each) for uid, each in stretches.items()})

    def _sign(self, threads: tuple[Thread, ...]) -> Sign | None:
        open_ = [thread for thread in threads if thread.is_open]
        if not open_:
            return None
        unread = any(self._state.listener.unread(thread) for thread in open_)
        words = self._text("sign-talk", count=len(open_))
        if unread:
            words = f"{words}, {self._text('thread-new')}"
        return Sign(talk_shape(len(open_), unread=unread), "talk" if unread else "soft", words)

    def _spoken_of(
        self, uid: str, known: Known, document: Document
    ) -> Iterator[tuple[str, Stretch]]:
        """Yield the stretches that threads of a clause are about, and where they stand."""
        clause = document.clause(uid)
        kept = self._stretches.get(uid)
        if kept is not None and kept.known == known and kept.clause is clause and kept.is_final:
            yield from kept.found
            return
        found: list[tuple[str, Stretch]] = []
        all_known = at_home = True
        for thread in known[0]:
            if not thread.is_open or not thread.first.values.get("quote"):
                continue
            place = self._state.place(thread.first, document)
            if place is None:
                all_known = False
            elif stretch := _stretch(thread, place, document):
                at_home = at_home and place.clause == uid
                found.append((place.clause, stretch))
        if not all_known and kept is not None:
            found = kept.found  # what stood a moment ago, until it is known where that is now
        final = all_known and at_home and clause is not None
        self._stretches[uid] = _Kept(known, clause, found, is_final=final)
        yield from found


@dataclass(frozen=True)
class _Kept:
    """What was found at a clause; final when nothing else can change it but its own text."""

    known: Known
    clause: Clause | None
    found: list[tuple[str, Stretch]]
    is_final: bool


def _stretch(thread: Thread, place: Place, document: Document) -> Stretch | None:
    clause = document.clause(place.clause)
    if clause is None or place.found is Found.GONE:
        return None
    start, end = (_shown(clause.body, each) for each in (place.start, place.end))
    return Stretch(thread.id, start, end, place.found is not Found.UNSURE)


def _shown(body: str, place: int) -> int:
    """Return the place in the `readable` body of a place in the body."""
    return place - body.count("\r\n", 0, place)
