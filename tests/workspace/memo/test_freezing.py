"""A published specification changes by numbered changes only, whatever way a change comes in."""

from pathlib import Path

import pygit2
import pytest

from coauthor.cli import main
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.workspace.memo.freezing import changed_frozen, put_back
from coauthor.workspace.memo.frozen import frozen_document, memo_changes
from coauthor.workspace.memo.releasing import end_freeze, publish_specification
from coauthor.workspace.opening import open_document, sit_down
from coauthor.workspace.sharing.receiving import receive
from coauthor.workspace.sharing.sending import make_ready
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import Workspace, open_workspace
from tests.workspace.memo.making import ANJA, WHEN, specification
from tests.workspace.sharing import NAMING


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = specification(tmp_path / "waterrijk")
    entry = made.settings.documents[0]
    publish_specification(made, entry, "Bestek 1.0", ANJA, WHEN, "Gepubliceerd")
    return open_workspace(made.root)


def by_hand(workspace: Workspace) -> Path:
    path = workspace.file(workspace.settings.documents[0])
    path.write_bytes(path.read_bytes().replace(b"5 werkdagen", b"9 werkdagen"))
    return path


def test_the_window_s_verbs_refuse_and_nothing_changes(workspace: Workspace) -> None:
    desk = sit_down(workspace, ANJA, WHEN)
    opened = open_document(desk, workspace.settings.documents[0], outside_message="x")
    before = opened.session.document.text
    verbs = (
        lambda s: s.edit_body(1, "Anders."),
        lambda s: s.set_attribute(1, "kind", "wens"),
        lambda s: s.remove(1),
        lambda s: s.insert_prose(1, "Erbij."),
        lambda s: s.move(1, 1, 3),
        lambda s: s.replace_everything(read_document("# Weg\n"), "restore"),
    )
    for verb in verbs:
        with pytest.raises(UserError, match="document-frozen"):
            verb(opened.session)
    assert opened.session.document.text == before
    assert "frozen" in {notice.code for notice in opened.notices}
    assert opened.keeper is not None
    opened.keeper.close()
    desk.leave()


def test_a_file_changed_by_hand_gets_into_no_version_and_is_not_sent(workspace: Workspace) -> None:
    by_hand(workspace)
    for act in (
        lambda: save_version(workspace, "Stil", ANJA.author, WHEN),
        lambda: make_ready(workspace, ANJA.author, WHEN, "Stil"),
        lambda: receive(workspace, "", ANJA.author, WHEN, NAMING),
        lambda: workspace.repository.commit("Stil", ANJA.author, WHEN),  # whatever act it is of
    ):
        with pytest.raises(UserError, match="frozen-changed"):
            act()
    assert changed_frozen(workspace) == (workspace.settings.documents[0].name,)


