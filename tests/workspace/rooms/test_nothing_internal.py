"""Nothing of inside goes to a room: every object, name and file of it is searched.

A workspace with a canary in each place there is, is published; whatever a vendor
could lay hands on is unpacked and searched, in every writing. That the search sees
what it must see is shown by letting something out on purpose.
"""

import base64
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pygit2
import pytest
from pygit2.enums import ConfigLevel

from coauthor.history.introductions import key_of
from coauthor.history.repository import Author, Repository
from coauthor.history.sharing.packing import pack
from coauthor.history.trust.keys import own_key
from coauthor.review.event import Event, Voice
from coauthor.review.people import Organisation
from coauthor.workspace.events import read_events, say
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person, write_person
from coauthor.workspace.rooms import cleaning, making, outgoing, publishing, snapshots
from coauthor.workspace.rooms.answers import answers, publish_answers
from coauthor.workspace.rooms.guarding import room_key
from coauthor.workspace.rooms.hidden import Cut
from coauthor.workspace.rooms.published import publication_bytes
from coauthor.workspace.workspace import Workspace, open_workspace

from .canaries import MOMENT, PERSON, STEM, canary, haystacks, inside, sightings, spellings
from .making import Vendor, collect_from

DOCUMENT = canary("bestand")
VENDORS = ("Roodborstje BV", "Winterkoning BV")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the workspace once; every test gets a copy of the whole folder."""
    folder = tmp_path_factory.mktemp("model")
    inside(folder)
    return folder


@pytest.fixture
def workspace(
    model: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> Workspace:
    """Give the workspace on a computer that is full of canaries too."""
    shutil.copytree(model, tmp_path / canary("schijf"), symlinks=True)
    (home / ".gitconfig").write_text(
        f"[user]\n\tname = {canary('globaal')}\n\temail = {canary('globaal')}@wij.example\n"
    )
    pygit2.settings.search_path[ConfigLevel.GLOBAL] = str(home)
    write_person(Person(canary("persoon"), "Gemeente Waterrijk"))
    monkeypatch.setattr(socket, "gethostname", lambda: canary("computer"))
    monkeypatch.setenv("USER", canary("gebruiker"))
    root = tmp_path / canary("schijf") / canary("map")
    with (root / "people.toml").open("a", encoding="utf-8") as people:
        people.write(_member(own_key().public))
    return open_workspace(root)


def _member(key: str) -> str:
    """Return who may publish, as the list of people has it."""
    return (
        f'\n[[people]]\nkey = "{key} {canary("toelichting")}"\n'
        'organisation = "Gemeente Waterrijk"\nroles = ["steward"]\n'
    )


@pytest.fixture
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("buiten")


def publish_all(workspace: Workspace, out: Path) -> None:
    """Publish once to a room for all, and once to one each."""
    for folder, each in ((out / "kamer", False), (out / "elk", True)):
        plan = publishing.plan_publication(workspace, DOCUMENT, folder, VENDORS, each=each)
        publishing.publish(workspace, plan, MOMENT, lambda made: f"Tekst {made.number}")


def rooms(out: Path) -> list[Path]:
    return [out / "kamer", *sorted((out / "elk").iterdir())]


def test_the_search_knows_every_writing(tmp_path: Path) -> None:
    for name, written in spellings(STEM).items():
        (tmp_path / "bestand").write_bytes(b"voor" + written + b"achter")
        assert any(name in each for each in sightings(STEM, [tmp_path])), name
    (tmp_path / "bestand").unlink()
    assert sightings(STEM, [tmp_path]) == []


def test_the_search_sees_every_place_inside(workspace: Workspace) -> None:
    """Whatever is put inside can be found there, so it would be found outside."""
    everything = "\n".join(sightings(STEM, [workspace.root]))
    for place in ("logs/", "refs/", "config", "journal", "object", "beeld/", "name", "memo/"):
        assert place in everything


def test_what_goes_is_the_text_and_nothing_else(workspace: Workspace, out: Path) -> None:
    publish_all(workspace, out)
    assert sightings(STEM, rooms(out)) == []
    text = (out / "kamer/documents/programma-van-eisen.md").read_text(encoding="utf-8")
    assert "Het systeem stelt één biljet samen." in text
    assert "> **acceptance** Eén biljet." in text
    assert "<!-- omitted bbbbbbbbbb BEL-002 -->" in text
    assert len(list((out / "kamer/images").iterdir())) == 2
    room = open_workspace(out / "kamer")
    assert not room.damaged_snapshots()
    (standard,) = room.chain(room.settings.documents[0])
    assert standard.document.clause("bbbbbbbbbb") is not None


def test_nor_does_a_later_text_or_what_is_made_of_a_room(
    workspace: Workspace, out: Path, home: Path
) -> None:
    publish_all(workspace, out)
    path = workspace.root / f"documents/{DOCUMENT}.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("één biljet samen.", "één aanslag samen."), encoding="utf-8")
    workspace.repository.commit(canary("later"), PERSON, MOMENT)
    said = [
        Vendor(name, out / "elk" / folder).say("question", body=f"merel{folder} vraagt iets")
        for name, folder in zip(VENDORS, ("roodborstje-bv", "winterkoning-bv"), strict=True)
    ]
    collect_from(workspace, *rooms(out)[1:])
    publish_all(workspace, out)
    answer(workspace, said[0])
    assert sightings(STEM, rooms(out)) == []
    for room in rooms(out):
        open_in_a_window(room)
    made = []
    (home / ".gitconfig").write_text("[user]\n\tname = Een ander\n\temail = an@der.example\n")
    for room in rooms(out):
        pygit2.clone_repository(f"file://{room}", str(room) + "-kopie").free()
        pack(Repository.open(room), room.with_name(room.name + ".coauthor"))
        # The folder itself knows by now who opened it; what is handed over does not.
        made += [Path(f"{room}-kopie"), room.with_name(room.name + ".coauthor")]
    assert "één aanslag samen." in (out / "kamer/documents/programma-van-eisen.md").read_text(
        encoding="utf-8"
    )
    assert sightings(STEM, made) == []
    # Everybody has the question that was answered; of the other nobody else knows, nor who asked.
    assert sightings("merelroodborstje", made)
    others = [each for each in made if "winterkoning" not in each.name]
    assert sightings("merelwinterkoning", others) == []
    others = [each for each in made if each.name.startswith("winterkoning")]
    assert sightings("roodborstje bv", others) == []


def answer(workspace: Workspace, asked: Event) -> None:
    """Answer a question inside and let the answer go to all."""
    (found,) = [each for each in read_events(workspace) if each.id == asked.id]
    entry = workspace.entry(found.document)
    voice = Voice(workspace.settings.organisation, "municipality", "steward", canary("sleutel"))
    body = f"Ja, dat klopt. <!-- {canary('antwoord')} -->"
    reply = say(workspace, voice, "reply", entry, found.clause, MOMENT, about=found.id, body=body)
    (made,) = [each for each in answers(workspace, DOCUMENT) if each.reply.id == reply.id]
    assert len(publish_answers(workspace, DOCUMENT, [made], MOMENT, "Antwoord")) == 3


def open_in_a_window(room: Path) -> None:
    """Open a room here and write in it, as one does before a package is made."""
    desk = sit_down(open_workspace(room), Person(canary("persoon")), MOMENT)
    entry = desk.workspace.settings.documents[0]
    opened = open_document(desk, entry, outside_message="Van buiten")
    if opened.keeper is not None:
        opened.keeper.close()
    desk.leave()


def test_nor_is_it_told_whose_key_published(workspace: Workspace, out: Path) -> None:
    publish_all(workspace, out)
    key = own_key()
    raw = base64.b64decode(key.public.split()[1])[-32:]
    for where, data in (pair for room in rooms(out) for pair in haystacks(room)):
        assert raw not in data, where
        assert key.public.split()[1].encode() not in data, where
    for room in rooms(out):
        repository = Repository.open(room)
        signers = {key_of(repository, each.id) for each in repository.versions()}
        assert signers == {room_key(workspace).fingerprint} != {key.fingerprint}


def test_a_vendor_is_not_told_who_else_there_is(workspace: Workspace, out: Path) -> None:
    publish_all(workspace, out)
    assert sightings("winterkoning", [out / "elk/roodborstje-bv"]) == []
    assert sightings("roodborstje", [out / "elk/winterkoning-bv"]) == []


# -- the control: what is let out on purpose is seen ------------------------------

Leak = Callable[[pytest.MonkeyPatch], None]


def _allow(name: str, value: object, module: object = cleaning) -> Leak:
    return lambda patch: patch.setattr(module, name, value)


class _Everything(dict[str, Callable[[str], bool]]):
    def __contains__(self, key: object) -> bool:
        return True

    def __getitem__(self, key: str) -> Callable[[str], bool]:
        return lambda _: True


def _keep_log(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(making, "remove_traces", lambda _: None)
    patch.setattr(making, "begin_untraced", Repository.create)


def _leftover(patch: pytest.MonkeyPatch) -> None:
    """Leave an object in the room that nothing refers to."""
    begin = making.begin_untraced

    def begun(root: Path) -> Repository:
        repository = begin(root)
        repository.git.create_blob(canary("rest").encode("utf-16"))
        return repository

    patch.setattr(making, "begin_untraced", begun)


def _people(patch: pytest.MonkeyPatch) -> None:
    def everybody(workspace: Workspace, names: object) -> Iterator[Organisation]:
        yield from publishing.people_of(workspace).organisations

    patch.setattr(publishing, "_people", everybody)


LEAKS: dict[str, Leak] = {
    "attributes of markers": _allow("ATTRIBUTES", _Everything()),
    "fields": _allow("FIELDS", (*cleaning.FIELDS, "deviation")),
    "front matter": _allow("FRONT", {**cleaning.FRONT, "owner": lambda _: True}),
    "comments": _allow("without_hidden", Cut),
    "definitions": _allow("without_definitions", lambda text, *_: Cut(text)),
    "links": _allow("with_targets", lambda text, _: text),
    "pictures": _allow("plain_picture", lambda data: ("png", data), outgoing),
    "names of files": _allow("room_name", lambda _: DOCUMENT, outgoing),
    "folder of the standard": _allow("_address", lambda source: source, snapshots),
    "snapshot": _allow("_is_shipped", lambda _, __: True, snapshots),
    "author": _allow("_speaker", lambda name: Author(PERSON.name, organisation=name), making),
    "record": _allow(
        "publication_bytes", lambda made, inside: publication_bytes(made, inside=True), publishing
    ),
    "log of git": _keep_log,
    "leftover": _leftover,
    "people": _people,
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS.keys())
def test_what_is_let_out_on_purpose_is_seen(
    workspace: Workspace, out: Path, leak: Leak, monkeypatch: pytest.MonkeyPatch
) -> None:
    leak(monkeypatch)
    plan = publishing.plan_publication(workspace, DOCUMENT, out / "kamer", VENDORS)
    publishing.publish(workspace, plan, MOMENT, lambda made: f"Tekst {made.number}")
    assert sightings(STEM, [out / "kamer"])
