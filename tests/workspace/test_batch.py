"""Several formats at once: one preparation, whole files, one failure apart."""

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coauthor.cli import main
from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.exchange import writable
from coauthor.workspace import batch, exporting
from coauthor.workspace.batch import (
    Progress,
    aside_in,
    chosen_formats,
    clear_aside,
    export_many,
    file_names,
    write_all,
)
from coauthor.workspace.creating import make_example
from coauthor.workspace.exporting import prepare
from coauthor.workspace.workspace import Workspace

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)


@pytest.fixture
def example(tmp_path: Path) -> Workspace:
    return make_example(tmp_path / "voorbeeld")


def refusing(fails: dict[str, Exception]) -> Callable[[str], Any]:
    """Return writers that are quick, of which some fail."""

    def writer(name: str) -> Any:
        def write(*_: object) -> bytes:
            if name in fails:
                raise fails[name]
            return name.encode()

        return write

    return writer


def test_all_formats_stand_in_the_folder_and_the_document_is_made_ready_once(
    example: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times: list[object] = []
    monkeypatch.setattr(batch, "prepare", lambda *a, **k: times.append(a) or prepare(*a, **k))
    steps: list[Progress] = []
    written = export_many(
        example.root,
        "belastingen",
        chosen_formats("all"),
        tmp_path / "uit",
        when=NOW,
        report=steps.append,
    )
    assert [each.format for each in written] == list(writable())
    assert [each.error for each in written] == [None] * len(written)
    assert {each.path: each.size for each in written} == {
        path: path.stat().st_size for path in (tmp_path / "uit").iterdir()
    }
    assert len(times) == 1
    assert [each.format for each in steps] == [*writable(), ""]
    assert [each.done for each in steps] == list(range(len(writable()) + 1))


def test_a_format_that_fails_does_not_stop_the_others(
    example: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails = {"docx": OutsideFailure("cannot-make-pdf", said="x"), "odt": ValueError("vreemd")}
    monkeypatch.setattr(exporting, "writer_of", refusing(fails))
    made = prepare(example, example.entry("belastingen"), when=NOW)
    (tmp_path / "belastingen.docx").write_text("de vorige")
    written = write_all(made, "belastingen", ("docx", "odt", "pdf"), tmp_path)
    codes = [each.error.code if each.error else "" for each in written]
    assert codes == ["cannot-make-pdf", "cannot-make", ""]
    assert (tmp_path / "belastingen.pdf").read_bytes() == b"pdf"
    assert (tmp_path / "belastingen.docx").read_text() == "de vorige"
    assert not (tmp_path / "belastingen.odt").exists()


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "out-full"), (errno.EROFS, "out-read-only"), (errno.EIO, "cannot-write")],
)
def test_a_disk_that_fails_is_told_of_the_file_that_was_wanted(
    example: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    def fails(*_: object) -> None:
        raise OSError(number, "x")

    folder, made = tmp_path / "uit", prepare(example, example.settings.documents[0], when=NOW)
    monkeypatch.setattr(os, "fsync", fails)
    (written,) = write_all(made, "bel", ("md",), folder)
    assert written.error is not None
    assert written.error.code == code
    assert written.error.parameters["path"] == str(folder / "bel.md")
    assert list(folder.iterdir()) == []


def test_a_full_folder_for_temporary_files_is_told_by_its_name(
    example: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepare(example, example.settings.documents[0], when=NOW)
    full = OSError(errno.ENOSPC, "x", "/vol")
    monkeypatch.setattr(exporting, "writer_of", refusing({"pdf": full}))
    with pytest.raises(OutsideFailure) as told:
        exporting.write(made, "pdf", tmp_path / "a.pdf")
    (written,) = write_all(made, "bel", ("pdf",), tmp_path)
    for error in (told.value, written.error):
        assert error is not None
        assert (error.code, error.parameters["path"]) == ("out-full", "/vol")
    assert not (tmp_path / "a.pdf").exists()


def test_who_stops_keeps_what_was_ready_and_finds_no_half_file(
    example: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "writer_of", refusing({}))
    made = prepare(example, example.entry("belastingen"), when=NOW)
    folder = tmp_path / "uit"

    def stop(progress: Progress) -> None:
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_all(made, "b", ("md", "html", "pdf"), folder, report=stop)
    assert sorted(each.name for each in folder.iterdir()) == ["b.html", "b.md"]


def test_what_an_ended_process_left_is_cleared(tmp_path: Path) -> None:
    aside = aside_in(tmp_path)
    assert aside != aside_in(tmp_path)
    aside.mkdir()
    (aside / "half.pdf").write_bytes(b"%PDF")
    (tmp_path / "heel.pdf").write_bytes(b"%PDF")
    clear_aside(aside)
    assert [each.name for each in tmp_path.iterdir()] == ["heel.pdf"]


def test_the_name_of_a_file_does_not_depend_on_what_goes_beside_it() -> None:
    every = file_names("pve", tuple(writable()))
    assert len(set(every.values())) == len(every)
    assert every["csv"] == "pve.csv"
    assert file_names("pve", ("csv-comma",)) == {"csv-comma": "pve-csv-comma.csv"}


def test_formats_are_asked_for_by_name_or_all_at_once() -> None:
    assert chosen_formats("pdf, docx,pdf") == ("pdf", "docx")
    assert chosen_formats("all") == tuple(writable())
    for said in ("papier", "pdf,papier", ""):
        with pytest.raises(UserError, match="unknown-format"):
            chosen_formats(said)


def test_the_command_line_writes_several_formats_into_a_folder(
    example: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = str(example.root / "documents/belastingen.md")
    folder = tmp_path / "uit"
    assert main(["export", document, "--format", "md,json", "-o", str(folder)]) == 0
    assert sorted(each.name for each in folder.iterdir()) == ["belastingen.json", "belastingen.md"]
    assert str(folder / "belastingen.md") in capsys.readouterr().out
    assert main(["export", document, "--format", "html", "-o", str(folder)]) == 0
    assert (folder / "belastingen.html").exists()


def test_the_command_line_tells_which_format_failed(
    example: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(
        exporting, "writer_of", refusing({"odt": OutsideFailure("cannot-make-pdf", said="x")})
    )
    document = str(example.root / "documents/belastingen.md")
    arguments = ["export", document, "--format", "odt,md", "-o", str(tmp_path / "uit")]
    assert main(arguments) == 1
    assert "odt" in capsys.readouterr().err
    monkeypatch.setattr(
        exporting, "writer_of", refusing(dict.fromkeys(("odt", "md"), ValueError("x")))
    )
    assert main(arguments) == 2
