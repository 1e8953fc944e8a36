"""What was received and was not to be made: kept aside, never merged, never lost.

A forbidden change of a clause becomes a suggestion of whoever signed it. It comes
into the workspace with the version in which the rest of what was received does, and
is the same to the letter whoever receives it, so that two receivers bring it once.
Anything else that was forbidden stays in the history, and on a list for the person.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace

from coauthor.document.reading import encode
from coauthor.errors import CoauthorError, UserError
from coauthor.history import states
from coauthor.history.files import read_file, write_atomically
from coauthor.history.repository import Repository
from coauthor.history.states import FileState
from coauthor.history.trust.admitting import Judgement, judge
from coauthor.history.trust.offers import offers_from
from coauthor.history.trust.verdict import Finding
from coauthor.history.version import Version
from coauthor.review.event import FOLDER, Event, write_event
from coauthor.review.people import FILE, People
from coauthor.review.policy import DECISIONS, people_in
from coauthor.workspace.merging.result import Joined, is_document
from coauthor.workspace.workspace import Workspace

LIST = "set-aside.json"
KEPT = "set-aside"
_FOR_GOOD = (f"{FOLDER}/", DECISIONS)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that was received and was not to be made.

    Args:
        version: id of the version in which it is.
        organisation: of whoever signed it, or what the version says of itself.
        proved: whether a key that is listed signed it.
        offered: codes or titles of the clauses for which it became a suggestion.
    """

    version: str
    when: str
    path: str
    rule: str
    act: str
    detail: str
    organisation: str
    proved: bool
    offered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Admission:
    """What of a received version may come in.

    Args:
        held: files that come in as they were allowed to be last; None for no file.
        back: files that were said and recorded for good, and that we took away.
        offers: files of the suggestions that forbidden changes became, by path.
        aside: what is kept aside, for the person.
    """

    judgement: Judgement
    held: dict[str, FileState | None]
    back: dict[str, FileState | None]
    offers: dict[str, bytes]
    aside: tuple[SetAside, ...]


def admit(workspace: Workspace, ours: str, theirs: str) -> Admission | None:
    """Judge what was received; None where nobody is listed.

    Args:
        ours: id of our newest version, or ''.

    Raises:
        UserError: ``received-refused`` when nothing of it can be told apart, such as
            when the history was changed; with the rule and the version.
        OutsideFailure: ``history-damaged``.
    """
    repository = workspace.repository
    judgement = judge(repository, ours, theirs)
    if judgement is None:
        return None
    verdict = judgement.verdict
    for finding in verdict.broken:
        raise UserError("received-refused", rule=finding.breach.rule, version=finding.version[:10])
    people = _people(repository, ours or theirs)
    offers: dict[str, bytes] = {}
    aside = []
    for finding in verdict.open:
        made = repository.version(finding.version)
        said = list(_offers(repository, people, finding))
        offers |= {event.path: encode(write_event(event)) for event, _ in said}
        aside.append(_set_aside(finding, made, tuple(name for _, name in said)))
    held = {path: stain.good for path, stain in verdict.stains.items()}
    # What was said and recorded comes back, also where our own undoing took it away.
    back: dict[str, FileState | None] = {
        path: stain.good
        for path, stain in judgement.own.items()
        if stain.good is not None and path.startswith(_FOR_GOOD)
    }
    held = {**held, **back}
    return Admission(judgement, held, back, offers, tuple(aside))


def with_offers(repository: Repository, joined: Joined, admission: Admission | None) -> Joined:
    """Return what was joined, with the suggestions that forbidden changes became."""
    if admission is None:
        return joined
    offers = {
        path: FileState(states.keep(repository, data))
        for path, data in admission.offers.items()
        if path not in joined.state
    }
    back = {path: file for path, file in admission.back.items() if file is not None}
    return replace(joined, state=dict(sorted({**joined.state, **offers, **back}.items())))


def remember_aside(workspace: Workspace, aside: Iterable[SetAside]) -> None:
    """Keep what was set aside, under a reference of its own, and on the list.

    Raises:
        OutsideFailure: it cannot be written.
    """
    repository = workspace.repository
    known = list(set_aside(workspace))
    new = [each for each in aside if each not in known]
    for each in new:
        states.keep_aside(repository, each.version, KEPT)
    if new:
        values = [asdict(each) for each in (*known, *new)]
        repository.private_folder.mkdir(parents=True, exist_ok=True)
        data = json.dumps(values).encode("ascii")
        write_atomically(repository.private_folder / LIST, data)


def set_aside(workspace: Workspace) -> tuple[SetAside, ...]:
    """Return what was ever set aside here, oldest first."""
    try:
        values = json.loads(read_file(workspace.repository.private_folder / LIST))
        return tuple(SetAside(**{**each, "offered": tuple(each["offered"])}) for each in values)
    except (CoauthorError, ValueError, KeyError, TypeError):
        return ()


# -- suggestions ---------------------------------------------------------------


def _offers(
    repository: Repository, people: People, finding: Finding
) -> Iterator[tuple[Event, str]]:
    """Yield a suggestion for each clause that a finding changed, with the clause's name."""
    path = finding.breach.path
    if finding.is_known and is_document(path):
        party = people.organisation(finding.organisation).party
        yield from offers_from(repository, finding.version, path, party)


def _people(repository: Repository, version: str) -> People:
    with contextlib.suppress(UserError):
        return people_in(repository.read(version, FILE))
    return People()


def _set_aside(finding: Finding, made: Version, offered: tuple[str, ...]) -> SetAside:
    breach = finding.breach
    return SetAside(
        finding.version,
        made.when.isoformat(timespec="seconds"),
        breach.path,
        breach.rule,
        breach.act,
        breach.detail,
        finding.organisation,
        finding.is_known,
        offered,
    )
