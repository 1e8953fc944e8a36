"""Working on questions: join, link, answer, say what it does, and have another one look.

Each act is refused here with a reason that a person can read; the register would pass it
over all the same (`coauthor.review.memo.folding`).
"""

from dataclasses import replace
from datetime import datetime

from coauthor.document.model import Clause
from coauthor.document.reading import decode
from coauthor.document.toml import read_toml
from coauthor.errors import UserError
from coauthor.review.memo.effect import Judgement, judged, refuse_unfit_choice, refuse_unfounded
from coauthor.review.memo.joining import Pair, pairs
from coauthor.review.memo.linking import Likeness, alike
from coauthor.review.memo.model import Effect, Question, State, Way
from coauthor.review.memo.naming import Flag, Known, flags
from coauthor.review.rights import MEMO_PUBLISH
from coauthor.workspace.events import demand, people_of
from coauthor.workspace.memo.links import links_value
from coauthor.workspace.memo.room import Room

NAMES = "names.toml"
"""In the private room: lists ``organisations`` and ``products`` to look for, kept by hand."""


def find(room: Room, wanted: str) -> Question:
    """Return a question by its number or id.

    Raises:
        UserError: ``no-such-memo-question``.
    """
    question = room.register().question(wanted)
    if question is None:
        raise UserError("no-such-memo-question", question=wanted)
    return question


def clause_of(room: Room, question: Question) -> Clause | None:
    """Return the clause that a question is about, as it stands now, or None."""
    document = room.documents().get(question.document)
    return document.clause(question.clause) if document and question.clause else None


def proposed_clauses(room: Room, question: Question) -> tuple[Likeness, ...]:
    """Return the clauses that a question may be about, the best first."""
    said = " ".join([*question.wordings, *question.references])
    return alike(said, room.documents())


def link(room: Room, question: Question, document: str, clause: str, when: datetime) -> None:
    """Say what a question is about; clause '' is the document as a whole.

    Raises:
        UserError: ``no-such-clause``, ``memo-published``.
    """
    _refuse_published(question)
    found = room.documents().get(document)
    if clause and (found is None or found.clause(clause) is None):
        raise UserError("no-such-clause", uid=clause)
    links = links_value([(document, clause, "chosen")])
    room.act(question.id, "linked", when, values={"links": links})


def proposed_pairs(room: Room) -> tuple[Pair, ...]:
    """Return the questions that may be the same, the best first."""
    refused = _refused_pairs(room)
    return tuple(
        each
        for each in pairs(room.register())
        if frozenset((each.first.id, each.second.id)) not in refused
    )


def join(room: Room, first: Question, second: Question, when: datetime) -> None:
    """Join the second question with the first, which then stands for both.

    Raises:
        UserError: ``memo-published``, ``memo-joined``.
    """
    for each in (first, second):
        _refuse_published(each)
    if first.id == second.id or second.state is State.JOINED:
        raise UserError("memo-joined", number=second.number)
    room.act(second.id, "joined", when, values={"into": first.id})
    if not first.links and second.links:
        links = links_value([(e.document, e.clause, e.how) for e in second.links])
        room.act(first.id, "linked", when, values={"links": links})


def keep_apart(room: Room, first: Question, second: Question, when: datetime) -> None:
    """Say that two questions are not the same, so that nobody is asked again."""
    room.act(first.id, "differs", when, values={"from": second.id})


def take_apart(room: Room, question: Question, when: datetime) -> None:
    """Let a joined question stand by itself again."""
    room.act(question.id, "apart", when)


def draft(
    room: Room,
    question: Question,
    answer: str,
    when: datetime,
    *,
    text: str = "",
    change: str = "",
) -> None:
    """Write an answer, the wording that is published, and what the clause becomes.

    Args:
        text: public wording of the question; '' keeps what it is.
        change: new body of the linked clause; '' leaves that as it is.

    Raises:
        UserError: ``memo-published``, ``memo-joined``, ``memo-answer-missing``, or
            ``memo-change-of-what`` when no clause is linked to change.
    """
    _refuse_published(question)
    if question.state is State.JOINED:
        raise UserError("memo-joined", number=question.number)
    if not answer.strip():
        raise UserError("memo-answer-missing")
    if change.strip() and not question.clause:
        raise UserError("memo-change-of-what")
    values = {"question": text.strip()} if text.strip() else {}
    if change.strip():
        values["change"] = change.strip("\n")
    room.act(question.id, "drafted", when, answer.strip(), values)


def judgement(room: Room, question: Question) -> Judgement:
    """Return the effect that an answer seems to have, and why."""
    return judged(question, clause_of(room, question))


