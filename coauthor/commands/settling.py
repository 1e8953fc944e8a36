"""Commands about agreeing: positions, answers to objections, shares, reports."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.document.rendering import harmless
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.document.model import Clause
    from coauthor.review.voting.consensus import Judged
    from coauthor.review.voting.positions import Position
    from coauthor.review.voting.shares import Part
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace

STANCES = ("agree", "live", "object", "none")


def _positions(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.review.voting.consensus import meter
    from coauthor.workspace.voting.settling import room_of
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    room, documents = room_of(workspace), []
    everything: list[Judged] = []
    for entry in workspace.settings.documents:
        document = workspace.read(entry)
        judged = room.judge_all(document)
        pairs = [(clause, judged[clause.uid]) for clause in document.clauses]
        everything += judged.values()
        blind = room.is_blind(entry.name)
        values = [_values(clause, each) for clause, each in pairs]
        documents.append({"name": entry.name, "blind": blind, "clauses": values})
        if not options.json:
            print(f"{document.title or entry.title} ({entry.path})")
            for clause, each in pairs:
                print(f"  {clause.code or clause.uid}  {_line(each, text)}")
    candidates, clauses = meter(everything)
    if options.json:
        print_json(
            {
                "format": 1,
                "candidates": candidates,
                "clauses": clauses,
                "documents": documents,
            }
        )
    else:
        percent = round(100 * candidates / clauses) if clauses else 0
        print(text("cli-meter", candidates=candidates, clauses=clauses, percent=percent))
    return LEFT if any(each.owed for each in everything) else DONE


def _line(judged: "Judged", text: Catalogue) -> str:
    state = text(f"consensus-{judged.state}")
    candidate = text("candidate-yes" if judged.is_candidate else "candidate-no")
    lines = [f"{state} · {candidate}"]
    for each in judged.spoken:
        said = f"    {each.position.name}: {text(f'stance-{_stance(each.position)}')}"
        why = each.position.argument
        lines.append(harmless(f"{said} – {why}" if why else said))
    return "\n".join(lines)


def _stance(position: "Position") -> str:
    return position.stance or position.state


def _values(clause: "Clause", judged: "Judged") -> dict[str, Any]:
    return {
        "uid": clause.uid,
        "code": clause.code or None,
        "title": clause.title,
        "state": str(judged.state),
        "candidate": judged.is_candidate,
        "lacking": list(judged.lacking),
        "positions": [
            {
                "organisation": each.position.name,
                "stance": each.position.stance or None,
                "state": each.position.state,
                "votes": each.votes,
                "stale": each.stale,
                "argument": each.position.argument or None,
                "at": each.position.event.at,
                "answers": [answer.body for answer in each.position.answers],
            }
            for each in judged.spoken
        ],
    }


def _place(options: argparse.Namespace) -> "tuple[Workspace, DocumentEntry, Clause]":
    """Return the clause that a document and a code or uid name."""
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    for clause in workspace.read(entry).clauses:
        if options.clause in (clause.code, clause.uid):
            return workspace, entry, clause
    raise UserError("no-clause-here", clause=options.clause)


def _position(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.review.voting.sealing import SEALED
    from coauthor.workspace.person import read_person
    from coauthor.workspace.voting.voicing import take_position

    workspace, entry, clause = _place(options)
    event = take_position(
        workspace,
        entry,
        clause,
        read_person(),
        options.stance,
        now(),
        argument=options.argument,
    )
    name = clause.code or clause.uid
    if event.kind == SEALED:
        print(text("cli-position-sealed", clause=name))
    else:
        said = text(f"stance-{options.stance}")
        print(text("cli-position-taken", clause=name, stance=said))
    return DONE


def _answer(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.voting.settling import room_of
    from coauthor.workspace.voting.voicing import answer_objection

    workspace, entry, clause = _place(options)
    name = clause.code or clause.uid
    position = room_of(workspace).positions.own(clause.uid, options.organisation)
    if position is None or not position.is_objection:
        raise UserError("no-objection", organisation=options.organisation, clause=name)
    answer_objection(workspace, entry, position, read_person(), options.message, now())
    print(text("cli-objection-answered", organisation=position.name, clause=name))
    return DONE


def _close_round(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.voting.voicing import close_round
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    close_round(workspace, entry, read_person(), now())
    print(text("cli-round-closed", document=entry.title))
    return DONE


def _shares(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.voting.contributions import share_values, shares_of
    from coauthor.workspace.workspace import open_workspace

    found = shares_of(open_workspace(options.workspace))
    if options.json:
        print_json({"format": 1, **share_values(found)})
        return LEFT if found.warnings else DONE
    for parts, is_class in ((found.organisations, False), (found.classes, True)):
        for part in parts:
            print(_share_line(part, text, is_class=is_class))
        print()
    return LEFT if found.warnings else DONE


def _share_line(part: "Part", text: Catalogue, *, is_class: bool) -> str:
    from coauthor.review.voting.shares import percent

    if is_class:
        name = text(f"size-class-{part.size or 'none'}")
    else:
        name = harmless(part.name) or text("level-unknown")
    said = [
        f"{text('level-column-text')} {percent(part.text)}",
        f"{text('level-column-proposed')} {percent(part.proposed)}",
        f"{text('level-column-acceptance')} {percent(part.acceptance)}",
    ]
    return f"{'⚠' if part.dominates else ' '} {name}: {', '.join(said)}"


def _report(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.voting.level_file import write_level_report
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    language = options.language or workspace.settings.language
    write_level_report(workspace, options.output, now(), language)
    print(text("cli-reported", path=str(options.output)))
    return DONE


_DOCUMENT = (("document",), {"type": Path})
_CLAUSE = (("clause",), {"metavar": "CLAUSE"})

SETTLING: Commands = {
    "positions": (_positions, [WORKSPACE, JSON]),
    "position": (
        _position,
        [
            _DOCUMENT,
            _CLAUSE,
            (("stance",), {"choices": STANCES}),
            (("--argument",), {"default": ""}),
        ],
    ),
    "answer-objection": (
        _answer,
        [_DOCUMENT, _CLAUSE, (("organisation",), {}), (("-m", "--message"), {"required": True})],
    ),
    "close-round": (_close_round, [_DOCUMENT]),
    "shares": (_shares, [WORKSPACE, JSON]),
    "report": (
        _report,
        [
            (("report",), {"choices": ("level-playing-field",)}),
            WORKSPACE,
            (("-o", "--output"), {"type": Path, "required": True}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
