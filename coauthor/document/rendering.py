"""Markdown of one clause as HTML or as tokens, by markdown-it-py.

Raw HTML is shown as text: what somebody writes must not act in a reader's
browser or window.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from coauthor.document.parameters import shown
from coauthor.document.reading import encode

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][^\W_]*(?:[ ,.:;()/–’-]+[^\W_]+)*[.?!:)]?")
"""One line of words that hold no mark of Markdown."""

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


_ELSEWHERE = re.compile(r"(?!data:)[a-z][a-z0-9+.-]*:|[/\\\\]{2}", re.IGNORECASE)
"""How an address begins that leads away from the folder of the text."""


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.add_render_rule("image", _image)
    made.add_render_rule("link_open", _link)
    return made


@dataclass(frozen=True)
class Around:
    """What stands around a text that is shown elsewhere.

    Args:
        picture: gives the HTML of a picture by its target and what it shows.
        place: gives where the target of a link leads from there, '' for nowhere.
    """

    picture: Callable[[str, str], str]
    place: Callable[[str], str]


def _link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Return the beginning of a link; elsewhere it leads where that place is now, or nowhere."""
    around = env.get("around")
    if isinstance(around, Around):
        target = around.place(str(tokens[index].attrGet("href") or ""))
        return f'<a href="{escapeHtml(target)}">' if target else "<a>"
    return str(renderer.renderToken(tokens, index, options, env))


def _image(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """Return a picture that lies beside the text; one from elsewhere becomes a link.

    Who opens a page must not be counted by whoever put a picture in a comment.
    """
    source = str(tokens[index].attrGet("src") or "")
    around = env.get("around")
    if isinstance(around, Around):
        alt = " ".join("".join(each.content for each in tokens[index].children or ()).split())
        return around.picture(source, alt)
    if not _ELSEWHERE.match(source):
        return str(renderer.image(tokens, index, options, env))
    shown = tokens[index].content or source
    return f'<a href="{escapeHtml(source)}">{escapeHtml(shown)}</a>'


def printable(text: str) -> str:
    """Return ``text`` with undecodable bytes as the replacement character."""
    return text if text.isascii() else encode(text).decode("utf-8", "replace")


def harmless(text: str) -> str:
    """Return ``text`` without what a terminal obeys or what turns the order of letters round.

    Lines and tabs stay; every other control sign becomes the replacement character.
    """
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", printable(text))


def to_html(markdown: str, around: Around | None = None) -> str:
    """Return Markdown as HTML, parameters shown as their value.

    Args:
        around: what pictures and links within the text lead to; when None, pictures lie
            beside the text.
    """
    env = {"around": around} if around else {}
    return str(_markdown().render(printable(shown(markdown)), env))


def to_tokens(markdown: str) -> list[Token]:
    """Return Markdown as a token stream, parameters still in braces."""
    return _markdown().parse(printable(markdown))


def to_plain(markdown: str) -> str:
    """Return what a reader reads, without marks: paragraphs on lines, items with a dash."""
    if _PLAIN.fullmatch(markdown):
        return markdown  # most titles and headings
    lines: list[str] = []
    prefix = ""
    for token in to_tokens(shown(markdown)):
        if token.type == "list_item_open":
            prefix = "- " if token.markup in "-+*" else f"{token.info or 1}. "
        elif token.type == "inline":
            text = "".join(_inline(child) for child in token.children or ())
            lines.append(prefix + text)
            prefix = ""
        elif token.type in ("fence", "code_block", "html_block"):
            lines.append(token.content.rstrip("\n"))
    return "\n".join(lines)


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n" if token.type == "hardbreak" else " "
    return token.content
