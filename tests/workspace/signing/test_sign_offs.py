"""Signing in a real workspace, and what the command line says of it afterwards."""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.exchange.decision import to_page
from coauthor.history.trust.keys import own_key
from coauthor.language import Catalogue
from coauthor.review.signing.sign_offs import Change
from coauthor.workspace.exporting import export
from coauthor.workspace.person import Person
from coauthor.workspace.signing.sign_offs import broken, dossier, sign, signatures
from coauthor.workspace.signing.summary import page_of
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.workspace.signing.test_waiving import (
    FATMA,
    PEOPLE,
    TODAY,
    WHEN,
    by_hand,
    free_clause,
    granted,
    locked_clause,
    workspace,
)

__all__ = ["workspace"]
MAYOR = Person("Anna", "Gemeente Waterrijk")
SAID = {"organ": "College van B&W", "function": "wethouder", "mandate": "Mandaatregister 4.2"}
Capture = pytest.CaptureFixture[str]


def signs(space: Workspace, **other: str) -> None:
    sign(space, MAYOR, dossier(space, TODAY), WHEN, message="Ondertekend", **(SAID | other))


def deviating(space: Workspace) -> str:
    """Deviate on a locked clause with leave; returns its code."""
    clause = locked_clause(space)
    by_hand(space, clause, "Het gaat hier anders.\n\n")
    ours = space.read(space.settings.documents[0]).clause(clause.uid)
    assert ours is not None
    granted(space, ours)
    save_version(space, "Afgeweken", FATMA.author, WHEN)
    return clause.code


def test_a_signature_is_a_version_of_its_own_and_stands(workspace: Workspace) -> None:
    signs(workspace)
    last = workspace.repository.last()
    assert last is not None
    assert (last.message, workspace.repository.changed_paths()) == ("Ondertekend", [])
    ((signed, why),) = signatures(workspace, TODAY)
    assert (signed.organ, signed.function, why) == ("College van B&W", "wethouder", ())
    assert "Anna" not in (workspace.root / "decisions" / f"{signed.id}.toml").read_text("utf-8")


def test_what_lacks_leave_cannot_be_signed(workspace: Workspace) -> None:
    by_hand(workspace, locked_clause(workspace), "Het gaat hier anders.\n\n")
    save_version(workspace, "Afgeweken", FATMA.author, WHEN)
    with pytest.raises(UserError, match="not-final"):
        signs(workspace)
    assert not list((workspace.root / "decisions").glob("*"))
    signs(workspace, verdict="returned", remark="Eerst een ontheffing.")
    ((signed, why),) = signatures(workspace, TODAY)
    assert (signed.verdict, broken(((signed, why),))) == ("returned", ())


def test_what_was_shown_is_what_is_signed(workspace: Workspace) -> None:
    shown = dossier(workspace, TODAY)
    clause = free_clause(workspace)
    by_hand(workspace, clause, clause.body + "Nog iets.\n\n")
    with pytest.raises(UserError, match="changed-since-shown"):
        sign(workspace, MAYOR, shown, WHEN, message="x", **SAID)
    assert signatures(workspace, TODAY) == ()


@pytest.mark.parametrize("missing", ["organ", "function", "mandate"])
def test_who_signs_says_for_whom_and_on_what_mandate(workspace: Workspace, missing: str) -> None:
    with pytest.raises(UserError, match=f"{missing}-missing"):
        signs(workspace, **{missing: " "})


def test_a_signature_accepts_deviations_and_ends_with_their_leave(workspace: Workspace) -> None:
    code = deviating(workspace)
    signs(workspace)
    ((signed, why),) = signatures(workspace, TODAY)
    assert ([each.code for each in signed.accepted], why) == ([code], ())
    ((_, later),) = signatures(workspace, date(2029, 1, 1))
    assert [each.change for each in later] == [Change.DECISION]


def test_only_an_executive_signs_and_only_what_others_saved(workspace: Workspace) -> None:
    path = workspace.root / "people.toml"
    path.write_text(PEOPLE.format(key=own_key().public, roles='"expert"'), "utf-8")
    save_version(workspace, "Mensen", FATMA.author, WHEN)
    with pytest.raises(UserError, match="not-allowed"):
        signs(workspace)
    path.write_text(PEOPLE.format(key=own_key().public, roles='"executive"'), "utf-8")
    save_version(workspace, "Mensen", FATMA.author, WHEN)
    clause = free_clause(workspace)
    by_hand(workspace, clause, clause.body + "Nog iets.\n\n")
    with pytest.raises(UserError, match="not-saved-yet"):
        signs(workspace)
    save_version(workspace, "Bewaard", FATMA.author, WHEN)
    signs(workspace)
    ((signed, why),) = signatures(workspace, TODAY)
    assert (signed.said.by, signed.said.role, why) == (own_key().fingerprint, "executive", ())


