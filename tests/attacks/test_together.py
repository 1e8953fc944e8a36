"""A municipality and a vendor with the real program, each at a computer of their own."""

from collections.abc import Callable

import pytest

from coauthor.cli import main
from coauthor.review.people import Member, Organisation
from coauthor.workspace.trust.listing import save_people
from coauthor.workspace.workspace import open_workspace
from tests.attacks.making import Somebody
from tests.workspace.sharing import TEXT, share

Run = Callable[..., str]


@pytest.fixture
def coauthor(capsys) -> Run:
    """Run the program as somebody does; gives all that it says."""

    def run(by: Somebody, *words: str, code: int = 0) -> str:
        with by.at_home():
            ended = main(list(words))
        said = "".join(capsys.readouterr())
        assert ended == code, said
        return said

    return run


@pytest.fixture
def people(tmp_path):
    made = [
        Somebody("Sanne", tmp_path / "thuis-sanne", "Gemeente Waterrijk", ("steward", "expert")),
        Somebody("Victor", tmp_path / "thuis-victor", "Bouwsoft", ("analyst",)),
    ]
    for each in made:
        each.home.mkdir()
    return made


def test_a_vendor_who_edits_the_file_sends_a_suggestion(people, coauthor, tmp_path):
    sanne, victor = people
    (writer,) = share(tmp_path, "sanne")
    root, place = writer.root, str(tmp_path / "plek.git")
    public = coauthor(victor, "key").splitlines()[0]
    with sanne.at_home():
        save_people(
            open_workspace(root),
            [
                Organisation("Gemeente Waterrijk", "municipality"),
                Organisation("Bouwsoft", "vendor"),
            ],
            [
                Member(sanne.key.public, "Gemeente Waterrijk", frozenset(sanne.roles)),
                Member(public, "Bouwsoft", frozenset(victor.roles)),
            ],
        )
    coauthor(sanne, "save", str(root), "-m", "Wie er meedoen")
    coauthor(sanne, "send", str(root))
    theirs = tmp_path / "victor"
    coauthor(victor, "join", place, str(theirs))
    assert "Bouwsoft" in coauthor(victor, "people", str(theirs))

    document = theirs / "documents/a.md"
    document.write_text(TEXT.replace("één biljet", "twee biljetten"), encoding="utf-8")
    coauthor(victor, "comment", str(document), "BEL-002", "Vier uur is kort.")
    coauthor(victor, "save", str(theirs), "-m", "Onze wensen")
    coauthor(victor, "send", str(theirs))

    said = coauthor(sanne, "receive", str(root), code=1)
    assert "Bouwsoft veranderde BEL-001" in said
    assert (root / "documents/a.md").read_text(encoding="utf-8") == TEXT
    assert "Vier uur is kort." in coauthor(sanne, "comments", str(root), code=1)
    assert "Bouwsoft" in coauthor(sanne, "suggestions", str(root), code=1)
    assert "alles klopt" in coauthor(sanne, "verify", str(root))
    coauthor(sanne, "send", str(root))

    coauthor(victor, "receive", str(theirs))
    assert document.read_text(encoding="utf-8") == TEXT
    assert "Bouwsoft" in coauthor(victor, "suggestions", str(theirs), code=1)
    assert "alles klopt" in coauthor(victor, "verify", place)
