"""The level-playing-field report: who contributed what to each clause, when, and who decided.

It names organisations, never persons. Of every contribution it gives two moments: what
the clock of the speaker said, and since when it was in a version that everybody in the
workspace can read.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from coauthor.document.model import Clause
from coauthor.document.reading import decode, read_document
from coauthor.document.rendering import to_plain
from coauthor.document.words import changes, word_diff
from coauthor.history.arrivals import arrivals
from coauthor.history.walk import Walk
from coauthor.review.event import FOLDER, Event
from coauthor.review.people import People
from coauthor.review.voting.consensus import Judged
from coauthor.review.voting.rules import seat
from coauthor.review.voting.sealing import SEALED
from coauthor.workspace.events import read_events
from coauthor.workspace.records import DECISIONS, records
from coauthor.workspace.rooms.published import Publicity
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.standards import RELEASE_PREFIX
from coauthor.workspace.upgrading.proposing import PROPOSALS, Listed, proposals
from coauthor.workspace.voting.contributions import (
    Touch,
    clause_then,
    moment,
    share_values,
    shares_of,
    touches,
)
from coauthor.workspace.voting.settling import room_of
from coauthor.workspace.workspace import Workspace

TOLD = ("merge", "waiver-request", "waiver-advice", "waiver", "sign-off", "reconfirm")
"""Kinds of records that say of a clause what somebody decided or asked."""

MOST, LONGEST = 20, 400
"""Changes of one version that are told, and characters of each."""

HIDDEN = (
    "seal",
    "salt",
    "after",
    "text-digest",
    "base",
    "was",
    "digest",
    "version",
    "start",
    "end",
)
"""Values of an event that say nothing to a reader."""


def level_report(workspace: Workspace, when: datetime) -> dict[str, Any]:
    """Return the report as plain values; `coauthor.exchange.level` writes it for people.

    Reads the whole history: for another thread than the window's.

    Raises:
        UserError: ``people-broken`` or ``voting-setting``.
        OutsideFailure: a document cannot be read.
    """
    events = list(read_events(workspace))
    room = room_of(workspace, events)
    gathered = _Gathered(workspace, events, room.people)
    documents = []
    for entry in workspace.settings.documents:
        document = workspace.read(entry)
        judged = room.judge_all(document)
        clauses = [gathered.clause(each, judged[each.uid]) for each in document.clauses]
        clauses += gathered.gone(entry, {each.uid for each in document.clauses})
        about = {"uid": "", "code": "", "title": document.title or entry.title, "text": ""}
        whole = gathered.whole(entry)
        documents.append(
            {
                "name": entry.name,
                "title": document.title or entry.title,
                "clauses": clauses,
                "whole": {**about, "entries": whole} if whole else None,
            }
        )
    return {
        "format": 1,
        "title": workspace.settings.title,
        "organisation": workspace.settings.organisation,
        "kind": workspace.settings.kind,
        "release": workspace.settings.release or None,
        "at": when.isoformat(timespec="seconds"),
        "documents": documents,
        "participants": gathered.participants(documents),
        "shares": share_values(shares_of(workspace, room)),
        "warn": {"organisation": room.rules.warn_organisation, "class": room.rules.warn_class},
    }


class _Gathered:
    """Everything that is known of the clauses, gathered once."""

    def __init__(self, workspace: Workspace, events: list[Event], people: People) -> None:
        self._owner = workspace.settings.organisation
        self._people = people
        self._came = arrivals(workspace.repository, (FOLDER, DECISIONS, PROPOSALS))
        self._walk = walk = workspace.repository.walk()
        self._touches = touches(workspace, walk)
        self._publicity = Publicity(workspace)
        self._released = _releases(workspace, walk)
        self._events: dict[tuple[str, str], list[Event]] = {}
        self._parties: dict[str, str] = {}
        for event in events:
            place = ("", event.clause) if event.clause else (event.document, "")
            self._events.setdefault(place, []).append(event)
            self._parties.setdefault(event.voice.organisation, event.voice.party)
        self._proposals: dict[str, list[Listed]] = {}
        for listed in proposals(workspace):
            self._proposals.setdefault(listed.proposal.uid, []).append(listed)
        self._records: dict[str, list[tuple[str, dict[str, Any]]]] = {}
        for name, values in records(workspace.root, *TOLD):
            self._records.setdefault(str(values.get("clause", "")), []).append((name, values))

    def clause(self, clause: Clause, judged: Judged) -> dict[str, Any]:
        """Return all about a clause that stands in the document."""
        return {
            **self._about(clause.uid, clause.code, to_plain(clause.title)),
            "text": to_plain(clause.body),
            "state": str(judged.state) if judged.spoken else None,
            "public_since": _utc(self._publicity.since(clause)) or None,
            "candidate": judged.is_candidate,
            "unanswered": len(judged.owed),
        }

    def gone(self, entry: DocumentEntry, present: set[str]) -> Iterator[dict[str, Any]]:
        """Yield what was said of clauses that left the document."""
        for uid, touched in self._touches.items():
            last = touched[-1]
            if uid not in present and last.kind == "left" and last.path == entry.path:
                yield {
                    **self._about(uid, last.code, to_plain(last.title)),
                    "text": "",
                    "state": None,
                    "candidate": False,
                    "unanswered": 0,
                }

    def whole(self, entry: DocumentEntry) -> list[dict[str, Any]]:
        """Return what was said of a document as a whole."""
        return _in_order(map(self._said, self._events.get((entry.name, ""), ())))

    def participants(self, documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return who contributed, how much, and when first and last."""
        found: dict[str, dict[str, Any]] = {}
        for each in self._people.organisations:
            found[each.name] = _participant(each.name, each.party)
        for document in documents:
            places = [*document["clauses"], *([document["whole"]] if document["whole"] else [])]
            for said in (said for place in places for said in place["entries"]):
                name = said["organisation"] or ""
                part = found.setdefault(name, _participant(name, said["party"] or ""))
                part["contributions"] += 1
                part["first"] = min(part["first"] or said["at"], said["at"])
                part["last"] = max(part["last"] or said["at"], said["at"])
        return sorted(found.values(), key=lambda each: str(each["organisation"] or "~"))

    # -- inside --------------------------------------------------------------------------

    def _about(self, uid: str, code: str, title: str) -> dict[str, Any]:
        touched = self._touches.get(uid, [])
        listed = self._proposals.get(uid, [])
        entries = [
            *self._touched(touched),
            *(each for one in listed for each in self._proposed(one)),
            *map(self._said, self._events.get(("", uid), ())),
            *(self._recorded(name, values) for name, values in self._records.get(uid, ())),
        ]
        first = next(iter(touched), None)
        changed = [each for each in touched if each.kind in ("came", "changed")]
        release = self._released.get(uid)
        adopted = [each for each in listed if each.state == "adopted"]
        proposer = (
            adopted[0].proposal.organisation if adopted and adopted[0].proposal.is_new else ""
        )
        return {
            "uid": uid,
            "code": code,
            "title": title,
            "proposed_by": proposer or (first.organisation if first else None) or None,
            "visible_since": _iso(first.when) if first else None,
            "text_since": _iso(changed[-1].when) if changed else None,
            "public_since": None,
            "released": {"release": release[0], "at": _iso(release[1])} if release else None,
            "decided_by": self._owner if adopted or release else None,
            "entries": _in_order(entries),
        }

    def _entry(self, at: str, organisation: str, what: str, path: str = "") -> dict[str, Any]:
        came = self._came.get(path)
        claimed = "" if self._people.organisations else self._parties.get(organisation, "")
        listed = seat(self._people, organisation, claimed) if organisation else None
        party = listed.party if listed else ""
        return {
            "at": at,
            "since": _iso(came) if came else None,
            "organisation": organisation or None,
            "party": party or None,
            "what": what,
            "verdict": None,
            "detail": "",
            "changes": [],
        }

    def _touched(self, touched: list[Touch]) -> Iterator[dict[str, Any]]:
        before = ""
        for touch in touched:
            at, text = _iso(touch.when), before
            if touch.kind in ("came", "changed"):
                clause = clause_then(self._walk, touch)
                text = to_plain(f"{clause.title}\n\n{clause.body}") if clause else ""
            changes = _changes(before, text) if touch.kind == "changed" else []
            said = self._entry(at, touch.organisation, f"clause-{touch.kind}")
            yield {**said, "since": at, "changes": changes}
            before = text

    def _proposed(self, listed: Listed) -> Iterator[dict[str, Any]]:
        proposal = listed.proposal
        path = f"{PROPOSALS}/{proposal.id}.toml"
        said = self._entry(_utc(proposal.at), proposal.organisation, "proposal", path)
        yield {**said, "detail": proposal.argument}
        if listed.state in ("adopted", "rejected"):
            decided = self._entry(_utc(listed.decided_at), self._owner, f"proposal-{listed.state}")
            yield {**decided, "since": None, "detail": listed.reason}

    def _said(self, event: Event) -> dict[str, Any]:
        said = self._entry(_utc(event.at), event.voice.organisation, event.kind, event.path)
        values = event.values
        verdict = values.get("verdict") or values.get("stance") or None
        if event.kind == SEALED:
            return said
        more = [
            f"{key}: {values[key]}"
            for key in values
            if key not in HIDDEN and key not in ("verdict", "stance", "title", "text", "quote")
        ]
        parts = [to_plain(event.body), values.get("text", ""), "; ".join(more)]
        return {**said, "verdict": verdict, "detail": "\n".join(filter(None, parts))}

    def _recorded(self, name: str, values: dict[str, Any]) -> dict[str, Any]:
        at = next(
            (str(values[key]) for key in ("at", "asked_at", "decided_on") if key in values), ""
        )
        organisation = str(values.get("organisation", ""))
        kind = f"record-{values['kind']}"
        said = self._entry(_utc(at), organisation, kind, f"{DECISIONS}/{name}.toml")
        return {**said, "detail": str(values.get("reason", ""))}


