"""Checking files before they leave, from the command line."""

import json
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.workspace.creating import make_example
from tests.exchange.publication.making import comments, core, docx, paragraph

BODY = paragraph("Eisen", "Kop1") + '<w:p><w:commentRangeStart w:id="0"/></w:p>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pve.docx"
    path.write_bytes(
        docx(BODY, docProps__core_xml=core("Jan de Vries"), word__comments_xml=comments("Klopt?"))
    )
    return path


def check(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main(["--language", "nl", "check-publication", *(str(each) for each in words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_what_was_found_is_told_with_its_place_and_what_to_do(file, capsys) -> None:
    code, out, _ = check(capsys, file)
    assert code == 1
    assert "pve.docx: 2 fouten en geen punten om op te letten." in out
    assert "Fout: Opmerking (1)" in out
    assert "- alinea 2, onder „Eisen”: „Klopt?”" in out
    assert "Verwerk de opmerking en verwijder haar" in out


def test_the_same_as_json(file, capsys) -> None:
    code, out, _ = check(capsys, file, "--json")
    (found,) = json.loads(out)["files"]
    assert (code, found["kind"], found["errors"], found["notes"]) == (1, "docx", 2, 0)
    assert found["findings"][0]["rule"] == "comment"
    assert found["findings"][0]["place"] == {
        "kind": "paragraph",
        "name": "Eisen",
        "number": "2",
        "text": "alinea 2, onder „Eisen”",
    }


def test_one_file_that_cannot_be_read_does_not_stop_the_others(file, tmp_path, capsys) -> None:
    (tmp_path / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    code, out, err = check(capsys, tmp_path / "oud.doc", file, tmp_path / "weg.docx")
    assert code == 2
    assert "oud.doc kan niet worden nagekeken" in err
    assert "weg.docx is niet gevonden" in err
    assert "pve.docx: 2 fouten" in out


def test_a_clean_copy_is_checked_again_and_the_file_stays_as_it_was(file, tmp_path, capsys) -> None:
    before = file.read_bytes()
    code, out, _ = check(capsys, file, "--clean", tmp_path / "uit" / "schoon.docx")
    assert code == 0
    assert "schoon.docx: geen fouten en geen punten" in out
    assert file.read_bytes() == before
    assert check(capsys, tmp_path / "uit" / "schoon.docx")[0] == 0


def test_a_clean_copy_never_takes_the_place_of_the_file_itself(file, capsys) -> None:
    before = file.read_bytes()
    assert check(capsys, file, "--clean", file)[0] == 2
    assert file.read_bytes() == before
    assert check(capsys, file, file, "--clean", "x.docx")[0] == 2


def test_our_own_exports_hold_nothing_but_the_slot_that_is_still_open(tmp_path, capsys) -> None:
    workspace = make_example(tmp_path / "voorbeeld")
    document = next((workspace.root / "documents").glob("*.md"))
    found = {}
    for name in ("md", "html", "xlsx", "docx", "odt", "pdf", "csv", "json"):
        output = tmp_path / f"uit.{name}"
        assert main(["export", str(document), "--format", name, "-o", str(output)]) == 0
        capsys.readouterr()
        _, out, _ = check(capsys, output, "--json")
        found[name] = [each["quote"] for each in json.loads(out)["files"][0]["findings"]]
    assert {name for name in found if len(found[name]) != 1} == set(), found
    assert all("jaar van de schaduwrun" in quotes[0] for quotes in found.values())


def test_a_file_with_a_password_says_what_to_do(tmp_path: Path, capsys) -> None:
    closed = tmp_path / "dicht.xlsx"
    closed.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert main(["check-publication", str(closed)]) == 2
    said = capsys.readouterr()
    assert "dicht.xlsx is met een wachtwoord beveiligd" in said.out + said.err
