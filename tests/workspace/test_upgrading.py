"""Going to another release: document, snapshot and settings go together, there and back."""

import os
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.lineage.items import Happening, Item, Offer, Outcome
from coauthor.workspace.creating import derive_workspace, make_example, new_workspace
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.person import Person
from coauthor.workspace.standards import WorkspaceStandard, find_source
from coauthor.workspace.upgrading.questions import (
    Reason,
    _item,
    _table,
    answer_question,
    open_questions,
)
from coauthor.workspace.upgrading.upgrading import apply_upgrade, plan, upgrade_session
from coauthor.workspace.versions import release, save_version
from coauthor.workspace.workspace import Workspace, open_workspace

WHEN = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PERSON = Person("Fatma Öztürk", "Gemeente Waterrijk")
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Workspace:
    return make_example(tmp_path / "voorbeeld")


def everything(root: Path) -> dict[str, bytes]:
    """Return all files of a workspace but its history."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_everything_goes_in_one_step_and_one_undo_takes_all_of_it_back(example: Workspace) -> None:
    before = everything(example.root)
    desk = sit_down(example, PERSON, WHEN)
    opened = open_document(desk, example.entry("belastingen"), outside_message="x")
    session, keeper = opened.session, opened.keeper
    assert keeper
    session.insert_prose(2, "Nog iets.")
    keeper.save()
    edited = everything(example.root)
    session.undo()
    keeper.save()
    planned = plan(example, PERSON, WHEN)
    assert everything(example.root) == before
    upgrade_session(example, planned, session, keeper)
    there = open_workspace(example.root)
    assert there.settings.standards[0].release == "1.1"
    assert not there.damaged_snapshots()
    assert session.chain[0].release == "1.1"
    assert session.newer is None
    assert not any(each.behind for each in session.status.clauses.values())
    assert session.undo_name == "upgrade"
    session.undo()
    assert everything(example.root) == before
    assert session.chain[0].release == "1.0"
    assert session.newer
    session.redo()
    assert open_workspace(example.root).settings.standards[0].release == "1.1"
    session.undo()
    keeper.close()
    desk.leave()
    assert everything(example.root) == before != edited


def test_an_edit_after_the_upgrade_is_undone_first_and_saved_with_it(example: Workspace) -> None:
    desk = sit_down(example, PERSON, WHEN)
    opened = open_document(desk, example.entry("belastingen"), outside_message="x")
    session, keeper = opened.session, opened.keeper
    assert keeper
    before = session.document.text
    upgrade_session(example, plan(example, PERSON, WHEN), session, keeper)
    place = next(i for i, b in enumerate(session.document.blocks) if isinstance(b, Clause))
    session.set_field(place, "risk", "Klein.")
    session.undo()
    session.undo()
    assert session.document.text == before
    keeper.close()
    desk.leave()
    assert example.file(example.entry("belastingen")).read_text("utf-8") == before


def test_a_document_that_changed_meanwhile_is_not_overwritten(example: Workspace) -> None:
    planned = plan(example, PERSON, WHEN)
    path = example.file(example.entry("belastingen"))
    path.write_bytes(path.read_bytes() + b"\nNog iets.\n")
    before = everything(example.root)
    with pytest.raises(UserError, match="changed-outside"):
        apply_upgrade(example, planned)
    assert everything(example.root) == before


@pytest.mark.parametrize("writes", range(7))
def test_a_kill_leaves_the_old_release_or_the_new_one_never_a_mix(
    example: Workspace, writes: int
) -> None:
    before = everything(example.root)
    code = """
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from coauthor.history import steps
        from coauthor.workspace.person import Person
        from coauthor.workspace.upgrading.upgrading import apply_upgrade, plan
        from coauthor.workspace.workspace import open_workspace
        real, left = steps.write_atomically, [int(sys.argv[2])]
        def dying(path, data):
            if not left[0]:
                os._exit(9)
            left[0] -= 1
            real(path, data)
        steps.write_atomically = dying
        workspace = open_workspace(Path(sys.argv[1]))
        when = datetime(2026, 11, 24, tzinfo=UTC)
        apply_upgrade(workspace, plan(workspace, Person("F"), when))
    """
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(example.root), str(writes)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=False,
    )
    opened = open_workspace(example.root)
    assert not opened.damaged_snapshots()
    if opened.settings.standards[0].release == "1.0":
        assert writes == 0
        assert everything(example.root) == before
    else:
        assert "am5xq9wd1w" in opened.file(opened.entry("belastingen")).read_text("utf-8")


def test_a_snapshot_that_somebody_changed_is_no_base(example: Workspace) -> None:
    path = example.root / "standards/belastingen/documents/belastingen.md"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(UserError, match="snapshot-unlike"):
        plan(example, PERSON, WHEN)


def test_there_is_nowhere_to_go_from_the_newest_release(example: Workspace) -> None:
    there = apply_upgrade(example, plan(example, PERSON, WHEN))
    with pytest.raises(UserError, match="already-at-release"):
        plan(there, PERSON, WHEN)
    back = apply_upgrade(there, plan(there, PERSON, WHEN, release="1.0"))
    assert back.settings.standards[0].release == "1.0"


def test_questions_wait_until_they_are_answered_and_undo_asks_again(example: Workspace) -> None:
    desk = sit_down(apply_upgrade(example, plan(example, PERSON, WHEN)), PERSON, WHEN)
    workspace, entry = desk.workspace, desk.workspace.entry("belastingen")
    opened = open_document(desk, entry, outside_message="x")
    session, keeper = opened.session, opened.keeper
    assert keeper
    waiting = open_questions(workspace, entry)
    codes = [question.item.code for question in waiting]
    assert codes == ["BEL-010", "BEL-017", "BEL-031", "BEL-041", "BEL-037"]
    said = {question.item.code: question for question in waiting}
    answer_question(workspace, session, said["BEL-017"], "follow", person=PERSON, when=WHEN)
    again = session.document.clause(said["BEL-017"].item.uid)
    assert again
    assert "{{drempel verschillenlijst: 5 %}}" in again.body
    reason = Reason("Nog steeds nodig.", "law", "weaker", "team", "", "2030-01-01")
    answer_question(
        workspace, session, said["BEL-037"], "keep", person=PERSON, when=WHEN, reason=reason
    )
    status = session.status.clauses[said["BEL-037"].item.uid]
    assert (status.reason, status.reason_class) == ("Nog steeds nodig.", "law")
    left = open_questions(workspace, entry, session.document)
    assert [each.item.code for each in left] == ["BEL-010", "BEL-031", "BEL-041"]
    session.undo()
    left = open_questions(workspace, entry, session.document)
    assert [each.item.code for each in left] == ["BEL-010", "BEL-031", "BEL-041", "BEL-037"]
    keeper.close()
    desk.leave()


def test_what_was_not_answered_is_asked_on_at_the_next_upgrade(example: Workspace) -> None:
    there = apply_upgrade(example, plan(example, PERSON, WHEN))
    entry = there.entry("belastingen")
    back = apply_upgrade(there, plan(there, PERSON, WHEN, release="1.0"))
    again = apply_upgrade(back, plan(back, PERSON, WHEN))
    assert {each.item.code for each in open_questions(again, entry)} >= {"BEL-017", "BEL-041"}


def test_an_answer_holds_also_for_who_went_to_the_same_release_apart(example: Workspace) -> None:
    other = plan(example, PERSON, WHEN)
    desk = sit_down(apply_upgrade(example, plan(example, PERSON, WHEN)), PERSON, WHEN)
    workspace, entry = desk.workspace, desk.workspace.entry("belastingen")
    opened = open_document(desk, entry, outside_message="x")
    (asked,) = [e for e in open_questions(workspace, entry) if e.item.code == "BEL-010"]
    reason = Reason("Nog steeds nodig.", "law")
    answer_question(
        workspace, opened.session, asked, "keep", person=PERSON, when=WHEN, reason=reason
    )
    (name,) = [path for path, data in other.after.items() if "decisions/" in path and data]
    data = other.after[name]
    assert data
    (example.root / "decisions/ZZZZZZZZZZZZZZZZZZZZZZZZZZ.toml").write_bytes(data)
    left = open_questions(workspace, entry, opened.session.document)
    assert "BEL-010" not in [each.item.code for each in left]
    assert left
    assert opened.keeper
    opened.keeper.close()
    desk.leave()


@pytest.mark.parametrize(
    "text", ["", "een", "twee\nregels\n", "\n\nleeg\n", "'''\n'", 'a"\\\n\tb', "\r\n", "\udc80\n"]
)
def test_a_record_gives_a_question_back_to_the_letter(text: str) -> None:
    item = Item(
        "prose",
        Outcome.ASKED,
        Happening.CHANGED,
        was=text,
        becomes=text,
        before="x" + text,
        offers=(Offer("follow", text + "y"), Offer("keep", text)),
        parts=frozenset({"body"}),
        locked=True,
    )
    assert _item(_table(item).unwrap()) == item


def test_a_chain_of_standards_goes_up_link_by_link(tmp_path: Path) -> None:
    national = new_workspace(
        tmp_path / "land", "standard", "Land", "Norm", author=PERSON.author, when=WHEN, message="x"
    )
    text = national.root / "documents/norm.md"
    marker = "<!-- clause {0} N-{1} kind=eis -->\n\n{2}\n\n"
    first = marker.format("a000000000", "001", "Het systeem {{hoe: snel}} antwoordt.")
    text.write_text(f"# Norm\n\n{first}", "utf-8")
    save_version(national, "een", PERSON.author, WHEN)
    release(national, "1.0", PERSON.author, WHEN, "1.0")
    source = WorkspaceStandard(national.root)
    region = derive_workspace(
        source, "1.0", tmp_path / "regio", "Regio", author=PERSON.author, when=WHEN, message="x"
    )
    path = region.root / "coauthor.toml"
    settings = path.read_text("utf-8").replace(
        'kind = "local"', 'kind = "standard"\nname = "regio"'
    )
    path.write_text(settings, "utf-8")
    region = open_workspace(region.root)
    release(region, "1.0", PERSON.author, WHEN, "1.0")
    town = derive_workspace(
        find_source(str(region.root)),
        "1.0",
        tmp_path / "stad",
        "Stad",
        author=PERSON.author,
        when=WHEN,
        message="x",
    )
    assert len(town.chain(town.entry("norm"))) == 2

    second = marker.format("b000000000", "002", "Het systeem is veilig.")
    text.write_text(f"# Norm\n\n{first.replace('antwoordt', 'antwoordt netjes')}{second}", "utf-8")
    release(national, "2.0", PERSON.author, WHEN, "2.0")
    region = apply_upgrade(region, plan(region, PERSON, WHEN))
    release(region, "2.0", PERSON.author, WHEN, "2.0")
    town = apply_upgrade(town, plan(town, PERSON, WHEN))
    chain = town.chain(town.entry("norm"))
    assert [each.release for each in chain] == ["2.0", "2.0"]
    assert town.read(town.entry("norm")).text == text.read_text("utf-8")
    assert not town.damaged_snapshots()


def test_a_kill_before_the_journal_knows_leaves_the_new_release(example: Workspace) -> None:
    code = """
        import os, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from coauthor.workspace.keeping import Keeper
        from coauthor.workspace.opening import open_document, sit_down
        from coauthor.workspace.person import Person
        from coauthor.workspace.upgrading.upgrading import plan, upgrade_session
        from coauthor.workspace.workspace import open_workspace
        workspace, when = open_workspace(Path(sys.argv[1])), datetime(2026, 11, 24, tzinfo=UTC)
        desk = sit_down(workspace, Person("F"), when)
        opened = open_document(desk, workspace.entry("belastingen"), outside_message="x")
        opened.session.insert_prose(2, "Getypt.")
        opened.keeper.save()
        planned = plan(workspace, Person("F"), when)
        opened.session.insert_prose(2, "Ook getypt.")
        opened.session.undo()
        Keeper.accept = lambda *_: os._exit(9)
        upgrade_session(workspace, planned, opened.session, opened.keeper)
    """
    died = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(example.root)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        check=False,
    )
    assert died.returncode == 9
    workspace = open_workspace(example.root)
    assert workspace.settings.standards[0].release == "1.1"
    assert not workspace.damaged_snapshots()
    desk = sit_down(workspace, PERSON, WHEN)
    opened = open_document(desk, workspace.entry("belastingen"), outside_message="x")
    text = opened.session.document.text
    assert "Getypt." in text
    assert "Ook getypt." not in text
    assert "am5xq9wd1w" in text
    assert opened.keeper
    opened.keeper.close()
    desk.leave()


def test_all_documents_of_a_standard_go_together_and_come_back_together(tmp_path: Path) -> None:
    standard = new_workspace(
        tmp_path / "land", "standard", "Land", "Norm", author=PERSON.author, when=WHEN, message="x"
    )
    settings = standard.root / "coauthor.toml"
    settings.write_text(
        settings.read_text("utf-8") + '\n[[documents]]\nname = "bijlage"\ntitle = "Bijlage"\n',
        "utf-8",
    )
    marker = "<!-- clause {0} N-00{1} kind=wens -->\n\nHet systeem {2}.\n"
    norm, annex = (standard.root / "documents" / name for name in ("norm.md", "bijlage.md"))
    norm.write_text(marker.format("a000000000", 1, "antwoordt"), "utf-8")
    annex.write_text(marker.format("b000000000", 2, "is veilig"), "utf-8")
    standard = open_workspace(standard.root)
    release(standard, "1.0", PERSON.author, WHEN, "1.0")
    town = derive_workspace(
        WorkspaceStandard(standard.root),
        "1.0",
        tmp_path / "stad",
        "Stad",
        author=PERSON.author,
        when=WHEN,
        message="x",
    )
    before = everything(town.root)
    annex.write_text(marker.format("b000000000", 2, "is erg veilig"), "utf-8")
    release(standard, "1.1", PERSON.author, WHEN, "1.1")
    desk = sit_down(town, PERSON, WHEN)
    opened = open_document(desk, town.entry("norm"), outside_message="x")
    upgrade_session(town, plan(town, PERSON, WHEN), opened.session, opened.keeper)
    assert "erg veilig" in (town.root / "documents/bijlage.md").read_text("utf-8")
    opened.session.undo()
    assert everything(town.root) == before
    assert opened.keeper
    opened.keeper.close()
    desk.leave()


PROSE = """# Beheer

