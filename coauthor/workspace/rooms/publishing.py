"""Publishing: a document goes to a room with vendors, one for all of them or one each.

First a plan, which changes nothing and tells what goes and what stays; then the act,
which is recorded on both sides. All rooms of a plan get the same text.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from coauthor.errors import UserError
from coauthor.history.repository import Repository
from coauthor.history.sharing.asking import Report, quiet
from coauthor.history.sharing.packing import SUFFIX, pack
from coauthor.review.people import Organisation
from coauthor.review.rights import PUBLISH_ROOM
from coauthor.workspace import settings as settings_file
from coauthor.workspace.events import demand, people_of
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.rooms.answers import answers, issue, own_voice
from coauthor.workspace.rooms.cleaning import is_language
from coauthor.workspace.rooms.guarding import room_key
from coauthor.workspace.rooms.making import Made, new_room, next_version
from coauthor.workspace.rooms.planning import Plan, Target, plan_publication
from coauthor.workspace.rooms.published import (
    Publication,
    keep_publication,
    publication_bytes,
    remember_rooms,
)
from coauthor.workspace.settings import Settings
from coauthor.workspace.workspace import Workspace

__all__ = ["Naming", "Plan", "Target", "plan_publication", "publish"]

Naming = Callable[[Plan], str]
"""Names the version of a room, which everybody in it reads."""


def publish(
    workspace: Workspace,
    plan: Plan,
    when: datetime,
    naming: Naming,
    tell: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Publication, ...]:
    """Do what was planned, and record it.

    Args:
        naming: names the version of the rooms.
        tell: is told how many of the new rooms are ready, and may stop it by raising
            `Cancelled`; from the first text that is put in a room on, it is not asked.

    Raises:
        UserError: ``not-allowed``, ``folder-not-empty``, ``room-changed``, or
            ``receiving-elsewhere``.
        Cancelled: ``tell`` did; nothing was published.
        OutsideFailure: something could not be written; rooms that were written by then
            are recorded.
    """
    demand(workspace, PUBLISH_ROOM)
    act = new_ulid()
    moment = when.replace(second=0, microsecond=0)
    done: list[tuple[Target, Publication]] = []
    new: list[tuple[Target, Publication, Made]] = []
    message = naming(plan)
    try:
        with contextlib.ExitStack() as stack:
            # New rooms are built aside; only when all went well do they stand there.
            for target in plan.targets:
                if target.room is None:
                    tell(len(new), len(plan.targets))
                    begun = _begin(stack, workspace, plan, target, act, moment, message)
                    new.append((target, *begun))
            tell(len(new), len(plan.targets))
            for target in plan.targets:
                if target.room is not None:
                    made = _go_on(workspace, plan, target, act, moment, message)
                    done.append((target, made))
            stack.pop_all().close()
    finally:
        done += [(each, _recorded(made, room)) for each, made, room in new if _stands(each)]
        for target, made in done:
            keep_publication(workspace.root, made, inside=True)
            remember_rooms(workspace, {made.room: target.folder})
    return tuple(made for _, made in done)


def package_rooms(targets: Iterable[Target], report: Report = quiet) -> tuple[Path, ...]:
    """Write each room as a package beside its folder, to be handed over; return the files.

    Raises:
        OutsideFailure: a file cannot be written.
        Cancelled: the person stopped it.
    """
    made = []
    for target in targets:
        path = target.folder.with_name(target.folder.name + SUFFIX)
        made.append(pack(Repository.open(target.folder), path, progress=report).path)
    return tuple(made)


def _stands(target: Target) -> bool:
    return (target.folder / settings_file.FILE).is_file()


def _begin(
    stack: contextlib.ExitStack,
    workspace: Workspace,
    plan: Plan,
    target: Target,
    act: str,
    when: datetime,
    message: str,
) -> tuple[Publication, Made]:
    # Who comes later knows what the others were told before.
    told = [each for each in answers(workspace, plan.outgoing.entry.name) if each.went]
    issued = issue(told, plan.outgoing.name, own_voice(workspace), (), when)
    made = replace(
        _publication(plan, target, act, when),
        answers=tuple(each.reply.id for each in told),
        issued=issued.ids,
    )
    settings = Settings(
        kind="consultation",
        organisation=workspace.settings.organisation,
        title=plan.outgoing.title,
        language=workspace.settings.language if is_language(workspace.settings.language) else "nl",
    )
    people = _people(workspace, target.organisations)
    more = {**_record(made), **issued.files}
    key = room_key(workspace)
    context = new_room(target.folder, settings, people, plan.outgoing, more, when, message, key)
    return made, stack.enter_context(context)


def _go_on(
    workspace: Workspace, plan: Plan, target: Target, act: str, when: datetime, message: str
) -> Publication:
    made = _publication(plan, target, act, when)
    room = target.room
    if room is None:
        raise UserError("room-missing", path=str(target.folder), organisation="")
    people = _people(workspace, target.organisations)
    key = room_key(workspace)
    there = next_version(room, people, plan.outgoing, _record(made), when, message, key)
    return _recorded(made, there)


def _record(made: Publication) -> Mapping[str, bytes]:
    return {f"decisions/{made.id}.toml": publication_bytes(made, inside=False)}


def _recorded(made: Publication, room: Made) -> Publication:
    return replace(made, room=room.room, room_version=room.version)


def _publication(plan: Plan, target: Target, act: str, when: datetime) -> Publication:
    return Publication(
        id=new_ulid(),
        room="",
        document=plan.outgoing.entry.name,
        name=plan.outgoing.name,
        version=plan.outgoing.version.id,
        room_version="",
        digest=plan.outgoing.digest,
        number=plan.number,
        at=when.isoformat(timespec="minutes"),
        organisations=target.organisations,
        each=plan.each,
        act=act,
        changed=plan.changes.changed,
        added=plan.changes.added,
        gone=plan.changes.gone,
    )


def _people(workspace: Workspace, names: Iterable[str]) -> tuple[Organisation, ...]:
    """Return who is in a room: the publisher and those for whom it is."""
    known = people_of(workspace)
    own = workspace.settings.organisation
    party = known.organisation(own).party
    if not party:
        party = "umbrella" if workspace.settings.kind == "standard" else "municipality"
    others = (Organisation(name, known.organisation(name).party or "vendor") for name in names)
    return (Organisation(own, party), *(each for each in others if each.name != own))
