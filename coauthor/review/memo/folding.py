"""From events to the register: every act is an event, and what breaks a rule does nothing.

The kinds: ``asked`` begins a question; ``reworded`` (it came in again with other words),
``linked``, ``joined``, ``apart``, ``drafted``, ``submitted``, ``approved``,
``returned``, ``classified``, ``chosen``, ``cleared``, ``published`` are about one.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from coauthor.review.event import Event
from coauthor.review.memo.model import (
    Choice,
    Effect,
    Link,
    Question,
    Register,
    State,
    Way,
    unique,
)

Act = Callable[[Question, Event], Question]


def fold(events: Iterable[Event]) -> Register:
    """Return the register that events lead to, whatever the order in which they come.

    An event that breaks a rule, such as an approval by the drafter, changes nothing:
    so the rules hold for files that were written by hand too.
    """
    found: dict[str, Question] = {}
    for event in sorted(events, key=lambda each: each.id):
        question = found.get(event.clause)
        if question is None:
            if event.kind == "asked":
                found[event.clause] = _asked(event, len(found) + 1)
            continue
        if event.kind in ("joined", "apart"):
            _join(found, question, event)
        elif act := _ACTS.get(event.kind):
            found[event.clause] = act(question, event)
    return Register(tuple(_gathered(each, found) for each in found.values()))


def _asked(event: Event, number: int) -> Question:
    text = event.body.strip()
    links = _links(event)
    references = unique([event.values.get("reference", "")])
    return Question(event.clause, number, unique([text]), text, references, links)


def _links(event: Event) -> tuple[Link, ...]:
    try:
        listed = json.loads(event.values.get("links", "[]"))
    except ValueError:
        return ()
    return tuple(
        Link(*each)
        for each in listed
        if isinstance(each, list) and len(each) == 3 and all(isinstance(s, str) for s in each)
    )


def _is_out(question: Question) -> bool:
    """Tell whether a question is published: what others have read is never changed."""
    return question.state is State.PUBLISHED


def _reworded(question: Question, event: Event) -> Question:
    if _is_out(question) or not event.body.strip():
        return question
    wordings = unique([*question.wordings, event.body])
    reference = event.values.get("reference", "")
    said = replace(
        question, wordings=wordings, references=unique([*question.references, reference])
    )
    if question.state is State.NEW:
        return replace(said, text=event.body.strip())
    if question.state in (State.SECOND, State.APPROVED) and wordings != question.wordings:
        return replace(said, state=State.DRAFT, approver="")  # nobody approved an answer to this
    return said


def _linked(question: Question, event: Event) -> Question:
    if _is_out(question):
        return question
    return _again(replace(question, links=_links(event)), question)


def _drafted(question: Question, event: Event) -> Question:
    if question.state in (State.PUBLISHED, State.JOINED):
        return question
    text = event.values.get("question", "").strip() or question.text
    change = event.values.get("change", "")
    drafted = replace(
        question,
        text=text,
        answer=event.body.strip(),
        change=change,
        drafter=event.voice.by,
        returned="",
    )
    return _again(drafted, question)


def _again(now: Question, before: Question) -> Question:
    """Go back to draft where words changed; what was said of another change falls."""
    if now.digest == before.digest and now.drafter == before.drafter:
        return now
    now = replace(now, state=State.DRAFT if now.answer else State.NEW, approver="")
    if (now.change, now.clause if now.change else "") == (
        before.change,
        before.clause if before.change else "",
    ):
        return now
    return replace(now, effect=Effect.NONE, effect_reason="", choice=None)


def _submitted(question: Question, event: Event) -> Question:  # noqa: ARG001 – as all acts
    if question.state is not State.DRAFT or not question.answer:
        return question
    return replace(question, state=State.SECOND)


def _approved(question: Question, event: Event) -> Question:
    """Approve, where another person than the drafter does so on the words that stand."""
    other = bool(event.voice.by) and event.voice.by != question.drafter
    same = event.values.get("digest") == question.digest
    if question.state is not State.SECOND or not other or not same or not question.effect:
        return question
    return replace(question, state=State.APPROVED, approver=event.voice.by)


def _returned(question: Question, event: Event) -> Question:
    if question.state not in (State.SECOND, State.APPROVED):
        return question
    return replace(question, state=State.DRAFT, approver="", returned=event.body.strip())


def _classified(question: Question, event: Event) -> Question:
    effect = event.values.get("effect", "")
    if question.state in (State.PUBLISHED, State.JOINED) or effect not in set(Effect):
        return question
    now = replace(question, effect=Effect(effect), effect_reason=event.body.strip())
    if now.effect is not question.effect:
        now = replace(now, choice=None)
    return _again(now, question)


def _chosen(question: Question, event: Event) -> Question:
    way = event.values.get("way", "")
    if question.effect is not Effect.MATERIAL or way not in set(Way) or _is_out(question):
        return question
    until = event.values.get("until", "")
    choice = Choice(Way(way), event.body.strip(), until, event.voice.by, event.at)
    if choice.way is not Way.KEEP:
        return replace(question, choice=choice)
    # The text stays, so the answer must be another one, by somebody who writes it.
    kept = replace(question, change="", effect=Effect.NONE, choice=None, approver="")
    return replace(kept, state=State.DRAFT if kept.answer else State.NEW)


def _cleared(question: Question, event: Event) -> Question:
    name = event.values.get("name", "").casefold()
    if not name or not event.body.strip():
        return question
    cleared = MappingProxyType({**question.cleared, name: event.body.strip()})
    return replace(question, cleared=cleared)


def _published(question: Question, event: Event) -> Question:
    memo, row = event.values.get("memo", ""), event.values.get("row", "")
    ready = question.state is State.APPROVED and not question.waits_for_choice
    if not ready or not memo.isdecimal() or not row.isdecimal():
        return question
    return replace(question, state=State.PUBLISHED, memo=int(memo), memo_row=int(row))


def _join(found: dict[str, Question], question: Question, event: Event) -> None:
    """Join a question with another, or take it apart again."""
    if event.kind == "apart":
        if question.state is State.JOINED and not _is_out(_root(found, question)):
            found[question.id] = replace(question, state=State.NEW, into="")
        return
    target = found.get(event.values.get("into", ""))
    if target is None or _is_out(question) or question.state is State.JOINED:
        return
    target = _root(found, target)
    if target.id != question.id and not _is_out(target):
        found[question.id] = replace(question, state=State.JOINED, into=target.id, approver="")


def _root(found: dict[str, Question], question: Question) -> Question:
    """Return the question that stands for a joined one."""
    seen = {question.id}
    while question.into and question.into in found and question.into not in seen:
        question = found[question.into]
        seen.add(question.id)
    return question


def _gathered(question: Question, found: dict[str, Question]) -> Question:
    """Give a question what was joined with it: all wordings and references."""
    if question.state is State.JOINED:
        return question
    members = [
        each for each in found.values() if each.into and _root(found, each).id == question.id
    ]
    if not members:
        return question
    wordings = unique([*question.wordings, *(w for each in members for w in each.wordings)])
    references = unique([*question.references, *(r for each in members for r in each.references)])
    ids = tuple(each.id for each in members)
    return replace(question, wordings=wordings, references=references, joined=ids)


_ACTS: dict[str, Act] = {
    "reworded": _reworded,
    "linked": _linked,
    "drafted": _drafted,
    "submitted": _submitted,
    "approved": _approved,
    "returned": _returned,
    "classified": _classified,
    "chosen": _chosen,
    "cleared": _cleared,
    "published": _published,
}
