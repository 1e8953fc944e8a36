"""PDF that can be archived and read aloud: PDF/A-2a and PDF/UA-1 in one file, by typst.

The layout is a template that we ship; everything people wrote goes to it as data (JSON),
and typst never reads that as code. It runs with an empty folder as its whole disk,
without packages and with the fonts that it brings itself, so that the same text gives
the same pages on every computer.
"""

import json
import tempfile
from typing import Any, cast

import typst

from coauthor.errors import OutsideFailure
from coauthor.exchange.office.package import language_tag
from coauthor.exchange.office.walk import walk
from coauthor.exchange.pages.blocks import Printed
from coauthor.exchange.pages.signs import EVERYWHERE, SHOWN, Signs
from coauthor.exchange.specification import Specification, Text
from coauthor.resources import resources

TEMPLATE = "specification.typ"
_HEAD = 90
"""Characters of a title, version or organisation at the edge of a page."""


def to_pdf(specification: Specification, text: Text) -> bytes:
    """Return a document as PDF.

    Raises:
        OutsideFailure: ``cannot-make-pdf`` when typst refuses the text, with what it said.
    """
    refused: typst.TypstError | None = None
    for signs in (SHOWN, EVERYWHERE):
        try:
            return _typeset(_data(specification, text, signs))
        except typst.TypstError as error:  # such as signs that no one font holds together
            refused = error
    raise OutsideFailure("cannot-make-pdf", said=str(refused)[:200])


def _data(specification: Specification, text: Text, signs: Signs) -> dict[str, Any]:
    """Return everything that the template shows."""
    day = specification.when
    printed = Printed(signs)
    parts = (specification.version, f"{day:%d-%m-%Y}")
    heads = (specification.title, specification.organisation)
    return {
        "title": _cut(signs.of(specification.title)) or text("pdf-untitled"),
        "language": language_tag(specification.language).split("-"),
        "day": [day.year, day.month, day.day],
        "header": " · ".join(_cut(signs.of(each)) for each in heads if each),
        "footer": " · ".join(_cut(signs.of(each)) for each in parts if each),
        "digest": signs.of(specification.digest),
        "page": text("pdf-page", page="{page}", pages="{pages}"),
        "blocks": [made for block in walk(specification, text) for made in printed.block(block)],
    }


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _HEAD else f"{line[: _HEAD - 1]}…"


def _typeset(data: dict[str, Any]) -> bytes:
    template = (resources() / "templates" / TEMPLATE).read_bytes()
    with tempfile.TemporaryDirectory(prefix="coauthor-") as nothing:
        typesetter = typst.Compiler(
            template,
            root=nothing,
            package_path=nothing,
            package_cache_path=nothing,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data)},
        )
        # ISO 19005-2 at level A, and ISO 14289-1
        return cast("bytes", typesetter.compile(format="pdf", pdf_standards=["a-2a", "ua-1"]))
