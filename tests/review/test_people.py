import pytest

from coauthor.errors import UserError
from coauthor.review.people import read_people

LISTED = '[[organisations]]\nname = "Gemeente"\n\n[[people]]\nkey = "ssh-ed25519 AAAA"\n'


def test_who_is_listed_is_in_the_room():
    people = read_people(LISTED + 'organisation = "Gemeente"\nroles = ["expert"]\nlater = 1\n')
    assert [each.name for each in people.organisations] == ["Gemeente"]
    assert [sorted(each.roles) for each in people.members] == [["expert"]]


@pytest.mark.parametrize(
    "text",
    [
        LISTED.replace("[[people]]", "[[person]]"),
        LISTED.replace("[[organisations]]", "[[organisation]]"),
        LISTED.replace("key =", "sleutel ="),
        LISTED.replace('"ssh-ed25519 AAAA"', '""'),
        LISTED.replace("[[people]]", "[people]"),
        'people = "iedereen"\n',
        "people = [1]\n",
        "[[people]\n",
    ],
)
def test_a_list_with_a_mistake_in_it_gives_nobody_rights_instead_of_everybody(text):
    with pytest.raises(UserError) as error:
        read_people(text)
    assert error.value.code == "people-broken"
    assert error.value.parameters["reason"]
