"""The rule for each kind of file when two states of a workspace meet."""

from pathlib import Path

import pytest

from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.history.repository import Author, Repository
from coauthor.history.switching import is_safe
from coauthor.lineage.locks import is_locked
from coauthor.workspace.creating import derive_workspace
from coauthor.workspace.settings import DocumentEntry, with_document, with_name
from coauthor.workspace.standards import find_source
from coauthor.workspace.themes import lock_policy
from coauthor.workspace.workspace import load_settings
from tests.workspace.sharing import SETTINGS, Writer, now, share, share_existing

SNAPSHOT = """
[[standards]]
name = "st"
title = "Standaard"
source = "/ergens"
release = "{release}"
digest = "sha256:{release}"
"""


def settings(writer: Writer) -> str:
    return (writer.root / "coauthor.toml").read_text("utf-8")


def set_settings(writer: Writer, text: str) -> None:
    (writer.root / "coauthor.toml").write_text(text, encoding="utf-8")


def put(writer: Writer, path: str, data: bytes) -> None:
    target = writer.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def sends(writer: Writer) -> None:
    writer.save()
    assert writer.send()


@pytest.fixture
def pair(tmp_path: Path) -> list[Writer]:
    return share(tmp_path, "Anna", "Bas")


def test_settings_meet_by_key(pair: list[Writer]) -> None:
    anna, bas = pair
    set_settings(anna, with_document(settings(anna), DocumentEntry("c", "C")))
    put(anna, "documents/c.md", b"# C\n")
    sends(anna)
    text = with_document(settings(bas), DocumentEntry("d", "D"))
    set_settings(bas, text.replace('title = "A"', 'title = "Aa"'))
    put(bas, "documents/d.md", b"# D\n")
    assert bas.receive().to_decide == ()
    entries = load_settings(bas.root).documents
    assert [(each.name, each.title) for each in entries] == [
        ("a", "Aa"),
        ("b", "B"),
        ("d", "D"),
        ("c", "C"),
    ]


def test_a_key_that_both_set_is_a_decision(pair: list[Writer]) -> None:
    anna, bas = pair
    set_settings(anna, settings(anna).replace('title = "Proef"', 'title = "Van Anna"'))
    sends(anna)
    set_settings(bas, settings(bas).replace('title = "Proef"', 'title = "Van Bas"'))
    (question,) = bas.receive().to_decide
    assert (question.kind, question.part) == ("key", ("title",))
    assert load_settings(bas.root).title == "Van Bas"
    bas.decide("theirs")
    assert load_settings(bas.root).title == "Van Anna"
    assert bas.send()


def test_events_of_both_stand_beside_each_other(pair: list[Writer]) -> None:
    anna, bas = pair
    put(anna, "discussion/a/aaaaaaaaaa/01A.md", b"Van Anna\n")
    sends(anna)
    put(bas, "discussion/a/aaaaaaaaaa/01B.md", b"Van Bas\n")
    assert bas.receive().to_decide == ()
    folder = bas.root / "discussion/a/aaaaaaaaaa"
    assert sorted(each.name for each in folder.iterdir()) == ["01A.md", "01B.md"]


def test_of_two_snapshots_the_newer_release_comes_whole(tmp_path: Path) -> None:
    files = {
        "coauthor.toml": SETTINGS + SNAPSHOT.format(release="1.0"),
        "standards/st/documents/a.md": "een\n",
        "standards/st/documents/weg.md": "weg\n",
    }
    anna, bas = share(tmp_path, "Anna", "Bas", files=files)
    set_settings(anna, SETTINGS + SNAPSHOT.format(release="1.10"))
    put(anna, "standards/st/documents/a.md", b"tien\n")
    (anna.root / "standards/st/documents/weg.md").unlink()
    sends(anna)
    set_settings(bas, SETTINGS + SNAPSHOT.format(release="1.9"))
    put(bas, "standards/st/documents/a.md", b"negen\n")
    put(bas, "standards/st/documents/nieuw.md", b"nieuw\n")
    assert bas.receive().to_decide == ()
    found = {
        path.name: path.read_text("utf-8")
        for path in (bas.root / "standards/st/documents").iterdir()
    }
    assert found == {"a.md": "tien\n"}
    (standard,) = load_settings(bas.root).standards
    assert (standard.release, standard.digest) == ("1.10", "sha256:1.10")


def test_a_file_that_is_no_text_waits_whole(pair: list[Writer]) -> None:
    anna, bas = pair
    put(anna, "plaatje.png", b"\0anna")
    sends(anna)
    put(bas, "plaatje.png", b"\0bas")
    (question,) = bas.receive().to_decide
    assert question.kind == "file"
    assert (bas.root / "plaatje.png").read_bytes() == b"\0bas"
    bas.decide("theirs")
    assert (bas.root / "plaatje.png").read_bytes() == b"\0anna"
    assert bas.send()


def test_a_document_that_one_deleted_and_the_other_wrote_in_is_asked(pair: list[Writer]) -> None:
    anna, bas = pair
    (anna.root / "documents/b.md").unlink()
    kept = settings(anna).split('\n[[documents]]\nname = "b"')[0]
    set_settings(anna, kept)
    sends(anna)
    bas.write("# B\n\nTekst van Bas.\n", "b")
    (question,) = bas.receive().to_decide
    assert question.meeting.reason == "deleted-edited"
    assert "Tekst van Bas" in bas.read("b")
    assert [each.name for each in load_settings(bas.root).documents] == ["a", "b"]
    bas.decide("theirs")
    assert not (bas.root / "documents/b.md").exists()
    assert [each.name for each in load_settings(bas.root).documents] == ["a"]
    assert bas.send()