def test_the_command_line_saves_and_imports_nothing_over_it(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand(workspace)
    other = tmp_path / "los.md"
    other.write_text("# Los\n\nTekst.\n", "utf-8")
    assert main(["save", str(workspace.root), "-m", "Stil"]) == 2
    assert main(["import", str(other), "--into", str(workspace.root)]) == 2
    assert "bevroren" in capsys.readouterr().err


def test_the_published_text_is_put_back_and_the_other_kept_aside(workspace: Workspace) -> None:
    path = by_hand(workspace)
    aside = put_back(workspace, workspace.settings.documents[0])
    assert aside is not None
    assert b"9 werkdagen" in aside.read_bytes()
    assert b"5 werkdagen" in path.read_bytes()
    assert put_back(workspace, workspace.settings.documents[0]) is None


def theirs(workspace: Workspace, path: str, data: bytes | None) -> str:
    """Return a version on top of ours that somebody made with plain git."""
    git = workspace.repository.git
    index_tree = git.head.peel().tree
    index = pygit2.Index()
    index.read_tree(index_tree)
    if data is None:
        index.remove(path)
    else:
        blob = git.create_blob(data)
        index.add(pygit2.IndexEntry(path, blob, pygit2.enums.FileMode.BLOB))
    sign = pygit2.Signature("Iemand", "i@x.example")
    tree = index.write_tree(git)
    return str(git.create_commit(None, sign, sign, "Stil", tree, [git.head.target]))


def test_what_others_changed_in_it_is_not_let_in_but_stays_in_the_history(
    workspace: Workspace,
) -> None:
    entry = workspace.settings.documents[0]
    before = workspace.file(entry).read_bytes()
    version = theirs(workspace, entry.path, before.replace(b"5 werkdagen", b"9 werkdagen"))
    received = receive(workspace, version, ANJA.author, WHEN, NAMING)
    assert received.frozen == (entry.path,)
    assert workspace.file(entry).read_bytes() == before
    assert b"9 werkdagen" in workspace.repository.read(version, entry.path)
    assert workspace.repository.version(version).id == version
    assert not received.to_decide


def test_who_was_writing_while_it_was_published_gets_the_published_text_and_goes_on(
    tmp_path: Path,
) -> None:
    workspace = specification(tmp_path / "waterrijk")
    entry = workspace.settings.documents[0]
    published = workspace.file(entry).read_bytes()
    start = str(workspace.repository.git.head.target)
    publish_specification(workspace, entry, "Bestek 1.0", ANJA, WHEN, "Gepubliceerd")
    theirs = str(workspace.repository.git.head.target)
    workspace.repository.git.reset(pygit2.Oid(hex=start), pygit2.enums.ResetMode.HARD)
    workspace = open_workspace(workspace.root)
    by_hand(workspace)
    received = receive(workspace, theirs, ANJA.author, WHEN, NAMING)
    assert received.frozen == (entry.path,)
    assert not received.to_decide
    assert changed_frozen(workspace) == ()
    assert workspace.file(entry).read_bytes() == published
    assert b"9 werkdagen" in workspace.repository.read(received.own, entry.path)
    make_ready(workspace, ANJA.author, WHEN, "Later")


def test_taking_the_record_of_the_freeze_away_does_not_thaw_it(workspace: Workspace) -> None:
    entry = workspace.settings.documents[0]
    (record,) = (workspace.root / "decisions").glob("*.toml")
    version = theirs(workspace, f"decisions/{record.name}", None)
    receive(workspace, version, ANJA.author, WHEN, NAMING)
    assert frozen_document(workspace, entry) is not None


def test_a_change_that_continues_from_another_text_counts_for_nothing(workspace: Workspace) -> None:
    entry = workspace.settings.documents[0]
    frozen = frozen_document(workspace, entry)
    assert frozen is not None
    forged = (
        'format = 1\nkind = "memo-change"\nmemo = 1\ndocument = "'
        + entry.name
        + f'"\nbefore = "{"0" * 64}"\ndigest = "{"1" * 64}"\n'
    )
    (workspace.root / "decisions" / "01ZZZZZZZZZZZZZZZZZZZZZZZZ.toml").write_text(forged, "utf-8")
    assert frozen_document(workspace, entry) == frozen
    assert len(list(memo_changes(workspace.root))) == 1


def test_ending_the_freeze_asks_for_a_reason_and_lets_people_write_again(
    workspace: Workspace,
) -> None:
    entry = workspace.settings.documents[0]
    with pytest.raises(UserError, match="reason-missing"):
        end_freeze(workspace, entry, " ", ANJA, WHEN, "Ontdooid")
    end_freeze(workspace, entry, "Aanbesteding ingetrokken", ANJA, WHEN, "Ontdooid")
    by_hand(workspace)
    save_version(workspace, "Weer verder", ANJA.author, WHEN)
    assert "9 werkdagen" in decode(workspace.file(entry).read_bytes())
    publish_specification(workspace, entry, "Bestek 2.0", ANJA, WHEN, "Opnieuw")
    found = frozen_document(workspace, entry)
    assert found is not None
    assert found.name == "Bestek 2.0"


def test_checking_a_history_tells_of_a_published_text_that_was_changed(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    root = str(workspace.root)
    assert main(["verify", root]) == 0
    entry = workspace.settings.documents[0]
    before = workspace.file(entry).read_bytes()
    version = theirs(workspace, entry.path, before.replace(b"5 werkdagen", b"9 werkdagen"))
    workspace.repository.git.references["refs/heads/main"].set_target(version)
    capsys.readouterr()
    assert main(["verify", root]) != 0
    assert "gepubliceerd en bevroren" in capsys.readouterr().out
