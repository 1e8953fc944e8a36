"""A good clause travels up: proposed, decided on, and back with the next release."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.clauses import with_attribute_set, with_body
from coauthor.document.model import Clause, Document
from coauthor.errors import UserError
from coauthor.lineage.items import Happening
from coauthor.lineage.proposals import lay
from coauthor.lineage.status import Lineage
from coauthor.workspace.creating import derive_workspace, new_workspace
from coauthor.workspace.opening import Desk, open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.records import records
from coauthor.workspace.reporting import judge
from coauthor.workspace.session import Session
from coauthor.workspace.standards import find_source
from coauthor.workspace.upgrading.adopting import adopt, reject
from coauthor.workspace.upgrading.proposing import (
    Listed,
    find_proposal,
    from_record,
    proposals,
    propose,
    remember_outcomes,
    send_waiting,
    to_record,
)
from coauthor.workspace.upgrading.upgrading import apply_upgrade, plan
from coauthor.workspace.versions import release
from coauthor.workspace.workspace import Workspace, open_workspace

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FATMA = Person("Fatma Öztürk", "Gemeente Waterrijk")
STEWARD = Person("Bea Heer", "Land")
A, B = "a000000000", "b000000000"
TEXT = """# Norm

<!-- clause a000000000 N-001 kind=eis -->

Het systeem {{hoe: snel}} antwoordt.

Het is mooi.

<!-- clause c000000000 N-002 kind=eis -->

Het systeem is veilig.
"""


@pytest.fixture
def standard(tmp_path: Path) -> Workspace:
    made = new_workspace(
        tmp_path / "land", "standard", "Land", "Norm", author=STEWARD.author, when=WHEN, message="x"
    )
    made.file(made.settings.documents[0]).write_text(TEXT, "utf-8")
    release(made, "1.0", STEWARD.author, WHEN, "1.0")
    return open_workspace(made.root)


@pytest.fixture
def town(standard: Workspace, tmp_path: Path) -> Workspace:
    return derive(standard, tmp_path / "stad", "Stad")


def derive(standard: Workspace, root: Path, organisation: str) -> Workspace:
    return derive_workspace(
        find_source(str(standard.root)),
        "1.0",
        root,
        organisation,
        author=FATMA.author,
        when=WHEN,
        message="x",
    )


def write(workspace: Workspace, before: str, after: str) -> Document:
    entry = workspace.settings.documents[0]
    path = workspace.file(entry)
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    return workspace.read(entry)


def offer(workspace: Workspace, document: Document, uid: str, **said: str) -> Listed:
    entry = workspace.settings.documents[0]
    given = {"argument": "Het helpt.", **said}
    return propose(workspace, entry, document, uid, FATMA, when=WHEN, message="Voorstel", **given)


class Steward:
    """A steward with the standard open."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.desk: Desk = sit_down(workspace, STEWARD, WHEN)
        self.opened = open_document(self.desk, workspace.settings.documents[0], outside_message="x")

    @property
    def session(self) -> Session:
        return self.opened.session

    def leave(self) -> None:
        assert self.opened.keeper
        self.opened.keeper.close()
        self.desk.leave()


def test_a_proposal_is_one_new_file_and_a_version_and_nothing_else(
    standard: Workspace, town: Workspace
) -> None:
    document = write(town, "antwoordt.", "antwoordt netjes.")
    before = {p for p in standard.root.rglob("*") if ".git" not in p.parts and p.is_file()}
    listed = offer(town, document, A, impact="Klein.")
    after = {p for p in standard.root.rglob("*") if ".git" not in p.parts and p.is_file()}
    assert {path.name for path in after - before} == {f"{listed.proposal.id}.toml"}
    last = standard.repository.last()
    assert last
    assert (last.message, last.author) == ("Voorstel", "Fatma Öztürk")
    assert standard.repository.changed_paths() == [] or all(
        "proposals" in path for path in standard.repository.changed_paths()
    )
    (seen,) = proposals(standard)
    assert (seen.proposal.uid, seen.proposal.organisation, seen.state) == (A, "Stad", "open")
    assert [each.state for each in proposals(town)] == ["open"]


