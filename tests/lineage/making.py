"""Documents for the tests of lineage: written ones, and ones that hypothesis makes."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import Change, apply, touched
from coauthor.document.clauses import (
    new_clause,
    new_heading,
    with_attribute_set,
    with_body,
    with_field,
    with_prose,
    with_title,
)
from coauthor.document.markers import Marker, format_marker
from coauthor.document.model import Block, Clause, Document, FrontMatter, Prose, Tombstone
from coauthor.document.parameters import fill_parameter
from coauthor.document.reading import read_clause, read_document
from coauthor.lineage.deriving import restore_omitted, take_standard
from coauthor.lineage.deviations import REASON_CLASSES, with_deviation
from coauthor.lineage.locks import Policy
from tests.document.markdown_strategies import markdown

POLICY = Policy(frozenset({"informatiebeveiliging"}))
UIDS = [f"{letter}000000000" for letter in "abcdefghjkmn"]
WORDS = "het systeem stelt een aanslag op voor iedere inwoner 5 dagen en, niet later".split()


def clause(
    text: str, uid: str = "a000000000", title: str = "", fields: str = "", **attributes: str
) -> Clause:
    """Return a clause; ``fields`` is the block quote that closes it."""
    given = {"kind": "eis", "priority": "must", "theme": "functioneel"} | attributes
    made = new_clause(uid, title=title, body=text, code=uid[0].upper(), attributes=pairs(given))
    return read_clause(made.source.rstrip() + f"\n\n{fields}\n\n") if fields else made


def pairs(attributes: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the attributes of a marker, without the empty ones."""
    return tuple((key, value) for key, value in attributes.items() if value)


def document(*blocks: Block) -> Document:
    """Return a document of these blocks, read from its text."""
    empty = Document(FrontMatter(), ())
    return read_document(apply(empty, *edits.insert(empty, 0, blocks)).text)


def put(text: Document, changed: Clause) -> Document:
    """Return a document with another text of one clause."""
    return apply(text, *edits.replace_block(text, text.positions[changed.uid], changed))


def withdrawn(uid: str) -> Tombstone:
    """Return what stands in a standard where a clause left."""
    marker = Marker("withdrawn", uid, uid[0].upper())
    return Tombstone(marker, format_marker(marker) + "\n\n")


slots = st.builds(
    lambda name, value: f"{{{{{name}: {value}}}}}",
    st.sampled_from(["termijn", "aantal keer"]),
    st.sampled_from(["", "5 dagen", "2"]),
)
sentences = st.lists(st.sampled_from(WORDS) | slots, min_size=1, max_size=12).map(" ".join)
plain_texts = st.lists(sentences, min_size=1, max_size=3).map("\n\n".join)
texts = plain_texts | markdown
values = st.sampled_from(
    ["", "10 dagen", "5 dagen", "{{x: y}}", "# kop", "<!--", "a\nb", "`", "\\"]
)
titles = st.sampled_from(["", "Aanslag", "Termijn van {{x: 2}}", "#", "Kop `code`"])
attribute_values = {
    "kind": ["", "eis", "wens"],
    "priority": ["", "must", "should"],
    "theme": ["", "functioneel", "informatiebeveiliging"],
    "locked": ["", "yes", "no"],
    "weight": ["", '3 "punten"'],
}
field_keys = st.sampled_from(["rationale", "acceptance", "deviation", "risk", "eigen"])


@st.composite
def clauses(draw: st.DrawFn, uids: st.SearchStrategy[str], body: st.SearchStrategy[str] = texts):
    """Make a clause with any text, attributes and fields."""
    attributes = {key: draw(st.sampled_from(some)) for key, some in attribute_values.items()}
    made = new_clause(
        draw(uids), title=draw(titles), body=draw(body), code="C", attributes=pairs(attributes)
    )
    for key in draw(st.sets(field_keys, max_size=3)):
        made = with_field(made, key, draw(body))
    return made


