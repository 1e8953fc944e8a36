"""Checking files before they leave, and making a clean copy of one."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coauthor.errors import CoauthorError, OutsideFailure, UserError
from coauthor.exchange.publication.checking import check, ordered
from coauthor.exchange.publication.cleaning import cleaned
from coauthor.exchange.publication.model import Finding, Reading
from coauthor.exchange.publication.reading import FILE_LIMIT, read_for_publication
from coauthor.exchange.publication.titles import lone_title, speaks_of, words_of
from coauthor.history.files import read_file, write_out
from coauthor.workspace.bringing.refusing import refuse_closed


@dataclass(frozen=True)
class Checked:
    """What was found in one file.

    Args:
        unread: ends of ``publication-unread-<name>``: what was not looked at.
        error: why the file could not be read; then nothing was found.
    """

    path: Path
    kind: str = ""
    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()
    error: CoauthorError | None = None

    @property
    def errors(self) -> int:
        """How many findings must be mended first."""
        return sum(each.level == "error" for each in self.findings)

    @property
    def notes(self) -> int:
        """How many findings are for a person to judge."""
        return len(self.findings) - self.errors


def check_files(
    paths: Sequence[Path], *, project: str = "", report: Callable[[object], None] | None = None
) -> tuple[Checked, ...]:
    """Check files that go out together; one that cannot be read does not stop the others.

    Args:
        project: what the project is called; '' when nobody said.
        report: called with (done, of how many) before each file; may raise `Cancelled`.
    """
    names = [path.name for path in paths]
    found: list[Checked] = []
    titles = _Titles()
    for number, path in enumerate(paths):
        if report is not None:
            report((number, len(paths)))
        try:
            reading = read_for_publication(path.name, _read(path))
            beside = names[:number] + names[number + 1 :]
            findings = check(reading, file=path.name, beside=beside, project=project)
            titles.take(number, reading)
            found.append(Checked(path, reading.kind, findings, reading.unread))
        except (UserError, OutsideFailure) as error:
            found.append(Checked(path, error=error))
    if not project:
        for number, title in titles.strange():
            each = found[number]
            found[number] = replace(each, findings=ordered((*each.findings, title)))
    return tuple(found)


class _Titles:
    """Remembers of each file its title and its words, to hold them against each other."""

    def __init__(self) -> None:
        self._words: dict[int, frozenset[str]] = {}
        self._alone: dict[int, Finding] = {}

    def take(self, number: int, reading: Reading) -> None:
        """Remember a file; of its title, when nothing else in it speaks of the same."""
        self._words[number] = words_of(reading)
        if title := lone_title(reading):
            self._alone[number] = title

    def strange(self) -> Iterator[tuple[int, Finding]]:
        """Yield the titles that none of the other files speaks of either."""
        if len(self._words) < 2:
            return
        for number, title in self._alone.items():
            others = (words for other, words in self._words.items() if other != number)
            if not any(speaks_of(words, title.quote) for words in others):
                yield number, title


def clean_file(path: Path, output: Path, *, project: str = "") -> Checked:
    """Write a clean copy of a file and return what is still found in the copy.

    Raises:
        UserError: ``publication-same-file``, ``publication-signed``,
            ``publication-cannot-clean``, and what reading raises.
        OutsideFailure: ``cannot-write`` and the like; what was there stays.
    """
    if _is_same(path, output):
        raise UserError("publication-same-file", path=str(output))
    copy = cleaned(path.name, _read(path))
    # The copy is read before it is written: one that cannot be read is never given.
    found = _checked(output, copy, project, path.suffix)
    write_out(output, copy)
    return found


def _checked(path: Path, data: bytes, project: str, ending: str) -> Checked:
    name = path.stem + ending
    reading = read_for_publication(name, data)
    found = check(reading, file=name, project=project)
    return Checked(path, reading.kind, found, reading.unread)


def _is_same(path: Path, output: Path) -> bool:
    try:
        return output.exists() and path.samefile(output)
    except OSError:
        return False


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # reading tells what is wrong with it
    if size > FILE_LIMIT:
        raise UserError("publication-too-large", path=path.name)
    data = read_file(path)
    refuse_closed(data, path.name)
    return data
