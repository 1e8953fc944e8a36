"""PDF that can be archived and read aloud: PDF/A-2a and PDF/UA-1 in one file, by typst.

The layout is a template that we ship; everything people wrote goes to it as data (JSON),
and typst never reads that as code. It runs with a folder of nothing but pictures as its whole
disk, without packages and with fonts that it brings itself, that we ship or that come with
the style, so that the same text gives the same pages on every computer.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any

from coauthor.errors import OutsideFailure
from coauthor.exchange.furniture import PAGE, PAGES, Furniture
from coauthor.exchange.office.package import language_tag
from coauthor.exchange.office.walk import walk
from coauthor.exchange.pages.blocks import Printed
from coauthor.exchange.pages.signs import EVERYWHERE, SHOWN, Signs
from coauthor.exchange.specification import Specification, Text
from coauthor.exchange.style import NEUTRAL, Picture, Style
from coauthor.exchange.typesetting import Refused, Stopped, typeset
from coauthor.resources import resources

TEMPLATE = "specification.typ"
_TITLE = 90
"""Characters of the title that a reader of PDF shows above its window."""
_SANS = "Liberation Sans"
"""The font that we ship: that of Arial, and near to others without serifs."""
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
_SERIF = frozenset(
    {"", "libertinus serif", "times new roman", "georgia", "cambria", "garamond", "constantia"}
    | {"palatino linotype", "book antiqua", "liberation serif", "merriweather", "calisto mt"}
)


def to_pdf(specification: Specification, text: Text) -> bytes:
    """Return a document as PDF.

    Raises:
        OutsideFailure: ``cannot-make-pdf`` when typst refuses the text, with what it said;
            ``pdf-stopped`` when memory was short.
    """
    refused: Refused | None = None
    for signs in (SHOWN, EVERYWHERE):
        printed = Printed(signs)
        try:
            data = _data(specification, text, printed)
            return _typeset(data, specification.style, printed.files)
        except Refused as error:  # such as signs that no one font holds together
            refused = error
        except Stopped:
            raise OutsideFailure("pdf-stopped") from None
    raise OutsideFailure("cannot-make-pdf", said=str(refused)[:200])


def _data(specification: Specification, text: Text, printed: Printed) -> dict[str, Any]:
    """Return everything that the template shows."""
    day, signs = specification.when, printed.signs
    around = Furniture(specification)
    cover = around.cover() if around.has_cover else ()
    return {
        "title": _cut(signs.of(specification.title)) or text("pdf-untitled"),
        "language": language_tag(specification.spoken).split("-"),
        "day": [day.year, day.month, day.day],
        "header": [_around(each, signs) for each in around.header()],
        "footer": [_around(each, signs) for each in around.footer()],
        "cover": [[str(role), signs.of(said)] for role, said in cover],
        "logo": _logo(specification.style.logo, signs.of(around.logo_alt)),
        "style": _look(specification.style),
        "blocks": [
            made
            for block in walk(specification, text, covered=around.has_cover)
            for made in printed.block(block)
        ],
    }


def _around(said: str, signs: Signs) -> str:
    """Return a line at the edge of a page; where the numbers of pages come is kept."""
    return "".join(
        each if each in (PAGE, PAGES) else signs.of(each)
        for each in re.split(f"([{PAGE}{PAGES}])", said)
    )


def _logo(logo: Picture | None, alt: str) -> dict[str, Any] | None:
    if logo is None:
        return None
    return {"file": f"logo.{logo.kind}", "width": logo.width, "height": logo.height, "alt": alt}


def _look(style: Style) -> dict[str, Any]:
    """Return colours, fonts and margins as the template knows them."""
    colours, fonts = style.colours, style.fonts
    return {
        "accent": colours.accent,
        "heading": colours.heading,
        "rule": colours.rule,
        "head": colours.table_head,
        "on-head": colours.on_table_head,
        "body": _family(fonts.body),
        "heading-font": _family(fonts.heading or fonts.body),
        "mono": _family(fonts.mono),
        "sans": fonts.body.lower() not in _SERIF,
        "margins": asdict(style.margins),
    }


def _family(name: str) -> list[str]:
    """Return a font, and what takes its place where nobody laid it beside the style."""
    return [name, *([] if name.lower() in _SERIF else [_SANS])] if name else []


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1]}…"


def _typeset(
    data: dict[str, Any], style: Style = NEUTRAL, pictures: Mapping[str, bytes] = NO_PICTURES
) -> bytes:
    files = dict(pictures)
    if style.logo is not None:
        files[f"logo.{style.logo.kind}"] = style.logo.data
    own = list(style.fonts.files)
    if style.fonts.body or style.fonts.heading:
        own += sorted((resources() / "fonts").glob("*.ttf"))
    fonts = {f"{number}{file.suffix}": _font(file) for number, file in enumerate(own)}
    template = (resources() / "templates" / TEMPLATE).read_bytes()
    return typeset(template, json.dumps(data), files, fonts)


def _font(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        said = error.strerror or str(error)
        raise OutsideFailure("disk-failed", path=str(file), reason=said) from error
