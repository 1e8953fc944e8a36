"""What the command line says of itself: in the language of the person, and what to do."""

from pathlib import Path

import pytest

from coauthor.cli import COMMANDS, main
from coauthor.commands.parsing import wrong_words
from coauthor.language import LANGUAGES, Catalogue
from coauthor.workspace.creating import make_example

ENGLISH = ("usage:", "show this help", "positional", "optional", "the following arguments")


@pytest.mark.parametrize("command", ["", "export", "import", "collect-answers", "woo"])
def test_an_explanation_in_dutch_holds_no_english(command: str, capsys) -> None:
    with pytest.raises(SystemExit):
        main([*filter(None, [command]), "--help"])
    said = capsys.readouterr().out
    assert said.startswith("gebruik: coauthor")
    assert "toon deze uitleg" in said
    assert not [each for each in ENGLISH if each in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_with_a_command_is_told(language: str, capsys) -> None:
    text = Catalogue(language)
    for words, said in (
        (["export", "a.md"], text("cli-wrong-required", what="--format, -o/--output")),
        (["formats", "meer"], text("cli-wrong-unknown", what="meer")),
        (["import", "a.md", "--into"], text("cli-wrong-value", what="--into")),
    ):
        with pytest.raises(SystemExit) as ended:
            main(["--language", language, *words])
        assert ended.value.code == 2
        assert capsys.readouterr().err.rstrip().endswith(said)
    assert wrong_words("what nobody knows", text) == "what nobody knows"


def test_a_workspace_where_a_document_is_asked_for_names_its_documents(
    tmp_path: Path, capsys
) -> None:
    root = make_example(tmp_path / "w").root
    out = str(tmp_path / "uit.html")
    for command in ("export", "woo"):
        more = ["--format", "html"] if command == "export" else []
        assert main([command, str(root), *more, "-o", out]) == 2
        assert str(root / "documents" / "belastingen.md") in capsys.readouterr().err
    assert main(["export", str(tmp_path), "--format", "html", "-o", out]) == 2
    assert "is een map" in capsys.readouterr().err


def test_every_command_can_explain_itself(capsys) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert not ended.value.code
    assert capsys.readouterr().out.count("gebruik: ") == len(COMMANDS)
