"""What is found in the texts of a file, and what is left alone."""

import pytest

from coauthor.exchange.publication.checking import check
from coauthor.exchange.publication.model import Piece, Place, Reading
from coauthor.exchange.publication.reading import read_for_publication
from coauthor.exchange.publication.rules import rules
from coauthor.language import LANGUAGES, Catalogue
from coauthor.workspace.publication import check_files


def found_in(text: str, name: str = "tekst.md", **more: str) -> list[tuple[str, str]]:
    findings = check(read_for_publication(name, text.encode()), file=name, **more)
    return [(each.rule, each.quote) for each in findings]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Stuur het naar jan.jansen@waterrijk.nl toe.", "mail"),
        ("Bel 06-12345678 bij vragen.", "phone"),
        ("Neem contact op met mevrouw A. de Wit.", "person"),
        (r"Zie \\fs01\inkoop\2026\pve.docx", "internal-path"),
        (r"Zie C:\Users\jan\Desktop\pve.docx", "internal-path"),
        ("Zie /home/jan/pve.docx", "internal-path"),
        ("Zie file:///srv/inkoop/pve.docx", "internal-path"),
        ("Zie https://waterrijk.sharepoint.com/sites/inkoop/pve.docx", "internal-path"),
        ("Zie http://zaaksysteem/dossier/12", "internal-link"),
        ("Zie https://portaal.waterrijk.local/x", "internal-link"),
        ("Zie http://192.168.1.4/x", "internal-link"),
        ("Referentienummer: <invullen>", "placeholder"),
        ("Referentienummer: <Invullen>", "placeholder"),
        ("De termijn is [...] dagen.", "placeholder"),
        ("Namens [naam gemeente].", "placeholder"),
        ("Het bedrag is xxx euro.", "placeholder"),
        ("De datum is n.t.b. en volgt.", "placeholder"),
        ("Beschikbaarheid: PM", "placeholder"),
        ("Binnen {{termijn: }} wordt geantwoord.", "placeholder"),
        ("VERWIJDER DIT BLOK TEKST", "instruction"),
        ('De "" wordt ondertekend.', "hole"),
        ("Zie Fout! Verwijzingsbron niet gevonden.", "broken-reference"),
        ("Zie [hoofdstuk 3](#hoofdstuk-3).", "broken-reference"),
        ("Zie Bijlage 2.2 voor de eisen.", "missing-annex"),
        ("# 1 Begin\n\n# 2 Doel\n\n# 4 Eisen", "chapter-jump"),
        ("<!-- nog navragen bij Piet -->", "comment"),
        ("Dit is {--niet--} zo.", "tracked-change"),
        ("---\nauthor: Jan de Vries\n---\n\nTekst", "author"),
    ],
)
def test_what_must_not_leave_is_found(text: str, rule: str) -> None:
    assert rule in {each for each, _ in found_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Stuur het naar inkoop@waterrijk.nl of info@waterrijk.nl.",
        "Zie [de site](https://www.waterrijk.nl/inkoop) en https://vng.nl/x.",
        "Het systeem toont de URL /api/v1/zaken en /burgers/{id}.",
        "De verhouding A/B is 1:2 en het antwoord is [1] of [geen].",
        "Om 3 PM-uren gaat het niet; het xml-bericht bevat <naam/> en <kenmerk>.",
        "# 1 Begin\n\n## 1.1 Doel\n\n## 1.2 Plan\n\n# 2 Eisen\n\n## 2.1 Een",
        "# Eisen\n\nZie [eisen](#eisen).",
        "# Bijlage 2.2 Eisen\n\nZie Bijlage 2.2.",
        "<!-- clause 7k2m9qxf4t BEL-012 kind=eis -->\n### Biljet\n\nHet systeem stelt samen.",
        "De gemeente noemt dit 'de heer van het dorp'.",
        "Binnen {{termijn: 5 werkdagen}} wordt geantwoord.",
    ],
)
def test_an_ordinary_text_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_a_code_that_the_file_does_not_give_is_found_and_a_norm_is_not() -> None:
    codes = "".join(f"# BEL-{number:03}\n\nEen eis.\n\n" for number in range(1, 5))
    said = found_in(codes + "Zie BEL-003, BEL-017 en ISO-27001, en NEN-7510.")
    assert said == [("missing-clause", "BEL-017")]


def test_an_annex_that_goes_out_beside_it_is_there() -> None:
    text = "Zie Bijlage 1.2 en Bijlage 2.2."
    assert found_in(text, beside=["Bijlage 1.2 Programma van Eisen.xlsx"]) == [
        ("missing-annex", "2.2")
    ]


def test_a_title_of_another_project_is_found_in_a_property() -> None:
    text = "---\ntitle: Prijzenblad SDG Invoervoorziening\n---\n\nDe Softwarecatalogus kost 1 euro."
    assert ("other-project", "Prijzenblad SDG Invoervoorziening") in found_in(text)
    same = "---\ntitle: Prijzenblad Softwarecatalogus\n---\n\nDe Softwarecatalogus kost 1 euro."
    assert found_in(same) == []


def test_the_first_title_is_held_against_the_name_of_the_project() -> None:
    text = "# Prijzenblad SDG Invoervoorziening\n\nPrijs per jaar."
    assert found_in(text) == []
    assert [rule for rule, _ in found_in(text, project="Softwarecatalogus")] == ["other-project"]


def test_a_title_that_no_file_of_the_set_speaks_of_is_from_another_project(tmp_path) -> None:
    sheet, document = tmp_path / "prijsblad.md", tmp_path / "pve.md"
    document.write_text("# Eisen Softwarecatalogus\n\nDe Softwarecatalogus toont pakketten.\n")
    sheet.write_text("# Prijsblad SDG Invoervoorziening\n\nPrijs per jaar.\n")
    (first, second) = check_files([document, sheet])
    assert first.findings == ()
    assert [each.rule for each in second.findings] == ["other-project"]
    sheet.write_text("# Prijsblad Softwarecatalogus\n\nPrijs per jaar.\n")
    assert [each.findings for each in check_files([document, sheet])] == [(), ()]
    sheet.write_text("# Prijsblad SDG Invoervoorziening\n\nPrijs per jaar.\n")
    assert check_files([sheet])[0].findings == ()  # alone, nobody can tell


def test_a_list_of_the_word_text_is_a_hole() -> None:
    assert found_in("Artikel 3\n\ntekst;\n\nDe tekst; en de bijlage.") == [("hole", "tekst")]


def test_the_name_of_a_writer_is_found_in_the_text_as_well() -> None:
    place = Place("line", "", "1")
    pieces = (Piece(place, "Vastgesteld door Jan de Vries."),)
    reading = Reading("docx", pieces, people=frozenset({"Jan de Vries", "Beheer"}))
    assert [(each.rule, each.quote) for each in check(reading)] == [("person", "Jan de Vries")]


def test_errors_come_first_and_the_same_thing_at_one_place_is_counted() -> None:
    findings = check(read_for_publication("a.txt", b"Zie jan@x.nl. De waarde is xxx en xxx."))
    assert [(each.level, each.rule, each.count) for each in findings] == [
        ("error", "placeholder", 2),
        ("note", "mail", 1),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_says_what_it_is_and_what_to_do(language: str) -> None:
    text = Catalogue(language)
    for rule, level in rules().levels.items():
        assert text(f"publication-rule-{rule}")
        assert text(f"publication-do-{rule}")
        assert text(f"publication-level-{level}")
    assert {rule.name for rule in rules().patterns} <= set(rules().levels)
