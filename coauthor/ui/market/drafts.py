"""What is being written at the vendor desk and is not an answer yet, clause by clause."""

from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer

from coauthor.review.people import name_key
from coauthor.ui.jobs import Jobs
from coauthor.ui.market.panel import NOTHING, AnswerPanel
from coauthor.workspace.market.asked import Asked
from coauthor.workspace.market.unsaved import Draft, Unsaved

PAUSE = 400
"""Milliseconds after a key until the words are put in safety, also while somebody types on."""


class Drafts(QObject):
    """Keeps what stands in the fields when another clause is shown, and brings it back.

    What is kept is on disk as well, so that it outlives the program; what is on its way to
    be an answer leaves the disk when the answer is there.

    Args:
        panel: the fields.
    """

    def __init__(self, panel: AnswerPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._kept: dict[str, Draft] = {}
        self._under_way: dict[str, Draft] = {}
        self._not_asked: dict[str, Draft] = {}  # about clauses that went: they may come back
        self._unsaved: Unsaved | None = None
        self._safe: dict[str, Draft] = {}
        self._jobs = Jobs(self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._save)
        panel.changed.connect(self._save_soon)
        self.uid = ""
        self.vendor = ""

    def __len__(self) -> int:
        return len(self._kept)

    def recover(self, unsaved: Unsaved, asked: Collection[str]) -> str:
        """Take up what was written before; return the clause that it was last about, or ''.

        Args:
            unsaved: where it is kept, from now on too.
            asked: the uids of the clauses that are asked now.
        """
        self._unsaved, self._safe = unsaved, unsaved.read()
        for uid, draft in self._safe.items():
            (self._kept if uid in asked else self._not_asked)[uid] = draft
        return next(reversed(self._kept), "")

    def keep(self) -> None:
        """Keep what is written about the clause that is shown."""
        if not self.uid:
            return
        self._kept.pop(self.uid, None)
        if self._panel.is_written_in:
            self._kept[self.uid] = self._panel.draft  # the last one is where the person was

    def show(self, asked: Asked | None) -> None:
        """Show a clause's fields: what was being written, else the answer that counts."""
        uid = asked.clause.uid if asked else ""
        if uid != self.uid:
            self.keep()
        self.uid = uid
        empty = self.empty(asked) if asked else NOTHING
        self._panel.show_draft(self._kept.get(uid, empty), empty)
        self._save_soon()

    def given(self) -> None:
        """Clear what is written about the clause that is shown: it is becoming an answer."""
        self.keep()
        if (draft := self._kept.pop(self.uid, None)) is not None:
            self._under_way[self.uid] = draft
        self._panel.show_draft(NOTHING, NOTHING)

    def settle(self, uid: str) -> None:
        """Forget what was written about a clause: it is an answer now."""
        self._under_way.pop(uid, None)
        self._save_soon()

    def put_back(self, uid: str) -> None:
        """Take up again what could not be written down, unless more was written since."""
        if uid == self.uid:
            self.keep()
        if (draft := self._under_way.pop(uid, None)) is not None:
            self._kept.setdefault(uid, draft)
        self._save_soon()

    def discard(self) -> None:
        """Throw away what is written about all clauses."""
        self.uid = ""
        self._kept.clear()

    def close(self) -> None:
        """Bring the disk up to date; nothing is kept after it."""
        self._timer.stop()
        self.uid = ""
        self._save()
        self._jobs.wait()

    def empty(self, asked: Asked) -> Draft:
        """Return what the fields say when nobody wrote in them."""
        reading = self.own_reading(asked)
        if asked.own is None or asked.is_stale:
            return Draft(reading=reading)
        own = asked.own.answer
        return Draft(own.verdict, own.date, own.size, own.explanation, reading)

    def own_reading(self, asked: Asked) -> str:
        """Return how the vendor reads the text of now, or ''."""
        who = name_key(self.vendor)
        for each in asked.readings:
            if name_key(each.organisation) == who and not each.is_stale(asked.digest):
                return each.text
        return ""

    def _save_soon(self) -> None:
        if not self._timer.isActive():  # begun anew by each key it would wait for a pause
            self._timer.start()

    def _save(self) -> None:
        self.keep()
        now = {**self._not_asked, **self._under_way, **self._kept}
        if (unsaved := self._unsaved) is None or now == self._safe:
            return
        self._safe = now
        self._jobs.run(lambda: unsaved.keep(now), lambda _: None, lambda _: None)
