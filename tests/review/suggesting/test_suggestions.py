"""Suggestions: changes that are numbered, taken or left one by one, and carried over."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coauthor.review.event import Event, Voice, read_event, write_event
from coauthor.review.suggesting.carrying import carry, places
from coauthor.review.suggesting.hunks import hunks_between, with_hunks
from coauthor.review.suggesting.suggestions import State, Suggestion, on_clause, suggestions

VENDOR = Voice("Belastingsoft B.V.", "vendor")
TOWN = Voice("Gemeente Waterrijk", "municipality")
UID = "7k2m9qxf4t"
BASE = "Het systeem toont binnen 2 seconden de aanslag. De inwoner krijgt een bericht."
OFFER = "Het systeem toont binnen 5 seconden de aanslag. De inwoner krijgt een melding."

words = st.sampled_from(
    ["het", "systeem", "toont", "2", "seconden", "aanslag", ",", ".", "{{termijn:", "3}}", "zo'n"]
)
blanks = st.sampled_from([" ", " ", " ", "\n", "\n\n", "  ", "\r\n"])
texts = st.lists(st.tuples(words, blanks)).map(lambda each: "".join(w + b for w, b in each))
anything = st.one_of(texts, st.text(max_size=40))


def name(number: int) -> str:
    """Return an identifier that sorts by number."""
    return f"{number:026d}"


def suggested(base: str = BASE, text: str = OFFER, *, number: int = 1, **values: str) -> Event:
    """Return the event of a suggestion."""
    named = {key.replace("_", "-"): value for key, value in values.items()}
    said = {"change": "edit", "base": base, "text": text, **named}
    return Event(name(number), "suggestion", "bel", UID, VENDOR, "", "", "Beter haalbaar.", said)


def answer(kind: str, hunks: str = "", *, number: int = 9, voice: Voice = TOWN) -> Event:
    """Return an event that accepts or rejects."""
    values = {"hunks": hunks}
    return Event(name(number), kind, "bel", UID, voice, "", name(1), "", values)


def one(*events: Event) -> Suggestion:
    """Return the only suggestion of some events."""
    (found,) = suggestions(events)
    return found


def test_a_suggestion_is_numbered_by_words() -> None:
    offered = one(suggested())
    assert [(each.number, each.removed, each.added) for each in offered.hunks] == [
        (1, "2 ", "5 "),
        (2, "bericht", "melding"),
    ]
    assert offered.open == (1, 2)


def test_title_and_body_are_numbered_through() -> None:
    offered = one(suggested(title="Nieuwe naam", base_title="Oude naam"))
    assert [(each.number, each.part) for each in offered.hunks] == [
        (1, "title"),
        (2, "body"),
        (3, "body"),
    ]
    assert offered.title_with([1]) == "Nieuwe naam"
    assert offered.body_with([2]) == BASE.replace("2", "5")


def test_each_change_has_its_own_state() -> None:
    offered = one(suggested(), answer("accept", "1"))
    assert offered.states == {1: State.ACCEPTED, 2: State.OPEN}
    assert offered.state is State.OPEN
    decided = one(suggested(), answer("accept", "1"), answer("reject", "2", number=10))
    assert decided.state is State.PARTLY
    assert one(suggested(), answer("accept")).state is State.ACCEPTED
    assert one(suggested(), answer("reject")).state is State.REJECTED


def test_a_rejection_that_crosses_an_acceptance_changes_nothing() -> None:
    crossed = [suggested(), answer("accept", "1"), answer("reject", number=10)]
    for events in (crossed, crossed[::-1]):
        assert one(*events).states == {1: State.ACCEPTED, 2: State.REJECTED}


def test_what_was_rejected_can_be_accepted_later() -> None:
    offered = one(suggested(), answer("reject"), answer("accept", "2", number=10))
    assert offered.states == {1: State.REJECTED, 2: State.ACCEPTED}


def test_only_the_own_organisation_withdraws() -> None:
    assert one(suggested(), answer("withdraw")).state is State.OPEN
    withdrawn = one(suggested(), answer("withdraw", voice=VENDOR))
    assert (withdrawn.state, withdrawn.open) == (State.WITHDRAWN, ())


def test_a_decision_of_who_may_not_decide_is_passed_over() -> None:
    events = [suggested(), answer("accept", voice=VENDOR)]
    (found,) = suggestions(events, lambda event: event.voice.party != "vendor")
    assert found.state is State.OPEN


def test_a_decision_elsewhere_or_of_nonsense_decides_nothing() -> None:
    other = replace(answer("accept"), clause="0000000000")
    assert one(suggested(), other, answer("accept", "7, x, ²")).open == (1, 2)


def test_competing_suggestions_stand_side_by_side() -> None:
    second = suggested(text="Iets anders.", number=2)
    behind = suggested("", "Nieuw.", number=3, change="add", after=UID)
    behind = replace(behind, clause="1111111111")
    found = suggestions([behind, second, suggested()])
    assert [each.id for each in on_clause(found, UID)] == [name(1), name(2), name(3)]
    done = suggestions([second, suggested(), answer("accept")])
    assert [each.id for each in on_clause(done, UID)] == [name(2)]


def test_a_new_clause_and_a_clause_that_goes_are_one_change_each() -> None:
    assert len(one(suggested("", "Nieuw.\n\nMeer.", change="add")).hunks) == 1
    gone = one(suggested(BASE, "", change="remove"))
    assert (gone.hunks[0].removed, gone.hunks[0].added) == (BASE, "")


def test_a_suggestion_survives_its_file_to_the_letter() -> None:
    event = suggested(' Regel een.\r\n\r\n- „lijst”: \\ "x" \n', "\t# geen kop\n---\n")
    back = read_event(event.path, write_event(event))
    assert back is not None
    assert one(back).base == event.values["base"]
    assert one(back).text == event.values["text"]


@given(anything, anything)
@example("", " ")
@example("a  b\nc", "a b c")
@settings(max_examples=300)
def test_all_changes_make_the_offer_and_none_the_original(before: str, after: str) -> None:
    hunks = hunks_between(before, after, "body")
    numbers = [each.number for each in hunks]
    assert with_hunks(before, hunks, numbers) == after
    assert with_hunks(before, hunks, ()) == before
    ends = [0, *(each.end for each in hunks)]
    assert all(each.start >= end for each, end in zip(hunks, ends, strict=False))
    assert all(before[each.start : each.end] == each.removed for each in hunks)


@given(texts, texts, st.data())
def test_accepting_some_changes_in_any_order_gives_the_same_text(
    before: str, after: str, data: st.DataObject
) -> None:
    offered = one(suggested(before, after))
    numbers = [each.number for each in offered.hunks]
    chosen = data.draw(st.lists(st.sampled_from(numbers), unique=True) if numbers else st.just([]))
    wanted = offered.body_with(chosen)
    body = before
    events = [suggested(before, after)]
    for step, number in enumerate(data.draw(st.permutations(chosen))):
        body = carry(one(*events), "", body, [number]).body
        events.append(answer("accept", str(number), number=10 + step))
        again = carry(one(*events), "", body, [number])
        assert again.body == body, "accepting twice changes nothing"
    assert body == wanted
    if len(chosen) == len(numbers):
        assert body == after


@given(texts, texts, texts)
def test_no_word_is_lost_when_the_clause_changed_meanwhile(
    before: str, after: str, now: str
) -> None:
    offered = one(suggested(before, after))
    laid = carry(offered, "", now, offered.open)
    shown = [laid.body, *(text for each in laid.collisions for text in (each.stands, each.offered))]
    there = {word for text in shown for word in text.split()}
    came = set(now.split()) - set(before.split())
    came |= set(after.split()) - set(before.split())
    gone = {word for word in before.split() if word not in after.split() or word not in now.split()}
    assert came - gone <= there


SENTENCES = st.lists(st.sampled_from(["Dit blijft zo.", "Dat kan beter.", "Zie bijlage."]))


@given(texts, texts, SENTENCES, SENTENCES, st.data())
def test_an_edit_elsewhere_does_not_change_what_is_accepted(
    before: str, after: str, above: list[str], below: list[str], data: st.DataObject
) -> None:
    """Paragraphs that come above and below meanwhile leave the changes as they were."""
    offered = one(suggested(f"Begin.\n\n{before}\n\nEind.", f"Begin.\n\n{after}\n\nEind."))
    head, tail = "\n\n".join(["Eerst.", *above]), "\n\n".join(["Laatst.", *below])
    chosen = data.draw(st.sets(st.sampled_from(offered.open)) if offered.open else st.just(set()))
    now = f"{head}\n\nBegin.\n\n{before}\n\nEind.\n\n{tail}"
    laid = carry(offered, "", now, chosen)
    if not laid.collisions:
        assert laid.body.split() == [
            *head.split(),
            *offered.body_with(chosen).split(),
            *tail.split(),
        ]


def test_a_change_is_carried_over_to_a_text_that_changed_elsewhere() -> None:
    now = "Het systeem toont binnen 2 seconden de aanslag. De inwoner krijgt dan een bericht."
    offered = one(suggested())
    laid = carry(offered, "", now, [1])
    assert laid.body == now.replace("2", "5")
    assert not laid.collisions
    first, second = places(offered, "", now)
    (start, end, added), *rest = first.edits
    assert (now[start:end], added, rest) == ("2 ", "5 ", [])
    assert second.near, "in the sentence that changed it deserves a look"


def test_where_the_same_words_changed_it_says_so_and_keeps_what_stands() -> None:
    now = BASE.replace("2 seconden", "3 seconden")
    offered = one(suggested())
    laid = carry(offered, "", now, [1, 2])
    assert "3 seconden" in laid.body
    assert [(each.stands.strip(), "5 seconden" in each.offered) for each in laid.collisions] == [
        (now, True)
    ]
    assert laid.body.endswith("een melding."), "the change that does not collide is made"
    preferred = carry(offered, "", now, [1, 2], prefer=True)
    assert preferred.body == OFFER
    assert not preferred.collisions
    edited = now.replace("krijgt", "krijgt altijd")
    assert carry(offered, "", edited, [1], prefer=True).body == edited.replace("3", "5")


def test_a_change_that_somebody_made_already_is_told() -> None:
    first, _second = places(one(suggested()), "", BASE.replace("2", "5"))
    assert first.present


def test_a_sentence_that_comes_is_shown_from_its_first_word_to_its_stop() -> None:
    here, there = "Het systeem toont de aanslag.", "De inwoner krijgt een bericht."
    more = f"Altijd. {here} Ook op zondag. {there} Dat is alles."
    hunks = one(suggested(f"{here} {there}", more)).hunks
    assert [each.added.strip() for each in hunks] == ["Altijd.", "Ook op zondag.", "Dat is alles."]
    (gone,) = one(suggested(f"{here} {there}", here)).hunks
    assert gone.removed.strip() == there


keys = st.sampled_from(["change", "title", "text", "base-title", "base", "after", "hunks", "was"])
said = ["add", "edit", "remove", "1", "1,2", "0", "9" * 5000]
values = st.one_of(st.sampled_from(said), anything)
kinds = st.sampled_from(["suggestion", "accept", "reject", "reopen", "withdraw", "comment"])


@given(
    st.lists(st.tuples(kinds, st.integers(1, 5), st.dictionaries(keys, values)), max_size=8), texts
)
def test_whatever_stands_in_events_of_others_is_no_trouble(
    drawn: list[tuple[str, int, dict[str, str]]], now: str
) -> None:
    events = [
        Event(name(number), kind, "bel", UID, VENDOR, "", name(about), "", said)
        for number, (kind, about, said) in enumerate(drawn, 1)
    ]
    for each in suggestions(events):
        assert each.state in State
        assert not each.open or each.is_open
        assert set(each.open) | set(each.accepted) <= set(each.states)
        for placed in places(each, "Titel", now):
            assert placed.number in each.open


def test_what_offers_nothing_waits_for_nobody() -> None:
    assert on_clause(suggestions([suggested(BASE, BASE)]), UID) == ()