def test_our_filling_and_our_reason_stay_at_home(town: Workspace) -> None:
    document = write(
        town,
        "<!-- clause a000000000 N-001 kind=eis -->\n\nHet systeem {{hoe: snel}} antwoordt.",
        "<!-- clause a000000000 N-001 kind=eis reason=law -->\n\n"
        "Het systeem {{hoe: in 2 dagen}} antwoordt netjes.",
    )
    proposed = offer(town, document, A).proposal.proposed
    assert "{{hoe: snel}} antwoordt netjes." in proposed
    assert "reason=law" not in proposed


def test_what_only_fills_in_is_nothing_to_propose(town: Workspace) -> None:
    document = write(town, "{{hoe: snel}}", "{{hoe: in 2 dagen}}")
    with pytest.raises(UserError, match="nothing-to-propose"):
        offer(town, document, A)
    with pytest.raises(UserError, match="argument-missing"):
        offer(town, write(town, "veilig", "erg veilig"), "c000000000", argument=" ")


def test_an_adopted_change_comes_back_as_standard_with_the_next_release(
    standard: Workspace, town: Workspace
) -> None:
    listed = offer(town, write(town, "antwoordt.", "antwoordt netjes."), A)
    steward = Steward(standard)
    adopt(standard, steward.session, [listed.proposal], STEWARD, WHEN)
    assert steward.session.undo_name == "adopt"
    steward.session.undo()
    assert proposals(standard)[0].state == "open"
    steward.session.redo()
    steward.leave()
    (decision,) = [values for _, values in records(standard.root, "proposal-decision")]
    assert (decision["state"], decision["organisation"]) == ("adopted", "Stad")
    assert proposals(town)[0].state == "adopted"
    release(open_workspace(standard.root), "2.0", STEWARD.author, WHEN, "2.0")
    planned = plan(town, FATMA, WHEN)
    (item,) = planned.documents[0].plan.items
    assert item.why == "same-now"
    after = apply_upgrade(town, planned)
    counts = judge(after, after.settings.documents[0]).counts
    assert counts == {Lineage.VERBATIM: 2}


def test_a_new_clause_keeps_its_identity_and_gets_the_standards_code(
    standard: Workspace, town: Workspace
) -> None:
    own = "<!-- clause b000000000 N-101 kind=wens -->\n\nEen eigen wens.\n\n<!-- clause c000000000"
    listed = offer(town, write(town, "<!-- clause c000000000", own), B)
    assert listed.proposal.is_new
    steward = Steward(standard)
    adopt(standard, steward.session, [listed.proposal], STEWARD, WHEN)
    adopted = steward.session.document.clause(B)
    assert adopted
    assert adopted.code == "N-003"
    uids = [block.uid for block in steward.session.document.blocks if isinstance(block, Clause)]
    assert uids == [A, B, "c000000000"]
    steward.leave()
    release(open_workspace(standard.root), "1.1", STEWARD.author, WHEN, "1.1")
    planned = plan(town, FATMA, WHEN)
    (item,) = planned.documents[0].plan.items
    assert (item.happened, item.why, item.detail) == (Happening.ADOPTED, "adopted-code", "N-101")
    after = apply_upgrade(town, planned)
    assert judge(after, after.settings.documents[0]).counts == {Lineage.VERBATIM: 3}


def test_a_rejection_has_a_reason_that_the_proposer_sees(
    standard: Workspace, town: Workspace
) -> None:
    listed = offer(town, write(town, "antwoordt.", "antwoordt netjes."), A)
    with pytest.raises(UserError, match="reason-missing"):
        reject(standard, listed.proposal, STEWARD, WHEN, " ")
    reject(standard, listed.proposal, STEWARD, WHEN, "Te vaag.")
    (seen,) = proposals(town)
    assert (seen.state, seen.reason, seen.decided_by) == ("rejected", "Te vaag.", "Bea Heer")
    assert remember_outcomes(town) == 1
    assert remember_outcomes(town) == 0
    steward = Steward(standard)
    with pytest.raises(UserError, match="proposal-decided"):
        adopt(standard, steward.session, [listed.proposal], STEWARD, WHEN)
    steward.leave()
    standard.root.rename(standard.root.with_name("weg"))
    assert [each.state for each in proposals(town)] == ["rejected"]


