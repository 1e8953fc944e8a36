"""A comparison for people: as text for a terminal, or as one HTML file."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from coauthor.document.rendering import printable
from coauthor.exchange.specification import Text

STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:54rem;margin:2rem auto;padding:0 1rem}"
    "ins{background:#dff5e4;color:#0b5c2e}del{background:#fce8e6;color:#8c1d18}"
    "section{border:1px solid #d0d7de;border-radius:.4rem;padding:.5rem 1rem;margin:1rem 0}"
    "div{white-space:pre-line}"
)


def to_text(comparison: Mapping[str, Any], text: Text) -> str:
    """Return the differences as lines, with ``[-removed-]`` and ``{+added+}``."""
    return "".join(f"{line}\n" for line in _lines(comparison, text))


def _lines(comparison: Mapping[str, Any], text: Text) -> Iterator[str]:
    for row in _changed(comparison):
        yield f"{_label(row, text)}"
        for line in "".join(_marked(row)).strip().splitlines():
            yield f"    {line}"
    for change, number in sorted(comparison["counts"].items()):
        yield f"{text(f'change-{change}')}: {number}"


def _marked(row: Mapping[str, Any]) -> Iterator[str]:
    signs = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}
    for kind, words in _runs(row):
        before, after = signs[kind]
        yield f"{before}{printable(words)}{after}"


def to_html(comparison: Mapping[str, Any], text: Text, before: str, after: str) -> str:
    """Return the differences as one HTML file."""
    title = escape(f"{before} → {after}")
    sections = "\n".join(_section(row, text) for row in _changed(comparison))
    counts = " · ".join(
        escape(f"{text(f'change-{change}')}: {number}")
        for change, number in sorted(comparison["counts"].items())
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{text("language-code")}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>"
        f"<p>{counts}</p>\n{sections}\n</main></body></html>\n"
    )


def _section(row: Mapping[str, Any], text: Text) -> str:
    tags = {"removed": "del", "added": "ins"}
    body = "".join(
        f"<{tags[kind]}>{escape(printable(words))}</{tags[kind]}>"
        if kind in tags
        else escape(printable(words))
        for kind, words in _runs(row)
    )
    return f"<section><h2>{escape(_label(row, text))}</h2><div>{body}</div></section>"


def _changed(comparison: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (row for row in comparison["rows"] if row["change"] != "same")


def _label(row: Mapping[str, Any], text: Text) -> str:
    what = row["code"] or text(f"block-{row['type']}")
    return f"{text('change-' + row['change'])}: {what}"


def _runs(row: Mapping[str, Any]) -> list[tuple[str, str]]:
    if row["words"] is not None:
        return [(kind, words) for kind, words in row["words"]]
    if row["before"] is None:
        return [("added", row["after"])]
    return [("removed", row["before"])]
