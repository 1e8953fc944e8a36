"""Commands between a document and its standard: upgrade."""

import argparse
import sys
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.upgrading.releasing import NextRelease


def _upgrade(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.specification import field_label
    from coauthor.exchange.upgrade import to_html, to_text
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrading.report import upgrade_report
    from coauthor.workspace.upgrading.upgrading import apply_upgrade, plan, save_upgrade
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    with writing_alone(workspace, person, now(), text("version-outside")):
        planned = plan(
            workspace, person, now(), release=options.to or "", standard=options.standard or ""
        )
        label = None if options.json else partial(field_label, text=text)
        report = upgrade_report(planned, label)
        if not options.dry_run:
            if workspace.repository.changed_paths():  # what one can go back to
                save_upgrade(workspace, text("version-before-upgrade"), person, now())
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


def _release(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.bump import bump_text
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrading.releasing import next_release
    from coauthor.workspace.versions import release
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    fitting = next_release(workspace)
    if not options.json:
        print(bump_text(fitting.previous, fitting.number, fitting.bump, text))
    if options.release:
        message = text("version-released", release=options.release)
        author = read_person().author
        release(workspace, options.release, author, now(), message, anyway=options.anyway)
    if options.json:
        print_json(_release_values(fitting, options.release))
    elif options.release:
        print(text("cli-released", release=options.release))
    return DONE


def _release_values(fitting: "NextRelease", made: str | None) -> dict[str, Any]:
    return {
        "format": 1,
        "released": made or None,
        "previous": fitting.previous or None,
        "number": fitting.number,
        "level": fitting.bump.level.name.lower(),
        "causes": [
            {
                "level": cause.level.name.lower(),
                "why": cause.why,
                "uid": cause.uid or None,
                "code": cause.code or None,
                "title": cause.title or None,
                "detail": cause.detail or None,
            }
            for cause in fitting.bump.causes
        ],
    }


STANDARDS: Commands = {
    "release": (
        _release,
        [
            WORKSPACE,
            (("release",), {"nargs": "?"}),
            (("--anyway",), {"action": "store_true"}),
            JSON,
        ],
    ),
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
