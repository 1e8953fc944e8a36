"""A memo reaches the rooms in which vendors read the specification, and so does what it changed."""

from datetime import timedelta
from pathlib import Path

import pytest

from coauthor.workspace.memo.frozen import frozen_documents as frozen
from coauthor.workspace.memo.publishing import Said, publish
from coauthor.workspace.memo.releasing import publish_specification
from coauthor.workspace.memo.room import Room, make_room, use_room
from coauthor.workspace.memo.rooms import deliver
from coauthor.workspace.memo.sharing import Colleagues, join_room, share_room
from coauthor.workspace.rooms.planning import Plan, plan_publication
from coauthor.workspace.rooms.publishing import publish as publish_room
from coauthor.workspace.sharing.receiving import Naming
from coauthor.workspace.workspace import Workspace, open_workspace
from coauthor.workspace.writing_alone import writing_alone
from tests.workspace.memo.making import (
    ANJA,
    MO,
    TEXT,
    WHEN,
    as_other,
    room_with,
    specification,
    xlsx,
)
from tests.workspace.memo.test_memo import HEAD, answered, everything, traces

ASKER = "Zwanenzang Software B.V."
LATER = WHEN + timedelta(minutes=5)


def quiet(_: object) -> None:
    return


COLLEAGUES = Colleagues(None, quiet, Naming("Eigen", "Samen"))


def named(plan: Plan) -> str:
    return f"Tekst {plan.number}"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = specification(tmp_path / "waterrijk")
    publish_specification(made, made.settings.documents[0], "Bestek 1.0", ANJA, WHEN, "Uit")
    return open_workspace(made.root)


def memo_one(workspace: Workspace, folder: Path, patch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Publish a memo with one change; return the names of the document and the memo."""
    form = xlsx(
        folder / "zwanen-vragen.xlsx",
        [(f"Indiener: {ASKER}",), HEAD, ("1", "BEL-002", "Welke huisstijl bedoelt u?")],
    )
    room = room_with(workspace, form)
    other = as_other(room, patch, folder / "mo")
    answered(room, other, "1", "De blauwe.", change="Het biljet is blauw.")
    with writing_alone(workspace, ANJA, WHEN, "Buiten") as desk:
        done = publish(room, desk, WHEN, Said.of(TEXT), TEXT)
    return done.documents[0], done.entry.name


@pytest.mark.parametrize("each", [False, True])
def test_the_memo_and_the_changed_text_go_to_every_room_at_once(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, each: bool
) -> None:
    document = workspace.settings.documents[0].name
    names = ("Zwanenzang Software B.V.", "Eendracht ICT")
    plan = plan_publication(workspace, document, tmp_path / "ruimte", names, each=each)
    publish_room(workspace, plan, WHEN, named)
    folders = [target.folder for target in plan.targets]
    assert len(folders) == (2 if each else 1)
    changed, memo = memo_one(workspace, tmp_path, monkeypatch)
    went = deliver(workspace.root, [changed], memo, LATER, named)
    assert (went.rooms, went.doubts, went.away) == (len(folders), (), 0)
    for folder in folders:
        texts = [each.read_text("utf-8") for each in (folder / "documents").glob("*.md")]
        assert any("Het biljet is blauw." in text for text in texts)
        assert any("Welke huisstijl bedoelt u?" in text for text in texts)
        told = traces(everything(folder)) - {ASKER, "Zwanenzang", "Eendracht ICT"}
        assert told == set()  # a room does name who is in it, for each may know that of itself
    again = deliver(workspace.root, [changed], memo, LATER, named)
    assert again.rooms == len(folders)
    assert sum("Welke" in t.read_text("utf-8") for t in (folders[0] / "documents").glob("*")) == 1


def test_a_room_that_lies_elsewhere_is_told_of(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = workspace.settings.documents[0].name
    plan = plan_publication(workspace, document, tmp_path / "ruimte", ["Eendracht ICT"])
    publish_room(workspace, plan, WHEN, named)
    changed, memo = memo_one(workspace, tmp_path, monkeypatch)
    (tmp_path / "ruimte").rename(tmp_path / "elders")
    went = deliver(workspace.root, [changed], memo, LATER, named)
    assert (went.rooms, went.away) == (0, 1)


def test_a_published_memo_is_frozen_itself(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed, memo = memo_one(workspace, tmp_path, monkeypatch)
    found = frozen(workspace.root)
    assert set(found) == {changed, memo}
    assert found[changed].memos == (1,)


def test_what_two_colleagues_do_apart_comes_together(workspace: Workspace, tmp_path: Path) -> None:
    forms = [
        xlsx(tmp_path / f"{name}.xlsx", [(f"Indiener: {name}",), HEAD, ("1", "BEL-001", said)])
        for name, said in (("Zwaan", "Waarom vijf werkdagen?"), ("Eend", "Geldt dit ook in mei?"))
    ]
    room = room_with(workspace, forms[0])
    place = str(tmp_path / "besloten.git")
    share_room(room, WHEN, COLLEAGUES, place)
    elsewhere = specification(tmp_path / "b" / "waterrijk")
    theirs = join_room(elsewhere, MO, place, COLLEAGUES)
    assert theirs.home.root.stat().st_mode & 0o077 == 0
    room_with(workspace, forms[1])
    answered_here = room.register().questions[0]
    theirs.act(answered_here.id, "drafted", WHEN, "Omdat de wet dat zegt.")
    theirs.save("x", WHEN)
    share_room(theirs, WHEN, COLLEAGUES)
    share_room(room, WHEN, COLLEAGUES)
    share_room(theirs, WHEN, COLLEAGUES)
    registers = [each.register() for each in (room, theirs)]
    assert registers[0] == registers[1]
    assert [each.answer for each in registers[0].questions] == ["Omdat de wet dat zegt.", ""]
    assert {each.organisation for each in theirs.askers()} == {"Zwaan", "Eend"}


def test_a_room_of_a_colleague_can_lie_anywhere_outside(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = specification(tmp_path / "c")
    room = make_room(other, ANJA, WHEN, "Vragen")
    assert use_room(workspace, room.home.root, ANJA).home.root == room.home.root
    found = make_room(workspace, ANJA, WHEN, "Vragen")
    assert isinstance(found, Room)
    assert found.home.root == room.home.root
