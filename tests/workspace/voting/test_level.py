"""The level-playing-field report: every contribution, organisations only, and harmless."""

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from coauthor.cli import main
from coauthor.errors import UserError
from coauthor.workspace.events import say, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.voting.level import level_report
from coauthor.workspace.voting.level_file import write_level_report
from tests.workspace.voting.table import A, B, Seat, alone, sit_down

LATER = datetime(2027, 1, 1, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> =HYPERLINK("http://x") \x1b[31m'


@pytest.fixture
def seats(tmp_path: Path) -> dict[str, Seat]:
    made = sit_down(tmp_path, "Land", "Groot", "Alfa BV")
    made["Groot"].change("binnen 4 uur", "binnen 2 uur", "norm")
    made["Groot"].syncs()
    vendor = made["Alfa BV"]
    vendor.receive()
    say(
        vendor.workspace,
        voice_of(vendor.workspace, vendor.person),
        "response",
        vendor.entry,
        B,
        datetime.now(UTC),
        body="Twee uur is te kort.",
        values={"verdict": "partly"},
    )
    vendor.says(A, "agree")
    vendor.syncs()
    made["Land"].receive()
    return made


def entries(report: dict, uid: str) -> list[dict]:
    clauses = [each for document in report["documents"] for each in document["clauses"]]
    return next(each for each in clauses if each["uid"] == uid)["entries"]


def test_every_contribution_is_listed_with_organisation_and_moments(seats: dict[str, Seat]):
    report = level_report(seats["Land"].workspace, LATER)
    said = [(each["organisation"], each["what"]) for each in entries(report, B)]
    assert said == [
        (None, "clause-came"),
        ("Groot", "clause-changed"),
        ("Alfa BV", "response"),
    ]
    assert entries(report, B)[1]["changes"] == [["4", "2"]]
    response = entries(report, B)[-1]
    assert response["party"] == "vendor"
    assert response["verdict"] == "partly"
    assert response["detail"] == "Twee uur is te kort."
    assert response["since"] >= response["at"]
    (land,) = [each for each in report["participants"] if each["organisation"] == "Alfa BV"]
    assert land["contributions"] == 2


def test_what_is_not_shared_yet_says_so(seats: dict[str, Seat]):
    seats["Land"].says(A, "live")
    last = entries(level_report(seats["Land"].workspace, LATER), A)[-1]
    assert (last["organisation"], last["what"], last["since"]) == ("Land", "position", None)


def test_no_person_is_named(tmp_path: Path):
    seat = alone(tmp_path)
    hidden = replace(seat, name="Fatma Öztürk-Zeer-Persoonlijk")
    hidden.says(A, "agree")
    hidden.change("4 uur", "3 uur", "norm")
    hidden.save("Van Fatma Öztürk-Zeer-Persoonlijk")
    for name in ("r.html", "r.xlsx"):
        write_level_report(hidden.workspace, tmp_path / name, LATER)
    assert "Fatma" not in (tmp_path / "r.html").read_text("utf-8")
    assert "Fatma" not in repr(cells(tmp_path / "r.xlsx"))


def cells(path: Path) -> list[list[list[object]]]:
    book = CalamineWorkbook.from_path(str(path))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


class Tags(HTMLParser):
    """Collects the tags and what stands in them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_hostile_words_stay_words(seats: dict[str, Seat], tmp_path: Path):
    seats["Land"].says(A, "object", HOSTILE)
    space = seats["Land"].workspace
    voice = replace(voice_of(space, Person("x")), organisation='=1+1"><svg onload=x>')
    say(space, voice, "comment", seats["Land"].entry, A, LATER, body="=cmd|' /C calc'!A0")
    write_level_report(space, tmp_path / "r.html", LATER)
    page = (tmp_path / "r.html").read_text("utf-8")
    seen = Tags()
    seen.feed(page)
    assert not seen.tags & {"script", "img", "svg"}
    assert seen.handlers == []
    assert "\x1b" not in page
    write_level_report(space, tmp_path / "r.xlsx", LATER)
    texts = [cell for sheet in cells(tmp_path / "r.xlsx") for row in sheet for cell in row]
    assert any(str(each).startswith("=cmd") for each in texts), "kept as text"
    assert not re.search(rb"<f>|<f ", unzipped(tmp_path / "r.xlsx"))


def unzipped(path: Path) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def test_the_page_says_its_language_and_its_tables_have_heads(
    seats: dict[str, Seat], tmp_path: Path
):
    write_level_report(seats["Land"].workspace, tmp_path / "r.html", LATER, "en")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert '<html lang="en">' in page
    assert page.count("<table>") == page.count("<caption>")
    assert "<td" not in page.split("<thead>")[1].split("</thead>")[0]


def test_the_command_writes_both_and_refuses_any_other(
    seats: dict[str, Seat], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    root = str(seats["Land"].root)
    for name in ("r.html", "r.xlsx"):
        assert main(["report", "level-playing-field", root, "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).stat().st_size > 1000
    assert main(["report", "level-playing-field", root, "-o", str(tmp_path / "r.pdf")]) == 2
    assert ".xlsx" in capsys.readouterr().err
    with pytest.raises(UserError, match="report-format"):
        write_level_report(seats["Land"].workspace, tmp_path / "r", LATER)


def test_a_clause_that_left_keeps_what_was_said_of_it(seats: dict[str, Seat]):
    seat = seats["Land"]
    seat.write(seat.read("norm").split("<!-- clause n2bbbbbbbb")[0], "norm")
    seat.save("Weg")
    kinds = [each["what"] for each in entries(level_report(seat.workspace, LATER), B)]
    assert "response" in kinds
    assert "clause-left" in kinds


def test_moments_are_in_one_zone_and_in_order(seats: dict[str, Seat]):
    space = seats["Land"].workspace
    voice = voice_of(space, seats["Land"].person)
    early = datetime.fromisoformat("2020-01-01T01:00:00+02:00")
    say(space, voice, "comment", seats["Land"].entry, A, early, body="Vroeg")
    found = entries(level_report(space, early + timedelta(days=1)), A)
    assert found[0]["at"] == "2019-12-31T23:00:00Z"
    assert [each["at"] for each in found] == sorted(each["at"] for each in found)
