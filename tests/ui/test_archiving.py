"""Handing over to an archive from the window: what it wants to know, and the check after it."""

import os
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from coauthor.ui.archiving.dialog import ArchiveDialog
from coauthor.workspace.archiving.details import read_details
from coauthor.workspace.archiving.verifying import verify
from coauthor.workspace.creating import make_example
from coauthor.workspace.workspace import open_workspace
from tests.ui.driver import Person, nameless

SHOTS = os.environ.get("COAUTHOR_SHOTS", "")


def shot(window, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        QApplication.processEvents()
        window.grab().save(str(Path(SHOTS) / f"archive-{name}.png"))


def test_a_package_is_made_of_what_stands_now_and_the_answers_are_kept(
    person: Person, tmp_path: Path, monkeypatch
) -> None:
    root = make_example(tmp_path / "voorbeeld").root
    bench = person.opens(root)
    output = tmp_path / "pakket"

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, ArchiveDialog)
        assert nameless(dialog) == []
        dialog.file.line.setText(str(output))
        dialog.appraisal.setCurrentIndex(dialog.appraisal.findData("V"))
        dialog.years.setValue(20)
        dialog.lines["restriction"].setText("Openbaar")
        dialog.lines["restriction-list"].setText("Lijst")
        dialog.keep.setChecked(True)
        shot(dialog, "dialog")

    person.answers(fill_in, lambda: person.does("archive_document"))
    person.qtbot.waitUntil(lambda: "stap" in "".join(bench.banner.messages()))
    shot(bench, "progress")
    person.qtbot.waitUntil(lambda: "Archiefpakket gemaakt" in "".join(bench.banner.messages()))
    shot(bench, "done")
    package = tmp_path / "pakket.zip"
    found = verify(package)
    assert (found.faults, found.lacks) == ((), ())
    assert read_details(open_workspace(root))["retention"] == "P20Y"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(package), ""))
    person.does("verify_archive")
    person.qtbot.waitUntil(lambda: "overgedragen" in "".join(bench.banner.messages()))


def test_a_package_that_was_changed_is_told(person: Person, tmp_path: Path) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    folder = tmp_path / "tas"
    (folder / "data").mkdir(parents=True)
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (folder / "manifest-sha256.txt").write_text(f"{'0' * 64}  data/weg.txt\n")
    bench.controller.check_package(folder)
    person.qtbot.waitUntil(lambda: "data/weg.txt" in "".join(bench.banner.messages()))
    shot(bench, "not-same")


def test_stopping_leaves_no_half_package_and_nothing_restored(
    person: Person, tmp_path: Path, monkeypatch
) -> None:
    bench = person.opens(make_example(tmp_path / "voorbeeld").root)
    scratch, out = tmp_path / "tijdelijk", tmp_path / "uit"
    scratch.mkdir()
    out.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    person.answers(
        lambda dialog: dialog.file.line.setText(str(out / "pakket.zip")),
        lambda: person.does("archive_document"),
    )
    person.qtbot.waitUntil(lambda: any(out.iterdir()))
    bench.controller.made_apart.cancel()
    assert list(out.iterdir()) == []
    bench.controller.check_package(tmp_path / "nergens.zip")
    person.qtbot.waitUntil(lambda: not list(scratch.iterdir()))
