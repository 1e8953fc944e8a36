"""The report of an upgrade for people: as text for a terminal, or as one HTML file."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from coauthor.document.rendering import printable
from coauthor.exchange.comparison import STYLE
from coauthor.exchange.specification import Text

OUTCOMES = ("asked", "look", "review", "told", "follows")
"""What matters most first."""

_SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}
_TAGS = {"removed": "del", "added": "ins"}


def to_text(report: Mapping[str, Any], text: Text) -> str:
    """Return the report as lines, with ``[-removed-]`` and ``{+added+}``."""
    return "".join(f"{line}\n" for line in _lines(report, text))


def _lines(report: Mapping[str, Any], text: Text) -> Iterator[str]:
    yield summary(report, text)
    for document in report["documents"]:
        yield ""
        yield f"{document['title']} ({document['path']})"
        for item in _sorted(document["items"]):
            yield f"  {label(item, text)}"
            if why := reason(item, text):
                yield f"    {why}"
            for line in "".join(_marked(item["words"])).strip().splitlines():
                yield f"      {line}"


def summary(report: Mapping[str, Any], text: Text) -> str:
    """Return in one sentence what the upgrade does."""
    counts = report["counts"]
    return text(
        "upgrade-summary",
        standard=report["title"],
        before=report["from"],
        release=report["to"],
        follows=counts["follows"],
        asked=counts["asked"] + counts["look"],
        review=counts["review"],
        told=counts["told"],
    )


def label(item: Mapping[str, Any], text: Text) -> str:
    """Return what a place is called, and what happens there."""
    what = item["code"] or text(f"upgrade-type-{item['type']}")
    outcome = text(f"upgrade-outcome-{item['outcome']}")
    happened = text(f"upgrade-happened-{item['happened']}")
    locked = f" · {text('lineage-locked')}" if item["locked"] else ""
    title = f" {printable(item['title'])}" if item["title"] else ""
    return f"{what}{title}: {happened} · {outcome}{locked}"


def reason(item: Mapping[str, Any], text: Text) -> str:
    """Return why it is told or asked, or ''."""
    if not item["why"]:
        return ""
    return text(f"upgrade-why-{item['why']}", detail=item["detail"] or "")


def _sorted(items: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(items, key=lambda item: OUTCOMES.index(item["outcome"]))


def _marked(runs: list[list[str]]) -> Iterator[str]:
    for kind, words in runs:
        before, after = _SIGNS[kind]
        yield f"{before}{printable(words)}{after}"


def to_html(report: Mapping[str, Any], text: Text) -> str:
    """Return the report as one HTML file."""
    title = escape(
        text("upgrade-title", standard=report["title"], before=report["from"], release=report["to"])
    )
    parts = "\n".join(
        f"<h2>{escape(document['title'])}</h2>\n"
        + "\n".join(_section(item, text) for item in _sorted(document["items"]))
        for document in report["documents"]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{text("language-code")}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>"
        f"<p>{escape(summary(report, text))}</p>\n{parts}\n</main></body></html>\n"
    )


def _section(item: Mapping[str, Any], text: Text) -> str:
    said = escape(reason(item, text))
    return (
        f"<section><h3>{escape(label(item, text))}</h3>"
        + (f"<p>{said}</p>" if said else "")
        + f"<div>{html_words(item['words'])}</div></section>"
    )


def html_words(runs: list[list[str]]) -> str:
    """Return a difference in words as HTML, with ``ins`` and ``del``."""
    return "".join(
        f"<{_TAGS[kind]}>{escape(printable(words))}</{_TAGS[kind]}>"
        if kind in _TAGS
        else escape(printable(words))
        for kind, words in runs
    )
