"""Commands between a document and its standard: upgrade."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.language import Catalogue


def _upgrade(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.upgrade import to_html, to_text
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrade_report import upgrade_report
    from coauthor.workspace.upgrading import apply_upgrade, plan, save_upgrade
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    with writing_alone(workspace, person, now(), text("version-outside")):
        planned = plan(
            workspace, person, now(), release=options.to or "", standard=options.standard or ""
        )
        report = upgrade_report(planned)
        if not options.dry_run:
            said = {"standard": planned.target.title, "release": planned.target.release}
            workspace = apply_upgrade(workspace, planned)
            save_upgrade(workspace, text("version-upgraded", **said), person, now())
    if options.json:
        print_json({**report, "applied": not options.dry_run})
    elif options.html:
        sys.stdout.write(to_html(report, text))
    else:
        sys.stdout.write(to_text(report, text))
        print(_said(report, text, dry=options.dry_run))
    return LEFT if planned.left else DONE


def _said(report: Mapping[str, Any], text: Catalogue, *, dry: bool) -> str:
    if dry:
        return text("cli-upgrade-dry")
    return text("cli-upgrade-done", release=report["to"], left=report["left"])


STANDARDS: Commands = {
    "upgrade": (
        _upgrade,
        [
            WORKSPACE,
            (("--to",), {"metavar": "RELEASE"}),
            (("--standard",), {"metavar": "NAME"}),
            (("--dry-run",), {"action": "store_true"}),
            JSON,
            (("--html",), {"action": "store_true"}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
