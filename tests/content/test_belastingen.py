"""The example standard for municipal taxes and the example that derives from it keep their word."""

import re
import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from coauthor.document.model import Clause, Document, Heading, Tombstone
from coauthor.document.reading import decode, encode, read_document
from coauthor.document.uid import is_uid
from coauthor.lineage.deviations import REASON_CLASSES
from coauthor.lineage.locks import violations
from coauthor.lineage.status import Direction, DocumentStatus, Lineage, document_status
from coauthor.resources import resources
from coauthor.workspace.creating import make_example
from coauthor.workspace.themes import lock_policy, themes

RELEASES = ("1.0", "1.1")
VERSIONS = ("1", "2", "3", "4")
CHAPTERS = "ABCDEFGHIJKL"
VERIFICATIONS = {"demo", "test", "document", "inspection", "statement"}
DESTINATIONS = ("moved-to", "split-into", "joined-into")
NOT_IN_A_NORM = re.compile(
    r"\b(snel|adequaat|voldoende|eenvoudige?|gebruiksvriendelijk|zoveel mogelijk|waar mogelijk"
    r"|indien nodig|in principe|zo nodig|bij voorkeur|zoals|bijvoorbeeld|onder andere"
    r"|en/of|dient te|middels|teneinde)\b|\betc\.|\benz\.|…",
    re.IGNORECASE,
)
REAL_NAMES = re.compile(
    r"\b(Amsterdam|Rotterdam|Den Haag|'s-Gravenhage|Utrecht|Eindhoven|Groningen|Tilburg|Almere"
    r"|Breda|Nijmegen|Apeldoorn|Haarlem|Arnhem|Enschede|Amersfoort|Zaanstad|Haarlemmermeer"
    r"|'s-Hertogenbosch|Den Bosch|Zwolle"
    r"|Centric|PinkRoccade|GouwIT|Exxellence|Atos|Capgemini|Microsoft|Google|Oracle|SAP|Amazon)\b"
)


def standard_path(release: str) -> Path:
    """Return the document of a release."""
    folder = resources() / "standards" / "belastingen" / release
    return folder / "documents" / "belastingen.md"


def example_path(version: str) -> Path:
    """Return the document of a version of the example."""
    return resources() / "example" / version / "documents" / "belastingen.md"


ALL = [
    *(pytest.param(standard_path(each), id=f"release-{each}") for each in RELEASES),
    *(pytest.param(example_path(each), id=f"example-{each}") for each in VERSIONS),
]


def read(path: Path) -> Document:
    """Read a document."""
    return read_document(decode(path.read_bytes()))


def standard(release: str) -> Document:
    """Read the document of a release."""
    return read(standard_path(release))


def example(version: str) -> Document:
    """Read the document of a version of the example."""
    return read(example_path(version))


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


def lineage(version: str) -> DocumentStatus:
    """Judge a version of the example beside the standard that it derives from."""
    return document_status(example(version), [standard("1.0")], standard("1.1"), lock_policy())


def count(version: str, kind: Lineage) -> int:
    """Count the clauses of a version of the example that have this lineage."""
    return sum(each.lineage is kind for each in lineage(version).clauses.values())


@pytest.mark.parametrize("path", ALL)
def test_a_document_reads_without_problems_and_writes_back_the_same(path: Path) -> None:
    document = read(path)
    assert document.problems == ()
    assert encode(document.text) == path.read_bytes()


@pytest.mark.parametrize("path", ALL)
def test_a_document_says_that_nobody_adopted_the_standard(path: Path) -> None:
    before_the_first_clause = read(path).text.partition("<!-- clause")[0]
    assert "Voorbeeldstandaard – niet vastgesteld door enige organisatie" in before_the_first_clause


@pytest.mark.parametrize("path", ALL)
def test_identities_and_codes_are_unique(path: Path) -> None:
    document = read(path)
    blocks: list[Clause | Tombstone] = [*document.clauses, *leavers(document)]
    assert all(is_uid(block.uid) for block in blocks)
    assert all(re.fullmatch(r"BEL-\d{3}", block.code) for block in blocks)
    assert len({block.uid for block in blocks}) == len(blocks)
    assert len({block.code for block in blocks}) == len(blocks)


@pytest.mark.parametrize("path", ALL)
def test_every_clause_is_complete(path: Path) -> None:
    known = {theme.key for theme in themes()}
    for clause in read(path).clauses:
        assert clause.title, clause.code
        assert clause.level == 3, clause.code
        assert clause.theme in known, clause.code
        assert clause.fields.get("rationale"), clause.code
        assert clause.fields.get("acceptance"), clause.code
        assert clause.fields.get("verification") in VERIFICATIONS, clause.code


