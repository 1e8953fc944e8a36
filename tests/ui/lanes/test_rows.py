"""Rows follow a document with the fewest steps, and end as if they were laid out anew."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.document.changes import Change, apply
from coauthor.document.clauses import new_clause, new_heading, with_prose
from coauthor.document.edits import insert, leave_out, move, remove, section, split_clause
from coauthor.document.model import Clause, Document, Prose
from coauthor.document.reading import read_document
from coauthor.document.uid import new_uid
from coauthor.lineage.deriving import derive
from coauthor.ui.lanes.rows import Insert, Places, Remove, carried, lay_out, lay_out_again, steps


def standard(chapters: int = 4, clauses: int = 5) -> Document:
    chance = random.Random(7)
    parts = ["# Titel\n\nInleiding.\n\n"]
    for chapter in range(chapters):
        parts.append(f"## Hoofdstuk {chapter}\n\nTekst {chapter}.\n\n")
        for number in range(clauses):
            uid = new_uid(chance.randrange)
            parts.append(
                f"<!-- clause {uid} X-{chapter}{number} -->\n### T {chapter}.{number}\n\nTekst.\n\n"
            )
    return read_document("".join(parts))


def taken(old: list[Places], new: list[Places]) -> list[Places]:
    """Return ``old`` after the steps to ``new``."""
    rows = list(old)
    for step in steps(old, new):
        if isinstance(step, Remove):
            del rows[step.at : step.at + step.count]
        else:
            rows[step.at : step.at] = step.rows
    return rows


def after(document: Document, changes: tuple[Change, ...], others: list[Document]):
    """Return rows carried over a change, laid out again and laid out anew."""
    rows = lay_out([document, *others])
    changed = apply(document, *changes)
    old = carried(rows, len(document.blocks), changes)
    again = lay_out_again([changed, *others], old)
    return old, again, lay_out([changed, *others])


def edits_of(document: Document) -> dict[str, tuple[Change, ...]]:
    clauses = [i for i, block in enumerate(document.blocks) if isinstance(block, Clause)]
    place = clauses[7]
    fresh = new_clause("7" * 10, title="Nieuw", body="Woorden.")
    heading = next(i for i in range(3, len(document.blocks)) if section(document, i)[1] > 1)
    return {
        "insert a clause": insert(document, place, [fresh]),
        "insert a heading": insert(document, place, [new_heading("Kop", 2)]),
        "insert prose": insert(document, place, [with_prose(Prose(""), "Los.")]),
        "leave a clause out": leave_out(document, place, "omitted", reason="law"),
        "take a clause away": remove(document, place),
        "move a clause up": move(document, place, 1, clauses[3]),
        "move a clause far down": move(document, place, 1, len(document.blocks)),
        "move a section": move(document, *section(document, heading), len(document.blocks)),
        "split a clause": split_clause(document, place, 2, "8" * 10),
    }


@pytest.mark.parametrize("name", edits_of(standard()))
@pytest.mark.parametrize("lanes", [0, 1, 2])
def test_rows_after_an_edit_are_those_of_a_fresh_layout(name: str, lanes: int):
    others = [standard(), read_document(standard().text.replace("Tekst.", "Woorden."))][:lanes]
    document = derive(standard())
    old, again, anew = after(document, edits_of(document)[name], others)
    assert again == anew
    assert taken(old, again) == again


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("insert a clause", 1),
        ("move a clause up", 2),
        ("leave a clause out", 0),
        ("split a clause", 1),
    ],
)
def test_an_edit_takes_few_steps(name: str, most: int):
    document = derive(standard())
    old, again, _ = after(document, edits_of(document)[name], [standard()])
    todo = steps(old, again)
    assert len(todo) <= most
    assert sum(s.count if isinstance(s, Remove) else len(s.rows) for s in todo) <= most


def test_a_row_that_only_the_standard_has_stands_behind_its_neighbour_there():
    document = derive(standard())
    place = next(i for i, block in enumerate(document.blocks) if isinstance(block, Clause))
    _, again, _ = after(document, remove(document, place), [standard()])
    at = again.index((None, place))
    assert again[at - 1][1] == place - 1


@given(st.lists(st.integers(0, 30), unique=True), st.lists(st.integers(0, 30), unique=True))
def test_steps_lead_from_any_rows_to_any_rows(old: list[int], new: list[int]):
    before, wanted = [(n,) for n in old], [(n,) for n in new]
    assert taken(before, wanted) == wanted


@given(st.permutations(range(12)))
def test_no_row_that_can_stay_is_moved(order: list[int]):
    rows = [(n,) for n in range(12)]
    moved = sum(len(s.rows) for s in steps(rows, [(n,) for n in order]) if isinstance(s, Insert))
    longest = max((sum(1 for _ in chain) for chain in increasing(order)), default=0)
    assert moved == len(order) - longest


def increasing(order: list[int]) -> list[list[int]]:
    """Return a longest increasing chain ending at each place, by trying all before it."""
    best: list[list[int]] = []
    for place, value in enumerate(order):
        chains = [best[i] for i in range(place) if order[i] < value]
        best.append([*max(chains, key=len, default=[]), value])
    return best
