"""What a file would become: a document to look at before anything is taken in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, Protocol

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.exchange.sheet_plan import SheetPlan

Unit = Literal["headings", "items", "rows"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a text is cut: by headings of a level, list items, or only rows of its tables."""

    unit: Unit
    level: int = 0


Cutting = Plan | SheetPlan
"""How a file is cut into clauses: a text, or a spreadsheet."""

NOWHERE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody said of a clause in the file; it becomes discussion.

    Args:
        uid: the clause, or '' for the whole document.
        author: as the file has it; a name of a person, which enters only when asked.
        when: ISO 8601, or ''.
        quote: the words that it was put on, or ''.
    """

    uid: str
    text: str
    author: str = ""
    when: str = ""
    quote: str = ""
    replies: tuple["Remark", ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A tracked change; it becomes a suggestion, and the document has the text of before.

    Args:
        uid: the clause; of a new one the identity that it would have.
        title, body: as they would be; both '' to drop the clause.
        after: uid of the clause that a new one follows, or ''.
    """

    uid: str
    title: str
    body: str
    author: str = ""
    when: str = ""
    change: Literal["edit", "add", "drop"] = "edit"
    after: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know of how a file was read: what was left out, or read otherwise.

    Args:
        message: id in the catalogue, with its ``values``.
        place: where in the file, such as ``Blad1``.
    """

    message: str
    place: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """A document of clauses made from a file, with what it was made of.

    Args:
        plan: how the file was cut; None where it says itself what its clauses are.
        lost: words or parts of the file that the document does not have: must be none.
        places: by uid, where in the file a clause comes from.
        worn: it is a text of ours from a word processor, which keeps less than Markdown says;
            see `coauthor.exchange.texts.keeping`.
    """

    document: Document
    plan: Cutting | None
    clauses: int
    tombstones: int
    lost: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()
    offers: tuple[Offer, ...] = ()
    notes: tuple[Note, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    worn: bool = False


class Reader(Protocol):
    """Reads a file of one format."""

    def __call__(
        self, name: str, data: bytes, new_uid: Callable[[], str], plan: Cutting | None = None, /
    ) -> Proposal:
        """Return what the file would become.

        Args:
            name: the file, for messages.
            new_uid: gives a fresh identity to a clause that brings none.
            plan: how to cut a text that does not say it itself; the likeliest way when None.

        Raises:
            UserError: it cannot be read; nothing was changed.
        """
        ...


def proposed(
    document: Document,
    plan: Cutting | None = None,
    lost: tuple[str, ...] = (),
    *,
    remarks: tuple[Remark, ...] = (),
    offers: tuple[Offer, ...] = (),
    notes: tuple[Note, ...] = (),
    places: Mapping[str, str] = NOWHERE,
) -> Proposal:
    """Return a document as a proposal, its clauses counted."""
    stones = sum(isinstance(block, Tombstone) for block in document.blocks)
    clauses = sum(isinstance(block, Clause) for block in document.blocks)
    return Proposal(document, plan, clauses, stones, lost, remarks, offers, notes, dict(places))
