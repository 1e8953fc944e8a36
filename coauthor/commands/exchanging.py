"""Commands for texts in other formats: import, formats."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, JSON, LEFT, Commands, now, one_line, print_json
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.importing import Intake


def _import(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.proposal import Plan
    from coauthor.workspace.importing import judge, propose_file, take_in, update_document
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.into)
    proposal = propose_file(options.file)
    intake = judge(workspace, options.file, proposal)
    entry = intake.entry
    locked: tuple[str, ...] = ()
    person, message = read_person(), text("version-imported", file=options.file.name)
    if entry is None and not options.dry_run:
        entry = take_in(
            workspace, options.file, proposal, author=person.author, when=now(), message=message
        )
    elif entry is not None and not options.dry_run:
        locked = update_document(
            workspace,
            entry,
            intake.update,
            person=person,
            when=now(),
            message=message,
            outside_message=text("version-outside"),
        )
    rows = intake.update.rows
    values = {
        "format": 1,
        "document": entry.name if entry else "",
        "path": entry.path if entry else "",
        "updated": intake.entry is not None,
        "dry_run": options.dry_run,
        "unit": proposal.plan.unit if isinstance(proposal.plan, Plan) else "",
        "clauses": proposal.clauses,
        "moved": proposal.tombstones,
        "lost": list(proposal.lost),
        "locked": list(locked),
        "becomes": [asdict(row) for row in rows],
    }
    if options.json:
        print_json(values)
    else:
        _tell(options, intake, entry.path if entry else "", locked, text)
    if proposal.lost and not options.json:
        print(text("import-lost", words=one_line(", ".join(proposal.lost[:20]))))
    return LEFT if proposal.lost or locked or intake.update.count("elsewhere") else DONE


def _tell(
    options: argparse.Namespace,
    intake: "Intake",
    path: str,
    locked: Sequence[str],
    text: Catalogue,
) -> None:
    from coauthor.workspace.importing import told_of

    if options.dry_run:
        for row in intake.update.rows:
            print(f"{text(f'import-{row.change}')}: {one_line(f'{row.code} {row.title}')}")
        print(text("import-would", document=path or text("import-new-document")))
    elif intake.entry is None:
        print(text("cli-imported", path=path, clauses=len(intake.update.rows)))
    if intake.entry is not None:
        print(told_of(intake, text))
    if locked:
        print(text("notice-restored-locked", clauses=", ".join(locked)))


def _formats(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange import FORMATS

    if options.json:
        listed = [
            {
                "name": each.name,
                "suffixes": list(each.suffixes),
                "label": text(each.label),
                "export": bool(each.writes),
                "import": bool(each.reads),
            }
            for each in FORMATS.values()
        ]
        print_json({"format": 1, "formats": listed})
        return DONE
    wide = max(len(name) for name in FORMATS)
    for name, each in FORMATS.items():
        ways = [text("formats-export")] * bool(each.writes)
        ways += [text("formats-import")] * bool(each.reads)
        print(f"{name:{wide}}  {text(each.label)}: {', '.join(ways)}")
    return DONE


EXCHANGING: Commands = {
    "import": (
        _import,
        [
            (("file",), {"type": Path}),
            (("--into",), {"type": Path, "required": True}),
            (("--dry-run",), {"action": "store_true"}),
            JSON,
        ],
    ),
    "formats": (_formats, [JSON]),
}
