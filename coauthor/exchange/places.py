"""Places within a text that links lead to: clauses by code or identity, chapters by title."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from coauthor.document.model import Clause, Heading
from coauthor.document.rendering import to_plain
from coauthor.exchange.specification import Item

_LEFT = re.compile(r"[^\w\- ]")
_GIVEN = re.compile(r"(?:c|clause)-(?=\w{10}$)")


def key(target: str) -> str:
    """Return what a target within the text (``#bel-002``) is found by."""
    return _GIVEN.sub("", unquote(target.removeprefix("#")).strip().lower())


def places(shown: Iterable[Item]) -> dict[str, str]:
    """Return the anchor of each place: ``clause-UID`` or ``chapter-NUMBER``.

    A title is written in a link as most programs do: in lower case, with hyphens for blanks.
    What has a name first keeps it; clauses go before chapters.
    """
    found: dict[str, str] = {}
    chapters: dict[str, str] = {}
    for number, item in enumerate(shown):
        block = item.block
        if isinstance(block, Clause):
            anchor = f"clause-{block.uid}"
            for name in (block.uid, block.code, _slug(to_plain(block.title))):
                if name:
                    found.setdefault(name.lower(), anchor)
        elif isinstance(block, Heading):
            chapters.setdefault(_slug(to_plain(block.text)), f"chapter-{number}")
    return {**chapters, **found}


def _slug(title: str) -> str:
    return _LEFT.sub("", title.lower()).strip().replace(" ", "-")
