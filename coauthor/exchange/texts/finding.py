"""What in a text is likely to be a clause: by its numbers, its headings, its bold words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coauthor.exchange.parts import one_word
from coauthor.exchange.proposal import Plan
from coauthor.exchange.texts.pieces import Block, Grid, Line, Span
from coauthor.exchange.texts.requirement_tables import records
from coauthor.exchange.xhtml import escaped

_TYPED = re.compile(
    r"(?:(?:[A-Z]{1,6}[-._ ]?)?\d+(?:[.\-]\d+)+[a-z]?|[A-Z]{1,6}[-._]?\d{1,6}[a-z]?)(?=[\s:.)]|$)"
)
"""A number that somebody typed: ``5.01.01``, ``BEL-012``, ``E12``."""
_COUNTED = re.compile(r"(?=.*\d)(?=.*[A-Za-z.\-]\d|\d[.\-]\d)[\w.\- ()]+")
"""A number that a program counted and that people cite: ``1.2``, ``Eis 4``."""
_SEPARATOR = re.compile(r"[\s:.)\-–—]+")
_SEVERAL, _LONG_TITLE = 3, 160


def choose_plan(blocks: Sequence[Block]) -> Plan:
    """Return the likeliest way to cut a text."""
    blocks = raised(blocks)
    rows = sum(len(records(block)[0]) for block in blocks if isinstance(block, Grid))
    lines = [each for each in blocks if isinstance(each, Line) and each.text.strip()]
    headings = [each for each in lines if each.level]
    counted = Counter(each.level for each in headings if heading_code(each))
    cited = len({split_code(each)[0] for each in lines if is_cited(each)})
    most = max(counted.values(), default=0)
    if rows and 2 * rows >= max(most, cited):
        return Plan("rows")
    if cited >= _SEVERAL and cited >= most:
        return Plan("items")
    if most >= _SEVERAL:
        return Plan("headings", counted.most_common(1)[0][0])
    levels = Counter(min(each.level, 6) for each in headings)
    several = [level for level, number in levels.items() if number > 1]
    led = [each.level for each in headings if each.role == "led"]
    if led:
        return Plan("headings", Counter(led).most_common(1)[0][0])
    items = sum(each.listed is not None and not each.listed[1] and not each.level for each in lines)
    if items >= _SEVERAL and items >= len(headings):
        return Plan("items")
    return Plan("headings", max(several)) if several else Plan("items")


def heading_code(line: Line) -> str:
    """Return the number of a heading that people cite, such as ``3.1``; '' for none."""
    number = line.number.rstrip(".:) ")
    if number:
        return number if _COUNTED.fullmatch(number) else ""
    found = _TYPED.match(line.text)
    return found[0] if found else ""


def is_cited(block: Block) -> bool:
    """Tell whether a paragraph has a number that people cite."""
    if not isinstance(block, Line) or block.level or block.role:
        return False
    if block.number:
        return _COUNTED.fullmatch(block.number.rstrip(".:) ")) is not None
    found = _TYPED.match(block.text)
    return found is not None and len(block.text) > found.end() + 1


def split_code(line: Line) -> tuple[str, Line]:
    """Return the code of a clause, and its first paragraph without it."""
    if line.number:
        return one_word(line.number.rstrip(".:) ")), line
    found = _TYPED.match(line.text)
    if found is None:
        return "", line
    gap = _SEPARATOR.match(line.text, found.end())
    return one_word(found[0]), _from(line, gap.end() if gap else found.end())


def _from(line: Line, at: int) -> Line:
    """Return a paragraph from a character on."""
    return _cut(line, at, len(line.text))


def _cut(line: Line, start: int, end: int) -> Line:
    spans: list[Span] = []
    position = 0
    for span in line.spans:
        piece = span.text[max(0, start - position) : max(0, end - position)]
        if piece:
            spans.append(span._replace(text=piece))
        position += len(span.text)
    return Line(spans, line.place, said=line.said)


def split_title(line: Line, *, alone: bool) -> tuple[str, Line]:
    """Return the bold words that a paragraph begins with as title, and the rest.

    Args:
        alone: a paragraph of nothing but bold words is a title too, for more follows it.
    """
    bold = 0
    for span in line.spans:
        if not span.bold and span.text.strip():
            break
        bold += len(span.text)
    text = line.text
    head, newline, _ = text[:bold].partition("\n")
    at_end = not text[bold:].strip()
    broken = newline or text[bold : bold + 1] == "\n" or text[:bold].endswith("\n")
    if not head.strip() or len(head) > _LONG_TITLE or not (broken or (at_end and alone)):
        return "", line
    title = escaped(" ".join(head.split()))
    return title, _from(line, len(head))


def raised(blocks: Sequence[Block]) -> list[Block]:
    """Return a text with what is a heading in all but its style made one.

    A paragraph that begins with bold words on a line of their own, where there are several,
    holds a title and its text.
    """
    led = [_leads(block) for block in blocks]
    if sum(led) < _SEVERAL:
        return list(blocks)
    return list(_raised(blocks, led))


def _leads(block: Block) -> bool:
    if not isinstance(block, Line) or block.level or block.listed is not None or block.role:
        return False
    title, rest = split_title(block, alone=False)
    return bool(title) and bool(rest.text.strip())


def _raised(blocks: Sequence[Block], led: Sequence[bool]) -> Iterator[Block]:
    level = 0
    for block, leads in zip(blocks, led, strict=True):
        if leads and isinstance(block, Line):
            _, rest = split_title(block, alone=False)
            at = len(block.text) - len(rest.text)
            head = _cut(block, 0, at)
            head.level, head.role, head.said = min(level + 1, 6), "led", ()
            yield head
            yield rest
            continue
        if isinstance(block, Line) and block.level and block.text.strip():
            level = block.level
        yield block
