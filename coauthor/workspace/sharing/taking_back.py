"""Taking back what was received last, as long as it was not sent on.

The workspace goes back to what it was. What was written since is kept: as a version,
brought together with the text of before. Receiving again brings the same questions.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from coauthor.document.changes import apply
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import OutsideFailure, UserError
from coauthor.history import states
from coauthor.history.files import read_file
from coauthor.history.repository import Author
from coauthor.history.states import State
from coauthor.history.switching import Switch, steps_between
from coauthor.workspace.baselines import frozen_clauses
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.deciding.questions import Answer, QuestionLog
from coauthor.workspace.keeping import Keeper
from coauthor.workspace.merging.common_ground import RepositoryContents
from coauthor.workspace.merging.result import Joined, Sides
from coauthor.workspace.merging.states import join
from coauthor.workspace.sharing.received import Received, account
from coauthor.workspace.sharing.receiving import (
    LAST,
    ChangedOutsideError,
    Naming,
    finish_alone,
    held,
    keep_own,
    receiving_alone,
    switch_to,
    tell,
)
from coauthor.workspace.workspace import Workspace

ASIDE = "taken-back"


@dataclass(frozen=True, slots=True)
class Last:
    """What was received last: the version before, the one it became, and theirs.

    ``questions`` are those that were open before.
    """

    old: str
    new: str
    theirs: str
    questions: tuple[dict[str, Any], ...]


def can_take_back(workspace: Workspace, known: str) -> bool:
    """Tell whether `take_back` would do something.

    Args:
        known: the version that the place is known to be at; '' for none.
    """
    try:
        _takeable(workspace, known)
    except (UserError, OutsideFailure):
        return False
    return True


def take_back(
    workspace: Workspace,
    known: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper] = (),
) -> Received:
    """Take back what was received last.

    Args:
        known: the version that the place is known to be at; '' for none.
        naming: ``own`` names what was no version yet, ``received`` the version that
            holds what was written since.
        keepers: as for `receive`.

    Raises:
        UserError: ``nothing-received``, ``already-sent``, or ``changed-outside``.
        OutsideFailure: something could not be written.
    """
    with receiving_alone(workspace):
        finish_alone(workspace)
        last = _takeable(workspace, known)
        with held(keepers):
            try:
                return _take_back(workspace, last, workspace.speaker(author), when, naming, keepers)
            except ChangedOutsideError as error:
                raise error.cause from error


def _takeable(workspace: Workspace, known: str) -> Last:
    repository = workspace.repository
    last = _last(workspace)
    now = states.newest(repository)
    if last is None or not last.old or not states.is_within(repository, last.new, now):
        raise UserError("nothing-received")
    ours = [version.id for version in states.between(repository, last.theirs, now)]
    before = {version.id for version in states.between(repository, last.theirs, last.old)}
    made = [each for each in ours if each not in before]
    if known and any(states.is_within(repository, each, known) for each in made):
        raise UserError("already-sent")
    return last


def _last(workspace: Workspace) -> Last | None:
    try:
        values = json.loads(read_file(workspace.repository.private_folder / LAST))
        asked = tuple(values["questions"])
        return Last(values["old"], values["new"], values["theirs"], asked)
    except (OutsideFailure, ValueError, KeyError, TypeError):
        return None


def _take_back(
    workspace: Workspace,
    last: Last,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper],
) -> Received:
    repository = workspace.repository
    own = keep_own(workspace, author, when, naming.own)
    now = states.newest(repository)
    log = QuestionLog(repository.private_folder)
    answers = [each for each in log.answers.values() if each.question.version == last.theirs]
    before, there = (states.state_of(repository, each) for each in (last.old, now))
    contents = RepositoryContents(repository)
    sides = Sides(
        states.state_of(repository, last.new),
        _as_asked(workspace, there, answers),
        before,
        contents,
        frozen=frozen_clauses(workspace),
    )
    written = sides.ours != sides.base
    joined = join(sides, workspace.policy) if written else Joined(before)
    target = last.old
    if written and joined.state != before:
        parents = (last.old,)
        target = states.make_version(
            repository, joined.state, parents, naming.received, author, when
        )
    states.keep_aside(repository, now, ASIDE)
    note = {
        "questions": list(last.questions),
        "forgotten": [answer.question.id for answer in answers],
    }
    steps = steps_between(there, joined.state)
    mixed = switch_to(workspace, Switch(repository, now, target, steps, note))
    back = Joined(joined.state)
    opened = {keeper.name for keeper in keepers}
    received = account(workspace, now, target, target, back, there, joined.state, opened)
    tell(keepers, workspace, received)
    return replace(received, own=own, mixed=mixed, versions=0)


def _as_asked(workspace: Workspace, state: State, answers: Iterable[Answer]) -> State:
    """Return the state with what stood where questions were answered that go away."""
    questions = OpenQuestions(workspace)
    result = dict(state)
    for answer in answers:
        question = answer.question
        file = result.get(question.path)
        if question.kind != "text" or file is None:
            continue
        document = read_document(decode(questions.contents(file.id)))
        place = questions.place(question, document)
        if place.state == "gone":
            continue
        changes = questions.changes(document, place, question.meeting.merged, always=True)
        text = apply(document, *changes).text
        content_id = states.keep(workspace.repository, encode(text))
        result[question.path] = replace(file, id=content_id)
    return result
