"""What was said in a file that comes in: the conversation, without names, and never twice."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from coauthor.cli import main
from coauthor.document.reading import read_document
from coauthor.exchange.proposal import Offer, Proposal, Remark, proposed
from coauthor.history.repository import Author
from coauthor.workspace.bringing.judging import judge
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.discussion.discussing import begin_thread
from coauthor.workspace.events import read_events
from coauthor.workspace.importing import say_again, take_in
from coauthor.workspace.person import Person
from coauthor.workspace.suggesting.offering import all_suggestions
from coauthor.workspace.workspace import Workspace, load_settings

ANNA = Author("Anna", organisation="Waterrijk")
TEXT = (
    "# Oud\n\n<!-- clause 7k2m9qxf4t 1.1 kind=eis -->\n### Een\n\nHet systeem logt alles.\n\n"
    "<!-- clause 7k2m9qxf5v 1.2 kind=eis -->\n### Twee\n\nHet systeem is snel.\n"
)
PROPOSAL = proposed(
    read_document(TEXT),
    remarks=(
        Remark(
            "7k2m9qxf4t",
            "Wat is alles?",
            "Bart de Vries",
            "2024-03-01T10:00:00",
            "alles",
            (Remark("7k2m9qxf4t", "Alle wijzigingen.", "Cato"),),
        ),
        Remark("", "Graag voor de zomer.", "Bart de Vries"),
        Remark("7k2m9qxf5v", "x" * 45_000),
    ),
    offers=(Offer("7k2m9qxf5v", "Twee", "Het systeem antwoordt in 2 seconden.", "Cato"),),
)


@pytest.fixture
def room(tmp_path: Path) -> Workspace:
    return new_workspace(
        tmp_path / "kamer", "local", "Waterrijk", "Kamer", author=ANNA, when=now(), message="Begin"
    )


def now() -> datetime:
    return datetime.now(UTC)


@pytest.mark.parametrize("names", [False, True])
def test_remarks_and_tracked_changes_of_a_file_become_conversation_and_suggestions(
    room: Workspace, tmp_path: Path, *, names: bool
) -> None:
    file = tmp_path / "oud.docx"
    take_in(room, file, PROPOSAL, author=ANNA, when=now(), message="Oud", names=names)
    events = list(read_events(room))
    said = [each for each in events if each.kind in ("comment", "reply")]
    first = next(each for each in said if "Wat is alles?" in each.body)
    assert first.body.startswith("Bart de Vries, 2024-03-01: " if names else "2024-03-01: ")
    assert first.values["quote"] == "alles"
    (answer,) = (each for each in said if "Alle wijzigingen." in each.body)
    assert answer.about == first.id
    assert any(not each.clause and "Graag voor de zomer." in each.body for each in said)
    assert sum(each.body.count("x") for each in said if each.clause == "7k2m9qxf5v") == 45_000
    assert len(all_suggestions(room)) == 1
    (offered,) = (each for each in events if each.kind == "suggestion")
    assert offered.values["text"] == "Het systeem antwoordt in 2 seconden."
    files = "".join(p.read_text("utf-8") for p in (room.root / "discussion").rglob("*.md"))
    assert ("Bart" in files) == ("Cato" in files) == names
    assert room.repository.changed_paths() == []


def test_a_file_that_comes_in_again_says_nothing_twice(room: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "oud.docx"
    take_in(room, file, PROPOSAL, author=ANNA, when=now(), message="Oud")
    before = len(list(read_events(room)))
    again = Workspace(room.root, load_settings(room.root))
    intake = judge(again, file, PROPOSAL)
    assert intake.entry is not None
    count = say_again(
        again, intake.entry, PROPOSAL, intake.update, author=ANNA, when=now(), names=False
    )
    assert count == 0
    assert len(list(read_events(again))) == before


def again(room: Workspace, proposal: Proposal, *, names: bool = False) -> int:
    there = Workspace(room.root, load_settings(room.root))
    intake = judge(there, Path("oud.docx"), proposal)
    assert intake.entry is not None
    update = intake.update
    return say_again(there, intake.entry, proposal, update, author=ANNA, when=now(), names=names)


def test_what_was_said_in_the_file_since_comes_in(room: Workspace, tmp_path: Path) -> None:
    take_in(room, tmp_path / "oud.docx", PROPOSAL, author=ANNA, when=now(), message="Oud")
    first, *others = PROPOSAL.remarks
    answers = (*first.replies, Remark(first.uid, "Ook het lezen?", "Bart de Vries"))
    agreed = [Remark("7k2m9qxf5v", "Akkoord.", name) for name in ("Bart", "Cato")]
    later = replace(PROPOSAL, remarks=(replace(first, replies=answers), *others, *agreed))
    assert again(room, later) == 3
    (asked,) = (each for each in read_events(room) if "Ook het lezen?" in each.body)
    (begun,) = (each for each in read_events(room) if "Wat is alles?" in each.body)
    assert asked.about == begun.id
    assert [again(room, later, names=names) for names in (False, True)] == [0, 0]


def test_words_of_somebody_here_do_not_stand_in_for_those_of_the_file(
    room: Workspace, tmp_path: Path
) -> None:
    bare = replace(PROPOSAL, remarks=(), offers=())
    entry = take_in(room, tmp_path / "oud.docx", bare, author=ANNA, when=now(), message="Oud")
    clause = room.read(entry).clauses[0]
    begin_thread(room, entry, Person("Anna"), "comment", "Mijn vraag: nee", now(), clause=clause)
    said = replace(bare, remarks=(Remark(clause.uid, "nee"),))
    assert again(room, said) == 1


def test_a_clause_that_became_the_standards_is_not_spoken_of_twice(
    room: Workspace, tmp_path: Path
) -> None:
    entry = take_in(room, tmp_path / "oud.docx", PROPOSAL, author=ANNA, when=now(), message="Oud")
    path = room.root / entry.path
    became = path.read_text("utf-8").replace(
        "7k2m9qxf4t 1.1 kind=eis", "aaaaaaaaaa BEL-001 kind=eis formerly=1.1 derives=7k2m9qxf4t"
    )
    path.write_text(became, "utf-8")
    listed = read_document(TEXT.replace("7k2m9qxf4t", "ssssssssss").replace("qxf5v", "qxf6w"))
    moved = {"7k2m9qxf4t": "ssssssssss", "7k2m9qxf5v": "7k2m9qxf6w", "": ""}
    remarks = tuple(replace(each, uid=moved[each.uid]) for each in PROPOSAL.remarks)
    assert again(room, proposed(listed, remarks=remarks)) == 0


def test_comments_in_a_workbook_come_in_by_the_command_line(
    room: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Eisen")
        sheet.write_row(0, 0, ("Nr", "Omschrijving"))
        sheet.write_row(1, 0, ("1", "Het systeem legt elke wijziging vast."))
        sheet.write_comment("B2", "Ook van beheerders?", {"author": "Bart"})
    assert main(["import", str(file), "--into", str(room.root)]) == 0
    (said,) = read_events(room)
    assert said.body == "Ook van beheerders?"
    assert main(["import", str(file), "--into", str(room.root)]) == 0
    assert len(list(read_events(room))) == 1


def test_what_was_said_of_a_clause_that_went_here_since_is_not_said_again(
    room: Workspace, tmp_path: Path
) -> None:
    take_in(room, tmp_path / "oud.docx", PROPOSAL, author=ANNA, when=now(), message="Oud")
    file = room.root / "documents/oud.md"
    file.write_text(TEXT[: TEXT.index("<!-- clause 7k2m9qxf5v")], "utf-8")
    assert again(room, PROPOSAL) == 0
