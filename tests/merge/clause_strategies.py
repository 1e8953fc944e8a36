"""Documents of clauses that two sides change: words, attributes, fields, places."""

from hypothesis import strategies as st

from coauthor.document import edits
from coauthor.document.changes import apply
from coauthor.document.clauses import (
    new_clause,
    new_heading,
    with_attribute_set,
    with_body,
    with_field,
    with_prose,
    with_title,
)
from coauthor.document.model import Clause, Document, FrontMatter, Prose
from tests.merge.strategies import paragraphs, sentences, words

UIDS = [f"{number:010d}" for number in range(100, 160)]


def clause(number: int, title: str, body: str) -> Clause:
    code = f"BEL-{number:03d}"
    return new_clause(
        UIDS[number], title=title, body=body, code=code, attributes=(("kind", "eis"),)
    )


@st.composite
def documents(draw):
    """Return a document of a few headings, clauses and a stretch of prose."""
    blocks = [new_heading("Heffen", 1)]
    for number in range(draw(st.integers(1, 5))):
        if draw(st.integers(0, 4)) == 0:
            blocks.append(new_heading(draw(words), 2))
        blocks.append(clause(number, draw(words), draw(paragraphs)))
    document = Document(FrontMatter(), ())
    return apply(document, *edits.insert(document, 0, blocks))


@st.composite
def rewritten(draw, block, kind):
    """Return the clause with one thing written anew."""
    if kind == "body":
        return with_body(block, draw(paragraphs))
    if kind == "title":
        return with_title(block, draw(words))
    if kind == "kind":
        return with_attribute_set(block, "kind", draw(st.sampled_from(["eis", "wens"])))
    return with_field(block, "rationale", draw(sentences))


@st.composite
def changed(draw, document, first_new):
    """Return the document after some acts of a person."""
    for step in range(draw(st.integers(0, 4))):
        places = [n for n, block in enumerate(document.blocks) if isinstance(block, Clause)]
        kind = draw(
            st.sampled_from(["add", "remove", "move", "body", "title", "kind", "field", "prose"])
        )
        if kind == "add" or not places:
            new = clause(first_new + step, draw(words), draw(paragraphs))
            changes = edits.insert(document, draw(st.integers(0, len(document.blocks))), [new])
        elif kind == "prose":
            prose = with_prose(Prose(""), draw(sentences))
            changes = edits.insert(document, draw(st.integers(0, len(document.blocks))), [prose])
        elif kind == "move":
            place = draw(st.sampled_from(places))
            changes = edits.move(document, place, 1, draw(st.integers(0, len(document.blocks))))
        else:
            place = draw(st.sampled_from(places))
            block = document.blocks[place]
            if kind == "remove":
                changes = edits.leave_out(document, place, "omitted", reason="preference")
            else:
                after = draw(rewritten(block, kind))
                changes = edits.replace_block(document, place, after)
        document = apply(document, *changes)
    return document


@st.composite
def clause_threes(draw):
    """Return the texts of a document and of what two sides made of it."""
    base = draw(documents())
    return base.text, draw(changed(base, 20)).text, draw(changed(base, 30)).text