def test_what_they_deleted_and_we_left_alone_goes(pair: list[Writer]) -> None:
    anna, bas = pair
    (anna.root / "documents/b.md").unlink()
    set_settings(anna, settings(anna).split('\n[[documents]]\nname = "b"')[0])
    sends(anna)
    bas.change("één biljet", "één nieuw biljet")
    assert bas.receive().to_decide == ()
    assert not (bas.root / "documents/b.md").exists()


def test_a_renamed_document_takes_the_edits_of_the_other_with_it(pair: list[Writer]) -> None:
    anna, bas = pair
    (anna.root / "documents/a.md").rename(anna.root / "documents/belasting.md")
    set_settings(anna, with_name(settings(anna), "a", "belasting"))
    sends(anna)
    bas.change("int automatisch", "int maandelijks")
    assert bas.receive().to_decide == ()
    assert not (bas.root / "documents/a.md").exists()
    assert "int maandelijks" in bas.read("belasting")
    assert [each.name for each in load_settings(bas.root).documents] == ["belasting", "b"]


def test_a_clause_that_went_to_another_document_takes_edits_with_it(pair: list[Writer]) -> None:
    anna, bas = pair
    start = "<!-- clause cccccccccc"
    head, clause = anna.read().split(start)
    anna.write(head)
    anna.write(anna.read("b") + "\n" + start + clause, "b")
    sends(anna)
    bas.change("int automatisch", "int maandelijks")
    assert bas.receive().to_decide == ()
    assert start not in bas.read()
    assert "int maandelijks" in bas.read("b")


def test_the_same_number_in_two_documents_is_given_once(pair: list[Writer]) -> None:
    anna, bas = pair
    anna.write(anna.read("b") + "\n<!-- clause dddddddddd BEL-101 kind=eis -->\nVan Anna.\n", "b")
    sends(anna)
    bas.write(bas.read() + "\n<!-- clause eeeeeeeeee BEL-101 kind=eis -->\nVan Bas.\n")
    bas.receive()
    assert "dddddddddd BEL-101" in bas.read("b")
    assert "eeeeeeeeee BEL-102" in bas.read()


def test_settings_of_a_later_program_are_not_touched(pair: list[Writer]) -> None:
    anna, bas = pair
    set_settings(anna, settings(anna).replace("format = 1", "format = 9"))
    theirs = Repository.open(anna.root)  # our program cannot open it as a workspace
    theirs.commit("Later", anna.author, now())
    theirs.git.remotes["origin"].push(["refs/heads/main"])
    bas.change("één biljet", "één nieuw biljet")
    before = bas.read()
    with pytest.raises(UserError, match="settings-newer"):
        bas.receive()
    assert bas.read() == before


@pytest.mark.parametrize("path", ["../buiten.md", ".git/hooks/pre-commit", "a/.GIT /x", "c:\\x"])
def test_a_path_that_leads_out_is_refused(path: str) -> None:
    assert not is_safe(path)
    assert is_safe("documents/a.md")


def test_a_link_from_elsewhere_is_refused_and_nothing_changes(pair: list[Writer]) -> None:
    anna, bas = pair
    (anna.root / "documents/link.md").symlink_to("/etc/passwd")
    sends(anna)
    before = bas.read()
    with pytest.raises(UserError, match="unsafe-path"):
        bas.receive()
    assert bas.read() == before
    assert not (bas.root / "documents/link.md").exists()


def test_a_criss_cross_asks_nothing_that_was_decided(tmp_path: Path) -> None:
    anna, bas = share(tmp_path, "Anna", "Bas")
    for writer in (anna, bas):
        writer.change("één biljet", f"één biljet van {writer.name}")
        writer.save()
    # Both take in the other's version from the other's own folder, before either sends.
    for writer, other in ((anna, bas), (bas, anna)):
        git = writer.workspace.repository.git
        git.remotes.create("ander", str(other.root))
        git.remotes["ander"].fetch([f"+{other.save_point()}:refs/remotes/ander/toen"])
    for writer in (anna, bas):
        writer.take_from("refs/remotes/ander/toen")
        writer.decide("ours" if writer is anna else "theirs")
        writer.save_if_new()
    assert "van Anna" in anna.read()
    assert "van Anna" in bas.read()
    anna.send()
    assert bas.receive().to_decide == ()
    assert bas.read() == anna.read()


def test_what_leaves_a_locked_clause_is_asked_also_of_who_wrote_nothing(tmp_path: Path) -> None:
    derive_workspace(
        find_source("belastingen"),
        "1.0",
        tmp_path / "Anna",
        "Gemeente Waterrijk",
        author=Author("Anna"),
        when=now(),
        message="Begin",
    )
    anna, bas = share_existing(tmp_path / "plek.git", tmp_path / "Anna", "Anna", "Bas")
    document = read_document(anna.read("belastingen"))
    locked, free = (
        next(each for each in document.clauses if is_locked(each, lock_policy()) is wanted)
        for wanted in (True, False)
    )
    for clause in (locked, free):
        anna.change(clause.body, f"{clause.body} Of niet.", "belastingen")
    sends(anna)
    (question,) = bas.receive().to_decide
    assert (question.meeting.reason, question.meeting.uid) == ("locked", locked.uid)
    text = read_document(bas.read("belastingen"))
    assert text.clause(locked.uid) == locked
    assert "Of niet." in text.clause(free.uid).body
    with pytest.raises(UserError, match="clause-locked"):
        bas.decide("theirs")
    bas.decide("ours")
    assert bas.send()
    anna.receive()
    assert anna.read("belastingen") == bas.read("belastingen")
