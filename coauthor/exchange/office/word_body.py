"""Blocks as WordprocessingML (ECMA-376 part 1, chapter 17)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from coauthor.exchange.office.media import Media
from coauthor.exchange.office.safe import quoted, written
from coauthor.exchange.office.tree import (
    Block,
    Code,
    Contents,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Role,
    Rule,
    Run,
    Runs,
    Table,
)
from coauthor.exchange.office.word_drawing import drawing

NUMBER_LIMIT = 32_767
"""The highest number that Word counts from."""
_DEEPEST_LIST = 8
_INDENT = 357
"""Twentieths of a point that a list goes in, each level."""
_WIDTH = 9_298
"""Twentieths of a point between the usual margins."""
_WHOLE_ROW = 1_000
"""Characters up to which a row of a table stays on one page."""
_STYLES = {
    Role.BODY: "",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.NOTICE: "Notice",
    Role.LABELS: "Labels",
    Role.FIELD: "Field",
    Role.CHANGE: "Change",
    Role.GONE: "Gone",
    Role.LOGO: "Logo",
    Role.COVER_LOGO: "CoverLogo",
    Role.COVER_TITLE: "CoverTitle",
    Role.COVER_LINE: "CoverLine",
    Role.COVER_RULE: "CoverRule",
}
_MARKED = {"added": "Added", "removed": "Removed"}
Line = Heading | Paragraph | Code | Rule | Contents
"""What holds no other block."""
_SIDES = {"center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: how deep in lists (0: in none), in which list, in a quote."""

    depth: int = 0
    number: int = 0
    in_quote: bool = False
    after_table: bool = False


