"""Reading drops nothing, and says what is not as it was meant."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coauthor.document.model import Clause, Heading, Problem, Prose, Tombstone
from coauthor.document.reading import decode, encode, read_clause, read_document
from tests.document.making import any_document, whole_documents

CLAUSE = "<!-- clause aaaaaaaaaa T-001 kind=wens -->\n### Titel\n\nTekst.\n\n"


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in read_document(text).blocks]


@given(any_document)
@example("---")
@example("\ufeff")
@example("<!-- clause aaaaaaaaaa -->")
def test_writing_back_gives_the_same_text(text: str) -> None:
    document = read_document(text)
    assert document.text == text
    assert all(block.source for block in document.blocks)


@given(whole_documents(), st.binary(max_size=6), st.integers(0, 200))
def test_bytes_of_any_kind_come_back(text: str, noise: bytes, place: int) -> None:
    data = text.encode()
    data = data[:place] + noise + data[place:]
    assert encode(read_document(decode(data)).text) == data


@given(whole_documents())
def test_a_clause_alone_is_the_same_clause(text: str) -> None:
    for block in read_document(text).blocks:
        if isinstance(block, Clause):
            assert read_clause(block.source) == block


@given(whole_documents())
def test_every_problem_names_a_line_of_the_file(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in read_document(text).problems:
        assert 1 <= problem.line <= len(lines)
        if problem.code == "marker-broken":
            assert lines[problem.line - 1].strip().startswith("<!--")


def test_real_texts_come_back_byte_for_byte(shared_texts: Path) -> None:
    paths = [*shared_texts.rglob("*.md"), *shared_texts.rglob("*.markdown")]
    assert paths
    for path in paths:
        data = path.read_bytes()
        assert encode(read_document(decode(data)).text) == data, path


def test_surrogates_that_no_file_holds_become_question_marks() -> None:
    assert encode("a\ud800b\udcffc").decode() == "a\ufffdb\ufffdc"


def test_the_kinds_of_blocks() -> None:
    text = f"Vooraf.\n\n# Kop\n\n{CLAUSE}## Kop\n\n<!-- omitted bbbbbbbbbb reason=law -->\n\nNa.\n"
    assert kinds(text) == ["Prose", "Heading", "Clause", "Heading", "Tombstone", "Prose"]


def test_a_title_keeps_deeper_headings_inside() -> None:
    inside = CLAUSE + "#### Dieper\n\nOok van de clausule.\n\n"
    assert kinds(inside + "### Even hoog\n") == ["Clause", "Heading"]
    assert kinds("<!-- clause aaaaaaaaaa -->\nTekst.\n\n###### Kop\n") == ["Clause", "Heading"]


def test_a_text_marker_ends_a_clause() -> None:
    clause, prose = read_document(CLAUSE + "<!-- text -->\nProza.\n").blocks
    assert isinstance(clause, Clause)
    assert isinstance(prose, Prose)
    assert (clause.source, prose.text) == (CLAUSE, "Proza.")


def test_the_pieces_of_a_clause() -> None:
    source = CLAUSE + "> **rationale** Waarom.\n> Verder.\n>\n> **eigen** Iets.\n\n"
    clause = read_clause(source)
    assert (clause.uid, clause.code, clause.kind, clause.level) == (
        "aaaaaaaaaa",
        "T-001",
        "wens",
        3,
    )
    assert (clause.title, clause.body) == ("Titel", "Tekst.")
    assert dict(clause.fields) == {"rationale": "Waarom.\nVerder.", "eigen": "Iets."}


@pytest.mark.parametrize("source", ["", "tekst", CLAUSE * 2, CLAUSE + "# Kop\n", "\n" + CLAUSE])
def test_only_one_clause_is_one_clause(source: str) -> None:
    with pytest.raises(ValueError, match="not exactly one"):
        read_clause(source)


def test_what_a_document_is_called() -> None:
    assert read_document('---\ntitle: "Van voren"\n---\n# Kop\n').title == "Van voren"
    assert read_document("tekst\n\n# Kop\n").title == "Kop"
    assert read_document("tekst").title == ""


OTHER = "<!-- clause bbbbbbbbbb T-002 -->\nAnder.\n\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (CLAUSE + OTHER + CLAUSE.replace("T-001", ""), Problem("uid-repeated", 9, "aaaaaaaaaa")),
        (CLAUSE + OTHER.replace("T-002", "T-001"), Problem("code-repeated", 6, "T-001")),
        (f"# Kop\r\n\r\n{CLAUSE}<!-- clause kort -->\n", Problem("marker-broken", 8)),
        ("<!-- clause aaaaaaaaaa a=1 a=2 -->\nx\n", Problem("marker-broken", 1)),
        ("tekst\n\n<!-- omitted aaaaaaaaaa\n", Problem("marker-broken", 3)),
        ("---\ntitle: [\n---\n\ntekst\n", Problem("front-matter-broken", 3)),
        ("---\n- lijst\n---\n", Problem("front-matter-broken", 2)),
        ("---\ntitle: nooit dicht\n\n# Kop\n", Problem("front-matter-open", 1)),
        (
            "een\n<<<<<<< HEAD\nons\n=======\nhun\n>>>>>>> ander\n",
            Problem("conflict-marker", 2, "<<<<<<<"),
        ),
        ("een\ntwee \udcff\n", Problem("not-utf8", 2)),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_damage_is_shown_and_nothing_is_dropped(text: str, problem: Problem) -> None:
    document = read_document(text)
    assert document.text == text
    found = document.problems[0]
    assert (found.code, found.line) == (problem.code, problem.line)
    assert not problem.detail or found.detail == problem.detail


def test_a_marker_that_is_shown_as_code_is_no_damage() -> None:
    assert read_document("```\n<!-- clause kapot -->\n```\n").problems == ()
    assert read_document(f"{CLAUSE}~~~\n<!-- clause kapot -->\n~~~\n").problems == ()


def test_uids_point_at_clauses_before_tombstones() -> None:
    document = read_document(f"<!-- omitted aaaaaaaaaa -->\n\n# Kop\n\n{CLAUSE}")
    assert isinstance(document.blocks[document.positions["aaaaaaaaaa"]], Clause)
    assert isinstance(document.blocks[0], Tombstone)
    assert isinstance(document.blocks[1], Heading)
    assert document.clause("bbbbbbbbbb") is None
