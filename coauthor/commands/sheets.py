"""The command for answer sheets that come back: collect-answers."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, FAILED, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.sheets.planning import Intake


def _collect_answers(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.sheets.planning import collect_answers, plan_answers
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    found = plan_answers(
        workspace, options.file, now(), dict.fromkeys(options.file, options.vendor)
    )
    if not options.dry_run:
        collect_answers(workspace, found, now())
    if options.json:
        print_json({"format": 1, "files": [_values(each, text) for each in found]})
    else:
        print("\n".join(_lines(found, text, done=not options.dry_run)))
    if all(each.error for each in found):
        return FAILED
    return LEFT if any(each.error or each.unfit for each in found) else DONE


def _lines(found: "Sequence[Intake]", text: Catalogue, *, done: bool) -> Iterator[str]:
    from coauthor.workspace.sheets.telling import intake_line, stale_line, total_line, unfit_line

    yield total_line(found, text, done=done)
    for each in found:
        yield f"  {intake_line(each, text)}"
        if line := stale_line(each, text):
            yield f"    ↺ {line}"
        yield from (f"    ⚠ {unfit_line(unfit, text)}" for unfit in each.unfit)


def _values(intake: "Intake", text: Catalogue) -> dict[str, Any]:
    """Return what a file brings, in a form that scripts can rely on."""
    from coauthor.workspace.sheets.telling import error_line, unfit_line

    return {
        "file": str(intake.path),
        "document": intake.document or None,
        "vendor": intake.vendor or None,
        "error": {"code": intake.error.code, "message": error_line(intake, text)}
        if intake.error
        else None,
        "events": [
            {
                "id": event.id,
                "kind": event.kind,
                "clause": event.clause,
                "verdict": event.values.get("verdict"),
                "text_digest": event.values.get("text-digest"),
            }
            for event in intake.events
        ],
        "known": intake.known,
        "stale": intake.stale,
        "unfit": [
            {
                "code": each.code,
                "sheet": each.place.sheet,
                "row": each.place.row,
                "clause": each.clause or None,
                "uid": each.uid or None,
                "message": unfit_line(each, text),
            }
            for each in intake.unfit
        ],
    }


SHEETS: Commands = {
    "collect-answers": (
        _collect_answers,
        [
            WORKSPACE,
            (("file",), {"nargs": "+", "type": Path, "metavar": "FILE"}),
            (("--vendor",), {"default": "", "metavar": "NAME"}),
            (("--dry-run",), {"action": "store_true"}),
            JSON,
        ],
    ),
}
