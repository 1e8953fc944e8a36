"""A decision on one page: what an executive is asked to sign, in plain words.

Made for ten minutes without a network: how much is standard, where it is not and
why, what the adviser says, what it costs, and what happens after a no. It speaks of
the organ, which is responsible, and never of the person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from coauthor.document.model import Clause, Document
from coauthor.document.rendering import printable, to_plain
from coauthor.document.words import word_diff
from coauthor.exchange.leave import (
    day_words,
    deviation_rows,
    lack_words,
    name_of,
    organ_of,
    signature_rows,
    signature_state,
)
from coauthor.exchange.specification import Text
from coauthor.lineage.share import count
from coauthor.lineage.status import STANDARD_TEXT, DocumentStatus, Lineage
from coauthor.resources import resources
from coauthor.review.signing.gaps import LockedDeviation
from coauthor.review.signing.sign_offs import Break, SignedText, SignOff

TEMPLATE = "decision.html.jinja"


@dataclass(frozen=True)
class Page:
    """What lies before who decides.

    Args:
        documents: each document with its text, its status and its locked deviations.
        seal: the few letters by which people compare what is signed.
    """

    title: str
    organisation: str
    documents: Sequence[tuple[SignedText, Document, DocumentStatus, Sequence[LockedDeviation]]]
    signatures: Sequence[tuple[SignOff, tuple[Break, ...]]]
    when: datetime
    language: str
    seal: str = ""
    example: bool = False


def to_page(page: Page, text: Text, *, colours: Mapping[str, str] | None = None) -> str:
    """Return the page as one accessible HTML file.

    Args:
        colours: ink, paper and the like of a window that shows it; of paper when None.
    """
    environment = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE).render(
        text=text,
        language=page.language,
        title=printable(page.title),
        organisation=printable(page.organisation),
        example=page.example,
        documents=[_document(*each, text) for each in page.documents],
        signatures=[
            (organ_of(signoff), signature_state(signoff, why, text), _rows(signoff, why, text))
            for signoff, why in page.signatures
        ],
        when=f"{page.when:%d-%m-%Y}",
        seal=page.seal,
        colours=colours,
    )


def _rows(signoff: SignOff, why: tuple[Break, ...], text: Text) -> list[tuple[str, str]]:
    """Return the rows of a signature that a person reads; the digests are in the annex."""
    left = {text("signed-text"), text("signed-state"), text("signed-key")}
    return [row for row in signature_rows(signoff, why, text) if row[0] not in left]


def _document(
    signed: SignedText,
    document: Document,
    status: DocumentStatus,
    deviations: Sequence[LockedDeviation],
    text: Text,
) -> dict[str, Any]:
    share = count(status)
    locked = {each.uid for each in deviations}
    return {
        "title": printable(signed.title),
        "release": " ".join(signed.standard.split(" ")[:2]),
        "has_standard": status.has_standard,
        "standard": sum(share.counts.get(each, 0) for each in STANDARD_TEXT),
        "active": share.active,
        "omitted": share.counts.get(Lineage.OMITTED, 0),
        "deviations": [_deviation(each, document, status, text) for each in deviations],
        "lacking": sum(each.lack is not None for each in deviations),
        "others": [
            {
                "name": name_of(each.code, clause.title if clause else ""),
                "lineage": text(f"lineage-{each.lineage}"),
                "reason": printable(each.reason),
                "until": day_words(each.until),
            }
            for each in status.deviations
            if each.uid not in locked and each.lineage is not Lineage.DERIVED
            for clause in (document.clause(each.uid) or status.chain[0].clause(each.uid),)
        ]
        if status.has_standard
        else [],
        "digest": signed.digest,
    }


def _deviation(
    deviation: LockedDeviation, document: Document, status: DocumentStatus, text: Text
) -> dict[str, Any]:
    standard = status.chain[0].clause(deviation.uid)
    ours = document.clause(deviation.uid)
    lack = deviation.lack
    return {
        "name": name_of(deviation.code, deviation.title),
        "lack": lack_words(lack, text) if lack else "",
        "rows": list(deviation_rows(deviation, text)),
        "words": _words(standard, ours) if standard else {},
    }


def _words(standard: Clause, ours: Clause | None) -> dict[str, list[tuple[bool, str]]]:
    """Return the standard's text and ours, each in stretches: whether it differs, and the words."""
    before = to_plain(f"{standard.title}\n{standard.body}")
    after = to_plain(f"{ours.title}\n{ours.body}") if ours else ""
    runs = word_diff(before, after)
    return {
        "standard": [
            (run.kind == "removed", printable(before[run.before_start : run.before_end]))
            for run in runs
            if run.kind != "added"
        ],
        "ours": [
            (run.kind == "added", printable(after[run.after_start : run.after_end]))
            for run in runs
            if run.kind != "removed"
        ],
    }
