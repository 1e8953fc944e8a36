"""What a document is: an ordered list of blocks, each keeping its exact source.

The source text is the truth and the rest is read from it, so writing a document
back gives the same text, whoever wrote it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from coauthor.document.fields import parse_fields
from coauthor.document.markers import Marker
from coauthor.document.parameters import Parameter, find_parameters

MISSING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Heading:
    """A heading of the document, with the blank lines behind it."""

    source: str
    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    """Anything between headings and clauses, with the blank lines behind it.

    ``opener`` is the ``text`` marker line before it, where it needs one.
    """

    text: str
    tail: str = ""
    opener: str = ""

    @property
    def source(self) -> str:
        """The exact text of the block."""
        return self.opener + self.text + self.tail


@dataclass(frozen=True)
class Clause:
    """The numbered unit people agree on: marker, title, body, fields.

    Kept as five pieces of source; ``opening`` is the marker line with the blank
    lines after it, ``head`` the title heading with the blank lines after it,
    ``notes`` the closing block quote with the fields and what separates it from
    the body, ``tail`` the blank lines at the end.
    """

    marker: Marker
    opening: str
    head: str
    title: str
    level: int
    body: str
    notes: str
    tail: str

    @property
    def source(self) -> str:
        """The exact text of the block."""
        return self.opening + self.head + self.body + self.notes + self.tail

    @property
    def uid(self) -> str:
        """The identity: the same in the standard and everywhere it went."""
        return self.marker.uid

    @property
    def code(self) -> str:
        """What people cite, or ''."""
        return self.marker.code

    @property
    def kind(self) -> str:
        """``eis``, ``wens`` or ``informatie``."""
        return self.marker.get("kind", "eis")

    @property
    def theme(self) -> str:
        """The key of its theme, or ''."""
        return self.marker.get("theme")

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The fields by key, in the order they stand, as Markdown."""
        return MappingProxyType(parse_fields(self.notes)) if self.notes else MISSING

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """The slots in the body."""
        return find_parameters(self.body) if "{{" in self.body else ()


@dataclass(frozen=True)
class Tombstone:
    """What stands where a clause left: ``omitted`` (local) or ``withdrawn`` (standard)."""

    marker: Marker
    source: str

    @property
    def uid(self) -> str:
        """The identity of the clause that left."""
        return self.marker.uid

    @property
    def code(self) -> str:
        """The code of the clause that left, or ''."""
        return self.marker.code


Block = Heading | Prose | Clause | Tombstone


@dataclass(frozen=True, slots=True)
class Problem:
    """Damage found while reading; the catalogue holds ``problem-<code>``.

    Args:
        code: what is wrong.
        line: line number in the file, from 1.
        detail: the text in question, shortened.
    """

    code: str
    line: int
    detail: str = ""


@dataclass(frozen=True)
class FrontMatter:
    """The YAML block at the top, kept as it is; ``values`` are its plain entries."""

    source: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MISSING)


@dataclass(frozen=True)
class Document:
    """Front matter and blocks; ``problems`` tell what could not be read as meant."""

    front: FrontMatter
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def text(self) -> str:
        """The exact text of the document."""
        return self.front.source + "".join([block.source for block in self.blocks])

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Index of the first block with each uid, clauses before tombstones."""
        found: dict[str, int] = {}
        stones: dict[str, int] = {}
        for index, block in enumerate(self.blocks):
            if isinstance(block, Clause):
                found.setdefault(block.uid, index)
            elif isinstance(block, Tombstone):
                stones.setdefault(block.uid, index)
        return MappingProxyType(stones | found)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in order."""
        return tuple(block for block in self.blocks if isinstance(block, Clause))

    def clause(self, uid: str) -> Clause | None:
        """Return the clause with that uid, or None."""
        index = self.positions.get(uid)
        block = None if index is None else self.blocks[index]
        return block if isinstance(block, Clause) else None

    @property
    def title(self) -> str:
        """The title of the front matter, else the first heading, else ''."""
        if title := self.front.values.get("title"):
            return title
        return next((block.text for block in self.blocks if isinstance(block, Heading)), "")
