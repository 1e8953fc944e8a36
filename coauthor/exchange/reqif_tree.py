"""What stands in a ReqIF file, whoever wrote it: objects with named values, in their order."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from coauthor.errors import UserError
from coauthor.exchange.workbooks import measured
from coauthor.exchange.xml_tree import Element, parse

_VALUE, _DEFINITION = "ATTRIBUTE-VALUE-", "ATTRIBUTE-DEFINITION-"
_DATED = "DATE"


@dataclass(frozen=True)
class Thing:
    """A spec object.

    Args:
        sort: the name of its type.
        values: by the name of the attribute: a string, or the element that holds XHTML.
        depth: how deep it stands in the outline, from 1; 0 outside of it.
        parent: whether others stand under it.
        related: what it is related to: the name of the relation and the other's identifier.
    """

    identifier: str
    sort: str
    values: Mapping[str, str | Element]
    depth: int = 0
    parent: bool = False
    related: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Outline:
    """A whole file: its specifications one after the other, then what stands in none.

    Args:
        values: of the first specification.
        left: parts of a packed file that are no ReqIF, such as pictures.
    """

    title: str
    values: Mapping[str, str | Element]
    things: tuple[Thing, ...]
    left: tuple[str, ...] = field(default=())


def read_outline(name: str, data: bytes) -> Outline:
    """Return what stands in a ``.reqif`` or ``.reqifz`` file.

    Raises:
        UserError: ``xml-unsafe``, ``sheet-unsafe``, ``xml-unfit`` or ``reqif-unfit``.
    """
    if not data.startswith(b"PK\x03\x04"):
        return _outline(name, data)
    try:
        parts = dict(measured(name, data))
    except zipfile.BadZipFile as error:
        raise UserError("reqif-unfit", path=name) from error
    files = [path for path in sorted(parts) if path.lower().endswith((".reqif", ".xml"))]
    found = [_outline(name, parts[path]) for path in files]
    if not found:
        raise UserError("reqif-unfit", path=name)
    left = tuple(path for path in parts if path not in files and not path.endswith("/"))
    things = tuple(thing for each in found for thing in each.things)
    return Outline(found[0].title, found[0].values, things, left)


def _outline(name: str, data: bytes) -> Outline:
    top = parse(name, data)
    content = top.child("CORE-CONTENT", "REQ-IF-CONTENT")
    if top.name != "REQ-IF" or not content.name:
        raise UserError("reqif-unfit", path=name)
    names = {
        each.attributes.get("IDENTIFIER", ""): each.attributes.get("LONG-NAME", "")
        for part in ("DATATYPES", "SPEC-TYPES")
        for each in _everything(content.child(part))
    }
    objects: dict[str, Thing] = {}
    related = _relations(content, names)
    for each in content.child("SPEC-OBJECTS").children:
        identifier = each.attributes.get("IDENTIFIER", "")
        values = {
            key: each.attributes[key] for key in ("LONG-NAME", "DESC") if each.attributes.get(key)
        } | _values(each, names)
        sort = names.get(each.child("TYPE").text.strip(), "")
        objects[identifier] = Thing(
            identifier, sort, values, related=tuple(related.get(identifier, ()))
        )
    specifications = list(content.child("SPECIFICATIONS").children)
    placed: dict[str, Thing] = {}
    for specification in specifications:
        for identifier, depth, parent in _places(specification, 1):
            if (thing := objects.get(identifier)) is not None:
                at = Thing(identifier, thing.sort, thing.values, depth, parent, thing.related)
                placed.setdefault(identifier, at)
    first = specifications[0] if specifications else Element("")
    title = (
        first.attributes.get("LONG-NAME") or top.child("THE-HEADER", "REQ-IF-HEADER", "TITLE").text
    )
    others = [thing for identifier, thing in objects.items() if identifier not in placed]
    return Outline(title.strip(), _values(first, names), (*placed.values(), *others))


def _everything(element: Element) -> Iterator[Element]:
    for each in element.children:
        if "IDENTIFIER" in each.attributes:
            yield each
        yield from _everything(each)


def _values(element: Element, names: Mapping[str, str]) -> dict[str, str | Element]:
    """Return the values of an object; dates are for tools and left out."""
    found: dict[str, str | Element] = {}
    for value in element.child("VALUES").children:
        sort = value.name.removeprefix(_VALUE)
        reference = value.child("DEFINITION").text.strip()
        name = names.get(reference) or reference
        if sort == _DATED:
            continue
        if sort == "ENUMERATION":
            chosen = [each.text.strip() for each in value.child("VALUES").children]
            found[name] = ", ".join(names.get(each) or each for each in chosen)
        elif sort == "XHTML":
            found[name] = value.child("THE-VALUE")
        else:
            found[name] = value.attributes.get("THE-VALUE", "")
    return found


def _places(element: Element, depth: int) -> Iterator[tuple[str, int, bool]]:
    for each in element.child("CHILDREN").children:
        below = list(each.child("CHILDREN").children)
        yield each.child("OBJECT").text.strip(), depth, bool(below)
        yield from _places(each, depth + 1)


def _relations(content: Element, names: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for each in content.child("SPEC-RELATIONS").children:
        sort = names.get(each.child("TYPE").text.strip(), "")
        source, target = each.child("SOURCE").text.strip(), each.child("TARGET").text.strip()
        found.setdefault(source, []).append((sort, target))
    return found
