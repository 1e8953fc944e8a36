"""Bringing questions in: from forms that vendors filled in, and from the conversation."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import platformdirs
import tomlkit

from coauthor.document.model import Document
from coauthor.document.reading import decode, encode
from coauthor.document.toml import read_toml
from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.question_heads import columns_from
from coauthor.exchange.question_sheets import Asked, Odd, Taken, read_questions
from coauthor.exchange.spreadsheets import FILE_LIMIT, read_spreadsheet
from coauthor.exchange.tables.sheet import Spreadsheet
from coauthor.history.files import read_file, write_atomically
from coauthor.review.memo.asker import Asker
from coauthor.review.memo.linking import linked
from coauthor.review.memo.model import Register, State
from coauthor.workspace.events import read_events
from coauthor.workspace.memo.links import links_value
from coauthor.workspace.memo.room import Room

PROFILES = "memo-profiles.toml"


@dataclass(frozen=True)
class Form:
    """A file that somebody may bring in, as a window shows it first.

    Args:
        taken: what it holds; nothing while nobody said which column is what.
        heads: what stands above each column.
        columns: meaning by column, from 0.
        error: why it cannot be read, or None.
    """

    path: Path
    taken: Taken
    heads: tuple[str, ...] = ()
    columns: Mapping[int, str] = field(default_factory=dict)
    error: CoauthorError | None = None


@dataclass(frozen=True)
class Imported:
    """What bringing questions in came to.

    Args:
        odd: rows and sheets that were not taken in, by name of the file.
        late: numbers of questions that came in with other words after their publication.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    linked: int = 0
    odd: Mapping[str, tuple[Odd, ...]] = field(default_factory=dict)
    late: tuple[int, ...] = ()


def read_files(paths: Sequence[Path], profile: str = "") -> tuple[Taken, ...]:
    """Return what files hold; nothing is written.

    Args:
        profile: name of a profile that was kept, or columns as ``question=C,reference=B``;
            '' to go by the heads.

    Raises:
        UserError: as `coauthor.exchange.spreadsheets.read_spreadsheet`, ``no-questions``,
            or ``memo-profile-unfit``.
        OutsideFailure: a file cannot be read.
    """
    kept = _profiles()
    fixed = _columns(profile, kept) if profile else None
    known = {shape: columns for shape, columns in kept.items() if shape}
    taken = []
    for path in paths:
        found = read_questions(_book(path), known, fixed)
        if fixed is not None:
            keep_profile({each.shape: fixed for each in found.profiles.values() if each.shape})
        taken.append(found)
    return tuple(taken)


def look_at(path: Path, columns: Mapping[int, str] | None = None) -> Form:
    """Return a file as a window shows it: what is in it, or why it cannot be read.

    Args:
        columns: as a person sets them, which is remembered for files of the same shape.
    """
    nothing = Taken(path.name)
    try:
        book = _book(path)
    except CoauthorError as error:
        return Form(path, nothing, error=error)
    heads = _heads(book)
    known = {shape: each for shape, each in _profiles().items() if shape}
    try:
        taken = read_questions(book, known, columns)
    except CoauthorError as error:
        return Form(path, nothing, heads, columns or {}, error)
    (sheet, profile), *_ = taken.profiles.items()
    rows = next(each.rows for each in book.sheets if each.name == sheet)
    heads = rows[profile.head - 1].cells if profile.head else heads
    if columns is not None and "question" in columns.values():
        keep_profile({each.shape: columns for each in taken.profiles.values() if each.shape})
    return Form(path, taken, heads, profile.columns)


def _heads(book: Spreadsheet) -> tuple[str, ...]:
    """Return the first row that looks like a head, for a file whose head says nothing."""
    rows = [row for sheet in book.sheets for row in sheet.rows[:40]]
    return next((row.cells for row in rows if sum(map(bool, row.cells)) > 1), ())


def _book(path: Path) -> Spreadsheet:
    if path.is_file() and path.stat().st_size > FILE_LIMIT:
        raise UserError("sheet-too-large", path=path.name)
    return read_spreadsheet(path.name, read_file(path))


def take_in(
    room: Room,
    files: Sequence[Taken],
    when: datetime,
    message: str,
    *,
    also: Collection[tuple[str, str, int]] = (),
) -> Imported:
    """Bring the questions of files into the register; what came in before is updated.

    Args:
        also: odd rows to take in nevertheless, by file, sheet and row.

    Raises:
        OutsideFailure: it could not be written.
    """
    counts: Counter[str] = Counter()
    odd: dict[str, tuple[Odd, ...]] = {}
    late: list[int] = []
    documents = room.documents()
    for file in files:
        chosen = [e for e in file.odd if e.asked and (file.name, e.sheet, e.row) in also]
        asked = [*file.questions, *(each.asked for each in chosen if each.asked)]
        odd[file.name] = tuple(each for each in file.odd if each not in chosen)
        _take_file(room, file.name, asked, documents, when, counts, late)
    room.save(message, when)
    return Imported(
        counts["new"], counts["updated"], counts["unchanged"], counts["linked"], odd, tuple(late)
    )