Dit model beschrijft het beheer van de standaard.

## Overleg

Het overleg komt vier keer per jaar bij elkaar. De voorzitter nodigt uit.

## Kosten

De kosten draagt de beheerder.
"""


@pytest.fixture
def prose(tmp_path: Path) -> tuple[Workspace, Workspace]:
    """A standard without clauses at its second release, and a document that derives from it."""
    standard = new_workspace(
        tmp_path / "land",
        "standard",
        "Land",
        "Beheer",
        author=PERSON.author,
        when=WHEN,
        message="x",
    )
    theirs = standard.file(standard.settings.documents[0])
    theirs.write_text(PROSE, "utf-8")
    release(standard, "1.0", PERSON.author, WHEN, "1.0")
    town = derive_workspace(
        WorkspaceStandard(standard.root),
        "1.0",
        tmp_path / "stad",
        "Stad",
        author=PERSON.author,
        when=WHEN,
        message="x",
    )
    ours = town.file(town.settings.documents[0])
    ours.write_text(PROSE.replace("vier keer", "zes keer"), "utf-8")
    changed = PROSE.replace("vier keer", "twee keer").replace("beschrijft", "regelt")
    theirs.write_text(changed + "\n## Einde\n\nHet model eindigt vanzelf.\n", "utf-8")
    release(standard, "1.0.1", PERSON.author, WHEN, "1.0.1")
    return standard, town


@pytest.mark.parametrize("choice", ["follow", "keep", "before"])
def test_a_text_without_clauses_is_upgraded_and_asked_by_its_places(
    prose: tuple[Workspace, Workspace], choice: str
) -> None:
    _, town = prose
    desk = sit_down(town, PERSON, WHEN)
    entry = town.settings.documents[0]
    opened = open_document(desk, entry, outside_message="x")
    session = opened.session
    upgrade_session(town, plan(town, PERSON, WHEN), session, opened.keeper)
    text = session.document.text
    assert "Dit model regelt het beheer" in text
    assert "## Einde\n\nHet model eindigt vanzelf." in text
    assert "zes keer" in text
    (question,) = open_questions(town, entry, session.document)
    assert question.item.offers[0].name == "follow"
    wanted = {"follow": "twee keer", "keep": "zes keer", "before": "vier keer"}[choice]
    answer_question(
        town, session, question, question.item.offer(choice).name, person=PERSON, when=WHEN
    )
    after = session.document.text
    assert wanted in after
    assert after == text.replace("zes keer", wanted)
    assert not open_questions(town, entry, session.document)
    session.undo()
    assert session.document.text == text
    assert len(open_questions(town, entry, session.document)) == 1
    assert opened.keeper
    opened.keeper.close()
    desk.leave()


def test_a_place_that_people_wrote_anew_can_still_be_kept(
    prose: tuple[Workspace, Workspace],
) -> None:
    _, town = prose
    town = apply_upgrade(town, plan(town, PERSON, WHEN))
    entry = town.settings.documents[0]
    path = town.file(entry)
    path.write_text(path.read_text("utf-8").replace("zes keer", "wekelijks"), "utf-8")
    assert not open_questions(town, entry)  # the text itself has answered
