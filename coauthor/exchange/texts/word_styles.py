"""Styles and lists of a DOCX file (ECMA-376 part 1, 17.7 and 17.9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.texts.counting import DEEPEST, Level
from coauthor.exchange.xml_tree import Element

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre|rubrik) ?([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:toc|inhopg|verzeichnis) ?\d|toc heading|kop van inhoudsopgave|table of figures|"
    r"lijst met afbeeldingen|contents heading",
    re.IGNORECASE,
)
_ROLES = {
    "title": "title",
    "titel": "title",
    "notice": "notice",
    "subtitle": "subtitle",
    "cover title": "title",
    "cover line": "subtitle",
    "clause labels": "labels",
    "clause field": "field",
    "clause change": "change",
    "clause left out": "gone",
    "code block": "code",
    "html preformatted": "code",
    "quote": "quote",
    "citaat": "quote",
    "intense quote": "quote",
}
_CODE = frozenset({"code text", "source text", "html code", "verbatim char"})
_FORMS = frozenset(
    {"decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet"}
)
_CHAIN = 20
"""How many styles may be built one upon the other."""


def value(element: Element, default: str = "") -> str:
    """Return what an element is set to."""
    return element.attributes.get("val", default)


def on(element: Element) -> bool:
    """Tell whether a switch is there and on."""
    return bool(element.name) and value(element, "1") not in {"0", "false", "off", "none"}


def chosen(element: Element) -> Element:
    """Return of what is said twice, for newer and for older programs, the one to read."""
    choice = element.child("Choice")
    return choice if choice.name else element.child("Fallback")


@dataclass(slots=True)
class Style:
    """A style, with what it has from those it is built upon."""

    level: int = 0
    role: str = ""
    listed: tuple[str, int] | None = None
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass
class Styles:
    """The styles of a file by their name in it."""

    found: dict[str, Style] = field(default_factory=dict)
    default: str = ""

    def of(self, name: str) -> Style:
        """Return a style; what no file says is ordinary."""
        return self.found.get(name or self.default) or _PLAIN


_PLAIN = Style()


def read_styles(top: Element, by_style: dict[tuple[str, str], int]) -> Styles:
    """Return the styles of a file.

    Args:
        by_style: level of a list that belongs to a style, by list and style.
    """
    raw = {
        each.attributes.get("styleId", ""): each for each in top.children if each.name == "style"
    }
    styles = Styles()
    for name, element in raw.items():
        styles.found[name] = _style(name, raw, by_style)
        if element.attributes.get("type") == "paragraph" and (
            element.attributes.get("default", "0") in {"1", "true", "on"}
        ):
            styles.default = name
    return styles


def _style(name: str, raw: dict[str, Element], by_style: dict[tuple[str, str], int]) -> Style:
    chain = list(_chain(name, raw))
    made = Style()
    outline, number, depth, counted = None, "", "", ""
    for at, (of, element) in enumerate(chain):
        called = value(element.child("name")).strip()
        properties = element.child("pPr")
        if outline is None:
            said = value(properties.child("outlineLvl"))
            heading = _HEADING.fullmatch(called) or _HEADING.fullmatch(of)
            if said:
                outline = whole(said)
            elif heading:
                outline = int(heading[1]) - 1
        if at == 0 or not made.role:
            role = "contents" if _CONTENTS.fullmatch(called) else _ROLES.get(called.lower(), "")
            made.role = made.role or role
        if not number and (listed := properties.child("numPr")).name:
            number = value(listed.child("numId"))
            depth = depth or value(listed.child("ilvl"))
            counted = counted or of
        made.code = made.code or called.lower() in _CODE
        made.bold = made.bold or on(element.child("rPr", "b"))
        made.italic = made.italic or on(element.child("rPr", "i"))
    made.level = outline + 1 if outline is not None and 0 <= outline < 9 else 0
    if number and number != "0":
        depth = depth or str(by_style.get((number, counted), ""))
        made.listed = (number, min(whole(depth) or 0, DEEPEST - 1))
    if made.role == "contents":
        made.level = 0
    return made


def _chain(name: str, raw: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    for _ in range(_CHAIN):
        element = raw.get(name)
        if element is None:
            return
        yield name, element
        name = value(element.child("basedOn"))


def read_lists(top: Element) -> tuple[dict[str, list[Level]], dict[tuple[str, str], int]]:
    """Return the levels of each list, and the level that belongs to a style."""
    made = {
        each.attributes.get("abstractNumId", ""): each
        for each in top.children
        if each.name == "abstractNum"
    }
    named = {
        value(each.child("styleLink")): key
        for key, each in made.items()
        if each.child("styleLink").name
    }
    lists: dict[str, list[Level]] = {}
    by_style: dict[tuple[str, str], int] = {}
    for each in top.children:
        if each.name != "num":
            continue
        name = each.attributes.get("numId", "")
        of = value(each.child("abstractNumId"))
        if of in made and (link := value(made[of].child("numStyleLink"))) in named:
            of = named[link]
        raw = {
            level.attributes.get("ilvl", ""): level
            for level in (made[of].children if of in made else ())
            if level.name == "lvl"
        }
        begins: dict[str, int] = {}
        for override in each.children:
            if override.name != "lvlOverride":
                continue
            depth = override.attributes.get("ilvl", "")
            if override.child("lvl").name:
                raw[depth] = override.child("lvl")
            first = whole(value(override.child("startOverride")))
            if first is not None:
                begins[depth] = first
        lists[name] = [
            _level(raw.get(str(depth)), f"abstract {of}", begins.get(str(depth)))
            for depth in range(DEEPEST - 1)
        ]
        for depth, level in raw.items():
            if style := value(level.child("pStyle")):
                by_style[name, style] = whole(depth) or 0
    return lists, by_style


def _level(element: Element | None, shares: str, begins: int | None) -> Level:
    if element is None:
        return Level("none", "", shares=shares)
    form = value(element.child("numFmt"), "decimal")
    restart = element.child("lvlRestart")
    start = whole(value(element.child("start"))) if begins is None else begins
    return Level(
        form if form in _FORMS or form == "none" else "decimal",
        value(element.child("lvlText")),
        1 if start is None else start,
        whole(value(restart)) if restart.name else None,
        on(element.child("isLgl")),
        shares,
        begins is not None,
    )
