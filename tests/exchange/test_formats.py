"""The one table of formats, and everything that lists from it."""

import json

import pytest

from coauthor.cli import main
from coauthor.exchange import FORMATS, format_of, readable, writable
from coauthor.language import LANGUAGES, Catalogue


def test_every_format_has_a_name_in_each_language_with_its_endings() -> None:
    for language in LANGUAGES:
        text = Catalogue(language)
        labels = [text(each.label) for each in FORMATS.values()]
        assert len(set(labels)) == len(labels)
        for each, label in zip(FORMATS.values(), labels, strict=True):
            assert f"*{each.suffixes[0]}" in label


def test_what_the_table_says_can_be_written_or_read_is_there() -> None:
    assert all(callable(each.writer) for each in writable().values())
    assert all(callable(each.reader) for each in readable().values())
    assert all(each.writes or each.reads for each in FORMATS.values())


def test_the_command_line_lists_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "nl", "formats", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["formats"]
    assert [each["name"] for each in listed] == list(FORMATS)
    assert {each["name"] for each in listed if each["import"]} == set(readable())
    assert main(["--language", "en", "formats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(FORMATS)
    assert "export, import" in lines[0]


def test_a_file_is_told_by_the_end_of_its_name() -> None:
    found = format_of("PvE Belastingen.MD", readable())
    assert found is not None
    assert found.name == "md"
    assert format_of("PvE", readable()) is None
    assert format_of("PvE.html", readable()) is None
