"""Blocks as OpenDocument text (OASIS OpenDocument 1.3 part 3, chapters 5, 6, 8 and 9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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

_STYLES = {
    Role.BODY: "Text_20_body",
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.NOTICE: "Notice",
    Role.LABELS: "Clause_20_labels",
    Role.FIELD: "Clause_20_field",
    Role.CHANGE: "Clause_20_change",
    Role.GONE: "Clause_20_left_20_out",
    Role.LOGO: "Logo",
    Role.COVER_LOGO: "Cover_20_logo",
    Role.COVER_TITLE: "Cover_20_title",
    Role.COVER_LINE: "Cover_20_line",
    Role.COVER_RULE: "Cover_20_rule",
}
_MARKED = {"added": "Added_20_text", "removed": "Removed_20_text"}
_SIDES = {"center": "Center", "right": "Right"}
_BULLETS, _NUMBERS = "Bullets", "Numbers"
_SPACES = re.compile("  +")


@dataclass
class Body:
    """The text of a document as it is written.

    Args:
        media: the pictures in it.
        after_cover: the next line begins the pages with a header and a footer.
        _lists: for each list that is open the name of its style, and what closes its item.
    """

    media: Media = field(default_factory=Media)
    after_cover: bool = False
    _anchors: set[str] = field(default_factory=set)
    _lists: list[tuple[str, str]] = field(default_factory=list)
    _tables: int = 0
    _in_quote: bool = False

    def block(self, block: Block) -> str:
        """Return a block as XML."""
        return "".join(self._block(block))

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Paragraph):
            yield self._paragraph(block.runs, self._style(block.role))
        elif isinstance(block, Heading):
            yield self._heading(block)
        elif isinstance(block, Listing):
            yield from self._list(block)
        elif isinstance(block, Table):
            yield from self._table_anywhere(block)
        elif isinstance(block, Quote):
            before, self._in_quote = self._in_quote, True
            for each in block.blocks:
                yield from self._block(each)
            self._in_quote = before
        elif isinstance(block, Code):
            yield f'<text:p text:style-name="Preformatted_20_Text">{_code(block.text)}</text:p>'
        elif isinstance(block, Rule):
            yield '<text:p text:style-name="Horizontal_20_Line"/>'
        else:
            yield from self._contents(block)

    def _style(self, role: Role) -> str:
        if self._in_quote:
            return "Quotations"
        if self.after_cover and role is Role.SUBTITLE:
            self.after_cover = False
            return "After_20_cover"
        return "List_20_Contents" if self._lists else _STYLES[role]

    def _heading(self, heading: Heading) -> str:
        style = f"Clause_20_{heading.level}" if heading.clause else f"Heading_20_{heading.level}"
        style = "Annex" if heading.new_page else style
        mark = ""
        if heading.anchor and heading.anchor not in self._anchors:
            self._anchors.add(heading.anchor)
            mark = f'<text:bookmark text:name="{quoted(heading.anchor)}"/>'
        return (
            f'<text:h text:style-name="{style}" text:outline-level="{heading.level}">'
            f"{mark}{self._runs(heading.runs)}</text:h>"
        )

    def _paragraph(self, runs: Runs, style: str) -> str:
        return f'<text:p text:style-name="{style}">{self._runs(runs)}</text:p>'

    def _runs(self, runs: Runs) -> str:
        return "".join(_run(run, self._drawn(run)) for run in runs)

    def _drawn(self, run: Run) -> str:
        """Return the picture that stands instead of the words, or ''."""
        figure = run.figure
        if figure is None:
            return ""
        return (
            f'<draw:frame draw:name="{figure.name(self.media.place())}" text:anchor-type="as-char" '
            f'draw:style-name="Picture" svg:width="{figure.width:.2f}mm" '
            f'svg:height="{figure.height:.2f}mm">'
            f'<draw:image xlink:href="Pictures/{self.media.name(figure)}" xlink:type="simple" '
            'xlink:show="embed" xlink:actuate="onLoad"/>'
            f"<svg:desc>{written(figure.alt)}</svg:desc></draw:frame>"
        )

    def _list(self, listing: Listing) -> Iterator[str]:
        style = _BULLETS if listing.start is None else _NUMBERS
        start = "" if listing.start is None else f' text:start-value="{listing.start}"'
        yield f'<text:list text:style-name="{style}">'
        for item in listing.items:
            yield f"<text:list-item{start}>"
            self._lists.append((style, "</text:list-item>"))
            for block in item or (Paragraph(()),):
                yield from self._block(block)
            yield self._lists.pop()[1]
            start = ""
        yield "</text:list>"

    def _table_anywhere(self, table: Table) -> Iterator[str]:
        """Yield a table; an item of a list may hold none, so the lists stop for it and go on."""
        for _, closing in reversed(self._lists):
            yield f"{closing}</text:list>"
        yield from self._table(table)
        for place, (style, _) in enumerate(self._lists):
            yield f'<text:list text:style-name="{style}" text:continue-numbering="true">'
            yield "<text:list-header>"
            self._lists[place] = (style, "</text:list-header>")

    def _table(self, table: Table) -> Iterator[str]:
        self._tables += 1
        yield f'<table:table table:name="T{self._tables}" table:style-name="Grid">'
        if table.caption:
            yield f"<table:title>{written(table.caption)}</table:title>"
        for share in table.shares():
            yield f'<table:table-column table:style-name="W{max(1, round(share * 100))}"/>'
        yield "<table:table-header-rows>"
        yield self._row(table.head, table.sides, "Head", "Table_20_Heading")
        yield "</table:table-header-rows>"
        for row in table.rows:
            yield self._row(row, table.sides, "Cell", "Table_20_Contents")
        yield "</table:table>"

    def _row(self, cells: tuple[Runs, ...], sides: tuple[str, ...], cell: str, style: str) -> str:
        made = "".join(
            f'<table:table-cell table:style-name="{cell}" office:value-type="string">'
            f"{self._paragraph(runs, cell + _SIDES[side] if side in _SIDES else style)}"
            "</table:table-cell>"
            for runs, side in zip(cells, sides, strict=False)
        )
        return f'<table:table-row table:style-name="Row">{made}</table:table-row>'

    def _contents(self, contents: Contents) -> Iterator[str]:
        """Yield a table of contents that a program can renew, filled in so that it need not."""
        title = written(contents.title)
        yield '<text:table-of-content text:name="Contents" text:style-name="Contents">'
        yield (
            '<text:table-of-content-source text:outline-level="2" '
            'text:use-outline-level="false" text:use-index-marks="false" '
            'text:use-index-source-styles="true">'
            '<text:index-title-template text:style-name="Contents_20_Heading">'
            f"{title}</text:index-title-template>"
        )
        for level in (1, 2):
            yield (
                f'<text:table-of-content-entry-template text:outline-level="{level}" '
                f'text:style-name="Contents_20_{level}"><text:index-entry-link-start/>'
                "<text:index-entry-text/><text:index-entry-link-end/>"
                "</text:table-of-content-entry-template>"
            )
        for level in (1, 2):
            yield (
                f'<text:index-source-styles text:outline-level="{level}">'
                f'<text:index-source-style text:style-name="Heading_20_{level}"/>'
                "</text:index-source-styles>"
            )
        yield "</text:table-of-content-source><text:index-body>"
        yield '<text:index-title text:name="ContentsTitle">'
        yield f'<text:p text:style-name="Contents_20_Heading">{title}</text:p></text:index-title>'
        for level, name, anchor in contents.entries:
            yield (
                f'<text:p text:style-name="Contents_20_{level}">'
                f'<text:a xlink:type="simple" xlink:href="#{quoted(anchor)}" '
                'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link">'
                f"{_text(name)}</text:a></text:p>"
            )
        yield "</text:index-body></text:table-of-content>"


def _run(run: Run, drawn: str) -> str:
    made = drawn or _text(run.text)
    for style in () if drawn else _looks(run):
        made = f'<text:span text:style-name="{style}">{made}</text:span>'
    if run.link:
        made = f'<text:a xlink:type="simple" xlink:href="{quoted(run.link)}">{made}</text:a>'
    return made


def _looks(run: Run) -> Iterator[str]:
    if run.code:
        yield "Source_20_Text"
    if run.struck:
        yield "Struck"
    if run.italic:
        yield "Emphasis"
    if run.bold:
        yield "Strong_20_Emphasis"
    if run.change:
        yield _MARKED[run.change]


def _text(text: str) -> str:
    """Return text in which blanks, tabs and new lines are kept, which XML would join."""
    made = written(text)
    if "  " in made or "\n" in made or "\t" in made:
        made = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', made)
        made = made.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    return made


def _code(text: str) -> str:
    """Return typed lines; a blank before the first would be dropped."""
    return f"<text:s/>{_text(text[1:])}" if text[:1] == " " else _text(text)
