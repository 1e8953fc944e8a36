"""Was and becomes: what changed since a text before, clause by clause, in every reading format."""

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange import writable
from coauthor.exchange.changes import changes
from coauthor.exchange.choice import choice_of
from coauthor.history.repository import Author
from coauthor.workspace.baselines import name_version
from coauthor.workspace.workspace import Workspace
from tests.exchange.test_contents import NL, READING, WHEN, file, made
from tests.workspace.market.making import room


def changed(workspace: Workspace) -> Document:
    document = workspace.read(workspace.settings.documents[0])
    text = document.text.replace("één biljet samen", "twee biljetten samen")
    start = text.index("<!-- clause cccccccccc")
    end = text.index("<!-- clause dddddddddd")
    return read_document(
        text[:start] + text[end:] + "\n<!-- clause eeeeeeeeee BEL-005 -->\n### Extra\n\nErbij.\n"
    )


def test_changes_are_told_by_clause_in_words(tmp_path: Path) -> None:
    workspace = room(tmp_path / "room")
    first = workspace.repository.last()
    assert first is not None
    name_version(workspace, "Voor de markt", Author("Fatma"), WHEN, version_id=first.id)
    choice = choice_of(since="voor de markt", include=["in-place"])
    specification = made(workspace, choice, document=changed(workspace))
    found = {each.name: each for each in changes(specification, NL)}
    assert {name: each.kind for name, each in found.items()} == {
        "BEL-001": "changed",
        "BEL-003": "dropped",
        "BEL-005": "added",
    }
    assert ("removed", "één biljet ") in found["BEL-001"].was
    assert ("added", "twee biljetten ") in found["BEL-001"].becomes
    assert "Het systeem int automatisch." in "".join(w for _, w in found["BEL-003"].was)
    for name in READING:
        text = file(specification, name)
        assert NL("changes-title", since="Voor de markt") in text
        for words in ("twee biljetten", "Het systeem int automatisch.", "Erbij."):
            assert words in text
        assert NL("changes-here", since="Voor de markt") in text


def test_a_link_that_leads_elsewhere_is_a_change_though_the_words_are_the_same(
    tmp_path: Path,
) -> None:
    text = "# H\n\n<!-- clause aaaaaaaaaa X-1 -->\n### Norm\n\nVolgens [de norm](https://a.example/1).\n"
    workspace = room(tmp_path / "room", text=text)
    first = workspace.repository.last()
    assert first is not None
    choice = choice_of(since=first.id)
    assert changes(made(workspace, choice), NL) == ()
    now = read_document(text.replace("/1", "/2"))
    (change,) = changes(made(workspace, choice, document=now), NL)
    assert ("removed", "1") in change.was
    assert ("added", "2") in change.becomes


def test_a_requirement_under_another_chapter_is_moved_though_its_place_is_the_same(
    tmp_path: Path,
) -> None:
    def texts(first: str, second: str) -> str:
        clauses = [
            f"<!-- clause {each * 10} X-{each} -->\n### {each}\n\nTekst {each}.\n\n"
            for each in "abc"
        ]
        return f"# {first}\n\n{clauses[0]}{clauses[1]}# {second}\n\n{clauses[2]}"

    workspace = room(tmp_path / "room", text=texts("Een", "Twee"))
    first = workspace.repository.last()
    assert first is not None
    before = texts("Een", "Twee")
    clause = before[before.index("<!-- clause bbb") : before.index("# Twee")]
    later = before.replace(clause, "").replace("# Twee\n\n", f"# Twee\n\n{clause}")

    def moved(text: str) -> list[str]:
        specification = made(workspace, choice_of(since=first.id), document=read_document(text))
        return [each.name for each in changes(specification, NL) if each.kind == "moved"]

    assert moved(later) == ["X-b"]
    assert moved(texts("Twee", "Een")) == ["X-a", "X-b", "X-c"]
    assert moved(texts("Een", "Drie")) == []  # the chapter has another name
    assert moved(before.replace("# Twee\n\n", "")) == []  # the chapter is gone


def test_only_the_changes_go_into_a_workbook_too(tmp_path: Path) -> None:
    workspace = room(tmp_path / "room")
    first = workspace.repository.last()
    assert first is not None
    choice = choice_of("changes", since=first.id)
    specification = made(workspace, choice, document=changed(workspace))
    data = writable()["xlsx"].writer(specification, NL)
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    table = [row for row in rows if str(row[0]).startswith("BEL-")]
    assert [row[:2] for row in table] == [
        ["BEL-001", "gewijzigd"],
        ["BEL-003", "vervallen"],
        ["BEL-005", "nieuw"],
    ]
    assert table[0][2:] == [
        "Biljet\nHet systeem stelt één biljet samen.",
        "Biljet\nHet systeem stelt twee biljetten samen.",
    ]
    for name in ("json", "csv"):
        with pytest.raises(UserError) as refused:
            writable()[name].writer(specification, NL)
        assert refused.value.code == "changes-not-in"


def test_without_a_change_it_is_said_that_there_is_none(tmp_path: Path) -> None:
    workspace = room(tmp_path / "room")
    last = workspace.repository.last()
    assert last is not None
    specification = made(workspace, choice_of("changes", since=last.id[:8]))
    assert changes(specification, NL) == ()
    for name in READING:
        text = file(specification, name)
        assert "is niets gewijzigd" in text
        assert "twee bewijzen" not in text


def test_a_version_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    workspace = room(tmp_path / "room")
    with pytest.raises(UserError) as refused:
        made(workspace, choice_of(since="2.0"))
    assert refused.value.code == "version-unknown"
    assert "Uitgezet" in str(refused.value.parameters["known"])
    with pytest.raises(UserError):
        made(workspace, choice_of(), version_id="2.0")
