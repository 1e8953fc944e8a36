"""The XHTML of requirements tools, from Markdown and back.

ReqIF allows a part of XHTML 1.1 (OMG ReqIF 1.2, chapter 10.8.20): no styles of our own,
no pictures outside an ``object``.
"""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr, unescape

from coauthor.document.parameters import shown
from coauthor.document.rendering import to_html
from coauthor.errors import UserError
from coauthor.exchange.xml_tree import Element, parse

_ALLOWED = frozenset(
    "p br ul ol li strong em code pre blockquote h1 h2 h3 h4 h5 h6 table thead tbody tr th td a hr"
    " del div".split()
)
_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol li table pre blockquote dl dt dd hr address".split()
)
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BARE = re.compile(r"[^\W\d_][^\\`*_{}\[\]<>#~|&!\r\n=]*")
"""One line that is the same in Markdown and in XHTML."""

_TAG = re.compile("<[^>]*>")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SIGNS = re.compile(r"\\|`|\*|~(?=~)|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_START = re.compile(
    r"^( *)(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|=+ *$|-+ *$|\[(?=[^\]\n]*\]:)|:?-+(?=[ |]))", re.MULTILINE
)
_NUMBER = re.compile(r"^( *\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*", "del": "~~", "s": "~~", "strike": "~~"}


def legal(text: str) -> str:
    """Return text as XML can hold it: control signs become the replacement character."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)


def to_xhtml(markdown: str) -> str:
    """Return Markdown as the content of an XHTML value, slots shown as their value."""
    text = legal(shown(markdown))
    if _BARE.fullmatch(text):
        return f"<xhtml:div><xhtml:p>{escape(text)}</xhtml:p></xhtml:div>"
    try:
        tree = parse("", f"<div>{legal(to_html(markdown))}</div>".encode())
    except UserError:  # a markup that is no XML is shown as it was written
        lines = "".join(f"<xhtml:p>{escape(line)}</xhtml:p>" for line in text.splitlines())
        return f"<xhtml:div>{lines}</xhtml:div>"
    return _written(tree)


def _written(element: Element) -> str:
    inner = "".join(
        escape(part) if isinstance(part, str) else _written(part) for part in element.parts
    )
    name = "del" if element.name == "s" else element.name
    if name == "img":
        return escape(element.attributes.get("alt") or element.attributes.get("src", ""))
    if name not in _ALLOWED:
        return inner
    link = element.attributes.get("href", "") if name == "a" else ""
    opening = f"xhtml:{name} href={quoteattr(link)}" if link else f"xhtml:{name}"
    return f"<{opening}>{inner}</xhtml:{name}>" if inner else f"<{opening}/>"


def plain(element: Element) -> str:
    """Return the words of XHTML, however they are laid out; tells whether somebody changed it."""
    return " ".join(element.text.split())


def plain_words(written: str) -> str:
    """Return the words of XHTML that `to_xhtml` wrote, as `plain` returns them once read."""
    return " ".join(unescape(_TAG.sub("", written)).split())


def to_markdown(element: Element) -> str:
    """Return XHTML as Markdown that says the same."""
    return "\n\n".join(_blocks(element)).strip("\n")


def _blocks(element: Element) -> Iterator[str]:
    """Yield the blocks in an element; loose text between them is a paragraph."""
    line = ""
    for part in element.parts:
        if isinstance(part, Element) and (part.name in _BLOCKS or _holds_blocks(part)):
            yield from _paragraph(line)
            line = ""
            yield from _block(part)
        else:
            line += _inline(part)
    yield from _paragraph(line)


def escaped(line: str) -> str:
    """Return words on one line as Markdown that says them to the letter."""
    return paragraph(signs_escaped(line))


def signs_escaped(text: str) -> str:
    """Return words with the signs escaped that Markdown would take for markup within a line."""
    return _SIGNS.sub(r"\\\g<0>", text.replace("\v", " "))


def paragraph(line: str) -> str:
    """Return Markdown within a paragraph as one; vertical tabs are line breaks."""
    return "\n\n".join(_paragraph(line))


def _holds_blocks(element: Element) -> bool:
    return any(each.name in _BLOCKS or _holds_blocks(each) for each in element.children)


def _paragraph(line: str) -> Iterator[str]:
    lines = [_BLANKS.sub(" ", each).strip(" ") for each in line.split("\v")]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    if lines:
        text = "\\\n".join(lines)
        yield _NUMBER.sub(r"\1\\\2", _START.sub(r"\1\\\2", text))


def _block(element: Element) -> Iterator[str]:
    name = element.name
    if name in ("ul", "ol"):
        yield "\n".join(_items(element, numbered=name == "ol"))
    elif name == "table":
        yield from _table(element)
    elif name == "pre":
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", element.text) or [""]))
        yield f"{fence}\n{element.text.strip(chr(10))}\n{fence}"
    elif name == "blockquote":
        inner = "\n\n".join(_blocks(element))
        yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    elif re.fullmatch("h[1-6]", name):
        yield from (f"**{each}**" for each in _blocks(element))
    elif name != "hr":
        yield from _blocks(element)


def _items(element: Element, *, numbered: bool) -> Iterator[str]:
    for number, item in enumerate(element.children, start=1):
        mark = f"{number}. " if numbered else "- "
        loose = any(each.name in _BLOCKS - {"ul", "ol"} for each in item.children)
        lines = ("\n\n" if loose else "\n").join(_blocks(item)).split("\n")
        inner = "\n".join(f"{' ' * len(mark)}{line}".rstrip() for line in lines)
        yield mark + inner.lstrip(" ")


def _table(element: Element) -> Iterator[str]:
    rows = [
        [_cell(cell) for cell in row.children if cell.name in ("td", "th")]
        for row in element.all("tr")
    ]
    width = max((len(row) for row in rows), default=0)
    if not width:
        return
    lines = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    yield "\n".join([lines[0], _row(["---"] * width), *lines[1:]])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(element: Element) -> str:
    text = " ".join(_blocks(element)).replace("\\\n", " ")
    return _BLANKS.sub(" ", text).replace("|", r"\|")


def _inline(part: Element | str) -> str:
    """Return text within a paragraph; a line break is kept as a vertical tab till its end."""
    if isinstance(part, str):
        return signs_escaped(part)
    if part.name == "br":
        return "\v"
    inner = "".join(_inline(each) for each in part.parts)
    words = inner.strip()
    if part.name == "object":
        return inner if words else part.attributes.get("name") or part.attributes.get("data", "")
    if not words or "\v" in inner:
        return inner
    before, _, after = inner.partition(words)
    if part.name in _AROUND:
        mark = _AROUND[part.name]
        return f"{before}{mark}{words}{mark}{after}"
    if part.name in ("code", "tt", "kbd", "samp") and "`" not in part.text:
        return f"{before}`{part.text.strip()}`{after}"
    target = part.attributes.get("href", "")
    if part.name == "a" and target and not re.search(r"[\s<>()]", target):
        return f"{before}[{words}]({target}){after}"
    return inner