def collect(room: Room, when: datetime, message: str) -> Imported:
    """Bring the questions in that were put in the program, each once."""
    known = {each.place for each in room.askers() if not each.source}
    counts: Counter[str] = Counter()
    for event in read_events(room.workspace):
        if event.kind != "question" or not event.body.strip():
            continue
        if event.id in known:
            counts["unchanged"] += 1
            continue
        links = links_value([(event.document, event.clause, "asked")])
        question = room.begin(event.body.strip(), when, {"links": links})
        room.add_asker(Asker(question, event.voice.organisation, place=event.id))
        counts["new"] += 1
    room.save(message, when)
    return Imported(counts["new"], 0, counts["unchanged"], counts["new"])


def keep_profile(profiles: Mapping[str, Mapping[int, str]]) -> None:
    """Remember how sheets of a shape are to be read, on this computer."""
    kept = {**_profiles(), **profiles}
    values = {
        shape: {str(column): meaning for column, meaning in columns.items()}
        for shape, columns in kept.items()
    }
    path = _file()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, encode(tomlkit.dumps({"profiles": values})))


def _take_file(
    room: Room,
    name: str,
    asked: Sequence[Asked],
    documents: Mapping[str, Document],
    when: datetime,
    counts: Counter[str],
    late: list[int],
) -> None:
    register = room.register()
    before = [each for each in room.askers() if each.source == name]
    texts = _texts(register, before)
    keys = {each.key: each.question for each in before}
    matched: set[str] = set()
    twice = _twice(asked)
    for each in asked:
        asker = _asker(name, each, twice)
        same = next((q for q in texts.get(_plain(each.text), ()) if q not in matched), "")
        if same:
            matched.add(same)
            counts["unchanged"] += 1
            continue
        there = keys.get(asker.key, "")
        question = register.question(there) if there and there not in matched else None
        if question is not None and question.state is not State.PUBLISHED:
            matched.add(question.id)
            values = {"reference": each.reference} if each.reference else {}
            room.act(question.id, "reworded", when, each.text, values)
            counts["updated"] += 1
            continue
        if question is not None:
            late.append(question.number)
        counts["linked"] += _begin(room, each, asker, documents, when)
        counts["new"] += 1


def _begin(
    room: Room, asked: Asked, asker: Asker, documents: Mapping[str, Document], when: datetime
) -> bool:
    """Write a new question down; tells whether it names what it is about."""
    found = linked(asked.text, asked.reference, documents)
    values = {"reference": asked.reference} if asked.reference else {}
    if found:
        values["links"] = links_value([(e.document, e.clause, e.how) for e in found])
    question = room.begin(asked.text, when, values)
    room.add_asker(replace(asker, question=question))
    return bool(found)


def _asker(name: str, asked: Asked, twice: Collection[tuple[str, str]]) -> Asker:
    number = "" if (asked.sheet, asked.own_number) in twice else asked.own_number
    place = f"{asked.sheet}:{asked.row}"
    return Asker("", asked.organisation, asked.person, asked.contact, name, place, number)


def _twice(asked: Sequence[Asked]) -> set[tuple[str, str]]:
    """Return the numbers that a file gives to several questions: they tell none apart."""
    counted = Counter((each.sheet, each.own_number) for each in asked)
    return {key for key, count in counted.items() if count > 1}


def _texts(register: Register, before: Sequence[Asker]) -> dict[str, list[str]]:
    """Map the words of the questions of a file to their ids."""
    found: dict[str, list[str]] = {}
    for each in before:
        question = register.question(each.question)
        for wording in question.wordings if question else ():
            found.setdefault(_plain(wording), []).append(each.question)
    return found


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _columns(profile: str, kept: Mapping[str, Mapping[int, str]]) -> dict[int, str]:
    if profile in kept:
        return dict(kept[profile])
    columns = columns_from(profile.partition(":")[2] if ":" in profile else profile)
    if name := profile.partition(":")[0] if ":" in profile else "":
        keep_profile({name: columns})
    return columns


def _profiles() -> dict[str, dict[int, str]]:
    try:
        values = read_toml(decode(_file().read_bytes())).get("profiles", {})
    except (OSError, ValueError):
        return {}
    return {
        str(shape): {int(k): str(v) for k, v in columns.items() if str(k).isdecimal()}
        for shape, columns in values.items()
        if isinstance(columns, dict)
    }


def _file() -> Path:
    return Path(platformdirs.user_config_dir("coauthor", appauthor=False)) / PROFILES
