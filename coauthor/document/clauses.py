"""Making clauses, and making them anew with one thing changed."""

import re
from dataclasses import replace

from coauthor.document.containing import contain
from coauthor.document.fields import format_fields
from coauthor.document.lines import newline_of
from coauthor.document.markers import Attributes, Marker, format_marker, with_attribute
from coauthor.document.model import Clause, Heading, Prose
from coauthor.document.reading import read_blocks, read_clause

TITLE_LEVEL = 3
"""Heading level of a clause title where the document gives none."""


def new_clause(
    uid: str,
    *,
    title: str = "",
    body: str = "",
    code: str = "",
    attributes: Attributes = (),
    newline: str = "\n",
) -> Clause:
    """Return a new clause, ready to stand between blocks."""
    marker = Marker("clause", uid, code, attributes)
    clause = read_clause(format_marker(marker) + newline * 2)
    return with_body(with_title(clause, title), body)


def with_title(clause: Clause, title: str) -> Clause:
    """Return the clause with another title; '' takes the title away."""
    newline = newline_of(clause.source)
    level = clause.level or TITLE_LEVEL
    head = _heading(title, level, newline)
    body = contain(clause.body, level if head else 0, newline)
    return read_clause(_opened(clause) + head + body + _notes(clause, body) + clause.tail)


def with_body(clause: Clause, body: str) -> Clause:
    """Return the clause with another body, contained so that it stays one clause.

    A closing block quote of fields that somebody types becomes fields.
    """
    newline = newline_of(clause.source)
    text = contain(body, clause.level, newline)
    head = _ended(clause.head, newline)
    tail = clause.tail or ""
    return read_clause(_opened(clause) + head + text + _notes(clause, text) + tail)


def with_field(clause: Clause, key: str, text: str) -> Clause:
    """Return the clause with a field set; '' takes it away."""
    newline = newline_of(clause.source)
    quote = format_fields({**clause.fields, key: text}, newline)
    notes = (newline * 2 if clause.body else "") + quote if quote else ""
    text = _opened(clause) + _ended(clause.head, newline) + clause.body + notes
    return read_clause(text + clause.tail if clause.tail else _ended(text, newline))


def with_attribute_set(clause: Clause, name: str, value: str | None) -> Clause:
    """Return the clause with an attribute of its marker set or taken away."""
    return with_marker(clause, with_attribute(clause.marker, name, value))


def with_marker(clause: Clause, marker: Marker) -> Clause:
    """Return the clause under another marker; its text stays to the letter."""
    blanks = clause.opening[len(clause.opening.rstrip(" \t\r\n")) :]
    blanks = blanks.lstrip(" \t") or newline_of(clause.source)
    return replace(clause, marker=marker, opening=format_marker(marker) + blanks)


def with_heading_text(heading: Heading, text: str) -> Heading:
    """Return the heading with another text; an empty text leaves the old one."""
    newline = newline_of(heading.source)
    source = _heading(text, heading.level, newline)
    blocks = tuple(read_blocks(source))
    if len(blocks) == 1 and isinstance(blocks[0], Heading):
        return blocks[0]
    return heading


def new_heading(text: str, level: int, newline: str = "\n") -> Heading:
    """Return a new heading; ``text`` must not be blank."""
    return (
        with_heading_text(Heading("", level, ""), text)
        if text.strip()
        else Heading("#" * level + newline * 2, level, "")
    )


def with_prose(prose: Prose, text: str) -> Prose:
    """Return the prose with another text, contained so that it stays prose."""
    newline = newline_of(prose.source)
    content = contain(text, 0, newline)
    opener = prose.opener
    tail = prose.tail.lstrip(" \t") or newline  # blanks before a line ending are content
    if opener and not prose.text:  # the blank lines behind it are those of the marker
        tail = opener[len(opener.rstrip("\r\n")) + len(newline) :] + prose.tail or newline
        opener = opener.rstrip("\r\n") + newline
    if not content:  # without text, only a marker makes it a block
        return Prose("", opener=(opener or format_marker(Marker("text")) + newline) + tail)
    return Prose(content, tail, opener)


def _heading(title: str, level: int, newline: str) -> str:
    """Write a title as a heading that reads back as the same text."""
    text = " ".join(title.split())
    if not text:
        return ""
    text = re.sub(r"(^|[ \t])(#+)$", r"\1\\\2", text)  # a closing sequence would be dropped
    return f"{'#' * level} {text}{newline * 2}"


def _opened(clause: Clause) -> str:
    return _ended(clause.opening, newline_of(clause.source))


def _ended(line: str, newline: str) -> str:
    """Return ``line`` with a line ending, where the document stopped without one."""
    return line if not line or line.endswith(("\n", "\r")) else line + newline


def _notes(clause: Clause, body: str) -> str:
    """Return the fields with what separates them from ``body``."""
    if not clause.notes or body == clause.body:
        return clause.notes
    newline = newline_of(clause.source)
    return (newline * 2 if body else "") + clause.notes.lstrip("\r\n \t")
