"""Two colleagues who each compared the same old list with the standard come together."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.document.model import Clause
from coauthor.document.reading import read_document
from coauthor.language import Catalogue
from coauthor.workspace.matching.accepting import accept_in
from coauthor.workspace.person import Person
from tests.workspace.sharing import Writer, now, share_existing
from tests.workspace.test_matching import sheet
from tests.workspace.test_matching_in import STANDARD, rows_of_old_text

NL = Catalogue("nl")


@pytest.fixture
def together(tmp_path: Path) -> list[Writer]:
    """Anna and Bas share an old list beside the standard, of which nothing was accepted yet."""
    root = tmp_path / "Anna"
    main(["new", str(root), "--kind", "local", "--organisation", "Ons Dorp"])
    sheet(tmp_path / "oud.xlsx", rows_of_old_text()[0])
    arguments = ("import", tmp_path / "oud.xlsx", "--into", root, "--match", "belastingen@1.0")
    assert main([str(each) for each in arguments]) == 0
    return share_existing(tmp_path / "plek.git", root, "Anna", "Bas")


def accepts(writer: Writer, numbers: Mapping[str, Clause]) -> None:
    """Accept by the number of the old clause which clause of the standard it is."""
    workspace = writer.workspace
    entry = workspace.entry("oud")
    uids = {each.code: each.uid for each in workspace.read(entry).clauses}
    accept_in(
        workspace,
        entry,
        {uids[number]: clause.uid for number, clause in numbers.items()},
        person=Person(writer.name),
        when=now(),
        message="Overgenomen",
        text=NL,
    )


def clauses(writer: Writer) -> dict[str, Clause]:
    return {each.uid: each for each in read_document(writer.read("oud")).clauses}


def test_what_both_accepted_is_there_once_and_what_each_wrote_stays(
    together: list[Writer],
) -> None:
    anna, bas = together
    _, free, locked = rows_of_old_text()
    accepts(anna, {"E1": free[0], "E2": free[1], "E4": locked})
    anna.send()
    accepts(bas, {"E1": free[0], "E3": free[2]})
    bas.change("waterschap.", "waterschap en de provincie.", "oud")
    bas.save()
    assert not bas.receive().to_decide
    found = clauses(bas)
    assert len(found) == 5
    assert {free[0].uid, free[1].uid, free[2].uid, locked.uid} < set(found)
    assert "waterschap en de provincie." in found[free[1].uid].body
    assert found[free[1].uid].marker.get("formerly") == "E2"
    assert bas.send()
    anna.receive()
    assert anna.read("oud") == bas.read("oud")


@pytest.mark.parametrize("first", ["Anna", "Bas"])
def test_what_was_written_on_a_clause_that_became_a_locked_one_is_asked(
    first: str, together: list[Writer]
) -> None:
    anna, bas = together
    _, _, locked = rows_of_old_text()
    accepts(anna, {"E4": locked})
    bas.change("Behalve op zondag.", "Behalve op zaterdag.", "oud")
    bas.save()
    one, other = (anna, bas) if first == "Anna" else (bas, anna)
    one.send()
    (question,) = other.receive().to_decide
    texts = [each.text for each in question.meeting.offers]
    assert any("Behalve op zaterdag." in each for each in texts)
    other.decide("ours" if other is anna else "theirs")
    assert clauses(other)[locked.uid].body.strip() == STANDARD.clause(locked.uid).body.strip()
