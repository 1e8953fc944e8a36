"""The timeline: who did what to which clauses, over all sides of the history."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.history.repository import Author, Repository, Version
from coauthor.workspace.baselines import (
    damaged_documents,
    frozen_codes,
    is_intact,
    name_version,
    names,
    seal_of,
)
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.timeline import EVERYTHING, Entry, Timeline, Wanted, clause_texts
from coauthor.workspace.versions import clause_history, read_text
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.history.test_repository import git
from tests.workspace.sharing import share

FATMA = Author("Fatma", organisation="Gemeente Waterrijk")
HENK = Author("Henk", organisation="Gemeente Lochem")
BEGIN = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
UIDS = [letter * 10 for letter in "abcdef"]


def clause(letter: str, body: str = "Tekst.", code: str = "") -> str:
    code = code or f"BEL-{ord(letter) - 96:03d}"
    return f"<!-- clause {letter * 10} {code} kind=eis -->\n### Titel {letter}\n\n{body}\n\n"


class Room:
    """A workspace in which several people make versions."""

    def __init__(self, root: Path) -> None:
        self.workspace: Workspace = new_workspace(
            root, "group", "Samen", "Eisen", author=FATMA, when=BEGIN, message="Begonnen"
        )
        self.root = root
        self.clock = BEGIN

    def write(self, *clauses: str, path: str = "documents/eisen.md") -> None:
        (self.root / path).write_text("# Eisen\n\n" + "".join(clauses), encoding="utf-8")

    def save(self, message: str, author: Author = FATMA) -> Version:
        self.clock += timedelta(hours=1)
        return Repository.open(self.root).commit(message, author, self.clock)

    def merge(self, other: str, *clauses: str, message: str = "Samengevoegd") -> str:
        """Bring another side in, with this as the text that comes of it."""
        git(self.root, "merge", "-q", "--no-ff", "--no-commit", other, check=False)
        self.write(*clauses)
        git(self.root, "commit", "-qam", message)
        return git(self.root, "rev-parse", "HEAD").strip()

    def timeline(self, wanted: Wanted = EVERYTHING) -> list[Entry]:
        return list(Timeline(open_workspace(self.root), wanted).entries())


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path / "w")


@pytest.fixture
def merged(room: Room) -> Room:
    """Fatma changes a and c, Henk b and c apart; Fatma takes his in and decides on c."""
    room.write(*(clause(each) for each in "abc"))
    room.save("Basis")
    git(room.root, "checkout", "-q", "-b", "lochem")
    room.write(clause("a"), clause("b", "Van Henk."), clause("c"))
    room.save("B van Henk", HENK)
    room.write(clause("a"), clause("b", "Van Henk."), clause("c", "C van Henk."))
    room.save("C van Henk", HENK)
    git(room.root, "checkout", "-q", "main")
    room.write(clause("a", "Van Fatma."), clause("b"), clause("c", "C van Fatma."))
    room.save("A en C van Fatma")
    room.merge(
        "lochem", clause("a", "Van Fatma."), clause("b", "Van Henk."), clause("c", "C van beiden.")
    )
    return room


def said(entries: list[Entry]) -> list[str]:
    return [entry.version.message for entry in entries]


def kinds(entry: Entry) -> dict[str, str]:
    return {each.uid[0]: each.kind for each in entry.change.clauses}


def test_each_version_says_what_it_did(room: Room) -> None:
    room.write(clause("a"), clause("b"))
    room.save("Twee")
    room.write(clause("b"), clause("a", "Anders."), clause("c"))
    room.save("Veel")
    newest, older, first = room.timeline()
    assert said([newest, older, first]) == ["Veel", "Twee", "Begonnen"]
    assert kinds(newest) == {"b": "moved", "a": "changed", "c": "came"} or kinds(newest) == {
        "a": "changed",
        "c": "came",
    }
    assert kinds(older) == {"a": "came", "b": "came"}
    assert newest.version.organisation == "Gemeente Waterrijk"


def test_what_came_in_from_others_is_one_line_that_opens(merged: Room) -> None:
    entries = merged.timeline()
    assert said(entries) == ["Samengevoegd", "A en C van Fatma", "Basis", "Begonnen"]
    taken = entries[0]
    assert (taken.inside, taken.sources) == (2, ("Gemeente Lochem",))
    assert kinds(taken) == {"b": "changed", "c": "changed"}
    inside = Timeline(open_workspace(merged.root)).inside(taken)
    assert [(each.version.message, kinds(each)) for each in inside] == [
        ("C van Henk", {"c": "changed"}),
        ("B van Henk", {"b": "changed"}),
    ]


def test_a_version_that_merely_brought_together_changed_nothing_itself(merged: Room) -> None:
    workspace = open_workspace(merged.root)

    def history(letter: str) -> list[str]:
        return [each.version.message for each in clause_history(workspace, letter * 10)]

    assert history("a") == ["A en C van Fatma", "Basis"]
    assert history("b") == ["B van Henk", "Basis"]
    assert sorted(history("c")[1:3]) == ["A en C van Fatma", "C van Henk"]
    assert history("c")[0] == "Samengevoegd"  # a new text: somebody decided
    flat = merged.timeline(Wanted(organisation="Gemeente Lochem"))
    assert said(flat) == ["C van Henk", "B van Henk"]
    own = next(
        each
        for each in merged.timeline(Wanted(text="Samengevoegd"))
        if len(each.version.parents) > 1
    )
    assert kinds(own) == {"c": "changed"}


def test_filters_narrow(merged: Room) -> None:
    assert said(merged.timeline(Wanted(person="Henk"))) == ["C van Henk", "B van Henk"]
    assert said(merged.timeline(Wanted(text="BEL-002"))) == ["B van Henk", "Basis"]
    assert said(merged.timeline(Wanted(clause=UIDS[0]))) == ["A en C van Fatma", "Basis"]
    assert said(merged.timeline(Wanted(until=BEGIN.date(), organisation="Gemeente Lochem"))) == [
        "C van Henk",
        "B van Henk",
    ]
    assert merged.timeline(Wanted(person="Henk", since=BEGIN.date() + timedelta(days=1))) == []
    assert "Begonnen" in said(merged.timeline(Wanted(document="documents/eisen.md")))
    assert merged.timeline(Wanted(document="documents/anders.md")) == []
    people = Timeline(merged.workspace).people()
    assert people.organisations == ("Gemeente Lochem", "Gemeente Waterrijk")
    assert {"Fatma", "Henk"} <= set(people.persons)


def test_a_clause_that_moved_to_another_document_is_the_same(room: Room) -> None:
    room.write(clause("a"), clause("b"))
    room.save("Basis")
    room.write(clause("a"))
    room.write(clause("b", "Anders."), path="documents/ander.md")
    room.save("Naar een ander document")
    newest = room.timeline()[0]
    assert [(each.kind, each.path, each.source) for each in newest.change.clauses] == [
        ("moved", "documents/ander.md", "documents/eisen.md")
    ]
    history = list(clause_history(room.workspace, UIDS[1]))
    assert [(each.version.message, each.document) for each in history] == [
        ("Naar een ander document", "documents/ander.md"),
        ("Basis", "documents/eisen.md"),
    ]
    before, after = clause_texts(room.workspace, newest.version, newest.change.clauses[0])
    assert before is not None
    assert after is not None
    assert (before.body, after.body) == ("Tekst.", "Anders.")


def test_a_clause_that_left_and_came_back_has_all_its_versions(room: Room) -> None:
    for number, texts in enumerate((["a", "b"], ["a"], ["a", "c"], ["a", "b", "c"])):
        room.write(*(clause(each) for each in texts))
        room.save(f"Stap {number}")
    history = list(clause_history(room.workspace, UIDS[1]))
    assert [(each.version.message, each.clause is not None) for each in history] == [
        ("Stap 3", True),
        ("Stap 1", False),
        ("Stap 0", True),
    ]


def test_pages_come_one_after_the_other(room: Room) -> None:
    for number in range(7):
        room.write(clause("a", f"Tekst {number}."))
        room.save(f"Versie {number}")
    timeline = Timeline(room.workspace)
    first = timeline.page(3)
    assert (said(list(first.entries)), first.more) == (
        ["Versie 6", "Versie 5", "Versie 4"],
        True,
    )
    rest = timeline.page(100, patience=60)
    assert (len(rest.entries), rest.more) == (5, False)
    patient = Timeline(room.workspace, Wanted(text="bestaat niet"))
    assert patient.page(3, patience=0).more
    assert not patient.page(3, patience=60).more


# -- names and frozen versions ----------------------------------------------------------


def test_a_name_travels_and_a_frozen_version_knows_its_text(room: Room) -> None:
    room.write(clause("a"), clause("b"))
    saved = room.save("Basis")
    when = room.clock
    name_version(room.workspace, "Concept voor het college 3 maart", FATMA, when)
    frozen = name_version(room.workspace, "Vastgesteld", FATMA, when, freeze=True)
    assert (frozen.kind, frozen.version, frozen.organisation) == (
        "frozen",
        saved.id,
        "Gemeente Waterrijk",
    )
    copy = room.root.parent / "kopie"
    git(room.root.parent, "clone", "-q", str(room.root), str(copy))
    there = open_workspace(copy)
    assert {(each.text, each.kind) for each in names(there)} == {
        ("Concept voor het college 3 maart", "name"),
        ("Vastgesteld", "frozen"),
    }
    found = next(each for each in names(there) if each.kind == "frozen")
    assert is_intact(there, found)
    assert seal_of(found) == seal_of(frozen)
    (entry,) = [each for each in room.timeline() if each.version.id == saved.id]
    assert {each.text for each in entry.names} == {
        "Concept voor het college 3 maart",
        "Vastgesteld",
    }


def test_a_text_that_is_not_what_was_frozen_is_told(room: Room) -> None:
    room.write(clause("a"))
    room.save("Basis")
    frozen = name_version(room.workspace, "Vastgesteld", FATMA, room.clock, freeze=True)
    said_then = git(room.root, "cat-file", "tag", frozen.tag).partition("\n\n")[2]
    room.write(clause("a", "Stiekem anders."))
    room.save("Anders")
    git(room.root, "tag", "-f", "-a", "-m", said_then, frozen.tag, "HEAD")
    (moved,) = [each for each in names(room.workspace) if each.kind == "frozen"]
    assert damaged_documents(room.workspace, moved) == ("documents/eisen.md",)


def test_a_stored_text_that_is_damaged_is_told(room: Room) -> None:
    room.write(clause("a"))
    room.save("Basis")
    frozen = name_version(room.workspace, "Vastgesteld", FATMA, room.clock, freeze=True)
    blob = git(room.root, "rev-parse", "HEAD:documents/eisen.md").strip()
    stored = room.root / ".git/objects" / blob[:2] / blob[2:]
    stored.chmod(0o644)
    stored.write_bytes(b"kapot")
    assert not is_intact(open_workspace(room.root), frozen)


def test_only_what_is_saved_can_be_named(room: Room) -> None:
    room.write(clause("a"))
    with pytest.raises(UserError, match="not-saved-yet"):
        name_version(room.workspace, "Vastgesteld", FATMA, room.clock, freeze=True)


def test_codes_that_a_frozen_version_holds_are_known(room: Room) -> None:
    room.write(clause("a"), clause("b"), "<!-- omitted cccccccccc BEL-003 -->\n")
    room.save("Basis")
    name_version(room.workspace, "Vastgesteld", FATMA, room.clock, freeze=True)
    room.write(clause("a", code="BEL-009"), clause("d"))
    room.save("Later")
    name_version(room.workspace, "Zomaar een naam", FATMA, room.clock)
    workspace = open_workspace(room.root)
    document = workspace.settings.documents[0]
    assert frozen_codes(workspace, document.name) == {"BEL-001", "BEL-002", "BEL-003"}


def test_a_document_of_long_ago_can_be_read(merged: Room) -> None:
    basis = next(each for each in merged.timeline() if each.version.message == "Basis")
    document = read_text(merged.workspace, basis.version.id, "documents/eisen.md")
    assert isinstance(document.clause(UIDS[2]), Clause)


def test_a_frozen_code_stays_when_others_gave_it_too(tmp_path: Path) -> None:
    """Anna froze her clause; Bas gave another the same code, and his identity goes before."""
    anna, bas = share(tmp_path, "Anna", "Bas")
    hers = clause("f", "Van Anna.", "BEL-004")
    anna.write(anna.read() + "\n" + hers)
    anna.save()
    name_version(anna.workspace, "Vastgesteld", anna.author, datetime.now(UTC), freeze=True)
    bas.write(bas.read() + "\n" + clause("d", "Van Bas.", "BEL-004"))
    bas.save()
    bas.send()
    anna.receive()
    codes = {each.uid[0]: each.code for each in read_document(anna.read()).clauses}
    assert codes["f"] == "BEL-004"
    assert codes["d"] not in {"BEL-004", ""}
    taken = next(iter(Timeline(anna.workspace).entries()))
    assert (taken.inside, taken.sources) == (1, ("Gemeente Bas",))
