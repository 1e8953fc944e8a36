"""The zip that an office document is: parts that are shipped, and parts that are written."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from io import TextIOWrapper
from string import Template
from typing import IO, Self

from coauthor.resources import resources

_COUNTRY = {"nl": "nl-NL", "en": "en-GB", "fy": "fy-NL", "de": "de-DE", "fr": "fr-FR"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_SHIPPED = {"[Content_Types].xml": "types.xml", "_rels/.rels": "_rels/package.rels"}
"""Parts that have another name on disk, where a bracket or a dot in front is awkward."""
_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the first that a zip knows, so that a clock tells nothing."""


class Package:
    """A zip that is being written.

    Args:
        stream: where to; must be a file that can be read back when the zip is closed.
        kind: the folder in ``resources/templates`` with the shipped parts.
    """

    def __init__(self, stream: IO[bytes], kind: str) -> None:
        self._zip = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6)
        self._folder = resources() / "templates" / kind

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def keep(self, name: str, data: bytes) -> None:
        """Write a part that is compressed already, such as a picture."""
        self._zip.writestr(zipfile.ZipInfo(name, _DAY), data)

    def store(self, name: str, content: str) -> None:
        """Write a part without compressing it."""
        self._zip.writestr(zipfile.ZipInfo(name, _DAY), content)

    def copy(self, name: str) -> None:
        """Write a shipped part as it is."""
        self.fill(name, {})

    def fill(self, name: str, values: Mapping[str, str]) -> None:
        """Write a shipped part with ``$name`` replaced; values are XML already."""
        with self.open(name) as part:
            part.write(Template(self.shipped(name)).substitute(values))

    def shipped(self, name: str) -> str:
        """Return a shipped part."""
        return (self._folder / _SHIPPED.get(name, name)).read_text("utf-8")

    @contextmanager
    def open(self, name: str) -> Iterator[TextIOWrapper]:
        """Give a part to write text to; it is compressed as it comes."""
        info = zipfile.ZipInfo(name, _DAY)
        info.compress_type = zipfile.ZIP_DEFLATED
        with (
            self._zip.open(info, "w") as raw,
            TextIOWrapper(raw, "utf-8", newline="\n", write_through=False) as part,
        ):
            yield part


def language_tag(language: str) -> str:
    """Return the tag of a language with its country, which word processors want; else Dutch."""
    if language in _COUNTRY:
        return _COUNTRY[language]
    return language if _LANGUAGE.fullmatch(language) and "-" in language else _COUNTRY["nl"]


def stamp(when: datetime) -> str:
    """Return the day as both formats write a moment; hours and zones tell of a person."""
    return f"{when:%Y-%m-%d}T00:00:00Z"
