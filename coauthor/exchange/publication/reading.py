"""The readers, by kind of file; only what a file is decides, not what it is called."""

import re
from collections.abc import Callable, Mapping

from coauthor.errors import UserError
from coauthor.exchange.publication.datafile import read_json, read_xml
from coauthor.exchange.publication.model import Reading
from coauthor.exchange.publication.odffile import read_odf
from coauthor.exchange.publication.pdffile import read_pdf
from coauthor.exchange.publication.sheetfile import read_xlsx
from coauthor.exchange.publication.textfile import read_csv, read_markdown, read_text
from coauthor.exchange.publication.webfile import read_html
from coauthor.exchange.publication.wordfile import read_docx

FILE_LIMIT = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

Reader = Callable[[str, bytes], Reading]

READERS: Mapping[str, Reader] = {
    "docx": read_docx, "docm": read_docx, "dotx": read_docx,
    "xlsx": read_xlsx, "xlsm": read_xlsx, "xltx": read_xlsx,
    "odt": read_odf, "ott": read_odf, "ods": read_odf, "ots": read_odf,
    "pdf": read_pdf, "html": read_html, "htm": read_html,
    "md": read_markdown, "markdown": read_markdown, "csv": read_csv,
    "txt": read_text, "json": read_json, "reqif": read_xml, "reqifz": read_xml, "xml": read_xml,
}  # fmt: skip
"""What can be checked, by the ending of the name."""

_ZIP = b"PK\x03\x04"
_ZIPPED = frozenset({read_docx, read_xlsx, read_odf})


def read_for_publication(name: str, data: bytes) -> Reading:
    """Return what stands in a file.

    Args:
        name: of the file; its ending tells which texts are Markdown, CSV or plain.

    Raises:
        UserError: ``publication-unknown-kind``, ``publication-too-large``,
            ``publication-unsafe`` with the reason, ``publication-unfit`` when it is not
            what its name says, ``file-empty``, or what the reader of CSV raises.
    """
    if len(data) > FILE_LIMIT:
        raise UserError("publication-too-large", path=name)
    if not data.strip():
        raise UserError("file-empty", path=name)
    ending = name.rpartition(".")[2].lower()
    reader = READERS.get(ending)
    if reader is None:
        known = ", ".join(each.upper() for each in READERS)
        raise UserError("publication-unknown-kind", path=name, known=known)
    if reader is not read_xml and (reader in _ZIPPED) != data.startswith(_ZIP):
        raise UserError("publication-unfit", path=name)
    if (reader is read_pdf) != bool(re.search(rb"%PDF-\d", data[:1024])):
        raise UserError("publication-unfit", path=name)
    return reader(name, data)
