"""Actions: receiving, sending, and the place where a workspace is shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.document.rendering import harmless
from coauthor.errors import Cancelled, CoauthorError, UserError
from coauthor.history.sharing.asking import NobodyThere, Progress
from coauthor.history.sharing.fetching import Fetched, fetch
from coauthor.history.sharing.places import (
    Place,
    choose,
    connect,
    default_place,
    disconnect,
    places,
)
from coauthor.history.sharing.sending import Outcome, Sent, send
from coauthor.ui.acting.acting import Acting, now, told
from coauthor.ui.jobs import Task
from coauthor.ui.sharing.dialogs import ConnectDialog
from coauthor.ui.sharing.naming import introduced
from coauthor.ui.sharing.status import Shared
from coauthor.workspace.baselines import names
from coauthor.workspace.sharing.news import Changes, changes_of
from coauthor.workspace.sharing.receiving import Naming, Received, keep_own, receive
from coauthor.workspace.sharing.report import summary, whom
from coauthor.workspace.sharing.sending import make_ready, waiting
from coauthor.workspace.trust.checking import aside_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coauthor.history.repository import Repository
    from coauthor.ui.workbench import Workbench
    from coauthor.workspace.workspace import Workspace

Report = Callable[[object], None]
"""Takes how far the work is; raises `Cancelled` to stop it."""

OFFLINE = frozenset({"place-unreachable", "place-cut-off"})
"""Errors that say that there is no network: the normal state, and no reason for alarm."""


class Sharing(Acting):
    """Actions: receiving, sending, and the place where a workspace is shared."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._task: Task | None = None
        self._offline = False
        self._whom = ""

    @property
    def _own(self) -> str:
        """Our own organisation: its people are named by name."""
        return self.bench.desk.workspace.settings.organisation

    # -- receiving ---------------------------------------------------------

    @told
    def receive(self, *_: object) -> None:
        """Receive what others wrote, in the background."""
        place = self._place()
        if place is not None:
            ask = self.bench.ask
            self.receive_from(lambda repository, report: fetch(repository, place, ask, report))

    def receive_from(self, learn: Callable[[Repository, Report], Fetched]) -> None:
        """Receive what ``learn`` makes known, in the background."""
        if self._is_busy():
            return
        self.bench.lanes.stop_editing()
        workspace, author = self._own_workspace(), self.bench.desk.person.author
        keepers = [self.bench.keeper] if self.bench.keeper is not None else []
        naming = Naming(self.text("version-own"), self.text("version-received"))

        def work(report: Report) -> tuple[Fetched, Received, Changes]:
            fetched = learn(workspace.repository, report)
            theirs = fetched.version.id if fetched.version else ""
            received = receive(workspace, theirs, author, now(), naming, keepers)
            return fetched, received, changes_of(workspace, received)

        self._run("receive", work, lambda found: self._received(*found))

    def _received(self, fetched: Fetched, received: Received, changes: Changes) -> None:
        self._knows(fetched)
        names = whom(received, self.text, self._own)
        self.bench.asker.news.take_in(changes, names)
        self._take_up(received, lambda: self.tell_received(received))
        if fetched.names_aside:
            said = [harmless(self.text("received-name-aside", name=e)) for e in fetched.names_aside]
            self.bench.banner.show_message("names-aside", "warning", "\n".join(said))

    def _take_up(self, received: Received, tell: Callable[[], None]) -> None:
        """Show in the open document what came in, or went."""
        bench = self.bench
        bench.questions.refresh(self.session, bench.keeper, received)
        bench.controller.refresh_timeline()
        bench.asker.forget()
        bench.controller.look_what_was_said()
        bench.look_at_file()
        if bench.is_leaving:
            return
        if received.reopen:
            bench.reopen_wanted.emit(received)
            return
        bench.show_asked()
        bench.show_requests()
        tell()
        self.look_what_waits()

    def tell_received(self, received: Received) -> None:
        """Say calmly what came in, and offer to look at it."""
        said = summary(received, self.text, self._own)
        for path in received.mixed:
            said += "\n" + self.text("received-mixed", path=path)
        actions: list[tuple[str, Callable[[], None]]] = []
        if received.versions:
            actions.append((self.text("received-walk"), self.bench.controller.walk_received))
            if len(received.documents) > 1:
                details = (self.text("received-details"), lambda: self._tell_details(received))
                actions.append(details)
        if received.aside:
            said += "".join(f"\n{harmless(aside_text(e, self.text))}" for e in received.aside[:3])
            actions.append((self.text("received-show-aside"), self.bench.controller.show_aside))
        kind = "info" if received.aside else "done"
        self.bench.banner.show_message("sharing", kind, said, actions=actions)

    def _tell_details(self, received: Received) -> None:
        titles = {entry.path: entry.title for entry in self.bench.desk.workspace.settings.documents}
        lines = [
            self.text("received-document", document=titles.get(path, path), count=count)
            for path, count in received.documents.most_common()
        ]
        actions = [(self.text("received-walk"), self.bench.controller.walk_received)]
        self.bench.banner.show_message("sharing", "done", "\n".join(lines), actions=actions)

    # -- sending -----------------------------------------------------------

    @told
    def send(self, *_: object) -> None:
        """Send what we wrote, in the background."""
        place = self._place()
        if place is None or self._is_busy():
            return
        self.bench.lanes.stop_editing()
        self._introduce()
        workspace, ask, author = self._own_workspace(), self.bench.ask, self.bench.desk.person
        keeper = self.bench.keeper
        message = self._message() or self.text("version-shared")
        decided = self.text("version-decided")

        def work(report: Report) -> Sent:
            if keeper is not None:
                keeper.save()
            make_ready(workspace, author.author, now(), decided)
            keep_own(workspace, author.author, now(), message)
            return send(workspace.repository, place, ask, report)

        self._run("send", work, self._sent)

    def _message(self) -> str:
        names = dict.fromkeys(self.session.done_names())
        return ", ".join(self.text(f"transaction-{name}") for name in names)[:120]

    def _sent(self, sent: Sent) -> None:
        self._offline = False
        banner = self.bench.banner
        if sent.outcome is Outcome.NEWER:
            receive_first = (self.text("send-receive"), self.bench.controller.receive)
            banner.show_message("sharing", "info", self.text("send-newer"), actions=[receive_first])
        elif sent.outcome is Outcome.NOTHING:
            banner.show_message("sharing", "done", self.text("send-nothing"))
        else:
            said = self.text("send-done", count=sent.count, place=sent.place.address.text)
            if sent.refused_names:
                called = ", ".join(self._called(sent.refused_names))
                said += "\n" + self.text("send-names", names=called)
            banner.show_message("sharing", "done", said)
        if sent.outcome is not Outcome.NEWER:
            self.bench.walk.was_shared()
        self.look_what_waits()

    def _called(self, tags: Iterable[str]) -> list[str]:
        """Return what people call the versions that these tags name."""
        shown = {name.tag: name.shown for name in names(self.bench.desk.workspace)}
        return [shown.get(tag, tag) for tag in tags]

    # -- the place ---------------------------------------------------------

    @told
    def connect_place(self, *_: object) -> None:
        """Choose where this workspace is shared; the address is tried first."""
        known = places(self.bench.desk.workspace.repository)
        dialog = ConnectDialog(
            self.text,
            self.bench.network,
            self._attempt,
            self.bench,
            address=known[0].address.text if known else "",
        )
        if dialog.exec() != QDialog.DialogCode.Accepted or not isinstance(dialog.answer, Fetched):
            return
        fetched = dialog.answer
        self._introduce()
        self._knows(fetched)
        address = fetched.place.address.text
        if fetched.is_empty:
            offer = (self.text("connect-send"), self.bench.controller.send)
            said = self.text("connect-empty", place=address)
        else:
            offer = (self.text("send-receive"), self.bench.controller.receive)
            said = self.text("connect-done", place=address, count=fetched.to_take)
        self.bench.banner.show_message("sharing", "done", said, actions=[offer])
        self.look_what_waits()

    def _introduce(self) -> None:
        """Ask once who the person is, before others see it."""
        desk = self.bench.desk
        person = introduced(self.text, desk.person, self.bench)
        if person != desk.person:
            self.bench.desk = replace(desk, person=person)

    def _attempt(self, typed: str) -> Callable[[Report], object]:
        workspace, ask = self._own_workspace(), self.bench.ask

        def work(report: Report) -> Fetched:
            repository = workspace.repository
            before = {each.name for each in places(repository)}
            try:
                place = connect(repository, typed)
            except UserError as error:
                if error.code != "place-known":
                    raise
                place = next(p for p in places(repository) if p.name == error.parameters["place"])
            try:
                fetched = fetch(repository, place, ask, report)
            except CoauthorError:
                if place.name not in before:
                    disconnect(repository, place)
                raise
            choose(repository, place.name)
            return fetched

        return work

    def _place(self) -> Place | None:
        """Return the place to share; asks for one where there is none yet."""
        try:
            return default_place(self.bench.desk.workspace.repository)
        except UserError as error:
            if error.code != "no-place":
                raise
        self.bench.controller.connect_place()
        return None

    # -- what waits --------------------------------------------------------

    def look_what_waits(self) -> None:
        """Count in the background what waits, for the status line."""
        workspace = self._own_workspace()
        whose, offline = self._whom, self._offline

        def work() -> Shared:
            repository = workspace.repository
            found = places(repository)
            if not found:
                return Shared()
            counted = waiting(workspace, found[0].known(repository.branch))
            return Shared(counted, whose, _has_new_work(workspace), offline)

        self.bench.jobs.run(work, self.bench.show_shared, self.bench.show_error)

    def look_often(self, *_: object) -> None:
        """Look every now and then whether the place has something new, or no longer."""
        wanted = self.bench.actions_by_name["look_often"].isChecked()
        self._offline = False
        self.bench.look_often(wanted)

    def look_for_news(self) -> None:
        """Look quietly whether the place has something new; off as soon as it is offline."""
        known = places(self.bench.desk.workspace.repository)
        if not known or self._task is not None or self._offline:
            return
        workspace, place = self._own_workspace(), known[0]

        def done(fetched: Fetched) -> None:
            self._knows(fetched)
            self.look_what_waits()

        def failed(error: CoauthorError) -> None:
            self._offline = self._offline or error.code in OFFLINE
            self.look_what_waits()

        self.bench.network.run(
            lambda: fetch(workspace.repository, place, NobodyThere()), done, failed
        )

    def _knows(self, fetched: Fetched) -> None:
        self._offline = False
        if fetched.version is not None:
            organisation = fetched.version.organisation
            known = organisation not in ("", self._own)
            self._whom = organisation if known else fetched.version.author

    # -- inside ------------------------------------------------------------

    @property
    def is_sharing(self) -> bool:
        """Whether something is being received or sent now."""
        return self._task is not None

    def _tell(self, kind: str, said: str) -> None:
        self.bench.banner.show_message("sharing", kind, said)

    def _is_busy(self) -> bool:
        if self._task is not None:
            self.bench.banner.show_message("sharing", "info", self.text("sharing-busy"))
        return self._task is not None

    def _run(
        self,
        name: str,
        work: Callable[[Report], object],
        done: Callable[..., None],
    ) -> None:
        task = self._task = Task(self.bench.network, self.bench)
        task.progressed.connect(lambda report: self._show_progress(name, task, report))
        task.settled.connect(lambda: self.bench.banner.clear_message(f"progress-{name}"))

        def over(tell: Callable[[], None]) -> None:
            self._task = None
            tell()

        task.run(
            work,
            lambda answer: over(lambda: done(answer)),
            lambda error: over(lambda: self._failed(error)),
        )

    def _show_progress(self, name: str, task: Task, report: object) -> None:
        step, done, total = "connecting", 0, 0
        if isinstance(report, Progress):
            step, done, total = report.step.value, report.done, report.total
        said = self.text("sharing-stopping" if task.is_cancelled else f"sharing-step-{step}")
        key = f"progress-{name}"
        self.bench.banner.show_progress(key, said, done, total, task.cancel)

    def _failed(self, error: CoauthorError) -> None:
        banner = self.bench.banner
        if isinstance(error, Cancelled):
            banner.show_message("sharing", "info", self.text("error-cancelled"))
        elif error.code == "decisions-open":
            said = self.text(f"error-{error.code}", **error.parameters)
            walk = (self.text("received-walk"), self.bench.controller.walk_received)
            banner.show_message("sharing", "info", said, actions=[walk])
        elif error.code in OFFLINE:
            self._offline = True
            said = self.text(f"error-{error.code}", **error.parameters)
            banner.show_message("sharing", "info", said)
        else:
            banner.show_message(
                "sharing", "warning", self.text(f"error-{error.code}", **error.parameters)
            )
        self.look_what_waits()

    def stop_sharing(self) -> None:
        """Stop what is under way, and take up what it came to; for closing the window."""
        task = self._task
        if task is not None:
            task.cancel()
            self.bench.network.settle()
            task.flush()


def _has_new_work(workspace: Workspace) -> bool:
    """Tell whether anything on disk is not what the newest version holds."""
    try:
        return bool(workspace.repository.changed_paths())
    except OSError:
        return True
