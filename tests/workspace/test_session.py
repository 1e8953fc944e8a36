"""Writing: transactions, undo, locks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.lineage.status import Lineage, document_status
from coauthor.resources import resources
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import StandardRelease
from coauthor.workspace.themes import lock_policy
from tests.document.markdown_strategies import markdown

STANDARD = read_document(
    decode((resources() / "standards/belastingen/1.0/documents/belastingen.md").read_bytes())
)


def session(document: Document = STANDARD) -> Session:
    chain = (StandardRelease("belastingen", "Belastingen", "1.0", STANDARD),)
    entry = DocumentEntry("belastingen", "Belastingen", "belastingen", "belastingen")
    return Session(entry, document, chain, policy=lock_policy())


def free(opened: Session) -> list[int]:
    return [
        index
        for index, block in enumerate(opened.document.blocks)
        if isinstance(block, Clause) and not opened.lock_reason(index)
    ]


def locked(opened: Session) -> int:
    return next(i for i in range(len(opened.document.blocks)) if opened.lock_reason(i))


def body(opened: Session, index: int) -> str:
    block = opened.document.blocks[index]
    assert isinstance(block, Clause)
    return block.body


def test_typing_is_one_step_until_it_is_closed() -> None:
    opened = session()
    index = free(opened)[0]
    before = body(opened, index)
    for words in ("een", "een twee", "een twee drie"):
        opened.edit_body(index, words, join="typing")
    opened.close_step()
    opened.edit_body(index, "vier", join="typing")
    opened.undo()
    assert body(opened, index) == "een twee drie"
    opened.undo()
    assert body(opened, index) == before
    assert opened.undo() is None


def test_a_locked_clause_keeps_its_words_but_can_be_filled_and_moved() -> None:
    document = read_document(STANDARD.text)
    opened = session(document)
    index = locked(opened)
    for change in (
        lambda: opened.edit_body(index, "Anders."),
        lambda: opened.edit_title(index, "Anders"),
        lambda: opened.set_field(index, "acceptance", "Anders."),
        lambda: opened.set_attribute(index, "kind", "wens"),
        lambda: opened.set_attribute(index, "locked", None),
        lambda: opened.remove(index, reason_class="preference", note="Niet nodig."),
    ):
        with pytest.raises(UserError, match="clause-locked"):
            change()
    assert opened.document.text == STANDARD.text
    assert opened.undo_name == ""
    opened.move_step(index, 1)
    slot = next(
        (place, each.parameters[0].name)
        for place, each in enumerate(opened.document.blocks)
        if isinstance(each, Clause) and each.parameters and opened.lock_reason(place)
    )
    opened.fill(*slot, "42")
    assert "42" in body(opened, slot[0])


def test_leaving_out_asks_nothing_of_the_text_and_can_be_put_back() -> None:
    opened = session()
    index = free(opened)[0]
    clause = opened.document.blocks[index]
    assert isinstance(clause, Clause)
    opened.remove(index, reason_class="preference", note="Niet nodig.")
    assert isinstance(opened.document.blocks[index], Tombstone)
    status = opened.status.clauses[clause.uid]
    assert (status.lineage, status.reason) == (Lineage.OMITTED, "Niet nodig.")
    opened.restore(clause.uid)
    assert opened.document.blocks[index] == clause


def test_a_clause_of_our_own_leaves_no_trace() -> None:
    opened = session()
    changed = opened.insert_clause(free(opened)[0] + 1, title="Van ons")
    assert changed.focus is not None
    block = opened.document.blocks[changed.focus]
    assert isinstance(block, Clause)
    assert block.code == "BEL-101"
    assert opened.status.clauses[block.uid].lineage is Lineage.LOCAL
    opened.remove(changed.focus)
    assert opened.document.text == STANDARD.text


def test_a_split_and_a_join_follow_the_words() -> None:
    opened = session()
    index = free(opened)[0]
    words = body(opened, index)
    opened.split(index, words.index(" ", 10))
    second = opened.document.blocks[index + 1]
    assert isinstance(second, Clause)
    assert opened.status.clauses[second.uid].lineage is Lineage.DERIVED
    opened.join_next(index)
    assert body(opened, index).split() == words.split()
    last = max(i for i, b in enumerate(opened.document.blocks) if isinstance(b, Clause))
    with pytest.raises(UserError, match="nothing-to-join"):
        opened.join_next(last)


def test_a_read_only_document_refuses() -> None:
    opened = session()
    opened.read_only = "occupied"
    with pytest.raises(UserError, match="document-read-only"):
        opened.edit_body(free(opened)[0], "Anders.")


def act(opened: Session, kind: int, index: int, words: str, step: int) -> None:
    """Do one of the things that a person can do with a free clause."""
    if kind == 0:
        opened.edit_body(index, words)
    elif kind == 1:
        opened.edit_title(index, words)
    elif kind == 2:
        opened.set_field(index, "explanation", words)
    elif kind == 3:
        opened.insert_clause(index, title=words)
    elif kind == 4:
        opened.split(index, len(words))
    elif kind == 5:
        opened.move_step(index, step)
    elif kind == 6:
        opened.remove(index, reason_class="law", note=words)
    elif kind == 7 and opened.standard_clause(index):
        opened.take_standard(index)
    else:
        opened.insert_prose(index, words or "tekst")


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(st.data())
def test_anything_can_be_undone_and_done_again(data: st.DataObject) -> None:
    opened = session()
    for _ in range(data.draw(st.integers(1, 6))):
        index = data.draw(st.sampled_from(free(opened)))
        step = data.draw(st.sampled_from([-1, 1]))
        act(opened, data.draw(st.integers(0, 8)), index, data.draw(markdown), step)
        document = opened.document
        assert read_document(document.text).blocks == document.blocks
        fresh = document_status(document, [STANDARD], None, lock_policy())
        assert dict(fresh.clauses) == dict(opened.status.clauses)
    after = opened.document.text
    while opened.undo():
        pass
    assert opened.document.text == STANDARD.text
    while opened.redo():
        pass
    assert opened.document.text == after
