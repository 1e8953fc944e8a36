"""The text of an OpenDocument file as paragraphs and tables (OpenDocument 1.3 part 3, 5 to 9)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.texts.counting import DEEPEST, Level
from coauthor.exchange.texts.odf_runs import Flow, Region
from coauthor.exchange.texts.odf_styles import OUTLINE, PLAIN, Looks
from coauthor.exchange.texts.pieces import Block, Cell, Grid, Line, Row, Story
from coauthor.exchange.xml_tree import Element

MOST_CELLS = 256
_INDEXES = frozenset(
    {
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index", "bibliography",
    }
)  # fmt: skip
_THROUGH = frozenset({"section", "index-body", "index-title", "text-box", "page-sequence"})
_GROUPS = frozenset({"table-header-rows", "table-row-group", "table-rows"})


@dataclass
class OdfText:
    """Reads a text; the places of its paragraphs are counted.

    Args:
        levels: of each list by the name of its style.
        regions: tracked changes by name.
    """

    story: Story
    looks: Looks
    levels: Mapping[str, Sequence[Level]]
    regions: dict[str, Region]
    flow: Flow = field(init=False)
    place: int = 0
    _last: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, str] = field(default_factory=dict)
    _in_contents: bool = False

    def __post_init__(self) -> None:
        self.flow = Flow(self.story, self.looks, self.regions, self.blocks)

    def blocks(self, within: Element) -> list[Block]:
        """Return what an element holds."""
        return list(self._blocks(within))

    def _blocks(self, within: Element) -> Iterator[Block]:
        for each in within.children:
            kind = each.name
            if kind in {"p", "h"}:
                yield from self._paragraph(each, None)
            elif kind == "list":
                yield from self._list(each, "", 0)
            elif kind == "table":
                yield self._table(each)
            elif kind in _INDEXES:
                before, self._in_contents = self._in_contents, True
                yield from self._blocks(each)
                self._in_contents = before
            elif kind in _THROUGH:
                yield from self._blocks(each)
            elif kind == "change":
                yield from self.flow.deleted(each)
            elif kind in {"change-start", "change-end"}:
                self.flow.change(each)
            elif kind == "frame":
                yield from self.flow.frame(each)

    def _list(self, element: Element, name: str, depth: int) -> Iterator[Block]:
        """Yield the paragraphs of a list.

        Args:
            name: of the list that it stands in, its style before ``#``; '' for none.
            depth: how deep in that, from 0.
        """
        style = element.attributes.get("style-name", "") or name.partition("#")[0]
        count = name.partition("#")[2] if name else self._count(element, style)
        for item in element.children:
            if item.name in {"list-item", "list-header"}:
                own = item.attributes.get("style-override", "") or style
                yield from self._item(item, self._named(own, count), depth)

    def _count(self, element: Element, style: str) -> str:
        """Return what a list is counted by, which is that of an earlier one where it goes on."""
        at = element.attributes
        count = self._counts.get(at.get("continue-list", ""), "")
        if not count and (at.get("continue-numbering") == "true" or self.flow.went):
            count = self._last.get(style, "")
        self._last[style] = count = count or f"{style} {self.place}"
        self._counts[at.get("id", "")] = count
        return count

    def _named(self, style: str, count: str) -> str:
        name = f"{style}#{count}"
        if name not in self.story.lists:
            levels = self.levels.get(style, ())
            self.story.lists[name] = [replace(each, shares=count) for each in levels]
        return name

    def _item(self, item: Element, name: str, depth: int) -> Iterator[Block]:
        begins = whole(item.attributes.get("start-value", ""))
        listed = (name, min(depth, DEEPEST - 1)) if item.name == "list-item" else None
        first = True
        for each in item.children:
            if each.name == "list":
                yield from self._list(each, name, depth + 1)
            elif each.name in {"p", "h"}:
                yield from self._paragraph(each, listed, begins, goes_on=not first)
                listed, begins, first = None, None, False
            else:
                yield from self._blocks(Element("", {}, [each]))

    def _paragraph(
        self,
        element: Element,
        listed: tuple[str, int] | None,
        begins: int | None = None,
        *,
        goes_on: bool = False,
    ) -> Iterator[Block]:
        self.place += 1
        style = element.attributes.get("style-name", "")
        look = self.looks.of("paragraph", style)
        level = look.level
        if element.name == "h":
            level = whole(element.attributes.get("outline-level", "")) or 1
            counted = element.attributes.get("is-list-header") != "true" and look.listed != ""
            if listed is None and not goes_on and counted and OUTLINE in self.levels:
                self.story.lists.setdefault(OUTLINE, list(self.levels[OUTLINE]))
                listed = (OUTLINE, min(level, DEEPEST) - 1)
        line = Line([], self.place, min(level, 9), listed, begins, goes_on, role=look.role)
        if self._in_contents or look.role == "contents":
            line.role, line.level, line.listed = "contents", 0, None
        by_hand = style in self.looks.by_hand and not line.level
        base = replace(look, code=False) if by_hand else PLAIN
        yield from self.flow.paragraph(element, line, base)

    def _table(self, table: Element) -> Grid:
        grid = Grid([], self.place + 1)
        grid.rows = [Row(self._cells(row)) for row in _rows(table)]
        return grid

    def _cells(self, row: Element) -> list[Cell]:
        made: list[Cell] = []
        for each in row.children:
            if each.name in {"table-cell", "covered-table-cell"} and len(made) < MOST_CELLS:
                often = whole(each.attributes.get("number-columns-repeated", "1")) or 1
                blocks = self.blocks(each)
                below = each.name == "covered-table-cell"
                made.append(Cell(blocks, below=below))
                made += [Cell([], below=below) for _ in range(min(often, MOST_CELLS) - 1)]
        return made


def _rows(within: Element) -> Iterator[Element]:
    for each in within.children:
        if each.name == "table-row":
            yield each
        elif each.name in _GROUPS:
            yield from _rows(each)
