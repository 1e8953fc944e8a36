"""The was/wordt report of an upgrade: place by place, before anything is applied."""

from collections.abc import Mapping
from typing import Any

from coauthor.document.model import Clause
from coauthor.document.reading import read_blocks
from coauthor.lineage.items import Item, Outcome
from coauthor.workspace.comparing import words
from coauthor.workspace.upgrading import DocumentUpgrade, WorkspaceUpgrade

ORDER = (Outcome.ASKED, Outcome.LOOK, Outcome.REVIEW, Outcome.TOLD, Outcome.FOLLOWS)
"""What matters most first."""


def upgrade_report(planned: WorkspaceUpgrade) -> dict[str, Any]:
    """Return what an upgrade does, in a form that scripts can rely on."""
    return {
        "format": 1,
        "standard": planned.standard.name,
        "title": planned.standard.title,
        "from": planned.standard.release,
        "to": planned.target.release,
        "counts": {str(key): number for key, number in planned.counts.items()},
        "left": planned.left,
        "documents": [_document(each) for each in planned.documents],
    }


def _document(made: DocumentUpgrade) -> dict[str, Any]:
    return {
        "name": made.entry.name,
        "title": made.entry.title,
        "path": made.entry.path,
        "items": [item_values(item) for item in made.plan.items],
    }


def item_values(item: Item) -> dict[str, Any]:
    """Return one place of an upgrade as plain values, texts as people read them."""
    was, becomes = readable(item, item.was), readable(item, item.proposed)
    before, now = readable(item, item.before), readable(item, item.now)
    return {
        "type": item.type,
        "uid": item.uid or None,
        "code": item.code or None,
        "title": item.title,
        "outcome": str(item.outcome),
        "happened": str(item.happened),
        "why": item.why or None,
        "detail": item.detail or None,
        "locked": item.locked,
        "parts": sorted(item.parts),
        "was": was or None,
        "becomes": becomes or None,
        "words": words(was, becomes),
        "standard_before": before or None,
        "standard_now": now or None,
        "standard_words": words(before, now),
        "offers": [{"name": each.name, "text": each.text} for each in item.offers],
    }


def readable(item: Item, text: str) -> str:
    """Return a text of an item without marks that only the program reads."""
    if item.type != "clause":
        return text.strip("\r\n")
    blocks = [block for block in read_blocks(text) if isinstance(block, Clause)]
    return "\n\n".join(_clause_text(block) for block in blocks)


def _clause_text(clause: Clause) -> str:
    fields = (f"**{key}** {text}" for key, text in clause.fields.items())
    return "\n\n".join(part for part in (clause.title, clause.body, *fields) if part)


def counts_said(counts: Mapping[str, int]) -> dict[str, int]:
    """Return the counts as the summary says them: follow, to decide, to know."""
    return {
        "follows": counts["follows"],
        "asked": counts["asked"] + counts["look"],
        "review": counts["review"],
        "told": counts["told"],
    }
