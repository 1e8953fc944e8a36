"""Commands for rooms: publish a document for vendors, collect what they said."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, Commands, now, print_json
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.rooms.doubts import Doubt
    from coauthor.workspace.rooms.publishing import Plan

SHOWN = 20
"""Lines of one kind that are printed; the JSON has all of them."""


def _publish(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.rooms.publishing import package_rooms, plan_publication, publish
    from coauthor.workspace.rooms.telling import version_name
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
            print("\n".join(doubt_lines(plan.outgoing.doubts, text)))
            raise UserError("room-doubts", count=len(plan.outgoing.doubts))
        done = publish(workspace, plan, now(), lambda made: version_name(made, text))
        values["published"] = [
            {"room": made.room, "path": str(target.folder), "record": made.id}
            for made, target in zip(done, plan.targets, strict=True)
        ]
        if options.packages:
            values["packages"] = [str(each) for each in package_rooms(plan.targets)]
    if options.json:
        print_json(values)
    else:
        print("\n".join(_plan_lines(plan, text, done=not options.dry_run)))
        for path in values.get("packages", ()):
            print(text("room-packed", path=path))
    return DONE


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


def _plan_lines(plan: "Plan", text: Catalogue, *, done: bool) -> Iterator[str]:
    from coauthor.workspace.rooms.telling import goes, harmless, stays

    title = harmless(plan.outgoing.title)
    yield text("room-done" if done else "room-would", title=title, number=plan.number)
    yield text("room-goes")
    yield from (f"  {line}" for line in goes(plan, text))
    yield text("room-stays")
    yield from (f"  {line}" for line in stays(plan, text))
    yield from doubt_lines(plan.outgoing.doubts, text)


def doubt_lines(doubts: Sequence["Doubt"], text: Catalogue) -> Iterator[str]:
    """Yield what to look at first, for a terminal."""
    from coauthor.workspace.rooms.telling import doubt_line

    if not doubts:
        yield text("room-no-doubts")
        return
    yield text("room-look", count=len(doubts))
    for each in doubts[:SHOWN]:
        yield f"  {doubt_line(each, text)}"
    if len(doubts) > SHOWN:
        yield "  " + text("room-more", count=len(doubts) - SHOWN)


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
            (("--packages",), {"action": "store_true"}),
            (("--dry-run",), {"action": "store_true"}),
            JSON,
        ],
    ),
}
"""Each command: what it does, and its arguments."""
