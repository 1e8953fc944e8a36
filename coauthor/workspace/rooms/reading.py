"""Reading one room beside what we wrote down of it: what was said there, and by whom."""

import contextlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from coauthor.document.model import Clause, Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import CoauthorError
from coauthor.history import states
from coauthor.history.introductions import forbidden, introductions, key_of
from coauthor.history.trust.keys import own_key
from coauthor.review.event import FOLDER, Event, Voice
from coauthor.review.people import Organisation
from coauthor.review.rights import fingerprint_of
from coauthor.review.suggesting.suggestions import SUGGESTION, Change, suggestion_values
from coauthor.workspace.events import new_event, people_of
from coauthor.workspace.rooms.accepting import File, Refused, Room
from coauthor.workspace.rooms.published import Publication
from coauthor.workspace.rooms.reaching import Reached
from coauthor.workspace.workspace import Workspace


class Reading:
    """Reads one room beside what we know of it."""

    def __init__(self, workspace: Workspace, room: Reached, made: list[Publication]) -> None:
        self._workspace = workspace
        self._reached = room
        self._made = made
        self._known = people_of(workspace)
        own = workspace.settings.organisation
        names = dict.fromkeys(name for each in made for name in each.organisations)
        self._organisations = {name: self._organisation(name) for name in names}
        party = self._known.organisation(own).party or "municipality"
        self._organisations[own] = Organisation(own, party)
        self._ours = ""
        with contextlib.suppress(CoauthorError):
            self._ours = own_key().fingerprint
        self._brought = introductions(room.repository, room.version, FOLDER)
        self._texts = {each.id: self._text(each.room_version, each.name) for each in made}

    def _organisation(self, name: str) -> Organisation:
        known = self._known.organisation(name)
        return known if known.party else Organisation(name, "vendor")

    def room(self) -> Room:
        """Return what our records say of the room."""
        clauses: dict[str, set[str]] = {}
        for each in self._made:
            text = self._texts[each.id]
            uids = clauses.setdefault(each.document, set())
            uids.update(clause.uid for clause in text.clauses) if text else None
        for entry in self._workspace.settings.documents:
            if entry.name in clauses:
                uids = {clause.uid for clause in self._workspace.read(entry).clauses}
                clauses[entry.name] |= uids
        return Room(
            self._reached.label,
            self._workspace.settings.organisation,
            self._organisations,
            {each.name: each.document for each in self._made},
            clauses,
            self._our_version,
            self._keys().get,
            self._ours,
            frozenset(event for each in self._made for event in each.issued),
        )

    def _keys(self) -> dict[str, str]:
        """Return for whom each key speaks: as listed, and else as it first did."""
        repository = self._reached.repository
        own = self._workspace.settings.organisation
        found: dict[str, str] = {}
        for each in self._made:
            with contextlib.suppress(CoauthorError, KeyError, ValueError):
                found.setdefault(key_of(repository, each.room_version), own)
        found.pop("", None)
        found |= {fingerprint_of(each.key): each.organisation for each in self._known.members}
        for brought in self._brought.values():
            said = brought.version.organisation
            if brought.key and said in self._organisations.keys() - {own}:
                found.setdefault(brought.key, said)
        return found

    def files(self) -> Iterator[File]:
        """Yield the files of the discussion with who brought each."""
        repository, version = self._reached.repository, self._reached.version
        trusted = self._made[0].room_version
        stained = forbidden(repository, version, trusted)
        for path, file in states.state_of(repository, version).items():
            if path.startswith(f"{FOLDER}/") and file.is_plain:
                by = self._brought.get(path)
                yield File(
                    path,
                    states.content(repository, file.id),
                    by.version.organisation if by else "",
                    by.key if by else "",
                    by.forged if by else False,
                    by.changed if by else False,
                    path in stained,
                )

    def _our_version(self, version: str) -> str:
        """Return our version of which a version of the room shows the text, or ''."""
        repository = self._reached.repository
        found = ""
        for each in self._made:
            try:
                if states.is_within(repository, each.room_version, repository.version(version).id):
                    found = each.version
            except (CoauthorError, ValueError, KeyError):
                return ""
        return found

    # -- clauses that were changed in the room itself -------------------------

    def rewritten(self, when: datetime) -> Iterator[tuple[Event | None, Refused | None]]:
        """Yield a suggestion for each clause whose text was changed there, or why not."""
        for name in dict.fromkeys(each.name for each in self._made):
            made = self._latest(name)
            before = self._texts[made.id] if made else None
            now = self._text(self._reached.version, name)
            if made is None or before is None:
                continue
            if now is None:
                yield None, Refused("document-gone", self._reached.label, name)
                continue
            if now.text != before.text:
                yield from self._differing(made, before, now, when)

    def _latest(self, name: str) -> Publication | None:
        """Return the last publication that the version read goes on from."""
        repository, version = self._reached.repository, self._reached.version
        found = [
            each
            for each in self._made
            if each.name == name and states.is_within(repository, each.room_version, version)
        ]
        return found[-1] if found else None

    def _differing(
        self, made: Publication, before: Document, now: Document, when: datetime
    ) -> Iterator[tuple[Event | None, Refused | None]]:
        voice = self._editor(made)
        for uid in dict.fromkeys([each.uid for each in (*now.clauses, *before.clauses)]):
            old, new = before.clause(uid), now.clause(uid)
            said = (old and (old.title, old.body)) != (new and (new.title, new.body))
            if not said:
                continue
            name = _name(new or old)
            if voice is None:
                yield None, Refused("edited-by-unknown", self._reached.label, name)
            else:
                yield _offer(made.document, uid, old, new, voice, when), None
        if voice is not None and _without_clauses(before) != _without_clauses(now):
            label, said_by = self._reached.label, voice.organisation
            yield None, Refused("text-between", label, made.document, said_by)

    def _editor(self, made: Publication) -> Voice | None:
        """Return who changed the text since; None when that is not one organisation for sure."""
        repository, version = self._reached.repository, self._reached.version
        path = f"documents/{made.name}.md"
        names = {
            each.organisation
            for each in states.between(repository, made.room_version, version)
            if self._changes(each.id, each.parents, path)
        }
        own = self._workspace.settings.organisation
        if len(names) != 1 or not names <= self._organisations.keys() - {own}:
            return None
        name = names.pop()
        return Voice(name, self._organisations[name].party)

    def _changes(self, version: str, parents: Iterable[str], path: str) -> bool:
        repository = self._reached.repository
        here = repository.content_id(version, path)
        return all(repository.content_id(parent, path) != here for parent in parents)

    def _text(self, version: str, name: str) -> Document | None:
        try:
            data = self._reached.repository.read(version, f"documents/{name}.md")
        except CoauthorError:
            return None
        return read_document(decode(data))


def _offer(
    document: str, uid: str, old: Clause | None, new: Clause | None, voice: Voice, when: datetime
) -> Event:
    change: Change = "edit" if old and new else "add" if new else "remove"
    title, body = (new.title, new.body) if new else ("", "")
    values = suggestion_values(change, old, title, body)
    return new_event(voice, SUGGESTION, document, uid, when, values=values)


def _without_clauses(document: Document) -> list[str]:
    return [block.source.strip() for block in document.blocks if not isinstance(block, Clause)]


def _name(clause: Clause | None) -> str:
    return (clause.code or clause.title or clause.uid) if clause else ""
