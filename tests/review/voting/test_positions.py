"""One organisation, one voice; the newest counts; objections are answered or withdrawn."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.errors import UserError
from coauthor.review.event import Event
from coauthor.review.people import Organisation, People
from coauthor.review.voting.positions import read_positions
from coauthor.review.voting.rules import voting_rules
from coauthor.review.voting.sealing import Secret
from tests.review.voting.voices import (
    ALFA,
    BETA,
    BIG,
    MIDDLE,
    NOW,
    ROOM,
    SMALL,
    STEWARD,
    THEN,
    UID,
    position,
    said,
    ulid,
)


def stances(*events: Event, people: People = ROOM) -> dict[str, str]:
    found = read_positions(events, people, STEWARD.name).of(UID)
    return {each.name: each.stance for each in found}


def test_the_newest_position_of_an_organisation_counts_whoever_wrote_it():
    first = position("Klein", "object")
    other = replace(position("Klein", "agree"), voice=replace(first.voice, by="SHA256:collega"))
    assert stances(first, other) == {"Klein": "agree"}
    assert stances(other, first) == {"Klein": "agree"}


def test_two_spellings_of_a_name_are_one_voice():
    assert stances(position("Klein", "agree"), position(" klein ", "live")) == {"Klein": "live"}


def test_an_objection_without_an_argument_is_none():
    event = replace(position("Klein", "object"), body="  ")
    assert stances(event) == {}


def test_what_is_taken_back_is_gone_and_brings_nothing_older_back():
    first, second = position("Klein", "object"), position("Klein", "agree")
    assert stances(first, second, position("Klein", "none")) == {}
    assert stances(first, second, said("Klein", "withdraw", about=second.id)) == {}
    assert stances(first, second, said("Klein", "withdraw", about=first.id)) == {"Klein": "agree"}


def test_nobody_takes_back_what_another_said():
    objection = position("Klein", "object")
    assert stances(objection, said("Groot", "withdraw", about=objection.id)) == {"Klein": "object"}


def test_who_is_not_listed_is_heard_and_has_no_place():
    (found,) = read_positions([position("Vreemd", "agree")], ROOM).of(UID)
    assert found.name == "Vreemd"
    assert found.organisation is None


def test_where_nobody_is_listed_an_event_says_its_own_party():
    event = position("Alfa BV", "agree")
    event = replace(event, voice=replace(event.voice, party="vendor"))
    (found,) = read_positions([event], People()).of(UID)
    assert found.organisation == ALFA
    listed = replace(event, voice=replace(event.voice, party="municipality"))
    (found,) = read_positions([listed], ROOM).of(UID)
    assert found.organisation == ALFA, "a vendor stays a vendor whatever its event says"


def test_only_the_stewards_side_answers_an_objection():
    objection = position("Klein", "object")
    by_another = said("Groot", "reply", about=objection.id, body="Onzin.")
    empty = said("Land", "reply", about=objection.id, body=" ")
    answer = said("Land", "reply", about=objection.id, body="We nemen het over.")
    (found,) = read_positions([objection, by_another, empty], ROOM, "Land").of(UID)
    assert found.answers == ()
    (found,) = read_positions([objection, by_another, empty, answer], ROOM, "Land").of(UID)
    assert found.answers == (answer,)


def test_the_text_changed_makes_a_position_stale():
    (found,) = read_positions([position("Klein", "agree", digest=THEN)], ROOM).of(UID)
    assert found.is_stale(NOW)
    assert not found.is_stale(THEN)


def test_a_clock_that_was_ahead_once_silences_nobody():
    ahead = replace(position("Klein", "object"), id=ulid(10**9))
    now = position("Klein", "agree", after=ahead.id)
    assert stances(ahead, position("Klein", "agree")) == {"Klein": "object"}
    assert stances(ahead, now) == {"Klein": "agree"}
    assert stances(now, ahead) == {"Klein": "agree"}
    later = position("Klein", "live", after=now.id)
    assert stances(later, ahead, now) == {"Klein": "live"}


def test_a_long_chain_of_changes_of_mind_is_read_to_its_end():
    chain = [position("Klein", "object")]
    for _ in range(3000):
        chain.append(position("Klein", "agree", after=chain[-1].id))
    turned = [replace(each, id=ulid(10**9 - place)) for place, each in enumerate(chain)]
    names = {each.id: new.id for each, new in zip(chain, turned, strict=True)}
    turned = [
        replace(each, values={**each.values, "after": names.get(each.values.get("after", ""), "")})
        for each in turned
    ]
    turned[-1] = replace(turned[-1], values={**turned[-1].values, "stance": "live"})
    assert stances(*chain) == {"Klein": "agree"}
    assert stances(*turned) == {"Klein": "live"}


def test_events_that_each_come_after_the_other_end_somewhere():
    one, two = position("Klein", "object"), position("Klein", "agree")
    circle = (
        replace(one, values={**one.values, "after": two.id}),
        replace(two, values={**two.values, "after": one.id}),
    )
    assert stances(*circle) == stances(*reversed(circle))


# -- blind -------------------------------------------------------------------------------


def sealed(secret: Secret) -> Event:
    return said(secret.organisation, "sealed-position", seal=secret.seal, text_digest=secret.digest)


def shown(secret: Secret, about: Event, stance: str = "") -> Event:
    return position(
        secret.organisation,
        stance or secret.stance,
        body=secret.argument,
        about=about.id,
        salt=secret.salt,
    )


KLEIN = Secret("Klein", "pve", UID, "object", NOW, "Te duur.", "zout")


def test_a_sealed_position_says_nothing_before_it_is_opened():
    (found,) = read_positions([sealed(KLEIN)], ROOM).of(UID)
    assert (found.stance, found.state, found.argument) == ("", "sealed", "")
    assert "object" not in repr(found)


def test_what_is_opened_counts_when_it_is_what_was_sealed():
    seal = sealed(KLEIN)
    assert stances(seal, shown(KLEIN, seal)) == {"Klein": "object"}


def test_a_vote_that_changed_after_it_was_sealed_shows_as_broken():
    seal = sealed(KLEIN)
    (found,) = read_positions([seal, shown(KLEIN, seal, "agree")], ROOM).of(UID)
    assert (found.stance, found.state) == ("", "broken")
    without = shown(KLEIN, replace(seal, id=ulid(10**9)))
    (found,) = read_positions([without], ROOM).of(UID)
    assert found.state == "broken"


def test_nobody_opens_an_earlier_seal_that_suits_better():
    first, other = sealed(KLEIN), replace(KLEIN, stance="agree", argument="", salt="peper")
    second = sealed(other)
    (found,) = read_positions([first, second, shown(KLEIN, first)], ROOM).of(UID)
    assert found.state == "sealed"
    assert stances(first, second, shown(KLEIN, first), shown(other, second)) == {"Klein": "agree"}


def test_a_seal_of_another_cannot_be_copied():
    copied = replace(sealed(KLEIN), voice=replace(sealed(KLEIN).voice, organisation="Groot"))
    opening = shown(replace(KLEIN, organisation="Groot"), copied)
    (found,) = read_positions([copied, opening], ROOM).of(UID)
    assert found.state == "broken"


def test_only_the_stewards_side_closes_a_round():
    by_another = said("Groot", "close-round", clause="")
    assert read_positions([by_another], ROOM, "Land").closed == {}
    close = said("Land", "close-round", clause="")
    assert read_positions([by_another, close], ROOM, "Land").closed == {"pve": close}


# -- settings ----------------------------------------------------------------------------


def test_the_rules_follow_from_who_is_in_the_room():
    rules = voting_rules(ROOM)
    assert (rules.quorum, rules.vendors, rules.candidate_bodies) == (3, 2, 2)
    assert voting_rules(People()).quorum == 0
    assert voting_rules(People((STEWARD,))).quorum == 0


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("quorum", -1),
        ("quorum", "drie"),
        ("quorum", True),
        ("vendor-vote", "altijd"),
        ("warn-class", 101),
        ("blind-round", 1),
    ],
)
def test_a_setting_that_does_not_fit_is_named(key: str, value: object):
    with pytest.raises(UserError, match="voting-setting") as raised:
        voting_rules(People(settings={key: value}))
    assert raised.value.parameters["key"] == key


def test_what_the_room_agreed_is_what_counts():
    rules = voting_rules(replace(ROOM, settings={"quorum": 5, "blind-round": True, "x": 1}))
    assert (rules.quorum, rules.blind) == (5, True)


# -- properties --------------------------------------------------------------------------

names = st.sampled_from([each.name for each in (BIG, SMALL, MIDDLE, ALFA, BETA)])


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Return events of a room, some about earlier ones, in the order of time."""
    made: list[Event] = []
    for _ in range(draw(st.integers(1, 12))):
        name = draw(names)
        if made and draw(st.booleans()):
            kind = draw(st.sampled_from(["reply", "withdraw"]))
            who = draw(st.sampled_from([name, STEWARD.name]))
            made.append(said(who, kind, about=draw(st.sampled_from(made)).id, body="Antwoord."))
        else:
            stance = draw(st.sampled_from(["agree", "live", "object", "none"]))
            after = (
                {"after": draw(st.sampled_from(made)).id} if made and draw(st.booleans()) else {}
            )
            made.append(position(name, stance, digest=draw(st.sampled_from([NOW, THEN])), **after))
    return made


