"""The scanner finds what markdown-it-py finds, on any text, in time linear in the text."""

import gc
import os
import re
import sys
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from coauthor.document.scan import Mark, open_at_end, scan
from tests.document.markdown_strategies import documents, markdown, nested, one_kind, signs, soup

EXAMPLES = int(os.environ.get("COAUTHOR_SCAN_EXAMPLES", "200"))
many = settings(max_examples=EXAMPLES, deadline=None)

# Behind 20 levels of nesting markdown-it drops the rest of the text; the scanner does not.
judge = MarkdownIt("commonmark", {"maxNesting": 1_000_000}).enable(["table", "strikethrough"])


def _is_comment(line: str) -> bool:
    return line.startswith("<!--") and line.endswith("-->")


def judged(text: str) -> list[Mark]:
    """What markdown-it-py finds at the top level, as marks."""
    tokens: list[Token] = []
    source = re.sub("\r\n?", "\n", text).replace("\0", "\ufffd")
    try:
        judge.block.parse(source, judge, {}, tokens)
    except IndexError:  # it looks behind the end of a text that ends with a bare quote mark
        tokens.clear()
        judge.block.parse(source + "\n", judge, {}, tokens)
    starts = [found.start() for found in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n|\Z)", text)]
    starts.append(len(text))
    found = []
    for token, inline in pairwise([*tokens, Token("", "", 0)]):
        if token.level or not token.map:
            continue
        first, last = token.map
        place = (starts[first], starts[last])
        if token.type == "heading_open":
            found.append(Mark("heading", *place, int(token.tag[1]), inline.content))
        elif token.type == "html_block" and last == first + 1 and is_comment(token.content):
            found.append(Mark("comment", *place, 0, token.content.strip(BLANKS)))
    return found


BLANKS = " \t\n\v\f\u00a0\u2028\u3000"


def is_comment(content: str) -> bool:
    line = content.strip(BLANKS)
    return line.startswith("<!--") and line.endswith("-->")


@many
@given(documents())
def test_agrees_with_the_judge_on_lines(text: str) -> None:
    assert list(scan(text)) == judged(text)


@many
@given(nested())
def test_agrees_with_the_judge_on_containers(text: str) -> None:
    assert list(scan(text)) == judged(text)


@many
@given(one_kind())
def test_agrees_with_the_judge_on_html_definitions_and_tables(text: str) -> None:
    assert list(scan(text)) == judged(text)


@many
@given(soup | signs | st.text(max_size=80))
def test_agrees_with_the_judge_on_any_text(text: str) -> None:
    assert list(scan(text)) == judged(text)


@many
@given(markdown)
def test_marks_are_whole_lines_in_order(text: str) -> None:
    position = 0
    for mark in scan(text):
        assert position <= mark.start < mark.end <= len(text)
        assert mark.start == 0 or text[mark.start - 1] in "\r\n"
        assert mark.end == len(text) or text[mark.end - 1] in "\r\n"
        position = mark.end


@many
@given(markdown)
def test_goes_on_behind_any_mark(text: str) -> None:
    marks = list(scan(text))
    for index, mark in enumerate(marks):
        assert list(scan(text, mark.end)) == marks[index + 1 :]


@many
@given(markdown)
def test_after_the_closing_line_and_a_blank_line_nothing_is_open(text: str) -> None:
    closed = f"{text}\n{open_at_end(text)}\n\n"
    assert open_at_end(closed) == ""
    assert list(scan(closed + "# kop\n"))[-1] == Mark(
        "heading", len(closed), len(closed) + 6, 1, "kop"
    )


@many
@given(markdown)
def test_a_heading_below_a_blank_line_is_seen_unless_something_is_open(text: str) -> None:
    seen = any(mark.text == "eigen kop" for mark in scan(f"{text}\n\n# eigen kop\n"))
    assert seen is not bool(open_at_end(text))


