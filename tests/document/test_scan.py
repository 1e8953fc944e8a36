"""The scanner finds what the reference finds, on any text."""

import re

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from coauthor.document.scan import Mark, open_at_end, scan
from tests.document.markdown_strategies import markdown

reference = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def judged(text: str) -> list[tuple[str, int, str]]:
    """Headings and one-line comments as markdown-it-py sees them: kind, level, content."""
    found = []
    tokens = reference.parse(text)
    for index, token in enumerate(tokens):
        if token.level:
            continue
        if token.type == "heading_open":
            found.append(("heading", int(token.tag[1]), tokens[index + 1].content))
        elif token.type == "html_block" and token.map and token.map[1] == token.map[0] + 1:
            line = token.content.strip(" \t\n")
            if line.startswith("<!--") and line.endswith("-->"):
                found.append(("comment", 0, line))
    return found


def seen(text: str) -> list[tuple[str, int, str]]:
    return [(m.kind, m.level, m.text.replace("\0", "\ufffd")) for m in scan(text)]


@given(markdown)
@example("a\n===\n")
@example("- a\nlui\n---\n")
@example("| a |\n|---|\n===\n")
def test_agrees_with_the_reference(text: str) -> None:
    assert seen(text) == judged(text)


@given(markdown)
def test_marks_are_whole_lines_in_order(text: str) -> None:
    position = 0
    for mark in scan(text):
        assert position <= mark.start < mark.end <= len(text)
        assert mark.start == 0 or text[mark.start - 1] in "\r\n"
        assert mark.end == len(text) or text[mark.end - 1] in "\r\n"
        position = mark.end


@given(markdown)
def test_what_is_open_can_be_closed(text: str) -> None:
    closing = open_at_end(text)
    if closing:
        closed = text + "\n" + closing + "\n\n# kop\n"
        assert list(scan(closed))[-1].text == "kop"


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("```\n# code\n```\n# kop\n", ["kop"]),
        ("- punt\n\n  # in de lijst\n\n# kop\n", ["kop"]),
        ("> # citaat\n\n# kop\n", ["kop"]),
        ("tekst\n# kop\n", ["kop"]),
        ("eerste\ntweede\n---\n", ["eerste\ntweede"]),
        ("<!--\n# geen\n-->\n# kop\n", ["kop"]),
        ("    # code\n", []),
    ],
)
def test_headings_at_the_top_level_only(text: str, headings: list[str]) -> None:
    assert [mark.text for mark in scan(text)] == headings


def test_yields_the_first_mark_before_it_reads_the_rest() -> None:
    text = "# kop\n\n" + "woord\n\n" * 100_000
    marks = scan(text)
    assert next(marks) == Mark("heading", 0, 6, 1, "kop")


def test_real_texts_agree_with_the_reference(shared_texts) -> None:
    for path in sorted(shared_texts.rglob("*.md")):
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert seen(text) == judged(text), path.name
