"""The command that brings a file in: import."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, JSON, LEFT, Commands, now, one_line, print_json
from coauthor.commands.matching import Matching, matching_values, share_line
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.exchange.proposal import Note, Proposal
    from coauthor.workspace.bringing.judging import Intake
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace


def _import(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.errors import UserError
    from coauthor.exchange.sheet_plan import SheetPlan
    from coauthor.workspace.bringing.judging import judge
    from coauthor.workspace.bringing.profiles import find_profile, keep_profile
    from coauthor.workspace.importing import propose_file
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.into)
    kept: Path | None = None
    profile = find_profile(options.profile) if options.profile else None
    proposal = propose_file(options.file, profile=profile)
    if options.save_profile is not None:
        if not isinstance(proposal.plan, SheetPlan):
            raise UserError("profile-no-sheet", path=str(options.file))
        kept = keep_profile(options.save_profile, proposal.plan)
    wanted = "" if options.as_new else options.document
    intake = judge(workspace, options.file, proposal, wanted=wanted, anew=options.as_file)
    matching = Matching.asked(workspace, options, intake)
    entry = intake.entry
    locked: tuple[str, ...] = ()
    if not options.dry_run:
        entry, locked = _take(workspace, options, proposal, intake, matching, text)
    if options.json:
        print_json(_values(options, proposal, intake, entry, locked, matching, text))
    else:
        _tell(options, intake, entry.path if entry else "", locked, text)
        if intake.like is not None:
            print(_like_line(intake.like, proposal, text))
        _tell_reading(proposal, text)
        if matching is not None:
            print(share_line(matching, text))
        if kept is not None:
            print(text("profile-kept", path=str(kept)))
    if proposal.lost and not options.json:
        print(text("import-lost", words=one_line(", ".join(proposal.lost[:20]))))
    return LEFT if proposal.lost or locked or intake.update.count("elsewhere") else DONE


def _take(
    workspace: "Workspace",
    options: argparse.Namespace,
    proposal: "Proposal",
    intake: "Intake",
    matching: Matching | None,
    text: Catalogue,
) -> tuple["DocumentEntry", tuple[str, ...]]:
    """Take a file in, beside the standard where that was asked."""
    from coauthor.workspace.bringing.taking import whole_or_nothing
    from coauthor.workspace.importing import take_in, update_document
    from coauthor.workspace.person import read_person

    person, message = read_person(), text("version-imported", file=options.file.name)
    if intake.entry is None:
        beside = ("", "")
        with whole_or_nothing(workspace):
            if matching is not None:
                proposal, beside = matching.before(workspace, proposal, text)
            entry = take_in(
                workspace,
                options.file,
                proposal,
                author=person.author,
                when=now(),
                message=message,
                names=options.keep_names,
                beside=beside,
            )
        return entry, ()
    locked = update_document(
        workspace,
        intake.entry,
        intake.update,
        person=person,
        when=now(),
        message=message,
        outside_message=text("version-outside"),
        proposal=proposal,
        names=options.keep_names,
    )
    if matching is None:
        return intake.entry, locked
    return matching.afterwards(workspace, intake.entry, person, text), locked


def _values(
    options: argparse.Namespace,
    proposal: "Proposal",
    intake: "Intake",
    entry: "DocumentEntry | None",
    locked: Sequence[str],
    matching: Matching | None,
    text: Catalogue,
) -> dict[str, object]:
    from coauthor.exchange.proposal import Plan
    from coauthor.exchange.sheet_plan import SheetPlan
    from coauthor.workspace.bringing.lines import said_of

    plan = proposal.plan
    return {
        "format": 1,
        "document": entry.name if entry else "",
        "path": entry.path if entry else "",
        "updated": intake.entry is not None,
        "like": intake.like[0].name if intake.like else "",
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
        "becomes": [asdict(row) for row in intake.update.rows],
        "match": matching_values(matching) if matching is not None else None,
    }


def _tell(
    options: argparse.Namespace,
    intake: "Intake",
    path: str,
    locked: Sequence[str],
    text: Catalogue,
) -> None:
    from coauthor.workspace.bringing.judging import told_of

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


def _like_line(like: "tuple[DocumentEntry, int]", proposal: "Proposal", text: Catalogue) -> str:
    entry, count = like
    values = {"title": one_line(entry.title), "name": one_line(entry.name)}
    return text("cli-import-like", count=count, clauses=proposal.clauses, **values)


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
    from coauthor.workspace.bringing.lines import place_words

    said = one_line(text(note.message, **note.values))
    return f"{one_line(place_words(note.place, text))}: {said}" if note.place else said


IMPORTING: Commands = {
    "import": (
        _import,
        [
            (("file",), {"type": Path}),
            (("--into",), {"type": Path, "required": True}),
            (("--dry-run",), {"action": "store_true"}),
            (("--document",), {"metavar": "NAME"}),
            (("--as-new",), {"action": "store_true"}),
            (("--as-file",), {"action": "store_true"}),
            (("--keep-names",), {"action": "store_true"}),
            (("--profile",), {"metavar": "NAME|FILE.toml"}),
            (("--save-profile",), {"metavar": "NAME"}),
            (("--match",), {"nargs": "?", "const": "", "metavar": "STANDARD[@RELEASE]"}),
            (("--accept",), {"metavar": "SHARE"}),
            JSON,
        ],
    ),
}
