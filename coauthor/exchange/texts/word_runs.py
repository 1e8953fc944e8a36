"""Runs of a DOCX paragraph: words with their look, fields, signs, notes, pictures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from coauthor.exchange.texts.our_pictures import words_of
from coauthor.exchange.texts.pieces import Line, Mark, Span, Story
from coauthor.exchange.texts.word_styles import Styles, chosen, on, value
from coauthor.exchange.xml_tree import Element

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_TABLE_OF = re.compile(r"\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
_PICTURES = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PLAIN = (False, False, False, False)
_SYMBOLS = {
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔",
        0xF0: "⇨", 0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x6F: "☐", 0x78: "☒",
    },
    "symbol": {
        0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB0: "°", 0xB7: "•", 0xAE: "→", 0xB9: "≠",
        0xBB: "≈", 0x6D: "μ", 0x61: "α", 0x62: "β", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x70: "π",
        0xA5: "∞", 0xB8: "÷", 0xD6: "√", 0x2D: "−",
    },
}  # fmt: skip


@dataclass
class Runs:
    """Adds the words of one paragraph after the other, with what is on now.

    Args:
        note: gives the words of a foot- or endnote.
        fields: the instruction of each field that is open, and whether its result is shown.
    """

    story: Story
    note: Callable[[str, str], str]
    came: Mark | None = None
    went: Mark | None = None
    link: str = ""
    said: tuple[str, ...] = ()
    in_contents: bool = False
    contents_field: bool = False
    line: Line = field(default_factory=lambda: Line([], 0))
    boxes: list[Element] = field(default_factory=list)
    fields: list[tuple[str, bool]] = field(default_factory=list)
    _look: tuple[bool, bool, bool, bool] = _PLAIN
    _raised: bool = False
    _ranged: set[str] = field(default_factory=set)

    def begin(self, line: Line, boxes: list[Element]) -> None:
        """Begin a paragraph; its text boxes go to ``boxes``."""
        self.line, self.boxes = line, boxes
        self.contents_field = self._contents()

    def unsaid(self, comment: str) -> None:
        """End the words that a comment is put on."""
        self._ranged.add(comment)
        self.said = tuple(each for each in self.said if each != comment)

    def run(self, element: Element, styles: Styles) -> None:
        """Add a run."""
        self._look, self._raised = _PLAIN, False
        for each in element.children:
            name = each.name
            if name == "rPr":
                self._looks(each, styles)
            elif name in {"t", "delText"}:
                if self._raised and any(map(str.isdigit, each.text)):  # 10 to the 6th is not 106
                    self.story.seen["import-note-text-raised", f"¶ {self.line.place}"] += 1
                self.words(each.text.replace("\n", " "))
            elif name == "fldChar":
                self._field(each)
            elif name in {"instrText", "delInstrText"}:
                if self.fields:
                    said, shown = self.fields[-1]
                    self.fields[-1] = (said + each.text[:2_000], shown)
            else:
                self._sign(each)

    def _sign(self, each: Element) -> None:
        name = each.name
        if name in _SIGNS:
            if each.attributes.get("type", "textWrapping") not in {"page", "column"}:
                self.words(_SIGNS[name])
        elif name == "sym":
            self.words(self._symbol(each))
        elif name in {"footnoteReference", "endnoteReference"}:
            self._note(name.removesuffix("Reference"), each.attributes.get("id", ""))
        elif name == "commentReference":
            number = each.attributes.get("id", "")
            self.line.said += () if number in self._ranged else (number,)
        elif name in _PICTURES:
            self._picture(each)
        elif name == "AlternateContent":
            for inner in chosen(each).children:
                self._sign(inner)

    def _note(self, sort: str, number: str) -> None:
        if said := self.note(sort, number):
            self.words(f" [{said}]")
            self.story.seen["import-note-text-footnotes", ""] += 1

    def words(self, text: str) -> None:
        """Add words as they look now."""
        if not text or any(not shown for _, shown in self.fields):
            return
        link = self.link
        for said, _ in self.fields:
            if found := _LINK.match(said):
                link = found[1]
        bold, italic, struck, code = self._look
        span = Span(text, bold, italic, struck, link, self.came, self.went, self.said, code)
        self.line.spans.append(span)

    def _looks(self, properties: Element, styles: Styles) -> None:
        bold, italic, struck, code = _PLAIN
        for each in properties.children:
            if each.name == "rStyle":
                style = styles.of(value(each))
                bold, italic, code = style.bold, style.italic, style.code
        for each in properties.children:
            if each.name == "b":
                bold = on(each)
            elif each.name == "i":
                italic = on(each)
            elif each.name in {"strike", "dstrike"}:
                struck = on(each)
            elif each.name in {"vanish", "specVanish"} and on(each):
                self.story.seen["import-note-text-hidden", f"¶ {self.line.place}"] += 1
            elif each.name == "vertAlign" and value(each) in {"superscript", "subscript"}:
                self._raised = True
        self._look = (bold, italic, struck, code)

    def _field(self, sign: Element) -> None:
        kind = sign.attributes.get("fldCharType", "")
        if kind == "begin":
            self.fields.append(("", False))
        elif kind == "separate" and self.fields:
            self.fields[-1] = (self.fields[-1][0], True)
            self.contents_field = self.contents_field or self._contents()
        elif kind == "end" and self.fields:
            self.fields.pop()
        for each in sign.children:
            if each.name == "t":  # not where it belongs, but some programs put words there
                self.words(each.text.replace("\n", " "))

    def _contents(self) -> bool:
        return any(shown and _TABLE_OF.match(said) for said, shown in self.fields)

    def _symbol(self, sign: Element) -> str:
        try:
            number = int(sign.attributes.get("char", ""), 16) & 0xFFFF
        except ValueError:
            return ""
        font = sign.attributes.get("font", "").lower()
        for name, signs in _SYMBOLS.items():
            if font.startswith(name) and number & 0xFF in signs:
                return signs[number & 0xFF]
        self.story.seen["import-note-text-symbol", f"¶ {self.line.place}"] += 1
        return "\N{WHITE SQUARE}" if 0xE000 <= number <= 0xF8FF or number < 32 else chr(number)

    def _picture(self, element: Element) -> None:
        boxes = list(_boxes(element))
        self.boxes.extend(boxes)
        said = next(element.all("docPr"), element).attributes
        ours = words_of(said.get("name", ""), said.get("descr", ""))
        if ours is not None:
            self.words(ours)
        elif not boxes and any(True for _ in element.all("blip", "imagedata", "chart", "relIds")):
            self.story.seen["import-note-text-picture", f"¶ {self.line.place}"] += 1


def _boxes(within: Element) -> Iterator[Element]:
    """Yield text boxes; what is said again for older programs is left out."""
    for each in within.children:
        if each.name == "txbxContent":
            yield each
        elif each.name != "Fallback":
            yield from _boxes(each)
