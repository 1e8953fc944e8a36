"""What a file would become: a document to look at before anything is taken in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from coauthor.document.model import Clause, Document, Tombstone

Unit = Literal["headings", "items"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a foreign text is cut: by headings of a level, or by list items."""

    unit: Unit
    level: int = 0


@dataclass(frozen=True)
class Proposal:
    """A document of clauses made from a file, with what it was made of.

    Args:
        plan: how a text without structure was cut; None where the file says it itself.
        lost: words or parts of the file that the document does not have: must be none.
    """

    document: Document
    plan: Plan | None
    clauses: int
    tombstones: int
    lost: tuple[str, ...]


class Reader(Protocol):
    """Reads a file of one format."""

    def __call__(self, name: str, data: bytes, new_uid: Callable[[], str], /) -> Proposal:
        """Return what the file would become.

        Args:
            name: the file, for messages.
            new_uid: gives a fresh identity to a clause that brings none.

        Raises:
            UserError: it cannot be read; nothing was changed.
        """
        ...


def proposed(document: Document, plan: Plan | None = None, lost: tuple[str, ...] = ()) -> Proposal:
    """Return a document as a proposal, its clauses counted."""
    stones = sum(isinstance(block, Tombstone) for block in document.blocks)
    clauses = sum(isinstance(block, Clause) for block in document.blocks)
    return Proposal(document, plan, clauses, stones, lost)
