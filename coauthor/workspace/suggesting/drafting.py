"""Drafts of suggestions: what is typed in a clause that stays as it is, safe before it shows.

As with the journal of a document, every key is written down at once, so that the death
of the program loses nothing; a line says what a clause would say by then.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from coauthor.document.clauses import with_body, with_title
from coauthor.document.model import Clause
from coauthor.document.reading import read_blocks
from coauthor.errors import OutsideFailure
from coauthor.history.files import failure
from coauthor.history.journal import Record, journal_folder, read_whole_lines, to_line
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to suggest.

    Args:
        base: the clause as it was when the writing began.
        title: as it is typed, with ``body``.
        instead: id of the own suggestion that it takes the place of, or ''.
    """

    base: Clause
    title: str
    body: str
    instead: str = ""

    @property
    def uid(self) -> str:
        """The identity of the clause."""
        return self.base.uid

    @property
    def clause(self) -> Clause:
        """The clause as it would be."""
        titled = self.base if self.title == self.base.title else with_title(self.base, self.title)
        return titled if self.body == titled.body else with_body(titled, self.body)

    @property
    def differs(self) -> bool:
        """Whether it says anything else than the clause."""
        offered = self.clause
        return (offered.title, offered.body) != (self.base.title, self.base.body)


class Drafts:
    """The drafts of one document, by clause, each with its steps back.

    Args:
        path: the file that keeps them; None where none can be written.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._handle = -1
        self._drafts: dict[str, Draft] = {}
        self._steps: dict[str, list[tuple[str, Draft]]] = {}
        self._undone: dict[str, list[Draft]] = {}

    def of(self, uid: str) -> Draft | None:
        """Return the draft for a clause, or None."""
        return self._drafts.get(uid)

    def all(self) -> tuple[Draft, ...]:
        """Return all drafts, oldest first."""
        return tuple(self._drafts.values())

    def begin(self, draft: Draft) -> None:
        """Begin with a clause, or with what was suggested for it before."""
        self._drafts[draft.uid] = draft
        self._steps[draft.uid] = []
        self._undone[draft.uid] = []

    def write(self, uid: str, *, title: str = "", body: str = "", join: str = "") -> Draft:
        """Keep what a clause would say now.

        Args:
            join: consecutive writings with the same key are one step back.

        Raises:
            OutsideFailure: it could not be kept on disk; it still is in memory.
        """
        before = self._drafts[uid]
        steps = self._steps[uid]
        if not steps or not join or steps[-1][0] != join:
            steps.append((join, before))
        self._undone[uid].clear()
        return self._keep(replace(before, title=title, body=body))

    def undo(self, uid: str) -> Draft | None:
        """Take the last step back; None when there is none.

        Raises:
            OutsideFailure: as `write`.
        """
        if not self._steps.get(uid):
            return None
        self._undone[uid].append(self._drafts[uid])
        return self._keep(self._steps[uid].pop()[1])

    def redo(self, uid: str) -> Draft | None:
        """Do again what was taken back last; None when there is nothing.

        Raises:
            OutsideFailure: as `write`.
        """
        if not self._undone.get(uid):
            return None
        self._steps[uid].append(("", self._drafts[uid]))
        return self._keep(self._undone[uid].pop())

    def forget(self, uid: str) -> None:
        """Let go of a draft that is a suggestion by now, or that nobody wants."""
        for each in (self._drafts, self._steps, self._undone):
            each.pop(uid, None)
        if self._drafts:
            self._append({"uid": uid, "done": True})
            return
        self.close()
        if self._path is not None:
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; what is in it stays for the next start."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _keep(self, draft: Draft) -> Draft:
        self._drafts[draft.uid] = draft
        self._append(
            {
                "uid": draft.uid,
                "base": draft.base.source,
                "title": draft.title,
                "body": draft.body,
                "instead": draft.instead,
            }
        )
        return draft

    def _append(self, record: Record) -> None:
        if self._path is None:
            return
        try:
            if self._handle < 0:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
                self._handle = os.open(self._path, flags, 0o600)
            line = to_line(record)
            written = os.write(self._handle, line)
            while written < len(line):
                written += os.write(self._handle, line[written:])
        except OSError as error:
            raise failure(error, self._path) from error


def drafts_file(workspace: Workspace, entry: DocumentEntry) -> Path | None:
    """Return where the drafts of a document are kept, beside its journal; None: nowhere."""
    try:
        folder = journal_folder(workspace.root, workspace.repository.private_folder)
    except OutsideFailure:
        return None
    return folder / f"{hashlib.sha256(entry.path.encode()).hexdigest()[:16]}.suggesting"


def recover_drafts(path: Path | None) -> tuple[Draft, ...]:
    """Return what a program that died had not suggested yet; the file stays.

    A damaged line loses only itself.
    """
    try:
        data = path.read_bytes() if path is not None else b""
    except OSError:
        return ()
    records, _ = read_whole_lines(data)
    return tuple(each for each in _last(records).values() if each.differs)


def _last(records: Iterable[Record]) -> dict[str, Draft]:
    found: dict[str, Draft] = {}
    for record in records:
        uid = str(record.get("uid", ""))
        if record.get("done"):
            found.pop(uid, None)
        elif (base := _clause(str(record.get("base", "")))) and base.uid == uid:
            words = (str(record.get(key, "")) for key in ("title", "body", "instead"))
            found[uid] = Draft(base, *words)
    return found


def _clause(source: str) -> Clause | None:
    blocks = tuple(read_blocks(source))
    return blocks[0] if len(blocks) == 1 and isinstance(blocks[0], Clause) else None
