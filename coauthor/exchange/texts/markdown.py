"""Paragraphs and tables of a word processor as Markdown that says the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from coauthor.exchange.texts.pieces import Block, Grid, Line, Span, lines_in
from coauthor.exchange.xhtml import paragraph, signs_escaped

MOST_COLUMNS = 60
_DEEPEST = 8
_FAIR = re.compile(r"(?:https?|mailto|ftp|tel):", re.IGNORECASE)
_ORDERED = re.compile(r"\d{1,9}[.)]")
_BRACKET, _ESCAPED = re.compile(r"[\[\]]"), r"\\\g<0>"
_AWKWARD = re.compile(r"[\s<>\\]")


def line_markdown(line: Line) -> str:
    """Return a paragraph as Markdown, without its number."""
    if line.role == "code":
        typed = line.text.strip("\n")
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", typed) or [""]))
        return f"{fence}\n{typed}\n{fence}" if typed.strip() else ""
    made = paragraph(words(line.spans))
    if line.role == "quote" and made:
        return "\n".join(f"> {each}" for each in made.split("\n"))
    return made


def heading_text(line: Line) -> str:
    """Return the words of a heading on one line, as Markdown without look."""
    plain = [Span(" ".join(line.text.split()))]
    return paragraph(words(plain))


def words(spans: Sequence[Span]) -> str:
    """Return words with their look as Markdown; a new line is a vertical tab."""
    pieces: list[str] = []
    emphasised = False
    groups = [
        (look, "".join(span.text for span in group))
        for look, group in groupby(_evened(spans), _look)
    ]
    for at, ((bold, italic, struck, link, code), text) in enumerate(groups):
        mark = "**" * bold + "*" * italic
        made = _plain(text)
        bare = text.strip()
        following = groups[at + 1][1] if at + 1 < len(groups) else ""
        before = pieces[-1][-1:] if pieces else ""
        if bare and "\n" not in bare and (mark or struck or link or code):
            inner = f"`{bare}`" if code and "`" not in bare else _plain(bare)
            head, tail = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
            fits = code or _fits(bare, before if not head else " ", following if not tail else " ")
            if emphasised and not head and before == "*":
                fits = False
            if link and _FAIR.match(link):
                target = f"<{link}>" if _AWKWARD.search(link) or "(" in link else link
                inner = f"[{_BRACKET.sub(_ESCAPED, inner)}]({_safe(target)})"
                fits = True
            if fits and struck:
                inner = f"~~{inner}~~"
            if fits:
                inner = f"{mark}{inner}{mark[::-1]}"
            emphasised = bool(mark) and fits and not tail
            made = f"{head}{inner}{tail}"
        else:
            emphasised = False
        pieces.append(made)
    return "".join(pieces).replace("\n", "\v")


def _plain(text: str) -> str:
    """Return words that are no markup; what looks like a link is none."""
    return signs_escaped(text).replace("](", "\\](")


def _look(span: Span) -> tuple[bool, bool, bool, str, bool]:
    return span.bold, span.italic, span.struck, span.link, span.code


def _safe(target: str) -> str:
    inner = target.strip("<>")
    if inner == target:
        return target
    return "<" + re.sub(r"[\s<>]", lambda m: f"%{ord(m[0]):02X}", inner) + ">"


def _evened(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield words, blanks between words of one look given that look."""
    held = [span for span in spans if span.text]
    for at, span in enumerate(held):
        if 0 < at < len(held) - 1 and not span.text.strip() and not span.link:
            first, last = held[at - 1], held[at + 1]
            if (first.bold, first.italic) == (last.bold, last.italic) and "\n" not in span.text:
                span = span._replace(bold=first.bold, italic=first.italic)  # noqa: PLW2901
        yield span


def _fits(text: str, before: str, after: str) -> bool:
    """Tell whether marks around words are seen as such (CommonMark 6.2, flanking runs)."""
    opens = text[0].isalnum() or not before.isalnum()
    closes = text[-1].isalnum() or not after[:1].isalnum()
    return opens and closes


