"""Commands of the vendor desk: answer, answers, coverage."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.errors import UserError
from coauthor.language import Catalogue
from coauthor.review.market.responses import VERDICTS

if TYPE_CHECKING:
    from coauthor.review.market.coverage import Coverage
    from coauthor.review.market.readings import Reading
    from coauthor.review.market.responses import Progress, Response
    from coauthor.workspace.market.asked import Asked, Sheet
    from coauthor.workspace.settings import DocumentEntry


def _answer(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.answers import verdict_words
    from coauthor.review.market.responses import Answer
    from coauthor.workspace.market.answering import answer
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    clauses = workspace.read(entry).clauses
    clause = next((each for each in clauses if options.code in (each.code, each.uid)), None)
    if clause is None:
        raise UserError("no-clause-here", clause=options.code)
    given = Answer(options.verdict, options.date, options.size, options.explain)
    said = answer(workspace, entry, clause, given, read_person(), now())
    print(
        text(
            "cli-answered",
            clause=clause.code or clause.title,
            answer=verdict_words(given, text),
            vendor=said.events[0].voice.organisation,
        )
    )
    if said.trouble:
        print(text(f"error-{said.trouble.code}", **said.trouble.parameters))
    return LEFT if said.trouble else DONE


def _answers(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.market.asked import sheet
    from coauthor.workspace.market.covering import said_of
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace, person = open_workspace(options.workspace), read_person()
    found: list[tuple[DocumentEntry, Sheet]] = []
    for entry in workspace.settings.documents:
        document = workspace.read(entry)
        found.append((entry, sheet(workspace, entry, document, said_of(workspace, entry), person)))
    if options.json:
        documents = [
            {
                "document": entry.name,
                "path": entry.path,
                "title": entry.title,
                "vendor": each.voice.organisation,
                **_progress(each.whole),
                "themes": {theme: _progress(part) for theme, part in each.themes.items()},
                "clauses": [_asked(one) for one in each.asked],
            }
            for entry, each in found
        ]
        print_json({"format": 1, "documents": documents})
    else:
        for entry, each in found:
            _print_sheet(entry, each, text)
    return LEFT if any(each.whole.to_answer for _, each in found) else DONE


def _print_sheet(entry: "DocumentEntry", found: "Sheet", text: Catalogue) -> None:
    from coauthor.exchange.answers import SHAPES, verdict_words

    whole = found.whole
    print(f"{entry.title} ({entry.path}) – {found.voice.organisation}")
    print(text("cli-answers-count", answered=whole.answered, total=whole.total, stale=whole.stale))
    for each in found.asked:
        own = each.own
        said = verdict_words(own.answer, text) if own else text("answer-state-open")
        if each.is_stale:
            said = f"{said} ({text('answer-state-stale')})"
        sign = SHAPES[own.answer.verdict] if own and not each.is_stale else "·"
        print(f"  {sign} {each.clause.code or each.clause.uid}  {each.clause.title}: {said}")
    if found.trouble:
        print(text(f"error-{found.trouble.code}", **found.trouble.parameters))


def _progress(found: "Progress") -> dict[str, int]:
    return {
        "total": found.total,
        "answered": found.answered,
        "to_answer": found.to_answer,
        "stale": found.stale,
    }


def _asked(each: "Asked") -> dict[str, Any]:
    offer = each.offer
    return {
        "uid": each.clause.uid,
        "code": each.clause.code or None,
        "title": each.clause.title,
        "knock_out": each.knock_out,
        "locked": each.locked,
        "state": "stale" if each.is_stale else "answered" if each.own else "open",
        "answer": _response(each.own) if each.own else None,
        "offer": {
            "same_text": offer.same_text,
            "place": offer.kept.place,
            "answer": _response(offer.kept.response),
        }
        if offer
        else None,
    }


def _response(found: "Response") -> dict[str, str | None]:
    return {
        "vendor": found.organisation,
        "verdict": found.answer.verdict,
        "date": found.answer.date or None,
        "size": found.answer.size or None,
        "explanation": found.answer.explanation or None,
        "at": found.at,
    }


def _coverage(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.answers import count_words, trust_words, warning_words
    from coauthor.exchange.coverage import summary_words
    from coauthor.workspace.market.covering import market_of, said_of
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    found = [
        (entry, market_of(workspace, entry, workspace.read(entry), events, now()))
        for entry in workspace.settings.documents
        for events in [said_of(workspace, entry)]
    ]
    if options.json:
        documents = [
            {
                "document": entry.name,
                "path": entry.path,
                "title": entry.title,
                "vendors": list(each.vendors),
                "clauses": [_covered(one) for one in each.clauses],
            }
            for entry, each in found
        ]
        print_json({"format": 1, "documents": documents})
    else:
        for entry, each in found:
            print(f"{entry.title} ({entry.path})")
            print(summary_words(each, text))
            for one in each.clauses:
                trust = trust_words(one, text)
                said = count_words(one, text) + (f" · {trust}" if trust else "")
                print(f"  {one.code or one.uid}  {one.title}: {said}")
                for line in warning_words(one, text):
                    print(f"    ⚠ {line}")
    return LEFT if any(each.warned for _, each in found) else DONE


def _covered(each: "Coverage") -> dict[str, Any]:
    return {
        "uid": each.uid,
        "code": each.code or None,
        "title": each.title,
        "theme": each.theme or None,
        "knock_out": each.knock_out,
        "locked": each.locked,
        "counts": dict(zip(VERDICTS, each.counts, strict=True)),
        "stale": each.stale,
        "silent": each.silent,
        "understood": each.understood,
        "market_tested": each.is_tested,
        "wording": list(each.wording),
        "warnings": list(each.warnings),
        "answers": [
            {
                **_response(one),
                "stale": one.is_stale(each.digest),
                "refused": each.is_refused(one),
            }
            for one in each.given
        ],
        "readings": [_reading(one, each.digest) for one in each.readings],
    }


def _reading(found: "Reading", digest: str) -> dict[str, Any]:
    return {
        "organisation": found.organisation,
        "text": found.text,
        "held_by": [each.organisation for each in found.holders],
        "shared": found.is_shared,
        "stale": found.is_stale(digest),
    }


MARKET: Commands = {
    "answer": (
        _answer,
        [
            (("document",), {"type": Path}),
            (("code",), {}),
            (("verdict",), {"choices": VERDICTS}),
            (("--date",), {"default": "", "metavar": "YYYY-MM-DD"}),
            (("--explain",), {"default": "", "metavar": "TEXT"}),
            (("--size",), {"default": "", "metavar": "SIZE"}),
        ],
    ),
    "answers": (_answers, [WORKSPACE, JSON]),
    "coverage": (_coverage, [WORKSPACE, JSON]),
}
