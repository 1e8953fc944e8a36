"""XML of others as a tree, read so that it can do no harm.

What declares a document type or an entity is refused before anything is unfolded: that is
how a few bytes become gigabytes, or how a file asks for other files. Python's own parser
is enough for that; nothing of the tree refers outside the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from coauthor.errors import UserError

DEPTH, ELEMENTS = 200, 4_000_000
"""Deepest nesting, and most elements, that are read."""


@dataclass(slots=True)
class Element:
    """An element, by its name without the prefix; ``parts`` are texts and elements in order."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list["Element | str"] = field(default_factory=list)

    @property
    def children(self) -> Iterator["Element"]:
        """The elements directly in it."""
        return (part for part in self.parts if isinstance(part, Element))

    def child(self, *names: str) -> "Element":
        """Return the first element along a path of names, an empty one where there is none."""
        found = self
        for name in names:
            found = next((each for each in found.children if each.name == name), Element(""))
        return found

    def all(self, *names: str) -> Iterator["Element"]:
        """Yield the elements with one of the names, at any depth."""
        for each in self.children:
            if each.name in names:
                yield each
            yield from each.all(*names)

    @property
    def text(self) -> str:
        """All text in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


def parse(name: str, data: bytes) -> Element:
    """Return the outermost element of an XML file.

    Args:
        name: the file, for messages.

    Raises:
        UserError: ``xml-unsafe`` when it declares anything or nests too deep, ``xml-unfit``
            when it is no XML.
    """
    top = Element("")
    stack = [top]
    seen = 0

    def refuse(*_: object) -> None:
        raise UserError("xml-unsafe", path=name)

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal seen
        seen += 1
        if len(stack) > DEPTH or seen > ELEMENTS:
            refuse()
        if " " in "".join(attributes):  # a prefix, which few have
            attributes = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        made = Element(tag.rpartition(" ")[2], attributes)
        stack[-1].parts.append(made)
        stack.append(made)

    def end(_: str) -> None:
        stack.pop()

    def words(text: str) -> None:
        stack[-1].parts.append(text)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UserError("xml-unfit", path=name) from error
    return next(top.children)