@dataclass
class Body:
    """The text of a document as it is written.

    Args:
        links: the name of the relationship of each address.
        numbered: depth and first number of each numbered list, the first being number 2.
        width: twentieths of a point between the margins.
        media: the pictures in it.
    """

    links: dict[str, str] = field(default_factory=dict)
    numbered: list[tuple[int, int]] = field(default_factory=list)
    width: int = _WIDTH
    media: Media = field(default_factory=Media)
    _anchors: dict[str, int] = field(default_factory=dict)
    _after_table: bool = False

    def block(self, block: Block) -> str:
        """Return a block as XML."""
        return "".join(self._block(block, _Place()))

    def end(self) -> str:
        """Return what must stand behind the last block."""
        return _EMPTY if self._after_table else ""

    def _block(self, block: Block, place: _Place) -> Iterator[str]:
        if isinstance(block, Listing):
            yield from self._list(block, place)
        elif isinstance(block, Quote):
            for each in block.blocks:
                yield from self._block(each, replace(place, in_quote=True))
        elif isinstance(block, Table):
            if self._after_table:
                yield _EMPTY  # two tables without a paragraph between them become one
            yield from self._table(block, place)
            self._after_table = True
        else:
            place = replace(place, after_table=self._after_table) if self._after_table else place
            self._after_table = False
            yield from self._line(block, place)

    def _line(self, block: Line, place: _Place) -> Iterator[str]:
        if isinstance(block, Paragraph):
            style = "Quote" if place.in_quote else _STYLES[block.role]
            yield self._paragraph(block.runs, _properties(style, place))
        elif isinstance(block, Heading):
            yield self._heading(block)
        elif isinstance(block, Code):
            yield self._paragraph((Run(block.text),), _properties("Code", place))
        elif isinstance(block, Rule):
            yield '<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr></w:p>'
        else:
            yield from _contents(block)

    def _heading(self, heading: Heading) -> str:
        style = f"Clause{heading.level}" if heading.clause else f"Heading{heading.level}"
        page = "<w:pageBreakBefore/>" if heading.new_page else ""
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{page}</w:pPr>'
        if not heading.anchor or heading.anchor in self._anchors:
            return self._paragraph(heading.runs, properties)
        number = self._anchors[heading.anchor] = len(self._anchors)
        name = bookmark(heading.anchor)
        return (
            f'<w:p>{properties}<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
            f'{self._runs(heading.runs)}<w:bookmarkEnd w:id="{number}"/></w:p>'
        )

    def _paragraph(self, runs: Runs, properties: str) -> str:
        return f"<w:p>{properties}{self._runs(runs)}</w:p>"

    def _list(self, listing: Listing, place: _Place) -> Iterator[str]:
        depth = place.depth + 1
        number = 1
        if listing.start is not None:
            self.numbered.append((min(depth - 1, _DEEPEST_LIST), listing.start))
            number = len(self.numbered) + 1
        for item in listing.items:
            first, *others = item or (Paragraph(()),)
            if not isinstance(first, Paragraph):
                first, others = Paragraph(()), list(item)
            head = _Place(depth, number, in_quote=place.in_quote)
            yield from self._block(replace(first, role=Role.BODY), head)
            for block in others:
                yield from self._block(block, replace(head, number=0))

    def _table(self, table: Table, place: _Place) -> Iterator[str]:
        indent = _INDENT * min(place.depth, _DEEPEST_LIST)
        widths = [int(share * (self.width - indent)) for share in table.shares()]
        caption = f'<w:tblCaption w:val="{quoted(table.caption)}"/>' if table.caption else ""
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/>'
            f'<w:tblInd w:w="{indent}" w:type="dxa"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>'
        )
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        yield self._cells(table.head, table.sides, widths)
        for row in table.rows:
            short = sum(len(run.text) for cell in row for run in cell) <= _WHOLE_ROW
            yield "</w:tr><w:tr>" + "<w:trPr><w:cantSplit/></w:trPr>" * short
            yield self._cells(row, table.sides, widths)
        yield "</w:tr></w:tbl>"

    def _cells(self, cells: tuple[Runs, ...], sides: tuple[str, ...], widths: list[int]) -> str:
        return "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="Cell"/>{_SIDES.get(side, "")}</w:pPr>'
            f"{self._runs(cell)}</w:p></w:tc>"
            for cell, side, width in zip(cells, sides, widths, strict=False)
        )

    def _runs(self, runs: Runs) -> str:
        return "".join(self._linked(run) if run.link else self._run(run) for run in runs)

    def _linked(self, run: Run) -> str:
        if run.link.startswith("#"):
            place = bookmark(run.link[1:])
            return f'<w:hyperlink w:anchor="{place}" w:history="1">{self._run(run)}</w:hyperlink>'
        name = self.links.setdefault(run.link, f"link{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{name}" w:history="1">{self._run(run)}</w:hyperlink>'

    def _run(self, run: Run) -> str:
        return drawing(run.figure, self.media) if run.figure else _run(run)


def bookmark(anchor: str) -> str:
    """Return the name of a place as Word takes it: letters, digits, at most 40."""
    return "_" + "".join(sign if sign.isalnum() else "_" for sign in anchor)[:39]


def _properties(style: str, place: _Place) -> str:
    """Return the properties of a paragraph; in a list the indent follows the level."""
    level = min(place.depth - 1, _DEEPEST_LIST)
    style = style or "ListParagraph" * (place.depth > 0)
    made = f'<w:pStyle w:val="{style}"/>' if style else ""
    if place.number:
        made += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{place.number}"/></w:numPr>'
    if place.after_table:
        made += '<w:spacing w:before="120"/>'
    if place.depth and not place.number:
        made += f'<w:ind w:left="{_INDENT * (level + 1)}"/>'
    return f"<w:pPr>{made}</w:pPr>" if made else ""


def _run(run: Run) -> str:
    style = _MARKED.get(run.change) or ("Hyperlink" if run.link else "CodeText" * run.code)
    looks = (
        (f'<w:rStyle w:val="{style}"/>' if style else "")
        + "<w:b/>" * run.bold
        + "<w:i/>" * run.italic
        + "<w:strike/>" * run.struck
    )
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f"<w:r>{properties}{_text(run.text)}</w:r>"


def _text(text: str) -> str:
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{written(text)}</w:t>'
    made = written(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    made = made.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    return f"<w:t xml:space='preserve'>{made}</w:t>"


def _contents(contents: Contents) -> Iterator[str]:
    """Yield a table of contents that Word can renew, filled in so that it need not.

    Without page numbers, which only a word processor knows.
    """
    yield '<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>'
    yield f"<w:r>{_text(contents.title)}</w:r></w:p>"
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for level, title, anchor in contents.entries:
        yield f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{begin}'
        yield f'<w:hyperlink w:anchor="{bookmark(anchor)}" w:history="1">'
        yield f"<w:r>{_text(title)}</w:r></w:hyperlink></w:p>"
        begin = ""
    yield '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr>'
    yield '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
