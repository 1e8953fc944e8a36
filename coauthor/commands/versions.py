"""Commands over versions: history, compare, name, restore."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.document.clause_changes import ClauseChange
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.document.model import Document
    from coauthor.history.repository import Version
    from coauthor.workspace.opening import Desk
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.timeline import Entry, Wanted
    from coauthor.workspace.workspace import Workspace

SIGNS = {"came": "+", "left": "-", "changed": "~", "moved": ">"}
"""What happened to a clause, as one sign before its code."""


def _history(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.timeline import Timeline
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    wanted = _wanted(workspace, options)
    if options.clause:
        found: Iterator[dict[str, Any]] = iter(_clause_history(workspace, options.clause, wanted))
    else:
        entries = Timeline(workspace, wanted, folded=False).entries()
        found = (_entry_values(entry) for entry in entries)
    if options.json:
        print_json({"format": 1, "versions": list(found)})
    else:
        for each in found:
            print(_history_line(each, text))
    return DONE


def _wanted(workspace: "Workspace", options: argparse.Namespace) -> "Wanted":
    from coauthor.workspace.timeline import Wanted

    return Wanted(
        document=workspace.entry(options.document).path if options.document else "",
        organisation=options.organisation or "",
        person=options.person or "",
        text=options.text or "",
        since=options.since,
        until=options.until,
    )


def _clause_history(workspace: "Workspace", uid: str, wanted: "Wanted") -> list[dict[str, Any]]:
    from coauthor.workspace.timeline import is_about
    from coauthor.workspace.versions import clause_history

    versions = list(clause_history(workspace, uid))
    if not versions:
        raise UserError("no-such-clause", uid=uid)
    return [
        {
            **_version_values(each.version),
            "document": each.document or None,
            "title": each.clause.title if each.clause else None,
            "body": each.clause.body if each.clause else None,
            "code": each.clause.code if each.clause else None,
        }
        for each in versions
        if is_about(each.version, wanted) and wanted.document in ("", each.document)
    ]


def _version_values(version: "Version") -> dict[str, Any]:
    return {
        "id": version.id,
        "when": version.when.isoformat(),
        "author": version.author,
        "organisation": version.organisation or None,
        "message": version.message,
        "names": list(version.names),
        "parents": list(version.parents),
    }


def _entry_values(entry: "Entry") -> dict[str, Any]:
    return {
        **_version_values(entry.version),
        "frozen": [name.text for name in entry.names if name.kind == "frozen"],
        "documents": list(entry.change.documents),
        "changes": [_change_values(change) for change in entry.change.clauses],
    }


def _change_values(change: ClauseChange) -> dict[str, Any]:
    return {
        "uid": change.uid,
        "code": change.code or None,
        "title": change.title or None,
        "change": change.kind,
        "document": change.path,
        "from": change.source or None,
    }


def _history_line(each: Mapping[str, Any], text: Catalogue) -> str:
    frozen = each.get("frozen", [])
    names = [
        text("cli-history-frozen", name=name) if name in frozen else name for name in each["names"]
    ]
    who = ", ".join(filter(None, (each["author"], each["organisation"])))
    marks = [f"{SIGNS[c['change']]}{c['code'] or c['uid']}" for c in each.get("changes", [])]
    shown = marks[:8] + ([text("cli-history-more", count=len(marks) - 8)] if marks[8:] else [])
    line = f"{each['id'][:10]}  {each['when'][:16]}  {who}: {each['message'].splitlines()[0]}"
    return line + (f" [{', '.join(names)}]" if names else "") + "".join(f"  {s}" for s in shown)


def _compare(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.comparison import to_html, to_text
    from coauthor.workspace.comparing import compare, is_equal

    (before, first), (after, second) = _sides(options, text)
    found = compare(before, after)
    if options.json:
        print_json(found)
    elif options.html:
        sys.stdout.write(to_html(found, text, first, second))
    else:
        sys.stdout.write(to_text(found, text))
    return DONE if is_equal(found) else LEFT


def _sides(
    options: argparse.Namespace, text: Catalogue
) -> "tuple[tuple[Document, str], tuple[Document, str]]":
    """Return the two documents to compare, each with what it is called."""
    if not options.since_version:
        if options.after is None or options.to_version:
            raise UserError("compare-what")
        return (_file(options.before), options.before.name), (
            _file(options.after),
            options.after.name,
        )
    if options.after is not None:
        raise UserError("compare-what")
    from coauthor.workspace.versions import read_version
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.before.parent)
    entry = workspace.entry(options.before.stem)
    before = read_version(workspace, options.since_version, entry)
    if options.to_version:
        return (before, options.since_version), (
            read_version(workspace, options.to_version, entry),
            options.to_version,
        )
    return (before, options.since_version), (_file(options.before), text("version-now"))


def _file(path: Path) -> "Document":
    from coauthor.document.reading import decode, read_document
    from coauthor.history.files import read_file

    return read_document(decode(read_file(path)))


def _name(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.signing import gaps_told
    from coauthor.workspace.baselines import name_version, seal_of
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    if not options.name:
        return _names(workspace, text, as_json=options.json)
    with gaps_told(workspace, text, options.of or ""):
        name = name_version(
            workspace,
            options.name,
            read_person().author,
            now(),
            version_id=options.of or "",
            freeze=options.freeze,
        )
    if name.kind == "frozen":
        print(text("cli-frozen", name=name.text, version=name.version[:10], seal=seal_of(name)))
    else:
        print(text("cli-named", name=name.text, version=name.version[:10]))
    return DONE


def _names(workspace: "Workspace", text: Catalogue, *, as_json: bool) -> int:
    """List the names; tell of frozen versions that are not what was frozen."""
    from coauthor.workspace.baselines import damaged_documents, names, seal_of

    found = [(name, damaged_documents(workspace, name)) for name in names(workspace)]
    values = [
        {
            "name": name.text,
            "kind": name.kind,
            "version": name.version,
            "author": name.author or None,
            "organisation": name.organisation or None,
            "when": name.when.isoformat() if name.when else None,
            "seal": seal_of(name) if name.kind == "frozen" else None,
            "damaged": list(damaged),
        }
        for name, damaged in found
    ]
    if as_json:
        print_json({"format": 1, "names": values})
    else:
        for name, damaged in found:
            kind = text(f"name-kind-{name.kind}")
            seal = f" ({seal_of(name)})" if name.kind == "frozen" else ""
            print(f"{name.version[:10]}  {kind}: {name.shown}{seal}")
            if damaged:
                print(text("frozen-damaged", name=name.text, documents=", ".join(damaged)))
    return LEFT if any(damaged for _, damaged in found) else DONE


def _restore(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import alone

    workspace = open_workspace(options.workspace)
    version = workspace.repository.version(options.version)
    entries = _documents(workspace, version, options)
    kept: list[str] = []
    with alone(workspace, read_person(), now()) as desk:
        for entry in entries:
            kept += _restore_one(desk, entry, version, options.clause, text)
    if kept:
        print(text("notice-restored-locked", clauses=", ".join(kept)))
    titles = ", ".join(entry.title for entry in entries)
    print(text("cli-restored", documents=titles, version=version.id[:10]))
    return LEFT if kept else DONE


def _documents(
    workspace: "Workspace", version: "Version", options: argparse.Namespace
) -> "list[DocumentEntry]":
    """Return the documents to go back in."""
    from coauthor.workspace.versions import document_of_clause

    if options.document:
        return [workspace.entry(options.document)]
    if options.clause:
        return [document_of_clause(workspace, options.clause, version.id)]
    there = set(workspace.repository.paths(version.id))
    return [each for each in workspace.settings.documents if each.path in there]


def _restore_one(
    desk: "Desk", entry: "DocumentEntry", version: "Version", uid: str, text: Catalogue
) -> tuple[str, ...]:
    """Take one document or clause back; returns the locked clauses that stay as they are."""
    from coauthor.workspace.versions import read_version
    from coauthor.workspace.writing_alone import opened_in

    earlier = read_version(desk.workspace, version.id, entry)
    with opened_in(desk, entry, text("version-outside")) as session:
        if uid:
            session.restore_clause(uid, earlier)
            return ()
        return session.restore_document(earlier)[1]


VERSIONS: Commands = {
    "history": (
        _history,
        [
            WORKSPACE,
            (("--document",), {"metavar": "NAME"}),
            (("--clause",), {"metavar": "UID"}),
            (("--organisation",), {}),
            (("--person",), {}),
            (("--text",), {}),
            (("--since",), {"type": date.fromisoformat, "metavar": "YYYY-MM-DD"}),
            (("--until",), {"type": date.fromisoformat, "metavar": "YYYY-MM-DD"}),
            JSON,
        ],
    ),
    "compare": (
        _compare,
        [
            (("before",), {"type": Path}),
            (("after",), {"type": Path, "nargs": "?"}),
            (("--from",), {"dest": "since_version", "metavar": "VERSION"}),
            (("--to",), {"dest": "to_version", "metavar": "VERSION"}),
            JSON,
            (("--html",), {"action": "store_true"}),
        ],
    ),
    "name": (
        _name,
        [
            WORKSPACE,
            (("name",), {"nargs": "?"}),
            (("--of",), {"metavar": "VERSION"}),
            (("--freeze", "--final"), {"action": "store_true"}),
            JSON,
        ],
    ),
    "restore": (
        _restore,
        [
            WORKSPACE,
            (("version",), {}),
            (("--document",), {"metavar": "NAME"}),
            (("--clause",), {"metavar": "UID"}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
