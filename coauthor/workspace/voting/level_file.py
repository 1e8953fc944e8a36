"""Writing the level-playing-field report to a file."""

from datetime import datetime
from pathlib import Path

from coauthor.errors import UserError
from coauthor.history.files import write_out
from coauthor.language import Catalogue
from coauthor.workspace.voting.level import level_report
from coauthor.workspace.workspace import Workspace

SUFFIXES = (".html", ".xlsx")


def write_level_report(
    workspace: Workspace, output: Path, when: datetime, language: str = "nl"
) -> None:
    """Write the report as HTML or XLSX, by the end of the file's name.

    Raises:
        UserError: ``report-format``, ``people-broken`` or ``voting-setting``.
        OutsideFailure: ``cannot-write`` and the like; what was there stays.
    """
    from coauthor.exchange.level import (  # noqa: PLC0415 (loads its libraries only when asked for)
        to_html,
        to_xlsx,
    )

    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError("report-format", suffix=suffix or output.name)
    report, text = level_report(workspace, when), Catalogue(language)
    data = to_html(report, text) if suffix == ".html" else to_xlsx(report, text)
    write_out(output, data)
