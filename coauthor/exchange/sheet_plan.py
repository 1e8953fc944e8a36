"""How a spreadsheet is read: which sheets, where the headings stand, what each column holds.

A plan is for one file and a person may change it before anything is taken in. A profile
is what is remembered of a plan for the next file of the same kind: by the headings of its
columns, for sheets get other names and columns other places.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

LEFT = ""
"""The role of a column that is left out."""

CHAPTER = "chapter"
FIELD = "field:"
"""Before the key of a field of a clause."""

NEEDED = frozenset({"code", "title", "text", "kind", "priority"})
"""Roles that say what a clause is."""

ROLES = frozenset({*NEEDED, "theme", CHAPTER, "level", "type", "others", "uid"})
"""The roles that are no field."""

_APART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Args:
        heading: as it stands in the file; '' where none does.
        role: ``code``, ``title``, ``text``, ``kind``, ``priority``, ``theme``, ``chapter``,
            ``level``, ``type``, ``others``, ``uid``, ``field:<key>``, or '' to leave it out.
        sample: the first texts in it, to show.
    """

    heading: str
    role: str = LEFT
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetCut:
    """One sheet.

    Args:
        heading_row: number of the row of headings, from 1; 0 where there is none.
        taken: whether it is read at all.
        rows: how many rows with text it has, to show.
        hidden: whether its program shows it.
    """

    name: str
    columns: tuple[Column, ...]
    heading_row: int = 0
    taken: bool = True
    rows: int = 0
    hidden: bool = False

    def place_of(self, role: str) -> int | None:
        """Return the place of the first column with a role, from 0, or None."""
        return next((at for at, each in enumerate(self.columns) if each.role == role), None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word in a column of kinds or priorities means.

    Args:
        kind: ``eis``, ``wens``, ``informatie``, or '' where it says nothing of it.
        priority: ``must``, ``should``, ``could``, or ''.
    """

    word: str
    kind: str = ""
    priority: str = ""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How a file is read.

    Args:
        sheets: of the file; none to leave it to the program.
        profile: name of the profile by which it is read, or ''.
        profiles: what is remembered; the one that fits best is used where ``sheets`` is empty.
    """

    sheets: tuple[SheetCut, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    profile: str = ""
    profiles: tuple["Profile", ...] = ()

    @property
    def taken(self) -> tuple[SheetCut, ...]:
        """The sheets that are read."""
        return tuple(each for each in self.sheets if each.taken)


@dataclass(frozen=True)
class Profile:
    """What is remembered of a plan.

    Args:
        roles: by heading, made plain, the role of its column.
        meanings: what words mean; one that is not here means what it usually does.
        left: names of sheets, made plain, that are not read.
    """

    name: str
    roles: Mapping[str, str]
    meanings: tuple[Meaning, ...] = ()
    left: frozenset[str] = field(default_factory=frozenset)

    def fits(self, headings: Iterable[str]) -> bool:
        """Tell whether a file with these headings is of the kind that is remembered.

        It has all that say what a clause is, and three quarters of all headings.
        """
        here = {plain(each) for each in headings}
        needed = {head for head, role in self.roles.items() if role in NEEDED}
        found = len(self.roles.keys() & here)
        return bool(needed) and needed <= here and found * 4 >= len(self.roles) * 3

    def headings_in(self, cells: Iterable[str]) -> int:
        """Return how many of its headings stand in a row."""
        return len(self.roles.keys() & {plain(each) for each in cells})

    def applied(self, cut: SheetCut) -> SheetCut:
        """Return a sheet in which columns with a heading of the profile have its roles."""
        if not self.headings_in(each.heading for each in cut.columns):
            return cut
        columns = tuple(
            replace(each, role=self.roles.get(plain(each.heading), each.role))
            for each in cut.columns
        )
        taken = not cut.hidden and plain(cut.name) not in self.left
        return replace(cut, columns=columns, taken=taken)

    def meaning(self, usual: Meaning) -> Meaning:
        """Return what a word means by the profile, or else usually."""
        bare = plain(usual.word)
        return next(
            (replace(e, word=usual.word) for e in self.meanings if plain(e.word) == bare), usual
        )


def profile_of(name: str, plan: SheetPlan) -> Profile:
    """Return what is remembered of a plan: the columns that have a heading."""
    roles = {
        plain(each.heading): each.role
        for cut in plan.taken
        for each in cut.columns
        if plain(each.heading)
    }
    left = frozenset(plain(cut.name) for cut in plan.sheets if not cut.taken and plain(cut.name))
    return Profile(name, roles, plan.meanings, left)


def plain(words: str) -> str:
    """Return words as a key: lower case, without accents, hyphens between."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _APART.sub("-", bare).strip("-")
