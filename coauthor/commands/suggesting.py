"""Commands for suggestions: list them, make one, accept and reject."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, one_line, print_json
from coauthor.document.reading import decode
from coauthor.errors import UserError
from coauthor.history.files import read_file
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.document.model import Clause
    from coauthor.review.suggesting.suggestions import Suggestion
    from coauthor.workspace.workspace import Workspace


def _suggestions(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.suggesting.offering import all_suggestions
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    found = all_suggestions(workspace)
    clauses = _clauses(workspace)
    if options.json:
        values = [_values(each, clauses.get((each.event.document, each.clause))) for each in found]
        print_json({"format": 1, "suggestions": values})
    else:
        for each in found:
            _print(each, clauses.get((each.event.document, each.clause)), text)
    return LEFT if any(each.open for each in found) else DONE


def _clauses(workspace: "Workspace") -> dict[tuple[str, str], "Clause"]:
    return {
        (entry.name, clause.uid): clause
        for entry in workspace.settings.documents
        for clause in workspace.read(entry).clauses
    }


def _print(suggestion: "Suggestion", clause: "Clause | None", text: Catalogue) -> None:
    from coauthor.review.suggesting.carrying import places_on

    state = text(f"suggestion-state-{suggestion.state}")
    name = " ".join(filter(None, (clause.code, clause.title) if clause else ()))
    name = name or suggestion.title or suggestion.base_title or suggestion.clause
    print(f"{suggestion.id}  {state}  {one_line(name)}  ({one_line(suggestion.organisation)})")
    collides = {each.number for each in places_on(suggestion, clause) if each.collisions}
    for hunk in suggestion.hunks:
        said = text(f"suggestion-state-{suggestion.states[hunk.number]}")
        line = f"  {hunk.number}  {said}  [-{one_line(hunk.removed)}-] {{+{one_line(hunk.added)}+}}"
        print(line + (f"  {text('suggestion-collides')}" if hunk.number in collides else ""))
    if suggestion.event.body:
        print(f"  {one_line(suggestion.event.body)}")


def _values(suggestion: "Suggestion", clause: "Clause | None") -> dict[str, Any]:
    from coauthor.review.suggesting.carrying import places_on

    collides = {each.number for each in places_on(suggestion, clause) if each.collisions}
    return {
        "id": suggestion.id,
        "state": str(suggestion.state),
        "change": suggestion.change,
        "document": suggestion.event.document,
        "uid": suggestion.clause,
        "code": clause.code if clause else None,
        "after": suggestion.after or None,
        "organisation": suggestion.organisation,
        "at": suggestion.event.at,
        "argument": suggestion.event.body or None,
        "reason": suggestion.reason or None,
        "title": suggestion.title,
        "text": suggestion.text,
        "changes": [
            {
                "number": each.number,
                "part": each.part,
                "removed": each.removed,
                "added": each.added,
                "state": str(suggestion.states[each.number]),
                "collides": each.number in collides,
            }
            for each in suggestion.hunks
        ],
    }


def _suggest(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.suggesting.offering import suggest
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    clause = next(
        (each for each in workspace.read(entry).clauses if options.clause in (each.code, each.uid)),
        None,
    )
    if clause is None:
        raise UserError("no-clause-here", clause=options.clause)
    body = clause.body
    if options.text_file is not None:
        body = decode(read_file(options.text_file)).strip("\r\n")
    event = suggest(
        workspace,
        entry,
        clause,
        clause.title if options.title is None else options.title,
        body,
        read_person(),
        now(),
        change="remove" if options.remove else "edit",
        reason=options.reason,
    )
    print(text("cli-suggested", suggestion=event.id, clause=clause.code or clause.title))
    return DONE


def _accept(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.opening import open_document
    from coauthor.workspace.person import read_person
    from coauthor.workspace.suggesting.accepting import accept
    from coauthor.workspace.suggesting.offering import find_suggestion
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    suggestion = find_suggestion(workspace, options.suggestion)
    outside = text("version-outside")
    with writing_alone(workspace, person, now(), outside) as desk:
        entry = workspace.entry(suggestion.event.document)
        opened = open_document(desk, entry, outside_message=outside)
        try:
            accept(
                workspace,
                opened.session,
                suggestion,
                person,
                now(),
                numbers=numbers_in(options.changes),
                prefer=options.prefer,
            )
        finally:
            if opened.keeper is not None:
                opened.keeper.close()
    print(text("cli-suggestion-accepted", organisation=one_line(suggestion.organisation)))
    return DONE


def reject_suggestion(
    workspace: "Workspace", options: argparse.Namespace, text: Catalogue
) -> int | None:
    """Reject a suggestion; None when there is none of that name."""
    from coauthor.workspace.person import read_person
    from coauthor.workspace.suggesting.accepting import reject
    from coauthor.workspace.suggesting.offering import find_suggestion

    try:
        found = find_suggestion(workspace, options.proposal)
    except UserError:
        return None
    numbers = numbers_in(options.changes)
    reject(workspace, found, read_person(), now(), options.reason, numbers=numbers)
    print(text("cli-suggestion-rejected", organisation=one_line(found.organisation)))
    return DONE


def numbers_in(said: str) -> tuple[int, ...]:
    """Return the numbers in a list with commas.

    Raises:
        UserError: ``no-such-change`` for what is no number.
    """
    parts = [each.strip() for each in said.split(",") if each.strip()]
    for each in parts:
        if not (each.isascii() and each.isdigit()):
            raise UserError("no-such-change", number=each)
    return tuple(int(each) for each in parts)


SUGGESTING: Commands = {
    "suggestions": (_suggestions, [WORKSPACE, JSON]),
    "suggest": (
        _suggest,
        [
            (("document",), {"type": Path}),
            (("clause",), {"metavar": "CLAUSE"}),
            (("--text-file",), {"type": Path, "default": None}),
            (("--title",), {"default": None}),
            (("--remove",), {"action": "store_true"}),
            (("--reason",), {"default": ""}),
        ],
    ),
    "accept": (
        _accept,
        [
            WORKSPACE,
            (("suggestion",), {"metavar": "SUGGESTION"}),
            (("--changes",), {"default": "", "metavar": "1,3"}),
            (("--prefer",), {"action": "store_true"}),
        ],
    ),
}
"""Each command: what it does, and its arguments; ``reject`` is with the proposals."""
