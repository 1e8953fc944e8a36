"""What comes due, as lines, and as the yearly list for the executive: one HTML file."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from coauthor.document.rendering import printable
from coauthor.exchange.leave import name_of
from coauthor.exchange.specification import Text
from coauthor.review.signing.ending import Due

_COLUMNS = ("until", "document", "clause", "kind", "reason", "owner", "cost")

_STYLE = (
    "@page{size:A4 landscape;margin:14mm}"
    "body{font:10.5pt/1.4 system-ui,'Segoe UI','DejaVu Sans',sans-serif;color:#1b1f24;"
    "max-width:64rem;margin:0 auto;padding:1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #d0d7de;padding:.3rem .5rem;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}tr{break-inside:avoid}.over td:first-child{font-weight:700}"
)


def when_words(due: Due, text: Text) -> str:
    """Return when a deviation ends, and how far that is."""
    key = "due-over" if due.is_over else "due-days"
    said = text(key, date=f"{due.until:%d-%m-%Y}", days=abs(due.days))
    return f"{said} ({text('due-counted')})" if due.said == "counted" else said


def kind_words(due: Due, text: Text) -> str:
    """Return what kind of deviation it is, and whether it is locked."""
    said = text(f"lineage-{due.lineage}")
    return f"{said}, {text('due-locked')}" if due.locked else said


def reason_words(due: Due, text: Text) -> str:
    """Return why one deviates."""
    key = f"reason-{due.reason_class}"
    parts = (text(key) if due.reason_class and text.has(key) else "", due.reason)
    return printable(": ".join(filter(None, parts)))


def due_line(due: Due, text: Text) -> str:
    """Return a deviation in one line."""
    parts = (when_words(due, text), name_of(due.code or due.uid, due.title), kind_words(due, text))
    owner = f" – {printable(due.owner)}" if due.owner else ""
    return " · ".join(parts) + owner


def to_yearly_list(
    found: Iterable[tuple[str, Due]], title: str, when: datetime, text: Text, language: str
) -> str:
    """Return the yearly list as one accessible HTML file.

    Args:
        found: title of the document and the deviation, the first to end first.
    """
    head = "".join(f'<th scope="col">{escape(text(f"due-{key}"))}</th>' for key in _COLUMNS)
    rows = []
    for document, due in found:
        cells = (
            when_words(due, text),
            printable(document),
            name_of(due.code or due.uid, due.title),
            kind_words(due, text),
            reason_words(due, text),
            printable(due.owner),
            printable(due.cost),
        )
        shown = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        rows.append(f'<tr class="over">{shown}</tr>' if due.is_over else f"<tr>{shown}</tr>")
    name = escape(printable(title))
    about = escape(text("due-list-about", date=f"{when:%d-%m-%Y}", count=len(rows)))
    heading = escape(text("due-list"))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{heading} – {name}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{heading}</h1><p>{name}</p><p>{about}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        "</main></body></html>\n"
    )
