"""The words of a file that went out, whatever its format, as anybody could dig them up."""

import html
import re
import zipfile
from io import BytesIO

from pypdf import PdfReader


def everything(data: bytes) -> str:
    """Return all text in a file: of a zip all its parts, of a PDF all pages and properties."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = [package.read(name) for name in package.namelist()]
        return " ".join(_bare(part.decode("utf-8", "replace")) for part in parts)
    if data.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        return _line(" ".join((*pages, *map(str, (reader.metadata or {}).values()))))
    return _bare(data.decode("utf-8", "replace"))


def _bare(markup: str) -> str:
    """Return the text of markup, with what stands in attributes and comments."""
    parts = re.sub(r"</?[\w:]+|/?>", " ", markup)
    return _line(html.unescape(parts))


def _line(words: str) -> str:
    return " ".join(re.sub("[\u00ad\u2010\u200b]", "", words).split())
