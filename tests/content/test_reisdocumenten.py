"""The example standard for travel documents keeps what a standard promises."""

import re
import tomllib
from pathlib import Path

import pytest

from coauthor.document.model import Clause, Document, Heading, Tombstone
from coauthor.document.reading import decode, encode, read_document
from coauthor.document.uid import is_uid
from coauthor.resources import resources

RELEASES = ("1.0", "1.1")
CHAPTERS = "ABCDEFGHIJKLMN"
LOCKED_THEMES = {"informatiebeveiliging", "gegevensuitwisseling", "standaardproces"}
OPEN_THEMES = {
    "functioneel",
    "niet-functioneel",
    "privacy",
    "architectuur",
    "toegankelijkheid",
    "archivering",
    "beheer",
    "implementatie",
    "documentatie",
    "exit",
    "leverancier",
    "duurzaamheid",
}
VERIFICATIONS = {"demo", "test", "document", "inspection", "statement"}
DESTINATIONS = ("moved-to", "split-into", "joined-into")
NOT_IN_A_NORM = re.compile(
    r"\b(snel|adequaat|voldoende|eenvoudige?|gebruiksvriendelijk|zoveel mogelijk|waar mogelijk"
    r"|indien nodig|in principe|zo nodig|bij voorkeur|zoals|bijvoorbeeld|onder andere"
    r"|en/of|dient te|middels|teneinde)\b|\betc\.|\benz\.|…",
    re.IGNORECASE,
)


def folder(release: str) -> Path:
    """Return the folder of a release."""
    return resources() / "standards" / "reisdocumenten" / release


def content(release: str) -> bytes:
    """Return the bytes of the document of a release."""
    return (folder(release) / "documents" / "reisdocumenten.md").read_bytes()


def read(release: str) -> Document:
    """Return the document of a release."""
    return read_document(decode(content(release)))


def leavers(document: Document) -> list[Tombstone]:
    """Return what stands where clauses left."""
    return [block for block in document.blocks if isinstance(block, Tombstone)]


def named(block: Clause | Tombstone, *attributes: str) -> list[str]:
    """Return the uids that the marker of a block names in these attributes."""
    values = ",".join(block.marker.get(name) for name in attributes)
    return [uid for uid in values.split(",") if uid]


def chapters(document: Document) -> dict[str, str]:
    """Return the letter of the chapter of every clause, by uid."""
    found: dict[str, str] = {}
    letter = ""
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            letter = block.text[0]
        elif isinstance(block, Clause):
            found[block.uid] = letter
    return found


def words(text: str) -> int:
    """Count the words that a reader sees, without the address of a link."""
    return len(re.findall(r"[\w'’-]+", re.sub(r"\]\([^)]*\)", "]", text)))


@pytest.fixture(params=RELEASES)
def release(request: pytest.FixtureRequest) -> str:
    """Every release in turn."""
    return str(request.param)


def test_the_document_reads_without_problems_and_writes_back_the_same(release: str) -> None:
    document = read(release)
    assert document.problems == ()
    assert encode(document.text) == content(release)


def test_the_settings_say_that_it_is_an_example_standard(release: str) -> None:
    settings = tomllib.loads((folder(release) / "coauthor.toml").read_text(encoding="utf-8"))
    entry = settings["documents"][0]
    assert settings["format"] == 1
    assert settings["kind"] == "standard"
    assert settings["example"] is True
    assert (settings["name"], settings["release"]) == ("reisdocumenten", release)
    assert (folder(release) / "documents" / f"{entry['name']}.md").is_file()
    assert entry["title"] == read(release).title


def test_the_introduction_says_that_nobody_adopted_it(release: str) -> None:
    before_the_first_clause = read(release).text.partition("<!-- clause")[0]
    assert "Voorbeeldstandaard – niet vastgesteld door enige organisatie" in before_the_first_clause


def test_the_chapters_follow_the_process(release: str) -> None:
    document = read(release)
    letters = [
        block.text[0]
        for block in document.blocks
        if isinstance(block, Heading) and re.match(r"[A-Z]\. ", block.text)
    ]
    assert "".join(letters) == CHAPTERS
    assert set(chapters(document).values()) == set(CHAPTERS)


def test_identities_and_codes_are_unique(release: str) -> None:
    document = read(release)
    blocks: list[Clause | Tombstone] = [*document.clauses, *leavers(document)]
    assert all(is_uid(block.uid) for block in blocks)
    assert all(re.fullmatch(r"RD-\d{3}", block.code) for block in blocks)
    assert len({block.uid for block in blocks}) == len(blocks)
    assert len({block.code for block in blocks}) == len(blocks)


def test_every_clause_is_complete(release: str) -> None:
    for clause in read(release).clauses:
        assert clause.title, clause.code
        assert clause.level == 3, clause.code
        assert clause.theme in LOCKED_THEMES | OPEN_THEMES, clause.code
        assert clause.fields.get("rationale"), clause.code
        assert clause.fields.get("acceptance"), clause.code
        assert clause.fields.get("verification") in VERIFICATIONS, clause.code


