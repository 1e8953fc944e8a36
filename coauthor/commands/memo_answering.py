"""Commands of a memo that do something with one question."""

import argparse
from typing import TYPE_CHECKING

from coauthor.commands import DONE, LEFT, Option, now
from coauthor.commands.memo_room import DIR, REASON, Actions, room_of
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.memo.room import Room

QUESTION: Option = (("question",), {"metavar": "NUMBER"})


def _worked(room: "Room", number: str, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import find

    room.save(text("version-memo-worked"), now())
    question = find(room, number)
    state = text(f"memo-state-{question.state}")
    print(text("cli-memo-done", number=question.number, state=state))
    if question.waits_for_choice:
        print(text("memo-waits-for-choice"))
        return LEFT
    return DONE


def _join(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import find, join

    room = room_of(options)
    join(room, find(room, options.question), find(room, options.second), now())
    return _worked(room, options.question, text)


def _link(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import find, link

    room = room_of(options)
    found = [
        (name, clause.uid)
        for name, document in room.documents().items()
        for clause in document.clauses
        if options.clause in (clause.uid, clause.code)
    ]
    if not found:
        raise UserError("no-such-clause", uid=options.clause)
    link(room, find(room, options.question), *found[0], now())
    return _worked(room, options.question, text)


def _answer(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import draft, find, submit

    room = room_of(options)
    question = find(room, options.question)
    draft(room, question, options.answer, now(), text=options.text, change=options.change)
    if options.submit:
        submit(room, find(room, options.question), now())
    return _worked(room, options.question, text)


def _approve(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import approve, find

    room = room_of(options)
    approve(room, find(room, options.question), now())
    return _worked(room, options.question, text)


def _clear(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import clear, find

    room = room_of(options)
    clear(room, find(room, options.question), options.name, options.reason, now())
    return _worked(room, options.question, text)


def _classify(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.review.memo.model import Effect
    from coauthor.workspace.memo.answering import classify, find

    room, effect = room_of(options), Effect(options.effect)
    classify(room, find(room, options.question), effect, now(), options.reason)
    return _worked(room, options.question, text)


def _choose(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.review.memo.model import Way
    from coauthor.workspace.memo.answering import choose, find

    room, way = room_of(options), Way(options.way)
    question = find(room, options.question)
    choose(room, question, way, options.reason, now(), until=options.until)
    return _worked(room, options.question, text)


ANSWERING: Actions = {
    "join": (_join, [DIR, QUESTION, (("second",), {"metavar": "NUMBER"})]),
    "link": (_link, [DIR, QUESTION, (("clause",), {"metavar": "CLAUSE"})]),
    "answer": (
        _answer,
        [
            DIR,
            QUESTION,
            (("answer",), {}),
            (("--text",), {"default": ""}),
            (("--change",), {"default": ""}),
            (("--submit",), {"action": "store_true"}),
        ],
    ),
    "approve": (_approve, [DIR, QUESTION]),
    "clear": (_clear, [DIR, QUESTION, (("name",), {}), REASON]),
    "classify": (
        _classify,
        [DIR, QUESTION, (("effect",), {"choices": ("clarification", "minor", "material")}), REASON],
    ),
    "choose": (
        _choose,
        [
            DIR,
            QUESTION,
            (("way",), {"choices": ("rectify", "withdraw", "keep")}),
            REASON,
            (("--until",), {"default": "", "metavar": "YYYY-MM-DD"}),
        ],
    ),
}
"""Each action: what it does, and its arguments."""
