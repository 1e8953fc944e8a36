"""Answer sheets that come back: every answer finds its clause, and nothing is guessed."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange.answer_sheets import Returned, read_answers, read_day
from coauthor.exchange.spreadsheets import read_spreadsheet
from coauthor.exchange.tables.sheet import Sheet, Spreadsheet
from coauthor.history.trust.keys import own_key
from coauthor.language import LANGUAGES, Catalogue
from coauthor.review.digest import clause_digest
from coauthor.review.market.readings import readings
from coauthor.review.market.responses import VERDICTS, Answer, responses
from coauthor.workspace.events import read_events
from coauthor.workspace.market.answering import answer
from coauthor.workspace.market.covering import market_of, said_of
from coauthor.workspace.records import records
from coauthor.workspace.seats import sides_of
from coauthor.workspace.sheets.planning import Intake, collect_answers, plan_answers
from coauthor.workspace.sheets.telling import intake_line, unfit_line
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.workspace.market.making import LISA, PEOPLE, TEXT, TOWN, WHEN, room
from tests.workspace.market.returned import KEYS, Answers, Grid, filled, grid_of, sent, written

A, B, C, D = "aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc", "dddddddddd"
OTHER_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"
LATER = WHEN + timedelta(days=1)
ANSWERS: Answers = {
    A: {"answer": "Voldoet", "size": "80 uur", "reading": "Eén biljet per adres."},
    B: {"answer": "Op de planning", "date": date(2027, 7, 1), "explanation": "=1+1"},
    C: {"answer": "Voldoet deels", "explanation": "Alleen\nbinnenland."},
}


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    return room(tmp_path / "w")


@pytest.fixture
def grid(here: Workspace, tmp_path: Path) -> Grid:
    return grid_of(sent(here, tmp_path))


def taken(workspace: Workspace, *files: Path, vendor: str = "") -> list[Intake]:
    found = plan_answers(workspace, files, LATER + timedelta(days=9), dict.fromkeys(files, vendor))
    collect_answers(workspace, found, LATER)
    return found


def stands(workspace: Workspace, vendor: str = "acme") -> dict[str, Answer]:
    found = responses(read_events(workspace), sides_of(workspace))
    return {uid: each[vendor].answer for uid, each in found.items() if vendor in each}


def codes(intake: Intake) -> list[str]:
    return [each.code for each in intake.unfit]


def test_answers_stand_on_their_clause_and_the_text_they_were_given_on(here, grid, tmp_path):
    (found,) = taken(here, written(tmp_path / "in.xlsx", filled(grid, ANSWERS)))
    assert (found.error, found.unfit, found.stale, found.vendor) == (None, [], [], "Acme")
    assert stands(here) == {
        A: Answer("meets", "", "hours:80", ""),
        B: Answer("roadmap", "2027-07-01", "", "=1+1"),
        C: Answer("partly", "", "", "Alleen\nbinnenland."),
    }
    clauses = {each.uid: each for each in here.read(here.settings.documents[0]).clauses}
    (reading,) = readings(read_events(here), sides_of(here))[A]
    assert (reading.text, reading.digest) == ("Eén biljet per adres.", clause_digest(clauses[A]))
    for event in read_events(here):
        assert event.values["text-digest"] == clause_digest(clauses[event.clause])
        assert event.voice.organisation == "Acme"
    ((_, record),) = records(here.root, "collection")
    assert [each["events"] for each in record["sheets"]] == [4]


def test_the_same_sheet_again_changes_nothing_and_a_newer_one_updates(here, grid, tmp_path):
    first = written(tmp_path / "1.xlsx", filled(grid, ANSWERS))
    newer = {**ANSWERS, C: {"answer": "Voldoet"}, A: {}}
    second = written(tmp_path / "2.xlsx", filled(grid, newer), saved=LATER)
    taken(here, first)
    before = list(read_events(here))
    (again,) = taken(here, first)
    assert (again.events, again.known, again.unfit) == ([], 4, [])
    assert list(read_events(here)) == before
    (update,) = taken(here, second)
    assert [each.clause for each in update.events] == [C]
    assert stands(here)[C].verdict == "meets"
    assert stands(here)[A].verdict == "meets"  # an emptied cell takes nothing back
    (late,) = taken(here, first)
    assert (late.events, late.unfit) == ([], [])
    assert stands(here)[C].verdict == "meets"


def test_the_order_of_the_files_does_not_matter(here, grid, tmp_path):
    first = written(tmp_path / "1.xlsx", filled(grid, ANSWERS))
    newer = filled(grid, {C: {"answer": "Voldoet niet"}})
    second = written(tmp_path / "2.xlsx", newer, saved=LATER)
    taken(here, second, first)
    assert stands(here)[C].verdict == "no"


def test_an_older_sheet_does_not_undo_what_was_said_later(here, grid, tmp_path):
    entry = here.settings.documents[0]
    clause = here.read(entry).clauses[2]
    answer(here, entry, clause, Answer("meets"), LISA, LATER)
    (found,) = taken(here, written(tmp_path / "in.xlsx", filled(grid, ANSWERS)))
    assert codes(found) == ["older-response"]
    assert stands(here)[C].verdict == "meets"
    assert stands(here)[A].verdict == "meets"


def test_an_answer_on_an_earlier_text_counts_as_outdated(here, grid, tmp_path):
    file = here.file(here.settings.documents[0])
    file.write_text(TEXT.replace("twee bewijzen", "drie bewijzen"), "utf-8")
    (found,) = taken(here, written(tmp_path / "in.xlsx", filled(grid, ANSWERS)))
    assert (found.stale, found.unfit) == (["BEL-002"], [])
    entry = here.settings.documents[0]
    market = market_of(here, entry, here.read(entry), said_of(here, entry), WHEN)
    assert [each.stale for each in market.clauses] == [0, 1, 0]


def test_three_vendors_stand_beside_each_other_in_the_coverage(tmp_path):
    people = PEOPLE + '[[organisations]]\nname = "Meerkoet"\nparty = "vendor"\n'
    here = room(tmp_path / "w", people)
    grid = grid_of(sent(here, tmp_path))
    words = {"Acme": "Voldoet", "Belsoft": "Voldoet niet", "Meerkoet": "Voldoet"}
    files = [
        written(tmp_path / f"{name}.xlsx", filled(grid, {A: {"answer": word}}), name)
        for name, word in words.items()
    ]
    assert [each.vendor for each in taken(here, *files)] == list(words)
    entry = here.settings.documents[0]
    market = market_of(here, entry, here.read(entry), said_of(here, entry), WHEN)
    assert market.clauses[0].counts == (2, 0, 1, 0, 0)
    assert {each.organisation for each in market.clauses[0].given} == set(words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_answers_in_the_language_it_went_out_in(here, tmp_path, language):
    text = Catalogue(language)
    grid = grid_of(sent(here, tmp_path, language))
    for number, verdict in enumerate(VERDICTS):
        said = {"answer": text(f"verdict-{verdict}"), "explanation": "x"}
        said |= {"date": "2027-07-01"} if verdict == "roadmap" else {}
        saved = WHEN + timedelta(hours=number)
        path = tmp_path / f"{verdict}.xlsx"
        taken(here, written(path, filled(grid, {A: said}), saved=saved, language=language))
        assert stands(here)[A].verdict == verdict


# -- what does not fit -------------------------------------------------------


def column(key: str) -> int:
    return KEYS.index(key)


def test_what_is_not_certain_is_listed_and_never_guessed(here, grid, tmp_path):
    rows = filled(
        grid,
        {
            A: {"answer": "Misschien"},
            B: {"answer": "Op de planning", "date": "Q3 2027"},
            C: {"explanation": "Zie bijlage"},
            D: {"answer": "Voldoet"},
        },
    )
    rows.append(["eeeeeeeeee", *rows[1][1:9], "Voldoet", "", "", "", "", ""])
    rows.append(["", *rows[1][1:9], "Voldoet", "", "", "", "", rows[1][-1]])
    (found,) = taken(here, written(tmp_path / "in.xlsx", rows))
    assert found.events == []
    assert codes(found) == [
        "sheet-word-unknown",
        "sheet-date-unclear",
        "sheet-answer-missing",
        "not-asked",
        "no-mark",
        "no-clause",
    ]
    told = [unfit_line(each, Catalogue("nl")) for each in found.unfit]
    assert told[0] == "Antwoorden rij 2, BEL-001: „Misschien” is geen antwoord uit de lijst."
    assert list(read_events(here)) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"answer": "Op de planning"}, "answer-date-missing"),
        ({"answer": "Niet aanvaardbaar voor ons"}, "answer-reason-missing"),
        ({"answer": "Voldoet", "size": "heel veel"}, "answer-size-broken"),
        ({"answer": "Voldoet", "date": "2027-07-01"}, "sheet-date-elsewhere"),
        ({"answer": "Op de planning", "date": "03/04/2027"}, "sheet-date-unclear"),
        ({"body": "Het systeem mag."}, None),
        ({"answer": "Voldoet", "body": "Het systeem mag."}, "text-changed"),
        ({"answer": "Voldoet", "text-digest": "a" * 64}, "no-mark"),
    ],
)
def test_a_row_comes_in_whole_or_not_at_all(here, grid, tmp_path, said, code):
    (found,) = taken(here, written(tmp_path / "in.xlsx", filled(grid, {A: said})))
    assert codes(found) == ([code] if code else [])
    assert found.events == []
    assert all(
        unfit_line(each, Catalogue(language)) for each in found.unfit for language in LANGUAGES
    )


def test_two_rows_of_one_clause_count_only_when_they_say_the_same(here, grid, tmp_path):
    rows = filled(grid, {A: {"answer": "Voldoet"}, B: {"answer": "Voldoet"}})
    other = list(rows[2])
    other[column("answer")] = "Voldoet niet"
    path = written(tmp_path / "in.xlsx", [*rows, list(rows[1]), other])
    (found,) = taken(here, path)
    assert [(each.code, each.place.row) for each in found.unfit] == [("twice", 3), ("twice", 7)]
    assert stands(here) == {A: Answer("meets")}


def test_a_part_of_the_columns_sorted_apart_is_noticed(here, grid, tmp_path):
    rows = filled(grid, {A: {"answer": "Voldoet"}, B: {"answer": "Voldoet niet"}})
    rows[1][0], rows[2][0] = rows[2][0], rows[1][0]
    (found,) = taken(here, written(tmp_path / "in.xlsx", rows))
    assert codes(found) == ["text-changed", "text-changed"]
    assert stands(here) == {}


def test_formulas_and_merged_cells_are_no_answers(here, grid, tmp_path):
    rows = filled(grid, {A: {"answer": "Voldoet"}, B: {"answer": "Voldoet"}})

    def alter(_book, sheet):
        at = column("answer")
        sheet.write_formula(1, at, '="Vol"&"doet"', None, "Voldoet")
        sheet.merge_range(2, at, 3, at, "Voldoet")

    (found,) = taken(here, written(tmp_path / "in.xlsx", rows, alter=alter))
    assert codes(found) == ["formula", "merged"]
    assert stands(here) == {B: Answer("meets")}


def test_it_must_be_certain_whose_sheet_it_is(here, grid, tmp_path):
    rows = filled(grid, ANSWERS)
    nobody = written(tmp_path / "1.xlsx", rows, "")
    belsoft = written(tmp_path / "2.xlsx", rows, "BELSOFT")
    stranger = written(tmp_path / "3.xlsx", rows, "Vreemd BV")
    town = written(tmp_path / "4.xlsx", rows, "Gemeente Waterrijk")
    for path, vendor, code in (
        (nobody, "", "answers-no-vendor"),
        (belsoft, "Acme", "answers-other-vendor"),
        (stranger, "", "answers-unknown-vendor"),
        (town, "", "answers-unknown-vendor"),
    ):
        (found,) = taken(here, path, vendor=vendor)
        assert found.error is not None
        assert found.error.code == code
        assert all(intake_line(found, Catalogue(language)) for language in LANGUAGES)
    assert list(read_events(here)) == []
    assert taken(here, nobody, vendor="acme")[0].vendor == "Acme"
    assert taken(here, belsoft)[0].vendor == "Belsoft"


def listed(*members: tuple[str, str, str]) -> str:
    """Return who is in the room: key, organisation and role of each member."""
    return PEOPLE + "".join(
        f'[[people]]\nkey = "{key}"\norganisation = "{name}"\nroles = ["{role}"]\n'
        for key, name, role in members
    )


def test_who_opens_rooms_takes_sheets_in_and_never_for_who_speaks_here(tmp_path):
    own = own_key().public
    acme = (OTHER_KEY, "Acme", "analyst")
    files: dict[str, Path] = {}
    for role, vendor, code in (
        ("steward", "Belsoft", ""),
        ("steward", "Acme", "answers-vendor-here"),
        ("expert", "Belsoft", "not-allowed"),
    ):
        here = room(tmp_path / f"{role}-{vendor}", listed((own, TOWN, role), acme))
        rows = filled(grid_of(sent(here, tmp_path)), ANSWERS)
        files[vendor] = written(tmp_path / f"{vendor}.xlsx", rows, vendor)
        (found,) = taken(here, files[vendor])
        assert (found.error.code if found.error else "") == code
        assert bool(list(read_events(here))) is (code == "")


def test_a_vendor_takes_in_its_own_sheet(tmp_path):
    here = room(tmp_path / "w", listed((own_key().public, "Acme", "analyst")))
    path = written(tmp_path / "in.xlsx", filled(grid_of(sent(here, tmp_path)), ANSWERS))
    (found,) = taken(here, path)
    assert (found.error, len(found.events)) == (None, 4)
    assert list(records(here.root, "collection")) == []  # it may not write decisions here


def test_a_clause_that_left_is_told_as_such(here, grid, tmp_path):
    file = here.file(here.settings.documents[0])
    begin, end = TEXT.index(f"<!-- clause {C}"), TEXT.index(f"<!-- clause {D}")
    file.write_text(f"{TEXT[:begin]}<!-- withdrawn {C} BEL-003 -->\n\n{TEXT[end:]}", "utf-8")
    (found,) = taken(here, written(tmp_path / "in.xlsx", filled(grid, ANSWERS)))
    assert codes(found) == ["clause-gone"]
    assert set(stands(here)) == {A, B}


def test_a_file_that_cannot_be_used_does_not_stop_the_others(here, grid, tmp_path):
    (tmp_path / "kapot.xlsx").write_bytes(b"PK\x03\x04kapot")
    (tmp_path / "leeg.xlsx").write_bytes(b"")
    other = written(tmp_path / "anders.xlsx", [["Vraag", "Antwoord"], ["Wat?", "Dat."]])
    bare = written(tmp_path / "kaal.xlsx", [row[1:-1] for row in filled(grid, ANSWERS)])
    good = written(tmp_path / "goed.xlsx", filled(grid, ANSWERS))
    files = [tmp_path / "kapot.xlsx", tmp_path / "leeg.xlsx", tmp_path / "weg.xlsx", other, bare]
    found = taken(here, *files, good)
    assert [each.error.code if each.error else "" for each in found] == [
        "sheet-unfit",
        "file-empty",
        "file-missing",
        "answers-no-sheet",
        "answers-no-sheet",
        "",
    ]
    assert len(stands(here)) == 3


def test_a_text_beside_the_one_that_it_took_clauses_of_has_sheets_of_its_own(tmp_path):
    here = room(tmp_path / "w", text=TEXT.replace(C, "e" * 10))
    settings = here.root / "coauthor.toml"
    more = '[[documents]]\nname = "heffen-oud"\ntitle = "Oud"\n'
    settings.write_text(settings.read_text("utf-8").replace("[[doc", f"{more}[[doc", 1), "utf-8")
    (here.root / "documents" / "heffen-oud.md").write_text(TEXT, "utf-8")
    here = open_workspace(here.root)
    old, other = here.settings.documents
    path = written(tmp_path / "in.xlsx", filled(grid_of(sent(here, tmp_path)), ANSWERS))
    (found,) = taken(here, path)
    assert (found.document, set(stands(here))) == (old.name, {A, B, C})
    both = {uid: ANSWERS[uid] for uid in (A, B)}
    # Both hold these clauses: the digest of the text says which, until somebody changes it.
    path = sent(here, tmp_path)
    label = Catalogue("nl")("sheet-legend-text")
    digest = next(str(row[1]) for row in grid_of(path, 1) if row[0] == label)

    def told(book: Any, _: object) -> None:
        book.add_worksheet("Blad 2").write_row(0, 0, [label, digest])

    path = written(tmp_path / "2.xlsx", filled(grid_of(path), both), alter=told)
    (found,) = taken(here, path)
    assert found.document == old.name
    here.file(old).write_text(TEXT + "\nMeer.\n", "utf-8")
    (found,) = taken(here, path)
    assert other.title in str(found.error and found.error.parameters["documents"])


def test_a_sheet_of_another_document_says_so(here, grid, tmp_path):
    there = room(tmp_path / "v", text=TEXT.replace("a" * 10, "f" * 10).replace("b" * 10, "g" * 10))
    path = written(tmp_path / "in.xlsx", filled(grid, {A: {"answer": "Voldoet"}}))
    (found,) = taken(there, path)
    assert found.error is not None
    assert found.error.code == "answers-other-document"
    path = written(tmp_path / "2.xlsx", filled(grid, ANSWERS))
    (found,) = taken(there, path)
    assert codes(found) == ["clause-unknown", "clause-unknown"]
    assert set(stands(there)) == {C}


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2027-07-01", "2027-07-01"),
        ("2027-07-01 00:00:00", "2027-07-01"),
        ("1-7-2027", "2027-07-01"),
        ("01.07.2027", "2027-07-01"),
        ("31/12/2027", "2027-12-31"),
        ("1 Juli 2027", "2027-07-01"),
        ("1 march 2028", "2028-03-01"),
        ("", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(said, day):
    assert read_day(said) == day


@pytest.mark.parametrize("said", ["01/07/2027", "juli 2027", "31-2-2027", "46569", "1-7-27", "Q3"])
def test_a_day_that_could_be_another_is_none(said):
    with pytest.raises(UserError, match="sheet-date-unclear"):
        read_day(said)


# -- turned about ------------------------------------------------------------


def answered(returned: Returned) -> dict[str, tuple[object, ...]]:
    return {each.uid: each[3:] for each in returned.given}


def reread(path: Path) -> Returned:
    return read_answers(read_spreadsheet(path.name, path.read_bytes()))


def turned(rows: Grid, places: Sequence[int], order: Sequence[int], above: int) -> Grid:
    """Return a grid with columns and rows in another order; a place of -1 is a new column."""
    head, *rest = rows

    def moved(row, number):
        return [row[at] if at >= 0 else f"eigen {number}" for at in places]

    body = [moved(rest[at], at) for at in order]
    return [*([["Onze notitie"]] * above), moved(head, -1), *body]


def test_any_order_of_rows_and_columns_gives_the_same_answers(here, grid, tmp_path):
    rows = filled(grid, ANSWERS)
    expected = answered(reread(written(tmp_path / "recht.xlsx", rows)))
    assert set(expected) == set(ANSWERS)

    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.permutations([*range(len(KEYS)), -1, -1]),
        st.permutations(range(len(rows) - 1)),
        st.integers(0, 5),
        st.sets(st.integers(0, 12)),
        st.sampled_from(["Antwoorden", "Blad1", "Réponses & co"]),
    )
    def check(places, order, above, hidden, name):
        made = turned(rows, places, order, above)
        path = written(tmp_path / "om.xlsx", made, hidden=hidden, name=name)
        found = reread(path)
        assert answered(found) == expected
        assert found.unfit == ()
        assert found.vendor == "Acme"

    check()


def test_one_changed_cell_changes_no_other_row(here, grid, tmp_path):
    path = written(tmp_path / "recht.xlsx", filled(grid, ANSWERS))
    book = read_spreadsheet(path.name, path.read_bytes())
    whole = answered(read_answers(book))
    sheet = next(each for each in book.sheets if each.name == "Antwoorden")
    texts = st.text(max_size=20) | st.sampled_from([A, B, "Voldoet", "Nee", "1-2-2027", "S"])

    @settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.integers(1, 3), st.integers(0, len(KEYS) - 1), texts)
    def check(row, at, said):
        cells = list(sheet.rows[row].cells)
        cells[at] = said
        rows = [
            replace(each, cells=tuple(cells)) if each.number == row + 1 else each
            for each in sheet.rows
        ]
        found = answered(read_answers(Spreadsheet("x", (Sheet("Blad", tuple(rows)),))))
        for uid, before in whole.items():
            if uid not in (str(grid[row][0]), cells[0]):
                assert found[uid] == before
        assert found.keys() <= whole.keys()

    check()


def test_a_sheet_saved_as_csv_is_read_when_the_vendor_is_named(here, grid, tmp_path):
    path = tmp_path / "in.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(filled(grid, {A: {"answer": "ja"}}))
    (found,) = taken(here, path, vendor="Acme")
    assert (found.error, found.unfit) == (None, [])
    assert stands(here) == {A: Answer("meets")}


def test_a_long_and_odd_text_is_recognised_when_it_comes_back(tmp_path):
    body = "=SOM(A1)\n\n- één\n- twee _x000D_ <b>&amp;\n\n" + "Lang. " * 6_000
    text = f"# T\n\n<!-- clause {A} X-1 kind=eis -->\n### Titel\n\n{body}\n"
    assert read_document(text).clauses[0].body.startswith("=SOM")
    here = room(tmp_path / "w", text=text)
    path = written(
        tmp_path / "in.xlsx", filled(grid_of(sent(here, tmp_path)), {A: {"answer": "Voldoet"}})
    )
    (found,) = taken(here, path)
    assert (found.error, found.unfit, found.stale) == (None, [], [])
