"""An export that comes back where somebody worked on here: what was done here stays."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.document.reading import decode, read_document
from coauthor.history.repository import Author
from coauthor.workspace.versions import save_version
from coauthor.workspace.workspace import open_workspace

FIRST = "<!-- clause abcdefgh02 EIS-001 kind=eis -->\n### Loggen\n\nHet systeem logt alles.\n\n"
SECOND = "<!-- clause abcdefgh03 EIS-002 kind=wens -->\n### Snel\n\nHet systeem is snel.\n\n"
THIRD = "<!-- clause abcdefgh04 EIS-003 kind=eis -->\n### Beheer\n\nDe leverancier beheert.\n"
HEAD = "---\ntitle: Eisen\n---\n\n# Eisen\n\nOver deze eisen.\n\n## Beveiliging\n\n"
TEXT = f"{HEAD}{FIRST}{SECOND}## Beheer\n\n{THIRD}"
NEW = "\n<!-- clause abcdefgh05 EIS-004 kind=eis -->\n### Einde\n\nHet contract eindigt.\n"

Edit = Callable[[str], str]
EDITS: dict[str, Edit] = {
    "a heading": lambda text: text.replace("## Beheer\n", "## Beheer en onderhoud\n"),
    "prose": lambda text: text.replace("Over deze eisen.", "Wat wij vragen."),
    "the title of the document": lambda text: text.replace("title: Eisen", "title: Onze eisen"),
    "a clause that went": lambda text: text.replace(SECOND, ""),
    "a clause that was withdrawn": lambda text: text.replace(
        SECOND, "<!-- withdrawn abcdefgh03 EIS-002 -->\n\n"
    ),
    "a clause that was moved": lambda text: text.replace(SECOND, "") + "\n" + SECOND.rstrip("\n"),
    "a clause that came": lambda text: text + NEW,
    "a new identity": lambda text: text.replace(
        "clause abcdefgh03 EIS-002 kind=wens", "clause abcdefgh06 EIS-002 derives=abcdefgh03"
    ),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The document of a workspace."""
    root = tmp_path / "werkruimte"
    main(["new", str(root), "--kind", "local", "--organisation", "Amersfoort"])
    source = tmp_path / "eisen.json"
    (tmp_path / "eisen.md").write_text(TEXT, "utf-8")
    assert main(["import", str(tmp_path / "eisen.md"), "--into", str(root)]) == 0
    file = root / "documents/eisen.md"
    file.write_text(TEXT, "utf-8")
    save(file)
    assert main(["export", str(file), "--format", "json", "-o", str(source)]) == 0
    return file


def save(file: Path) -> None:
    save_version(open_workspace(file.parents[1]), "Geschreven", Author("Fatma"), datetime.now(UTC))


def comes_back(file: Path, tmp_path: Path, old: str = "", new: str = "") -> None:
    source = tmp_path / "eisen.json"
    source.write_text(source.read_text("utf-8").replace(old, new), "utf-8")
    assert main(["import", str(source), "--into", str(file.parents[1])]) == 0


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_was_done_here_since_an_export_stays(edit: Edit, file: Path, tmp_path: Path) -> None:
    file.write_text(edit(TEXT), "utf-8")
    save(file)
    comes_back(file, tmp_path)
    assert file.read_text("utf-8") == edit(TEXT)
    comes_back(file, tmp_path, "systeem logt alles", "systeem logt echt alles")
    assert file.read_text("utf-8") == edit(TEXT).replace("logt alles", "logt echt alles")


def test_a_clause_that_went_here_comes_back_where_the_file_changed_it_and_that_is_told(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COAUTHOR_LANGUAGE", "nl")
    file.write_text(TEXT.replace(SECOND, ""), "utf-8")
    save(file)
    comes_back(file, tmp_path, "systeem is snel", "systeem is heel snel")
    assert "geschreven in EIS-002: " in capsys.readouterr().out
    assert file.read_text("utf-8") == TEXT.replace("is snel", "is heel snel")


def test_of_a_clause_that_both_wrote_only_the_words_that_both_changed_are_of_the_file(
    file: Path, tmp_path: Path
) -> None:
    file.write_text(TEXT.replace("# Snel", "# Vlot").replace("is snel", "is vlug"), "utf-8")
    save(file)
    comes_back(file, tmp_path, "systeem is snel", "systeem is rap")
    clause = read_document(decode(file.read_bytes())).clause("abcdefgh03")
    assert clause is not None
    assert (clause.title, clause.body.strip()) == ("Vlot", "Het systeem is rap.")


def test_where_both_wrote_in_the_text_between_clauses_that_is_told(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COAUTHOR_LANGUAGE", "nl")
    file.write_text(TEXT.replace("Over deze eisen", "Rond deze eisen"), "utf-8")
    save(file)
    comes_back(file, tmp_path, "Over deze eisen", "Bij deze eisen")
    assert "Ook tussen de bepalingen is hier sindsdien geschreven" in capsys.readouterr().out
    assert file.read_text("utf-8") == TEXT.replace("Over deze eisen", "Bij deze eisen")


def test_a_version_in_which_the_document_was_not_there_is_passed_over(
    file: Path, tmp_path: Path
) -> None:
    file.unlink()
    save(file)
    file.write_text(TEXT.replace("logt alles", "logt alles en meer"), "utf-8")
    save(file)
    comes_back(file, tmp_path, "systeem is snel", "systeem is heel snel")
    text = file.read_text("utf-8")
    assert ("alles en meer" in text, "heel snel" in text) == (True, True)


def test_a_clause_without_a_number_gets_none_from_a_word_processor(
    file: Path, tmp_path: Path
) -> None:
    bare = TEXT.replace("EIS-002 ", "")
    file.write_text(bare, "utf-8")
    save(file)
    word = tmp_path / "eisen.docx"
    assert main(["export", str(file), "--format", "docx", "-o", str(word)]) == 0
    assert main(["import", str(word), "--into", str(file.parents[1])]) == 0
    assert file.read_text("utf-8") == bare


@pytest.mark.parametrize("name", ["docx", "odt"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n## Beheer\n", "\n## Beheer en onderhoud\n"),
        ("Over deze eisen.", "Iets over deze eisen en wensen."),
    ],
)
def test_a_heading_or_text_between_clauses_that_changed_in_a_word_processor_stands_once(
    name: str, old: str, new: str, file: Path, tmp_path: Path
) -> None:
    word = tmp_path / f"eisen.{name}"
    file.write_text(TEXT.replace(old, new), "utf-8")
    assert main(["export", str(file), "--format", name, "-o", str(word)]) == 0
    file.write_text(TEXT, "utf-8")
    assert main(["import", str(word), "--into", str(file.parents[1])]) == 0
    assert file.read_text("utf-8") == TEXT.replace(old, new)


def test_a_clause_that_went_to_another_document_since_is_told_once(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COAUTHOR_LANGUAGE", "nl")
    other = next(each for each in file.parent.glob("*.md") if each != file)
    other.write_text(other.read_text("utf-8").rstrip() + "\n\n" + SECOND, "utf-8")
    gone = "<!-- withdrawn abcdefgh03 EIS-002 moved-to=elders -->\n\n"
    file.write_text(TEXT.replace(SECOND, gone).replace("Over deze", "Rond deze"), "utf-8")
    save(file)
    main(["import", str(tmp_path / "eisen.json"), "--into", str(file.parents[1])])
    said = capsys.readouterr().out
    assert "in een ander document en blijft daar" in said
    assert "sindsdien" not in said
    assert SECOND not in file.read_text("utf-8")