def test_real_texts_agree_with_the_judge(shared_texts) -> None:
    for path in sorted(shared_texts.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        assert list(scan(text)) == judged(text), path.name


AGREED = {
    "heading": "# kop\n",
    "closing signs": "## kop ##  \n",
    "closing signs stuck to a word": "## kop##\n",
    "empty heading": "#\n",
    "blanks of other scripts are no blanks": "#\u00a0geen\n\u00a0# geen\n",
    "byte order mark is text": "\ufeff# geen\n",
    "NUL": "# a\0b\n<!-- a\0b -->\n"[:8],
    "form feed and line separator end no line": "a\x0c# geen\n\na\u2028# geen\x85# geen\n",
    "tab before": "\t# code\n",
    "tab behind": "#\tkop\n",
    "endings": "# een\r\n# twee\r# drie\n\rvier\r\n===\r",
    "underline": "een\n   twee  \n===\n",
    "underline as short as can be": "een\n-\n",
    "underline not under code": "    een\n---\n",
    "rule, not underline": "een\n\n---\n",
    "rule, not underline, of stars": "een\n***\ntwee\n---\n",
    "underline under an item": "- een\n---\ntwee\n===\n",
    "underline in an item": "- een\n  ===\n",
    "underline under a quote": "> een\n===\ntwee\n---\n",
    "lazy line, then underline": "> een\ntwee\n===\n",
    "lazy line in a quote in an item": "- > een\ntwee\n===\n",
    "indented lazy line is dropped by the inner of two quotes": "> > een\n    # twee\ndrie\n===\n",
    "quote mark however indented": "> # een\n      > twee\ndrie\n===\n",
    "tab after a quote mark": ">\t\t> een\ntwee\n===\n",
    "in a fence": "```\n# een\n~~~\n```\n# twee\n",
    "fence not closed by a shorter one": "````\n```\n# een\n`````\n# twee\n",
    "fence with a backtick in its info": "``` a`b\n# een\n",
    "fence ends with its item": "- ```\n# een\n",
    "fence ends with its quote": "> ```\n# een\n",
    "heading in containers": "- # een\n\n  # twee\n\n> # drie\n\n1. > # vier\n",
    "item on two blank lines": "-\n\n  # een\n",
    "item on one blank line": "-\n  # een\n",
    "number that may not break a paragraph": "een\n2. twee\n===\n",
    "number that may": "een\n1. twee\n===\n",
    "number too long": "1234567890. een\n===\n",
    "empty item that may not": "een\n*\ntwee\n===\n",
    "items too far in are text": "- a\n - b\n  - c\n   - d\n    - e\nf\n===\n",
    "table in the middle of a list": "- a\n- b | c\n--|--\n===\n",
    "table behind an empty item": "-\n\n- a|b\n-|-\n===\n\n> -\n>\n- a|b\n-|-\n===\n",
    "table in an item": "- a|b\n  -|-\n  c\nd\n===\n",
    "table that lacks 65537 cells": "|" * 101 + "\n" + "|-" * 100 + "|\n" + "|a|\n" * 662 + "===\n",
    "table with a first line like an item": "- b | c\n--|--\nx\n===\n",
    "table with a first line like a heading": "# b | c\n--|--\n\n# kop\n",
    "table with a first line like a comment": "<!-- b | c -->\n--|--\n",
    "row, not underline": "| a |\n|---|\nb\n---\n",
    "one column, no underline": "| a |\n---\n",
    "escaped pipe": "a \\| b\n--|--\n===\n",
    "row of nothing but a line separator": "|a|\n|-|\n\u2028\n===\n",
    "definition": "[a]: b\n===\n",
    "definition over lines": "[a\nb]:\nc\n'd\ne'\n===\n",
    "definition whose title is text": "[a]: b\n'c\n===\n",
    "title stuck to its target": "[a]: <b>'c'\n===\n\n[a]: <b>'c\nd'\n===\n",
    "empty title that spoils": '[a]: b\n"" x\n===\n\n[a]: b\n"c" x\n===\n',
    "definition of a script is text": "[a]: javascript:x\n===\n\n[a]: &#x6a;avascript:x\n===\n",
    "definition of a picture": "[a]: data:image/png;x\n===\n",
    "comments": "<!-- een -->\n  <!-- twee -->  \n   <!--drie-->\n    <!-- code -->\n",
    "comment with more behind it": "<!-- een --> twee\n# drie\n",
    "comment on two lines": "<!-- een\ntwee -->\n# drie\n",
    "comment that is none": "<!- een -->\n",
    "shortest comments": "<!-->\n<!--->\n<!---->\n",
    "comment breaks a paragraph": "een\n<!-- twee -->\ndrie\n===\n",
    "comment in an item": "- een\n\n  <!-- twee -->\n",
    "comment in an item, not closed": "- <!-- een\n\n# twee\n",
    "kinds of raw HTML": "<?a\n# 1\n?>\n<!A\n# 2\n>\n<![CDATA[\n# 3\n]]>\n<pre>\n\n# 4\n</style>\n",
    "HTML to a blank line": "<div>\n# een\n\n# twee\n",
    "tag on its own": "<b c='d'>\n# een\n\ntwee\n<b>\n===\n",
    "tag with no-break spaces": "<a b=c\u00a0d=e>\n# een\n\n<a b=c\u00a0d\u00a0=e>\n# twee\n",
}


@pytest.mark.parametrize("text", AGREED.values(), ids=AGREED.keys())
def test_agrees_on(text: str) -> None:
    assert list(scan(text)) == judged(text)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("tekst\n# kop\n", [("heading", 6, 12, 1, "kop")]),
        ("a\n  b\n---\nc", [("heading", 0, 10, 2, "a\n  b")]),
        (
            "\r\n <!-- a -->\t\r\n# b",
            [("comment", 2, 16, 0, "<!-- a -->"), ("heading", 16, 19, 1, "b")],
        ),
    ],
)
def test_tells_where_a_mark_is_and_what_it_says(text: str, marks: list[tuple[object, ...]]) -> None:
    assert [(m.kind, m.start, m.end, m.level, m.text) for m in scan(text)] == marks


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("", ""),
        ("# kop", ""),
        ("```", "```"),
        ("```py\n# a\n\n", "```"),
        ("~~~~~\n```\n~~~~\n", "~~~~~"),
        ("```\n```\n", ""),
        ("- ```\n", ""),
        ("> <!--\n", ""),
        ("<!-- a\n\nb", "-->"),
        ("a\n<?php", "?>"),
        ("<!DOCTYPE", ">"),
        ("<![CDATA[\n", "]]>"),
        ("<PRE>\n\n", "</pre>"),
        ("<script src=x>\n</scrip>", "</script>"),
        ("<div>\n", ""),
        ("<b>\n", ""),
    ],
)
def test_tells_what_is_open_at_the_end(text: str, closing: str) -> None:
    assert open_at_end(text) == closing


