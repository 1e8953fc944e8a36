"""What holds of every merge, whatever people wrote."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from coauthor.document.lines import split_lines
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Merge, Outcome
from tests.merge.clause_strategies import clause_threes
from tests.merge.strategies import edited, texts, threes

any_threes = st.one_of(threes(), clause_threes())


def count(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def swapped(name: str) -> str:
    return {"ours": "theirs", "theirs": "ours"}.get(name, name)


def shown(merge: Merge) -> str:
    asked = (Outcome.LOOK, Outcome.DECIDE)
    met = [each for each in merge.meetings if each.outcome in asked]
    return "\n".join(text for each in met for text in (each.base, each.ours, each.theirs))


@given(any_threes)
def test_where_one_side_did_nothing_the_other_stands_to_the_letter(three):
    base, ours, theirs = three
    assert merge_texts(base, ours, base).text == ours
    assert merge_texts(base, base, theirs).text == theirs
    assert merge_texts(base, ours, ours).text == ours


@given(any_threes)
def test_swapping_the_sides_swaps_names_only(three):
    base, ours, theirs = three
    one, other = merge_texts(base, ours, theirs), merge_texts(base, theirs, ours)
    said = Counter((m.outcome, m.reason, m.side, m.base, m.ours, m.theirs) for m in one.meetings)
    swap = Counter(
        (m.outcome, m.reason, swapped(m.side), m.base, m.theirs, m.ours) for m in other.meetings
    )
    assert said == swap
    if one.is_settled:
        assert one.text == other.text


@given(any_threes)
def test_merging_again_changes_nothing(three):
    base, ours, theirs = three
    merged = merge_texts(base, ours, theirs)
    if merged.is_settled:
        assert merge_texts(base, merged.text, merged.text).text == merged.text
        assert merge_texts(ours, merged.text, ours).text == merged.text


@given(any_threes)
def test_no_word_is_lost_that_no_side_removed_and_nothing_shows(three):
    base, ours, theirs = three
    merge = merge_texts(base, ours, theirs)
    before, mine, yours = count(base), count(ours), count(theirs)
    there = count(merge.text) + count(shown(merge))
    for word in mine | yours:
        added = max(mine[word] - before[word], yours[word] - before[word], 0)
        removed = max(before[word] - mine[word], 0) + max(before[word] - yours[word], 0)
        assert there[word] >= min(mine[word], yours[word]) or removed, word
        assert there[word] >= added, word


@given(any_threes)
def test_the_places_are_where_they_say(three):
    merge = merge_texts(*three)
    for meeting in merge.meetings:
        for text, span, whole in zip(
            (meeting.base, meeting.ours, meeting.theirs, meeting.merged),
            (meeting.base_span, meeting.ours_span, meeting.theirs_span, meeting.merged_span),
            (*three, merge.text),
            strict=True,
        ):
            lines = split_lines(whole)
            found = "".join(lines[span.start : span.end])
            assert found.rstrip("\r\n") == text.rstrip("\r\n")


@given(any_threes)
def test_what_is_asked_can_be_answered(three):
    merge = merge_texts(*three)
    for meeting in merge.meetings:
        if meeting.outcome in (Outcome.LOOK, Outcome.DECIDE):
            assert {"ours", "theirs"} <= {offer.name for offer in meeting.offers} or any(
                offer.text.split() == meeting.merged.split() for offer in meeting.offers
            )


@given(any_threes)
def test_a_decision_once_made_is_not_asked_again(three):
    first = merge_texts(*three)
    made = {each.key: each.offers[0].text for each in (*first.decisions, *first.looks)}
    again = merge_texts(*three, remembered=made.get)
    assert not again.decisions
    assert not again.looks


@given(texts, st.data())
@settings(max_examples=60)
def test_edits_in_different_blocks_all_come_through(base, data):
    parts = base.split("\n\n")
    half = len(parts) // 2
    first = "\n\n".join(parts[:half]) + "\n\n" if half else ""
    middle = "Wat niemand wijzigt staat in het midden.\n\n"
    last = "\n\n".join(parts[half:])
    ours = data.draw(edited(first)) + middle + last
    theirs = first + middle + data.draw(edited(last))
    merged = merge_texts(first + middle + last, ours, theirs)
    assert merged.is_settled
    assert not merged.looks
    assert merged.text == ours.removesuffix(last) + theirs.removeprefix(first + middle)