def test_a_must_is_an_eis_and_the_rest_are_wishes(release: str) -> None:
    for clause in read(release).clauses:
        priorities = {"eis": {"must"}, "wens": {"should", "could"}}
        assert clause.marker.get("priority") in priorities[clause.kind], clause.code


def test_a_clause_is_locked_when_its_theme_is_and_is_then_no_wish(release: str) -> None:
    for clause in read(release).clauses:
        locked = clause.marker.get("locked") == "yes"
        assert locked == (clause.theme in LOCKED_THEMES), clause.code
        assert not (locked and clause.kind == "wens"), clause.code


def test_bodies_are_short_norms_without_vague_words(release: str) -> None:
    for clause in read(release).clauses:
        assert 30 <= words(clause.body) <= 90, clause.code
        assert NOT_IN_A_NORM.search(clause.body) is None, clause.code
        assert re.search(r"[Hh]et systeem|[Dd]e leverancier", clause.body), clause.code


def test_parameters_have_one_meaning_and_some_wait_for_a_value(release: str) -> None:
    slots = [slot for clause in read(release).clauses for slot in clause.parameters]
    assert len(slots) >= 20
    assert len({slot.name for slot in slots}) == len(slots)
    assert 3 <= sum(not slot.value for slot in slots) < len(slots) / 2
    assert read(release).text.count("{{") == len(slots)


def test_references_point_to_clauses_that_are_there(release: str) -> None:
    document = read(release)
    codes = {clause.code for clause in document.clauses}
    for clause in document.clauses:
        mentioned = re.findall(r"RD-\d{3}", clause.body + clause.notes)
        assert set(mentioned) <= codes - {clause.code}, clause.code


def test_the_first_release_has_sixty_clauses_and_no_leavers() -> None:
    document = read("1.0")
    expected = [f"RD-{number:03}" for number in range(1, 61)]
    assert [clause.code for clause in document.clauses] == expected
    assert leavers(document) == []


@pytest.mark.parametrize("code", ["RD-009", "RD-021", "RD-026"])
def test_what_a_practitioner_must_check_says_so(code: str) -> None:
    clause = next(each for each in read("1.0").clauses if each.code == code)
    assert "Nog te toetsen" in clause.fields["explanation"]


def test_the_next_release_keeps_every_identity_with_its_code() -> None:
    old, new = read("1.0"), read("1.1")
    known = {clause.uid: clause.code for clause in new.clauses}
    known |= {stone.uid: stone.code for stone in leavers(new)}
    for clause in old.clauses:
        assert known.get(clause.uid) == clause.code


def test_new_clauses_take_numbers_that_were_never_used() -> None:
    old, new = read("1.0"), read("1.1")
    highest = max(clause.code for clause in old.clauses)
    added = [clause for clause in new.clauses if old.clause(clause.uid) is None]
    assert all(clause.code > highest for clause in added)
    assert sum(not named(clause, "derives") for clause in added) >= 4


def test_the_next_release_changes_and_moves_clauses() -> None:
    old, new = read("1.0"), read("1.1")
    pairs = [(before, new.clause(before.uid)) for before in old.clauses]
    changed = [after for before, after in pairs if after and after.source != before.source]
    was, now = chapters(old), chapters(new)
    assert len(changed) >= 6
    assert sum(uid in now and now[uid] != letter for uid, letter in was.items()) >= 2


def test_a_changed_clause_has_a_slot_that_it_had_not() -> None:
    names = [
        {
            slot.name
            for clause in read(release).clauses
            for slot in clause.parameters
            if clause.code == "RD-033"
        }
        for release in RELEASES
    ]
    assert names[0] < names[1]


def test_who_left_points_to_clauses_that_are_there() -> None:
    document = read("1.1")
    for stone in leavers(document):
        assert stone.marker.kind == "withdrawn"
        assert all(document.clause(uid) for uid in named(stone, *DESTINATIONS)), stone.code


def test_split_and_joined_clauses_name_each_other() -> None:
    document = read("1.1")
    stones = {stone.uid: stone for stone in leavers(document)}
    forward = {
        (stone.uid, uid)
        for stone in stones.values()
        for uid in named(stone, "split-into", "joined-into")
    }
    backward = {
        (uid, clause.uid) for clause in document.clauses for uid in named(clause, "derives")
    }
    assert forward == backward


def test_every_way_of_leaving_occurs() -> None:
    stones = leavers(read("1.1"))
    ways = [next((way for way in DESTINATIONS if stone.marker.get(way)), "") for stone in stones]
    assert sorted(ways) == ["", "joined-into", "joined-into", "moved-to", "split-into"]
    assert all(len(named(stone, "split-into")) in (0, 2) for stone in stones)
