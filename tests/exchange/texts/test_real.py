"""The real Word files: every requirement with its number and its text, and no word lost."""

from pathlib import Path

import pytest

from coauthor.exchange.proposal import Proposal
from coauthor.workspace.importing import propose_file

SHARED = Path(__file__).parents[4] / "shared" / "texts"
FILES = {
    "pve-softwarecatalogus/programma-van-eisen.docx": 6,
    "pve-softwarecatalogus/service-level-agreement.docx": 26,
    "ictu-templates/Neutraal-Template-Niet-Functionele-Eisen.docx": 75,
}


def read(name: str) -> Proposal:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{name} is not there: the shared texts are not on this computer")
    return propose_file(path)


@pytest.mark.parametrize("name", FILES)
def test_no_word_of_a_real_file_is_lost(name: str) -> None:
    made = read(name)
    assert made.lost == ()
    assert made.clauses == FILES[name]


def test_the_requirements_on_the_migration_have_their_titles_and_texts() -> None:
    made = read("pve-softwarecatalogus/programma-van-eisen.docx")
    assert [each.title for each in made.document.clauses] == [
        "Volledigheid van de migratie",
        "Correctheid en nauwkeurigheid",
        "Dataconsistentie",
        "Logging en monitoring",
        "Minimale downtime",
        "Post-migratie validatie",
    ]
    assert made.document.clauses[4].body.startswith("De inschrijver voert de migratie uit binnen 2")
    (remark,) = made.remarks
    assert len(remark.replies) == 2


def test_the_agreements_have_the_numbers_that_word_shows() -> None:
    found = read("pve-softwarecatalogus/service-level-agreement.docx").document.clauses
    numbers = {each.code: each.title for each in found}
    assert numbers["1.1"] == "Doel van de SLA"
    assert numbers["3.8"] == "On-site ondersteuning"  # 3.9 in the contents, which are out of date
    assert numbers["5.2"] == "Beveiligingseisen"


def test_the_measures_of_a_template_have_their_numbers() -> None:
    name = "ictu-templates/Neutraal-Template-Niet-Functionele-Eisen.docx"
    found = read(name).document.clauses
    codes = [each.code for each in found if each.code]
    assert codes[-5:] == ["20c", "21", "22", "23", "24"]
    assert {"5a", "5b", "5c", "5d", "20a", "20b"} <= set(codes)
