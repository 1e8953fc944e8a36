import csv
import json

import xlsxwriter

from coauthor.cli import main
from coauthor.commands import DONE, FAILED
from coauthor.document.model import Clause
from coauthor.document.reading import decode, read_document
from coauthor.lineage.matching import Likeness
from coauthor.workspace.matching.files import match_file
from coauthor.workspace.standards import find_source

SOURCE = find_source("belastingen")


def clauses():
    text = decode(SOURCE.files("1.0")["documents/belastingen.md"])
    return [block for block in read_document(text).blocks if isinstance(block, Clause)]


def sheet(path, rows):
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Eisen")
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()


def old_rows():
    said = [clause.body.strip() for clause in clauses()[:8]]
    rows = [("Nr", "Groep", "Omschrijving", "Voldoet")]
    rows += [(f"E{at}", "Heffen", body, "") for at, body in enumerate(said, start=1)]
    rows.append(("E9", "Kantine", "De kantine serveert op vrijdag gebakken vis met sla.", ""))
    return rows


def test_an_old_spreadsheet_shows_how_much_of_it_is_standard(tmp_path):
    path = tmp_path / "oud.xlsx"
    sheet(path, old_rows())
    found = match_file(path, SOURCE, "1.0")
    assert [each.place for each in found.asked] == [f"E{at}" for at in range(1, 10)]
    best = [found.clauses[each.candidates[0].at].uid for each in found.matched[:8]]
    assert best == [clause.uid for clause in clauses()[:8]]
    assert found.matched[-1].likeness is Likeness.OWN
    assert found.share == 8 / 9


def test_csv_is_read_like_a_sheet(tmp_path):
    path = tmp_path / "oud.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(old_rows())
    assert match_file(path, SOURCE, "1.0").share == 8 / 9


def test_the_next_release_of_a_standard_finds_every_clause_back(tmp_path):
    path = tmp_path / "oud.md"
    path.write_bytes(SOURCE.files("1.0")["documents/belastingen.md"])
    found = match_file(path, SOURCE, "1.1")
    kept = {clause.uid for clause in found.clauses}
    ours = read_document(path.read_text(encoding="utf-8")).clauses
    pairs = [
        (clause.uid, found.clauses[each.candidates[0].at].uid)
        for clause, each in zip(ours, found.matched, strict=True)
        if clause.uid in kept
    ]
    assert len(pairs) > 50
    assert [one for one, other in pairs if one != other] == []


def test_one_subject_in_other_words_is_related_and_other_subjects_are_ones_own(tmp_path):
    path = tmp_path / "reis.md"
    files = find_source("reisdocumenten").files("1.0")
    path.write_bytes(files["documents/reisdocumenten.md"])
    found = match_file(path, SOURCE, "1.0")
    said = {
        asked.title: (each.likeness, found.clauses[each.candidates[0].at].title)
        for asked, each in zip(found.asked, found.matched, strict=True)
    }
    assert said["Zaak en documenten in het zaakregister"] == (
        Likeness.RELATED,
        "Zaken en documenten naar het zaakregister",
    )
    assert said["Export van alle gegevens in een open formaat"] == (
        Likeness.RELATED,
        "Volledige export op elk moment",
    )
    assert found.counts[Likeness.OWN] > 40
    assert found.counts[Likeness.NEARLY] == 0


def test_the_command_says_it_in_one_line_and_as_json(tmp_path, capsys):
    path = tmp_path / "oud.xlsx"
    sheet(path, old_rows())
    assert main(["match", str(path), "belastingen@1.0"]) == DONE
    said = capsys.readouterr().out
    assert "89 % van dit document staat al in" in said
    assert "E9: eigen" in said
    assert main(["match", str(path), "belastingen@1.0", "--json"]) == DONE
    values = json.loads(capsys.readouterr().out)
    assert values["counts"]["own"] == 1
    assert values["requirements"][0]["candidates"][0]["code"] == clauses()[0].code


def test_what_holds_no_requirements_is_said_and_nothing_is_made(tmp_path, capsys):
    path = tmp_path / "leeg.xlsx"
    sheet(path, [("a", "b"), (1, 2)])
    assert main(["match", str(path), "belastingen"]) == FAILED
    assert "geen kolom met teksten van eisen" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]
