"""What an archive wants to know and a document does not say: kept, asked, never invented.

A municipality keeps it in ``[archive]`` of ``coauthor.toml``; who archives may say it once
or otherwise. What nobody said stays out of the metadata and is told.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from coauthor.errors import UserError
from coauthor.exchange.archiving.mdto import APPRAISALS, Concept, Limit, Mark, Pointer, Term
from coauthor.history.files import digest_of, read_file, write_atomically
from coauthor.workspace.settings import FILE
from coauthor.workspace.workspace import Workspace

TABLE = "archive"

APPRAISED: Mapping[str, str] = MappingProxyType(
    {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren"}
)
"""The appraisals of the list that MDTO gives, by their code."""

KEYS: Sequence[str] = tuple(
    """
    identification identification-source appraisal retention retention-from retention-from-list
    retention-start retention-end category category-code category-list
    classification classification-code classification-list
    restriction restriction-code restriction-list restriction-text
    maker maker-id maker-source activity part-of part-of-id part-of-source
    """.split()
)
"""What can be said, one text each; ``--set KEY=TEXT`` on the command line."""

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_LENGTH = re.compile(r"P\d+[YMD]")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "appraisal": re.compile(r"[BV]"),
    "retention": _LENGTH,
    "retention-start": _DAY,
    "retention-end": re.compile(rf"\d{{4}}|{_DAY.pattern}"),
}


@dataclass(frozen=True)
class Details:
    """What is known for the archive, by key; what is not there is not known."""

    said: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        return self.said.get(key, "")

    @property
    def lacks(self) -> tuple[str, ...]:
        """The keys that an archive must know and nobody said; end ``archive-lacks-<key>``."""
        wanted = ["appraisal", "restriction"]
        wanted += ["retention"] * (self["appraisal"] == "V" and not self["retention-end"])
        lists = ("restriction", "category", "classification", "retention-from")
        wanted += [f"{each}-list" for each in lists if self[each]]
        wanted += ["identification-source"] * bool(self["identification"])
        wanted += ["maker"]
        return tuple(each for each in wanted if not self[each])

    def concept(self, key: str) -> Concept | None:
        """Return a word with its list, or None while one of the two is not known."""
        if not self[key] or not self[f"{key}-list"]:
            return None
        return Concept(self[key], self[f"{key}-list"], self[f"{key}-code"])

    @property
    def appraisal(self) -> Concept | None:
        """Whether it is kept for good."""
        code = self["appraisal"]
        return Concept(APPRAISED[code], APPRAISALS, code) if code else None

    @property
    def retention(self) -> Term | None:
        """How long it is kept."""
        start = self.concept("retention-from")
        term = Term(
            start=start.label if start else "",
            start_list=start.list if start else "",
            begins=self["retention-start"],
            length=self["retention"],
            ends=self["retention-end"],
        )
        return term if term != Term(start_list="") else None

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What limits its use."""
        kind = self.concept("restriction")
        return (Limit(kind, self["restriction-text"]),) if kind else ()

    @property
    def makers(self) -> tuple[Pointer, ...]:
        """Whose papers they are."""
        return (self._pointer("maker"),) if self["maker"] else ()

    @property
    def part_of(self) -> tuple[Pointer, ...]:
        """Of what file elsewhere this is a part."""
        return (self._pointer("part-of"),) if self["part-of"] else ()

    @property
    def activity(self) -> Pointer | None:
        """For what task it was made."""
        return Pointer(self["activity"]) if self["activity"] else None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """By what the municipality knows it, such as the number of the case."""
        if self["identification"] and self["identification-source"]:
            return (Mark(self["identification"], self["identification-source"]),)
        return ()

    def _pointer(self, key: str) -> Pointer:
        number, source = self[f"{key}-id"], self[f"{key}-source"]
        return Pointer(self[key], Mark(number, source) if number and source else None)


def read_details(workspace: Workspace, now: Mapping[str, str] | None = None) -> Details:
    """Return what is known for the archive: kept with the workspace, and said ``now``.

    Raises:
        UserError: ``archive-unknown-key`` or ``archive-unfit`` of what is said now.
    """
    kept = {key: value for key, value in _kept(workspace).items() if _fits(key, value)}
    said = {key: " ".join(value.split()) for key, value in (now or {}).items()}
    for key, value in said.items():
        if key not in KEYS:
            raise UserError("archive-unknown-key", key=key, known=", ".join(KEYS))
        if value and not _fits(key, value):
            raise UserError("archive-unfit", key=key, value=value)
    own = {"maker": workspace.settings.organisation}
    every = {**own, **kept, **said}
    return Details({key: value for key, value in every.items() if value})


def _kept(workspace: Workspace) -> Mapping[str, str]:
    try:
        text = (workspace.root / FILE).read_text(encoding="utf-8")
        table: Any = tomlkit.parse(text).unwrap().get(TABLE, {})
    except (OSError, ValueError, TOMLKitError):
        return {}
    values = table.items() if isinstance(table, dict) else ()
    return {key: str(value) for key, value in values if key in KEYS}


def _fits(key: str, value: str) -> bool:
    return key not in _FORMS or _FORMS[key].fullmatch(value) is not None


def with_details(text: str, said: Mapping[str, str]) -> str:
    """Return ``coauthor.toml`` with what is kept for the archive; an empty text takes it away."""
    document = tomlkit.parse(text)
    if not isinstance(document.get(TABLE), dict):
        document[TABLE] = tomlkit.table()
    table: Any = document[TABLE]
    for key, value in said.items():
        if value:
            table[key] = value
        elif key in table:
            del table[key]
    return tomlkit.dumps(document)


def keep_details(workspace: Workspace, said: Mapping[str, str]) -> None:
    """Keep with the workspace what its archive wants to know.

    Raises:
        OutsideFailure: ``cannot-write`` and the like; nothing changed.
        UserError: ``changed-outside`` when somebody changed the settings meanwhile.
    """
    path = workspace.root / FILE
    before = read_file(path)
    after = with_details(before.decode("utf-8"), said).encode("utf-8")
    if after != before:
        write_atomically(path, after, expected=digest_of(before))
