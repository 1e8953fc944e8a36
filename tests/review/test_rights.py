"""Rights: who may do what, by role."""

import pytest

from coauthor.review.people import ROLES, Member, Organisation, People
from coauthor.review.rights import ACTS, MATRIX, VENDOR, fingerprint_of, may, member_of

ED25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"
OTHER = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"


def room(*members: Member) -> People:
    parties = (Organisation("Waterrijk", "municipality"), Organisation("Bouwsoft", "vendor"))
    return People(parties, members)


def member(*roles: str, organisation: str = "Waterrijk", key: str = ED25519) -> Member:
    return Member(key, organisation, frozenset(roles))


def test_where_nobody_is_listed_everybody_may_everything():
    assert all(may(room(), who, act) for act in ACTS for who in (None, "SHA256:x", member()))


def test_a_stranger_in_a_room_with_members_may_nothing_but_read():
    people = room(member("steward"))
    assert not any(may(people, who, act) for act in ACTS for who in (None, "", "SHA256:x"))


def test_every_role_has_its_rights_and_every_act_has_somebody():
    assert set(MATRIX) == set(ROLES)
    assert set().union(*MATRIX.values()) == set(ACTS)


@pytest.mark.parametrize("role", ROLES)
def test_nobody_of_a_vendor_writes_the_text_whatever_the_role(role):
    someone = member(role, organisation="Bouwsoft")
    people = room(someone)
    assert {act for act in ACTS if may(people, someone, act)} <= VENDOR


def test_who_writes_the_text_does_not_sign_it_nor_waive_a_lock():
    for role in ("expert", "steward", "it"):
        someone = member(role)
        assert may(room(someone), someone, "edit")
        assert not may(room(someone), someone, "sign")
        assert not may(room(someone), someone, "waive")
    assert not may(room(member("executive")), member("executive"), "edit")


def test_roles_add_up_and_an_unknown_role_gives_nothing():
    both = member("expert", "executive", "emperor")
    assert may(room(both), both, "edit")
    assert may(room(both), both, "sign")
    assert not may(room(both), member("emperor"), "comment")


def test_an_act_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        may(room(), None, "rule")


def test_somebody_is_found_by_the_fingerprint_of_the_key_whatever_comment_stands_behind_it():
    people = room(member("expert", key=f"{ED25519} fatma@laptop"), member("it", key=OTHER))
    assert member_of(people, fingerprint_of(ED25519)).roles == {"expert"}
    assert member_of(people, fingerprint_of(OTHER)).roles == {"it"}
    assert may(people, fingerprint_of(OTHER), "advise")


def test_of_a_key_that_is_listed_twice_the_first_counts():
    people = room(member("reader"), member("steward"))
    assert member_of(people, fingerprint_of(ED25519)).roles == {"reader"}


@pytest.mark.parametrize("broken", ["", "ssh-ed25519", "ssh-ed25519 ???", "ssh-ed25519 é"])
def test_what_is_no_key_is_nobody(broken):
    assert fingerprint_of(broken) == ""
    assert member_of(room(member("steward", key=broken)), "") is None


@pytest.mark.parametrize("spelling", ["bouwsoft", "BOUWSOFT ", "Bouw\uff53oft", " Bouwsoft"])
def test_a_vendor_stays_one_however_its_name_is_written_on_the_list(spelling):
    people = room(member("expert", "analyst", "steward", organisation=spelling))
    assert not may(people, people.members[0], "edit")
    assert may(people, people.members[0], "respond")
