"""Sign-offs: an executive's signature under exact texts, and whether it still stands.

A sign-off holds the digest of every text, of each clause in it, of the release of
the standard beside it and of each decision it accepted. Whatever of these is other
than it was breaks it, and says what.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from coauthor.document.model import Clause, Document, Tombstone
from coauthor.review.digest import document_digest
from coauthor.review.signing.waiver_records import Allowed, Records, said_of
from coauthor.review.signing.waivers import Said, Waiver, Waivers, is_over

KIND = "sign-off"
VERDICTS = ("agreed", "returned")
"""``returned`` sends the text back, with the reason."""

BRIEF = 16
"""Letters of a digest that only tells which clause changed; the whole text has its own."""


class Change(StrEnum):
    """What broke a signature."""

    TEXT = "text"
    DOCUMENT_CAME = "document-came"
    DOCUMENT_LEFT = "document-left"
    STANDARD = "standard"
    DECISION = "decision"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Break:
    """One reason why a signature no longer stands.

    Args:
        document: title of the document, or ''.
        clauses: codes of what changed, came or left in it; empty when only headings
            and other text changed.
        detail: what else is to be said: the release, or the last day.
    """

    change: Change
    document: str = ""
    clauses: tuple[str, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SignedText:
    """A document as it was signed.

    Args:
        standard: name, release and digest of the standard beside it, or ''.
        clauses: uid, code and brief digest of every clause.
    """

    name: str
    title: str
    digest: str
    standard: str = ""
    clauses: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A deviation on a locked clause that was signed for."""

    request: str
    code: str
    seal: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """What an executive signed.

    Args:
        organ: on whose behalf: the college, a board, a management team.
        function: of who signs; never a name, for the person is the key.
        mandate: where the power to sign is written down.
        until: agreed until this day, or '' without end.
    """

    id: str
    verdict: str
    organ: str
    function: str
    mandate: str
    remark: str
    until: str
    texts: tuple[SignedText, ...]
    accepted: tuple[Accepted, ...]
    said: Said

    @property
    def seal(self) -> str:
        """The few letters by which people compare what was signed."""
        return seal_of(self.texts, self.accepted)

    def breaks(
        self, texts: Iterable[SignedText], waivers: Waivers, today: date
    ) -> tuple[Break, ...]:
        """Return why it no longer stands; nothing when it does.

        Args:
            texts: the documents as they are now.
        """
        now = {each.name: each for each in texts}
        then = {each.name: each for each in self.texts}
        found = list(_texts_changed(then, now))
        lost = [each.code for each in self.accepted if not _stands(each, waivers, today)]
        if lost:
            found.append(Break(Change.DECISION, clauses=tuple(lost)))
        if self.until and is_over(self.until, today):
            found.append(Break(Change.OVER, detail=self.until))
        return tuple(found)


def seal_of(texts: tuple[SignedText, ...], accepted: tuple[Accepted, ...]) -> str:
    """Return the few letters by which people compare what is signed, the same everywhere."""
    said = repr((texts, accepted))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def signed_text(name: str, title: str, document: Document, standard: str = "") -> SignedText:
    """Return what is signed of a document as it is now."""
    clauses = tuple(
        (block.uid, block.code or block.uid, _brief(block.source))
        for block in document.blocks
        if isinstance(block, Clause | Tombstone)
    )
    return SignedText(name, title, document_digest(document), standard, clauses)


def seal_of_waiver(waiver: Waiver) -> str:
    """Return what tells a decision on a request: both, and until when."""
    decision = waiver.decision
    said = (decision.id, decision.verdict, decision.seal) if decision else ()
    parts = (waiver.request.seal, waiver.until, *said)
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def read_signoffs(
    records: Records, allowed: Allowed = lambda _by, _act: True
) -> tuple[SignOff, ...]:
    """Return the sign-offs that records hold, oldest first; those by who may not are left out."""
    found = {
        name: values
        for name, values in records
        if values.get("kind") == KIND and values.get("verdict") in VERDICTS
    }
    return tuple(
        _signoff(name, values)
        for name, values in sorted(found.items())
        if allowed(said_of(values).by, "sign")
    )