def test_nesting_has_no_limit() -> None:
    depth = 3000
    for markers in ("- ", "> ", "> - "):
        assert [mark.text for mark in scan(f"{markers * depth}a\n\n# kop\n")] == ["kop"]


def test_a_tag_with_exponentially_many_readings_is_read_once() -> None:
    tag = "<a b=c" + "\u00a0d=e\u00a0f" * 200
    assert list(scan(f"{tag}\n===\n")) == [Mark("heading", 0, len(tag) + 5, 1, tag)]


def work(action: Callable[[], object]) -> int:
    """How many lines of the package an action runs."""
    count = 0

    def trace(frame: FrameType, *_: object) -> Callable[..., object] | None:
        nonlocal count
        if not frame.f_globals.get("__name__", "").startswith("coauthor."):
            return None
        count += 1
        return trace

    before, collects = sys.gettrace(), gc.isenabled()
    gc.collect()  # what earlier work left behind is not closed within this count
    gc.disable()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
        if collects:
            gc.enable()
    return count


HARD: dict[str, Callable[[int], str]] = {
    "quotes broken off": lambda n: "> # a\nb\n===\n" * n,
    "one deep quote, lazy lines": lambda n: "> " * n + "a\n" + "b\n" * n,
    "one deep quote, blank lines": lambda n: "> " * n + "a\n" + "\n" * n,
    "deep quotes": lambda n: ("> " * 50 + "a\n") * (n // 10) + "b\n===\n",
    "deep list, blank lines": lambda n: "- " * n + "a\n" + "\n" * n + "b\n",
    "steps": lambda n: "".join("  " * (i % 40) + "- a\n" for i in range(n)),
    "deep mixture": lambda n: "> - " * n + "a|b\n" + ">   " * n + "-|-\n",
    "deep quotes over a delimiter row": lambda n: "> " * n + "a|b\n" + "> " * n + "-|-\n",
    "nearly a rule": lambda n: "- " * n + "x\n" + "* " * n + "x\n",
    "definitions": lambda n: "[a]: b\n" * n + "===\n",
    "definitions with open titles": lambda n: '[a]: b\n"x\n===\n' * n,
    "open label": lambda n: "[a\n" * n + "===\n",
    "long label": lambda n: "[\n" + "a\n" * n + "===\n",
    "brackets": lambda n: "[" * n + "\n]: a\n",
    "parentheses": lambda n: "[a]: " + "(" * n + "\n===\n",
    "long title": lambda n: '[a]: b\n"' + "x\n" * n + "\n===\n",
    "heads without tables": lambda n: "a|b\n--|-|\n" * n + "===\n",
    "rows": lambda n: "|a|\n|-|\n" + "x\n" * n + "===\n",
    "rows that end a table": lambda n: "x|y\n|-|-|\n\u2028\n" * n + "===\n",
    "long paragraph": lambda n: "a\n" * n + "===\n",
    "long list": lambda n: "- a\n" * n + "b\n===\n",
    "open comments": lambda n: "- <!--\n" * n + "a\n===\n",
    "open fences": lambda n: "> ```\na\n" * n,
    "shrinking fences": lambda n: "".join("`" * (n - i + 3) + "\n" for i in range(n)),
    "empty items": lambda n: "-\n\n" * n + "a\n===\n",
    "tags": lambda n: ("<a" + " b=c" * 20 + "\n\n") * (n // 10) + "<a" + " b=c" * n + "\n===\n",
    "returns": lambda n: "a\r" * n + "===",
}


@pytest.mark.parametrize("make", HARD.values(), ids=HARD.keys())
def test_twice_the_text_is_twice_the_work(make: Callable[[int], str]) -> None:
    once, twice = (work(lambda size=size: open_at_end(make(size))) for size in (200, 400))
    assert twice <= 2.2 * once + 200


@pytest.mark.parametrize("opening", ["# kop\n\n", "kop\n===\n", "<!-- kop -->\n", "- a\n\n# kop\n"])
def test_the_first_mark_costs_the_same_however_long_the_text(opening: str) -> None:
    hard = "- a\nb\n===\n\n> c\nd\n"
    short, long = (work(lambda n=n: next(scan(opening + hard * n))) for n in (2, 2000))
    assert short == long
