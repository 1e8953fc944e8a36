"""Actions: publishing for vendors, collecting what they say, answering all at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from coauthor.errors import UserError
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Progress, Step
from coauthor.history.sharing.places import places
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.sharing import Report, Sharing
from coauthor.ui.dialogs import free_folder
from coauthor.ui.rooms.answers_dialog import AnswersDialog
from coauthor.ui.rooms.collect_dialogs import CollectDialog, CollectedDialog, Known
from coauthor.ui.rooms.publish_dialog import Beginning, PublishDialog, Wanted
from coauthor.workspace.rooms.answers import (
    Answer,
    answer_doubts,
    answers,
    latest_by_room,
    publish_answers,
)
from coauthor.workspace.rooms.collecting import Collection, collect, plan_collection
from coauthor.workspace.rooms.published import Publication, publications, rooms_here
from coauthor.workspace.rooms.publishing import Plan, package_rooms, plan_publication, publish
from coauthor.workspace.rooms.telling import total, version_name
from coauthor.workspace.settings import slug

if TYPE_CHECKING:
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace

VERSIONS = 60
"""Named versions that are offered."""


class Rooms(Sharing):
    """Actions: publishing for vendors, collecting what they say, answering all at once."""

    # -- publishing --------------------------------------------------------

    @told
    def publish_room(self, *_: object) -> None:
        """Ask for whom and where to, show what goes, and publish."""
        if self._is_busy():
            return
        workspace, entry = self._own_workspace(), self.session.entry
        if workspace.settings.kind not in ("local", "standard"):
            raise UserError("room-not-from-here")
        newest = self.text("publish-dialog-newest")
        self.bench.jobs.run(
            lambda: _beginning(workspace, entry, newest), self._ask_publish, self.bench.show_error
        )

    def _ask_publish(self, beginning: Beginning) -> None:
        workspace, name = self._own_workspace(), self.session.entry.name

        def look(wanted: Wanted) -> Plan:
            return plan_publication(
                workspace,
                name,
                wanted.folder,
                wanted.organisations,
                each=wanted.each,
                version_id=wanted.version,
                rationale=wanted.rationale,
            )

        dialog = PublishDialog(self.text, beginning, look, self.bench.jobs, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.plan is None:
            return
        plan, packages = dialog.plan, dialog.packages.isChecked()

        def work(report: Report) -> tuple[Path, ...]:
            def tell(done: int, count: int) -> None:
                report(Progress(Step.PUBLISHING, done, count))

            publish(workspace, plan, now(), lambda p: version_name(p, self.text), tell)
            return package_rooms(plan.targets) if packages else ()

        self._run("publish", work, lambda files: self._tell_published(plan, files))

    def _tell_published(self, plan: Plan, files: tuple[Path, ...]) -> None:
        paths = "\n".join(str(each) for each in files or [each.folder for each in plan.targets])
        said = "publish-done-packed" if files else "publish-done"
        title, count = plan.outgoing.title, len(plan.targets)
        self._tell("done", self.text(said, title=title, count=count, paths=paths))
        self.bench.controller.refresh_timeline()

    # -- collecting --------------------------------------------------------

    @told
    def collect_room(self, *_: object) -> None:
        """Ask from which rooms, show what would come in, and take it in."""
        if self._is_busy():
            return
        workspace = self._own_workspace()
        self.bench.jobs.run(
            lambda: _known_rooms(workspace), self._ask_collect, self.bench.show_error
        )

    def _ask_collect(self, known: tuple[Known, ...]) -> None:
        dialog = CollectDialog(self.text, known, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        workspace, chosen, ask = self._own_workspace(), dialog.chosen, self.bench.ask

        def work(report: Report) -> Collection:
            report(Progress(Step.COLLECTING))
            return plan_collection(workspace, chosen, now(), ask, report)

        self._run("collect", work, self._show_reactions)

    def _show_reactions(self, found: Collection) -> None:
        dialog = CollectedDialog(self.text, found, self.bench)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        workspace = self._own_workspace()

        def work(report: Report) -> None:
            report(Progress(Step.COLLECTING))
            collect(workspace, found, now())

        self._run("collect", work, lambda _: self._tell_collected(found))

    def _tell_collected(self, found: Collection) -> None:
        count, known = total(found), found.accepted.known
        self._tell("done", self.text("collect-done", count=count, known=known))
        self.bench.controller.look_what_was_said()

    # -- answering ---------------------------------------------------------

    @told
    def publish_answers(self, *_: object) -> None:
        """Choose own answers and let them go to all rooms of the document."""
        if self._is_busy():
            return
        workspace, name = self._own_workspace(), self.session.entry.name
        self.bench.jobs.run(
            lambda: answers(workspace, name), self._ask_answers, self.bench.show_error
        )

    def _ask_answers(self, found: tuple[Answer, ...]) -> None:
        waiting = [each for each in found if not each.went]
        if not waiting:
            self._tell("info", self.text("answers-none"))
            return
        workspace, name = self._own_workspace(), self.session.entry.name
        dialog = AnswersDialog(
            self.text, waiting, lambda each: answer_doubts(workspace, each), self.bench
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        chosen, message = dialog.chosen, self.text("room-version-answers")

        def work(report: Report) -> tuple[Publication, ...]:
            report(Progress(Step.PUBLISHING))
            return publish_answers(workspace, name, chosen, now(), message)

        def done(made: tuple[Publication, ...]) -> None:
            said = self.text("answers-done", count=len(chosen), rooms=len(made))
            self._tell("done", said)

        self._run("answers", work, done)


def _beginning(workspace: Workspace, entry: DocumentEntry, newest: str) -> Beginning:
    """Return with what the dialog begins: as it was published last, if it was."""
    made = publications(workspace, entry.name)
    versions = [("", newest)]
    names = [each for each in workspace.repository.all_names() if each.kind != "release"]
    ordered = sorted(names, key=lambda each: each.when.timestamp() if each.when else 0.0)
    versions += [(each.version, each.shown) for each in reversed(ordered[-VERSIONS:])]
    where = rooms_here(workspace)
    last = next((each for each in reversed(made) if each.room in where), None)
    if last is None:
        folder = free_folder(Path.home() / "Coauthor" / f"{slug(entry.title)}-markt")
        return Beginning(entry.title, Wanted(folder), versions)
    together = [each for each in made if each.each == last.each]
    organisations = dict.fromkeys(name for each in together for name in each.organisations)
    folder = where[last.room].parent if last.each else where[last.room]
    return Beginning(entry.title, Wanted(folder, tuple(organisations), last.each), versions)


def _known_rooms(workspace: Workspace) -> tuple[Known, ...]:
    """Return the rooms that lie on this computer."""
    where = rooms_here(workspace)
    latest = latest_by_room(publications(workspace))
    found = []
    for room, made in latest.items():
        folder = where.get(room)
        if folder is None or not folder.is_dir():
            continue
        names = ", ".join(made.organisations)
        found.append(Known(names, str(folder)))
        # What vendors sent stands at the place, and not yet in our folder.
        found += [Known(names, each.address.text) for each in places(Repository.open(folder))]
    return tuple(found)
