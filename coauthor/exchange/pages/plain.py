"""Paragraphs and tables of `coauthor.exchange.extras` as HTML and as Markdown."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from coauthor.exchange.office.tree import Block, Paragraph, Role, Runs, Table
from coauthor.exchange.specification import Text

_MARKS = re.compile(r"([\\`*_\[\]<>|~#&])")


def to_html(blocks: tuple[Block, ...], text: Text) -> Markup:
    """Return paragraphs and tables as HTML; what came or went is also told in words."""
    return Markup("\n").join(_html(block, text) for block in blocks)


def _html(block: Block, text: Text) -> Markup:
    if isinstance(block, Paragraph):
        kind = Markup(' class="change"') if block.role is Role.CHANGE else Markup("")
        return Markup("<p{}>{}</p>").format(kind, _html_runs(block.runs, text))
    if isinstance(block, Table):
        head = Markup("").join(
            Markup('<th scope="col">{}</th>').format(_html_runs(cell, text)) for cell in block.head
        )
        rows = Markup("\n").join(
            Markup("<tr>{}</tr>").format(
                Markup("").join(
                    Markup("<td>{}</td>").format(_html_runs(cell, text)) for cell in row
                )
            )
            for row in block.rows
        )
        return Markup(
            '<table class="wide"><caption class="sr">{}</caption>\n<thead><tr>{}</tr></thead>\n'
            "<tbody>{}</tbody></table>"
        ).format(block.caption, head, rows)
    return Markup("")


def _html_runs(runs: Runs, text: Text) -> Markup:
    made = Markup("")
    for run in runs:
        words = Markup("<br>").join(map(escape, run.text.split("\n")))
        if run.change:
            tag = "del" if run.change == "removed" else "ins"
            told = text(f"export-{run.change}")
            words = Markup('<{0}><span class="sr">{1} </span>{2}</{0}>').format(tag, told, words)
        made += Markup("<strong>{}</strong>").format(words) if run.bold else words
    return made


def to_markdown(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield paragraphs and tables as Markdown: ~~what went~~ and **what came**."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{_markdown_runs(block.runs)}\n"
        elif isinstance(block, Table):
            yield _row(block.head)
            yield "|" + " --- |" * len(block.head)
            for row in block.rows:
                yield _row(row)
            yield ""


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(_markdown_runs(cell, "<br>") for cell in cells) + " |"


def _markdown_runs(runs: Runs, line: str = "  \n") -> str:
    made = []
    for run in runs:
        mark = {"removed": "~~", "added": "**"}.get(run.change) or "**" * run.bold
        lines = (_marked(each, mark) for each in run.text.rstrip("\n").split("\n"))
        made.append(line.join(lines) + line * run.text.endswith("\n"))
    return "".join(made)


def _marked(words: str, mark: str) -> str:
    """Return words between marks, which must touch the words to be seen as such."""
    escaped = _MARKS.sub(r"\\\1", words)
    bare = escaped.strip()
    if not bare or not mark:
        return escaped
    before = escaped[: len(escaped) - len(escaped.lstrip())]
    return f"{before}{mark}{bare}{mark}{escaped[len(escaped.rstrip()) :]}"
