"""An archive package: whole, checked, restorable, and silent about what nobody told."""

import hashlib
import json
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.exchange.archiving.bag import opened
from coauthor.exchange.archiving.mdto_schema import mdto_faults
from coauthor.workspace.archiving import making
from coauthor.workspace.archiving.details import read_details, with_details
from coauthor.workspace.archiving.making import archive
from coauthor.workspace.archiving.verifying import verify
from coauthor.workspace.batch import Progress, Written
from coauthor.workspace.creating import make_example
from coauthor.workspace.workspace import Workspace, open_workspace

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
KNOWN = {
    "appraisal": "V",
    "retention": "P20Y",
    "restriction": "Openbaar",
    "restriction-list": "Begrippenlijst openbaarheid",
    "identification": "Z-1",
    "identification-source": "Zaaksysteem",
}


@pytest.fixture
def example(tmp_path: Path) -> Workspace:
    return make_example(tmp_path / "voorbeeld")


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the example with all that an archive wants to know."""
    folder = tmp_path_factory.mktemp("archief")
    workspace = make_example(folder / "voorbeeld")
    entry = workspace.entry("belastingen")
    made = archive(workspace, entry, folder / "pakket.zip", when=NOW, details=KNOWN)
    assert made.lacks == ()
    return made.path


@pytest.fixture
def package(ready: Path, tmp_path: Path) -> Path:
    """The package unpacked, to be tampered with."""
    with zipfile.ZipFile(ready) as found:
        found.extractall(tmp_path)
    return tmp_path / "pakket"


def test_a_package_holds_the_formats_the_text_the_workspace_and_their_metadata(ready: Path) -> None:
    with opened(ready) as bag:
        folder = "data/dossier/belastingen/belastingen"
        ends = {".pdf", ".odt", ".xlsx", ".html", ".md", ".mdto.xml", ".pdf.bestand.mdto.xml"}
        assert {f"{folder}{end}" for end in ends} <= set(bag.sizes)
        assert "data/dossier/werkruimte/voorbeeld.coauthor" in bag.sizes
        assert b"%PDF" in bag.read(f"{folder}.pdf")[:8]
        for path in bag.sizes:
            if path.endswith(".mdto.xml"):
                assert mdto_faults(path, bag.read(path)) == (), path
        text = hashlib.sha256(bag.read(f"{folder}.md")).hexdigest()
        assert bag.info()["Coauthor-Text-Digest"] == f"sha256:{text}"
        assert text in bag.read(f"{folder}.mdto.xml").decode()
        for needed in ("LEESMIJ.txt", "bagit.txt", "tagmanifest-sha256.txt"):
            assert bag.read(needed)


def test_checking_restores_the_workspace_and_finds_the_same_text(ready: Path) -> None:
    found = verify(ready)
    assert (found.faults, found.lacks, found.restored) == ((), (), True)


def test_a_letter_that_was_changed_is_found_with_its_metadata(package: Path) -> None:
    text = package / "data/dossier/belastingen/belastingen.md"
    text.write_text(text.read_text("utf-8").replace("e", "a", 1), "utf-8")
    kinds = {(each.kind, Path(each.path).name) for each in verify(package).faults}
    assert {("changed", text.name), ("described", text.name), ("text", text.name)} <= kinds


def test_a_file_that_is_gone_is_told_once(package: Path) -> None:
    (package / "data/dossier/belastingen/belastingen.pdf").unlink()
    found = [each.path for each in verify(package).faults if each.kind == "missing"]
    assert found == ["data/dossier/belastingen/belastingen.pdf"]


def test_another_workspace_in_the_package_is_found_even_with_right_checksums(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who replaces the checksums as well still cannot replace the text."""
    info = package / "bag-info.txt"
    other = "0" * 64
    said = info.read_text().splitlines()
    lines = [f"Coauthor-Text-Digest: sha256:{other}" if "Digest" in each else each for each in said]
    info.write_text("\n".join(lines) + "\n")
    tags = package / "tagmanifest-sha256.txt"
    digest = hashlib.sha256(info.read_bytes()).hexdigest()
    tags.write_text(
        "".join(
            f"{digest}  bag-info.txt\n" if "bag-info" in line else f"{line}\n"
            for line in tags.read_text().splitlines()
        )
    )
    assert {each.kind for each in verify(package).faults} == {"text", "restored-text"}


def test_a_workspace_that_cannot_be_restored_is_told(package: Path) -> None:
    (history,) = (package / "data/dossier/werkruimte").glob("*.coauthor")
    history.write_bytes(history.read_bytes()[:-3000])
    assert "restore" in {each.kind for each in verify(package).faults}
    history.unlink()
    assert "no-workspace" in {each.kind for each in verify(package).faults}


