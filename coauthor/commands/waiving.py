"""Commands over leave to deviate from locked clauses: waivers, waive."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.review.signing.gaps import LockedDeviation
    from coauthor.review.signing.waivers import Waiver
    from coauthor.workspace.workspace import Workspace


def _waivers(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.leave import gap_line, name_of, state_words
    from coauthor.workspace.signing.finishing import deviations_on_locks, unfit
    from coauthor.workspace.signing.waivers import waivers_of
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    today, waivers = now().date(), waivers_of(workspace)
    missing = unfit(workspace, today)
    found = [
        (entry.name, each)
        for entry in workspace.settings.documents
        for each in deviations_on_locks(workspace, entry, workspace.read(entry), today, waivers)
    ]
    if options.json:
        print_json(
            {
                "format": 1,
                "deviations": [_deviation_values(name, each) for name, each in found],
                "requests": [_request_values(each, today) for each in waivers.all],
            }
        )
    else:
        for _, each in found:
            print(f"{name_of(each.code, each.title)}: {state_words(each, text)}")
        for document in missing:
            for gap in document.gaps:
                print(f"- {gap_line(gap, text)}", file=sys.stderr)
        waiting = [each for each in waivers.all if str(each.state(today)) in ("asked", "advised")]
        print(text("cli-waivers-found", count=len(found), waiting=len(waiting)))
    return LEFT if missing else DONE


def _deviation_values(document: str, each: "LockedDeviation") -> dict[str, Any]:
    waiver = each.standing.waiver
    return {
        "document": document,
        "uid": each.uid,
        "code": each.code or None,
        "parts": sorted(each.parts),
        "state": str(each.standing.state) if each.standing.state else None,
        "lacks": str(each.lack) if each.lack else None,
        "request": waiver.request.id if waiver else None,
        "until": waiver.until if waiver else None,
    }


def _request_values(waiver: "Waiver", today: date) -> dict[str, Any]:
    request, decision = waiver.request, waiver.decision
    return {
        "id": request.id,
        "document": request.document,
        "uid": request.uid,
        "code": request.code or None,
        "state": str(waiver.state(today)),
        "reason_class": request.reason_class,
        "direction": request.direction,
        "reason": request.reason,
        "risk": request.risk,
        "owner": request.owner,
        "cost": request.cost or None,
        "until": waiver.until,
        "organisation": request.said.organisation or None,
        "at": request.said.at,
        "advice": [
            {
                "verdict": each.verdict,
                "body": each.body,
                "role": each.said.role or None,
                "organisation": each.said.organisation or None,
                "key": each.said.by or None,
                "at": each.said.at,
            }
            for each in waiver.advice
        ],
        "decision": None
        if decision is None
        else {
            "verdict": decision.verdict,
            "body": decision.body,
            "function": decision.function or None,
            "mandate": decision.mandate or None,
            "organisation": decision.said.organisation or None,
            "key": decision.said.by or None,
            "at": decision.said.at,
        },
    }


# -- saying ------------------------------------------------------------------


def _waive(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    return _ACTS[options.act](workspace, options, text)


def _ask(workspace: "Workspace", options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.clauses import find_clause
    from coauthor.document.clauses import with_body
    from coauthor.document.reading import decode
    from coauthor.history.files import read_file
    from coauthor.review.signing.ending import months_later
    from coauthor.workspace.person import read_person
    from coauthor.workspace.signing.waiving import ask

    entry, uid = find_clause(workspace, options.clause)
    chain = workspace.chain(entry)
    clause = workspace.read(entry).clause(uid) or (chain[0].document.clause(uid) if chain else None)
    if clause is None:
        raise UserError("no-such-clause", uid=options.clause)
    if options.body:
        clause = with_body(clause, decode(read_file(options.body)).strip())
    when = now()
    request = ask(
        workspace,
        entry,
        clause,
        read_person(),
        reason_class=options.reason_class,
        direction=options.direction,
        reason=options.reason or "",
        risk=options.risk or "",
        owner=options.owner or "",
        cost=options.cost or "",
        until=(options.until or months_later(when.date())).isoformat(),
        when=when,
    )
    print(text("cli-waive-ask", clause=clause.code or uid, request=request))
    return LEFT


def _advise(workspace: "Workspace", options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.signing.waiving import advise

    request = _request(workspace, options.clause)
    verdict, body = options.verdict or "positive", options.reason or ""
    advise(
        workspace,
        request,
        read_person(),
        verdict=verdict,
        body=body,
        role=options.role or "",
        when=now(),
    )
    print(text("cli-waive-advise", clause=options.clause))
    return DONE


def _decide(workspace: "Workspace", options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.signing.waiving import decide

    decide(
        workspace,
        _request(workspace, options.clause),
        read_person(),
        grant=options.act == "grant",
        body=options.reason or "",
        until=options.until.isoformat() if options.until else "",
        function=options.function or "",
        mandate=options.mandate or "",
        when=now(),
    )
    print(text(f"cli-waive-{options.act}", clause=options.clause))
    return DONE


def _take_back(workspace: "Workspace", options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.signing.waiving import revoke, withdraw

    request = _request(workspace, options.clause)
    if options.act == "revoke":
        revoke(workspace, request, read_person(), body=options.reason or "", when=now())
    else:
        withdraw(workspace, request, read_person(), when=now())
    print(text(f"cli-waive-{options.act}", clause=options.clause))
    return DONE


def _apply(workspace: "Workspace", options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.clauses import at_clause
    from coauthor.workspace.signing.waivers import carry_out, waivers_of

    waiver = waivers_of(workspace).get(_request(workspace, options.clause))
    if waiver is None:
        raise UserError("no-such-request", request=options.clause)
    with at_clause(workspace, waiver.request.uid, text) as (session, _):
        carry_out(session, waiver, now().date())
    print(text("cli-waive-apply", clause=options.clause))
    return DONE


def _request(workspace: "Workspace", said: str) -> str:
    """Return the name of a request: given itself, or the last one for a clause."""
    from coauthor.commands.clauses import find_clause
    from coauthor.workspace.signing.waivers import waivers_of

    waivers = waivers_of(workspace)
    if waivers.get(said) is not None:
        return said
    _, uid = find_clause(workspace, said)
    found = [each for each in waivers.of(uid) if not each.withdrawn]
    if not found:
        raise UserError("no-such-request", request=said)
    return found[-1].request.id


_ACTS: Mapping[str, "Callable[[Workspace, argparse.Namespace, Catalogue], int]"] = {
    "ask": _ask,
    "advise": _advise,
    "grant": _decide,
    "refuse": _decide,
    "revoke": _take_back,
    "withdraw": _take_back,
    "apply": _apply,
}

WAIVING: Commands = {
    "waivers": (_waivers, [WORKSPACE, JSON]),
    "waive": (
        _waive,
        [
            WORKSPACE,
            (("act",), {"choices": tuple(_ACTS)}),
            (("clause",), {}),
            (("--reason",), {}),
            (
                ("--class",),
                {
                    "dest": "reason_class",
                    "choices": ("law", "bylaw", "landscape", "preference"),
                    "default": "preference",
                },
            ),
            (
                ("--direction",),
                {"choices": ("stricter", "weaker", "other", "omitted"), "default": "other"},
            ),
            (("--risk",), {}),
            (("--owner",), {}),
            (("--cost",), {}),
            (("--body",), {"type": Path, "metavar": "FILE"}),
            (("--verdict",), {"choices": ("positive", "conditions", "negative")}),
            (("--role",), {"choices": ("adviser", "it")}),
            (("--function",), {}),
            (("--mandate",), {}),
            (("--until",), {"type": date.fromisoformat, "metavar": "YYYY-MM-DD"}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