def classify(
    room: Room, question: Question, effect: Effect, when: datetime, reason: str = ""
) -> None:
    """Say what an answer does to the text.

    Raises:
        UserError: ``memo-published``, or ``memo-effect-reason`` when it is called lighter
            than it seems without a reason.
    """
    _refuse_published(question)
    refuse_unfounded(judgement(room, question), effect, reason)
    room.act(question.id, "classified", when, reason.strip(), {"effect": str(effect)})


def submit(room: Room, question: Question, when: datetime) -> None:
    """Ask a second pair of eyes for an answer; its effect is proposed where nobody said it.

    Raises:
        UserError: ``memo-answer-missing``, ``memo-published``.
    """
    _refuse_published(question)
    if not question.answer:
        raise UserError("memo-answer-missing")
    if question.effect is Effect.NONE:
        classify(room, question, judgement(room, question).effect, when)
    room.act(question.id, "submitted", when)


def approve(room: Room, question: Question, when: datetime) -> None:
    """Approve an answer to the letter, as somebody else than who wrote it.

    Raises:
        UserError: ``memo-same-person``, ``memo-not-offered``.
    """
    if question.state is not State.SECOND:
        raise UserError("memo-not-offered", number=question.number)
    if question.drafter == room.identity:
        raise UserError("memo-same-person")
    room.act(question.id, "approved", when, values={"digest": question.digest})


def send_back(room: Room, question: Question, reason: str, when: datetime) -> None:
    """Give an answer back to be written anew.

    Raises:
        UserError: ``reason-missing``, ``memo-not-offered``.
    """
    if question.state not in (State.SECOND, State.APPROVED):
        raise UserError("memo-not-offered", number=question.number)
    if not reason.strip():
        raise UserError("reason-missing")
    room.act(question.id, "returned", when, reason.strip())


def choose(
    room: Room, question: Question, way: Way, reason: str, when: datetime, *, until: str = ""
) -> None:
    """Record what is done with a material change.

    Args:
        until: ISO date to which the term is extended, with `Way.RECTIFY`.

    Raises:
        UserError: ``not-allowed``, ``memo-not-material``, ``reason-missing``,
            ``memo-until-missing``.
    """
    demand(room.workspace, MEMO_PUBLISH)
    if question.effect is not Effect.MATERIAL or question.state is State.PUBLISHED:
        raise UserError("memo-not-material", number=question.number)
    refuse_unfit_choice(way, reason, until)
    values = {"way": str(way)} | ({"until": until} if way is Way.RECTIFY else {})
    room.act(question.id, "chosen", when, reason.strip(), values)


def clear(room: Room, question: Question, name: str, reason: str, when: datetime) -> None:
    """Let a name stand in a question or its answer, and say why.

    Raises:
        UserError: ``reason-missing``.
    """
    if not reason.strip():
        raise UserError("reason-missing")
    room.act(question.id, "cleared", when, reason.strip(), {"name": name})


def known_names(room: Room) -> Known:
    """Return the names by which somebody could tell who asked."""
    people = people_of(room.workspace)
    askers = room.askers()
    listed = _listed(room)
    own = room.workspace.settings.organisation
    organisations = [
        *(each.organisation for each in askers),
        *(each.name for each in people.organisations),
        *listed.get("organisations", []),
    ]
    return Known(
        tuple(dict.fromkeys(each for each in organisations if each and each != own)),
        tuple(listed.get("products", [])),
        tuple(dict.fromkeys(each.person for each in askers if each.person)),
        (own,),
    )


def names_in_question(
    room: Room, question: Question, known: Known | None = None
) -> tuple[Flag, ...]:
    """Return the names that must be dealt with before a question is published."""
    return flags(question, known or known_names(room))


def with_words(question: Question, text: str, answer: str, change: str) -> Question:
    """Return a question as it would be with other words, to look at before they are kept."""
    return replace(question, text=text.strip(), answer=answer.strip(), change=change.strip("\n"))


def _listed(room: Room) -> dict[str, list[str]]:
    try:
        values = read_toml(decode((room.home.root / NAMES).read_bytes()))
    except (OSError, ValueError):
        return {}
    return {
        key: [str(each) for each in found]
        for key, found in values.items()
        if isinstance(found, list)
    }


def _refused_pairs(room: Room) -> set[frozenset[str]]:
    return {
        frozenset((each.clause, each.values.get("from", "")))
        for each in room.events()
        if each.kind == "differs"
    }


def _refuse_published(question: Question) -> None:
    if question.state is State.PUBLISHED:
        raise UserError("memo-published", number=question.number, memo=question.memo)
