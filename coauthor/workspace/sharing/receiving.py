"""Receiving: what others wrote comes into the workspace, and nothing is lost.

Own work becomes a version first. Then the versions of others are taken, or both
are merged into a version with two parents. The files change as one step: a death
of the program leaves the old state, the new one, or a note by which the next start
finishes.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime

from coauthor.document.reading import decode, encode
from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.files import read_file, write_atomically
from coauthor.history.presence import alone
from coauthor.history.repository import Author, Repository
from coauthor.history.switching import Switch, begun, steps_between
from coauthor.history.trust.admitting import remember
from coauthor.merge.merging import merge_texts
from coauthor.workspace.deciding.questions import (
    Question,
    QuestionLog,
    from_values,
    named,
    to_values,
)
from coauthor.workspace.keeping import Keeper
from coauthor.workspace.memo.freezing import refuse_changes
from coauthor.workspace.memo.frozen import keep_frozen
from coauthor.workspace.merging.apart import merged_apart
from coauthor.workspace.merging.common_ground import merged_states
from coauthor.workspace.merging.result import Joined
from coauthor.workspace.sharing.received import Received, account
from coauthor.workspace.trust.admitting import admit, remember_aside, with_offers
from coauthor.workspace.workspace import Workspace

__all__ = [
    "Naming",
    "Received",
    "finish",
    "hold_texts",
    "keep_own",
    "meet_files",
    "meet_texts",
    "receive",
]

LAST = "received.json"
"""What was received last, in the private folder: for taking it back."""

PATIENCE = 20.0
"""Seconds to wait for another program that is receiving here."""

TRIES = 3
"""How often is tried again when a file changes in the very moment."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What versions are called that receiving makes.

    Args:
        own: own work that was no version yet.
        received: where both came together.
    """

    own: str
    received: str


def receive(
    workspace: Workspace,
    theirs: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper] = (),
) -> Received:
    """Bring a version of others, which was fetched, into the workspace.

    Args:
        theirs: id of the version; '' when the place is still empty.
        keepers: of the documents that are open; each is held, and released by
            `OpenQuestions.refresh`, or here when its file was not rewritten or this fails.

    Raises:
        UserError: ``not-same-workspace``, ``settings-newer``, ``unsafe-path``,
            ``received-refused``, ``repository-busy``, or ``changed-outside`` when another
            program keeps writing in a file; the workspace is as it was.
        OutsideFailure: something could not be written. What was begun is finished
            by the next call, or by `finish`.
    """
    with receiving_alone(workspace):
        finish_alone(workspace)
        with held(keepers):
            author = workspace.speaker(author)
            return _receive_patiently(workspace, theirs, author, when, naming, keepers)


def finish(workspace: Workspace) -> bool:
    """Finish what a program that died had begun; tells whether there was something.

    Raises:
        OutsideFailure: it cannot be finished now; all is kept for the next time.
    """
    with receiving_alone(workspace):
        return finish_alone(workspace)


def finish_alone(workspace: Workspace) -> bool:
    """Do as `finish`, where other programs are kept out already."""
    repository = workspace.repository
    switch = begun(repository)
    if switch is None:
        return False
    if states.newest(repository) in (switch.old, switch.new):
        _complete(workspace, switch)
    else:
        _receive_anew(workspace, switch)
    return True


def _receive_anew(workspace: Workspace, switch: Switch) -> None:
    """Bring in what was being received, over a version that was made since by other means."""
    repository = workspace.repository
    log = QuestionLog(repository.private_folder)
    asked = [from_values(each) for each in switch.note["questions"]]
    known = {question.id for question in asked}
    waiting = [each for each in log.open.values() if each.id not in known]
    log.ask([*asked, *waiting], log.answers.values())
    hold_texts(repository, log)
    switch.forget()
    made = repository.version(switch.new)
    author = Author(made.author, organisation=made.organisation)
    naming = Naming(made.message, made.message)
    _receive_patiently(workspace, switch.new, author, made.when, naming, ())


# -- receiving ---------------------------------------------------------------


class ChangedOutsideError(Exception):
    """A file changed in the moment between saving and writing: try again."""

    def __init__(self, cause: UserError) -> None:
        super().__init__()
        self.cause = cause


def _receive_patiently(
    workspace: Workspace,
    theirs: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper],
) -> Received:
    for _ in range(TRIES - 1):
        with contextlib.suppress(ChangedOutsideError):
            return _receive(workspace, theirs, author, when, naming, keepers)
    try:
        return _receive(workspace, theirs, author, when, naming, keepers)
    except ChangedOutsideError as error:
        raise error.cause from error


def _receive(
    workspace: Workspace,
    theirs: str,
    author: Author,
    when: datetime,
    naming: Naming,
    keepers: Sequence[Keeper],
) -> Received:
    repository = workspace.repository
    own = keep_own(workspace, author, when, naming.own)
    ours = states.newest(repository)
    log = QuestionLog(repository.private_folder)
    if not theirs or states.is_within(repository, theirs, ours):
        _release(keepers)
        return Received(ours, own=own, questions=tuple(log.open.values()))
    admission = admit(workspace, ours, theirs)
    held = admission.held if admission else None
    if keepers:  # a window waits, and goes on drawing
        sides, joined = merged_apart(workspace, ours, theirs, held)
    else:
        sides, joined = merged_states(workspace, ours, theirs, log, held)
    kept, held_frozen = keep_frozen(sides, joined)
    # Theirs alone, but for what only a person may let in: what leaves a locked clause.
    alone = states.is_within(repository, ours, theirs) and not _asks(joined)
    alone = alone and kept is joined and not held
    joined = with_offers(repository, kept, admission)
    new = theirs
    if not alone:
        parents = (ours, theirs)
        new = states.make_version(repository, joined.state, parents, naming.received, author, when)
    state = sides.theirs if alone else joined.state
    note = _note(joined.questions, log.open.values(), ours, new, theirs)
    if admission:  # first, for what is within ours is not judged again
        remember_aside(workspace, admission.aside)
    mixed = switch_to(
        workspace, Switch(repository, ours, new, steps_between(sides.ours, state), note)
    )
    log = QuestionLog(repository.private_folder)
    opened = {keeper.name for keeper in keepers}
    received = account(workspace, ours, new, theirs, joined, sides.ours, state, opened)
    tell(keepers, workspace, received)
    if admission:
        remember(repository, admission.judgement, theirs, new)
    aside = admission.aside if admission else ()
    open_now = tuple(log.open.values())
    received = replace(received, own=own, mixed=mixed, questions=open_now)
    return replace(received, frozen=held_frozen, aside=aside)


def _asks(joined: Joined) -> bool:
    return any(question.to_decide for question in joined.questions)


def keep_own(workspace: Workspace, author: Author, when: datetime, message: str) -> str:
    """Make a version of everything that is none yet; return its id, or ''.

    Raises:
        UserError: ``frozen-changed`` when a published text was changed by hand.
    """
    refuse_changes(workspace)
    try:
        return workspace.repository.commit(message, workspace.speaker(author), when).id
    except UserError as error:
        if error.code != "nothing-new":
            raise
        return ""


def _note(
    questions: Iterable[Question], before: Iterable[Question], ours: str, new: str, theirs: str
) -> dict[str, object]:
    """Return what is kept with the switch: what is asked, and what taking back needs."""
    waiting = [to_values(each) for each in before]
    last = {"old": ours, "new": new, "theirs": theirs, "questions": waiting}
    return {"questions": [to_values(each) for each in questions], "last": last}


def switch_to(workspace: Workspace, switch: Switch) -> tuple[str, ...]:
    """Switch, and return the files that another program changed meanwhile.

    Raises:
        ChangedOutsideError: a file changed since it was saved; nothing was done.
        OutsideFailure: it is finished by the next start.
    """
    try:
        switch.begin()
    except UserError as error:
        if error.code == "changed-outside":
            raise ChangedOutsideError(error) from error
        raise
    return _complete(workspace, switch)


def _complete(workspace: Workspace, switch: Switch) -> tuple[str, ...]:
    """Do what was written down, keep what it asks, and then forget the note."""
    repository = workspace.repository
    more: list[Question] = []

    def meet(path: str, old: bytes, now: bytes, new: bytes) -> bytes:
        merged, asked = meet_files(repository, path, old, now, new)
        more.extend(asked)
        return merged

    mixed = switch.finish(meet)
    log = QuestionLog(repository.private_folder)
    asked = _still_asked(switch, log)
    forgotten = set(switch.note.get("forgotten", ()))
    # What is shared stands in decisions/ by now.
    answers = [
        each
        for each in log.answers.values()
        if not each.shared and each.question.id not in forgotten
    ]
    log.ask(named([*asked, *more]), answers)
    hold_texts(repository, log)
    if last := switch.note.get("last"):
        data = json.dumps(last).encode("ascii")
        write_atomically(repository.private_folder / LAST, data)
    else:
        (repository.private_folder / LAST).unlink(missing_ok=True)
    switch.forget()
    return mixed


def _still_asked(switch: Switch, log: QuestionLog) -> list[Question]:
    """Return what is asked now, minding what was answered or asked again meanwhile."""
    asked = [from_values(each) for each in switch.note["questions"]]
    last = switch.note.get("last")
    if last is None:
        return asked
    before = {each["id"] for each in last["questions"]}
    known = before | {question.id for question in asked}
    again = [question for question in log.open.values() if question.id not in known]
    answered = before & log.answers.keys()
    return [*(question for question in asked if question.id not in answered), *again]


def hold_texts(repository: Repository, log: QuestionLog) -> None:
    """Keep the texts that questions name for as long as they are asked or can be again."""
    known = [*log.open.values(), *(answer.question for answer in log.answers.values())]
    named_by = {each for q in known for each in (q.merged, q.theirs, q.base) if each}
    states.hold(repository, named_by, "questions")


def meet_files(
    repository: Repository, path: str, old: bytes, now: bytes, new: bytes
) -> tuple[bytes, tuple[Question, ...]]:
    """Bring together a file that two programs changed; what cannot be is asked."""
    if b"\0" in now or b"\0" in new:
        return now, ()
    text, asked = meet_texts(repository, path, *(decode(each) for each in (old, now, new)))
    return encode(text), asked


def meet_texts(
    repository: Repository, path: str, old: str, now: str, new: str
) -> tuple[str, tuple[Question, ...]]:
    """Bring together a text that was written on meanwhile; what cannot be is asked."""
    merge = merge_texts(old, now, new)
    ids = [states.keep(repository, encode(text)) for text in (merge.text, new)]
    asked = [
        Question("", path, "text", meeting, merged=ids[0], theirs=ids[1])
        for meeting in (*merge.decisions, *merge.looks)
    ]
    return merge.text, tuple(asked)


def receiving_alone(workspace: Workspace) -> AbstractContextManager[None]:
    """Keep other programs from receiving, or finishing it, at the same time."""
    private = workspace.repository.private_folder
    return alone(private, "receiving", PATIENCE, "receiving-elsewhere")


# -- open documents ----------------------------------------------------------


@contextlib.contextmanager
def held(keepers: Sequence[Keeper]) -> Iterator[None]:
    """Hold the files of the open documents; released when what is done here fails."""
    done: list[Keeper] = []
    try:
        for keeper in keepers:
            keeper.hold()
            done.append(keeper)
        yield
    except BaseException:
        _release(done)
        raise


def _release(keepers: Iterable[Keeper]) -> None:
    for keeper in keepers:
        keeper.release()


def tell(keepers: Sequence[Keeper], workspace: Workspace, received: Received) -> None:
    """Tell the keepers what their files are now; those that did not change go on."""
    rewritten = {each.path for each in received.rewritten}
    for keeper in keepers:
        if keeper.name in rewritten:
            keeper.wrote(read_file(workspace.root / keeper.name))
        else:
            keeper.release()
