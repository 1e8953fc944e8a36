"""The register of one workspace at work: each act away from the screen, then shown anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from coauthor.errors import Cancelled, CoauthorError, UserError
from coauthor.ui.acting.acting import now
from coauthor.ui.jobs import Jobs
from coauthor.workspace.memo import answering
from coauthor.workspace.memo.overview import Overview, overview
from coauthor.workspace.memo.room import Room, make_room, open_room

if TYPE_CHECKING:
    from collections.abc import Callable

    from coauthor.history.sharing.asking import Ask
    from coauthor.review.memo.model import Question
    from coauthor.ui.memo.window import RegisterWindow
    from coauthor.workspace.person import Person
    from coauthor.workspace.workspace import Workspace

Answer = TypeVar("Answer")


class Working(QObject):
    """The register of one workspace, open in a window.

    Signals:
        publish_wanted(object): everything is ready; the bench publishes, for its document
            may change.
        closed(): the window is gone.
    """

    publish_wanted = Signal(object)
    closed = Signal()

    def __init__(
        self, window: RegisterWindow, workspace: Workspace, person: Person, ask: Ask | None
    ) -> None:
        super().__init__(window)
        self.window_, self.text = window, window.text
        self.workspace, self.person, self.ask = workspace, person, ask
        self.jobs = Jobs(self)

    def begin(self) -> None:
        """Show the register, if there is one."""
        self.run(self._seen, self.show)

    # -- at work -----------------------------------------------------------

    def run(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Do work away from the screen and show its answer or what went wrong."""
        self.jobs.run(work, done, self.wrong)

    def wrong(self, error: CoauthorError) -> None:
        if not isinstance(error, Cancelled):
            self.window_.tell_wrong(error)

    def room(self, *, make: bool = False) -> Room:
        """Return the private room, for another thread."""
        workspace = replace(self.workspace)
        if make:
            return make_room(workspace, self.person, now(), self.text("version-memo-room"))
        room = open_room(workspace, self.person)
        if room is None:
            raise UserError("memo-room-missing")
        return room

    def _seen(self) -> Overview | None:
        room = open_room(replace(self.workspace), self.person)
        return overview(room) if room else None

    def show(self, seen: Overview | None) -> None:
        if seen is not None:
            self.window_.show_overview(seen)
        there = seen is not None and bool(seen.register.questions)
        for tool in ("duplicates", "export", "publish"):
            self.window_.tools[tool].setEnabled(there)

    def act(self, question: Question, work: Callable[[Room, Question], None], said: str) -> None:
        """Do something with a question as it stands on disk, keep it, and show what it became."""

        def do() -> Overview:
            room = self.room()
            work(room, answering.find(room, question.id))
            room.save(self.text("version-memo-worked"), now())
            return overview(room)

        def show(seen: Overview) -> None:
            self.show(seen)
            if said:
                self.window_.tell(said)

        self.run(do, show)
