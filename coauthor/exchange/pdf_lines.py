"""The lines of a PDF with where they stand and how large they are; pdfium reads the file.

A PDF holds signs at places and no text: lines come in the order of the file, with a space
where two signs stand apart. Content is measured before anything is unfolded.
"""

import ctypes
import re
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from coauthor.errors import UserError

PAGES, SIGNS = 2_000, 20_000_000
"""Most pages, and most signs on them, that are read."""
UNFOLDED = 768 * 1024 * 1024
"""Bytes that the packed parts of a file may hold together."""
SECONDS = 120
"""After this the reading ends; 1,000 full pages take five."""

BROKEN = "\ufffe"
"""Pdfium's sign for a hyphen that ends a line within a word."""

UNSEEN = "\u200b\u200c\u200d\ufeff\u2060"
"""Signs without a form of their own: where a word may be broken, and the like."""

_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78])")
_APART = 1.2
"""Heights of a letter between two words from which they are no sentence."""
_STEP = 1024 * 1024
_LOCK = threading.Lock()
"""Pdfium does one thing at a time."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line of a page.

    Args:
        page: from 1.
        left, right, bottom: in points, from the lower left corner.
        size: height of its letters in points, that above and below them included.
        bold: whether its words are in bold from begin to end.
        height: of the page, in points.
        spread: whether bold words stand apart, as in the head of a table.
    """

    text: str
    page: int
    left: float = 0
    right: float = 0
    bottom: float = 0
    size: float = 0
    bold: bool = False
    height: float = 842
    spread: bool = False


@dataclass(frozen=True)
class Pages:
    """A whole file: its lines, how many pages, which of them have no words, and its bookmarks.

    Args:
        bookmarks: level from 1 and title.
    """

    lines: tuple[Line, ...]
    pages: int
    silent: tuple[int, ...]
    bookmarks: tuple[tuple[int, str], ...]
    title: str = ""


def read_pages(name: str, data: bytes) -> Pages:
    """Return what stands on the pages of a PDF.

    Raises:
        UserError: ``pdf-unfit``, ``pdf-encrypted``, ``pdf-too-large`` or ``pdf-no-text``.
    """
    if b"%PDF-" not in data[:1024]:
        raise UserError("pdf-unfit", path=name)
    _measure(name, data)
    with _LOCK:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            code = "pdf-encrypted" if "password" in str(error).lower() else "pdf-unfit"
            raise UserError(code, path=name) from error
        try:
            return _pages(name, pdf)
        except pypdfium2.PdfiumError as error:
            raise UserError("pdf-unfit", path=name) from error
        finally:
            pdf.close()


def _measure(name: str, data: bytes) -> None:
    """Refuse a file whose packed parts hold too much."""
    left = UNFOLDED
    for found in _STREAM.finditer(data):
        packer = zlib.decompressobj()
        rest = data[found.end() : data.find(b"endstream", found.end()) % (len(data) + 1)]
        try:
            while rest and not packer.eof:
                left -= len(packer.decompress(rest, _STEP))
                rest = packer.unconsumed_tail
                if left < 0:
                    raise UserError("pdf-too-large", path=name, pages=PAGES)
        except zlib.error:
            continue


def _pages(name: str, pdf: pypdfium2.PdfDocument) -> Pages:
    number = len(pdf)
    if not number:
        raise UserError("pdf-unfit", path=name)
    until = time.monotonic() + SECONDS
    lines: list[Line] = []
    silent: list[int] = []
    left = SIGNS
    for index in range(number):
        page = pdf[index]
        words = page.get_textpage()
        left -= words.count_chars()
        if number > PAGES or left < 0 or time.monotonic() > until:
            raise UserError("pdf-too-large", path=name, pages=PAGES)
        found = list(_lines(words, index + 1, page.get_height()))
        lines += found
        if not found:
            silent.append(index + 1)
        words.close()
        page.close()
    if not any(character.isalnum() for line in lines for character in line.text):
        raise UserError("pdf-no-text", path=name)
    bookmarks = tuple(
        (each.level + 1, " ".join((each.get_title() or "").split()))
        for each in pdf.get_toc(max_depth=8)
    )
    title = " ".join((pdf.get_metadata_value("Title") or "").split())
    return Pages(tuple(lines), number, tuple(silent), bookmarks, title)


def _lines(words: pypdfium2.PdfTextPage, page: int, height: float) -> Iterator[Line]:
    signs = [raw.FPDFText_GetUnicode(words, index) for index in range(words.count_chars())]
    start = 0
    for index, sign in enumerate([*signs, 10]):
        if sign in {10, 13}:
            yield from _line(words, signs[start:index], start, page, height)
            start = index + 1


def _line(
    words: pypdfium2.PdfTextPage, signs: list[int], start: int, page: int, height: float
) -> Iterator[Line]:
    text = _text(signs)
    seen = [start + at for at, sign in enumerate(signs) if sign > 32 and _is_ink(chr(sign))]
    if not text.strip() or not seen:
        return
    first, last = _box(words, seen[0]), _box(words, seen[-1])
    inner = seen[len(seen) // 2]  # a bullet at the begin may be of another font
    middle = _box(words, inner)
    bold = all(_is_bold(words, at) for at in {seen[0], inner, seen[-1]})
    yield Line(
        " ".join(text.split()),
        page,
        first.left,
        last.right,
        middle.bottom,
        max(middle.top - middle.bottom, 0),
        bold,
        height,
        bold and _is_spread(words, seen),
    )


def _is_ink(sign: str) -> bool:
    return bool(sign.strip()) and sign not in UNSEEN


def _text(signs: list[int]) -> str:
    """Return signs as text; those beyond the first plane may come as two halves."""
    text = "".join(chr(sign) for sign in signs if sign > 31 or sign == 9).replace("\xa0", " ")
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\u00ad", BROKEN).replace("\t", " ")


def _box(words: pypdfium2.PdfTextPage, index: int) -> raw.FS_RECTF:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(words, index, box)
    return box


def _is_spread(words: pypdfium2.PdfTextPage, seen: list[int]) -> bool:
    for before, after in pairwise(seen):
        if after - before > 1:
            left, right = _box(words, before), _box(words, after)
            if right.left - left.right > _APART * (left.top - left.bottom):
                return True
    return False


def _is_bold(words: pypdfium2.PdfTextPage, index: int) -> bool:
    flags, buffer = ctypes.c_int(), ctypes.create_string_buffer(128)
    size = raw.FPDFText_GetFontInfo(words, index, buffer, 128, flags)
    font = buffer.value.decode("latin-1").lower() if size <= 128 else ""
    return "bold" in font or "black" in font or raw.FPDFText_GetFontWeight(words, index) >= 600
