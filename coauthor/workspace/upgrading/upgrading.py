"""Going to another release of a standard: document, snapshot and settings in one step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from coauthor.document.changes import Change, apply
from coauthor.document.model import Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history.files import read_file
from coauthor.history.repository import Version
from coauthor.history.steps import Files, replace_files
from coauthor.lineage.answering import whole_change
from coauthor.lineage.deriving import derive
from coauthor.lineage.items import OPEN, Outcome
from coauthor.lineage.upgrade import Upgrade, plan_upgrade
from coauthor.lineage.upgrade_endings import ask_ending
from coauthor.workspace import settings as settings_file
from coauthor.workspace.keeping import Keeper
from coauthor.workspace.memo.freezing import refuse_changes, refuse_writing
from coauthor.workspace.person import Person
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.session import Session
from coauthor.workspace.settings import (
    DocumentEntry,
    StandardEntry,
    read_settings,
    with_document,
    with_standard,
)
from coauthor.workspace.signing.ending import ending_soon
from coauthor.workspace.standards import (
    digest,
    find_source,
    newest,
    read_chain,
    release_key,
    snapshot_files,
)
from coauthor.workspace.transactions import Changed, Standing
from coauthor.workspace.upgrading.questions import open_questions, question_record
from coauthor.workspace.workspace import Workspace, load_settings


@dataclass(frozen=True)
class DocumentUpgrade:
    """One document of the workspace: its texts, and what becomes of it."""

    entry: DocumentEntry
    before: Document
    now: Document
    ours: Document
    plan: Upgrade


@dataclass(frozen=True)
class WorkspaceUpgrade:
    """An upgrade that was planned and not yet made.

    Args:
        standard: the standard as the workspace has it now.
        target: the standard as the workspace will have it.
        documents: what becomes of each document that derives from it.
        files: everything that changes on disk: contents now, and afterwards.
    """

    standard: StandardEntry
    target: StandardEntry
    documents: tuple[DocumentUpgrade, ...]
    before: Files
    after: Files

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many places of each outcome there are, in all documents."""
        return {
            outcome: sum(each.plan.counts.get(outcome, 0) for each in self.documents)
            for outcome in Outcome
        }

    @property
    def left(self) -> int:
        """How many places are left for a person."""
        return sum(number for outcome, number in self.counts.items() if outcome in OPEN)


def plan(
    workspace: Workspace,
    person: Person,
    when: datetime,
    *,
    release: str = "",
    standard: str = "",
) -> WorkspaceUpgrade:
    """Plan the upgrade of a workspace; changes nothing.

    Args:
        release: where to; '' for the newest.
        standard: which standard; '' for the first.

    Raises:
        UserError: ``no-standard-here``, ``snapshot-unlike``, ``already-at-release``,
            ``no-such-standard`` or ``no-such-release``.
        OutsideFailure: something cannot be read.
    """
    entry = _standard_of(workspace, standard)
    held = snapshot_files(workspace.root, entry)
    if entry.digest and digest(held) != entry.digest:
        raise UserError("snapshot-unlike", standard=entry.title, release=entry.release)
    source = find_source(entry.source)
    release = release or newest(source)
    if release_key(release) == release_key(entry.release):
        raise UserError("already-at-release", standard=entry.title, release=release)
    fresh = source.files(release)
    target = replace(entry, release=release, digest=digest(fresh))
    documents = tuple(
        _planned(workspace, each, held, fresh, when.date())
        for each in workspace.settings.documents
        if each.standard == entry.name
    )
    before, after = _changes(workspace, entry, target, held, fresh)
    for each in documents:
        before[each.entry.path] = encode(each.ours.text)
        after[each.entry.path] = encode(each.plan.document.text)
        if record := _record(workspace, each, (entry.release, release), person, when):
            path = f"decisions/{new_ulid()}.toml"
            before[path], after[path] = None, record
    return WorkspaceUpgrade(entry, target, documents, before, after)


def _record(
    workspace: Workspace,
    made: DocumentUpgrade,
    releases: tuple[str, str],
    person: Person,
    when: datetime,
) -> bytes | None:
    """Return the record of what a document leaves for a person; None when nothing."""
    return question_record(
        made.plan.items,
        [question.item for question in open_questions(workspace, made.entry)],
        document=made.entry.name,
        standard=made.entry.standard,
        releases=releases,
        person=person.name,
        when=when,
    )


def _standard_of(workspace: Workspace, name: str) -> StandardEntry:
    found = workspace.settings.standards
    entry = workspace.settings.standard(name) if name else (found[0] if found else None)
    if entry is None:
        raise UserError("no-standard-here", path=str(workspace.root))
    return entry


def _planned(
    workspace: Workspace,
    entry: DocumentEntry,
    held: Mapping[str, bytes],
    fresh: Mapping[str, bytes],
    today: date,
) -> DocumentUpgrade:
    path = f"documents/{entry.source or entry.name}.md"
    before, now = (read_document(decode(files.get(path, b""))) for files in (held, fresh))
    ours = workspace.read(entry)
    made = plan_upgrade(
        before, now, ours, workspace.policy, is_standard=workspace.settings.kind == "standard"
    )
    made = ask_ending(made, now, ending_soon(workspace, entry, today))
    return DocumentUpgrade(entry, before, now, ours, made)


