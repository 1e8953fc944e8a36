"""A municipality with a published specification, and the forms that vendors send."""

import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from coauthor.language import Catalogue
from coauthor.workspace.creating import new_workspace
from coauthor.workspace.memo.importing import read_files, take_in
from coauthor.workspace.memo.room import Room, make_room
from coauthor.workspace.person import Person
from coauthor.workspace.workspace import Workspace, open_workspace

WHEN = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
TEXT = Catalogue("nl")
ANJA, MO = Person("Anja", "Gemeente Waterrijk"), Person("Mo", "Gemeente Waterrijk")
SPECIFICATION = """---
title: Bestek Belastingen
code: BEL
language: nl
---

# Heffen

<!-- clause aaaaaaaaaa BEL-001 kind=eis priority=must -->
### Aanslagbiljet

Het systeem stelt het aanslagbiljet binnen 5 werkdagen samen.

<!-- clause bbbbbbbbbb BEL-002 kind=wens -->
### Huisstijl

Het biljet heeft de huisstijl van de gemeente.

<!-- clause cccccccccc BEL-003 kind=eis -->
### Incasso

Het systeem int maandelijks met een machtiging.
"""


def specification(folder: Path) -> Workspace:
    """Return a workspace with one document."""
    made = new_workspace(
        folder,
        "local",
        "Gemeente Waterrijk",
        "Bestek Belastingen",
        author=ANJA.author,
        when=WHEN,
        message="Begin",
    )
    made.file(made.settings.documents[0]).write_text(SPECIFICATION, "utf-8")
    made.repository.commit("Tekst", ANJA.author, WHEN)
    return open_workspace(made.root)


def xlsx(path: Path, rows: list[tuple[str, ...]]) -> Path:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Vragen")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    path.write_bytes(stream.getvalue())
    return path


def comma(path: Path, rows: list[tuple[str, ...]], delimiter: str = ";") -> Path:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    path.write_text(stream.getvalue(), "utf-8")
    return path


def room_with(workspace: Workspace, *files: Path, person: Person = ANJA) -> Room:
    """Return the private room with the questions of files."""
    room = make_room(workspace, person, WHEN, "Vragen")
    take_in(room, read_files(files), WHEN, "Ingelezen")
    return room


def as_other(room: Room, monkeypatch: pytest.MonkeyPatch, home: Path) -> Room:
    """Return the room as a colleague at another computer has it, with a key of their own."""
    home.mkdir(exist_ok=True)
    with monkeypatch.context() as there:
        there.setenv("HOME", str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            there.setenv(name, str(home / name))
        other = Room(room.workspace, room.home, MO)
        other.identity  # noqa: B018 – their key is made and remembered while the home is theirs
    assert other.identity != room.identity
    return other