@pytest.mark.parametrize("path", ALL)
def test_a_must_is_an_eis_and_the_rest_are_wishes(path: Path) -> None:
    priorities = {"eis": {"must"}, "wens": {"should", "could"}}
    for clause in read(path).clauses:
        assert clause.marker.get("priority") in priorities[clause.marker.get("kind")], clause.code


@pytest.mark.parametrize("path", ALL)
def test_a_clause_is_locked_when_its_theme_is_and_is_then_no_wish(path: Path) -> None:
    for clause in read(path).clauses:
        locked = clause.marker.get("locked") == "yes"
        assert locked == (clause.theme in lock_policy().locked_themes), clause.code
        assert not (locked and clause.kind == "wens"), clause.code


@pytest.mark.parametrize("path", ALL)
def test_bodies_are_short_norms_without_vague_words(path: Path) -> None:
    for clause in read(path).clauses:
        assert 30 <= words(clause.body) <= 90, clause.code
        assert NOT_IN_A_NORM.search(clause.body) is None, clause.code
        assert re.search(r"[Hh]et systeem|[Dd]e leverancier", clause.body), clause.code


@pytest.mark.parametrize("path", ALL)
def test_references_point_to_clauses_that_are_there(path: Path) -> None:
    document = read(path)
    codes = {clause.code for clause in document.clauses}
    for clause in document.clauses:
        mentioned = re.findall(r"BEL-\d{3}", clause.body + clause.notes)
        assert set(mentioned) <= codes - {clause.code}, clause.code


@pytest.mark.parametrize("path", ALL)
def test_no_real_municipality_or_vendor_is_named(path: Path) -> None:
    assert REAL_NAMES.findall(read(path).text) == []


@pytest.mark.parametrize("release", RELEASES)
def test_parameters_have_one_meaning_and_some_wait_for_a_value(release: str) -> None:
    document = standard(release)
    slots = [slot for clause in document.clauses for slot in clause.parameters]
    assert len(slots) >= 20
    assert len({slot.name for slot in slots}) == len(slots)
    assert 3 <= sum(not slot.value for slot in slots) < len(slots) / 2
    assert document.text.count("{{") == len(slots)


@pytest.mark.parametrize("release", RELEASES)
def test_the_settings_say_that_it_is_an_example_standard(release: str) -> None:
    path = standard_path(release)
    settings = tomllib.loads((path.parents[1] / "coauthor.toml").read_text(encoding="utf-8"))
    (entry,) = settings["documents"]
    assert settings["format"] == 1
    assert settings["kind"] == "standard"
    assert settings["example"] is True
    assert (settings["name"], settings["release"]) == ("belastingen", release)
    assert (entry["name"], entry["title"]) == (path.stem, read(path).title)


@pytest.mark.parametrize("release", RELEASES)
def test_the_chapters_follow_the_work(release: str) -> None:
    document = standard(release)
    letters = [
        block.text[0]
        for block in document.blocks
        if isinstance(block, Heading) and re.match(r"[A-Z]\. ", block.text)
    ]
    assert "".join(letters) == CHAPTERS
    assert set(chapters(document).values()) == set(CHAPTERS)


def test_the_first_release_has_sixty_clauses_and_no_leavers() -> None:
    document = standard("1.0")
    expected = [f"BEL-{number:03}" for number in range(1, 61)]
    assert [clause.code for clause in document.clauses] == expected
    assert leavers(document) == []


def test_what_a_practitioner_must_check_says_so() -> None:
    clause = next(each for each in standard("1.0").clauses if each.code == "BEL-033")
    assert "Nog te toetsen" in clause.fields["explanation"]


def test_the_next_release_keeps_every_identity_with_its_code() -> None:
    old, new = standard("1.0"), standard("1.1")
    known = {block.uid: block.code for block in (*new.clauses, *leavers(new))}
    for clause in old.clauses:
        assert known.get(clause.uid) == clause.code


def test_new_clauses_take_numbers_that_were_never_used() -> None:
    old, new = standard("1.0"), standard("1.1")
    highest = max(clause.code for clause in old.clauses)
    added = [clause for clause in new.clauses if old.clause(clause.uid) is None]
    assert all(clause.code > highest for clause in added)
    assert sum(not named(clause, "derives") for clause in added) >= 4


def test_the_next_release_changes_and_moves_clauses() -> None:
    old, new = standard("1.0"), standard("1.1")
    pairs = [(before, new.clause(before.uid)) for before in old.clauses]
    changed = [after for before, after in pairs if after and after.source != before.source]
    was, now = chapters(old), chapters(new)
    assert len(changed) >= 6
    assert sum(uid in now and now[uid] != letter for uid, letter in was.items()) >= 2


def test_a_changed_clause_has_a_slot_that_it_had_not() -> None:
    old, new = standard("1.0"), standard("1.1")
    grown = [
        clause.code
        for clause in new.clauses
        if (before := old.clause(clause.uid))
        and {slot.name for slot in before.parameters} < {slot.name for slot in clause.parameters}
    ]
    assert grown == ["BEL-053"]


