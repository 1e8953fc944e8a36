"""Actions: walking what was received, deciding, agreeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coauthor.ui.acting.acting import Acting
from coauthor.ui.deciding.walk import OPEN

if TYPE_CHECKING:
    from coauthor.ui.deciding.asking import Kind, Question

NEWS: tuple[Kind, ...] = ("received",)


class Deciding(Acting):
    """Actions: walking what was received, deciding, agreeing."""

    def next_question(self, *_: object) -> None:
        """Go to the next question, here or in another document."""
        self._step(OPEN, 1)

    def previous_question(self, *_: object) -> None:
        """Go to the question before this one."""
        self._step(OPEN, -1)

    def next_received(self, *_: object) -> None:
        """Go to the next change of others that was not seen yet."""
        self._step(NEWS, 1)

    def previous_received(self, *_: object) -> None:
        """Go to the change of others before this one."""
        self._step(NEWS, -1)

    def _step(self, kinds: tuple[Kind, ...], step: int) -> None:
        walk = self.bench.walk
        if walk.is_walking and walk.kinds == kinds:
            walk.go(step)
            return
        askers = (self.bench.asker, self.bench.upgrade_asker)
        if not any(walk.begin(each, kinds, after=self._index() or 0) for each in askers):
            elsewhere = self.bench.asker.elsewhere() if kinds == OPEN else ""
            if elsewhere:
                self.bench.document_wanted.emit(elsewhere)
                return
            said = "notice-no-questions" if kinds == OPEN else "notice-nothing-received"
            self.bench.banner.show_message("walk", "done", self.text(said))
            return
        self._began()

    def _began(self) -> None:
        self.bench.banner.clear_message("sharing")
        self.bench.banner.clear_message("walk")
        self.bench.make_room(walking=True)

    def walk_received(self) -> None:
        """Begin with what asks for a person here, else with what is new, else elsewhere."""
        walk, asker = self.bench.walk, self.bench.asker
        if walk.begin(asker) or walk.begin(asker, NEWS):
            self._began()
        else:
            self._step(OPEN, 1)

    def end_walk(self) -> None:
        """Show the lanes of before."""
        self.bench.make_room(walking=False)
        if self.bench.lanes.model.cells.origin:
            self.bench.lanes.set_lanes([])
        self.show_lanes()
        self.bench.lanes.setFocus()

    def show_lanes(self) -> None:
        """Set the lanes; each group of actions has them from `Viewing`."""
        raise NotImplementedError

    def see_received(self, question: Question) -> None:
        """Note that something received was seen."""
        self.bench.asker.see(question)
        self.bench.show_asked()

    def choose_1(self, *_: object) -> None:
        """Let the first text of the list stand."""
        self._choose(0)

    def choose_2(self, *_: object) -> None:
        """Let the second text of the list stand."""
        self._choose(1)

    def choose_3(self, *_: object) -> None:
        """Let the third text of the list stand."""
        self._choose(2)

    def choose_4(self, *_: object) -> None:
        """Let the fourth text of the list stand."""
        self._choose(3)

    def choose_5(self, *_: object) -> None:
        """Let the fifth text of the list stand."""
        self._choose(4)

    def choose_6(self, *_: object) -> None:
        """Let the sixth text of the list stand."""
        self._choose(5)

    def choose_7(self, *_: object) -> None:
        """Let the seventh text of the list stand."""
        self._choose(6)

    def _choose(self, place: int) -> None:
        if self.bench.walk.is_walking and not self.bench.decisions.choose_at(place):
            said = self.text("notice-no-such-offer")
            self.bench.banner.show_message("walk", "info", said)

    def write_own(self, *_: object) -> None:
        """Write it oneself, beginning with what is chosen."""
        if self.bench.walk.is_walking:
            self.bench.decisions.write_own()

    def agree(self, *_: object) -> None:
        """Agree with what is chosen."""
        if self.bench.walk.is_walking:
            self.bench.decisions.confirm()