def test_the_command_line_names_what_broke_a_signature(
    workspace: Workspace, capsys: Capture, tmp_path: Path
) -> None:
    root = str(workspace.root)
    signing = ["sign", root, "--organ", "College", "--function", "wethouder", "--mandate", "M4"]
    page = tmp_path / "besluit.html"
    assert main(["sign", root, "--page", str(page)]) == 0
    assert "Besluit op één A4" in page.read_text("utf-8")
    assert main(signing) == 0
    assert main(["signoffs", root]) == 0
    assert "geldt (zegel" in capsys.readouterr().out
    assert main(["status", root]) == 0
    clause = free_clause(workspace)
    by_hand(workspace, clause, clause.body.replace(".", ";", 1))
    assert main(["status", root]) == 1
    assert (
        f"geldt niet meer. Veranderd sindsdien in {workspace.settings.documents[0].title}: "
        + (clause.code)
        in capsys.readouterr().out
    )
    assert main(["signoffs", root, "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["signatures"]
    assert (found["stands"], found["broken"][0]["clauses"]) == (False, [clause.code])
    output = tmp_path / "uit.html"
    entry = workspace.settings.documents[0]
    export(workspace, entry, "html", output, when=WHEN)
    assert "De ondertekening geldt niet meer." in output.read_text("utf-8")


def test_a_final_name_and_a_final_export_are_refused_with_a_list(
    workspace: Workspace, capsys: Capture, tmp_path: Path
) -> None:
    clause = locked_clause(workspace)
    by_hand(workspace, clause, "Het gaat hier anders.\n\n")
    root, path = str(workspace.root), str(workspace.file(workspace.settings.documents[0]))
    assert main(["save", root, "-m", "Met de hand"]) == 0
    output = tmp_path / "uit.md"
    final = ["export", path, "--format", "md", "--final", "-o", str(output)]
    for words in (["name", root, "Definitief", "--final"], final):
        capsys.readouterr()
        assert main(words) == 2
        said = capsys.readouterr().err
        assert f"- {clause.code}" in said
        assert "Er is geen ontheffing aangevraagd. Vraag een afwijking aan" in said
    assert main(["waivers", root]) == 1
    asked = ["--reason", "Kluis", "--risk", "RA-1", "--owner", "IM", "--direction", "stricter"]
    assert main(["waive", root, "ask", clause.code, *asked]) == 1
    assert main(["waive", root, "grant", clause.code]) == 2
    advice = ["--verdict", "conditions", "--reason", "Met logboek"]
    assert main(["waive", root, "advise", clause.code, *advice]) == 0
    assert main(["waive", root, "grant", clause.code, "--function", "wethouder"]) == 0
    assert main(["waivers", root]) == 0
    assert main(["save", root, "-m", "Besloten"]) == 0
    assert main(["name", root, "Definitief", "--final"]) == 0
    assert main(final) == 0
    assert "definitief" in output.read_text("utf-8")
    assert main(["waive", root, "revoke", clause.code, "--reason", "Lek"]) == 0
    capsys.readouterr()
    assert main(["waivers", root, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["deviations"][0]["lacks"], told["requests"][0]["state"]) == (
        "revoked",
        "withdrawn",
    )


def test_the_page_of_an_executive_says_it_in_plain_words(workspace: Workspace) -> None:
    code = deviating(workspace)
    page = re.sub("<[^>]+>", "", to_page(page_of(workspace, WHEN, "nl"), Catalogue("nl")))
    (entry,) = workspace.settings.documents
    active = len(workspace.read(entry).clauses)
    for words in (
        f"{active - 1} van de {active} bepalingen zijn gelijk aan de standaard",
        "Eén afwijking raakt een vergrendelde bepaling",
        code,
        "Het gaat hier anders.",
        "RA-2026-14",
        "Akkoord",
        "Zegt u nee, dan geldt de tekst van de standaard.",
        "Het bestuursorgaan is verantwoordelijk",
    ):
        assert words in page, words
    assert "persoonlijk" not in page


def test_another_release_in_the_settings_breaks_a_signature(workspace: Workspace) -> None:
    signs(workspace)
    path = workspace.root / "coauthor.toml"
    path.write_text(path.read_text("utf-8").replace('"1.0"', '"1.1"'), "utf-8")
    ((_, why),) = signatures(open_workspace(workspace.root), datetime.now(UTC).date())
    assert [each.change for each in why] == [Change.STANDARD]
