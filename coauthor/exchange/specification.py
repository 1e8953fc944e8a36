"""What an export shows: a document with its lineage, ready for any format."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from coauthor.document.model import Clause, Document, Heading, Prose, Tombstone
from coauthor.document.rendering import to_plain
from coauthor.document.words import word_diff
from coauthor.exchange.choice import INTERNAL, Choice
from coauthor.exchange.office.tree import Figure
from coauthor.exchange.style import NEUTRAL, Style
from coauthor.lineage.share import Share
from coauthor.lineage.status import ClauseStatus, DocumentStatus, Lineage
from coauthor.review.market.responses import Response
from coauthor.review.signing.gaps import LockedDeviation
from coauthor.review.signing.sign_offs import Break, SignOff
from coauthor.review.voting.minority import Settled

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")


class Text(Protocol):
    """The catalogue: message id and arguments in, text out."""

    def __call__(self, message_id: str, /, **arguments: str | float) -> str:
        """Return the text of a message."""
        ...

    def has(self, message_id: str) -> bool:
        """Tell whether there is such a message."""
        ...


def field_label(key: str, text: Text) -> str:
    """Return the name of a field; an unknown field keeps its key."""
    return text(f"field-{key}") if text.has(f"field-{key}") else key


def kind_label(kind: str, text: Text) -> str:
    """Return the name of a kind of clause; an unknown kind keeps its key."""
    return text(f"kind-{kind}") if text.has(f"kind-{kind}") else kind


@dataclass(frozen=True, slots=True)
class Since:
    """The text that changes are told from: what it is called, and what it said."""

    name: str
    document: Document


@dataclass(frozen=True)
class Specification:
    """A document to export.

    Args:
        document: what may be in the file; parts that were not chosen are out of it already.
        version: what the version is called, for the footer; '' for a draft.
        digest: identifies the exact text.
        theme_label: gives the name of a theme.
        settled: by uid, with how much agreement a clause was released.
        deviations: where it deviates from locked clauses, with leave or without.
        signatures: the last word of each organ, and what has broken it since.
        choice: which parts of it are shown.
        answers: by uid, the newest answer of each vendor.
        since: the text before, or None.
        whole: the document as it is, for digests of its clauses; ``document`` when None.
        style: what it looks like.
        pictures: those that can be shown, by their target as it stands in the text.
        unshown: target of each other picture, and why: ends the message ``picture-<why>``.
        text_language: what the text is written in; that of the words around it when ''.
        outward: gives the same with only what vendors may read; None when it is that already.
    """

    title: str
    organisation: str
    standard: str
    document: Document
    status: DocumentStatus
    share: Share
    version: str
    digest: str
    when: datetime
    language: str
    theme_label: Callable[[str], str]
    example: bool = False
    settled: Mapping[str, Settled] = field(default_factory=dict)
    deviations: tuple[LockedDeviation, ...] = ()
    signatures: tuple[tuple[SignOff, tuple[Break, ...]], ...] = ()
    choice: Choice = INTERNAL
    answers: Mapping[str, tuple[Response, ...]] = field(default_factory=dict)
    since: Since | None = None
    whole: Document | None = None
    style: Style = NEUTRAL
    pictures: Mapping[str, Figure] = field(default_factory=dict)
    unshown: tuple[tuple[str, str], ...] = ()
    text_language: str = ""
    outward: "Callable[[], Specification] | None" = None

    @property
    def shows_lineage(self) -> bool:
        """Whether it says where clauses come from."""
        return self.choice.lineage and self.status.has_standard

    @property
    def spoken(self) -> str:
        """The language in which a text is to be read aloud: its own, as far as it is known."""
        for said in (self.document.front.values.get("language", ""), self.text_language):
            if _LANGUAGE.fullmatch(said):
                return said
        return self.language

    @property
    def day(self) -> datetime:
        """The day without hours and zone, which tell of a person."""
        return self.when.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)

    def as_written(self, clause: Clause) -> Clause:
        """Return a clause with all that it says, whatever was chosen."""
        return (self.whole.clause(clause.uid) if self.whole else None) or clause


Writer = Callable[[Specification, Text], bytes]
"""Makes the file of a document in one format."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to show, in order: a heading, prose, a clause, or what was left out."""

    block: Heading | Prose | Clause | Tombstone
    status: ClauseStatus | None = None
    standard: Clause | None = None


def items(specification: Specification) -> Iterator[Item]:
    """Yield what an export shows; empty separators and withdrawn markers are left out.

    So is what was left out of the standard, where lineage is not shown.
    """
    status = specification.status
    standard = status.chain[0] if status.chain else None
    for block in specification.document.blocks:
        if isinstance(block, Prose) and not block.text.strip():
            continue
        if isinstance(block, Clause | Tombstone):
            judged = status.clauses.get(block.uid)
            if isinstance(block, Tombstone) and not (judged and specification.choice.lineage):
                continue
            yield Item(block, judged, standard.clause(block.uid) if standard else None)
        else:
            yield Item(block)


def lineage_key(status: ClauseStatus) -> str:
    """Return the end of the message id that names a status, such as ``local``."""
    if status.lineage is Lineage.ADAPTED and status.direction is not None:
        return f"{status.lineage}-{status.direction}"
    return str(status.lineage)


def settled_label(settled: Settled, text: Text) -> str:
    """Return with how much agreement a clause was released, or '' where that is not known."""
    name = f"consensus-{settled.state}"
    if settled.state == "open" or not text.has(name):
        return ""
    return text("settled-with", release=settled.release, state=text(name))


def clause_labels(
    clause: Clause, item: Item, specification: Specification, text: Text
) -> list[str]:
    """Return what a clause is, in words: kind, priority, theme, lineage, lock, agreement."""
    labels = [kind_label(clause.kind, text)]
    if (priority := clause.marker.get("priority")) and text.has(f"priority-{priority}"):
        labels.append(text(f"priority-{priority}"))
    labels.append(specification.theme_label(clause.theme))
    if item.status and specification.shows_lineage:
        labels.append(text(f"lineage-{lineage_key(item.status)}"))
        labels += [text("lineage-locked")] * item.status.locked
    settled = specification.settled.get(clause.uid) if specification.choice.minority else None
    labels.append(settled_label(settled, text) if settled else "")
    return [label for label in labels if label]


def change_in_words(clause: Clause, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the difference of an adapted clause with the standard: kind of run, and words."""
    standard = item.standard
    if standard is None or item.status is None or item.status.lineage is not Lineage.ADAPTED:
        return
    before = to_plain(f"{standard.title}\n\n{standard.body}")
    after = to_plain(f"{clause.title}\n\n{clause.body}")
    for run in word_diff(before, after):
        if run.kind == "removed":
            yield run.kind, before[run.before_start : run.before_end]
        else:
            yield run.kind, after[run.after_start : run.after_end]
