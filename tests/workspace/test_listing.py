"""Writing down who is in the room."""

import pytest

from coauthor.errors import UserError
from coauthor.history.trust.keys import own_key
from coauthor.review.people import FILE, Member, Organisation, read_people
from coauthor.workspace.events import demand, people_of
from coauthor.workspace.trust.listing import save_people
from tests.workspace.sharing import share

OTHER = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"
WATERRIJK = Organisation("Gemeente Waterrijk", "municipality", "25k-50k")
BOUWSOFT = Organisation("Bouwsoft", "vendor")


@pytest.fixture
def workspace(tmp_path):
    return share(tmp_path, "Fatma")[0].workspace


def steward() -> Member:
    return Member(own_key().public, WATERRIJK.name, frozenset({"steward"}))


def test_who_is_listed_is_read_back(workspace):
    vendor = Member(f"{OTHER} victor@laptop", BOUWSOFT.name, frozenset({"analyst", "reader"}))
    save_people(workspace, [WATERRIJK, BOUWSOFT], [steward(), vendor])
    people = people_of(workspace)
    assert people.organisations == (WATERRIJK, BOUWSOFT)
    assert people.members == (
        steward(),
        Member(OTHER, "Bouwsoft", frozenset({"analyst", "reader"})),
    )
    assert "victor" not in (workspace.root / FILE).read_text(encoding="utf-8")  # no name of anybody


def test_what_else_stands_in_the_file_stays(workspace):
    (workspace.root / FILE).write_text(
        "# van de werkgroep\nformat = 1\n\n[settings]\nquorum = 3\n\n"
        f'[[people]]\nkey = "{own_key().public}"\norganisation = "Gemeente Waterrijk"\n'
        'roles = ["steward"]\nsince = "2026"\n',
        encoding="utf-8",
    )
    save_people(workspace, [WATERRIJK], [steward()])
    text = (workspace.root / FILE).read_text(encoding="utf-8")
    assert "# van de werkgroep" in text
    assert 'since = "2026"' in text
    assert read_people(text).settings == {"quorum": 3}


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ([Member(OTHER, "Bouwsoft", frozenset({"steward"}))], "no-steward"),  # a vendor is none
        ([Member(OTHER, WATERRIJK.name, frozenset({"expert"}))], "no-steward"),
        ([Member("ssh-rsa AAAA", WATERRIJK.name, frozenset({"steward"}))], "key-not-public"),
        ([Member("geen sleutel", WATERRIJK.name, frozenset({"steward"}))], "key-not-public"),
        ([Member(OTHER, WATERRIJK.name, frozenset({"steward"}))] * 2, "key-listed"),
    ],
)
def test_a_list_with_which_nobody_can_go_on_is_refused(workspace, members, code):
    with pytest.raises(UserError) as refused:
        save_people(workspace, [WATERRIJK, BOUWSOFT], members)
    assert refused.value.code == code
    assert not (workspace.root / FILE).exists()


def test_only_a_steward_changes_the_list(workspace):
    expert = Member(own_key().public, WATERRIJK.name, frozenset({"expert"}))
    other = Member(OTHER, WATERRIJK.name, frozenset({"steward"}))
    save_people(workspace, [WATERRIJK], [expert, other])
    demand(workspace, "edit")
    with pytest.raises(UserError) as refused:
        save_people(workspace, [WATERRIJK], [steward()])
    assert refused.value.code == "not-allowed"
    assert people_of(workspace).members == (expert, other)


def test_a_list_once_made_is_not_emptied(workspace):
    save_people(workspace, [WATERRIJK], [steward()])
    with pytest.raises(UserError):
        save_people(workspace, [WATERRIJK], [])
