"""Taking a position, answering an objection, closing a blind round."""

from datetime import datetime

from coauthor.document.model import Clause
from coauthor.errors import UserError
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event
from coauthor.review.people import name_key
from coauthor.review.rights import RELEASE, VOTE
from coauthor.review.voting.positions import AFTER, DIGEST, POSITION, STANCES, Position
from coauthor.review.voting.rules import steward_names
from coauthor.review.voting.sealing import CLOSE, SEALED, Secret, new_salt
from coauthor.workspace.events import demand, people_of, say, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.voting.sealing import keep_secret, own_secret
from coauthor.workspace.voting.settling import Room, room_of
from coauthor.workspace.workspace import Workspace


def take_position(
    workspace: Workspace,
    entry: DocumentEntry,
    clause: Clause,
    person: Person,
    stance: str,
    when: datetime,
    *,
    argument: str = "",
    room: Room | None = None,
) -> Event:
    """Say what the person's organisation thinks of a clause as it is now.

    While the first round is blind only a seal of it travels.

    Args:
        stance: one of `coauthor.review.voting.positions.STANCES`.
        room: the room as it is, where it is known.

    Raises:
        UserError: ``not-allowed``, ``organisation-unknown``, ``stance-unknown``,
            ``objection-without-argument``, ``people-broken`` or ``voting-setting``.
        OutsideFailure: it could not be written.
    """
    demand(workspace, VOTE)
    voice = voice_of(workspace, person)
    argument = argument.strip()
    if not name_key(voice.organisation):
        raise UserError("organisation-unknown")
    if stance not in STANCES:
        raise UserError("stance-unknown", stance=stance, known=", ".join(STANCES))
    if stance == "object" and not argument:
        raise UserError("objection-without-argument")
    digest = clause_digest(clause)
    room = room or room_of(workspace)
    latest = room.positions.latest.get((clause.uid, name_key(voice.organisation)), "")
    after = {AFTER: latest} if latest else {}
    if room.is_blind(entry.name):
        secret = Secret(
            voice.organisation, entry.name, clause.uid, stance, digest, argument, new_salt()
        )
        values = {"seal": secret.seal, DIGEST: digest, **after}
        event = say(workspace, voice, SEALED, entry, clause.uid, when, values=values)
        keep_secret(workspace, event, secret)
        return event
    values = {"stance": stance, DIGEST: digest, **after}
    return say(workspace, voice, POSITION, entry, clause.uid, when, body=argument, values=values)


def answer_objection(
    workspace: Workspace,
    entry: DocumentEntry,
    position: Position,
    person: Person,
    answer: str,
    when: datetime,
) -> Event:
    """Answer an objection for the steward's side.

    Raises:
        UserError: ``not-allowed``, ``not-the-steward``, ``own-objection`` or
            ``answer-missing``.
        OutsideFailure: it could not be written.
    """
    refuse_other_than_steward(workspace, person)
    voice = voice_of(workspace, person)
    if name_key(voice.organisation) == name_key(position.name):
        raise UserError("own-objection")
    if not answer.strip():
        raise UserError("answer-missing")
    said = position.event
    return say(
        workspace, voice, "reply", entry, said.clause, when, about=said.id, body=answer.strip()
    )


def close_round(
    workspace: Workspace, entry: DocumentEntry, person: Person, when: datetime
) -> Event:
    """Close the blind first round of a document: from now on everybody shows what was sealed.

    Raises:
        UserError: ``not-allowed``, ``not-the-steward`` or ``no-blind-round``.
        OutsideFailure: it could not be written.
    """
    refuse_other_than_steward(workspace, person)
    if not room_of(workspace).is_blind(entry.name):
        raise UserError("no-blind-round", document=entry.title)
    return say(workspace, voice_of(workspace, person), CLOSE, entry, "", when)


def is_steward(workspace: Workspace, person: Person) -> bool:
    """Tell whether a person speaks for the steward's side here."""
    try:
        refuse_other_than_steward(workspace, person)
    except UserError:
        return False
    return True


def refuse_other_than_steward(workspace: Workspace, person: Person) -> None:
    """Refuse who does not speak for the steward's side.

    Raises:
        UserError: ``not-allowed`` or ``not-the-steward``.
    """
    people = people_of(workspace)
    demand(workspace, RELEASE)
    name = voice_of(workspace, person).organisation
    if name_key(name) not in steward_names(people, workspace.settings.organisation):
        raise UserError("not-the-steward", organisation=name)


def own_stance(workspace: Workspace, position: Position | None) -> tuple[str, str]:
    """Return stance and argument of our own position, also while it is sealed."""
    if position is None:
        return "", ""
    if position.state == "sealed":
        secret = own_secret(workspace, position.event.id)
        return (secret.stance, secret.argument) if secret else ("", "")
    return position.stance, position.argument
