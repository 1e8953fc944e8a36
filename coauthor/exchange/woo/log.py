"""The log of a Woo package: what was left out, how much, and on what ground; as CSV and page.

The grounds are proposals. Who decides on the request judges them; the log says so. They
are of the Wet open overheid, articles 5.1 and 5.2, and of the Aanbestedingswet 2012,
article 2.57, as known in November 2026; no lawyer has looked at them.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from coauthor.document.rendering import printable
from coauthor.exchange.csv_file import guarded
from coauthor.exchange.specification import Text

GROUNDS: Mapping[str, str] = MappingProxyType({
    # of the text
    "text-comment": "opinion", "text-field": "opinion", "text-attribute": "opinion",
    "text-owner": "person", "text-front": "none", "text-link": "none",
    # of the workspace
    "writers": "person", "versions": "opinion", "names": "opinion", "unsaved": "opinion",
    "comments": "opinion", "suggestions": "opinion", "positions": "opinion",
    "questions": "person", "responses": "business", "other-events": "opinion",
    "waivers": "security", "sign-off-people": "person", "other-decisions": "opinion",
    "documents": "outside", "files": "outside",
    # made unreadable in the text
    "hidden-mail": "person", "hidden-phone": "person", "hidden-person": "person",
    "hidden-internal": "opinion", "hidden-path": "functioning",
    "hidden-organisation": "business", "hidden-html": "none", "hidden-invisible": "none",
})  # fmt: skip
"""Kinds of what is left out with their ground: ``woo-left-<kind>``, ``woo-ground-<ground>``."""

_STYLE = (
    "body{font:1rem/1.5 system-ui,'Segoe UI','DejaVu Sans',sans-serif;color:#1b1f24;"
    "max-width:64rem;margin:0 auto;padding:1rem}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;"
    "font-weight:700;padding:.3rem 0}"
    "th,td{border:1px solid #d0d7de;padding:.3rem .5rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}td.n{text-align:right}tr{break-inside:avoid}"
)
_COLUMNS = ("document", "what", "count", "article", "ground")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out: a kind of `GROUNDS`, how often, and of which document ('' of all)."""

    kind: str
    count: int
    document: str = ""

    @property
    def ground(self) -> str:
        """On what ground, as a proposal: ends ``woo-ground-<ground>``."""
        return GROUNDS[self.kind]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that is public: which organ agreed to which text, and when (ISO date).

    Args:
        is_of_this: whether it is of the very text that is in the package.
    """

    organ: str
    document: str
    day: str
    seal: str
    is_of_this: bool


def log_csv(left: Sequence[LeftOut], text: Text) -> bytes:
    """Return the log as CSV with ``;``, for a spreadsheet in Dutch."""
    rows = [[text(f"woo-column-{each}") for each in _COLUMNS], *_rows(left, text)]
    return _csv(rows)


def decisions_csv(decisions: Sequence[Decision], text: Text) -> bytes:
    """Return the decisions as CSV with ``;``."""
    return _csv(_decided(decisions, text))


def _decided(decisions: Sequence[Decision], text: Text) -> list[list[str]]:
    """Return the decisions as rows, with the heads of their columns first."""
    columns = ("organ", "document", "day", "seal", "this")
    rows = [
        [
            each.organ,
            each.document,
            each.day,
            each.seal,
            text("woo-yes" if each.is_of_this else "woo-no"),
        ]
        for each in decisions
    ]
    return [[text(f"woo-decision-{each}") for each in columns], *rows]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerows([guarded(printable(cell)) for cell in row] for row in rows)
    return ("\ufeff" + stream.getvalue()).encode()


def _rows(left: Sequence[LeftOut], text: Text) -> list[list[str]]:
    return [
        [
            each.document or text("woo-whole"),
            text(f"woo-left-{each.kind}"),
            str(each.count),
            text(f"woo-article-{each.ground}"),
            text(f"woo-ground-{each.ground}"),
        ]
        for each in left
    ]


def index_page(
    title: str,
    files: Sequence[tuple[str, str]],
    decisions: Sequence[Decision],
    left: Sequence[LeftOut],
    text: Text,
) -> bytes:
    """Return the page with which a package begins: what is in it, and what was left out.

    Args:
        files: path in the package and what it is called.
    """
    listed = "".join(
        f'<li><a href="{escape(path)}">{escape(printable(name))}</a></li>' for path, name in files
    )
    heads, *decided = _decided(decisions, text)
    shown = _table(text("woo-decisions"), heads, decided) if decided else ""
    columns = [text(f"woo-column-{each}") for each in _COLUMNS]
    page = (
        f'<!DOCTYPE html>\n<html lang="{text("language-code")}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(printable(title))}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(printable(title))}</h1><h2>{escape(text('woo-inside'))}</h2>"
        f"<ul>{listed}</ul>{shown}<h2>{escape(text('woo-left'))}</h2>"
        f"<p>{escape(text('woo-grounds-are'))}</p>"
        f"{_table(text('woo-left'), columns, _rows(left, text))}"
        "</main></body></html>\n"
    )
    return page.encode()


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(printable(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
