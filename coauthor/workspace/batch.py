"""A document in several formats at once, in one folder.

The document is made ready once. Each file is written aside and put in its place whole, so
that who stops halfway keeps the files that were ready and finds no half one.
"""

import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coauthor.document.reading import read_document
from coauthor.errors import Cancelled, CoauthorError, OutsideFailure, UserError
from coauthor.exchange import DRAWING, Specification, writable
from coauthor.exchange.choice import INTERNAL, Choice
from coauthor.history.files import TEMPORARY, going_out, write_atomically
from coauthor.language import Catalogue
from coauthor.workspace.exporting import data_of, prepare
from coauthor.workspace.workspace import open_workspace

ALL = "all"
"""What people say for every format."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one format: its file, or why there is none.

    Args:
        size: bytes of the file; 0 when it was not made.
        unshown: the pictures that are words in it, as of `Specification.unshown`.
    """

    format: str
    path: Path
    size: int = 0
    error: CoauthorError | None = None
    unshown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: ``done`` of ``total`` formats, and the one that is being made."""

    done: int
    total: int
    format: str = ""


Report = Callable[[Progress], None]
"""Is told how far it is; may raise `Cancelled`."""


def quiet(_: object) -> None:
    """Tell nobody."""


def chosen_formats(said: str) -> tuple[str, ...]:
    """Return the formats that somebody asked for: ``all``, or names with commas between.

    Raises:
        UserError: ``unknown-format``.
    """
    names = [each.strip() for each in said.split(",") if each.strip()]
    if ALL in names:
        return tuple(writable())
    for name in names or [said]:
        if name not in writable():
            raise UserError("unknown-format", format=name, known=", ".join((ALL, *writable())))
    return tuple(dict.fromkeys(names))


def file_names(name: str, formats: Sequence[str]) -> Mapping[str, str]:
    """Return what the file of each format is called.

    The same format always gets the same name, whatever goes beside it: of those that end
    alike the first has the plain name, and the others say what they are.
    """
    first: dict[str, str] = {}
    for each in writable().values():
        first.setdefault(each.suffixes[0], each.name)
    names = {}
    for wanted in formats:
        suffix = writable()[wanted].suffixes[0]
        own = "" if first[suffix] == wanted else f"-{wanted}"
        names[wanted] = f"{name}{own}{suffix}"
    return names


def write_all(
    made: Specification,
    name: str,
    formats: Sequence[str],
    folder: Path,
    *,
    report: Report = quiet,
    aside: Path | None = None,
) -> tuple[Written, ...]:
    """Write a document in several formats; one that fails does not stop the others.

    Args:
        name: what the files are called, without their endings.
        formats: names of formats that can be written.
        folder: where they go; made when it is not there. Files of the same name give way.
        report: is told before each format, and when all are done.
        aside: a folder to write in first, for who may be ended from outside and removes it
            then (see `clear_aside`); one of its own when None.

    Raises:
        OutsideFailure: ``cannot-write`` and the like: nothing can be written there.
        Cancelled: by ``report``; what was ready stays.
    """
    text = Catalogue(made.language)
    with going_out(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if aside is None:
            aside = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=folder))
        else:
            aside.mkdir(exist_ok=True)
    written = []
    try:
        for number, (each, file_name) in enumerate(file_names(name, formats).items()):
            report(Progress(number, len(formats), each))
            written.append(_write(made, each, aside / file_name, folder / file_name, text))
        report(Progress(len(formats), len(formats)))
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return tuple(written)


def _write(
    made: Specification, format_name: str, aside: Path, path: Path, text: Catalogue
) -> Written:
    try:
        data = data_of(made, format_name, text)
        with going_out(path):
            write_atomically(aside, data)
            aside.replace(path)
    except Cancelled:
        raise
    except CoauthorError as error:
        return Written(format_name, path, error=error)
    except Exception as error:  # noqa: BLE001  # whatever befalls one format, the others are made
        said = f"{type(error).__name__}: {error}"[:200]
        return Written(format_name, path, error=OutsideFailure("cannot-make", reason=said))
    unshown = made.unshown if format_name in DRAWING else ()
    return Written(format_name, path, len(data), unshown=unshown)


def aside_in(folder: Path) -> Path:
    """Return a folder to write in first, that is not there yet, beside what is to come."""
    return folder / f"{TEMPORARY}{secrets.token_hex(8)}"


def clear_aside(aside: Path) -> None:
    """Remove what somebody who was ended left behind."""
    shutil.rmtree(aside, ignore_errors=True)


def export_many(
    root: Path,
    name: str,
    formats: Sequence[str],
    folder: Path,
    *,
    when: datetime,
    language: str = "nl",
    text: str | None = None,
    version_id: str = "",
    final: bool = False,
    choice: Choice = INTERNAL,
    style: str = "",
    file_name: str = "",
    report: Report = quiet,
    aside: Path | None = None,
) -> tuple[Written, ...]:
    """Write a document of a workspace in several formats; for a process of its own.

    Args:
        root: folder of the workspace.
        name: of the document.
        text: what is being written now; the file on disk when None.
        choice: which parts of it are shown.
        style: its house style, as of `coauthor.workspace.exporting.prepare`.
        file_name: what the files are called, without their endings; ``name`` when ''.

    Raises:
        UserError: as `coauthor.workspace.exporting.prepare`.
        OutsideFailure: as `write_all`.
        Cancelled: by ``report``.
    """
    workspace = open_workspace(root)
    made = prepare(
        workspace,
        workspace.entry(name),
        when=when,
        language=language,
        document=None if text is None else read_document(text),
        version_id=version_id,
        final=final,
        choice=choice,
        style=style,
    )
    return write_all(made, file_name or name, formats, folder, report=report, aside=aside)
