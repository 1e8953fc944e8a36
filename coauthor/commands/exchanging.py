"""Commands for texts in other formats: import, formats."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, JSON, LEFT, Commands, now, one_line, print_json
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.exchange.proposal import Note, Proposal
    from coauthor.workspace.importing import Intake


def _import(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.errors import UserError
    from coauthor.exchange.proposal import Plan
    from coauthor.exchange.sheet_plan import SheetPlan
    from coauthor.workspace.bringing.lines import said_of
    from coauthor.workspace.bringing.profiles import find_profile, keep_profile
    from coauthor.workspace.importing import judge, propose_file, take_in, update_document
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.into)
    kept: Path | None = None
    profile = find_profile(options.profile) if options.profile else None
    proposal = propose_file(options.file, profile=profile)
    plan = proposal.plan
    if options.save_profile is not None:
        if not isinstance(plan, SheetPlan):
            raise UserError("profile-no-sheet", path=str(options.file))
        kept = keep_profile(options.save_profile, plan)
    intake = judge(workspace, options.file, proposal)
    entry = intake.entry
    locked: tuple[str, ...] = ()
    person, message = read_person(), text("version-imported", file=options.file.name)
    if entry is None and not options.dry_run:
        entry = take_in(
            workspace,
            options.file,
            proposal,
            author=person.author,
            when=now(),
            message=message,
            names=options.keep_names,
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
            proposal=proposal,
            names=options.keep_names,
        )
    rows = intake.update.rows
    values = {
        "format": 1,
        "document": entry.name if entry else "",
        "path": entry.path if entry else "",
        "updated": intake.entry is not None,
        "dry_run": options.dry_run,
        "unit": plan.unit if isinstance(plan, Plan) else "",
        "profile": plan.profile if isinstance(plan, SheetPlan) else "",
        "clauses": proposal.clauses,
        "moved": proposal.tombstones,
        "lost": list(proposal.lost),
        "locked": list(locked),
        "notes": [
            {"message": text(note.message, **note.values), "place": note.place}
            for note in proposal.notes
        ],
        "remarks": len(proposal.remarks),
        "offers": len(proposal.offers),
        "said": [each._asdict() for each in said_of(proposal)],
        "becomes": [asdict(row) for row in rows],
    }
    if options.json:
        print_json(values)
    else:
        _tell(options, intake, entry.path if entry else "", locked, text)
        _tell_reading(proposal, text)
        if kept is not None:
            print(text("profile-kept", path=str(kept)))
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


def _tell_reading(proposal: "Proposal", text: Catalogue) -> None:
    """Say how the file was read, and what a person should know of it."""
    used = getattr(proposal.plan, "profile", "")
    if used:
        print(text("profile-used", name=one_line(used)))
    if proposal.remarks or proposal.offers:
        said, offered = len(proposal.remarks), len(proposal.offers)
        print(text("import-said", remarks=said, offers=offered))
    for note in dict.fromkeys(_note_line(note, text) for note in proposal.notes):
        print(note)


def _note_line(note: "Note", text: Catalogue) -> str:
    said = one_line(text(note.message, **note.values))
    return f"{one_line(note.place)}: {said}" if note.place else said


def _profiles(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.bringing.profiles import folder, kept_profiles

    kept = kept_profiles()
    if options.json:
        listed = [
            {
                "name": each.name,
                "columns": dict(each.roles),
                "words": list(map(asdict, each.meanings)),
            }
            for each in kept
        ]
        print_json({"format": 1, "folder": str(folder()), "profiles": listed})
        return DONE
    for each in kept:
        print(f"{one_line(each.name)}: {one_line(', '.join(each.roles))}")
    print(text("profiles-folder", path=str(folder()), count=len(kept)))
    return DONE


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
            (("--keep-names",), {"action": "store_true"}),
            (("--profile",), {"metavar": "NAME|FILE.toml"}),
            (("--save-profile",), {"metavar": "NAME"}),
            JSON,
        ],
    ),
    "formats": (_formats, [JSON]),
    "profiles": (_profiles, [JSON]),
}
