"""The level-playing-field report for people: one accessible HTML file, or a workbook.

What others wrote is shown as text, whatever is in it: no tag acts in a browser and no
formula in a spreadsheet.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

import xlsxwriter
from jinja2 import Environment, FileSystemLoader, select_autoescape

from coauthor.document.rendering import harmless
from coauthor.exchange.answer_workbook import CELL_LIMIT
from coauthor.exchange.row_heights import row_height
from coauthor.exchange.specification import Text
from coauthor.resources import resources

TEMPLATE = "level.html.jinja"
MANY = 100_000
"""Rows of a sheet; Excel takes a million, and nobody reads more than this."""

Report = Mapping[str, Any]


def to_html(report: Report, text: Text) -> bytes:
    """Return the report as one HTML file (aims at WCAG 2.1 AA)."""
    environment = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
    )
    shown = _Shown(text)
    written = environment.get_template(TEMPLATE).render(
        text=text,
        report=report,
        shown=shown,
        title=harmless(f"{text('level-title')} – {report['title']}"),
        warnings=list(_warnings(report, shown)),
    )
    return written.encode("utf-8", "replace")


def to_xlsx(report: Report, text: Text) -> bytes:
    """Return the report as a workbook: contributions, clauses, participants, shares."""
    stream, shown = BytesIO(), _Shown(text)
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": harmless(f"{text('level-title')} – {report['title']}")})
    for name, columns, rows in (
        ("contributions", _CONTRIBUTION, _contributions(report, shown)),
        ("clauses", _CLAUSE, _clauses(report, shown)),
        ("participants", _PARTICIPANT, _participants(report, shown)),
        ("shares", _SHARE, _shares(report, shown)),
    ):
        _sheet(book, text, name, columns, rows)
    book.close()
    return stream.getvalue()


# -- what is shown -----------------------------------------------------------------------


class _Shown:
    """Values of the report as a reader reads them."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def what(self, entry: Report) -> str:
        """Return what was done; with the verdict or stance where there is one."""
        said = self._known("level-what", entry["what"])
        verdict = entry["verdict"]
        return f"{said}: {self._known('level-verdict', verdict)}" if verdict else said

    def who(self, name: str | None) -> str:
        """Return an organisation, or that it is not known."""
        return harmless(name) if name else self._text("level-unknown")

    def party(self, party: str | None) -> str:
        """Return what an organisation is."""
        return self._known("party", party) if party else ""

    def size(self, size: str | None) -> str:
        """Return a class of size."""
        return self._known("size-class", size) if size else self._text("size-class-none")

    def state(self, state: str | None) -> str:
        """Return how far a clause is agreed on."""
        return self._text(f"consensus-{state}") if state else self._text("level-no-positions")

    def moment(self, at: str | None) -> str:
        """Return a moment to the minute, in UTC, as people here read it."""
        if not at or len(at) < 16 or "T" not in at:
            return at or "–"
        day, time = at.split("T", 1)
        return f"{'-'.join(reversed(day.split('-')))} {time[:5]}"

    def since(self, entry: Report) -> str:
        """Return since when a contribution was there for everybody to read."""
        return self.moment(entry["since"]) if entry["since"] else self._text("level-not-yet")

    def detail(self, entry: Report) -> str:
        """Return what was said, or which words changed, without what no screen can show."""
        lines = [self._change(*each) for each in entry["changes"]]
        return harmless("\n".join([*([entry["detail"]] if entry["detail"] else []), *lines]))

    def _change(self, was: str, now: str) -> str:
        if was and now:
            return self._text("level-replaced", was=was, now=now)
        return self._text("level-added", now=now) if now else self._text("level-removed", was=was)

    def percent(self, part: float | None) -> str:
        """Return a part as a percentage."""
        return "–" if part is None else f"{round(part * 100)} %"

    def name(self, clause: Report) -> str:
        """Return what a clause is called."""
        return harmless(f"{clause['code']} {clause['title']}".strip() or clause["uid"])

    def released(self, clause: Report) -> str:
        """Return in which release a clause first stood, and when."""
        found = clause.get("released")
        if not found:
            return self._text("level-not-released")
        return f"{found['release']} ({self.moment(found['at'])})"

    def _known(self, family: str, key: str) -> str:
        name = f"{family}-{key}"
        return self._text(name) if self._text.has(name) else harmless(key)