def test_what_nobody_told_is_asked_and_not_invented(example: Workspace, tmp_path: Path) -> None:
    made = archive(example, example.entry("belastingen"), tmp_path / "uit", when=NOW)
    assert made.lacks == ("appraisal", "restriction")
    assert made.verified.lacks == (
        "/informatieobject/beperkingGebruik",
        "/informatieobject/waardering",
    )
    assert b"waardering" not in (tmp_path / "uit/data/dossier/dossier.mdto.xml").read_bytes()


def test_the_workspace_keeps_what_its_archive_wants_to_know(example: Workspace) -> None:
    file = example.root / "coauthor.toml"
    before = file.read_text("utf-8")
    file.write_text(with_details(before, {**KNOWN, "category": "Inkoop"}), "utf-8")
    workspace = open_workspace(example.root)
    known = read_details(workspace, {"appraisal": "B", "retention": ""})
    assert known["appraisal"] == "B"
    assert known["retention"] == ""
    assert known["maker"] == "Gemeente Waterrijk"
    assert known.lacks == ("category-list",)
    assert "waardering" not in with_details(file.read_text("utf-8"), dict.fromkeys(KNOWN, ""))


def test_a_language_that_is_none_stays_out_of_the_metadata(
    example: Workspace, tmp_path: Path
) -> None:
    file = example.root / "coauthor.toml"
    file.write_text(file.read_text("utf-8").replace('"nl"', '"nederlands en fries"'), "utf-8")
    workspace = open_workspace(example.root)
    assert workspace.settings.language == "nederlands en fries"
    archive(workspace, workspace.entry("belastingen"), tmp_path / "uit", when=NOW)
    assert b"<taal>" not in (tmp_path / "uit/data/dossier/dossier.mdto.xml").read_bytes()


def test_an_older_version_can_be_archived(example: Workspace, tmp_path: Path) -> None:
    versions = list(example.repository.versions("documents/belastingen.md"))
    entry = example.entry("belastingen")
    made = archive(example, entry, tmp_path / "uit.zip", when=NOW, version_id=versions[-1].id)
    assert made.version == versions[-1].id
    assert made.verified.restored


def test_words_that_are_in_no_version_are_not_archived(example: Workspace, tmp_path: Path) -> None:
    path = example.root / "documents/belastingen.md"
    path.write_text(path.read_text("utf-8") + "\nNog iets.\n", "utf-8")
    with pytest.raises(UserError, match="archive-unsaved"):
        archive(example, example.entry("belastingen"), tmp_path / "uit.zip", when=NOW)
    assert not (tmp_path / "uit.zip").exists()


def test_who_stops_or_fails_leaves_nothing_behind(
    example: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry, output = example.entry("belastingen"), tmp_path / "uit.zip"
    output.write_bytes(b"het vorige pakket")
    here = sorted(tmp_path.iterdir())
    steps: list[str] = []

    def stop(progress: Progress) -> None:
        steps.append(progress.format)
        if progress.format == "checksums":
            raise Cancelled

    with pytest.raises(Cancelled):
        archive(example, entry, output, when=NOW, report=stop)
    assert steps == [*making.FORMATS, "history", "metadata", "checksums"]
    failed = Written("pdf", output, error=OutsideFailure("cannot-make-pdf", said="x"))
    monkeypatch.setattr(making, "write_all", lambda *_, **__: (failed,))
    with pytest.raises(OutsideFailure, match="cannot-make-pdf"):
        archive(example, entry, output, when=NOW)
    assert sorted(tmp_path.iterdir()) == here
    assert output.read_bytes() == b"het vorige pakket"


def test_a_folder_that_holds_something_is_left_alone(example: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="folder-not-empty"):
        archive(example, example.entry("belastingen"), tmp_path, when=NOW)


def test_the_command_line_archives_and_checks(
    example: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, output = str(example.root / "documents/belastingen.md"), str(tmp_path / "uit")
    assert main(["archive", document, "-o", output, "--set", "appraisal=B", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["lacks"], said["restored"]) == (["restriction"], True)
    assert main(["verify-archive", output, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sound"]
    shutil.rmtree(tmp_path / "uit/data/dossier/werkruimte")
    assert main(["verify-archive", output]) == 1
    assert "is er niet meer" in capsys.readouterr().out
    for wrong in ("appraisal", "appraisal=X", "nergens=1"):
        assert main(["archive", document, "-o", f"{output}2", "--set", wrong]) == 2
