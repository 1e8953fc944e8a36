"""Actions: sharing by file, and taking back what was received."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.history.sharing.packing import Packed, pack
from coauthor.history.sharing.places import places
from coauthor.history.sharing.unpacking import open_package
from coauthor.history.states import version_at
from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.sharing import Report, Sharing
from coauthor.ui.sharing.dialogs import PackageDialog
from coauthor.workspace.sharing.receiving import Naming, Received, keep_own
from coauthor.workspace.sharing.sending import make_ready
from coauthor.workspace.sharing.taking_back import take_back
from coauthor.workspace.workspace import Workspace


class Packages(Sharing):
    """Actions: sharing by file, and taking back what was received."""

    @told
    def take_back(self, *_: object) -> None:
        """Take back what was received last, as long as it was not sent on."""
        if self._is_busy():
            return
        self.bench.lanes.stop_editing()
        workspace, author = self._own_workspace(), self.bench.desk.person.author
        keepers = [self.bench.keeper] if self.bench.keeper is not None else []
        naming = Naming(self.text("version-own"), self.text("version-since-received"))

        def work(_report: Report) -> Received:
            return take_back(workspace, _known(workspace), author, now(), naming, keepers)

        def done(received: Received) -> None:
            said = self.text("received-undone")
            self._take_up(received, lambda: self._tell("done", said))

        self._run("back", work, done)

    @told
    def send_package(self, *_: object) -> None:
        """Write what we have as one file, for e-mail or a USB stick."""
        workspace = self._own_workspace()
        known = _known(workspace)
        dialog = PackageDialog(self.text, self.session.entry.name, self.bench, partly=bool(known))
        if dialog.exec() != QDialog.DialogCode.Accepted or self._is_busy():
            return
        path, since = dialog.path, [known] if dialog.only_new else []
        author, keeper = self.bench.desk.person.author, self.bench.keeper
        message = self._message() or self.text("version-shared")
        decided = self.text("version-decided")

        def work(report: Report) -> Packed:
            if keeper is not None:
                keeper.save()
            make_ready(workspace, author, now(), decided)
            keep_own(workspace, author, now(), message)
            return pack(workspace.repository, path, since=since, progress=report)

        def done(packed: Packed) -> None:
            said = self.text("package-done", path=str(packed.path), count=packed.count)
            self._tell("done", said)
            self.look_what_waits()

        self._run("package", work, done)

    @told
    def open_package(self, *_: object) -> None:
        """Receive what a colleague sent as a file."""
        found, _kind = QFileDialog.getOpenFileName(
            self.bench,
            self.text("package-open"),
            str(Path.home()),
            self.text("package-files"),
        )
        if found:
            path = Path(found)
            self.receive_from(lambda repository, report: open_package(repository, path, report))


def _known(workspace: Workspace) -> str:
    """Return the version that the place is known to be at, or ''."""
    repository = workspace.repository
    found = places(repository)
    return version_at(repository, found[0].known(repository.branch)) if found else ""
