"""Who the person at this computer is in a room."""

import pytest

from coauthor.errors import UserError
from coauthor.history.trust.keys import own_key
from coauthor.workspace.events import acting, demand, voice_of
from coauthor.workspace.person import Person
from tests.workspace.sharing import share

PEOPLE = """
[[organisations]]
name = "Gemeente Waterrijk"
party = "municipality"

[[organisations]]
name = "Bouwsoft"
party = "vendor"

[[people]]
key = "{key}"
organisation = "Bouwsoft"
roles = ["analyst", "reader"]
"""


@pytest.fixture
def workspace(tmp_path):
    return share(tmp_path, "Fatma")[0].workspace


def test_where_nobody_is_listed_a_person_speaks_for_whom_they_say(workspace):
    voice = voice_of(workspace, Person("Fatma", "Gemeente Elders"))
    assert (voice.organisation, voice.role, voice.by) == ("Gemeente Elders", "", "")
    assert acting(workspace) is None
    demand(workspace, "waive")


def test_where_people_are_listed_the_key_says_for_whom(workspace):
    key = own_key()
    (workspace.root / "people.toml").write_text(PEOPLE.format(key=key.public), encoding="utf-8")
    voice = voice_of(workspace, Person("Fatma", "Gemeente Elders"))
    assert (voice.organisation, voice.party) == ("Bouwsoft", "vendor")
    assert (voice.role, voice.by) == ("analyst", key.fingerprint)
    demand(workspace, "suggest")
    with pytest.raises(UserError) as refused:
        demand(workspace, "edit")
    assert refused.value.code == "not-allowed"


def test_who_is_not_listed_may_nothing_where_others_are(workspace):
    other = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"
    (workspace.root / "people.toml").write_text(PEOPLE.format(key=other), encoding="utf-8")
    assert acting(workspace) is None
    with pytest.raises(UserError):
        demand(workspace, "comment")
