"""Exporting by command: which version, which parts, compared with what."""

from pathlib import Path

import pytest

from coauthor.cli import main
from coauthor.history.repository import Author
from coauthor.workspace.baselines import name_version
from tests.workspace.market.making import WHEN, room


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document that was named, and says something else since."""
    workspace = room(tmp_path / "waterrijk")
    name_version(workspace, "Voor de markt", Author("Fatma"), WHEN)
    path = workspace.file(workspace.settings.documents[0])
    path.write_text(path.read_text("utf-8").replace("één biljet samen", "twee samen"), "utf-8")
    workspace.repository.commit("Twee biljetten", Author("Fatma"), WHEN)
    return path


def export(document: Path, *words: str) -> tuple[int, str]:
    """Export as Markdown; return the exit code and what was written, or ''."""
    output = document.parent.parent.parent / "uit.md"
    output.unlink(missing_ok=True)
    said = ["--language", "nl", "export", str(document), "--format", "md", "-o", str(output)]
    code = main([*said, *words])
    return code, output.read_text("utf-8") if output.exists() else ""


@pytest.mark.parametrize("option", ["--version", "--of"])
def test_a_version_is_asked_for_by_its_name(document: Path, option: str) -> None:
    code, text = export(document, option, "voor de markt")
    assert code == 0
    assert "één biljet samen" in text
    assert "Voor de markt ·" in text


def test_an_unknown_version_part_or_preset_is_answered_with_what_there_is(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words, known in (
        (["--version", "3.0"], "Voor de markt; "),
        (["--since", "3.0"], "Twee biljetten"),
        (["--with", "plaatjes"], "sign-off"),
        (["--preset", "pers"], "market"),
        (["--preset", "changes"], "--since"),
        (["--vendor", "Acme"], "–"),
    ):
        assert export(document, *words) == (2, "")
        assert known in capsys.readouterr().err


def test_parts_come_and_go_by_name(document: Path) -> None:
    _, text = export(document, "--with", "sign-off,numbering", "--without", "details")
    assert "# Ondertekening" in text
    assert "Eén biljet voor drie heffingen" not in text
    assert "#\N{SPACE}1\N{NO-BREAK SPACE} Heffen" in text


def test_was_and_becomes_alone(document: Path) -> None:
    code, text = export(document, "--preset", "changes", "--since", "Voor de markt")
    assert code == 0
    assert "Wijzigingen sinds Voor de markt" in text
    assert "~~één biljet~~" in text
    assert "**twee**" in text
    assert "Toegang" not in text