def _warnings(report: Report, shown: _Shown) -> Iterator[tuple[str, bool, str, str]]:
    """Yield who dominates: name, whether it is a class, and the two percentages."""
    for kind in ("organisations", "classes"):
        for part in report["shares"][kind]:
            if part["dominates"]:
                is_class = kind == "classes"
                name = shown.size(part["class"]) if is_class else shown.who(part["name"])
                yield name, is_class, shown.percent(part["text"]), shown.percent(part["proposed"])


# -- the sheets --------------------------------------------------------------------------

_CONTRIBUTION = (
    ("clause", 34),
    ("at", 17),
    ("since", 17),
    ("who", 28),
    ("party", 18),
    ("what", 26),
    ("detail", 80),
)
_CLAUSE = (
    ("clause", 40),
    ("proposed-by", 28),
    ("visible-since", 17),
    ("text-since", 17),
    ("public-since", 17),
    ("released", 22),
    ("decided-by", 28),
    ("state", 22),
    ("unanswered", 12),
)
_PARTICIPANT = (("who", 34), ("party", 20), ("contributions", 12), ("first", 17), ("last", 17))
_SHARE = (
    ("who", 34),
    ("size", 30),
    ("words", 10),
    ("text", 10),
    ("proposals", 12),
    ("proposed", 12),
    ("adopted", 12),
    ("rejected", 12),
    ("acceptance", 14),
    ("dominates", 14),
)
Row = Iterable[str | int]


def _places(report: Report) -> Iterator[tuple[str, Report]]:
    for document in report["documents"]:
        if document["whole"]:
            yield document["title"], document["whole"]
        for clause in document["clauses"]:
            yield document["title"], clause


def _contributions(report: Report, shown: _Shown) -> Iterator[Row]:
    for _, clause in _places(report):
        for each in clause["entries"]:
            yield (
                shown.name(clause),
                shown.moment(each["at"]),
                shown.since(each),
                shown.who(each["organisation"]),
                shown.party(each["party"]),
                shown.what(each),
                shown.detail(each),
            )


def _clauses(report: Report, shown: _Shown) -> Iterator[Row]:
    for document in report["documents"]:
        for each in document["clauses"]:
            yield (
                shown.name(each),
                shown.who(each["proposed_by"]),
                shown.moment(each["visible_since"]),
                shown.moment(each["text_since"]),
                shown.moment(each["public_since"]),
                shown.released(each),
                shown.who(each["decided_by"]) if each["decided_by"] else "–",
                shown.state(each["state"]),
                each["unanswered"],
            )


def _participants(report: Report, shown: _Shown) -> Iterator[Row]:
    for each in report["participants"]:
        yield (
            shown.who(each["organisation"]),
            shown.party(each["party"]),
            each["contributions"],
            shown.moment(each["first"]),
            shown.moment(each["last"]),
        )


def _shares(report: Report, shown: _Shown) -> Iterator[Row]:
    for kind in ("organisations", "classes"):
        for each in report["shares"][kind]:
            yield (
                shown.who(each["name"]) if kind == "organisations" else "",
                shown.size(each["class"]),
                each["words"],
                shown.percent(each["text"]),
                each["proposals"],
                shown.percent(each["proposed"]),
                each["adopted"],
                each["rejected"],
                shown.percent(each["acceptance"]),
                "!" if each["dominates"] else "",
            )


def _sheet(
    book: xlsxwriter.Workbook,
    text: Text,
    name: str,
    columns: tuple[tuple[str, int], ...],
    rows: Iterable[Row],
) -> None:
    sheet = book.add_worksheet(text(f"level-sheet-{name}")[:31])
    head = book.add_format({"bold": True, "bg_color": "#154273", "font_color": "#FFFFFF"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (key, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, text(f"level-column-{key}"), head)
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > MANY:
            break
        widths = (width for _, width in columns)
        sheet.set_row(count, row_height((str(c), w) for c, w in zip(row, widths, strict=True)))
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(count, column, value, cell)
            else:
                sheet.write_string(count, column, harmless(value)[:CELL_LIMIT], cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(count, 1), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
