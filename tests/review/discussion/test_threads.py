"""Threads: who said what about what, whether it is open, and who wants to see it."""

from hypothesis import given
from hypothesis import strategies as st

from coauthor.review.discussion.threads import (
    Listener,
    Wanted,
    mention_value,
    mentions,
    same_name,
    threads,
)
from coauthor.review.event import Event, Voice

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid(number: int) -> str:
    return LETTERS[number // 32] + LETTERS[number % 32] + "0" * 24


def event(number, kind="comment", about=None, who="A", role="", body="x", mention=""):
    values = {"mention": mention} if mention else {}
    name = ulid(about) if about is not None else ""
    return Event(ulid(number), kind, "bel", "c", Voice(who, role=role), "", name, body, values)


def test_replies_stand_under_what_they_are_about_oldest_first():
    found = threads(
        [
            event(5, "reply", 1),
            event(1),
            event(3, "question"),
            event(4, "reply", 3),
            event(2, "reply", 1),
        ]
    )
    assert [thread.id for thread in found] == [ulid(1), ulid(3)]
    assert [each.id for each in found[0].events] == [ulid(1), ulid(2), ulid(5)]
    assert found[1].last.id == ulid(4)


def test_a_reply_to_a_reply_is_in_the_same_thread():
    (found,) = threads([event(1), event(2, "reply", 1), event(3, "reply", 2)])
    assert len(found.replies) == 2


def test_the_last_of_resolving_and_reopening_stands():
    said = [event(1), event(2, "resolve", 1)]
    assert not threads(said)[0].is_open
    assert threads([*said, event(3, "reopen", 1)])[0].is_open
    assert not threads([*said, event(3, "reopen", 1), event(4, "resolve", 1)])[0].is_open


def test_a_reply_by_a_clock_that_is_behind_stands_under_the_beginning():
    (found,) = threads([event(9), event(2, "reply", 9)])
    assert [each.id for each in found.events] == [ulid(9), ulid(2)]


def test_words_whose_beginning_is_lost_are_still_shown():
    found = threads([event(2, "reply", 1), event(3, "reply", 1), event(4, "resolve", 1)])
    assert [each.lost for each in found] == [True]
    assert [each.id for each in found[0].events] == [ulid(2), ulid(3)]


def test_a_reply_to_a_position_or_suggestion_is_no_thread_here():
    assert threads([event(1, "position"), event(2, "reply", 1), event(3, "resolve", 1)]) == ()


def test_replies_that_are_about_each_other_do_not_hang_the_program():
    found = threads([event(1, "reply", 2), event(2, "reply", 1), event(3, "reply", 3)])
    assert sum(len(thread.events) for thread in found) == 3


def test_who_took_part_or_was_called_in_has_the_thread_as_theirs():
    (found,) = threads([event(1, who="Gemeente Waterrijk", mention="Leverancier, B.V., it")])
    assert Listener("gemeente  waterrijk").is_mine(found)
    assert Listener("Ander", frozenset({"it"})).is_mine(found)
    assert not Listener("Ander").is_mine(found)
    assert not Listener("").is_mine(found)


def test_a_name_with_a_comma_can_be_called_in():
    value = mention_value(["Waterrijk, gemeente", "it", "it", " "])
    (found,) = threads([event(1, mention=value)])
    assert list(mentions(found.first)) == ["Waterrijk gemeente", "it"]
    assert Listener("Waterrijk, Gemeente").is_mine(found)


def test_what_was_not_seen_before_is_unread_also_when_it_is_older():
    (found,) = threads([event(1), event(2, "reply", 1), event(3, "reply", 1)])
    listener = Listener("A", seen={ulid(1), ulid(3)})
    assert [each.id for each in listener.unread(found)] == [ulid(2)]


def test_each_filter_leaves_out_what_is_not_wanted():
    open_, done = threads(
        [
            event(1, who="A", role="it"),
            event(2, "question", who="B", role="expert"),
            event(3, "resolve", 2, who="B"),
        ]
    )
    listener = Listener("A", seen={ulid(1)})
    for wanted, shown in (
        (Wanted(), [open_, done]),
        (Wanted(organisation="b"), [done]),
        (Wanted(role="it"), [open_]),
        (Wanted(is_open=True), [open_]),
        (Wanted(is_open=False), [done]),
        (Wanted(mine=True, listener=listener), [open_]),
        (Wanted(unread=True, listener=listener), [done]),
        (Wanted(organisation="A", is_open=False), []),
    ):
        assert [each for each in (open_, done) if wanted.shows(each)] == shown


anything = st.lists(
    st.builds(
        event,
        st.integers(0, 40),
        st.sampled_from(["comment", "question", "reply", "resolve", "reopen", "position"]),
        st.integers(0, 40),
    )
)


@given(anything)
def test_every_word_is_shown_once_whatever_comes_in(events):
    known = {each.id: each for each in events}
    shown = [each.id for thread in threads(known.values()) for each in thread.events]
    assert len(shown) == len(set(shown))
    begun = {each.id for each in known.values() if each.kind in ("comment", "question")}
    assert begun <= set(shown)
    replies = {each.id for each in known.values() if each.kind == "reply"}
    about_others = {
        each.id for each in known.values() if each.kind == "reply" and each.about in known
    }
    assert replies - about_others <= set(shown)


@given(anything, st.randoms(use_true_random=False))
def test_the_order_in_which_files_come_in_does_not_matter(events, chance):
    known = list({each.id: each for each in events}.values())
    mixed = list(known)
    chance.shuffle(mixed)
    assert threads(known) == threads(mixed)


def test_names_are_compared_without_capitals_blanks_and_commas():
    assert same_name(" Gemeente,  Waterrijk ") == same_name("gemeente waterrijk")
