"""Taking in answer sheets: first a plan that changes nothing, then the act, which is recorded.

Answers become events of the vendor, on the text that it read. Taking in the same sheet
again changes nothing, a newer sheet updates, an older one undoes nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

import tomlkit

from coauthor.document.model import Clause, Tombstone
from coauthor.document.reading import encode
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.answer_sheets import Given, Returned, Unfit, read_answers
from coauthor.exchange.spreadsheets import FILE_LIMIT, read_spreadsheet
from coauthor.exchange.workbooks import saved_at
from coauthor.history.files import read_file, write_atomically, write_many
from coauthor.history.sharing.asking import Progress, Step
from coauthor.review.digest import clause_digest
from coauthor.review.event import Event, Voice, write_event
from coauthor.review.market.readings import READING
from coauthor.review.market.responses import RESPONSE, is_asked, values_of
from coauthor.review.rights import PUBLISH_ROOM
from coauthor.workspace.bringing.refusing import refuse_closed
from coauthor.workspace.events import acts_here, new_event, read_events
from coauthor.workspace.records import DECISIONS
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.rooms.collecting import KIND
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.sheets.comparing import News, Said
from coauthor.workspace.sheets.speaking import sheet_voice
from coauthor.workspace.workspace import Workspace

Report = Callable[[Progress], None]


@dataclass
class Intake:
    """What one file brings.

    Args:
        path: the file.
        digest: SHA-256 of its bytes, or ''.
        document: name and title of the document that it answers, or ''.
        known: answers and readings that were there already.
        stale: codes of clauses whose text changed since the sheet went out.
        unfit: what was not taken, by row.
        error: why nothing of it can be taken, or None.
    """

    path: Path
    digest: str = ""
    document: str = ""
    title: str = ""
    vendor: str = ""
    events: list[Event] = field(default_factory=list)
    known: int = 0
    stale: list[str] = field(default_factory=list)
    unfit: list[Unfit] = field(default_factory=list)
    error: CoauthorError | None = None

    def count(self, kind: str) -> int:
        """Return how many events of a kind come in."""
        return sum(each.kind == kind for each in self.events)


def plan_answers(
    workspace: Workspace,
    files: Sequence[Path],
    when: datetime,
    vendors: Mapping[Path, str] = MappingProxyType({}),
    report: Report = lambda _: None,
) -> list[Intake]:
    """Read answer sheets and tell what would come in. Changes nothing.

    Args:
        vendors: whose a file is, where the person says so; else the sheet says it itself.
        report: told after each file; may raise `Cancelled`.

    Raises:
        CoauthorError: the workspace cannot be read. What is wrong with a file stands in
            its `Intake`.
    """
    books = _Books(workspace)
    found: list[tuple[Intake, Returned | None, datetime | None]] = []
    for done, path in enumerate(files):
        report(Progress(Step.COLLECTING, done, len(files)))
        found.append(_read(path))
    # What was saved last is said last, whatever the order of the files.
    for intake, returned, saved in sorted(found, key=lambda each: _stamp(each[2], when)):
        if returned is not None:
            try:
                books.take(intake, returned, saved, vendors.get(intake.path, ""), when)
            except CoauthorError as error:
                intake.error, intake.events = error, []
    return [intake for intake, _, _ in found]


def collect_answers(workspace: Workspace, found: Iterable[Intake], when: datetime) -> int:
    """Take in what was planned and record it; return how much came in.

    Raises:
        OutsideFailure: something could not be written; doing it again brings the rest.
    """
    taken = [each for each in found if each.events]
    events = [event for each in taken for event in each.events]
    if not events:
        return 0
    write_many((workspace.root / each.path, encode(write_event(each))) for each in events)
    if PUBLISH_ROOM not in acts_here(workspace):
        return len(events)  # a vendor speaks for itself, and what it said is record enough
    sheets = [
        {
            "digest": each.digest,
            "vendor": each.vendor,
            "document": each.document,
            "events": len(each.events),
            "refused": len(each.unfit),
        }
        for each in taken
    ]
    at = when.isoformat(timespec="seconds")
    record = {"format": 1, "kind": KIND, "at": at, "events": len(events), "sheets": sheets}
    target = workspace.root / DECISIONS / f"{new_ulid()}.toml"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(target, tomlkit.dumps(record).encode("utf-8"))
    return len(events)


def _read(path: Path) -> tuple[Intake, Returned | None, datetime | None]:
    intake = Intake(path)
    try:
        if path.is_file() and path.stat().st_size > FILE_LIMIT:
            raise UserError("sheet-too-large", path=path.name)
        data = read_file(path)
        refuse_closed(data, path.name)
        intake.digest = hashlib.sha256(data).hexdigest()
        returned = read_answers(read_spreadsheet(path.name, data))
    except CoauthorError as error:
        intake.error = error
        return intake, None, None
    intake.unfit += returned.unfit
    return intake, returned, saved_at(data)


def _stamp(saved: datetime | None, when: datetime) -> float:
    return min(saved or when, when).timestamp()


class _Books:
    """The documents of a workspace with what was said of them, each read once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._clauses: dict[str, dict[str, Clause]] = {}
        self._gone: dict[str, set[str]] = {}
        self._said: dict[str, Said] = {}
        for entry in workspace.settings.documents:
            document = workspace.read(entry)
            clauses = self._clauses[entry.name] = {}
            for clause in document.clauses:
                clauses.setdefault(clause.uid, clause)
            left = (each for each in document.blocks if isinstance(each, Tombstone))
            self._gone[entry.name] = {each.uid for each in left}

    def take(
        self,
        intake: Intake,
        returned: Returned,
        saved: datetime | None,
        vendor: str,
        when: datetime,
    ) -> None:
        """Say what a sheet answers.

        Raises:
            UserError: as `sheet_voice`; ``answers-other-document`` or
                ``answers-unclear-document``.
        """
        intake.vendor = vendor or returned.vendor
        voice = sheet_voice(self._workspace, vendor, returned.vendor)
        intake.vendor = voice.organisation
        if not returned.given:
            return
        entry = self._entry(returned)
        intake.document, intake.title = entry.name, entry.title
        if entry.name not in self._said:
            self._said[entry.name] = Said(read_events(self._workspace, f"{entry.name}/*"))
        at = min(saved or when, when)
        for given in returned.given:
            clause = self._clauses[entry.name].get(given.uid)
            if clause is None:
                why = "clause-gone" if given.uid in self._gone[entry.name] else "clause-unknown"
                intake.unfit.append(_unfit(why, given))
            elif not is_asked(clause):
                intake.unfit.append(_unfit("not-asked", given))
            else:
                self._say(intake, given, list(_events(voice, entry, given, at)), saved)
                if given.digest != clause_digest(clause):
                    intake.stale.append(clause.code or clause.uid)
        intake.unfit.sort(key=lambda each: each.place)

    def _say(
        self, intake: Intake, given: Given, events: Sequence[Event], saved: datetime | None
    ) -> None:
        said = self._said[intake.document]
        for event in events:
            news = said.news(event, saved)
            if news is News.NEW:
                said.add(event)
                intake.events.append(event)
            elif news is News.KNOWN:
                intake.known += 1
            else:
                intake.unfit.append(_unfit(f"older-{event.kind}", given))

    def _entry(self, returned: Returned) -> DocumentEntry:
        """Return the document that a sheet answers: the only one with such clauses.

        Of several with such clauses it is the one that the sheet names, that alone has all
        that are known, or whose text went out: a text may stand beside the one that it took
        clauses of.
        """
        uids = {each.uid for each in returned.given}
        held = {
            each.name: uids & (self._clauses[each.name].keys() | self._gone[each.name])
            for each in self._workspace.settings.documents
        }
        known = frozenset[str]().union(*held.values())
        entries = [each for each in self._workspace.settings.documents if held[each.name]]
        if len(entries) > 1:
            titles = {each.name: self._workspace.read(each).title for each in entries}
            named = returned.title.casefold()
            entries = [
                each
                for each in entries
                if named in (" ".join(titles[each.name].split()).casefold(), each.title.casefold())
            ] or entries
        if len(entries) > 1:
            entries = [each for each in entries if held[each.name] == known] or entries
        if len(entries) > 1:  # the digest of the whole text says it, while nobody changed it
            entries = [each for each in entries if self._digest(each) == returned.text] or entries
        if not entries:
            raise UserError("answers-other-document")
        if len(entries) > 1:
            titles_told = ", ".join(each.title for each in entries)
            raise UserError("answers-unclear-document", documents=titles_told)
        return entries[0]

    def _digest(self, entry: DocumentEntry) -> str:
        written = encode(self._workspace.read(entry).text)
        return f"sha256:{hashlib.sha256(written).hexdigest()}"


def _unfit(code: str, given: Given) -> Unfit:
    return Unfit(code, given.place, given.code or given.uid, given.uid, MappingProxyType({}))


def _events(voice: Voice, entry: DocumentEntry, given: Given, at: datetime) -> Iterator[Event]:
    answer = given.answer
    if answer is not None:
        values = values_of(answer, given.digest)
        body = answer.explanation
        yield new_event(voice, RESPONSE, entry.name, given.uid, at, body=body, values=values)
    if given.reading:
        values = {"text-digest": given.digest}
        body = given.reading
        yield new_event(voice, READING, entry.name, given.uid, at, body=body, values=values)
