"""Drafts of suggestions: nothing typed is lost, and every step can be taken back."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coauthor.document.clauses import new_clause
from coauthor.workspace.suggesting.drafting import Draft, Drafts, recover_drafts

A = new_clause("aaaaaaaaaa", title="Snelheid", body="Binnen 2 seconden.", code="N-001")
B = new_clause("bbbbbbbbbb", body="Mooi.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "staat" / "a.suggesting"


def begun(path: Path | None) -> Drafts:
    drafts = Drafts(path)
    for clause in (A, B):
        drafts.begin(Draft(clause, clause.title, clause.body))
    return drafts


def test_what_was_typed_is_there_after_the_program_died(path: Path) -> None:
    drafts = begun(path)
    drafts.write(A.uid, title="Snelheid", body="Binnen 5 seconden.")
    drafts.write(B.uid, title="", body="Mooier.\n\n- \udcff")
    found = {each.uid: each for each in recover_drafts(path)}
    assert found[A.uid].clause.body == "Binnen 5 seconden."
    assert found[B.uid].body == "Mooier.\n\n- \udcff"
    assert found[A.uid].base == A


def test_what_became_a_suggestion_or_says_nothing_new_is_not_recovered(path: Path) -> None:
    drafts = begun(path)
    drafts.write(A.uid, title="Snelheid", body="Binnen 5 seconden.")
    drafts.write(B.uid, title="", body="Mooi.")
    drafts.forget(A.uid)
    assert recover_drafts(path) == ()
    drafts.forget(B.uid)
    assert not path.exists()


def test_a_damaged_line_loses_only_itself(path: Path) -> None:
    drafts = begun(path)
    drafts.write(A.uid, title="Snelheid", body="Binnen 5 seconden.")
    drafts.write(B.uid, title="", body="Mooier.")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + b"kapot\n" + lines[1] + lines[0][:20])
    assert len(recover_drafts(path)) == 2


def test_steps_go_back_and_forth_and_typing_is_one_step() -> None:
    drafts = begun(None)
    for words in ("Binnen", "Binnen 5", "Binnen 5 seconden."):
        drafts.write(A.uid, title="Snelheid", body=words, join="typing")
    drafts.write(A.uid, title="Tempo", body="Binnen 5 seconden.", join="title")
    back = drafts.undo(A.uid)
    assert back is not None
    assert (back.title, back.body) == ("Snelheid", "Binnen 5 seconden.")
    back = drafts.undo(A.uid)
    assert back is not None
    assert not back.differs
    assert drafts.undo(A.uid) is None
    again = drafts.redo(A.uid)
    assert again is not None
    assert again.body == "Binnen 5 seconden."


@given(st.lists(st.tuples(st.sampled_from([A.uid, B.uid]), st.text()), min_size=1))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_whatever_is_typed_the_last_of_it_is_recovered(
    path: Path, typed: list[tuple[str, str]]
) -> None:
    drafts = begun(path)
    for uid, words in typed:
        drafts.write(uid, title="", body=words)
    found = {each.uid: each.body for each in recover_drafts(path)}
    wanted = {each.uid: each.body for each in drafts.all() if each.differs and each.uid in found}
    assert found == wanted
    assert all(each.uid in found for each in drafts.all() if each.differs)
    drafts.close()
    path.unlink()