def latest(signoffs: Iterable[SignOff]) -> tuple[SignOff, ...]:
    """Return the last word of each organ, oldest first."""
    last = {
        (each.said.organisation, each.organ): each
        for each in sorted(signoffs, key=lambda each: each.id)
    }
    return tuple(sorted(last.values(), key=lambda each: each.id))


def as_record(signoff: SignOff) -> dict[str, Any]:
    """Return a sign-off as the values of its record."""
    return {
        "format": 1,
        "kind": KIND,
        "verdict": signoff.verdict,
        "organ": signoff.organ,
        "function": signoff.function,
        "mandate": signoff.mandate,
        "remark": signoff.remark,
        "until": signoff.until,
        "organisation": signoff.said.organisation,
        "role": signoff.said.role,
        "by": signoff.said.by,
        "at": signoff.said.at,
        "accepted": [
            {"request": each.request, "code": each.code, "seal": each.seal}
            for each in signoff.accepted
        ],
        "documents": [
            {
                "name": each.name,
                "title": each.title,
                "digest": each.digest,
                "standard": each.standard,
                "clauses": ["\t".join(clause) for clause in each.clauses],
            }
            for each in signoff.texts
        ],
    }


def _signoff(name: str, values: Mapping[str, Any]) -> SignOff:
    keys = ("verdict", "organ", "function", "mandate", "remark", "until")
    return SignOff(
        id=name,
        **{key: str(values.get(key, "")) for key in keys},
        texts=tuple(_signed(each) for each in _tables(values, "documents")),
        accepted=tuple(
            Accepted(*(str(each.get(key, "")) for key in ("request", "code", "seal")))
            for each in _tables(values, "accepted")
        ),
        said=said_of(values),
    )


def _signed(values: Mapping[str, Any]) -> SignedText:
    rows = values.get("clauses")
    split = [str(each).split("\t") for each in rows] if isinstance(rows, list) else []
    clauses = tuple((row[0], row[1], row[2]) for row in split if len(row) == 3)
    said = [str(values.get(key, "")) for key in ("name", "title", "digest", "standard")]
    return SignedText(said[0], said[1], said[2], said[3], clauses)


def _tables(values: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = values.get(name)
    tables = found if isinstance(found, list) else []
    return [each for each in tables if isinstance(each, Mapping)]


def _texts_changed(
    then: Mapping[str, SignedText], now: Mapping[str, SignedText]
) -> Iterator[Break]:
    for name, signed in then.items():
        text = now.get(name)
        if text is None:
            yield Break(Change.DOCUMENT_LEFT, signed.title)
            continue
        if text.digest != signed.digest:
            yield Break(Change.TEXT, text.title, _other_clauses(signed, text))
        if text.standard != signed.standard:
            detail = " ".join(text.standard.split(" ")[:2])
            yield Break(Change.STANDARD, text.title, detail=detail)
    for name, text in now.items():
        if name not in then:
            yield Break(Change.DOCUMENT_CAME, text.title)


def _other_clauses(then: SignedText, now: SignedText) -> tuple[str, ...]:
    """Return the codes of the clauses that changed, came or left, in the order of the text."""
    before = {uid: (code, digest) for uid, code, digest in then.clauses}
    after = {uid: (code, digest) for uid, code, digest in now.clauses}
    changed = [
        code for uid, (code, digest) in after.items() if before.get(uid, ("",))[1:] != (digest,)
    ]
    gone = [code for uid, (code, _) in before.items() if uid not in after]
    return (*changed, *gone)


def _stands(accepted: Accepted, waivers: Waivers, today: date) -> bool:
    waiver = waivers.get(accepted.request)
    if waiver is None or waiver.state(today) != "granted":
        return False
    return seal_of_waiver(waiver) == accepted.seal


def _brief(source: str) -> str:
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:BRIEF]
