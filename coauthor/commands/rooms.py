"""Commands for rooms: publish a document for vendors, collect what they said."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, Commands, now, print_json
from coauthor.document.rendering import printable
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.rooms.doubts import Doubt
    from coauthor.workspace.rooms.publishing import Plan

SHOWN = 20
"""Lines of one kind that are printed; the JSON has all of them."""


def _publish(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.rooms.publishing import plan_publication, publish
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    plan = plan_publication(
        workspace,
        options.document.stem,
        options.to,
        options.organisation,
        each=options.each,
        version_id=options.of or "",
        rationale=not options.without_rationale,
    )
    values = plan_values(plan)
    if not options.dry_run:
        if plan.needs_a_look and not options.anyway:
            print("\n".join(_doubt_lines(plan, text)))
            raise UserError("room-doubts", count=len(plan.outgoing.doubts))
        done = publish(workspace, plan, now(), lambda made: version_name(made, text))
        values["published"] = [
            {"room": made.room, "path": str(target.folder), "record": made.id}
            for made, target in zip(done, plan.targets, strict=True)
        ]
    if options.json:
        print_json(values)
    else:
        print("\n".join(plan_lines(plan, text, done=not options.dry_run)))
    return DONE


def version_name(plan: "Plan", text: Catalogue) -> str:
    """Return what a version of a room is called: the title and what became of the clauses."""
    title = printable(plan.outgoing.title)
    if plan.number == 1:
        return text("room-version-first", title=title)
    changes = plan.changes
    return text(
        "room-version-next",
        title=title,
        number=plan.number,
        changed=len(changes.changed),
        added=len(changes.added),
        gone=len(changes.gone),
    )


def plan_values(plan: "Plan") -> dict[str, Any]:
    """Return a plan in a form that scripts can rely on."""
    outgoing = plan.outgoing
    return {
        "format": 1,
        "document": outgoing.entry.name,
        "name": outgoing.name,
        "title": outgoing.title,
        "version": outgoing.version.id,
        "digest": outgoing.digest,
        "number": plan.number,
        "each": plan.each,
        "rooms": [
            {
                "path": str(each.folder),
                "organisations": list(each.organisations),
                "new": each.room is None,
            }
            for each in plan.targets
        ],
        "goes": sorted(outgoing.files),
        "clauses": len(outgoing.document.clauses),
        "changes": {
            "changed": list(plan.changes.changed),
            "added": list(plan.changes.added),
            "gone": list(plan.changes.gone),
        },
        "left": [
            {"kind": each.kind, "where": each.where, "name": each.name, "text": each.text}
            for each in outgoing.left
        ],
        "stays": dict(outgoing.stays),
        "doubts": [
            {"kind": each.kind, "clause": each.uid, "where": each.where, "found": each.found}
            for each in outgoing.doubts
        ],
    }


def plan_lines(plan: "Plan", text: Catalogue, *, done: bool) -> Iterator[str]:
    """Yield what goes, what stays and what to look at, for a terminal."""
    outgoing = plan.outgoing
    title = printable(outgoing.title)
    yield text("room-done" if done else "room-would", title=title, number=plan.number)
    for target in plan.targets:
        names = ", ".join(target.organisations) or text("room-nobody-yet")
        yield f"  {target.folder}: {printable(names)}"
    yield text("room-goes")
    yield "  " + text("room-goes-document", title=title, clauses=len(outgoing.document.clauses))
    if outgoing.standard:
        standard, release = printable(outgoing.standard.title), outgoing.standard.release
        yield "  " + text("room-goes-standard", standard=standard, release=release)
    if outgoing.pictures:
        yield "  " + text("room-goes-pictures", count=len(outgoing.pictures))
    if plan.number > 1:
        yield "  " + version_name(plan, text)
    yield text("room-stays")
    yield from stays_lines(plan, text)
    yield from _doubt_lines(plan, text)


def stays_lines(plan: "Plan", text: Catalogue) -> Iterator[str]:
    """Yield what stays behind, a line a kind."""
    left: dict[str, int] = {}
    for each in plan.outgoing.left:
        name = each.name if each.kind == "field" else ""
        key = text(f"room-left-{each.kind}", name=_field(name, text) if name else "")
        left[key] = left.get(key, 0) + 1
    for said, count in left.items():
        yield f"  {said}: {count}"
    for kind, count in plan.outgoing.stays.items():
        yield f"  {text(f'room-stays-{kind}')}: {count}"


def _field(name: str, text: Catalogue) -> str:
    return text(f"field-{name}") if text.has(f"field-{name}") else printable(name)


def _doubt_lines(plan: "Plan", text: Catalogue) -> Iterator[str]:
    doubts = plan.outgoing.doubts
    if not doubts:
        yield text("room-no-doubts")
        return
    yield text("room-look", count=len(doubts))
    for each in doubts[:SHOWN]:
        yield f"  {doubt_line(each, text)}"
    if len(doubts) > SHOWN:
        yield "  " + text("room-more", count=len(doubts) - SHOWN)


def doubt_line(doubt: "Doubt", text: Catalogue) -> str:
    """Return one place to look at, in one line."""
    where = printable(doubt.where) or text("room-whole-document")
    return f"{where}: {text(f'room-doubt-{doubt.kind}')} – {harmless(doubt.found)}"


def harmless(said: str) -> str:
    """Return what others wrote, harmless for a terminal."""
    return "".join(each if each.isprintable() else "·" for each in printable(said))[:160]


ROOMS: Commands = {
    "publish": (
        _publish,
        [
            (("document",), {"type": Path, "metavar": "DOCUMENT"}),
            (("--to",), {"type": Path, "required": True, "metavar": "FOLDER"}),
            (
                ("--for",),
                {
                    "dest": "organisation",
                    "nargs": "+",
                    "action": "extend",
                    "default": [],
                    "metavar": "ORGANISATION",
                },
            ),
            (("--each",), {"action": "store_true"}),
            (("--of",), {"metavar": "VERSION"}),
            (("--without-rationale",), {"action": "store_true"}),
            (("--anyway",), {"action": "store_true"}),
            (("--dry-run",), {"action": "store_true"}),
            JSON,
        ],
    ),
}
"""Each command: what it does, and its arguments."""
