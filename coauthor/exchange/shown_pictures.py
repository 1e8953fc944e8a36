"""The pictures of a text, read from where they lie, as large as a page has room for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from coauthor.document.model import Clause, Document, Prose
from coauthor.document.rendering import to_tokens
from coauthor.exchange.office.tree import Figure
from coauthor.exchange.pictures import drawn
from coauthor.exchange.plain_pictures import UnfitPictureError
from coauthor.exchange.style import Margins

LIMIT, LIMIT_OF_ALL, MOST = 8 * 1024 * 1024, 64 * 1024 * 1024, 200
"""Bytes of one picture and of all in a document, and how many different ones are shown."""
HIGHEST = 170.0
"""Millimetres."""
_INDENT = 14.0
"""Millimetres that a text may stand further in, in a list or a field."""
_DOT = 25.4 / 96
"""Millimetres of a dot, as browsers count (CSS)."""

Read = Callable[[str], bytes]
"""Gives the file at a target in the text; raises `UnshownError`."""


class UnshownError(ValueError):
    """A picture cannot be shown.

    Args:
        why: ``remote``, ``outside``, ``missing`` or ``large``; ends ``picture-<why>``.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass
class Shown:
    """The pictures that can be shown, and the target and reason of each other one."""

    figures: dict[str, Figure] = field(default_factory=dict)
    unshown: list[tuple[str, str]] = field(default_factory=list)


def pictures_of(document: Document, read: Read, margins: Margins) -> Shown:
    """Return the pictures of a document, without what cameras and programs wrote in them."""
    found = Shown()
    left = LIMIT_OF_ALL
    for target in dict.fromkeys(_targets(document)):
        try:
            data = _of_size(read(target), left if len(found.figures) < MOST else 0)
            kind, plain, (across, down) = drawn(data)
        except UnfitPictureError:
            found.unshown.append((target, "unfit"))
        except UnshownError as error:
            found.unshown.append((target, error.why))
        else:
            left -= len(plain)
            room = min(margins.width - _INDENT, HIGHEST * across / down, across * _DOT)
            found.figures[target] = Figure(kind, plain, room, room * down / across, "")
    return found


def _of_size(data: bytes, left: int) -> bytes:
    if len(data) > min(LIMIT, left):
        raise UnshownError("large")
    return data


def _targets(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Prose):
            yield from _in_text(block.text)
        elif isinstance(block, Clause):
            for text in (block.body, *block.fields.values()):
                yield from _in_text(text)


def _in_text(text: str) -> Iterator[str]:
    if "![" not in text:
        return
    for token in to_tokens(text):
        for each in token.children or ():
            if each.type == "image":
                yield str(each.attrGet("src") or "")
