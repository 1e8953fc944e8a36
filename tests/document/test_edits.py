"""Edits as values: the text after them reads back as what was meant, and each can be taken back."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import (
    Change,
    ChangeMisfitError,
    MoveBlocks,
    ReplaceBlocks,
    ReplaceFrontMatter,
    apply,
    from_record,
    inverses,
    to_record,
    touched,
)
from coauthor.document.clauses import (
    new_clause,
    new_heading,
    with_attribute_set,
    with_body,
    with_field,
    with_heading_text,
    with_prose,
    with_title,
)
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.reading import read_document
from tests.document.making import any_document, whole_documents
from tests.document.markdown_strategies import markdown

PLAIN = read_document(
    "# Kop\n\n<!-- clause aaaaaaaaaa T-1 -->\n### Een\n\nEerste zin. Tweede zin.\n\n"
    "> **rationale** Waarom.\n\n<!-- clause bbbbbbbbbb T-2 -->\n### Twee\n\nMeer.\n\n"
    "> **rationale** Daarom.\n>\n> **norm** ISO\n\n## Onder\n\nProza.\n\n# Ander\n"
)


def edited(block: Block, kind: int, text: str) -> Block:
    """Return the block as a person may change it."""
    if isinstance(block, Heading):
        return with_heading_text(block, text)
    if isinstance(block, Prose):
        return with_prose(block, text)
    if isinstance(block, Tombstone):
        return block
    makers = (
        lambda: with_body(block, text),
        lambda: with_title(block, text),
        lambda: with_field(block, "rationale", text),
        lambda: with_attribute_set(block, "note", text),
    )
    return makers[kind % len(makers)]()


def new_block(kind: int, text: str) -> Block:
    return (
        lambda: new_clause("zzzzzzzzzz", title=text),
        lambda: new_clause("zzzzzzzzzz", body=text, code="Z-1"),
        lambda: new_heading(text, 1 + kind % 6),
        lambda: with_prose(Prose(""), text),
    )[kind % 4]()


@st.composite
def steps(draw: st.DrawFn, document: Document) -> tuple[Change, ...]:
    """One thing that a person may do to a document."""
    size = len(document.blocks)
    index = draw(st.integers(0, max(size - 1, 0)))
    verb = draw(st.sampled_from("replace insert remove move split join leave".split()))
    text, kind = draw(markdown), draw(st.integers(0, 11))
    if verb == "insert" or not size:
        return edits.insert(document, draw(st.integers(0, size)), [new_block(kind, text)])
    count = draw(st.integers(1, min(3, size - index)))
    block = document.blocks[index]
    if verb == "remove":
        return edits.remove(document, index, count)
    if verb == "move":
        return edits.move(document, index, count, draw(st.integers(0, size)))
    if isinstance(block, Clause) and verb == "split":
        return edits.split_clause(document, index, kind, "yyyyyyyyyy", "Y-1")
    if isinstance(block, Clause) and verb == "leave":
        return edits.leave_out(document, index, "omitted", reason="law", note=text)
    pair = document.blocks[index : index + 2]
    if verb == "join" and len(pair) == 2 and all(isinstance(each, Clause) for each in pair):
        return edits.join_clauses(document, index, draw(st.sampled_from([None, "omitted"])))
    return edits.replace_block(document, index, edited(block, kind, text))


def assert_reads_back(document: Document) -> None:
    found = read_document(document.text)
    assert found.front.source == document.front.source
    assert [each.source for each in found.blocks] == [each.source for each in document.blocks]
    assert found.blocks == document.blocks


@given(any_document, st.data())
def test_any_row_of_edits_reads_back_and_can_be_taken_back(text: str, data: st.DataObject) -> None:
    document = start = read_document(text)
    done: list[Change] = []
    for _ in range(data.draw(st.integers(1, 5))):
        step = data.draw(steps(document))
        document = apply(document, *step)
        done += step
        assert_reads_back(document)
    for change in done:
        assert from_record(json.loads(json.dumps(to_record(change)))) == change
    back = apply(document, *inverses(tuple(done)))
    assert back.text == start.text
    assert back.blocks == start.blocks


@pytest.mark.parametrize("text", ["---\n\neen\n\n---\n", "\ufeffeen\n", "\ufeff---\n", "---\n..."])
@pytest.mark.parametrize("front", ["", "\ufeff", "---\na: b\n---\n"])
def test_prose_at_the_top_is_no_front_matter(front: str, text: str) -> None:
    document = read_document(front + "# Kop\n")
    after = apply(document, *edits.insert(document, 0, [with_prose(Prose(""), text)]))
    assert_reads_back(after)
    moved = apply(after, *edits.move(after, 1, 1, 0))
    assert_reads_back(moved)
    assert_reads_back(apply(moved, *edits.remove(moved, 0)))


def test_what_is_typed_below_does_not_close_a_rule_at_the_top() -> None:
    document = read_document("---\nnooit dicht\n\n# Kop\n\n# Kop\n\n")
    typed = with_prose(Prose(""), "een\n\n---\n\ntwee")
    for place in range(len(document.blocks) + 1):
        assert_reads_back(apply(document, *edits.insert(document, place, [typed])))


@pytest.mark.parametrize("end", ["```\ncode", "~~~~", "<!-- open", "<script>\nx\n\n", "<?php"])
def test_what_ran_on_to_the_end_is_closed_before_something_follows(end: str) -> None:
    clause = new_clause("zzzzzzzzzz", title="Nieuw")
    for start in ("", "# Kop\n\n", PLAIN.text, PLAIN.blocks[1].source):
        document = read_document(start + end)
        size = len(document.blocks)
        assert_reads_back(apply(document, *edits.insert(document, size, [clause])))
        assert_reads_back(apply(document, *edits.move(document, size - 1, 1, 0)))


@pytest.mark.parametrize(
    "follower",
    [
        "   # Kop\n",
        "  Kop\n===\n",
        "   <!-- clause zzzzzzzzzz -->\nx\n",
        " <!-- omitted zzzzzzzzzz -->\n",
    ],
)
def test_what_follows_a_list_does_not_become_part_of_it(follower: str) -> None:
    for above in ("Proza.\n\n", "<!-- clause aaaaaaaaaa -->\nTekst.\n\n"):
        document = read_document(above + follower)
        assert len(document.blocks) == 2
        after = edited(document.blocks[0], 0, "- punt\n\n   nog van het punt")
        assert_reads_back(apply(document, *edits.replace_block(document, 0, after)))


@given(whole_documents(), st.data())
def test_moving_loses_no_clause(text: str, data: st.DataObject) -> None:
    document = read_document(text)
    size = len(document.blocks)
    start = data.draw(st.integers(0, size))
    count = data.draw(st.integers(0, size - start))
    after = apply(document, *edits.move(document, start, count, data.draw(st.integers(0, size))))
    said = [
        sorted((each.uid, each.title, each.body, each.notes) for each in made.clauses)
        for made in (document, after)
    ]
    assert [each[:3] for each in said[0]] == [each[:3] for each in said[1]]


@given(any_document)
@example("")
def test_a_change_made_for_another_document_changes_nothing(text: str) -> None:
    document = read_document(text)
    foreign = (Heading("# Niet hier\n", 1, "Niet hier"),)
    for change in (
        ReplaceBlocks(0, foreign, ()),
        ReplaceBlocks(len(document.blocks), foreign, ()),
        ReplaceBlocks(-1, (), ()),
        MoveBlocks(0, len(document.blocks) + 1, 0),
        ReplaceFrontMatter(read_document("---\nniet: hier\n---\n").front, document.front),
    ):
        with pytest.raises(ChangeMisfitError):
            apply(document, change)


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"move": [1]},
        {"front": ["x"]},
        {"at": 0, "before": [["clause", "geen clausule"]], "after": []},
        {"at": 0, "before": [], "after": [["tombstone", "tekst"]]},
        {"at": "x", "before": [], "after": []},
        {"at": 0, "before": None, "after": []},
    ],
)
def test_a_record_that_is_none_of_ours_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(ChangeMisfitError):
        from_record(record)


def test_a_clause_that_is_left_out_leaves_its_marker() -> None:
    after = apply(PLAIN, *edits.leave_out(PLAIN, 1, "omitted", reason="law", note='zegt "nee"'))
    stone = after.blocks[1]
    assert isinstance(stone, Tombstone)
    assert (stone.uid, stone.code) == ("aaaaaaaaaa", "T-1")
    assert (stone.marker.get("reason"), stone.marker.get("note")) == ("law", 'zegt "nee"')
    with pytest.raises(TypeError):
        edits.leave_out(PLAIN, 0, "omitted")


def test_a_split_names_where_it_came_from() -> None:
    place = PLAIN.clauses[0].body.index("Tweede")
    changes = edits.split_clause(PLAIN, 1, place, "yyyyyyyyyy", "T-9")
    first, second, _ = apply(PLAIN, *changes).clauses
    assert (first.uid, first.body) == ("aaaaaaaaaa", "Eerste zin.")
    assert first.fields["rationale"] == "Waarom."
    assert (second.body, second.code) == ("Tweede zin.", "T-9")
    assert second.marker.get("derives") == "aaaaaaaaaa"
    assert frozenset().union(*map(touched, changes)) == {"aaaaaaaaaa", "yyyyyyyyyy"}


def test_a_join_keeps_all_words_and_says_where_the_second_went() -> None:
    after = apply(PLAIN, *edits.join_clauses(PLAIN, 1, "omitted"))
    (joined,) = after.clauses
    stone = after.blocks[2]
    assert isinstance(stone, Tombstone)
    assert joined.body == "Eerste zin. Tweede zin.\n\n**Twee**\n\nMeer."
    assert dict(joined.fields) == {"rationale": "Waarom.\n\nDaarom.", "norm": "ISO"}
    assert joined.marker.get("derives") == "bbbbbbbbbb"
    assert stone.marker.get("joined-into") == "aaaaaaaaaa"
    with pytest.raises(TypeError):
        edits.join_clauses(PLAIN, 0)


def test_a_section_moves_with_all_under_it() -> None:
    assert [edits.section(PLAIN, index) for index in (0, 1, 3)] == [(0, 5), (1, 1), (3, 2)]
    after = apply(PLAIN, *edits.move(PLAIN, 0, 5, 6))
    said = [block.text for block in after.blocks if isinstance(block, Heading)]
    assert said == ["Ander", "Kop", "Onder"]
    assert edits.move(PLAIN, 1, 2, 2) == ()
