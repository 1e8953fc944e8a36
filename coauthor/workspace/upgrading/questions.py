"""What an upgrade left for a person, kept until it is answered.

The questions of an upgrade are one record in ``decisions/``, each answer another:
both are written once and never changed, so that two people can answer apart. A
record holds the texts it asks about, so no older release is needed to show them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, get_args

import tomlkit

from coauthor.document import edits
from coauthor.document.changes import Change
from coauthor.document.model import Clause, Document, Tombstone
from coauthor.document.reading import encode, read_clause
from coauthor.errors import UserError
from coauthor.lineage.answering import PlaceGoneError, answer, find_place
from coauthor.lineage.comparison import NORMATIVE, differences
from coauthor.lineage.deviations import with_deviation
from coauthor.lineage.items import Happening, Item, ItemType, Offer, OfferName, Outcome
from coauthor.workspace.person import Person
from coauthor.workspace.records import RecordFile, records, toml_text
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.signing.ending import reconfirmed, with_last_day
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace

UPGRADE = "upgrade"
ANSWER = "upgrade-answer"

_TEXTS = ("uid", "code", "title", "why", "was", "becomes", "before", "now", "detail", "above")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that an upgrade left.

    Args:
        upgrade: name of its record.
        number: which of the record's questions.
        releases: the release before and the release now.
    """

    upgrade: str
    number: int
    releases: tuple[str, str]
    item: Item


@dataclass(frozen=True, slots=True)
class Reason:
    """Why we still deviate; the words of the deviation, renewed."""

    text: str = ""
    reason_class: str = ""
    direction: str = ""
    owner: str = ""
    cost: str = ""
    until: str = ""


# -- the records -------------------------------------------------------------


def question_record(
    items: Sequence[Item],
    waiting: Sequence[Item],
    *,
    document: str,
    standard: str,
    releases: tuple[str, str],
    person: str,
    when: datetime,
) -> bytes | None:
    """Return the record of what an upgrade leaves; None when it leaves nothing.

    Args:
        waiting: what an earlier upgrade left; it is asked on where this one does not.
    """
    asked = [item for item in items if item.is_open]
    known = {item.uid for item in items if item.uid}
    asked += [item for item in waiting if not item.uid or item.uid not in known]
    if not asked:
        return None
    record = tomlkit.document()
    record.update(
        {
            "format": 1,
            "kind": UPGRADE,
            "document": document,
            "standard": standard,
            "from": releases[0],
            "to": releases[1],
            "by": person,
            "at": when.isoformat(timespec="seconds"),
        }
    )
    tables = tomlkit.aot()
    for item in asked:
        tables.append(_table(item))
    record["questions"] = tables
    return encode(tomlkit.dumps(record))


def _table(item: Item) -> tomlkit.items.Table:
    table = tomlkit.table()
    table["type"], table["outcome"] = str(item.type), str(item.outcome)
    table["happened"] = str(item.happened)
    given: dict[str, str] = {}  # a text that is there already is named, not repeated
    for key in _TEXTS:
        if value := getattr(item, key):
            same = given.setdefault(value, key)
            table[key if same == key else f"{key}-as"] = toml_text(value) if same == key else same
    if item.locked:
        table["locked"] = True
    if item.parts:
        table["parts"] = sorted(item.parts)
    offers = tomlkit.aot()
    for offer in item.offers:
        row = tomlkit.table()
        row["name"] = str(offer.name)
        if offer.text in given:
            row["as"] = given[offer.text]
        else:
            row["text"] = toml_text(offer.text)
        offers.append(row)
    table["offers"] = offers
    return table


def _item(values: dict[str, Any]) -> Item:
    texts = {key: str(values.get(key, "")) for key in _TEXTS}
    for key in _TEXTS:
        if same := values.get(f"{key}-as"):
            texts[key] = texts[same]
    offers = tuple(
        Offer(each["name"], texts[each["as"]] if "as" in each else str(each["text"]))
        for each in values.get("offers", ())
        if each.get("name") in get_args(OfferName)
    )
    kind = values["type"]
    if kind not in get_args(ItemType):
        raise ValueError(kind)
    for offer in offers:
        if kind == "clause" and offer.text.lstrip().startswith("<!-- clause"):
            read_clause(offer.text)  # what is no clause is refused now, not when it is chosen
    return Item(
        kind,
        Outcome(values["outcome"]),
        Happening(values["happened"]),
        offers=offers,
        locked=values.get("locked") is True,
        parts=frozenset(str(each) for each in values.get("parts", ())),
        **texts,
    )


# -- what is open --------------------------------------------------------------


def open_questions(
    workspace: Workspace, entry: DocumentEntry, document: Document | None = None
) -> tuple[Question, ...]:
    """Return what the last upgrade of a document left and nobody answered yet.

    Args:
        document: the document as it is now; None for the file.
    """
    found = unanswered(workspace, entry)
    if not found:
        return ()
    chain = workspace.chain(entry)
    standard = chain[0].document if chain else None
    return still_open(found, document or workspace.read(entry), standard)


