"""How a spreadsheet is read: which sheets, where the headings stand, what each column holds.

A plan is for one file and a person may change it before anything is taken in. A profile
is what is remembered of a plan for the next file of the same kind: by the headings of its
columns, for sheets get other names and columns other places.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

LEFT = ""
"""The role of a column that is left out."""

CHAPTER = "chapter"
FIELD = "field:"
"""Before the key of a field of a clause."""

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
    """How a file is read."""

    sheets: tuple[SheetCut, ...]
    meanings: tuple[Meaning, ...] = ()

    @property
    def taken(self) -> tuple[SheetCut, ...]:
        """The sheets that are read."""
        return tuple(each for each in self.sheets if each.taken)


@dataclass(frozen=True)
class Profile:
    """What is remembered of a plan.

    Args:
        roles: by heading, made plain, the role of its column.
        meanings: words that mean something else than they usually do, or nothing by themselves.
    """

    name: str
    roles: Mapping[str, str]
    meanings: tuple[Meaning, ...] = ()
    left: frozenset[str] = field(default_factory=frozenset)

    def fits(self, plan: SheetPlan) -> bool:
        """Tell whether a file has all the headings of the profile on one of its sheets."""
        return bool(self.roles) and any(
            self.roles.keys() <= {plain(each.heading) for each in cut.columns}
            for cut in plan.sheets
        )

    def applied(self, plan: SheetPlan) -> SheetPlan:
        """Return a plan in which columns with a heading of the profile have its roles."""
        words = {plain(each.word): each for each in self.meanings}
        known = tuple(words.pop(plain(each.word), each) for each in plan.meanings)
        return SheetPlan(
            tuple(self._applied(cut) for cut in plan.sheets), (*known, *words.values())
        )

    def _applied(self, cut: SheetCut) -> SheetCut:
        named = self.roles.keys() & {plain(each.heading) for each in cut.columns}
        if not named:
            return cut
        columns = tuple(
            replace(each, role=self.roles.get(plain(each.heading), each.role))
            for each in cut.columns
        )
        return replace(cut, columns=columns, taken=plain(cut.name) not in self.left)


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