def _changes(before: str, after: str) -> list[list[str]]:
    """Return the words that went and those that came in their place, change by change."""
    runs, found = word_diff(before, after), []
    for change in changes(runs)[:MOST]:
        words = {"removed": "", "added": ""}
        for run in (runs[index] for index in change):
            if run.kind == "removed":
                words["removed"] += before[run.before_start : run.before_end].strip()
            else:
                words["added"] += after[run.after_start : run.after_end].strip()
        found.append([words["removed"][:LONGEST], words["added"][:LONGEST]])
    return found


def _participant(name: str, party: str) -> dict[str, Any]:
    return {
        "organisation": name or None,
        "party": party or None,
        "contributions": 0,
        "first": None,
        "last": None,
    }


def _releases(workspace: Workspace, walk: Walk) -> dict[str, tuple[str, datetime]]:
    """Return the first release that each clause stood in."""
    found: dict[str, tuple[str, datetime]] = {}
    names = workspace.repository.names()
    released = sorted(
        ((name, version) for name, version in names.items() if name.startswith(RELEASE_PREFIX)),
        key=lambda each: each[1].when,
    )
    for name, version in released:
        for content in walk.documents(version.id).values():
            for uid in _uids(walk, content):
                found.setdefault(uid, (name.removeprefix(RELEASE_PREFIX), version.when))
    return found


def _uids(walk: Walk, content: str) -> Iterator[str]:
    return (each.uid for each in read_document(decode(walk.content(content))).clauses)


def _in_order(entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda each: str(each["at"]))


def _utc(at: str) -> str:
    """Return a moment as the report writes it; what is no moment stays as it is."""
    return _iso(moment(at)) if at and moment(at).year > 1 else at


def _iso(when: datetime) -> str:
    """Return a moment in one zone, so that moments can be put in order."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
