"""A file comes in beside the standard, and what says the same becomes the standard's."""

import json

import pytest

from coauthor.cli import main
from coauthor.commands import DONE, FAILED
from coauthor.document.parameters import shown
from coauthor.document.reading import decode, read_document
from coauthor.lineage.status import Lineage, document_status
from coauthor.workspace.standards import find_source
from coauthor.workspace.workspace import open_workspace
from tests.workspace.test_matching import sheet

SOURCE = find_source("belastingen")
STANDARD = read_document(decode(SOURCE.files("1.0")["documents/belastingen.md"]))
HEADS = ("Nr", "Omschrijving", "Toelichting")


def rows_of_old_text():
    free = [each for each in STANDARD.clauses if each.theme == "functioneel"][:3]
    locked = next(each for each in STANDARD.clauses if each.theme == "informatiebeveiliging")
    rows = [HEADS]
    rows += [(f"E{at}", shown(each.body), "uit 2019") for at, each in enumerate(free, start=1)]
    rows[2] = ("E2", rows[2][1] + " Dit geldt ook voor het waterschap.", "")
    rows.append(("E4", shown(locked.body) + " Behalve op zondag.", ""))
    rows.append(("E5", "De kantine serveert op vrijdag gebakken vis met sla.", ""))
    return rows, free, locked


@pytest.fixture
def place(tmp_path):
    root = tmp_path / "werk"
    assert main(["new", str(root), "--kind", "local", "--organisation", "Ons Dorp"]) == DONE
    return root


def come_in(capsys, *arguments):
    capsys.readouterr()
    code = main(["import", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def state(root, name="oud"):
    workspace = open_workspace(root)
    entry = workspace.entry(name)
    chain = [each.document for each in workspace.chain(entry)]
    document = workspace.read(entry)
    return workspace, document, document_status(document, chain, None, workspace.policy)


def test_an_old_list_comes_in_as_clauses_of_the_standard(tmp_path, place, capsys):
    rows, free, locked = rows_of_old_text()
    path = tmp_path / "oud.xlsx"
    sheet(path, rows)
    code, out, _ = come_in(
        capsys, path, "--into", place, "--match", "belastingen@1.0", "--accept", "0.6"
    )
    assert code == DONE
    assert "80 % van dit document staat al in" in out
    assert "vergrendeld" in out
    workspace, document, status = state(place)
    assert status.has_standard
    assert status.clauses[free[0].uid].lineage is Lineage.VERBATIM
    assert status.clauses[free[1].uid].lineage is Lineage.ADAPTED
    assert status.clauses[free[1].uid].unexplained
    assert status.clauses[locked.uid].lineage is Lineage.VERBATIM
    first = document.clause(free[0].uid)
    assert (first.code, first.marker.get("formerly")) == (free[0].code, "E1")
    remarks = [each.read_text("utf-8") for each in place.glob("discussion/oud/*/*.md")]
    assert len(remarks) == 1
    assert "Behalve op zondag." in remarks[0]
    assert [each.code for each in document.clauses if "kantine" in each.body] == ["E5"]
    assert not workspace.repository.changed_paths()


def test_the_same_list_again_changes_nothing_and_a_new_row_is_news(tmp_path, place, capsys):
    rows, _, _ = rows_of_old_text()
    path = tmp_path / "oud.xlsx"
    sheet(path, rows[:4])
    arguments = (path, "--into", place, "--match", "belastingen@1.0", "--accept", "60%", "--json")
    assert come_in(capsys, *arguments)[0] == DONE
    before = (place / "documents/oud.md").read_bytes()
    _, out, _ = come_in(capsys, *arguments)
    assert [each["change"] for each in json.loads(out)["becomes"]] == ["same"] * 3
    assert (place / "documents/oud.md").read_bytes() == before
    sheet(path, [*rows[:4], ("E6", shown(STANDARD.clauses[9].body), "")])
    _, out, _ = come_in(capsys, *arguments)
    assert json.loads(out)["match"]["clauses"][-1]["became"] == "same"
    assert state(place)[1].clause(STANDARD.clauses[9].uid) is not None


def test_without_accepting_only_the_share_is_told(tmp_path, place, capsys):
    path = tmp_path / "oud.xlsx"
    sheet(path, rows_of_old_text()[0])
    code, out, _ = come_in(capsys, path, "--into", place, "--match", "belastingen@1.0", "--json")
    values = json.loads(out)["match"]
    assert code == DONE
    assert values["share"] == 0.8
    assert {each["became"] for each in values["clauses"]} == {None}
    _, document, status = state(place)
    assert [each.code for each in document.clauses] == ["E1", "E2", "E3", "E4", "E5"]
    assert status.has_standard


def test_trying_out_changes_nothing(tmp_path, place, capsys):
    path = tmp_path / "oud.xlsx"
    sheet(path, rows_of_old_text()[0])
    before = {each: each.read_bytes() for each in place.rglob("*") if each.is_file()}
    code, out, _ = come_in(capsys, path, "--into", place, "--match", "belastingen", "--dry-run")
    assert code == DONE
    assert "80 %" in out
    assert {each: each.read_bytes() for each in place.rglob("*") if each.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--match",), "nog geen standaard"),
        (("--match", "nergens"), "nergens"),
        (("--accept", "0.8"), "--match"),
        (("--match", "belastingen", "--accept", "veel"), "veel"),
        (("--match", "belastingen", "--accept", "-1"), "-1"),
    ],
)
def test_what_is_missing_or_unfit_is_said_and_nothing_comes_in(
    tmp_path, place, capsys, arguments, said
):
    path = tmp_path / "oud.xlsx"
    sheet(path, rows_of_old_text()[0])
    code, _, err = come_in(capsys, path, "--into", place, *arguments)
    assert code == FAILED
    assert said in err
    assert not (place / "documents/oud.md").exists()


def test_a_workspace_that_derives_compares_with_its_own_standard(tmp_path, capsys):
    root = tmp_path / "dorp"
    arguments = ["derive", "belastingen@1.0", str(root), "--organisation", "Ons Dorp"]
    assert main(arguments) == DONE
    path = tmp_path / "oud.xlsx"
    sheet(path, rows_of_old_text()[0])
    assert come_in(capsys, path, "--into", root, "--match")[0] == DONE
    assert state(root)[2].has_standard
    other = (path, "--into", root, "--match", "belastingen@1.1")
    assert "1.0" in come_in(capsys, *other)[2]


def test_a_changed_list_keeps_the_slots_of_the_standard(tmp_path, place, capsys):
    rows, free, _ = rows_of_old_text()
    path = tmp_path / "oud.xlsx"
    sheet(path, rows)
    arguments = (path, "--into", place, "--match", "belastingen@1.0", "--accept", "0.6")
    come_in(capsys, *arguments)
    assert "{{" in state(place)[1].clause(free[0].uid).body
    rows[1] = ("E1", rows[1][1] + " Ook in het weekend.", "uit 2019")
    sheet(path, rows)
    come_in(capsys, path, "--into", place)
    body = state(place)[1].clause(free[0].uid).body
    assert "{{belastingsoorten bij oplevering:" in body
    assert "Ook in het weekend." in body