@given(histories(), st.randoms(use_true_random=False))
def test_positions_do_not_depend_on_the_order_in_which_events_arrive(events, random):
    arrived = list(events)
    random.shuffle(arrived)
    assert read_positions(arrived, ROOM, "Land") == read_positions(events, ROOM, "Land")


@given(histories())
def test_an_organisation_has_at_most_one_position_on_a_clause(events):
    found = read_positions(events, ROOM, "Land").of(UID)
    assert len({each.name for each in found}) == len(found)


@given(histories(), st.lists(st.tuples(st.sampled_from(["Alfa BV", "Beta BV"]), names)))
def test_nothing_a_vendor_says_changes_what_a_municipality_said(events, more):
    spam = [position(vendor, "object") for vendor, _ in more]
    spam += [said(vendor, "withdraw", about=each.id) for vendor, _ in more for each in events]
    spam += [
        said(vendor, "reply", about=each.id, body="x") for vendor, _ in more for each in events
    ]

    def bodies(heard: list[Event]) -> list[object]:
        found = read_positions(heard, ROOM, "Land").of(UID)
        return [each for each in found if each.name not in ("Alfa BV", "Beta BV")]

    assert bodies([*events, *spam]) == bodies(events)


def test_an_organisation_without_a_name_says_nothing():
    assert read_positions([position("  ", "agree")], People((Organisation("X"),))).of(UID) == ()
