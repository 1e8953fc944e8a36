"""Actions: handing over to an archive, and checking what was handed over."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from coauthor.ui.acting.acting import now, told
from coauthor.ui.acting.batch import Batching
from coauthor.ui.acting.making import KEY
from coauthor.ui.acting.sharing import Report, Sharing
from coauthor.ui.apart import Apart
from coauthor.ui.archiving.dialog import ArchiveDialog
from coauthor.workspace.archiving.details import keep_details, read_details
from coauthor.workspace.archiving.making import Archived, archive_apart
from coauthor.workspace.archiving.verifying import verify
from coauthor.workspace.baselines import names
from coauthor.workspace.batch import clear_aside
from coauthor.workspace.events import acts_here
from coauthor.workspace.sharing.receiving import keep_own

if TYPE_CHECKING:
    from coauthor.errors import CoauthorError
    from coauthor.workspace.archiving.verifying import Verified

SHOWN = 8
"""Faults that are shown; the command line prints all."""


class Archiving(Batching, Sharing):
    """Actions: handing over to an archive, and checking what was handed over."""

    @told
    def archive_document(self, *_: object) -> None:
        """Ask what the archive wants to know, and make the package in the background."""
        workspace = self._own_workspace()
        versions = [(each.version, each.shown) for each in reversed(names(workspace))]
        dialog = ArchiveDialog(
            self.text,
            self.session.entry.name,
            read_details(workspace),
            versions,
            self.bench,
            may_keep="edit" in acts_here(workspace),
        )
        if dialog.exec() != QDialog.DialogCode.Accepted or self._is_busy():
            return
        details, keep = dialog.details, dialog.keep.isChecked()
        output, version_id = dialog.file.path, dialog.version_id
        author, keeper = self.bench.desk.person.author, self.bench.keeper
        message = self.text("version-archived")

        def work(_report: Report) -> None:
            if keeper is not None:
                keeper.save()
            if keep:
                keep_details(workspace, details)
            if keeper is not None and not version_id:
                keep_own(workspace, author, now(), message)

        def done(_: None) -> None:
            arguments = {
                "root": workspace.root,
                "name": self.session.entry.name,
                "output": output,
                "when": now(),
                "language": self.text.language,
                "version_id": version_id,
                "details": details,
            }
            self.make_apart(archive_apart, arguments, output.parent, self._archived)

        self._run("archive", work, done)

    def _archived(self, made: Archived) -> None:
        said = [
            self.text("archive-made", path=str(made.path), files=made.files),
            self.text("archive-restored"),
        ]
        said += [
            self.text("archive-lacks", what=self.text(f"archive-lacks-{key}")) for key in made.lacks
        ]
        kind = "warning" if made.lacks else "done"
        self.bench.banner.show_message(KEY, kind, "\n".join(said))

    def verify_archive(self, *_: object) -> None:
        """Ask which package, and check it in a process of its own: anybody may have made it."""
        found, _kind = QFileDialog.getOpenFileName(
            self.bench,
            self.text("archive-verify-choose"),
            str(Path.home()),
            self.text("archive-files"),
        )
        if found:
            self.check_package(Path(found))

    def check_package(self, path: Path) -> None:
        """Check an archive package in a process of its own, and tell what was found."""
        scratch = Path(tempfile.mkdtemp(prefix="coauthor-"))
        self._verifying = Apart(verify, {"path": path, "scratch": scratch}, self.bench)
        for over in (self._verifying.done, self._verifying.failed):
            over.connect(lambda _: clear_aside(scratch))
        self._verifying.done.connect(lambda found: self._verified(path, found))
        self._verifying.failed.connect(self._verifying_failed)
        said = self.text("archive-verifying", path=path.name)
        self.bench.banner.show_message(KEY, "info", said, cancel=self._verifying.cancel)
        self._verifying.start()

    def _verifying_failed(self, error: CoauthorError) -> None:
        self.bench.banner.clear_message(KEY)
        self.bench.show_error(error)

    def _verified(self, path: Path, found: Verified) -> None:
        if not found.faults:
            said = self.text("archive-sound", files=found.files, digest=found.digest)
            self.bench.banner.show_message(KEY, "done", f"{path.name}: {said}")
            return
        lines = [
            self.text(f"bag-fault-{each.kind}", path=each.path, detail=each.detail)
            for each in found.faults[:SHOWN]
        ]
        more = len(found.faults) - SHOWN
        lines += [self.text("publication-more", count=more)] if more > 0 else []
        head = self.text("archive-not-same", path=path.name)
        self.bench.banner.show_message(KEY, "error", "\n".join([head, *lines]))
