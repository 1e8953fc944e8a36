"""How a command line is read: what `argparse` says of itself, in the words of the program."""

import argparse
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from coauthor.errors import UserError
from coauthor.language import Catalogue

_WRONG = (
    ("required", re.compile(r"the following arguments are required: (?P<what>.+)")),
    ("unknown", re.compile(r"unrecognized arguments: (?P<what>.+)")),
    ("value", re.compile(r"argument (?P<what>.+?): expected .*argument")),
    (
        "choice",
        re.compile(
            r"argument (?P<what>.+?): invalid choice: (?P<said>.+) \(choose from (?P<known>.+)\)"
        ),
    ),
    ("unfit", re.compile(r"argument (?P<what>.+?): invalid .+ value: (?P<said>.+)")),
)
"""What `argparse` says is wrong, in English in every language."""


class Parser(argparse.ArgumentParser):
    """A parser that explains itself in the language of the person."""

    def __init__(self, *given: Any, text: Catalogue, **more: Any) -> None:
        self._text = text
        more |= {"formatter_class": partial(_Formatter, words=text), "add_help": False}
        super().__init__(*given, **more)
        self._positionals.title = text("cli-help-positionals")
        self._optionals.title = text("cli-help-options")
        self.add_argument("-h", "--help", action="help", help=text("cli-help-help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words that were typed, and end."""
        self.exit(2, f"{self.format_usage()}{self.prog}: {wrong_words(message, self._text)}\n")


class _Formatter(argparse.HelpFormatter):
    def __init__(self, *given: Any, words: Catalogue, **more: Any) -> None:
        super().__init__(*given, **more)
        self._words = words

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with the word for usage in the language of the person."""
        begin = f"{self._words('cli-help-usage')}: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, begin)


def wrong_words(message: str, text: Catalogue) -> str:
    """Return what `argparse` says is wrong in the language of the person."""
    for name, pattern in _WRONG:
        found = pattern.fullmatch(message)
        if found is not None:
            return text(f"cli-wrong-{name}", **found.groupdict())
    return message


def refuse_workspaces(options: argparse.Namespace) -> None:
    """Refuse a workspace where a document was asked for, and say which there are.

    Raises:
        UserError: ``document-is-folder`` or ``document-is-workspace``.
    """
    named = (getattr(options, name, None) for name in ("document", "documents"))
    for path in (each for some in named if some is not None for each in _paths(some)):
        if not path.is_dir():
            continue
        found = sorted((path / "documents").glob("*.md"))
        if not found:
            raise UserError("document-is-folder", path=str(path))
        known = ", ".join(map(str, found))
        raise UserError("document-is-workspace", path=str(path), documents=known)


def _paths(said: object) -> Iterable[Path]:
    every = said if isinstance(said, list) else [said]
    return [each for each in every if isinstance(each, Path)]
