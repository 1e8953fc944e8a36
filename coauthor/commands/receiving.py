"""Commands for what others wrote: receive, questions, decide, take-back."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.language import Catalogue


def _receive(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.asking import asker, reporter
    from coauthor.history.sharing.fetching import fetch
    from coauthor.history.sharing.places import find_place
    from coauthor.history.sharing.unpacking import open_package
    from coauthor.workspace.person import read_person
    from coauthor.workspace.sharing.receiving import Naming, receive
    from coauthor.workspace.sharing.report import received_report, summary
    from coauthor.workspace.trust.checking import aside_text
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    naming = Naming(text("version-own"), text("version-received"))
    with writing_alone(workspace, person, now(), text("version-outside")):
        repository = workspace.repository
        if options.package:
            fetched = open_package(repository, options.package, reporter(text))
        else:
            place = find_place(repository, options.place or "")
            fetched = fetch(repository, place, asker(text), reporter(text))
        theirs = fetched.version.id if fetched.version else ""
        received = receive(open_workspace(workspace.root), theirs, person.author, now(), naming)
    if options.json:
        print_json(received_report(received))
    else:
        print(summary(received, text))
        for path in received.mixed:
            print(text("received-mixed", path=path))
        for name in fetched.names_aside:
            print(text("received-name-aside", name=name))
        for each in received.aside:
            print(aside_text(each, text))
    return LEFT if received.to_decide or received.aside else DONE


def _questions(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.deciding.deciding import OpenQuestions
    from coauthor.workspace.sharing.report import questions_report
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    questions = OpenQuestions(workspace)
    report = questions_report(questions)
    if options.json:
        print_json(report)
    elif not report["questions"]:
        print(text("cli-no-questions"))
    else:
        for each in report["questions"]:
            print(_question_line(each, text))
    return LEFT if questions.to_decide else DONE


def _question_line(values: Mapping[str, Any], text: Catalogue) -> str:
    said = {"question": values["id"], "path": values["path"]}
    if values["outcome"] != "decide":
        return text("cli-question-look", line=values["lines"][0] if values["lines"] else 1, **said)
    reason = text(f"question-reason-{values['reason']}")
    if values["lines"] is None:
        return text("cli-question-whole", reason=reason, **said)
    return text("cli-question", line=values["lines"][0], reason=reason, **said)


def _decide(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.deciding.deciding import NOD_CHOICE, OpenQuestions
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    with writing_alone(workspace, person, now(), text("version-outside")):
        questions = OpenQuestions(open_workspace(workspace.root))
        if options.choice == NOD_CHOICE:
            questions.nod(None, options.question)
        else:
            questions.decide_file(options.question, options.choice or "", options.text)
    print(text("cli-decided"))
    return LEFT if questions.to_decide else DONE


def _take_back(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.history.sharing.places import places
    from coauthor.history.states import version_at
    from coauthor.workspace.person import read_person
    from coauthor.workspace.sharing.receiving import Naming
    from coauthor.workspace.sharing.taking_back import take_back
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    naming = Naming(text("version-own"), text("version-since-received"))
    with writing_alone(workspace, person, now(), text("version-outside")):
        repository = workspace.repository
        found = places(repository)
        known = version_at(repository, found[0].known(repository.branch)) if found else ""
        take_back(open_workspace(workspace.root), known, person.author, now(), naming)
    print(text("received-undone"))
    return DONE


RECEIVING: Commands = {
    "receive": (
        _receive,
        [
            WORKSPACE,
            (("--place",), {"metavar": "NAME"}),
            (("--package",), {"metavar": "FILE", "type": Path}),
            JSON,
        ],
    ),
    "take-back": (_take_back, [WORKSPACE]),
    "questions": (_questions, [WORKSPACE, JSON]),
    "decide": (
        _decide,
        [
            WORKSPACE,
            (("question",), {}),
            (("choice",), {"nargs": "?"}),
            (("--text",), {"metavar": "TEXT"}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
