"""The command that checks files before they leave."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, FAILED, JSON, LEFT, Commands, one_line, print_json
from coauthor.errors import CoauthorError, UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.exchange.publication.model import Finding
    from coauthor.workspace.publication import Checked

_SHOWN = 10
"""Places of one rule that are printed; ``--json`` gives all."""


def _check(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.publication import check_files, clean_file

    if options.clean and len(options.files) > 1:
        raise UserError("publication-clean-one")
    found: tuple[Checked, ...]
    if options.clean:
        found = (clean_file(options.files[0], options.clean, project=options.project),)
    else:
        found = check_files(options.files, project=options.project)
    if options.json:
        print_json({"format": 1, "files": [_values(each, text) for each in found]})
    else:
        if options.clean:
            print(text("publication-cleaned", path=str(options.clean)))
        for each in found:
            _tell(each, text)
    if any(each.error for each in found):
        return FAILED
    return LEFT if any(each.findings for each in found) else DONE


def _tell(checked: "Checked", text: Catalogue) -> None:
    from coauthor.exchange.publication.telling import by_rule, finding_line

    if checked.error is not None:
        print(one_line(_said(checked.error, text)), file=sys.stderr)
        return
    name = one_line(checked.path.name)
    print(text("publication-summary", file=name, errors=checked.errors, notes=checked.notes))
    for each in checked.unread:
        print(f"  {text(f'publication-unread-{each}')}")
    for rule, group in by_rule(checked.findings).items():
        level = text(f"publication-level-{group[0].level}")
        print(f"\n  {level}: {text(f'publication-rule-{rule}')} ({len(group)})")
        print(f"  {text(f'publication-do-{rule}')}")
        for finding in group[:_SHOWN]:
            print(f"    - {one_line(finding_line(finding, text))}")
        if len(group) > _SHOWN:
            print(f"    {text('publication-more', count=len(group) - _SHOWN)}")
    print()


def _values(checked: "Checked", text: Catalogue) -> dict[str, Any]:
    values: dict[str, Any] = {"path": str(checked.path)}
    if checked.error is not None:
        error = checked.error
        return {**values, "error": {"code": error.code, "message": _said(error, text)}}
    return {
        **values,
        "kind": checked.kind,
        "errors": checked.errors,
        "notes": checked.notes,
        "unread": list(checked.unread),
        "findings": [_finding(each, text) for each in checked.findings],
    }


def _finding(finding: "Finding", text: Catalogue) -> dict[str, Any]:
    from coauthor.exchange.publication.telling import place_text

    place = finding.place
    return {
        "rule": finding.rule,
        "level": finding.level,
        "what": text(f"publication-rule-{finding.rule}"),
        "do": text(f"publication-do-{finding.rule}"),
        "place": {
            "kind": place.kind,
            "name": place.name,
            "number": place.number,
            "text": place_text(place, text),
        },
        "quote": finding.quote,
        "count": finding.count,
    }


def _said(error: CoauthorError, text: Catalogue) -> str:
    return text(f"error-{error.code}", **error.parameters)


PUBLICATION: Commands = {
    "check-publication": (
        _check,
        [
            (("files",), {"type": Path, "nargs": "+", "metavar": "FILE"}),
            (("--clean",), {"type": Path, "metavar": "OUT"}),
            (("--project",), {"default": "", "metavar": "NAME"}),
            JSON,
        ],
    ),
}
"""Checking before publication."""
