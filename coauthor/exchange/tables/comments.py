"""Comments on cells of an XLSX file: the old ones, and those in threads.

Excel keeps a thread twice: as it is, and as one old comment for older programs, which is
passed over here ([MS-XLSX] 2.6.205). Who wrote it stands in a list of persons.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

from coauthor.errors import UserError
from coauthor.exchange.tables.sheet import Said
from coauthor.exchange.xml_tree import Element, parse

_ROW = re.compile(r"\$?[A-Z]{1,4}\$?(\d{1,8})")
_TWICE = "[Threaded comment]"
_PERSONS = "xl/persons/"


def remarks(name: str, sheet: str, parts: Mapping[str, bytes]) -> dict[int, tuple[Said, ...]]:
    """Return what is said of the cells of a sheet, by number of the row.

    Args:
        sheet: path of its part.
        parts: the XML parts of the file by path, measured already.

    Raises:
        UserError: ``xml-unsafe``; a part that is no XML is passed over.
    """
    folder, file = posixpath.split(sheet)
    found: dict[int, list[Said]] = {}
    for relation in _tree(name, parts.get(f"{folder}/_rels/{file}.rels", b"")).children:
        kind = relation.attributes.get("Type", "").rpartition("/")[2]
        if kind not in ("comments", "threadedComment"):
            continue
        target = relation.attributes.get("Target", "")
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        tree = _tree(name, parts.get(path, b""))
        said = _old(tree) if kind == "comments" else _threads(tree, _people(name, parts))
        for row, each in said:
            found.setdefault(row, []).append(each)
    return {row: tuple(each) for row, each in found.items()}


def _tree(name: str, part: bytes) -> Element:
    if not part:
        return Element("")
    try:
        return parse(name, part)
    except UserError as error:
        if error.code == "xml-unfit":
            return Element("")
        raise


def _old(tree: Element) -> Iterator[tuple[int, Said]]:
    authors = [each.text for each in tree.child("authors").children]
    for comment in tree.child("commentList").children:
        words = "".join(each.text for each in comment.all("t")).strip()
        row = _ROW.fullmatch(comment.attributes.get("ref", ""))
        if not row or not words or words.startswith(_TWICE):
            continue
        at = comment.attributes.get("authorId", "")
        author = authors[int(at)] if at.isdecimal() and int(at) < len(authors) else ""
        yield int(row[1]), Said(words.removeprefix(f"{author}:").strip(), author)


def _threads(tree: Element, people: Mapping[str, str]) -> Iterator[tuple[int, Said]]:
    for comment in tree.all("threadedComment"):
        row = _ROW.fullmatch(comment.attributes.get("ref", ""))
        words = comment.child("text").text.strip()
        if row and words:
            author = people.get(comment.attributes.get("personId", ""), "")
            yield int(row[1]), Said(words, author, comment.attributes.get("dT", ""))


def _people(name: str, parts: Mapping[str, bytes]) -> dict[str, str]:
    return {
        person.attributes.get("id", ""): person.attributes.get("displayName", "")
        for path, part in parts.items()
        if path.startswith(_PERSONS)
        for person in _tree(name, part).all("person")
    }
