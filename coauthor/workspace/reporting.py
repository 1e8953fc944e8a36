"""The state of a workspace: share, lineage, reasons, locks, as plain values."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from coauthor.document.model import Problem
from coauthor.lineage.locks import violations
from coauthor.lineage.share import Share, shares
from coauthor.lineage.status import ClauseStatus, DocumentStatus, document_status
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.signing.finishing import deviations_on_locks
from coauthor.workspace.signing.sign_offs import signatures
from coauthor.workspace.workspace import Workspace


def judge(workspace: Workspace, entry: DocumentEntry) -> DocumentStatus:
    """Return the status of a document as it stands on disk."""
    newer = workspace.newer_release(entry)
    return document_status(
        workspace.read(entry),
        [each.document for each in workspace.chain(entry)],
        newer.document if newer else None,
        workspace.policy,
    )


def status_report(workspace: Workspace) -> dict[str, Any]:
    """Return the state of every document, in a form that scripts can rely on."""
    settings = workspace.settings
    return {
        "format": 1,
        "kind": settings.kind,
        "organisation": settings.organisation,
        "standards": [
            {"name": each.name, "release": each.release, "source": each.source}
            for each in settings.standards
        ],
        "damaged_standards": list(workspace.damaged_snapshots()),
        "documents": [_document(workspace, entry) for entry in settings.documents],
        "signatures": signature_values(workspace),
    }


def signature_values(workspace: Workspace, *, everything: bool = False) -> list[dict[str, Any]]:
    """Return who signed, and what has broken it since, as plain values.

    Args:
        everything: also what a later word of the same organ took the place of.
    """
    today = datetime.now().astimezone().date()
    return [
        {
            "id": each.id,
            "verdict": each.verdict,
            "organ": each.organ,
            "function": each.function,
            "mandate": each.mandate or None,
            "organisation": each.said.organisation or None,
            "key": each.said.by or None,
            "at": each.said.at,
            "until": each.until or None,
            "seal": each.seal,
            "deviations": [accepted.code for accepted in each.accepted],
            "stands": each.verdict == "agreed" and not why,
            "broken": [
                {
                    "change": str(found.change),
                    "document": found.document or None,
                    "clauses": list(found.clauses),
                    "detail": found.detail or None,
                }
                for found in why
            ],
        }
        for each, why in signatures(workspace, today, everything=everything)
    ]


def needs_attention(report: Mapping[str, Any]) -> bool:
    """Tell whether a report holds something that a person must look at."""
    return (
        bool(report["damaged_standards"])
        or any(
            each["problems"] or each["unexplained"] or lacking(each) for each in report["documents"]
        )
        or any(each["verdict"] == "agreed" and each["broken"] for each in report["signatures"])
    )


def lacking(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the deviations on locked clauses in the report of a document that lack leave."""
    return [each for each in document["locked_changed"] if each["lacks"]]


def _document(workspace: Workspace, entry: DocumentEntry) -> dict[str, Any]:
    document = workspace.read(entry)
    status = judge(workspace, entry)
    found = shares(document, status)
    standard = status.chain[0] if status.chain else None
    broken = list(violations(document, standard, workspace.policy)) if standard else []
    today = datetime.now().astimezone().date()
    leave = {each.uid: each.lack for each in deviations_on_locks(workspace, entry, document, today)}
    return {
        "name": entry.name,
        "title": entry.title,
        "path": entry.path,
        "share": _share(found.whole) if standard else None,
        "chapters": [{"title": title, **_share(share)} for title, share in found.chapters],
        "themes": [{"theme": theme, **_share(share)} for theme, share in found.themes],
        "clauses": [_clause(each, status) for each in status.clauses.values()],
        "unexplained": [each.uid for each in status.clauses.values() if each.unexplained]
        if standard
        else [],
        "locked_changed": [
            {
                "uid": each.uid,
                "code": each.code,
                "parts": sorted(each.parts),
                "lacks": str(lack) if (lack := leave.get(each.uid)) else None,
            }
            for each in broken
        ],
        "problems": [_problem(each) for each in document.problems],
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "by_clause": _rounded(share.by_clause),
        "by_words": _rounded(share.by_words),
        "counts": {str(key): number for key, number in sorted(share.counts.items())},
        "words": share.words,
        "standard_words": share.standard_words,
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _clause(status: ClauseStatus, whole: DocumentStatus) -> dict[str, Any]:
    return {
        "uid": status.uid,
        "code": status.code,
        "lineage": str(status.lineage) if whole.has_standard else None,
        "direction": str(status.direction) if status.direction else None,
        "behind": status.behind,
        "locked": status.locked,
        "differs": sorted(status.differs),
        "derives": list(status.origin),
        "level": status.level,
        "reason_class": status.reason_class or None,
        "reason": status.reason or None,
        "owner": status.owner or None,
        "cost": status.cost or None,
        "until": status.until or None,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "line": problem.line, "detail": problem.detail}
