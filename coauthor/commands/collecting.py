"""Commands for what comes back from rooms: collect it, and answer all at once."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.commands.rooms import doubt_lines
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.rooms.answers import Answer
    from coauthor.workspace.rooms.collecting import Collection


def _collect(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.asking import asker, reporter
    from coauthor.workspace.rooms.collecting import collect, plan_collection
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    found = plan_collection(workspace, options.room, now(), asker(text), reporter(text))
    if not options.dry_run:
        collect(workspace, found, now())
    if options.json:
        print_json(collection_values(found))
    else:
        print("\n".join(_collection_lines(found, text, done=not options.dry_run)))
    left = found.accepted.refused or any(each.unsaved for each in found.visited)
    return LEFT if left else DONE


def collection_values(found: "Collection") -> dict[str, Any]:
    """Return what came in, in a form that scripts can rely on."""
    return {
        "format": 1,
        "rooms": [
            {"address": each.label, "room": each.room, "unsaved": each.unsaved}
            for each in found.visited
        ],
        "events": [
            {
                "id": event.id,
                "kind": event.kind,
                "organisation": event.voice.organisation,
                "document": event.document,
                "clause": event.clause or None,
            }
            for event in (*found.accepted.events, *found.offered)
        ],
        "known": found.accepted.known,
        "refused": [
            {
                "code": each.code,
                "room": each.room,
                "what": each.what,
                "organisation": each.organisation or None,
                "said": each.said or None,
            }
            for each in found.accepted.refused
        ],
    }


def _collection_lines(found: "Collection", text: Catalogue, *, done: bool) -> Iterator[str]:
    from coauthor.workspace.rooms.telling import collected, refused_line, total, waiting

    said, known = "collect-done" if done else "collect-would", found.accepted.known
    yield text(said, count=total(found), known=known)
    yield from (f"  {line}" for line in collected(found, text))
    yield from waiting(found, text)
    if refused := found.accepted.refused:
        yield text("collect-refused", count=len(refused))
        yield from (f"  {refused_line(each, text)}" for each in refused)


def _answers(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.rooms.answers import answer_doubts, answers, publish_answers
    from coauthor.workspace.rooms.telling import harmless
    from coauthor.workspace.workspace import open_workspace

    workspace, document = open_workspace(options.document.parent), options.document.stem
    workspace.entry(document)
    found = answers(workspace, document)
    wanted = [name.upper() for name in options.answer]
    chosen = [each for each in found if any(each.reply.id.endswith(name) for name in wanted)]
    if len(chosen) != len(set(wanted)):
        raise UserError("no-answers")
    doubts = list(answer_doubts(workspace, chosen or (each for each in found if not each.went)))
    if chosen and doubts and not options.anyway:
        print("\n".join(doubt_lines(doubts, text)))
        raise UserError("room-doubts", count=len(doubts))
    if chosen:
        publish_answers(workspace, document, chosen, now(), text("room-version-answers"))
        gone = {each.reply.id for each in chosen}
        found = tuple(replace(a, went=a.went or a.reply.id in gone) for a in found)
    if options.json:
        print_json({"format": 1, "answers": [_answer_values(each) for each in found]})
    for each in () if options.json else found:
        state = text("answer-went" if each.went else "answer-waits")
        print(f"{each.reply.id}  {state}  {harmless(each.question.body)}")
        print(f"  {harmless(each.reply.body)}")
    return LEFT if any(not each.went for each in found) else DONE


def _answer_values(answer: "Answer") -> dict[str, Any]:
    return {
        "id": answer.reply.id,
        "question": answer.question.id,
        "clause": answer.question.clause or None,
        "asked": answer.question.body,
        "answered": answer.reply.body,
        "published": answer.went,
    }


COLLECTING: Commands = {
    "collect": (
        _collect,
        [
            WORKSPACE,
            (("room",), {"nargs": "+", "metavar": "ROOM"}),
            (("--dry-run",), {"action": "store_true"}),
            JSON,
        ],
    ),
    "publish-answers": (
        _answers,
        [
            (("document",), {"type": Path, "metavar": "DOCUMENT"}),
            (("answer",), {"nargs": "*", "metavar": "ANSWER"}),
            (("--anyway",), {"action": "store_true"}),
            JSON,
        ],
    ),
}
"""Each command: what it does, and its arguments."""
