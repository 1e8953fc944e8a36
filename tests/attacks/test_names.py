"""Names of versions that were not theirs to give."""

import subprocess
from pathlib import Path

import pygit2
import pytest

from coauthor.history.repository import Author, Repository
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.places import connect, default_place
from coauthor.history.trust.keys import own_key
from coauthor.history.trust.names import breach_of_name, people_at
from tests.attacks.making import NOW, new_line


@pytest.fixture
def line(tmp_path):
    made = new_line(tmp_path, bare=False)
    made.git.references.create("refs/heads/main", made.start)
    return made


def named(line, by, name: str, version: str = "") -> pygit2.Oid:
    """Give a name as somebody does; return what the tag points to."""
    with by.at_home():
        author = Author(by.name, organisation=by.organisation)
        Repository(line.git).name(version or line.start, name, "Uitgave", author)
    return line.git.references[f"refs/tags/{name}"].target


def rule(line, name: str, made: pygit2.Oid) -> str:
    breach = breach_of_name(line.git, name, made, people_at(line.git, pygit2.Oid(hex=line.start)))
    return breach.rule if breach else ""


def test_a_release_is_the_stewards_to_give(line):
    assert rule(line, "release/1.0", named(line, line.steward, "release/1.0")) == ""
    assert rule(line, "release/2.0", named(line, line.expert, "release/2.0")) == "not-allowed"
    assert rule(line, "release/3.0", named(line, line.vendor, "release/3.0")) == "not-allowed"
    assert rule(line, "release/4.0", named(line, line.stranger, "release/4.0")) == "unknown-key"


def test_a_name_without_a_signature_or_with_another_text_is_found(line):
    bare = pygit2.Oid(hex=line.start)
    assert rule(line, "release/1.0", bare) == "unsigned"
    made = named(line, line.steward, "release/1.0")
    raw = line.git.odb.read(made)[1]
    for old, new in ((b"Uitgave", b"Andere."), (b"release/1.0", b"release/9.9")):
        changed = line.git.odb.write(pygit2.enums.ObjectType.TAG, raw.replace(old, new))
        assert rule(line, "release/9.9", changed) == "bad-signature"
    assert rule(line, "release/9.9", made) == "organisation"  # the name of another version
    plain = raw.partition(b"-----BEGIN")[0]
    assert rule(line, "x", line.git.odb.write(pygit2.enums.ObjectType.TAG, plain)) == "unsigned"


def test_git_says_good_of_a_name(line, tmp_path):
    named(line, line.steward, "release/1.0")
    allowed = tmp_path / "allowed"
    allowed.write_text(f"* {line.steward.key.public}\n", encoding="utf-8")
    options = ["-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={allowed}"]
    words = ["git", *options, "verify-tag", "release/1.0"]
    done = subprocess.run(words, cwd=line.git.path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'Good "git" signature' in done.stderr


def test_what_a_name_says_is_read_without_its_signature(line):
    with line.expert.at_home():
        author = Author("Fatma", organisation="Gemeente Waterrijk")
        given = Repository(line.git).give_name(
            line.start, "Voor de raad", author, NOW, digests={"documents/a.md": "0" * 64}
        )
    assert (given.text, given.kind, given.organisation) == (
        "Voor de raad",
        "frozen",
        "Gemeente Waterrijk",
    )
    assert dict(given.digests) == {"documents/a.md": "0" * 64}


def test_a_release_that_was_not_theirs_to_give_is_not_taken_from_a_place(line, tmp_path):
    place = tmp_path / "plek.git"
    pygit2.init_repository(str(place), bare=True, initial_head="main")
    line.git.remotes.create("origin", str(place))
    evil = named(line, line.vendor, "release/2.0")
    good = named(line, line.steward, "release/1.0")
    assert evil != good
    names = ["refs/tags/release/1.0", "refs/tags/release/2.0"]
    line.git.remotes["origin"].push(["refs/heads/main", *names])
    root = tmp_path / "ander"
    pygit2.clone_repository(str(place), str(root)).free()
    repository = Repository.open(root)
    for each in names:
        if repository.git.references.get(each):
            repository.git.references.delete(each)
    repository.git.remotes.delete("origin")
    connect(repository, str(place))
    fetched = fetch(repository, default_place(repository))
    assert fetched.names == ("release/1.0",)
    assert fetched.names_aside == ("release/2.0",)
    assert set(repository.names()) == {"release/1.0"}
    assert Path(own_key().path).exists()