def test_who_left_points_to_clauses_that_are_there() -> None:
    document = standard("1.1")
    for stone in leavers(document):
        assert stone.marker.kind == "withdrawn"
        assert all(document.clause(uid) for uid in named(stone, *DESTINATIONS)), stone.code


def test_split_and_joined_clauses_name_each_other() -> None:
    document = standard("1.1")
    forward = {
        (stone.uid, uid)
        for stone in leavers(document)
        for uid in named(stone, "split-into", "joined-into")
    }
    backward = {
        (uid, clause.uid) for clause in document.clauses for uid in named(clause, "derives")
    }
    assert forward == backward


def test_every_way_of_leaving_occurs() -> None:
    stones = leavers(standard("1.1"))
    ways = [next((way for way in DESTINATIONS if stone.marker.get(way)), "") for stone in stones]
    assert sorted(ways) == ["", "joined-into", "joined-into", "moved-to", "split-into"]
    assert all(len(named(stone, "split-into")) in (0, 2) for stone in stones)


def test_the_example_begins_as_the_standard_to_the_letter() -> None:
    assert example_path("1").read_bytes() == standard_path("1.0").read_bytes()


def test_the_second_version_of_the_example_only_fills_in() -> None:
    found = {each.lineage for each in lineage("2").clauses.values()}
    assert found == {Lineage.VERBATIM, Lineage.FILLED}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_example_keeps_the_codes_of_the_standard_and_has_its_own(version: str) -> None:
    source = {clause.uid: clause.code for clause in standard("1.0").clauses}
    document = example(version)
    for block in (*document.clauses, *leavers(document)):
        expected = source.get(block.uid)
        assert block.code == expected if expected else block.code > "BEL-100"


@pytest.mark.parametrize("version", VERSIONS)
def test_no_locked_clause_of_the_example_deviates(version: str) -> None:
    assert list(violations(example(version), standard("1.0"), lock_policy())) == []


@pytest.mark.parametrize("version", ["3", "4"])
def test_every_deviation_of_the_example_says_why(version: str) -> None:
    judged = lineage(version)
    assert [each.code for each in judged.clauses.values() if each.unexplained] == []
    assert {each.reason_class for each in judged.deviations} <= {"", *REASON_CLASSES}


@pytest.mark.parametrize("version", ["3", "4"])
def test_an_adapted_clause_of_the_example_has_an_owner_and_an_end(version: str) -> None:
    adapted = [each for each in lineage(version).deviations if each.lineage is Lineage.ADAPTED]
    assert {each.direction for each in adapted} == set(Direction)
    for each in adapted:
        assert each.owner, each.code
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", each.until), each.code


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        (Lineage.ADAPTED, 5),
        (Lineage.OMITTED, 4),
        (Lineage.LOCAL, 4),
        (Lineage.DERIVED, 1),
        (Lineage.FILLED, 8),
    ],
)
def test_the_example_shows_every_kind_of_lineage(kind: Lineage, least: int) -> None:
    assert count("4", kind) >= least


def test_the_example_leaves_a_value_open_and_its_deviations_behind() -> None:
    judged = lineage("4").deviations
    slots = [slot for clause in example("4").clauses for slot in clause.parameters]
    assert any(not slot.value for slot in slots)
    assert sum(each.behind for each in judged if each.lineage is Lineage.ADAPTED) >= 2


def test_the_last_version_of_the_example_changes_words_only() -> None:
    third, fourth = example("3"), example("4")
    assert [type(block) for block in third.blocks] == [type(block) for block in fourth.blocks]
    pairs = zip(third.blocks, fourth.blocks, strict=True)
    changed = [(old, new) for old, new in pairs if old != new]
    assert len(changed) >= 4
    for old, new in changed:
        assert abs(words(new.source) - words(old.source)) <= 8


def test_the_example_tells_who_made_each_version_and_when() -> None:
    plan = tomllib.loads((resources() / "example" / "example.toml").read_text(encoding="utf-8"))
    versions = plan["versions"]
    assert (plan["standard"], plan["release"]) == ("belastingen", "1.0")
    assert [str(each["folder"]) for each in versions] == list(VERSIONS)
    assert all(each["message"] and each["author"] for each in versions)
    moments = [each["date"] for each in versions]
    assert all(isinstance(each, datetime) and each.tzinfo for each in moments)
    assert moments == sorted(moments)


def test_the_example_becomes_a_workspace_that_says_it_is_an_example(tmp_path: Path) -> None:
    workspace = make_example(tmp_path / "waterrijk")
    assert workspace.settings.example
    assert workspace.settings.organisation == "Gemeente Waterrijk"
    written = workspace.root / "documents" / "belastingen.md"
    assert written.read_bytes() == example_path("4").read_bytes()
