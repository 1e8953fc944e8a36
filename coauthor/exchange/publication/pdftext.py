"""The words on the pages of a PDF, as far as its fonts say what their signs mean."""

import re
from collections.abc import Iterator, Mapping

from coauthor.exchange.publication.pdfobjects import Pdf, Ref, Word, values

_RANGES = re.compile(rb"beginbf(char|range)((?:(?!beginbf).)*?)endbf", re.DOTALL)
_GAP = -180
"""Thousandths of an em between two signs from which a person sees a space."""

_WIDEST = 65_536
_LINES = frozenset({"Td", "TD", "Tm", "T*", "ET"})

Signs = tuple[int, Mapping[int, str]]
"""Bytes of a sign, and what each sign means."""


def page_text(pdf: Pdf, page: Mapping[str, object]) -> Iterator[str]:
    """Yield the lines of a page, in the order of the file."""
    fonts = _fonts(pdf, page)
    data = b"\n".join(
        pdf.unfolded(each.number) for each in pdf.row(page.get("Contents")) if isinstance(each, Ref)
    )
    signs: Signs | None = None
    line: list[str] = []
    before: list[object] = []
    for value in values(data):
        if not isinstance(value, Word) or _is_number(value):
            before.append(value)
            continue
        if value == "Tf" and len(before) >= 2:
            signs = fonts.get(str(before[-2]))
        elif value in {"Tj", "'", '"', "TJ"} and before:
            if value in {"'", '"'}:
                yield "".join(line)
                line = []
            line += _shown(before[-1], signs)
        elif value in _LINES and line:
            if value != "Td" or before[-1:] != ["0"]:
                yield "".join(line)
                line = []
            else:
                line.append(" ")
        before.clear()
    yield "".join(line)


def _is_number(word: str) -> bool:
    return word[-1:].isdigit() or word[:1].isdigit() or word[:1] in "-.+"


def _fonts(pdf: Pdf, page: Mapping[str, object]) -> dict[str, Signs]:
    """Return the fonts of a page by their names in it; pages inherit them."""
    at: Mapping[str, object] = page
    for _ in range(32):
        resources = pdf.table(at.get("Resources"))
        if "Font" in resources:
            return {
                name: _signs(pdf, pdf.table(font))
                for name, font in pdf.table(resources["Font"]).items()
            }
        at = pdf.table(at.get("Parent"))
    return {}


def _signs(pdf: Pdf, font: Mapping[str, object]) -> Signs:
    wide = 2 if font.get("Subtype") == "Type0" else 1
    meaning: dict[int, str] = {}
    to_unicode = font.get("ToUnicode")
    if isinstance(to_unicode, Ref):
        for kind, body in _RANGES.findall(pdf.unfolded(to_unicode.number)):
            found = [each for each in values(body) if isinstance(each, bytes | list)]
            step = 2 if kind == b"char" else 3
            for index in range(0, len(found) - step + 1, step):
                _mean(meaning, found[index : index + step])
    return wide, meaning


def _mean(meaning: dict[int, str], said: list[bytes | list[object]]) -> None:
    first, last, to = said[0], said[-2] if len(said) == 3 else said[0], said[-1]
    if not isinstance(first, bytes) or not isinstance(last, bytes):
        return
    start, end = int.from_bytes(first), int.from_bytes(last)
    for offset in range(min(end - start + 1, _WIDEST) if end >= start else 0):
        if isinstance(to, list):
            one = to[offset] if offset < len(to) else b""
            meaning[start + offset] = (
                one.decode("utf-16-be", "replace") if isinstance(one, bytes) else ""
            )
        else:
            text = to.decode("utf-16-be", "replace")
            meaning[start + offset] = (
                text[:-1] + chr(min(ord(text[-1]) + offset, 0x10FFFF)) if text else ""
            )


def _shown(value: object, signs: Signs | None) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, bytes):
            yield _decoded(each, signs)
        elif isinstance(each, Word):
            try:
                gap = float(each)
            except ValueError:
                continue
            if gap < _GAP:
                yield " "


def _decoded(said: bytes, signs: Signs | None) -> str:
    wide, meaning = signs or (1, {})
    if wide == 1 and not meaning:
        return said.decode("cp1252", "replace")
    codes = (int.from_bytes(said[at : at + wide]) for at in range(0, len(said), wide))
    return "".join(meaning.get(code, "" if wide == 2 else chr(code)) for code in codes)