def unanswered(workspace: Workspace, entry: DocumentEntry) -> tuple[Question, ...]:
    """Return the questions of the last upgrade of a document that have no answer on record."""
    last: tuple[str, dict[str, Any]] | None = None
    answered: set[tuple[str, str]] = set()
    for name, values in records(workspace.root, UPGRADE, ANSWER):
        if values["kind"] == ANSWER:
            answered.add((str(values.get("upgrade", "")), str(values.get("question", ""))))
            # Two people may have gone to the same release apart, and answered apart.
            answered.add((str(values.get("to", "")), str(values.get("clause", ""))))
        elif values.get("document") == entry.name:
            last = name, values
    found = _questions(*last) if last else ()
    return tuple(each for each in found if not _names_of(each) & answered)


def _names_of(question: Question) -> set[tuple[str, str]]:
    """Return by what an answer may name a question."""
    names = {(question.upgrade, str(question.number))}
    return names | ({(question.releases[1], question.item.uid)} if question.item.uid else set())


def still_open(
    questions: Sequence[Question], ours: Document, standard: Document | None
) -> tuple[Question, ...]:
    """Return the questions that the text itself has not answered."""
    return tuple(each for each in questions if not _is_settled(each.item, ours, standard))


def _questions(name: str, values: dict[str, Any]) -> Iterator[Question]:
    releases = (str(values.get("from", "")), str(values.get("to", "")))
    for number, each in enumerate(values.get("questions", ())):
        try:
            yield Question(name, number, releases, _item(each))
        except (KeyError, ValueError, TypeError):
            continue


def _is_settled(item: Item, ours: Document, standard: Document | None) -> bool:
    """Tell whether the text itself has answered: the deviation is gone, or its place."""
    if item.type != "clause":
        try:
            find_place(ours.text, item)
        except PlaceGoneError:
            return bool(item.becomes.strip())
        return False
    if item.uid not in ours.positions:
        return True
    clause = ours.clause(item.uid)
    now = standard.clause(item.uid) if standard else None
    if clause is None or now is None or item.why == "explanation":
        return False
    return not differences(clause, now) & NORMATIVE


# -- answering -------------------------------------------------------------------


def answer_question(
    workspace: Workspace,
    session: Session,
    question: Question,
    choice: OfferName,
    *,
    person: Person,
    when: datetime,
    reason: Reason | None = None,
) -> Changed:
    """Answer a question: the text changes and the answer is recorded, in one step.

    Args:
        reason: why we still deviate, where our own text stays.

    Raises:
        UserError: ``no-such-offer``, ``reason-missing`` for a locked clause, or
            ``place-gone`` when the text in question is no longer there.
    """
    item = question.item
    offer = item.offer(choice)
    if offer is None:
        raise UserError("no-such-offer", offer=choice)
    text = offer.text
    if choice != "follow" and item.type == "clause" and text:
        if item.locked and not (reason and reason.text.strip()):
            raise UserError("reason-missing")
        text = _ours_now(session.document, item, text, choice, reason)
    try:
        changes = answer(session.document, item, text)
    except PlaceGoneError as error:
        if choice != "keep":
            raise UserError("place-gone", place=item.code or item.title) from error
        changes = ()
    data = [_answer_record(question, choice, reason, person, when)]
    if choice == "keep" and reason is not None and item.type == "clause":
        changes = changes or _left_out_until(session.document, item, reason.until)
        data.append(_kept_record(workspace, session, item, reason, person, when))
    record = RecordFile(workspace, *data)
    focus = session.document.positions.get(item.uid) if item.uid else None
    return session.do("upgrade-answer", changes, focus=focus, beyond=record)


def _ours_now(
    document: Document, item: Item, text: str, choice: OfferName, reason: Reason | None
) -> str:
    """Return the text with the renewed reason; what was written since the upgrade stays."""
    current = document.clause(item.uid)
    if current is None and not text.lstrip().startswith("<!-- clause"):
        return text  # it stays left out
    clause = read_clause(text) if choice != "keep" or current is None else current
    if reason is None or not isinstance(clause, Clause):
        return clause.source
    explained = with_deviation(
        clause,
        reason_class=reason.reason_class,
        reason=reason.text,
        direction=reason.direction,
        owner=reason.owner,
        cost=reason.cost,
        until=reason.until,
    )
    return replace(explained, tail=clause.tail).source


def _left_out_until(document: Document, item: Item, until: str) -> tuple[Change, ...]:
    """Return the changes that give what stays left out another last day."""
    place = document.positions.get(item.uid)
    block = None if place is None else document.blocks[place]
    if place is None or not isinstance(block, Tombstone) or not until:
        return ()
    return edits.replace_block(document, place, with_last_day(block, until))


def _kept_record(
    workspace: Workspace,
    session: Session,
    item: Item,
    reason: Reason,
    person: Person,
    when: datetime,
) -> bytes:
    """Return the record that a deviation was looked at and kept."""
    return reconfirmed(
        workspace,
        session.entry.name,
        item.uid,
        item.code,
        session.document.clause(item.uid),
        person,
        until=reason.until,
        reason=reason.text,
        when=when,
    )


def _answer_record(
    question: Question, choice: str, reason: Reason | None, person: Person, when: datetime
) -> bytes:
    record = {
        "format": 1,
        "kind": ANSWER,
        "upgrade": question.upgrade,
        "question": question.number,
        "to": question.releases[1],
        "clause": question.item.uid,
        "code": question.item.code,
        "choice": choice,
        "reason": reason.text.strip() if reason else "",
        "by": person.name,
        "at": when.isoformat(timespec="seconds"),
    }
    return encode(tomlkit.dumps(record))
