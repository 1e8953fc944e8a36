"""The was/wordt report of an upgrade: place by place, before anything is applied."""

from collections.abc import Callable
from typing import Any

from coauthor.document.model import Clause
from coauthor.document.parameters import shown
from coauthor.document.reading import read_blocks
from coauthor.lineage.items import Item
from coauthor.workspace.comparing import words
from coauthor.workspace.upgrading.upgrading import DocumentUpgrade, WorkspaceUpgrade

Label = Callable[[str], str]
"""Names a field in the language of the reader."""


def upgrade_report(planned: WorkspaceUpgrade, label: Label | None = None) -> dict[str, Any]:
    """Return what an upgrade does, in a form that scripts can rely on.

    Args:
        label: names a field for readers; texts are then as people read them, with
            slots shown as their value. None for the texts as they are kept.
    """
    return {
        "format": 1,
        "standard": planned.standard.name,
        "title": planned.standard.title,
        "from": planned.standard.release,
        "to": planned.target.release,
        "counts": {str(key): number for key, number in planned.counts.items()},
        "left": planned.left,
        "documents": [_document(each, label) for each in planned.documents],
    }


def _document(made: DocumentUpgrade, label: Label | None) -> dict[str, Any]:
    return {
        "name": made.entry.name,
        "title": made.entry.title,
        "path": made.entry.path,
        "items": [item_values(item, label) for item in made.plan.items],
    }


def item_values(item: Item, label: Label | None = None) -> dict[str, Any]:
    """Return one place of an upgrade as plain values; ``label`` as in `upgrade_report`."""
    was, becomes = readable(item, item.was, label), readable(item, item.proposed, label)
    before, now = readable(item, item.before, label), readable(item, item.now, label)
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


def readable(item: Item, text: str, label: Label | None = None) -> str:
    """Return a text of an item without marks that only the program reads."""
    if item.type != "clause":
        return text.strip("\r\n")
    blocks = [block for block in read_blocks(text) if isinstance(block, Clause)]
    return "\n\n".join(_clause_text(block, label) for block in blocks)


def _clause_text(clause: Clause, label: Label | None) -> str:
    names = {key: label(key) if label else f"**{key}**" for key in clause.fields}
    fields = (f"{names[key]}{':' if label else ''} {text}" for key, text in clause.fields.items())
    text = "\n\n".join(part for part in (clause.title, clause.body, *fields) if part)
    return shown(text) if label else text