def to_markdown(blocks: Sequence[Block]) -> str:
    """Return paragraphs, lists, headings and tables as Markdown."""
    made: list[str] = []
    indents: list[tuple[int, int]] = []
    in_list = False
    for block in blocks:
        if isinstance(block, Grid):
            text, listed = table(block), False
        elif block.level:
            text = heading_text(block)
            number = signs_escaped(block.number)
            text = f"{'#' * min(block.level, 6)} {' '.join(filter(None, (number, text)))}"
            text, listed = (text if block.text.strip() else ""), False
        elif block.listed is not None:
            text, listed = _item(block, indents), True
        else:
            text, listed = line_markdown(block), False
        if not text:
            continue
        if not listed and indents and isinstance(block, Line) and block.goes_on:
            inset = " " * indents[-1][1]
            text = inset + text.replace("\n", f"\n{inset}")
        elif not listed:
            indents.clear()
        if made:
            made.append("\n" if listed and in_list else "\n\n")
        made.append(text)
        in_list = listed
    return "".join(made)


def _item(line: Line, indents: list[tuple[int, int]]) -> str:
    """Return an item of a list.

    Args:
        indents: of the items that it may stand in, how deep each is and where its words begin.
    """
    text = line_markdown(line)
    if not text:
        return ""
    depth = line.listed[1] if line.listed else 0
    while indents and (indents[-1][0] >= depth or len(indents) > _DEEPEST):
        indents.pop()
    mark = line.number if _ORDERED.fullmatch(line.number) else "-"
    if line.number and mark == "-":
        text = f"{signs_escaped(line.number)} {text}"
    inset = indents[-1][1] if indents else 0
    indents.append((depth, inset + len(mark) + 1))
    inner = text.replace("\n", "\n" + " " * indents[-1][1])
    return f"{' ' * inset}{mark} {inner}"


def table(grid: Grid) -> str:
    """Return a table as Markdown; of merged cells the first has the words."""
    rows = cells_of(grid)
    if not rows:
        return ""
    if max(len(row) for row in rows) == 1:
        return "\n\n".join(filter(None, (to_markdown(cell) for row in rows for cell in row)))
    written = [[cell_markdown(cell, head=not at) for cell in row] for at, row in enumerate(rows)]
    written = [row for row in written if any(row)]
    if not written:
        return ""
    width = max(len(row) for row in written)
    lines = [_row([*row, *[""] * (width - len(row))]) for row in written]
    return "\n".join([lines[0], _row(["---"] * width), *lines[1:]])


def cells_of(grid: Grid) -> list[list[list[Block]]]:
    """Return what stands in each cell, row by row; merged cells have their words once."""
    rows: list[list[list[Block]]] = []
    for row in grid.rows:
        cells: list[list[Block]] = []
        for cell in row.cells:
            cells.append(cell.blocks)
            cells += [[] for _ in range(cell.across - 1)]
        if len(cells) > MOST_COLUMNS:
            rest = [block for cell in cells[MOST_COLUMNS - 1 :] for block in cell]
            cells = [*cells[: MOST_COLUMNS - 1], rest]
        rows.append(cells)
    used = {
        at
        for row in rows
        for at, cell in enumerate(row)
        if any(line.text.strip() or line.number for line in lines_in(cell))
    }
    return [[cell for at, cell in enumerate(row) if at in used] for row in rows]


def cell_markdown(blocks: Sequence[Block], *, head: bool = False) -> str:
    """Return a cell as one line of a Markdown table.

    Args:
        head: it heads a column, and is bold by that.
    """
    said: list[str] = []
    for block in blocks:
        if isinstance(block, Grid):
            said += [cell_markdown(cell) for row in cells_of(block) for cell in row]
            continue
        spans = [each._replace(bold=False) for each in block.spans] if head else block.spans
        text = words(spans).replace("\v", " ").strip()
        mark = block.number or ("•" if block.listed is not None else "")
        said.append(f"{mark} {text}" if mark and text else text)
    return " ".join(" ".join(filter(None, said)).split()).replace("|", r"\|")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
