"""What is ready to be published, what stands in the way, and the memo that comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from coauthor.document.model import Clause, Document
from coauthor.review.memo.effect import is_lighter, judged
from coauthor.review.memo.model import Effect, Question, Register, State, Way
from coauthor.review.memo.naming import Known, flags


@dataclass(frozen=True, slots=True)
class Block:
    """Why a question stops the publication.

    Args:
        reason: ``material``, ``names``, or ``effect`` where an answer is called lighter
            than it is without a reason.
        detail: the names, for a person.
    """

    question: Question
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What can be published now.

    Args:
        ready: approved questions in the order of the memo.
        blocks: what stops everything until it is dealt with.
        behind: questions that wait for an answer or a second reader: they stay out.
    """

    ready: tuple[Question, ...]
    blocks: tuple[Block, ...]
    behind: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A question as everybody reads it: there is no place in it for who asked."""

    number: int
    document: str
    code: str
    title: str
    question: str
    answer: str
    effect: str
    was: str = ""
    becomes: str = ""
    way: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo as everybody reads it.

    Args:
        date: day of publication, ISO 8601; no moment, so that no act can be told from it.
    """

    number: int
    title: str
    organisation: str
    date: str
    rows: tuple[Row, ...]
    language: str = "nl"


def readiness(register: Register, known: Known, documents: Mapping[str, Document]) -> Readiness:
    """Return what can be published, what stops it and what stays behind."""
    open_now = [each for each in register.standing if each.state is not State.PUBLISHED]
    approved = [each for each in open_now if each.state is State.APPROVED]
    blocks = [Block(each, "material") for each in open_now if each.waits_for_choice]
    blocks += [Block(each, "effect") for each in approved if _is_too_light(each, documents)]
    blocks += [
        Block(each, "names", ", ".join(dict.fromkeys(flag.name for flag in found)))
        for each in approved
        if (found := flags(each, known))
    ]
    return Readiness(
        tuple(in_order(approved, documents)),
        tuple(blocks),
        tuple(each for each in open_now if each.state is not State.APPROVED),
    )


def _is_too_light(question: Question, documents: Mapping[str, Document]) -> bool:
    """Tell whether an answer does more than it is said to, and nobody said why not."""
    document = documents.get(question.document)
    clause = document.clause(question.clause) if document and question.clause else None
    return is_lighter(question.effect, judged(question, clause)) and not question.effect_reason


def in_order(questions: list[Question], documents: Mapping[str, Document]) -> list[Question]:
    """Return questions by their place in the text, then by their words: never by who asked."""
    places = {
        (name, uid): (number, place)
        for number, (name, document) in enumerate(documents.items())
        for uid, place in document.positions.items()
    }
    last = (len(documents), 0)
    return sorted(questions, key=lambda q: (places.get((q.document, q.clause), last), q.text))


def memo_row(
    number: int, question: Question, title: str, clause: Clause | None, was: str = ""
) -> Row:
    """Return what a memo says of a question.

    Args:
        title: of the document.
        clause: what it is about, or None.
        was: body of the clause before the change, where the memo changes it.
    """
    choice = question.choice
    withdrawn = choice is not None and choice.way is Way.WITHDRAW
    change = "" if withdrawn else question.change
    return Row(
        number,
        title,
        clause.code if clause else "",
        clause.title if clause else "",
        question.text,
        question.answer,
        str(question.effect or Effect.CLARIFICATION),
        was if change else "",
        change,
        str(choice.way) if choice else "",
        choice.until if choice and choice.way is Way.RECTIFY else "",
    )
