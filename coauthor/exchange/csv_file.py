"""CSV: a row for each heading, text and clause.

In UTF-8 with a byte order mark, which Excel needs to see what it is; with ``;`` for
Excel in Dutch, or with ``,``. A cell that a spreadsheet would compute gets an apostrophe
before it, which is taken away again on reading, so that nothing is lost by it.
"""

import csv
import io
import re

from coauthor.document.reading import encode
from coauthor.exchange.specification import Specification, Text
from coauthor.exchange.tables.rows import headings, table

_COMPUTED = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may take for a formula, full-width signs included (OWASP, CSV injection)."""


def to_semicolons(specification: Specification, text: Text) -> bytes:
    """Return a document as CSV with ``;`` between the cells."""
    return _to_csv(specification, text, ";")


def to_commas(specification: Specification, text: Text) -> bytes:
    """Return a document as CSV with ``,`` between the cells."""
    return _to_csv(specification, text, ",")


def _to_csv(specification: Specification, text: Text, delimiter: str) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    keys, rows = table(specification, text)
    for cells in (headings(keys, text), *rows):
        writer.writerow([guarded(cell) for cell in cells])
    return encode("\ufeff" + stream.getvalue())


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet computes; `unguarded` takes the guard away."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _COMPUTED.match(cell) else cell
