"""What an OOXML package says of itself: who wrote it, for whom, with what beside it."""

from coauthor.exchange.publication.archive import Archive
from coauthor.exchange.publication.model import Gathering, Place
from coauthor.exchange.publication.photos import read_pictures

PEOPLE = frozenset({"creator", "lastModifiedBy"})
HOUSE = frozenset({"Company", "Manager"})
WORDS = frozenset(
    {"title", "subject", "description", "keywords", "category", "contentStatus", "Template",
     "HyperlinkBase"}
)  # fmt: skip

CONNECTED = frozenset(
    {"attachedTemplate", "externalLinkPath", "externalLink", "oleObject", "image", "video", "audio",
     "frame", "subDocument", "mailMergeSource", "mailMergeHeaderSource", "package", "media",
     "externalLinkLongPath", "xlExternalLinkPath"}
)  # fmt: skip
"""Kinds of relationship that fetch something from outside when the file is opened."""


def read_properties(archive: Archive, found: Gathering) -> None:
    """Gather the properties of an OOXML file, and what travels along in it."""
    for path in ("docProps/core.xml", "docProps/app.xml"):
        for name, value in _values(archive, path):
            place = Place("property", name)
            if name in PEOPLE:
                found.person("author", place, value)
            elif name in HOUSE and value.strip():
                found.mark("organisation", place, value)
            elif name in WORDS:
                found.piece(place, value, "property")
    _custom(archive, found)
    read_pictures(archive, found, "word/media|xl/media")
    if items := archive.under(r"customXml/item\d+\.xml"):
        found.mark("custom-data", Place("part", "customXml"), f"{len(items)} ×")
    if archive.under(r"(?:.*/)?vbaProject\.bin"):
        found.mark("macro", Place())
    for path in archive.under(r"(?:word|xl)/embeddings/.+"):
        found.mark("embedded", Place("part", path))


def read_relations(archive: Archive, path: str, found: Gathering, place: Place) -> None:
    """Gather what a part fetches from outside; its links are given where they stand."""
    for kind, target, outside in archive.relations(path).values():
        if outside and kind in CONNECTED:
            found.mark("external-connection", place, target)
            found.piece(place, target, "path")


def _values(archive: Archive, path: str) -> list[tuple[str, str]]:
    values: list[tuple[str, str]] = []
    depth = 0
    for kind, name, _ in archive.walk(path):
        if kind == "start":
            depth += 1
            if depth == 2:
                values.append((name, ""))
        elif kind == "end":
            depth -= 1
        elif depth >= 2 and values:
            values[-1] = (values[-1][0], values[-1][1] + name)
    return values


def _custom(archive: Archive, found: Gathering) -> None:
    """Gather the properties that a document system put in."""
    title = ""
    for kind, name, values in archive.walk("docProps/custom.xml"):
        if kind == "start" and name == "property":
            title = values.get("name", "")
        elif kind == "text" and title and name.strip():
            place = Place("property", title)
            found.mark("custom-data", place, name)
            found.piece(place, name, "property")
