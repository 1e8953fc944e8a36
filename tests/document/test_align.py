"""Blocks stand beside their counterparts."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.align import align, longest_increasing, pair
from coauthor.document.model import Document
from coauthor.document.reading import read_document

UIDS = [f"{letter}" * 10 for letter in "abcdefgh"]


def document(*uids: str) -> Document:
    clauses = [f"<!-- clause {uid} -->\n### {uid[0]}\n\nTekst {uid}.\n\n" for uid in uids]
    return read_document("# Titel\n\n" + "".join(clauses))


orders = st.lists(st.sampled_from(UIDS), unique=True).map(lambda uids: document(*uids))


def places(first: Document, *others: Document) -> list[tuple[int | None, ...]]:
    return [row.places for row in align(first, *others)]


def test_equal_documents_stand_row_by_row() -> None:
    a = document(*UIDS)
    assert places(a, a) == [(i, i) for i in range(9)]


def test_an_omitted_clause_keeps_its_place() -> None:
    assert places(document("a" * 10, "c" * 10), document("a" * 10, "b" * 10, "c" * 10)) == [
        (0, 0),
        (1, 1),
        (None, 2),
        (2, 3),
    ]


def test_the_one_clause_that_moved_is_called_moved() -> None:
    rows = align(document("c" * 10, "a" * 10, "b" * 10), document("a" * 10, "b" * 10, "c" * 10))
    assert [row.moved for row in rows] == [False, True, False, False]


def test_a_tombstone_stands_beside_the_clause_that_left() -> None:
    ours = read_document("<!-- omitted aaaaaaaaaa BEL-001 reason=law -->\n\n")
    theirs = read_document("<!-- clause aaaaaaaaaa BEL-001 -->\nTekst\n")
    assert places(ours, theirs) == [(0, 0)]


def test_rewritten_prose_stands_beside_the_old() -> None:
    ours = read_document("# Kop\n\nDeze inleiding gaat over de aanslag en de inning.\n\n# Tweede\n")
    theirs = read_document(
        "# Kop\n\nDeze inleiding gaat over de aanslag en het innen.\n\n# Tweede\n"
    )
    assert places(ours, theirs) == [(0, 0), (1, 1), (2, 2)]


def test_foreign_texts_are_matched_by_content() -> None:
    ours = read_document("<!-- clause aaaaaaaaaa -->\nHet systeem logt iedere raadpleging.\n")
    theirs = read_document("<!-- clause bbbbbbbbbb -->\nHet systeem logt elke raadpleging.\n")
    assert places(ours, theirs) == [(0, 0)]


@given(orders, orders, orders)
def test_every_block_has_exactly_one_row(a: Document, b: Document, c: Document) -> None:
    rows = align(a, b, c)
    for lane, each in enumerate((a, b, c)):
        found = [row.places[lane] for row in rows if row.places[lane] is not None]
        assert sorted(found) == list(range(len(each.blocks)))
    first = [row.places[0] for row in rows if row.places[0] is not None]
    assert first == sorted(first)


@given(orders, orders, orders)
def test_the_same_clause_stands_in_one_row(a: Document, b: Document, c: Document) -> None:
    for row in align(a, b, c):
        uids = {
            getattr(each.blocks[place], "uid", "")
            for each, place in zip((a, b, c), row.places, strict=True)
            if place is not None
        }
        assert len(uids) == 1


@given(orders, orders)
def test_pairing_is_symmetric_for_clauses(a: Document, b: Document) -> None:
    assert {(x, y) for x, y in pair(a, b).items()} == {(y, x) for x, y in pair(b, a).items()}


@given(st.lists(st.integers(0, 20), unique=True))
def test_the_longest_increasing_run_is_increasing(values: list[int]) -> None:
    kept = [values[i] for i in sorted(longest_increasing(values))]
    assert kept == sorted(kept)
