"""What is asked and answered survives the death of the program."""

import resource
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.errors import OutsideFailure
from coauthor.merge.model import Choice, Meeting, Outcome, Span
from coauthor.workspace.deciding.questions import (
    DAMAGED,
    FILE,
    Question,
    QuestionLog,
    from_values,
    named,
    to_values,
)

words = st.text(max_size=30)
spans = st.tuples(st.integers(0, 99), st.integers(0, 9)).map(lambda each: Span(each[0], sum(each)))
meetings = st.builds(
    Meeting,
    st.sampled_from(Outcome),
    words,
    st.sampled_from(["ours", "theirs", "both"]),
    words,
    *[words] * 4,
    *[spans] * 4,
    st.lists(st.builds(Choice, st.sampled_from(["ours", "theirs", "both"]), words)).map(tuple),
)
questions = st.builds(Question, words, words, st.sampled_from(["text", "key", "file"]), meetings)


def asked(number: int, text: str = "x") -> Question:
    where = Span(number, number + 1)
    meeting = Meeting(
        Outcome.DECIDE, "overlap", "both", "", "b", text, "t", text, where, where, where, where
    )
    return Question("", "documents/a.md", "text", meeting)


@given(questions)
def test_a_question_is_read_back_as_it_was_written(question):
    assert from_values(to_values(question)) == question


def test_the_same_asked_twice_has_two_names():
    one, other, third = named([asked(1), asked(2), asked(3, "anders")])
    assert len({one.id, other.id, third.id}) == 3
    assert named([asked(9)])[0].id == one.id


def test_answers_and_what_is_asked_again_are_kept(tmp_path: Path):
    log = QuestionLog(tmp_path)
    one, other = named([asked(1), asked(2, "anders")])
    log.ask([one, other], [])
    log.answer(one.id, "theirs", "t")
    log.answer(other.id, "", "eigen woorden \udcff")
    log.reopen(one.id)
    again = QuestionLog(tmp_path)
    assert list(again.open) == [one.id]
    assert again.answers[other.id].text == "eigen woorden \udcff"


def test_a_line_that_was_cut_off_loses_only_itself(tmp_path: Path):
    log = QuestionLog(tmp_path)
    one, other = named([asked(1), asked(2, "anders")])
    log.ask([one, other], [])
    log.answer(one.id, "theirs", "t")
    log.answer(other.id, "ours", "anders")
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:-7])
    again = QuestionLog(tmp_path)
    assert list(again.open) == [other.id]
    assert list(again.answers) == [one.id]
    again.answer(other.id, "ours", "anders")
    assert QuestionLog(tmp_path).open == {}


def test_what_is_shared_is_marked(tmp_path: Path):
    log = QuestionLog(tmp_path)
    (one,) = named([asked(1)])
    log.ask([one], [])
    answer = log.answer(one.id, "theirs", "t")
    log.share_answers()
    assert QuestionLog(tmp_path).answers[one.id] == replace(answer, shared=True)


def test_a_damaged_line_loses_only_itself_and_what_was_there_is_kept(tmp_path: Path):
    log = QuestionLog(tmp_path)
    one, other = named([asked(1), asked(2, "anders")])
    log.ask([one, other], [])
    path = tmp_path / FILE
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = lines[0] + b"~" + lines[1][1:] + lines[2]
    path.write_bytes(damaged)
    again = QuestionLog(tmp_path)
    assert list(again.open) == [other.id]
    assert (tmp_path / DAMAGED).read_bytes() == damaged
    assert list(QuestionLog(tmp_path).open) == [other.id]


def test_what_a_full_disk_takes_of_an_answer_spoils_no_later_one(tmp_path: Path):
    log = QuestionLog(tmp_path)
    one, other = named([asked(1), asked(2, "anders")])
    log.ask([one, other], [])
    size = (tmp_path / FILE).stat().st_size
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 10, limits[1]))
        with pytest.raises(OutsideFailure):
            log.answer(one.id, "theirs", "t")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    log.answer(other.id, "ours", "anders")
    again = QuestionLog(tmp_path)
    assert (list(again.open), list(again.answers)) == ([one.id], [other.id])
