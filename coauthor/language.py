"""The translation catalogue: every text a person sees, in Dutch and English.

Messages are Fluent files (https://projectfluent.org), one folder a language.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from fluent.runtime import FluentBundle, FluentResource

from coauthor.resources import resources

LANGUAGES = ("nl", "en")
"""Languages with a complete catalogue; the first is the default."""


_BEGINS = re.compile(r"^(-?[a-zA-Z][\w-]*)[ \t]*=", re.MULTILINE)
_MENTIONS = re.compile(r"\{\s*(-?[a-zA-Z][\w-]*)(?:\.[\w-]+)?\s*\}")


class Catalogue:
    """Texts of one language; call it with a message id and its arguments.

    A message is read when it is first asked for: reading all of them would hold up
    every start of the program.
    """

    def __init__(self, language: str = LANGUAGES[0]) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._bundle = FluentBundle([self.language], use_isolating=False)
        self._entries = _entries(self.language)
        self._read: set[str] = set()

    def __call__(self, message_id: str, /, **arguments: str | float) -> str:
        """Return the text of ``message_id``.

        Raises:
            KeyError: the catalogue has no such message.
        """
        self._take(message_id)
        message = self._bundle.get_message(message_id)
        if message.value is None:
            raise KeyError(message_id)
        text, errors = self._bundle.format_pattern(message.value, arguments)
        if errors:
            raise KeyError(f"{message_id}: {errors[0]}")
        return str(text)

    def has(self, message_id: str) -> bool:
        """Tell whether the catalogue holds ``message_id``."""
        return message_id in self._entries

    def _take(self, name: str) -> None:
        """Read an entry, and those that it mentions."""
        if name in self._read or name not in self._entries:
            return
        self._read.add(name)
        source = self._entries[name]
        self._bundle.add_resource(FluentResource(source))
        for mentioned in _MENTIONS.findall(source):
            self._take(mentioned)


@cache
def _entries(language: str) -> Mapping[str, str]:
    """Return the source of each entry of a language by its name."""
    found: dict[str, str] = {}
    for path in catalogue_files(language):
        text = path.read_text(encoding="utf-8")
        begins = list(_BEGINS.finditer(text))
        ends = [each.start() for each in begins[1:]] + [len(text)]
        for begin, end in zip(begins, ends, strict=True):
            found.setdefault(begin[1], text[begin.start() : end])
    return MappingProxyType(found)


def catalogue_files(language: str) -> Iterator[Path]:
    """Yield the Fluent files of a language in a fixed order."""
    yield from sorted((resources() / "locale" / language).glob("*.ftl"))
