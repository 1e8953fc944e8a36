"""Commands for a memo: ``coauthor memo ACTION DIR …``."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, Commands, now, print_json
from coauthor.commands.memo_answering import ANSWERING
from coauthor.commands.memo_freezing import FREEZING
from coauthor.commands.memo_room import DIR, Actions, room_of
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.review.memo.model import Question
    from coauthor.workspace.memo.importing import Imported
    from coauthor.workspace.memo.room import Room


def _memo(options: argparse.Namespace, text: Catalogue) -> int:
    parser = argparse.ArgumentParser(
        prog=f"coauthor memo {options.action}", description=text(f"cli-memo-{options.action}")
    )
    action, arguments = ACTIONS[options.action]
    for names, settings in arguments:
        parser.add_argument(*names, **settings)
    return action(parser.parse_args(options.rest), text)


def _import(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.importing import read_files, take_in

    files = read_files(options.files, options.profile)  # refused before anything is made
    room = room_of(options, text("version-memo-room"))
    also = [
        (file.name, each.sheet, each.row)
        for file in files
        for each in file.odd
        if options.odd and each.asked
    ]
    return _told(
        take_in(room, files, now(), text("version-memo-imported"), also=also), options, text
    )


def _collect(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.importing import collect

    room = room_of(options, text("version-memo-room"))
    return _told(collect(room, now(), text("version-memo-imported")), options, text)


def _told(found: "Imported", options: argparse.Namespace, text: Catalogue) -> int:
    odd = [(file, each) for file, listed in found.odd.items() for each in listed]
    if options.json:
        values: dict[str, Any] = {
            key: getattr(found, key) for key in ("new", "updated", "unchanged", "linked")
        }
        listed = [
            {"file": f, "sheet": e.sheet, "row": e.row, "reason": e.reason, "text": e.text}
            for f, e in odd
        ]
        print_json({"format": 1, **values, "late": list(found.late), "odd": listed})
    else:
        counts = {"new": found.new, "linked": found.linked, "updated": found.updated}
        print(text("memo-said-imported", **counts, unchanged=found.unchanged, odd=len(odd)))
        for file, each in odd:
            reason = text(f"memo-odd-{each.reason}")
            place = text(
                "cli-memo-odd",
                file=file,
                reason=reason,
                sheet=each.sheet,
                row=each.row,
                text=_short(each.text),
            )
            print(f"  {place}")
    return LEFT if odd or found.late else DONE


def _list(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.answering import known_names, names_in_question, proposed_pairs

    room = room_of(options)
    register, known = room.register(), known_names(room)
    pairs = proposed_pairs(room)
    if options.json:
        questions = [
            {**_values(room, each), "names": [f.name for f in names_in_question(room, each, known)]}
            for each in register.questions
        ]
        alike = [
            {"first": p.first.number, "second": p.second.number, "score": p.score} for p in pairs
        ]
        print_json({"format": 1, "questions": questions, "alike": alike})
    else:
        for each in register.standing:
            print(_line(room, each, text))
        for pair in pairs:
            numbers = {"first": pair.first.number, "second": pair.second.number}
            print(text("cli-memo-pair", **numbers, score=round(pair.score)))
    return LEFT if any(each.state != "published" for each in register.standing) else DONE


def _values(room: "Room", question: "Question") -> Mapping[str, Any]:
    """Return what is known of a question; who asked is not among it."""
    from coauthor.workspace.memo.answering import clause_of

    clause = clause_of(room, question)
    return {
        "number": question.number,
        "state": str(question.state),
        "question": question.text,
        "wordings": list(question.wordings),
        "references": list(question.references),
        "document": question.document or None,
        "clause": question.clause or None,
        "code": clause.code if clause else None,
        "answer": question.answer or None,
        "change": question.change or None,
        "effect": str(question.effect) or None,
        "choice": str(question.choice.way) if question.choice else None,
        "waits_for_choice": question.waits_for_choice,
        "memo": question.memo or None,
        "joined": len(question.joined),
    }


def _line(room: "Room", question: "Question", text: Catalogue) -> str:
    from coauthor.workspace.memo.answering import clause_of

    clause = clause_of(room, question)
    return text(
        "cli-memo-line",
        number=question.number,
        state=text(f"memo-state-{question.state}"),
        clause=clause.code if clause else "–",
        question=_short(question.text),
    )


def _short(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) < 90 else f"{line[:88]}…"


def _export(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.memo import write_memo
    from coauthor.history.files import write_out
    from coauthor.workspace.memo.publishing import preview

    room = room_of(options)
    kind = options.output.suffix.removeprefix(".").lower()
    number = options.number or room.register().last_memo
    title = text("memo-title", number=number or room.register().last_memo + 1)
    memo = preview(room, number, now(), title)
    write_out(options.output, write_memo(memo, kind, text))
    print(text("memo-exported", path=str(options.output)))
    return DONE


def _publish(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.publishing import Said, publish, ready_now
    from coauthor.workspace.memo.rooms import deliver, delivered
    from coauthor.workspace.writing_alone import writing_alone

    room = room_of(options)
    for block in ready_now(room).blocks:
        number, names = block.question.number, block.detail
        print(text(f"memo-block-{block.reason}", number=number, names=names))
    with writing_alone(room.workspace, room.person, now(), text("version-outside")) as desk:
        done = publish(room, desk, now(), Said.of(text), text)
    counts = {"count": len(done.memo.rows), "changes": done.changes}
    print(text("memo-published-now", number=done.memo.number, **counts))
    went = deliver(
        room.workspace.root,
        done.documents,
        done.entry.name,
        now(),
        lambda plan: text("memo-room-version", title=plan.outgoing.title),
    )
    if told := delivered(went, text):
        print(told)
    return LEFT if went.doubts or went.away else DONE


ACTIONS: Actions = {
    "import": (
        _import,
        [
            DIR,
            (("files",), {"type": Path, "nargs": "+", "metavar": "FILE"}),
            (("--profile",), {"default": ""}),
            (("--odd",), {"action": "store_true"}),
            JSON,
        ],
    ),
    "collect": (_collect, [DIR, JSON]),
    "list": (_list, [DIR, JSON]),
    "export": (
        _export,
        [
            DIR,
            (("-o", "--output"), {"type": Path, "required": True}),
            (("--number",), {"type": int, "default": 0}),
        ],
    ),
    "publish": (_publish, [DIR]),
    **ANSWERING,
    **FREEZING,
}
"""Each action: what it does, and its arguments."""

MEMO: Commands = {
    "memo": (
        _memo,
        [
            (("action",), {"choices": tuple(ACTIONS)}),
            (("rest",), {"nargs": argparse.REMAINDER, "metavar": "…"}),
        ],
    ),
}
"""The command: what it does, and its arguments."""
