"""Publishing: what goes to a room with vendors, what stays, and that all get the same."""

import tomllib
from pathlib import Path

import pytest

from coauthor.errors import Cancelled, UserError
from coauthor.review.people import read_people
from coauthor.workspace.events import people_of
from coauthor.workspace.rooms.published import public_since, publications
from coauthor.workspace.rooms.publishing import plan_publication, publish
from coauthor.workspace.voting.level import level_report
from coauthor.workspace.workspace import open_workspace

from .making import TEXT, municipality, name_of, publish_to, rewrite, when


def text_of(root: Path) -> str:
    return (root / "documents/programma-van-eisen.md").read_bytes().decode("utf-8")


def test_a_room_for_all_holds_the_text_and_who_is_in_it(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    (made,) = publish_to(workspace, tmp_path / "kamer", "Alfa BV", "Beta BV")
    room = open_workspace(tmp_path / "kamer")
    assert room.settings.kind == "consultation"
    assert text_of(room.root) == TEXT
    people = people_of(room)
    assert [(each.name, each.party) for each in people.organisations] == [
        ("Gemeente Waterrijk", "municipality"),
        ("Alfa BV", "vendor"),
        ("Beta BV", "vendor"),
    ]
    assert made.number == 1
    assert len(list(room.repository.versions())) == 1


def test_one_each_shows_a_vendor_nothing_of_another(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "elk", "Alfa BV", "Beta BV", each=True)
    everything = b"".join(
        path.read_bytes() for path in (tmp_path / "elk/alfa-bv").rglob("*") if path.is_file()
    )
    assert b"Alfa BV" in everything
    assert b"Beta" not in everything
    assert text_of(tmp_path / "elk/alfa-bv") == text_of(tmp_path / "elk/beta-bv")


def test_reasons_costs_owners_notes_and_comments_stay(tmp_path: Path) -> None:
    inside = TEXT.replace("code: BEL", "code: BEL\nbudget: 40000").replace(
        "kind=eis -->",
        'kind=eis reason=law owner="Jan" cost=9 until=2027-01-01 note=x direction=weaker -->',
    )
    inside = inside.replace(
        "één biljet samen.", "één biljet samen.<!-- nog navragen -->\n\n[//]: # (alleen voor ons)"
    ).replace("ontvangt één biljet.", "ontvangt één biljet.\n>\n> **deviation** Wij zijn anders.")
    workspace = municipality(tmp_path / "wij", inside)
    plan = plan_publication(workspace, "bel", tmp_path / "kamer")
    assert {(each.kind, each.name) for each in plan.outgoing.left} == {
        ("front", "budget"),
        ("field", "deviation"),
        ("comment", ""),
        *(
            ("attribute", name)
            for name in ("reason", "owner", "cost", "until", "note", "direction")
        ),
    }
    publish_to(workspace, tmp_path / "kamer")
    assert text_of(tmp_path / "kamer") == TEXT


def test_why_a_clause_is_there_goes_only_when_it_may(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "kamer", rationale=False)
    assert "rationale" not in text_of(tmp_path / "kamer")
    assert "acceptance" in text_of(tmp_path / "kamer")


def test_only_what_is_in_a_version_goes(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    file = workspace.root / "documents/bel.md"
    file.write_text(TEXT.replace("één biljet", "twee biljetten"), encoding="utf-8")
    publish_to(workspace, tmp_path / "kamer")
    assert text_of(tmp_path / "kamer") == TEXT


def test_a_later_text_goes_to_all_rooms_or_to_none(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "elk", "Alfa BV", "Beta BV", each=True)
    rewrite(workspace, "één biljet samen", "één aanslagbiljet samen")
    (tmp_path / "elk/beta-bv").rename(tmp_path / "weg")
    with pytest.raises(UserError, match="room-missing"):
        publish_to(workspace, tmp_path / "elk", each=True)
    assert text_of(tmp_path / "elk/alfa-bv") == TEXT
    (tmp_path / "weg").rename(tmp_path / "elk/beta-bv")
    made = publish_to(workspace, tmp_path / "elk", each=True, minute=9)
    assert {each.number for each in made} == {2}
    assert {each.changed for each in made} == {("aaaaaaaaaa",)}
    for name in ("alfa-bv", "beta-bv"):
        room = open_workspace(tmp_path / "elk" / name)
        assert "aanslagbiljet" in text_of(room.root)
        assert [each.message for each in room.repository.versions()] == ["Tekst 2", "Tekst 1"]
        assert not room.repository.changed_paths()


def test_a_room_of_one_each_is_not_published_to_alone(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "elk", "Alfa BV", "Beta BV", each=True)
    rewrite(workspace, "één biljet samen", "één aanslagbiljet samen")
    with pytest.raises(UserError, match="room-one-of-each"):
        publish_to(workspace, tmp_path / "elk/alfa-bv")


def test_a_vendor_that_comes_later_gets_the_text_of_now(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "elk", "Alfa BV", each=True)
    publish_to(workspace, tmp_path / "elk", "Gamma BV", each=True)
    assert text_of(tmp_path / "elk/gamma-bv") == TEXT
    publish_to(workspace, tmp_path / "kamer", "Alfa BV")
    publish_to(workspace, tmp_path / "kamer", "Gamma BV")
    text = (tmp_path / "kamer/people.toml").read_text(encoding="utf-8")
    assert "Gamma BV" in [each.name for each in read_people(text).organisations]


def test_the_same_text_is_not_published_twice(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "kamer", "Alfa BV")
    with pytest.raises(UserError, match="publication-same"):
        publish_to(workspace, tmp_path / "kamer")


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    other = municipality(tmp_path / "zij")
    with pytest.raises(UserError, match="room-foreign"):
        publish_to(workspace, other.root)
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/brief.txt").write_text("x")
    with pytest.raises(UserError, match="room-foreign"):
        publish_to(workspace, tmp_path / "vol")
    publish_to(other, tmp_path / "kamer")
    with pytest.raises(UserError, match="room-foreign"):
        publish_to(workspace, tmp_path / "kamer")


def test_a_room_with_files_that_nobody_saved_is_left_alone(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "kamer")
    rewrite(workspace, "één biljet samen", "één aanslagbiljet samen")
    file = tmp_path / "kamer/documents/programma-van-eisen.md"
    file.write_text("# Iets anders\n", encoding="utf-8")
    with pytest.raises(UserError, match="room-changed"):
        publish_to(workspace, tmp_path / "kamer")
    assert file.read_text(encoding="utf-8") == "# Iets anders\n"


def test_both_sides_keep_a_record_and_the_room_is_told_nothing_of_ours(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    (made,) = publish_to(workspace, tmp_path / "kamer", "Alfa BV")
    assert publications(workspace) == (made,)
    assert made.version == workspace.repository.last().id
    (record,) = (tmp_path / "kamer/decisions").glob("*.toml")
    values = tomllib.loads(record.read_text(encoding="utf-8"))
    assert values.keys() == {"format", "kind", "document", "digest", "number", "at"}
    assert values["at"] == "2026-03-02T09:05+00:00"


def test_a_clause_is_public_since_it_first_went_out_as_it_is(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    entry = workspace.entry("bel")

    def since(uid: str) -> str:
        return public_since(workspace, workspace.read(entry).clause(uid))[11:16]

    assert since("aaaaaaaaaa") == ""
    publish_to(workspace, tmp_path / "kamer", minute=5)
    assert since("aaaaaaaaaa") == "09:05"
    rewrite(workspace, "één biljet samen", "één aanslagbiljet samen")
    assert (since("aaaaaaaaaa"), since("bbbbbbbbbb")) == ("", "09:05")
    publish_to(workspace, tmp_path / "kamer", minute=7)
    assert (since("aaaaaaaaaa"), since("bbbbbbbbbb")) == ("09:07", "09:05")


def test_doubts_are_shown_with_their_place(tmp_path: Path) -> None:
    inside = TEXT.replace(
        "één biljet samen.",
        "één biljet samen, zoals Anke Bakker (anke@waterrijk.example, 030 123 45 67) wil en "
        r"Beta BV biedt; zie S:\inkoop\ramingen.",
    ).replace(
        "theme=functioneel -->",
        'theme=functioneel note="de wethouder wil dit voor de verkiezingen geregeld hebben" -->',
    )
    inside = inside.replace(
        "Inleidende tekst.", "Want de wethouder wil dit voor de verkiezingen geregeld hebben."
    )
    workspace = municipality(tmp_path / "wij", inside)
    plan = plan_publication(workspace, "bel", tmp_path / "kamer", ["Beta BV"])
    assert {(each.kind, each.where) for each in plan.outgoing.doubts} == {
        ("internal", "Heffen"),
        *((kind, "BEL-001") for kind in ("person", "mail", "phone", "organisation", "path")),
    }


def test_the_name_of_our_file_is_not_told(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "kamer")
    assert [each.name for each in (tmp_path / "kamer/documents").iterdir()] == [
        "programma-van-eisen.md"
    ]


def test_a_room_cannot_be_published_from(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "kamer")
    with pytest.raises(UserError, match="room-not-from-here"):
        plan_publication(open_workspace(tmp_path / "kamer"), "programma-van-eisen", tmp_path / "x")


def test_the_report_tells_since_when_a_clause_is_public_as_it_is(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    publish_to(workspace, tmp_path / "kamer", minute=5)
    rewrite(workspace, "één biljet samen", "één aanslagbiljet samen")
    (document,) = level_report(workspace, when(9))["documents"]
    assert {each["code"]: each["public_since"] for each in document["clauses"]} == {
        "BEL-001": None,
        "BEL-002": "2026-03-02T09:05:00Z",
    }


def test_who_stops_it_has_published_nothing(tmp_path: Path) -> None:
    workspace = municipality(tmp_path / "wij")
    plan = plan_publication(workspace, "bel", tmp_path / "elk", ["Alfa BV", "Beta BV"], each=True)

    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        publish(workspace, plan, when(5), name_of, stop)
    assert not (tmp_path / "elk").exists()
    assert publications(workspace) == ()
