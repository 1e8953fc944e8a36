"""The text of a DOCX part as paragraphs and tables (ECMA-376 part 1, chapter 17)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.texts.counting import DEEPEST
from coauthor.exchange.texts.formulas import formula
from coauthor.exchange.texts.pieces import Block, Cell, Grid, Line, Mark, Row, Story
from coauthor.exchange.texts.word_runs import Runs
from coauthor.exchange.texts.word_styles import Styles, chosen, value
from coauthor.exchange.xml_tree import Element

MOST_COLUMNS = 200
CAME, WENT = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})
_THROUGH = frozenset({"smartTag", "customXml", "bdo", "dir", "sdt", "sdtContent", "fldSimple"})
_CONTENTS = re.compile(r"table of contents|inhoud|tables? of figures", re.IGNORECASE)
Relations = Mapping[str, tuple[str, str, bool]]


def marked(element: Element) -> Mark:
    """Return who made a tracked change, and when."""
    at = element.attributes
    return Mark(at.get("author", ""), at.get("date", ""))


@dataclass
class WordText:
    """Reads one part; the places of its paragraphs are counted.

    Args:
        notes: foot- and endnotes, by sort and number.
    """

    story: Story
    styles: Styles
    relations: Relations
    notes: Mapping[tuple[str, str], Element] = field(default_factory=dict)
    place: int = 0
    _came: Mark | None = None
    _went: Mark | None = None
    _runs: Runs = field(init=False)

    def __post_init__(self) -> None:
        self._runs = Runs(self.story, self.note)

    def blocks(self, within: Element) -> list[Block]:
        """Return what an element holds."""
        return list(self._blocks(within))

    def note(self, sort: str, number: str) -> str:
        """Return the words of a foot- or endnote."""
        element = self.notes.get((sort, number))
        if element is None:
            return ""
        inner = WordText(self.story, self.styles, {})
        said = (line.text.strip() for line in inner.blocks(element) if isinstance(line, Line))
        return " ".join(filter(None, said))

    def _blocks(self, within: Element) -> Iterator[Block]:
        for each in within.children:
            name = each.name
            if name == "p":
                yield from self._paragraph(each)
            elif name == "tbl":
                yield self._table(each)
            elif name == "sdt":
                yield from self._control(each, self._blocks)
            elif name in _THROUGH:
                yield from self._blocks(each)
            elif name in CAME or name in WENT:
                yield from self._marked(each, self._blocks)
            elif name == "AlternateContent":
                yield from self._blocks(chosen(each))
            elif name == "altChunk":
                self.story.seen["import-note-text-inserted-file", f"¶ {self.place}"] += 1
            else:
                self._ranges(each)

    def _ranges(self, each: Element) -> None:
        """Note where the words that a comment is put on begin and end."""
        number = each.attributes.get("id", "")
        if each.name == "commentRangeStart":
            self._runs.said += (number,)
        elif each.name == "commentRangeEnd":
            self._runs.unsaid(number)

    def _marked(
        self, change: Element, inner: Callable[[Element], Iterator[Block]]
    ) -> Iterator[Block]:
        """Yield what somebody added or took away as a whole."""
        runs = self._runs
        before = runs.came, runs.went
        self._mark(change)
        yield from inner(change)
        runs.came, runs.went = before

    def _mark(self, change: Element) -> None:
        self.story.changed = True
        if change.name in CAME:
            self._runs.came = marked(change)
        else:
            self._runs.went = marked(change)

    def _control(
        self, control: Element, inner: Callable[[Element], Iterator[Block]]
    ) -> Iterator[Block]:
        gallery = value(control.child("sdtPr", "docPartObj", "docPartGallery"))
        content = control.child("sdtContent")
        if not _CONTENTS.search(gallery):
            yield from inner(content)
            return
        before, self._runs.in_contents = self._runs.in_contents, True
        yield from inner(content)
        self._runs.in_contents = before

    def _paragraph(self, element: Element) -> Iterator[Block]:
        self.place += 1
        properties = element.child("pPr")
        style = self.styles.of(value(properties.child("pStyle")))
        line = Line([], self.place, style.level, role=style.role)
        listed = style.listed
        for each in properties.children:
            if each.name == "outlineLvl":
                level = whole(value(each))
                line.level = level + 1 if level is not None and level < 9 else 0
            elif each.name == "numPr":
                listed = _listed(each, listed)
            elif each.name == "rPr":
                self._ends(each, line)
        line.listed = listed
        if self._runs.came:
            line.came = line.came or self._runs.came
        if self._runs.went:
            line.went = line.went or self._runs.went
        boxes: list[Element] = []
        self._runs.begin(line, boxes)
        self._inline(element)
        in_contents = self._runs.in_contents or self._runs.contents_field
        if in_contents or (line.role == "contents"):
            line.role, line.level, line.listed = "contents", 0, None
        yield line
        for box in boxes:
            yield from self._boxed(box)

    def _boxed(self, box: Element) -> Iterator[Block]:
        kept = self._runs
        self._runs = Runs(self.story, self.note, came=kept.came, went=kept.went)
        yield from self._blocks(box)
        self._runs = kept

    def _ends(self, properties: Element, line: Line) -> None:
        """Note whether the end of a paragraph was added or taken away."""
        for each in properties.children:
            if each.name in CAME:
                line.came, self.story.changed = marked(each), True
            elif each.name in WENT:
                line.went, self.story.changed = marked(each), True

    def _inline(self, within: Element) -> None:
        runs = self._runs
        for each in within.children:
            name = each.name
            if name == "r":
                runs.run(each, self.styles)
            elif name == "hyperlink":
                before, runs.link = runs.link, self._target(each) or runs.link
                self._inline(each)
                runs.link = before
            elif name in CAME or name in WENT:
                marks = runs.came, runs.went
                self._mark(each)
                self._inline(each)
                runs.came, runs.went = marks
            elif name in _THROUGH:
                self._inline(each)
            elif name == "AlternateContent":
                self._inline(chosen(each))
            elif name == "bookmarkStart":
                runs.line.anchors += (each.attributes.get("name", ""),)
            elif name in {"oMath", "oMathPara"}:
                runs.words(formula(each))
            else:
                self._ranges(each)

    def _target(self, link: Element) -> str:
        _, target, outside = self.relations.get(link.attributes.get("id", ""), ("", "", False))
        return target if outside else ""

    def _table(self, table: Element) -> Grid:
        grid = Grid([], self.place + 1)
        for each in _rows(table):
            row = Row([], self._runs.came, self._runs.went)
            properties = each.child("trPr")
            for said in properties.children:
                if said.name in CAME:
                    row.came, self.story.changed = marked(said), True
                elif said.name in WENT:
                    row.went, self.story.changed = marked(said), True
            if before := min(whole(value(properties.child("gridBefore"))) or 0, MOST_COLUMNS):
                row.cells.append(Cell([], before))
            for cell in _cells(each):
                about = cell.child("tcPr")
                across = whole(value(about.child("gridSpan"))) or 1
                merged = about.child("vMerge")
                below = bool(merged.name) and value(merged, "continue") != "restart"
                row.cells.append(Cell(self.blocks(cell), min(across, MOST_COLUMNS), below))
            grid.rows.append(row)
        return grid


def _rows(within: Element) -> Iterator[Element]:
    yield from _found(within, "tr")


def _cells(within: Element) -> Iterator[Element]:
    yield from _found(within, "tc")


def _found(within: Element, name: str) -> Iterator[Element]:
    for each in within.children:
        if each.name == name:
            yield each
        elif each.name in {*_THROUGH, *CAME, *WENT}:
            yield from _found(each, name)
        elif each.name == "AlternateContent":
            yield from _found(chosen(each), name)


def _listed(properties: Element, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    number, depth = value(properties.child("numId")), whole(value(properties.child("ilvl")))
    if not number:
        number = inherited[0] if inherited else ""
    elif inherited and inherited[0] == number and depth is None:
        depth = inherited[1]
    if not number or number == "0":
        return None
    return number, min(depth or 0, DEEPEST - 1)
