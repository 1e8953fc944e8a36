"""Takes out of a document what is not to be in any file of an export, whatever its format."""

from collections.abc import Iterator
from dataclasses import replace

from coauthor.document.clauses import with_field, with_marker
from coauthor.document.markers import Marker, format_marker, with_attribute
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.reading import read_document
from coauthor.exchange.choice import Choice
from coauthor.lineage.comparison import EXPLAINING

RATIONALE, DEVIATION = "rationale", "deviation"
DETAILS = frozenset({"explanation", "acceptance", "verification", "norm"})
REASONS = (*EXPLAINING, "note")
"""Attributes that say why something deviates from the standard or was left out of it."""


def chosen(document: Document, choice: Choice, public: Document | None) -> Document:
    """Return the document without the fields, attributes and markers that were not chosen.

    Args:
        public: the standard, whose rationale everybody may read; or None.
    """
    blocks = tuple(
        _block(block, choice, public)
        for block in document.blocks
        if choice.lineage or not isinstance(block, Tombstone)
    )
    if blocks == document.blocks:
        return document
    return read_document(document.front.source + "".join(block.source for block in blocks))


def _block(block: Block, choice: Choice, public: Document | None) -> Block:
    if isinstance(block, Clause):
        return _clause(block, choice, public)
    if isinstance(block, Tombstone) and not choice.deviations:
        marker = _bare(block.marker)
        tail = block.source[len(block.source.rstrip(" \t\r\n")) :]
        made = replace(block, marker=marker, source=format_marker(marker) + tail)
        return block if marker == block.marker else made
    return block


def _clause(clause: Clause, choice: Choice, public: Document | None) -> Clause:
    for key in list(_unwanted(clause, choice, public)):
        clause = with_field(clause, key, "")
    if choice.deviations:
        return clause
    marker = _bare(clause.marker)
    return clause if marker == clause.marker else with_marker(clause, marker)


def _unwanted(clause: Clause, choice: Choice, public: Document | None) -> Iterator[str]:
    if not clause.notes:
        return
    for key, said in clause.fields.items():
        if key == RATIONALE:
            shown = choice.rationale and (
                choice.own_rationale or is_public_rationale(clause, said, public)
            )
        elif key in DETAILS:
            shown = choice.details
        else:
            shown = choice.deviations if key == DEVIATION else choice.internal
        if not shown:
            yield key


def is_public_rationale(clause: Clause, said: str, public: Document | None) -> bool:
    """Tell whether the standard says the same of why the clause is there."""
    theirs = public.clause(clause.uid) if public else None
    return theirs is not None and theirs.fields.get(RATIONALE) == said


def _bare(marker: Marker) -> Marker:
    for name in REASONS:
        if marker.get(name):
            marker = with_attribute(marker, name, None)
    return marker
