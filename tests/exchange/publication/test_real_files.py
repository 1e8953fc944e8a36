"""What was measured in the published files of a real tender is found, each in its place."""

from collections import Counter
from pathlib import Path

import pytest

from coauthor.workspace.publication import Checked, check_files

WORD, SHEET, SLA, FORM = (
    "programma-van-eisen.docx",
    "programma-van-eisen.xlsx",
    "service-level-agreement.docx",
    "vragenformulier.xlsx",
)


@pytest.fixture(scope="module")
def checked(shared_texts: Path) -> dict[str, Checked]:
    folder = shared_texts / "pve-softwarecatalogus"
    return {each.path.name: each for each in check_files(sorted(folder.iterdir()))}


def rules(found: Checked) -> Counter[str]:
    return Counter(each.rule for each in found.findings)


def test_the_comments_stand_at_their_chapter(checked: dict[str, Checked]) -> None:
    places = [each.place.name for each in checked[WORD].findings if each.rule == "comment"]
    assert len(places) == 3
    assert all(each.startswith("Informatiemodel") for each in places)


def test_the_path_the_connection_and_the_hidden_rows_of_the_sheet(
    checked: dict[str, Checked],
) -> None:
    found = rules(checked[SHEET])
    assert (found["internal-path"], found["external-connection"], found["hidden-row"]) == (1, 1, 4)
    (path,) = (each.quote for each in checked[SHEET].findings if each.rule == "internal-path")
    assert "sharepoint.com" in path


def test_the_annex_that_has_another_number(checked: dict[str, Checked]) -> None:
    missing = {each.quote for each in checked[WORD].findings if each.rule == "missing-annex"}
    assert "2.2" in missing


def test_what_was_to_be_filled_in(checked: dict[str, Checked]) -> None:
    assert rules(checked[SLA])["placeholder"] >= 15
    assert rules(checked[FORM])["placeholder"] == 2


def test_the_names_of_who_wrote_them(checked: dict[str, Checked]) -> None:
    assert all(rules(each)["author"] for each in checked.values())
