"""SVG without anything that runs, loads or leads elsewhere, and without notes of who drew it.

The picture is written anew from what draws: elements and attributes of SVG itself. Names of
files, of people and of programs that drawing programs leave in it are not copied.
"""

import re
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from coauthor.exchange.plain_pictures import UnfitPictureError

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_DECLARED = re.compile(rb"<!DOCTYPE\s+svg\b[^\[>]*>")
_ACTIVE = frozenset(("script", "foreignObject", "image", "feImage"))
_NOTES = frozenset(("metadata", "title", "desc"))
_LEADS = re.compile(r"\\|@import|url\((?!\s*['\"]?#)|javascript:|expression\(", re.IGNORECASE)
"""What loads or runs, and the sign that hides such words from whoever looks for them (CSS)."""
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px|pt|mm|cm|in)?\s*")
_DEEPEST, _MOST = 200, 100_000
_LONGEST_SIDE = 40
"""How many times one side may be longer than the other."""


def plain_svg(data: bytes) -> tuple[bytes, tuple[float, float]]:
    """Return an SVG written anew, and its width and height.

    Raises:
        UnfitPictureError: it is none, declares entities, runs or loads something, is nested
            without end, or says no size.
    """
    copy = _Copy()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text, parser.buffer_size = True, len(data) + 1  # a word in pieces is one word
    parser.StartDoctypeDeclHandler = copy.refuse
    parser.EntityDeclHandler = copy.refuse
    parser.StartElementHandler = copy.start
    parser.EndElementHandler = copy.end
    parser.CharacterDataHandler = copy.words
    try:
        parser.Parse(_DECLARED.sub(b"", data, count=1), True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UnfitPictureError from error
    return "".join(copy.made).encode(), _size(copy.top)


class _Copy:
    """Writes what is read, where it draws."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.top: dict[str, str] = {}
        self._left = 0
        self._depth = 0
        self._seen = 0

    def refuse(self, *_: object) -> None:
        """Refuse the picture."""
        raise UnfitPictureError

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Copy the beginning of an element, or begin to leave it out."""
        space, _, name = tag.rpartition(" ")
        self._depth += 1
        self._seen += 1
        if self._depth > _DEEPEST or self._seen > _MOST or name in _ACTIVE:
            raise UnfitPictureError
        if self._depth == 1:
            if space != _SVG or name != "svg":
                raise UnfitPictureError
            self.top = attributes
        if self._left or space != _SVG or name in _NOTES:
            self._left += 1
            return
        spaces = f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"' if self._depth == 1 else ""
        said = "".join(self._attribute(key, value) for key, value in attributes.items())
        self.made.append(f"<{name}{spaces}{said}>")

    def _attribute(self, key: str, value: str) -> str:
        space, _, name = key.rpartition(" ")
        if space not in ("", _XLINK, _XML):
            return ""
        leads = name == "href" and not value.strip().startswith("#")
        if leads or name.lower().startswith("on") or _LEADS.search(value):
            raise UnfitPictureError
        prefix = {_XLINK: "xlink:", _XML: "xml:"}.get(space, "")
        return f" {prefix}{name}={quoteattr(value)}"

    def end(self, tag: str) -> None:
        """Copy the end of an element."""
        self._depth -= 1
        if self._left:
            self._left -= 1
            return
        self.made.append(f"</{tag.rpartition(' ')[2]}>")

    def words(self, said: str) -> None:
        """Copy text, which may be a sheet of styles."""
        if self._left:
            return
        if _LEADS.search(said):
            raise UnfitPictureError
        self.made.append(escape(said))


def _size(top: dict[str, str]) -> tuple[float, float]:
    box = top.get("viewBox", "").replace(",", " ").split()
    sides = [_LENGTH.fullmatch(top.get(key, "")) for key in ("width", "height")]
    try:
        if len(box) == 4:
            size = (float(box[2]), float(box[3]))
        elif sides[0] and sides[1]:
            size = (float(sides[0][1]), float(sides[1][1]))
        else:
            raise UnfitPictureError
    except ValueError as error:
        raise UnfitPictureError from error
    if not (min(size) > 0 and max(size) <= _LONGEST_SIDE * min(size)):
        raise UnfitPictureError
    return size
