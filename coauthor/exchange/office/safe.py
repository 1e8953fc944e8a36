"""Foreign text in XML, and foreign addresses in a document that others open."""

import re
from xml.sax.saxutils import escape

from coauthor.document.rendering import harmless

LINK_LIMIT = 2_000
"""Characters; Word takes 2,083 in an address."""

_NOT_XML = re.compile("[\ufffe\uffff]")
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
    r"|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
)
"""Addresses that every program takes; Word calls a file damaged for one that is malformed."""


def clean(text: str) -> str:
    """Return text that XML can hold and that does not turn round the order of letters."""
    return text if text.isprintable() else _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", harmless(text))


def written(text: str) -> str:
    """Return text as the content of an element."""
    return escape(clean(text))


def quoted(text: str) -> str:
    """Return text as the value of an attribute in double quotes, on one line."""
    return escape(" ".join(clean(text).split()), {'"': "&quot;"})


def address(target: str) -> str:
    """Return an address on the web or of mail, or '' for one that leads elsewhere.

    A path or a name within somebody's own folders does not belong in what goes out.
    """
    return target if len(target) <= LINK_LIMIT and _ADDRESS.fullmatch(target) else ""
