"""The answers of one's own organisation, kept on this computer, to use them again.

They lie in the data folder of the person, one SQLite file an organisation: never in a
workspace, so never with anybody else. The file can be thrown away: opening a workspace
takes up again what was answered there.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from coauthor.document.model import Clause
from coauthor.errors import OutsideFailure
from coauthor.review.digest import NORMATIVE
from coauthor.review.market.responses import Answer, Response
from coauthor.review.people import name_key
from coauthor.workspace.settings import slug

FORMAT = 1
AT_ONCE = 500
"""Clauses asked for in one query; SQLite takes no endless list."""

_TABLE = """
CREATE TABLE IF NOT EXISTS answers (
    uid TEXT NOT NULL, event TEXT NOT NULL, digest TEXT NOT NULL, at TEXT NOT NULL,
    verdict TEXT NOT NULL, date TEXT NOT NULL, size TEXT NOT NULL, explanation TEXT NOT NULL,
    asked TEXT NOT NULL, place TEXT NOT NULL,
    PRIMARY KEY (uid, event)
) WITHOUT ROWID
"""
_COLUMNS = "uid, event, digest, at, verdict, date, size, explanation, asked, place"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that was given before.

    Args:
        asked: what the clause asked then, as `asked_of`; empty when nobody kept it.
        place: what the workspace and the document are called.
    """

    response: Response
    asked: Mapping[str, str]
    place: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that can be used again: on the same text, or else on an earlier one."""

    kept: Kept
    same_text: bool


def asked_of(clause: Clause) -> dict[str, str]:
    """Return what a clause asks, in parts: the text, and the attributes that weigh."""
    marks = {name: clause.marker.get(name) for name in NORMATIVE}
    acceptance = clause.fields.get("acceptance", "")
    return {"title": clause.title, "body": clause.body, "acceptance": acceptance, **marks}


class OwnAnswers:
    """The kept answers of one organisation; every call opens and closes the file.

    Raises, wherever the file is used:
        OutsideFailure: ``own-answers-broken``.
    """

    def __init__(self, organisation: str, folder: Path | None = None) -> None:
        self.organisation = organisation
        key = name_key(organisation)
        mark = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = f"{slug(key) or 'answers'}-{mark}.sqlite"
        self.path = (folder or own_folder()) / name

    def keep(self, answers: Iterable[tuple[Response, Clause | None]], place: str) -> None:
        """Keep answers with the clause as it asked then; one that is kept stays as it is.

        Args:
            place: where they were given, for people.
        """
        rows = [_row(response, clause, place) for response, clause in answers]
        if not rows:
            return
        with self._opened() as base:
            base.executemany(
                f"INSERT OR IGNORE INTO answers ({_COLUMNS})"  # noqa: S608 (our own names)
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def forget(self, events: Iterable[str]) -> None:
        """Drop answers that were taken back, by the id of their event."""
        with self._opened() as base:
            base.executemany("DELETE FROM answers WHERE event = ?", [(each,) for each in events])

    def known(self) -> frozenset[str]:
        """Return the events of all answers that are kept."""
        if not self.path.is_file():
            return frozenset()
        with self._opened() as base:
            return frozenset(row[0] for row in base.execute("SELECT event FROM answers"))

    def offers(self, wanted: Mapping[str, str]) -> dict[str, Offer]:
        """Return what can be used again, by uid: the newest on that text, else the newest.

        Args:
            wanted: `clause_digest` of each clause, by uid.
        """
        if not self.path.is_file() or not wanted:
            return {}
        best: dict[str, Offer] = {}
        with self._opened() as base:
            for row in _of_clauses(base, list(wanted)):
                offer = Offer(self._kept(row), row[2] == wanted[row[0]])
                if row[0] not in best or _rank(offer) > _rank(best[row[0]]):
                    best[row[0]] = offer
        return best

    def _kept(self, row: tuple[str, ...]) -> Kept:
        uid, event, digest, at, verdict, date, size, explanation, asked, place = row
        answer = Answer(verdict, date, size, explanation)
        response = Response(event, uid, self.organisation, answer, digest, at)
        return Kept(response, json.loads(asked), place)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self.path.exists():
                self.path.touch(mode=0o600)
            with closing(sqlite3.connect(self.path, timeout=10)) as base:
                _prepare(base)
                with base:  # all or nothing
                    yield base
        except (sqlite3.Error, OSError, ValueError) as error:
            raise OutsideFailure(
                "own-answers-broken", path=str(self.path), reason=str(error)
            ) from error


def own_folder() -> Path:
    """Return where the own answers lie."""
    return Path(platformdirs.user_data_dir("coauthor", appauthor=False)) / "own-answers"


def _prepare(base: sqlite3.Connection) -> None:
    """Make the table; a file of a later program is left alone."""
    (version,) = base.execute("PRAGMA user_version").fetchone()
    if version > FORMAT:
        raise sqlite3.DatabaseError(f"format {version}")
    if version < FORMAT:
        base.execute(_TABLE)
        base.execute(f"PRAGMA user_version = {FORMAT}")
        with suppress(sqlite3.Error):  # only makes one writer wait less for another
            base.execute("PRAGMA journal_mode = WAL")


def _of_clauses(base: sqlite3.Connection, uids: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(uids), AT_ONCE):
        some = uids[start : start + AT_ONCE]
        marks = ",".join("?" * len(some))
        query = f"SELECT {_COLUMNS} FROM answers WHERE uid IN ({marks})"  # noqa: S608 (our own names)
        yield from base.execute(query, some)


def _rank(offer: Offer) -> tuple[bool, str]:
    return offer.same_text, offer.kept.response.event


def _row(response: Response, clause: Clause | None, place: str) -> tuple[str, ...]:
    answer = response.answer
    asked = json.dumps(asked_of(clause) if clause else {}, ensure_ascii=True)
    return (
        response.clause,
        response.event,
        response.digest,
        response.at,
        answer.verdict,
        answer.date,
        answer.size,
        answer.explanation,
        asked,
        place,
    )
