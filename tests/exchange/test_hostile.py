"""Files that are broken or mean harm: every reader says so in words, and nothing changes."""

import random
import time
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.document.reading import read_document
from coauthor.errors import CoauthorError
from coauthor.exchange import FORMATS, readable, writable
from coauthor.exchange.proposal import Proposal
from coauthor.language import LANGUAGES, Catalogue
from coauthor.workspace.importing import propose_file
from tests.evidence.texts import hard_text
from tests.exchange.harming import harmed, hostile
from tests.exchange.making import leaving

HOSTILE = dict(hostile())
ROUNDS = 6
_SECONDS = 8


def sample(name: str) -> bytes:
    """Return a whole file of a format, as we write it; text where we do not."""
    writer = FORMATS[name].writer if name in writable() else FORMATS["md"].writer
    return writer(leaving(read_document(hard_text(12))), Catalogue("nl"))


def outcome(path: Path) -> str:
    """Return 'read' or the code of the message; its words must be there in both languages."""
    try:
        proposal = propose_file(path)
    except CoauthorError as error:
        for language in LANGUAGES:
            said = Catalogue(language)(f"error-{error.code}", **error.parameters)
            assert said
            assert "error-" not in said
        return error.code
    assert isinstance(proposal, Proposal)
    read_document(proposal.document.text)
    return "read"


@pytest.mark.parametrize("name", readable())
def test_a_file_that_means_harm_is_told_or_harmless(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{FORMATS[name].suffixes[0]}"
    for kind, data in HOSTILE.items():
        path.write_bytes(data)
        began = time.process_time()
        said = outcome(path)
        assert time.process_time() - began < _SECONDS, kind
        if kind in {"nothing", "blanks"}:
            assert said == "file-empty"
        if name not in {"md", "csv", "csv-comma"}:
            assert said != "read", kind


@pytest.mark.parametrize("name", readable())
def test_a_damaged_file_is_read_or_told(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    whole = sample(name)
    path = tmp_path / f"a{FORMATS[name].suffixes[0]}"
    for _ in range(ROUNDS):
        path.write_bytes(harmed(whole, chance))
        outcome(path)


@pytest.mark.parametrize("name", readable())
def test_a_file_under_the_name_of_another_kind_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{FORMATS[name].suffixes[0]}"
    for other in ("docx", "pdf", "json"):
        if FORMATS[other].suffixes != FORMATS[name].suffixes:
            path.write_bytes(sample(other))
            outcome(path)


def test_a_table_that_lost_its_column_of_texts_is_read_by_its_titles(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = Catalogue("nl")
    front, clause = text("csv-type-front"), text("csv-type-clause")
    rows = [[text("csv-type"), text("csv-title")], [front, ""], [clause, "Het logt"]]
    path.write_text("\n".join(";".join(row) for row in rows), "utf-8")
    assert [each.title for each in propose_file(path).document.clauses] == ["Het logt"]


def test_a_zip_whose_list_leads_before_its_begin_is_told(tmp_path: Path) -> None:
    path, whole = tmp_path / "a.reqifz", sample("reqifz")
    place = int.from_bytes(whole[-6:-2], "little") + 5_000  # of the list, in the last 22 bytes
    path.write_bytes(whole[:-6] + place.to_bytes(4, "little") + whole[-2:])
    assert outcome(path) == "reqif-unfit"


def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "werk"
    assert main(["example", str(root)]) == 0
    before = {each: each.read_bytes() for each in root.rglob("*") if each.is_file()}
    for name in readable():
        path = tmp_path / f"a{FORMATS[name].suffixes[0]}"
        path.write_bytes(b"PK\x03\x04" + bytes(50))
        assert main(["import", str(path), "--into", str(root)]) == 2
        assert path.name in capsys.readouterr().err
    assert {each: each.read_bytes() for each in root.rglob("*") if each.is_file()} == before
