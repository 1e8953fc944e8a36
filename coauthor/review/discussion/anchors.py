"""Anchors: the stretch of text that a remark is about, and where it stands today."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.review.discussion.landing import Found, Landing, follow
from coauthor.review.event import Event

AROUND = 80
"""Characters before and behind a stretch that are kept with it."""

SAID = 24
"""Letters from which words are looked for in other clauses too."""

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the body of a clause, as it was when somebody remarked on it.

    Args:
        version: id of a version in which the body is so, or ''.
        digest: `body_digest` of the body.
        start, end: characters in the body.
        quote: the stretch itself.
        before, behind: the text around it, for where the body cannot be had.
        base: the body itself, where no version has it; else ''.
    """

    clause: str
    start: int
    end: int
    quote: str
    version: str = ""
    digest: str = ""
    before: str = ""
    behind: str = ""
    base: str = ""

    @property
    def values(self) -> Mapping[str, str]:
        """The anchor as values of an event."""
        pairs = {
            "version": self.version,
            "digest": self.digest,
            "start": str(self.start),
            "end": str(self.end),
            "quote": self.quote,
            "before": self.before,
            "behind": self.behind,
            "base": self.base,
        }
        return {key: value for key, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch stands today.

    Args:
        clause: uid of the clause, which may be another than before; '' when gone.
        start, end: characters in its body.
    """

    found: Found
    clause: str = ""
    start: int = 0
    end: int = 0


GONE = Place(Found.GONE)


def body_digest(body: str) -> str:
    """Return the SHA-256, in hex, of the exact body of a clause."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def anchor_at(clause: Clause, start: int, end: int, version: str = "") -> Anchor:
    """Return the anchor of a stretch of a clause.

    Args:
        start, end: characters in the body; brought inside it where they are not.
        version: id of a version in which the body is exactly so; '' where none is,
            and then the anchor carries the body.
    """
    body = clause.body
    start, end = sorted(min(max(place, 0), len(body)) for place in (start, end))
    return Anchor(
        clause.uid,
        start,
        end,
        body[start:end],
        version,
        body_digest(body),
        body[max(start - AROUND, 0) : start],
        body[end : end + AROUND],
        "" if version else body,
    )


def anchor_of(event: Event) -> Anchor | None:
    """Return the anchor of an event; None when it is about the clause as a whole.

    What does not fit together is no anchor, whoever wrote it.
    """
    values = event.values
    quote = values.get("quote", "")
    try:
        start, end = int(values.get("start", "0")), int(values.get("end", "0"))
    except ValueError:
        return None
    if not event.clause or not quote.strip() or end - start != len(quote) or start < 0:
        return None
    return Anchor(
        event.clause,
        start,
        end,
        quote,
        *(values.get(each, "") for each in ("version", "digest", "before", "behind", "base")),
    )


Heirs = Mapping[str, tuple[str, ...]]
"""Which clauses were made of a clause by splitting, joining or moving; uids."""


def heirs_of(document: Document) -> Heirs:
    """Return what was made of which clause, as a document says."""
    found: dict[str, list[str]] = {}
    for block in document.blocks:
        if isinstance(block, Clause):
            for source in block.marker.get("derives").split(","):
                found.setdefault(source, []).append(block.uid)
        elif isinstance(block, Tombstone):
            for key in ("moved-to", "split-into", "joined-into"):
                found.setdefault(block.uid, []).extend(block.marker.get(key).split(","))
    return {uid: tuple(heirs) for uid, heirs in found.items() if uid}


def is_untouched(anchor: Anchor, clause: Clause | None) -> bool:
    """Tell whether a clause reads to the letter as when the anchor was put on it."""
    if clause is None or clause.body[anchor.start : anchor.end] != anchor.quote:
        return False
    return body_digest(clause.body) == anchor.digest


def locate(
    anchor: Anchor, before: str | None, document: Document, heirs: Heirs | None = None
) -> Place:
    """Return where a stretch stands in a document today.

    It is followed through what was changed since, also when its clause moved, was
    split or joined; likeness alone gives no more than a guess.

    Args:
        before: the body that the anchor was put on, or None where it cannot be had;
            then the text around the stretch has to do.
        heirs: `heirs_of` the document, where many anchors are looked for.
    """
    if is_untouched(anchor, document.clause(anchor.clause)):
        return Place(Found.HERE, anchor.clause, anchor.start, anchor.end)
    made = (heirs_of(document) if heirs is None else heirs).get(anchor.clause, ())
    parts = [
        (uid, clause.body)
        for uid in dict.fromkeys((anchor.clause, *made))
        if (clause := document.clause(uid)) is not None
    ]
    start, end = anchor.start, anchor.end
    if before is None or before[start:end] != anchor.quote:
        before = anchor.before + anchor.quote + anchor.behind
        start = len(anchor.before)
        end = start + len(anchor.quote)
    after = BETWEEN.join(body for _, body in parts)
    landing = follow(before, after, start, end) if parts else Landing(Found.GONE)
    if landing.found is Found.GONE:
        return _elsewhere(anchor, document, {uid for uid, _ in parts})
    return _in_part(landing, parts)


def _in_part(landing: Landing, parts: Sequence[tuple[str, str]]) -> Place:
    """Return a landing in joined bodies as a place in one of them: where most of it is."""
    offset = 0
    best = GONE
    for uid, body in parts:
        start = max(landing.start - offset, 0)
        end = min(landing.end - offset, len(body))
        if end - start > best.end - best.start:
            best = Place(landing.found, uid, start, end)
        offset += len(body) + len(BETWEEN)
    cut = best.end - best.start < landing.end - landing.start
    if cut and best.found is Found.HERE:
        return Place(Found.MOVED, best.clause, best.start, best.end)
    return best


def _elsewhere(anchor: Anchor, document: Document, without: set[str]) -> Place:
    """Look whether the words stand to the letter in one other clause, as a guess."""
    wanted = anchor.quote.strip()
    if len(wanted) < SAID:
        return GONE
    found = [
        Place(Found.UNSURE, clause.uid, place, place + len(wanted))
        for clause in document.clauses
        if clause.uid not in without and (place := clause.body.find(wanted)) >= 0
    ]
    return found[0] if len(found) == 1 else GONE
