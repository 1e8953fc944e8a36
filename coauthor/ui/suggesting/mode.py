"""The mode in which what is typed in a clause is suggested, and the clause stays as it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coauthor.document.model import Clause
from coauthor.errors import CoauthorError, OutsideFailure
from coauthor.review.event import Voice
from coauthor.review.suggesting.carrying import carry
from coauthor.review.suggesting.suggestions import Suggestion
from coauthor.ui.lanes.differences import TITLE
from coauthor.ui.suggesting.shelf import Shelf
from coauthor.workspace.suggesting.drafting import Draft, Drafts

Offer = Callable[[Draft], None]
"""Makes a suggestion of a draft; raises CoauthorError when that cannot be."""


class SuggestMode(QObject):
    """Takes what is typed; see `coauthor.ui.lanes.writing.Offering`.

    Args:
        voice: tells whose suggestions may be written on.
        offer: called when a clause with something new in it is left.

    Signals:
        failed(CoauthorError): something to tell the person; nothing typed is lost.
    """

    failed = Signal(object)

    def __init__(
        self, shelf: Shelf, drafts: Drafts, voice: Callable[[], Voice], offer: Offer
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self.drafts = drafts
        self._voice = voice
        self._offer = offer
        self._uid = ""

    @property
    def base(self) -> Clause | None:
        """The clause for which something is being offered."""
        draft = self.drafts.of(self._uid)
        return draft.base if draft else None

    @property
    def is_writing(self) -> bool:
        """Whether somebody is typing a suggestion now."""
        return bool(self._uid)

    def begins(self, clause: Clause) -> Clause:
        """Return what the editor shows: what was typed or suggested before, else the clause."""
        self._uid = clause.uid
        draft = self.drafts.of(clause.uid)
        if draft is None:
            draft = self._draft(clause)
            self.drafts.begin(draft)
        return draft.clause

    def _draft(self, clause: Clause) -> Draft:
        own = self.own(clause.uid)
        if own is None:
            return Draft(clause, clause.title, clause.body)
        laid = carry(own, clause.title, clause.body, own.open, prefer=True)
        return Draft(clause, laid.title, laid.body, own.id)

    def own(self, uid: str) -> Suggestion | None:
        """Return the own suggestion on which one writes on: nobody decided on any of it yet."""
        voice = self._voice()
        return next(
            (
                each
                for each in reversed(self._shelf.open_on(uid))
                if each.change == "edit"
                and not each.decided
                and each.clause == uid
                and (each.event.voice.organisation, each.event.voice.by)
                == (voice.organisation, voice.by)
            ),
            None,
        )

    def writes(self, part: str, words: str, join: str) -> Clause:
        """Keep what was typed."""
        draft = self.drafts.of(self._uid)
        if draft is None:
            raise RuntimeError("nothing was begun")
        title, body = (words, draft.body) if part == TITLE else (draft.title, words)
        try:
            draft = self.drafts.write(self._uid, title=title, body=body, join=join)
        except OutsideFailure as error:  # it is still in memory, and shown
            self.failed.emit(error)
            draft = self.drafts.of(self._uid) or draft
        return draft.clause

    def step(self, *, back: bool) -> Clause | None:
        """Take a step of the writing back, or do it again; None when there is none."""
        try:
            draft = self.drafts.undo(self._uid) if back else self.drafts.redo(self._uid)
        except OutsideFailure as error:
            self.failed.emit(error)
            draft = self.drafts.of(self._uid)
        return draft.clause if draft else None

    def ends(self) -> None:
        """Suggest what was typed, now that the clause is left."""
        uid, self._uid = self._uid, ""
        draft = self.drafts.of(uid)
        if draft is not None:
            self.settle(draft)

    def settle(self, draft: Draft) -> None:
        """Make a suggestion of a draft; it stays a draft when that fails."""
        try:
            self._offer(draft)
        except CoauthorError as error:
            self.failed.emit(error)
            return
        self.drafts.forget(draft.uid)
