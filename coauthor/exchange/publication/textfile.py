"""What stands in Markdown, CSV and plain text."""

import re
from collections.abc import Iterator

from coauthor.errors import UserError
from coauthor.exchange.publication.model import Gathering, Place, Reading, Reference
from coauthor.exchange.spreadsheets import read_spreadsheet
from coauthor.exchange.tables.columns import column_letters

_OURS = re.compile(r"\s*(?:(?:clause|omitted|withdrawn)\b|SPDX-)")
"""What a comment says that holds the identity of a clause or a licence, on purpose."""

_COMMENT = re.compile(r"<!--((?:(?!<!--|-->).)*+)-->", re.DOTALL)
# What takes as much as it can never gives back (``*+``): no text makes these slow.
_LINK = re.compile(r"!?\[([^\]\[]*+)\]\(<?([^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)*+)>?[^()]*+\)")
_DEFINITION = re.compile(r"\s{0,3}\[([^\]]+)\]:\s*<?(\S+?)>?(?:\s|$)")
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_CRITIC = re.compile(r"\{(?:\+\+|--|~~)([^{}]*+)(?<=\+\+|--|~~)\}|\{>>([^{}]*+)(?<=<<)\}")
_PROPERTY = re.compile(r"([\w-]+):\s*(.*)")


def decoded(name: str, data: bytes) -> str:
    """Return the text of a file: UTF-16 and UTF-8 by their mark, else UTF-8, else as Windows.

    Raises:
        UserError: ``publication-unfit`` when it is no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:65_536]:
        raise UserError("publication-unfit", path=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_text(name: str, data: bytes) -> Reading:
    """Return the lines of a plain text.

    Raises:
        UserError: ``publication-unfit``.
    """
    found = Gathering("txt")
    for number, line in enumerate(decoded(name, data).splitlines(), start=1):
        found.piece(Place("line", "", str(number)), line)
    return found.reading()


def read_csv(name: str, data: bytes) -> Reading:
    """Return the cells of a CSV file.

    Raises:
        UserError: as `read_spreadsheet`.
    """
    found = Gathering("csv")
    for row in read_spreadsheet(name, data).sheets[0].rows:
        for column, text in enumerate(row.cells, start=1):
            found.piece(Place("cell", "", f"{column_letters(column)}{row.number}"), text)
    return found.reading()


def read_markdown(name: str, data: bytes) -> Reading:
    """Return what stands in a Markdown file; the markers of our clauses are no comments.

    Raises:
        UserError: ``publication-unfit``.
    """
    found = Gathering("md")
    text = decoded(name, data)
    line_number, counted = 1, 0
    for match in _COMMENT.finditer(text):
        line_number += text.count("\n", counted, match.start())
        counted = match.start()
        if not _OURS.match(match[1]):
            found.mark("comment", Place("line", "", str(line_number)), match[1])
    # What was a comment stays as many lines, so that the numbers hold.
    bare = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    for number, line in _after_properties(found, bare.splitlines()):
        place = Place("line", "", str(number))
        for match in _CRITIC.finditer(line):
            rule = "comment" if match[2] is not None else "tracked-change"
            found.mark(rule, place, (match[1] or match[2] or "")[:-2])
        heading = _HEADING.match(line)
        if heading:
            found.anchors.add(_slug(heading[2]))
        words = _links(found, place, heading[2] if heading else line)
        level = len(heading[1]) if heading else 0
        found.piece(place, words, "heading" if heading else "text", level)
    return found.reading()


def _after_properties(found: Gathering, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Gather the front matter; yield the other lines with their numbers."""
    end = lines.index("---", 1) if lines[:1] == ["---"] and "---" in lines[1:] else -1
    for number, line in enumerate(lines, start=1):
        if number > end + 1:
            yield number, line
        elif match := _PROPERTY.match(line):
            place = Place("property", match[1])
            if match[1].lower() in {"author", "auteur", "authors", "last-modified-by"}:
                found.person("author", place, match[2])
            else:
                found.piece(place, match[2], "property")


def _links(found: Gathering, place: Place, line: str) -> str:
    """Gather the targets of links; return the line as people read it."""
    if match := _DEFINITION.match(line):
        found.piece(place, match[2], "link")
        return ""
    for match in _LINK.finditer(line):
        if match[2].startswith("#"):
            found.references.append(Reference(place, match[2][1:].casefold()))
        else:
            found.piece(place, match[2], "link")
    return _LINK.sub(lambda match: match[1], line)


def _slug(heading: str) -> str:
    """Return the anchor that a renderer gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-")
