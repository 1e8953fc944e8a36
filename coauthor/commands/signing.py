"""Commands over signatures and endings: sign, signoffs, due, reconfirm."""

import argparse
import contextlib
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.signing.ending import DueIn
    from coauthor.workspace.workspace import Workspace

WITHIN = 90
"""Days ahead that are looked at unless somebody says otherwise."""


@contextlib.contextmanager
def gaps_told(workspace: "Workspace", text: Catalogue, version_id: str = "") -> Iterator[None]:
    """Say which clauses lack what, where something is refused because it is not final."""
    try:
        yield
    except UserError as error:
        if error.code == "not-final":
            from coauthor.exchange.leave import gap_line
            from coauthor.workspace.signing.finishing import unfit

            known = workspace.repository.version(version_id).id if version_id else ""
            for each in unfit(workspace, now().date(), version_id=known):
                for gap in each.gaps:
                    print(f"- {gap_line(gap, text)}", file=sys.stderr)
        raise


def signed_line(signature: Mapping[str, Any], text: Catalogue) -> str:
    """Return a signature in one line: whose, when, and whether it stands."""
    who = " · ".join(filter(None, (signature["organ"], signature["organisation"])))
    when = signature["at"][:10]
    if signature["verdict"] != "agreed":
        return text("cli-signed-returned", organ=who, when=when)
    if signature["stands"]:
        return text("cli-signed-stands", organ=who, when=when, seal=signature["seal"])
    from coauthor.exchange.leave import break_words
    from coauthor.review.signing.sign_offs import Break, Change

    broken = [
        Break(
            Change(each["change"]),
            each["document"] or "",
            tuple(each["clauses"]),
            each["detail"] or "",
        )
        for each in signature["broken"]
    ]
    why = " ".join(break_words(each, text) for each in broken)
    return text("cli-signed-broken", organ=who, when=when, why=why)


def _sign(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.decision import to_page
    from coauthor.workspace.person import read_person
    from coauthor.workspace.signing.sign_offs import dossier, sign
    from coauthor.workspace.signing.summary import page_of
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    when = now()
    shown = dossier(workspace, when.date())
    if options.page:
        from coauthor.history.files import write_out

        language = options.language or workspace.settings.language
        page = to_page(page_of(workspace, when, language, shown=shown), Catalogue(language))
        write_out(options.page, page.encode("utf-8", "replace"))
        if not options.organ:
            print(text("cli-exported", path=str(options.page)))
            return DONE
    with gaps_told(workspace, text):
        version = sign(
            workspace,
            read_person(),
            shown,
            when,
            message=text("version-returned" if options.back else "version-signed"),
            organ=options.organ or "",
            function=options.function or "",
            mandate=options.mandate or "",
            remark=options.remark or "",
            until=options.until.isoformat() if options.until else "",
            verdict="returned" if options.back else "agreed",
        )
    print(text("cli-saved", version=version.id[:10], message=version.message))
    return DONE


def _signoffs(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.reporting import signature_values
    from coauthor.workspace.workspace import open_workspace

    found = signature_values(open_workspace(options.workspace), everything=options.all)
    if options.json:
        print_json({"format": 1, "signatures": found})
    else:
        for each in found:
            print(signed_line(each, text))
        if not found:
            print(text("cli-no-signatures"))
    return LEFT if any(each["broken"] for each in found if each["verdict"] == "agreed") else DONE


def _due(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.signing.ending import due_in
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    found = due_in(workspace, now().date())
    soon = [each for each in found if each.due.days <= options.within]
    if options.html:
        from coauthor.exchange.due import to_yearly_list
        from coauthor.history.files import write_out

        language = options.language or workspace.settings.language
        pairs = [(each.entry.title, each.due) for each in found]
        title = f"{workspace.settings.title} – {workspace.settings.organisation}"
        page = to_yearly_list(pairs, title, now(), Catalogue(language), language)
        write_out(options.html, page.encode("utf-8", "replace"))
        print(text("cli-exported", path=str(options.html)))
    elif options.json:
        print_json({"format": 1, "within": options.within, "due": [_due_values(e) for e in soon]})
    else:
        from coauthor.exchange.due import due_line

        for each in soon:
            print(due_line(each.due, text))
        print(text("cli-due-found", count=len(soon), days=options.within, all=len(found)))
    return LEFT if soon else DONE


def _due_values(each: "DueIn") -> dict[str, Any]:
    due = each.due
    return {
        "document": each.entry.name,
        "uid": due.uid,
        "code": due.code or None,
        "title": due.title or None,
        "lineage": str(due.lineage),
        "locked": due.locked,
        "reason_class": due.reason_class or None,
        "reason": due.reason or None,
        "owner": due.owner or None,
        "cost": due.cost or None,
        "until": due.until.isoformat(),
        "until_from": due.said,
        "days": due.days,
    }


def _reconfirm(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.clauses import at_clause
    from coauthor.workspace.person import read_person
    from coauthor.workspace.signing.ending import reconfirm
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    with at_clause(workspace, options.clause, text) as (session, uid):
        reconfirm(
            workspace,
            session,
            uid,
            read_person(),
            until=options.until.isoformat(),
            reason=options.reason,
            when=now(),
        )
    print(text("cli-reconfirmed", clause=options.clause, date=f"{options.until:%d-%m-%Y}"))
    return DONE


_DAY: Mapping[str, Any] = {"type": date.fromisoformat, "metavar": "YYYY-MM-DD"}

SIGNING: Commands = {
    "sign": (
        _sign,
        [
            WORKSPACE,
            (("--organ",), {}),
            (("--function",), {}),
            (("--mandate",), {}),
            (("--remark",), {}),
            (("--until",), _DAY),
            (("--back",), {"action": "store_true"}),
            (("--page",), {"type": Path, "metavar": "HTML"}),
        ],
    ),
    "signoffs": (_signoffs, [WORKSPACE, (("--all",), {"action": "store_true"}), JSON]),
    "due": (
        _due,
        [
            WORKSPACE,
            (("--within",), {"type": int, "metavar": "DAYS", "default": WITHIN}),
            (("--html",), {"type": Path}),
            JSON,
        ],
    ),
    "reconfirm": (
        _reconfirm,
        [
            WORKSPACE,
            (("clause",), {}),
            (("--until",), {**_DAY, "required": True}),
            (("--reason",), {"required": True}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
