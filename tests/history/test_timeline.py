"""The versions of a clause over any history, beside a plain reading of every version."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pygit2
from hypothesis import given, settings
from hypothesis import strategies as st

from coauthor.document.reading import read_document
from coauthor.history.repository import Repository
from coauthor.history.timeline import clause_versions, own_change

UID = "aaaaaaaaaa"
STATES = ("", "Een.", "Twee.", "Een.  \n")  # absent, two texts, and one with other blanks
PATHS = ("documents/x.md", "documents/y.md")

version = st.tuples(
    st.sampled_from(STATES),
    st.sampled_from(PATHS),
    st.lists(st.integers(1, 6), min_size=1, max_size=2),  # how far back its parents are
)


def text(body: str) -> bytes:
    clause = f"<!-- clause {UID} T-1 -->\n### Titel\n\n{body}\n\n" if body else ""
    other = "<!-- clause bbbbbbbbbb T-2 -->\n\nAltijd.\n"
    return f"# Kop\n\n{clause}{other}".encode()


def commit(git: pygit2.Repository, number: int, plan: tuple[str, str, list[int]], made: list[str]):
    body, path, back = plan
    folder = git.TreeBuilder()
    for each in PATHS:
        content = text(body) if each == path else b"# Leeg\n"
        blob = git.create_blob(content)
        folder.insert(each.removeprefix("documents/"), blob, pygit2.enums.FileMode.BLOB)
    root = git.TreeBuilder()
    root.insert("documents", folder.write(), pygit2.enums.FileMode.TREE)
    parents = list(dict.fromkeys(made[-step] for step in back if step <= len(made)))
    parents = parents or made[-1:]
    who = pygit2.Signature("Fatma", "f@coauthor.invalid", 1_700_000_000 + number, 60)
    return str(git.create_commit(None, who, who, f"Versie {number}", root.write(), parents))


def said(git: pygit2.Repository, version_id: str) -> str | None:
    tree = git[version_id].peel(pygit2.Tree)
    for path in PATHS:
        clause = read_document(tree[path].data.decode()).clause(UID)
        if clause is not None:
            return " ".join(clause.body.split())
    return None


@settings(max_examples=60)
@given(st.lists(version, min_size=1, max_size=9))
def test_a_version_is_listed_when_it_differs_from_all_before_it(
    plans: list[tuple[str, str, list[int]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        git = Repository.create(Path(folder)).git
        made: list[str] = []
        for number, plan in enumerate(plans):
            made.append(commit(git, number, plan, made))
        git.references.create("refs/heads/main", made[-1])
        wanted = set()
        for each in git.walk(made[-1]):
            now = said(git, str(each.id))
            before = [said(git, str(parent)) for parent in each.parent_ids]
            if now not in before and (before or now is not None):
                wanted.add(str(each.id))
        walk = Repository.open(Path(folder)).walk()
        found = list(clause_versions(walk, UID))
        assert {each.version.id for each in found} == wanted
        for each in found:
            shown = " ".join(each.clause.body.split()) if each.clause else None
            assert shown == said(git, each.version.id)
        kinds = {"came", "left", "changed"}
        by_change = {
            each.id
            for each in walk.everything()
            if any(c.uid == UID and c.kind in kinds for c in own_change(walk, each).clauses)
        }
        assert by_change <= wanted


def test_a_wrong_clock_does_not_hide_a_version(tmp_path: Path) -> None:
    git = Repository.create(tmp_path).git
    made: list[str] = []
    for number, body in ((9, "Een."), (1, "Twee."), (5, "Een.")):  # the second before the first
        made.append(commit(git, number, (body, PATHS[0], [1]), made))
    git.references.create("refs/heads/main", made[-1])
    walk = Repository.open(tmp_path).walk()
    assert [each.version.id for each in clause_versions(walk, UID)] == made[::-1]
    assert [each.id for each in walk.line()] == made[::-1]
    assert next(walk.line()).when < datetime.now(UTC)
