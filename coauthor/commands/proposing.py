"""Commands for proposals: make one, list them, adopt, reject."""

import argparse
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.commands.suggesting import reject_suggestion
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.upgrading.proposing import Listed
    from coauthor.workspace.workspace import Workspace


def _propose(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrading.proposing import propose
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    entry, uid = _clause(workspace, options.clause)
    document = workspace.read(entry)
    clause = document.clause(uid)
    listed = propose(
        workspace,
        entry,
        document,
        uid,
        read_person(),
        argument=options.argument,
        impact=options.impact,
        supporters=options.supporter,
        when=now(),
        message=text("version-proposed", clause=(clause.title or clause.code) if clause else uid),
    )
    if options.json:
        print_json({"format": 1, **_values(listed)})
    else:
        said = "cli-proposed" if listed.state == "open" else "cli-proposed-unsent"
        print(text(said, proposal=listed.proposal.id))
    return DONE if listed.state == "open" else LEFT


def _clause(workspace: "Workspace", name: str) -> tuple["DocumentEntry", str]:
    """Return the document and uid of a clause by its uid or code."""
    for entry in workspace.settings.documents:
        for clause in workspace.read(entry).clauses:
            if name in (clause.uid, clause.code):
                return entry, clause.uid
    raise UserError("no-clause-here", clause=name)


def _proposals(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrading.proposing import proposals, remember_outcomes, send_waiting
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    send_waiting(workspace, read_person(), now(), text("version-proposed-late"))
    remember_outcomes(workspace)
    listed = proposals(workspace)
    if options.json:
        print_json({"format": 1, "proposals": [_values(each) for each in listed]})
    else:
        for each in listed:
            proposal = each.proposal
            state = text(f"proposal-state-{each.state}")
            what = f"{proposal.code} {proposal.title}".strip()
            print(f"{proposal.id}  {state}  {what}  ({proposal.organisation})")
            print(f"  {each.reason or proposal.argument}")
    return LEFT if any(each.state in ("open", "unsent") for each in listed) else DONE


def _values(listed: "Listed") -> dict[str, Any]:
    proposal = listed.proposal
    return {
        "id": proposal.id,
        "state": listed.state,
        "reason": listed.reason or None,
        "uid": proposal.uid,
        "code": proposal.code or None,
        "title": proposal.title,
        "organisation": proposal.organisation,
        "by": proposal.by,
        "at": proposal.at,
        "release": proposal.release,
        "argument": proposal.argument,
        "impact": proposal.impact or None,
        "supporters": list(proposal.supporters),
        "current": proposal.current or None,
        "proposed": proposal.proposed,
    }


def _adopt(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.opening import open_document
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrading.adopting import adopt
    from coauthor.workspace.upgrading.proposing import find_proposal
    from coauthor.workspace.versions import save_version
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    chosen = [find_proposal(workspace, name).proposal for name in options.proposal]
    with writing_alone(workspace, person, now(), text("version-outside")) as desk:
        entry = workspace.entry(chosen[0].document)
        opened = open_document(desk, entry, outside_message=text("version-outside"))
        try:
            adopt(workspace, opened.session, chosen, person, now(), reason=options.reason)
        finally:
            if opened.keeper is not None:
                opened.keeper.close()
        clause = opened.session.document.clause(chosen[0].uid)
        code = clause.code if clause else chosen[0].code
        said = text("version-adopted", clause=code, organisations=credits_of(chosen))
        save_version(workspace, said, person.author, now())
    print(text("cli-adopted", clause=code))
    return DONE


def credits_of(chosen: "list[Any]") -> str:
    """Return who proposed: organisations with the names of the people."""
    return ", ".join(dict.fromkeys(f"{each.organisation} ({each.by})" for each in chosen))


def _reject(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.upgrading.adopting import reject
    from coauthor.workspace.upgrading.proposing import find_proposal
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    if (done := reject_suggestion(workspace, options, text)) is not None:
        return done
    proposal = find_proposal(workspace, options.proposal).proposal
    reject(workspace, proposal, read_person(), now(), options.reason)
    print(text("cli-rejected", clause=proposal.code or proposal.title))
    return DONE


PROPOSING: Commands = {
    "propose": (
        _propose,
        [
            WORKSPACE,
            (("clause",), {"metavar": "CLAUSE"}),
            (("--argument",), {"required": True}),
            (("--impact",), {"default": ""}),
            (("--supporter",), {"action": "append", "default": []}),
            JSON,
        ],
    ),
    "proposals": (_proposals, [WORKSPACE, JSON]),
    "adopt": (
        _adopt,
        [
            WORKSPACE,
            (("proposal",), {"nargs": "+", "metavar": "PROPOSAL"}),
            (("--reason",), {"default": ""}),
        ],
    ),
    "reject": (
        _reject,
        [
            WORKSPACE,
            (("proposal",), {"metavar": "PROPOSAL"}),
            (("--reason",), {"required": True}),
            (("--changes",), {"default": "", "metavar": "1,3"}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
