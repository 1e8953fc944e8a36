"""Whether a text may be final: settled, exported as final, or signed.

Rules live here and not in a window, so that they hold for whatever brought the
text there: typing, a merge, an import, or a file edited by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.errors import UserError
from coauthor.review.signing.gaps import Gap, LockedDeviation, gaps, locked_deviations
from coauthor.review.signing.waivers import Waivers
from coauthor.workspace import settings as settings_file
from coauthor.workspace.settings import DocumentEntry, Settings, read_settings
from coauthor.workspace.signing.waivers import waivers_of
from coauthor.workspace.standards import digest
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Unfit:
    """What keeps a document from being final.

    Args:
        damaged: the copy of its standard is not what was taken over, so nothing in it
            can be trusted, a lock least of all.
    """

    entry: DocumentEntry
    gaps: tuple[Gap, ...]
    damaged: str = ""


def unfit(
    workspace: Workspace,
    today: date,
    *,
    entry: DocumentEntry | None = None,
    document: Document | None = None,
    version_id: str = "",
) -> tuple[Unfit, ...]:
    """Return the documents that may not be final, each with what is missing.

    Args:
        entry: one document; all when None.
        document: its text, where that is not what the file holds.
        version_id: a version to judge instead, with the standard that it holds.

    Raises:
        UserError: ``people-broken``, ``no-such-version``.
        OutsideFailure: a text cannot be read.
    """
    waivers = waivers_of(workspace)
    settings = _settings(workspace, version_id)
    damaged = set(_damaged(workspace, settings, version_id))
    found: list[Unfit] = []
    for each in settings.documents:
        if entry is not None and each.name != entry.name:
            continue
        text = document if entry is not None and document is not None else None
        text = text or _text(workspace, each, version_id)
        standard = _standard(workspace, settings, each, version_id)
        lacks = gaps(text, standard, workspace.policy, waivers, today) if standard else ()
        broken = each.standard if each.standard in damaged else ""
        if lacks or broken:
            found.append(Unfit(each, lacks, broken))
    return tuple(found)


def refuse_unfit(
    workspace: Workspace,
    today: date,
    *,
    entry: DocumentEntry | None = None,
    document: Document | None = None,
    version_id: str = "",
) -> None:
    """Refuse what may not be final; arguments as of `unfit`.

    Raises:
        UserError: ``not-final`` with the clauses and their number, or
            ``snapshot-damaged``; and as `unfit`.
    """
    found = unfit(workspace, today, entry=entry, document=document, version_id=version_id)
    if damaged := [each.damaged for each in found if each.damaged]:
        raise UserError("snapshot-damaged", standard=damaged[0])
    codes = [gap.code or gap.uid for each in found for gap in each.gaps]
    if codes:
        shown = ", ".join(codes[:5]) + (" …" if len(codes) > 5 else "")
        raise UserError("not-final", count=len(codes), clauses=shown)


def deviations_on_locks(
    workspace: Workspace,
    entry: DocumentEntry,
    document: Document,
    today: date,
    waivers: Waivers | None = None,
) -> tuple[LockedDeviation, ...]:
    """Return the deviations on locked clauses of a document, with what was said of them."""
    chain = workspace.chain(entry)
    if not chain:
        return ()
    known = waivers_of(workspace) if waivers is None else waivers
    return tuple(locked_deviations(document, chain[0].document, workspace.policy, known, today))


def _settings(workspace: Workspace, version_id: str) -> Settings:
    if not version_id:
        return workspace.settings
    return read_settings(decode(workspace.repository.read(version_id, settings_file.FILE)))


def _damaged(workspace: Workspace, settings: Settings, version_id: str) -> Iterable[str]:
    """Yield the standards of which the copy is not what was taken over."""
    if not version_id:
        yield from workspace.damaged_snapshots()
        return
    repository = workspace.repository
    paths = repository.paths(version_id)
    for standard in settings.standards:
        held = {
            path.removeprefix(f"{standard.folder}/"): repository.read(version_id, path)
            for path in paths
            if path.startswith(f"{standard.folder}/")
        }
        if standard.digest and digest(held) != standard.digest:
            yield standard.name


def _text(workspace: Workspace, entry: DocumentEntry, version_id: str) -> Document:
    if not version_id:
        return workspace.read(entry)
    return read_document(decode(workspace.repository.read(version_id, entry.path)))


def _standard(
    workspace: Workspace, settings: Settings, entry: DocumentEntry, version_id: str
) -> Document | None:
    """Return the standard beside a document, now or as a version holds it."""
    if not version_id:
        chain = workspace.chain(entry)
        return chain[0].document if chain else None
    standard = settings.standard(entry.standard) if entry.standard else None
    if standard is None:
        return None
    name = f"{entry.source or entry.name}.md"
    path = PurePosixPath(standard.folder) / "documents" / name
    return read_document(decode(workspace.repository.read(version_id, str(path))))
