"""Who brought in what: changes of clauses, proposals and suggestions, by organisation.

Everything is read from the history, the records and the events, and names
organisations only; the names of persons that stand there are passed over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from coauthor.document.excerpt import clause_source
from coauthor.document.model import Clause
from coauthor.document.reading import decode, read_blocks
from coauthor.history.timeline import own_change
from coauthor.history.walk import Walk
from coauthor.review.event import Event
from coauthor.review.voting.shares import Brought, Offered, Shares, Written, credit, shares
from coauthor.workspace.events import read_events
from coauthor.workspace.upgrading.proposing import Listed, proposals
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.workspace import Workspace

SUGGESTION = "suggestion"
STANDARD = "\0standard"
"""Who wrote the words of the standard, for as long as they are told apart."""

EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Touch:
    """What a version did to a clause.

    Args:
        kind: ``came``, ``changed``, ``moved`` or ``left``.
        path: the document in which it stands since.
        organisation: for whom the version was written, or '' where it does not say.
    """

    uid: str
    code: str
    title: str
    kind: str
    path: str
    version: str
    organisation: str
    when: datetime


def touches(workspace: Workspace, walk: Walk | None = None) -> dict[str, list[Touch]]:
    """Return what each version did to each clause, oldest first, by uid.

    A version that only brought texts of others together did nothing of its own.
    """
    walk = walk or workspace.repository.walk()
    speaker = workspace.settings.organisation if workspace.settings.kind == "local" else ""
    found: dict[str, list[Touch]] = {}
    for version in reversed(list(walk.everything())):
        for each in own_change(walk, version).clauses:
            touch = Touch(
                each.uid,
                each.code,
                each.title,
                each.kind,
                each.path,
                version.id,
                version.organisation or speaker,
                version.when,
            )
            found.setdefault(each.uid, []).append(touch)
    return found


def clause_then(walk: Walk, touch: Touch) -> Clause | None:
    """Return a clause as a version left it, or None where it was gone."""
    text = decode(walk.content(walk.document(touch.version, touch.path)))
    source = clause_source(text, touch.uid)
    block = next(read_blocks(source)) if source else None
    return block if isinstance(block, Clause) else None


# -- shares ------------------------------------------------------------------------------


def shares_of(workspace: Workspace, room: Room | None = None) -> Shares:
    """Return who wrote what is in force, and who proposed.

    Words that a derived document has of its standard are nobody's here: they are not
    counted.

    Reads the whole history: for another thread than the window's.

    Raises:
        UserError: ``people-broken`` or ``voting-setting``.
    """
    events = list(read_events(workspace))
    room = room or room_of(workspace, events)
    listed = proposals(workspace)
    offers = _offers(listed, events)
    walk = workspace.repository.walk()
    history = touches(workspace, walk)
    brought = Brought()
    for entry in workspace.settings.documents:
        chain = workspace.chain(entry)
        for clause in workspace.read(entry).clauses:
            standard = chain[0].document.clause(clause.uid) if chain else None
            written = [Written(_text(standard), STANDARD, EARLIEST)] if standard else []
            written += _written(walk, history.get(clause.uid, ()))
            if not written or written[-1].text != _text(clause):
                unsaved = Written(_text(clause), workspace.settings.organisation, _now())
                written.append(unsaved)
            brought.words += credit(written, offers.get(clause.uid, ()))
    del brought.words[STANDARD]
    for organisation, state in _ended(listed, events):
        brought.proposals[organisation] += 1
        if state == "adopted":
            brought.adopted[organisation] += 1
        elif state == "rejected":
            brought.rejected[organisation] += 1
    return shares(brought, room.people, room.rules)


def _written(walk: Walk, touched: Iterable[Touch]) -> list[Written]:
    return [
        Written(_text(clause), each.organisation, each.when)
        for each in touched
        if each.kind in ("came", "changed") and (clause := clause_then(walk, each))
    ]


def _text(clause: Clause) -> str:
    return f"{clause.title}\n\n{clause.body}".strip()


def _offers(listed: Iterable[Listed], events: Iterable[Event]) -> dict[str, list[Offered]]:
    """Return what was taken over from others, by uid of the clause."""
    found: dict[str, list[Offered]] = {}
    for each in listed:
        if each.state == "adopted":
            block = next(read_blocks(each.proposal.proposed), None)
            if isinstance(block, Clause):
                when = moment(each.decided_at)
                proposal = each.proposal
                offer = Offered(_text(block), proposal.organisation, when, proposal.is_new)
                found.setdefault(block.uid, []).append(offer)
    suggested = {each.id: each for each in events if each.kind == SUGGESTION}
    for event in events:
        about = suggested.get(event.about) if event.kind == "accept" else None
        if about is not None:
            text = f"{about.values.get('title', '')}\n\n{about.values.get('text', '')}"
            offer = Offered(text, about.voice.organisation, moment(event.at))
            found.setdefault(about.clause, []).append(offer)
    return found


def _ended(listed: Iterable[Listed], events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Yield who proposed or suggested something, and how it ended: adopted, rejected or ''."""
    for each in listed:
        yield each.proposal.organisation, each.state
    ends = {each.about: each.kind for each in events if each.kind in ("accept", "reject")}
    states = {"accept": "adopted", "reject": "rejected"}
    for event in events:
        if event.kind == SUGGESTION:
            yield event.voice.organisation, states.get(ends.get(event.id, ""), "")


def moment(said: str) -> datetime:
    """Return a moment that was written down; one that cannot be read is the oldest."""
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return EARLIEST
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _now() -> datetime:
    return datetime.now(UTC)


def share_values(found: Shares) -> dict[str, object]:
    """Return shares for scripts."""
    return {
        name: [
            {
                "name": each.name or None,
                "class": each.size or None,
                "organisations": each.organisations,
                "words": each.words,
                "text": round(each.text, 4),
                "proposals": each.proposals,
                "proposed": round(each.proposed, 4),
                "adopted": each.adopted,
                "rejected": each.rejected,
                "acceptance": None if each.acceptance is None else round(each.acceptance, 4),
                "dominates": sorted(each.dominates),
            }
            for each in parts
        ]
        for name, parts in (("organisations", found.organisations), ("classes", found.classes))
    }