@st.composite
def standards(draw: st.DrawFn, body: st.SearchStrategy[str] = texts, *, stones: bool = True):
    """Make a standard: headings, prose, clauses, and markers of withdrawn ones."""
    free = list(UIDS)
    blocks: list[Block] = []
    kinds = ["heading", "prose", "clause", "clause", "clause"] + ["stone"] * stones
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=7)):
        if kind == "heading":
            blocks.append(new_heading(draw(st.sampled_from(["Kop", "Deel"])), 1 + len(blocks) % 3))
        elif kind == "prose":
            blocks.append(with_prose(Prose(""), draw(body)))
        elif kind == "stone":
            blocks.append(withdrawn(free.pop(0)))
        else:
            blocks.append(draw(clauses(st.just(free.pop(0)), body)))
    return document(*blocks)


def rewritten(draw: st.DrawFn, old: Clause, standard: Document) -> Clause:
    """Return a clause with one thing changed, as one edit of a person does."""
    texts_of_clause = sorted({slot.name for slot in old.parameters}) or ["geen"]
    name = draw(st.sampled_from(sorted(attribute_values)))
    there = standard.clause(old.uid)
    ways: list[Callable[[], Clause]] = [
        lambda: with_body(old, draw(texts)),
        lambda: with_title(old, draw(titles)),
        lambda: with_field(old, draw(field_keys), draw(texts)),
        lambda: with_attribute_set(old, name, draw(st.sampled_from(attribute_values[name]))),
        lambda: with_body(
            old,
            fill_parameter(old.body, draw(st.sampled_from(texts_of_clause)), draw(values)),
        ),
        lambda: with_deviation(
            old, reason_class=draw(st.sampled_from(REASON_CLASSES)), reason=draw(texts)
        ),
        lambda: old if there is None else take_standard(old, there),
    ]
    return draw(st.sampled_from(ways))()


def edit(draw: st.DrawFn, text: Document, standard: Document) -> tuple[Change, ...]:
    """Return one edit of a document, of any kind that a person can do."""
    size = len(text.blocks)
    index = draw(st.integers(0, max(size - 1, 0)))
    block = text.blocks[index] if size else None
    if block is None or draw(st.integers(0, 6)) == 0:
        free = [uid for uid in UIDS if uid not in text.positions]
        return edits.insert(text, index, [draw(clauses(st.sampled_from(free)))]) if free else ()
    uid = getattr(block, "uid", "")
    ways: list[Callable[[], tuple[Change, ...]]] = [
        lambda: edits.remove(text, index),
        lambda: edits.move(text, index, 1, draw(st.integers(0, size))),
    ]
    if standard.clause(uid):
        ways.append(lambda: restore_omitted(text, uid, standard))
    if isinstance(block, Clause):
        ways += [lambda: edits.replace_block(text, index, rewritten(draw, block, standard))] * 5
        ways.append(lambda: edits.leave_out(text, index, "omitted", reason="law", note="wet"))
        fresh = next((each for each in UIDS if each not in text.positions), "zzzzzzzzzz")
        place = draw(st.integers(0, len(block.body)))
        ways.append(lambda: edits.split_clause(text, index, place, fresh))
        if index + 1 < size and isinstance(text.blocks[index + 1], Clause):
            ways.append(lambda: edits.join_clauses(text, index, "omitted"))
    return draw(st.sampled_from(ways))()


@st.composite
def edited(draw: st.DrawFn, steps: int = 4):
    """Make a standard, a document derived from it and edited, and one more edit.

    Gives the standard, the document, and the uids and the document of that edit.
    """
    standard = draw(standards())
    text = replace(standard)
    for _ in range(draw(st.integers(0, steps))):
        text = apply(text, *edit(draw, text, standard))
    changes = edit(draw, text, standard)
    uids = frozenset().union(*(touched(change) for change in changes))
    return standard, text, uids, apply(text, *changes)