def test_two_proposals_apart_become_one_text_and_a_clash_is_the_stewards(
    standard: Workspace, town: Workspace, tmp_path: Path
) -> None:
    other = derive(standard, tmp_path / "dorp", "Dorp")
    first = offer(town, write(town, "antwoordt.", "antwoordt netjes."), A).proposal
    second = offer(other, write(other, "mooi", "heel mooi"), A).proposal
    steward = Steward(standard)
    adopt(standard, steward.session, [first, second], STEWARD, WHEN)
    adopted = steward.session.document.clause(A)
    assert adopted
    assert adopted.body == "Het systeem {{hoe: snel}} antwoordt netjes.\n\nHet is heel mooi."
    assert [each.state for each in proposals(standard)] == ["adopted", "adopted"]
    third = replace(first, id="x", proposed=first.proposed.replace("netjes", "boos"))
    assert lay([third], adopted).clashes
    with pytest.raises(UserError, match="proposal-clashes"):
        adopt(standard, steward.session, [third], STEWARD, WHEN)
    written = with_body(adopted, "Het systeem antwoordt beleefd.")
    adopt(standard, steward.session, [third], STEWARD, WHEN, clause=written)
    assert steward.session.document.clause(A) == written
    steward.leave()


def test_a_proposal_against_an_older_text_is_laid_over_the_present_one(
    standard: Workspace, town: Workspace
) -> None:
    proposal = offer(town, write(town, "antwoordt.", "antwoordt netjes."), A).proposal
    steward = Steward(standard)
    place = steward.session.document.positions[A]
    present = steward.session.document.clause(A)
    assert present
    steward.session.edit_body(place, present.body.replace("mooi", "prachtig"))
    steward.session.set_attribute(place, "priority", "must")
    adopt(standard, steward.session, [proposal], STEWARD, WHEN)
    adopted = steward.session.document.clause(A)
    assert adopted
    assert adopted.body == "Het systeem {{hoe: snel}} antwoordt netjes.\n\nHet is prachtig."
    assert adopted == with_attribute_set(adopted, "priority", "must")
    steward.leave()


def test_a_standard_that_cannot_be_reached_gets_it_later(
    standard: Workspace, town: Workspace, tmp_path: Path
) -> None:
    away = tmp_path / "weg"
    standard.root.rename(away)
    listed = offer(town, write(town, "antwoordt.", "antwoordt netjes."), A)
    assert listed.state == "unsent"
    assert [each.state for each in proposals(town)] == ["unsent"]
    assert find_proposal(town, listed.proposal.id[:26]).proposal == listed.proposal
    assert send_waiting(town, FATMA, WHEN, "Voorstel") == 0
    away.rename(standard.root)
    assert send_waiting(town, FATMA, WHEN, "Voorstel") == 1
    assert [each.state for each in proposals(standard)] == ["open"]


def test_a_record_gives_the_proposal_back(town: Workspace) -> None:
    proposal = offer(
        town,
        write(town, "antwoordt.", "antwoordt '''netjes'''\n\tof zo."),
        A,
        argument="Regel één\n\nregel twee",
    ).proposal
    proposal = replace(proposal, supporters=("Dorp", "Buurt"))
    values = tomllib.loads(to_record(proposal).decode())
    assert from_record(proposal.id, values) == proposal


def test_a_record_that_is_no_proposal_is_passed_over(standard: Workspace, town: Workspace) -> None:
    good = offer(town, write(town, "antwoordt.", "antwoordt netjes."), A).proposal
    folder = standard.root / "proposals"
    for number, damaged in enumerate(
        (
            replace(good, proposed="geen bepaling"),
            replace(good, uid="d000000000"),
            replace(good, proposed=good.proposed * 2),
        )
    ):
        (folder / f"0{number}.toml").write_bytes(to_record(damaged))
    (folder / "03.toml").write_text("geen = toml = hier", "utf-8")
    assert [each.proposal for each in proposals(standard)] == [good]
