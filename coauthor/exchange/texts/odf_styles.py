"""Styles and lists of an OpenDocument text (OASIS OpenDocument 1.3 part 3, chapter 16)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.texts.counting import DEEPEST, Level
from coauthor.exchange.xml_tree import Element

OUTLINE = "outline"
"""The list that counts headings outside of other lists."""

_CHAIN = 20
_BOLD = 600
_HEADING = re.compile(r"(?:heading|kop) ?([1-9])", re.IGNORECASE)
_SIGN = re.compile(r"_([0-9a-fA-F]{1,6})_")
_SLOT = re.compile(r"%(\d)%")
_CONTENTS = re.compile(
    r"contents (?:\d+|heading)|(?:illustration|table|figure|user|object) index (?:\d+|heading)|"
    r"index (?:\d+|heading)",
    re.IGNORECASE,
)
_ROLES = {
    "title": "title",
    "subtitle": "subtitle",
    "cover title": "title",
    "cover line": "subtitle",
    "notice": "notice",
    "clause labels": "labels",
    "clause field": "field",
    "clause change": "change",
    "clause left out": "gone",
    "preformatted text": "code",
    "quotations": "quote",
}
_CODE = frozenset({"source text", "code text"})
_FORMS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip


@dataclass(slots=True)
class Look:
    """How words or paragraphs of a style look, and what they are.

    Args:
        listed: the style of its list, '' for explicitly none.
        bold, italic: None where it leaves that as it is around it.
    """

    level: int = 0
    role: str = ""
    listed: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    struck: bool = False
    code: bool = False
    hidden: bool = False


PLAIN = Look()


@dataclass
class Looks:
    """The styles of a file, by family and name.

    Args:
        by_hand: names of styles that stand for what was given a look without a style.
    """

    found: dict[tuple[str, str], Look] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)

    def of(self, family: str, name: str) -> Look:
        """Return a style; what no file says is ordinary."""
        return self.found.get((family, name), PLAIN)


def read_looks(common: Element, own: Element) -> Looks:
    """Return the styles of a file.

    Args:
        common: the part with styles that have a name.
        own: the part with the text, and what was given a look by hand.
    """
    raw: dict[tuple[str, str], Element] = {}
    looks = Looks()
    for part in (common, own):
        for sort in ("styles", "automatic-styles"):
            for each in part.child(sort).children:
                if each.name != "style":
                    continue
                at = each.attributes
                raw[at.get("family", ""), at.get("name", "")] = each
                if part is own:
                    looks.by_hand.add(at.get("name", ""))
    for family, name in raw:
        if family in {"paragraph", "text"}:
            looks.found[family, name] = _look(family, name, raw)
    return looks


def _look(family: str, name: str, raw: dict[tuple[str, str], Element]) -> Look:
    made = Look()
    for each in _chain(family, name, raw):
        at = each.attributes
        called = at.get("display-name") or plain_name(at.get("name", ""))
        low = called.lower()
        if not made.role:
            made.role = "contents" if _CONTENTS.fullmatch(called) else _ROLES.get(low, "")
        made.code = made.code or low in _CODE
        heading = _HEADING.fullmatch(called)
        level = whole(at.get("default-outline-level", "")) or (int(heading[1]) if heading else 0)
        made.level = made.level or min(level, DEEPEST)
        made.listed = at.get("list-style-name") if made.listed is None else made.listed
        look = each.child("text-properties").attributes
        if made.bold is None and (weight := look.get("font-weight", "")):
            made.bold = weight == "bold" or (whole(weight) or 0) >= _BOLD
        if made.italic is None and (slant := look.get("font-style", "")):
            made.italic = slant in {"italic", "oblique"}
        made.struck = made.struck or look.get("text-line-through-style", "none") != "none"
        made.hidden = made.hidden or look.get("display", "") == "none"
    return made


def plain_name(name: str) -> str:
    """Return the name of a style as people see it: ``Text_20_body`` is ``Text body``."""

    def sign(found: re.Match[str]) -> str:
        number = int(found[1], 16)
        return chr(number) if 32 <= number < 0xD800 else found[0]

    return _SIGN.sub(sign, name)


def _chain(family: str, name: str, raw: dict[tuple[str, str], Element]) -> Iterator[Element]:
    for _ in range(_CHAIN):
        each = raw.get((family, name))
        if each is None:
            return
        yield each
        name = each.attributes.get("parent-style-name", "")


def read_levels(common: Element, own: Element) -> dict[str, list[Level]]:
    """Return the levels of each list by the name of its style; headings are `OUTLINE`."""
    found: dict[str, list[Level]] = {}
    for part in (common, own):
        for sort in ("styles", "automatic-styles"):
            for each in part.child(sort).children:
                if each.name == "list-style":
                    found[each.attributes.get("name", "")] = _levels(each)
                elif each.name == "outline-style":
                    found[OUTLINE] = _levels(each)
    return found


def _levels(style: Element) -> list[Level]:
    made = [Level("none", "") for _ in range(DEEPEST)]
    for each in style.children:
        depth = (whole(each.attributes.get("level", "")) or 0) - 1
        if 0 <= depth < DEEPEST:
            made[depth] = _level(each, depth)
    return made


def _level(each: Element, depth: int) -> Level:
    if each.name in {"list-level-style-bullet", "list-level-style-image"}:
        return Level("bullet", "")
    at = each.attributes
    form = _FORMS.get(at.get("num-format", ""), "none")
    start = whole(at.get("start-value", ""))
    if "num-list-format" in at:
        text = _SLOT.sub(r"%\1", at["num-list-format"])
    else:
        shown = min(whole(at.get("display-levels", "")) or 1, depth + 1)
        numbers = ".".join(f"%{number}" for number in range(depth + 2 - shown, depth + 2))
        text = at.get("num-prefix", "") + numbers + at.get("num-suffix", "")
    if form == "none":
        return Level("none", _unnumbered(text))
    return Level(form, text, 1 if start is None else start)


def _unnumbered(text: str) -> str:
    return re.sub(r"%\d", "", text).strip(". ")