def _changes(
    workspace: Workspace,
    entry: StandardEntry,
    target: StandardEntry,
    held: Mapping[str, bytes],
    fresh: Mapping[str, bytes],
) -> tuple[dict[str, bytes | None], dict[str, bytes | None]]:
    """Return snapshot, settings and documents that are new, before and after."""
    before: dict[str, bytes | None] = {f"{entry.folder}/{p}": held.get(p) for p in {*held, *fresh}}
    after: dict[str, bytes | None] = {f"{entry.folder}/{p}": fresh.get(p) for p in {*held, *fresh}}
    settings = read_file(workspace.root / settings_file.FILE)
    text = with_standard(decode(settings), target)
    for each in _new_documents(workspace, entry, held, fresh):
        text = with_document(text, each)
        derived = derive(read_document(decode(fresh[f"documents/{each.source}.md"])))
        before[each.path], after[each.path] = None, encode(derived.text)
    before[settings_file.FILE], after[settings_file.FILE] = settings, encode(text)
    return before, after


def _new_documents(
    workspace: Workspace,
    entry: StandardEntry,
    held: Mapping[str, bytes],
    fresh: Mapping[str, bytes],
) -> list[DocumentEntry]:
    """Return the documents that the standard now has and had not, where the name is free."""
    had = {each.path for each in read_settings(decode(held[settings_file.FILE])).documents}
    taken = {each.name for each in workspace.settings.documents}
    return [
        DocumentEntry(each.name, each.title, entry.name, each.name)
        for each in read_settings(decode(fresh[settings_file.FILE])).documents
        if each.path not in had and each.name not in taken and each.path in fresh
    ]


# -- making it -------------------------------------------------------------


def apply_upgrade(workspace: Workspace, planned: WorkspaceUpgrade) -> Workspace:
    """Make an upgrade on disk, as one step; returns the workspace as it is then.

    Raises:
        UserError: ``changed-outside`` when something changed since it was planned, or
            ``document-frozen``.
        OutsideFailure: it could not be written; everything is as it was.
    """
    refuse_writing(workspace, planned.after)
    private = workspace.repository.private_folder
    replace_files(workspace.root, private, planned.before, planned.after)
    return Workspace(workspace.root, load_settings(workspace.root))


def save_upgrade(workspace: Workspace, message: str, person: Person, when: datetime) -> Version:
    """Save what an upgrade made as a version."""
    refuse_changes(workspace)
    return workspace.repository.commit(message, workspace.speaker(person.author), when)


class UpgradeStep:
    """An upgrade as a step of the undo history of an open document.

    Args:
        keeper: keeps the document; None where nothing does.
        standing: what the document stands beside until now.
    """

    writes_document = True

    def __init__(
        self,
        workspace: Workspace,
        planned: WorkspaceUpgrade,
        entry: DocumentEntry,
        keeper: Keeper | None,
        standing: Standing,
    ) -> None:
        self._workspace = workspace
        self._planned = planned
        self._entry = entry
        self._keeper = keeper
        self._was = standing
        self._made: Standing | None = None

    def make(self, document: Document) -> None:
        """Write everything, as `carry` would: for another thread than the session's.

        The session must then `do` the step with that very document, or take it back.
        """
        self._made = self.carry(document, back=False)

    def carry(self, document: Document, *, back: bool) -> Standing:
        """Make the upgrade, or take it back; the document goes along as it is now."""
        if self._made is not None and not back:
            made, self._made = self._made, None
            return made
        root, path = self._workspace.root, self._entry.path
        if self._keeper is not None:
            self._keeper.save()
        planned = self._planned
        before, after = (planned.after, planned.before) if back else (planned.before, planned.after)
        data = encode(document.text)
        before = {**before, path: read_file(root / path)}
        replace_files(
            root, self._workspace.repository.private_folder, before, {**after, path: data}
        )
        if self._keeper is not None:
            self._keeper.accept(data)
        if back:
            return self._was
        return Standing(read_chain(root, load_settings(root), self._entry.name))


@dataclass(frozen=True, slots=True)
class Ready:
    """An upgrade that is ready to be made in an open document."""

    changes: tuple[Change, ...]
    after: Document
    step: UpgradeStep

    def write(self) -> None:
        """Write everything to disk; may be called on another thread, before `finish`.

        Raises:
            CoauthorError: it could not be written; everything is as it was.
        """
        self.step.make(self.after)

    def finish(self, session: Session) -> Changed:
        """Make it a step of the undo history; writes what is not written yet."""
        return session.do("upgrade", self.changes, focus=0, beyond=self.step, unlocked=True)


def ready(
    workspace: Workspace, planned: WorkspaceUpgrade, session: Session, keeper: Keeper | None
) -> Ready:
    """Get an upgrade ready for an open document; changes nothing.

    Raises:
        UserError: ``changed-outside``: the document changed since it was planned.
    """
    name = session.entry.name
    made = next((each for each in planned.documents if each.entry.name == name), None)
    if made is not None and made.ours.text != session.document.text:
        raise UserError("changed-outside", path=session.entry.path)
    after = session.document if made is None else made.plan.document
    changes = whole_change(session.document, after)
    standing = Standing(session.chain, session.newer)
    step = UpgradeStep(workspace, planned, session.entry, keeper, standing)
    return Ready(changes, apply(session.document, *changes), step)


def upgrade_session(
    workspace: Workspace, planned: WorkspaceUpgrade, session: Session, keeper: Keeper | None
) -> Changed:
    """Make an upgrade as one step of an open document: one undo takes all of it back.

    Raises:
        UserError: ``changed-outside``: the document changed since it was planned.
        CoauthorError: it could not be written; everything is as it was.
    """
    return ready(workspace, planned, session, keeper).finish(session)
