"""Who may vote, close a round, and write what stays with a release."""

from dataclasses import replace

import pytest

from coauthor.review.event import Event, write_event
from coauthor.review.people import Member, Organisation, People
from coauthor.review.policy import Breach, Signer, breach_of
from coauthor.review.rights import acts_of
from coauthor.review.voting.rules import steward_names
from tests.review.voting.voices import ALFA, BIG, ROOM, STEWARD, position, said

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def signer(organisation: Organisation, *roles: str) -> Signer:
    member = Member(KEY, organisation.name, frozenset(roles))
    people = replace(ROOM, members=(member,))
    return Signer(member, organisation.party, acts_of(people, member))


def judged(who: Signer, event: Event) -> Breach | None:
    return breach_of(who, event.path, None, write_event(event).encode())


def test_a_vendor_may_take_a_position_and_nothing_more():
    vendor = signer(ALFA, "analyst", "steward")
    assert judged(vendor, position("Alfa BV", "object")) is None
    close = said("Alfa BV", "close-round", clause="")
    assert judged(vendor, close) == Breach("not-allowed", close.path, "release")
    kept = "positions/pve.toml"
    assert breach_of(vendor, kept, None, b"") == Breach("not-allowed", kept, "release")


def test_nobody_votes_for_another_organisation():
    event = position("Groot", "agree")
    assert judged(signer(ALFA, "analyst"), event) == Breach("event-voice", event.path)
    assert judged(signer(BIG, "expert"), event) is None


@pytest.mark.parametrize("kind", ["position", "sealed-position"])
def test_who_only_reads_or_advises_does_not_vote(kind: str):
    event = said("Groot", kind, stance="agree")
    for role in ("reader", "adviser"):
        assert judged(signer(BIG, role), event) == Breach("not-allowed", event.path, "vote")


def test_a_steward_closes_a_round_and_keeps_the_positions_of_a_release():
    steward = signer(STEWARD, "steward")
    assert judged(steward, said("Land", "close-round", clause="")) is None
    assert breach_of(steward, "positions/pve.toml", None, b"") is None


def test_a_vendor_never_answers_for_the_room_whatever_its_role():
    members = (Member(KEY, "Alfa BV", frozenset({"steward"})),)
    assert steward_names(People(ROOM.organisations, members), "Land") == {"land"}
