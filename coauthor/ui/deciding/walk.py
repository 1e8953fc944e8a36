"""Walking from question to question, in the lanes people write in."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from coauthor.document.model import Document
from coauthor.errors import CoauthorError
from coauthor.ui.deciding.asking import Asker, Beside, Kind, Question
from coauthor.ui.deciding.bar import DecisionBar
from coauthor.ui.jobs import Jobs
from coauthor.ui.lanes.rows import Places, lay_out
from coauthor.ui.lanes.view import LanesView

OPEN: tuple[Kind, ...] = ("decide", "look")
"""What waits for an answer."""


class Walk(QObject):
    """Shows the questions of an asker one by one; may be left at any time.

    Signals:
        ended(): the lanes may be as they were.
        failed(CoauthorError): an answer was refused, or a lane cannot be read.
        seen(Question): the person went on from something received.
    """

    ended = Signal()
    failed = Signal(object)
    seen = Signal(object)

    def __init__(self, lanes: LanesView, bar: DecisionBar, jobs: Jobs) -> None:
        super().__init__(lanes)
        self._lanes = lanes
        self._bar = bar
        self._jobs = jobs
        self._asker: Asker | None = None
        self._kinds: tuple[Kind, ...] = OPEN
        self._all: list[str] = []
        self._open: list[Question] = []
        self._key = ""
        self._writing = False
        self._group: str | None = None
        self.can_share = False
        bar.taken.connect(self._take)
        bar.own_wanted.connect(self._write)
        bar.agreed.connect(self._agree)
        bar.step_wanted.connect(self.go)
        bar.closed.connect(self.stop)

    @property
    def is_walking(self) -> bool:
        """Whether a question is being shown, or the last one was just answered."""
        return self._asker is not None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Which kinds of question are walked."""
        return self._kinds

    @property
    def question(self) -> Question | None:
        """The question that is shown, or None."""
        return next((each for each in self._open if each.key == self._key), None)

    # -- going -------------------------------------------------------------

    def begin(
        self, asker: Asker, kinds: tuple[Kind, ...] = OPEN, *, after: int | None = None
    ) -> bool:
        """Begin with the first question, or the first behind a block; False when there is none."""
        found = [each for each in asker.questions() if each.kind in kinds]
        if not found:
            return False
        self._asker, self._kinds, self._open = asker, kinds, found
        self._all = [each.key for each in found]
        self._writing, self._group = False, None
        first = found[0]
        if after is not None:
            behind = (each for each in found if each.index is not None and each.index >= after)
            first = next(behind, first)
        self._show(first)
        return True

    def go(self, step: int) -> None:
        """Go to the next (1) or previous (-1) question, round the end if need be."""
        if self._asker is None:
            return
        here = self.question
        if here is not None and here.kind == "received":
            self.seen.emit(here)
        place = self._place()
        self._look_again()
        if not self._open:
            self._finish()
            return
        if here is None:  # it was answered: its place is taken by the one behind it
            place -= step > 0
        self._show(self._open[(place + step) % len(self._open)])

    def stop(self) -> None:
        """Leave it for later; everything that is open waits."""
        if self._asker is None:
            return
        self._asker = None
        self._open, self._key = [], ""
        self._bar.hide()
        self.ended.emit()
        self._lanes.setFocus()

    def was_shared(self) -> None:
        """Offer no more to share."""
        self.can_share = False
        self._bar.hide_share()

    def follow(self) -> None:
        """Look again after the document changed: answers came, or were taken back."""
        if self._asker is None:
            return
        answered = set(self._all) - {each.key for each in self._open}
        place = self._place()
        self._look_again()
        back = next((each for each in self._open if each.key in answered), None)
        here = self.question
        if back is not None:
            self._show(back)
        elif here is not None:
            if here != self._bar.question:
                self._say(here)
        elif self._writing:
            self._bar.show_writing(len(self._open))
        elif self._open:
            self._show(self._open[min(place, len(self._open) - 1)])
        elif not self._bar.is_done:  # whoever writes on keeps the focus
            self._finish()

    def _finish(self) -> None:
        """Say that everything is answered."""
        self._key, self._writing = "", False
        self._bar.show_done(share=self.can_share)
        self._bar.take_focus()

    def _place(self) -> int:
        """Return where the question that is shown stands among the open ones, or stood."""
        keys = [each.key for each in self._open]
        if self._key in keys:
            return keys.index(self._key)
        if self._key not in self._all:
            return 0
        before = set(self._all[: self._all.index(self._key)])
        return sum(key in before for key in keys)

    def _look_again(self) -> None:
        asker = self._asker
        self._open = [e for e in asker.questions() if e.kind in self._kinds] if asker else []
        known = set(self._all)
        for position, each in enumerate(self._open):
            if each.key not in known:
                behind = self._open[position - 1].key if position else ""
                at = self._all.index(behind) + 1 if behind else 0
                self._all.insert(at, each.key)

    # -- showing -----------------------------------------------------------

    def _show(self, question: Question) -> None:
        self._lanes.stop_editing()
        self._writing = False
        self._key = question.key
        self._say(question)
        self._point(question)
        self._bar.take_focus()
        if question.group != self._group and self._asker is not None:
            self._set_lanes(self._asker, question)

    def _say(self, question: Question) -> None:
        number = self._all.index(question.key) + 1
        self._bar.show_question(question, number, len(self._all))

    def _point(self, question: Question) -> None:
        if question.index is not None and self._lanes.go_to(question.index):
            return
        if question.uid:
            self._lanes.go_to_uid(question.uid)

    def _set_lanes(self, asker: Asker, question: Question) -> None:
        """Fetch the lanes and align them in the background, then put them beside our draft."""
        self._group = question.group
        draft = self._lanes.session.document

        def work() -> tuple[Beside, list[Places]]:
            beside = asker.beside(question)
            return beside, lay_out([draft, *(document for _, document in beside.lanes)])

        def show(found: tuple[Beside, list[Places]]) -> None:
            self._put(question.group, draft, *found)

        self._jobs.run(work, show, self._without_lanes)

    def _put(self, group: str, draft: Document, beside: Beside, rows: Sequence[Places]) -> None:
        if self._asker is None or self._group != group:
            return  # the person went on or left
        known = rows if self._lanes.session.document is draft else None
        self._lanes.set_lanes(beside.lanes, before=beside.before, rows=known)
        if (here := self.question) is not None:
            self._point(here)

    def _without_lanes(self, error: CoauthorError) -> None:
        self.failed.emit(error)  # the question can still be answered from its offers

    # -- answering ---------------------------------------------------------

    def _take(self, name: str) -> None:
        self._answer(name)

    def _write(self, name: str) -> None:
        """Let an offer stand as a beginning, and put the cursor in it."""
        question = self.question
        if question is None or question.index is None:
            return
        index, self._writing = question.index, True
        if not self._answer(name):
            self._writing = False
            return
        self._bar.show_writing(len(self._open))
        focus = min(index, len(self._lanes.session.document.blocks) - 1)
        self._lanes.go_to(focus)
        self._lanes.edit_current()

    def _answer(self, name: str) -> bool:
        question, asker = self.question, self._asker
        offer = next((e for e in question.offers if e.name == name), None) if question else None
        if question is None or offer is None or asker is None:
            return False
        try:
            asker.take(question, offer)
        except CoauthorError as error:
            self.failed.emit(error)
            return False
        self._settled(question)
        return True

    def _agree(self) -> None:
        question, asker = self.question, self._asker
        if question is None or asker is None:
            return
        if question.kind == "received":
            self.go(1)
            return
        try:
            asker.agree(question)
        except CoauthorError as error:
            self.failed.emit(error)
            return
        self._settled(question)

    def _settled(self, question: Question) -> None:
        """Go on after an answer that changed no text of this document."""
        if self._key == question.key and question in self._open:
            self.follow()
