"""Comments on cells of an XLSX file: the old ones, and those in threads.

Excel keeps a thread twice: as it is, and as one old comment for older programs, which is
passed over here ([MS-XLSX] 2.6.205); its words are in the language of that Excel, its author
is ``tc=`` and a number. Who wrote it stands in a list of persons.
"""

import posixpath
import re
from collections.abc import Container, Iterator, Mapping

from coauthor.errors import UserError
from coauthor.exchange.tables.sheet import Said
from coauthor.exchange.xml_tree import Element, parse

_ROW = re.compile(r"\$?[A-Z]{1,4}\$?(\d{1,8})")
_TWICE = "tc="
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
    trees: dict[str, list[Element]] = {"comments": [], "threadedComment": []}
    for relation in _tree(name, parts.get(f"{folder}/_rels/{file}.rels", b"")).children:
        kind = relation.attributes.get("Type", "").rpartition("/")[2]
        if kind in trees:
            target = relation.attributes.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            trees[kind].append(_tree(name, parts.get(path, b"")))
    people = _people(name, parts)
    threads = [each for tree in trees["threadedComment"] for each in _threads(tree, people)]
    threaded = {place for place, _ in threads}
    old = [each for tree in trees["comments"] for each in _old(tree, threaded)]
    found: dict[int, list[Said]] = {}
    for place, said in (*old, *threads):
        if row := _ROW.fullmatch(place):
            found.setdefault(int(row[1]), []).append(said)
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


def _old(tree: Element, threaded: Container[str]) -> Iterator[tuple[str, Said]]:
    """Yield the old comments with their cells, but for those that are a thread, too."""
    authors = [each.text for each in tree.child("authors").children]
    for comment in tree.child("commentList").children:
        place = comment.attributes.get("ref", "")
        words = "".join(each.text for each in comment.all("t")).strip()
        at = comment.attributes.get("authorId", "")
        author = authors[int(at)] if at.isdecimal() and int(at) < len(authors) else ""
        if author.startswith(_TWICE):
            if place in threaded:
                continue
            author = ""
        if words:
            yield place, Said(words.removeprefix(f"{author}:").strip(), author)


def _threads(tree: Element, people: Mapping[str, str]) -> Iterator[tuple[str, Said]]:
    for comment in tree.all("threadedComment"):
        words = comment.child("text").text.strip()
        if words:
            author = people.get(comment.attributes.get("personId", ""), "")
            yield (
                comment.attributes.get("ref", ""),
                Said(words, author, comment.attributes.get("dT", "")),
            )


def _people(name: str, parts: Mapping[str, bytes]) -> dict[str, str]:
    return {
        person.attributes.get("id", ""): person.attributes.get("displayName", "")
        for path, part in parts.items()
        if path.startswith(_PERSONS)
        for person in _tree(name, part).all("person")
    }
