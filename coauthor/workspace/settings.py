"""``coauthor.toml``: what a workspace is, which documents it holds, whence they came.

Unknown keys, order and comments survive a change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError

from coauthor.document.toml import refuse_unfit
from coauthor.errors import UserError

FILE = "coauthor.toml"
FORMAT = 1
KINDS = ("standard", "local", "consultation", "group")

Kind = Literal["standard", "local", "consultation", "group"]

_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document of the workspace; ``standard`` and ``source`` say what it derives from."""

    name: str
    title: str
    standard: str = ""
    source: str = ""

    @property
    def path(self) -> str:
        """Path of its file inside the workspace."""
        return f"documents/{self.name}.md"


@dataclass(frozen=True, slots=True)
class StandardEntry:
    """A standard whose release the workspace holds as a snapshot."""

    name: str
    title: str
    source: str
    release: str
    digest: str

    @property
    def folder(self) -> str:
        """Folder of the snapshot inside the workspace."""
        return f"standards/{self.name}"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a workspace.

    Args:
        style: the house style of its exports; '' for the neutral one.
    """

    kind: Kind
    organisation: str
    title: str
    language: str = "nl"
    name: str = ""
    release: str = ""
    example: bool = False
    documents: tuple[DocumentEntry, ...] = ()
    standards: tuple[StandardEntry, ...] = field(default=())
    style: str = ""

    def document(self, name: str) -> DocumentEntry:
        """Return the document of that name.

        Raises:
            UserError: ``no-such-document``.
        """
        for entry in self.documents:
            if entry.name == name:
                return entry
        raise UserError("no-such-document", name=name)

    def standard(self, name: str) -> StandardEntry | None:
        """Return the standard of that name, or None."""
        return next((entry for entry in self.standards if entry.name == name), None)


def read_settings(text: str) -> Settings:
    """Read ``coauthor.toml``.

    Raises:
        UserError: ``settings-broken`` with the line, or ``settings-newer`` when a
            later version of the program wrote it.
    """
    try:
        refuse_unfit(text)
        values = tomlkit.parse(text).unwrap()
    except (TOMLKitError, RecursionError, ValueError) as error:
        raise UserError("settings-broken", line=getattr(error, "line", 1)) from error
    if not isinstance(values.get("format"), int) or values.get("kind") not in KINDS:
        raise UserError("settings-broken", line=1)
    if values["format"] > FORMAT:
        raise UserError("settings-newer", format=values["format"])
    return Settings(
        kind=cast(Kind, values["kind"]),
        organisation=_text(values, "organisation"),
        title=_text(values, "title"),
        language=_text(values, "language") or "nl",
        name=_text(values, "name"),
        release=_text(values, "release"),
        example=values.get("example") is True,
        documents=tuple(_document(each) for each in _tables(values, "documents")),
        standards=tuple(_standard(each) for each in _tables(values, "standards")),
        style=_name(values, "style"),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key, "")
    return value if isinstance(value, str) else str(value)


def _tables(values: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    tables = values.get(key, [])
    named = [each for each in tables if isinstance(each, dict) and _is_name(each.get("name"))]
    return cast(list[Mapping[str, Any]], named)


def _name(values: Mapping[str, Any], key: str) -> str:
    value = _text(values, key)
    return value if _is_name(value) else ""


def _is_name(value: object) -> bool:
    """Tell whether a name can safely stand in a path."""
    return isinstance(value, str) and value == slug(value)


def _document(values: Mapping[str, Any]) -> DocumentEntry:
    name = _text(values, "name")
    title = _text(values, "title") or name
    return DocumentEntry(name, title, _text(values, "standard"), _text(values, "from"))


def _standard(values: Mapping[str, Any]) -> StandardEntry:
    name = _text(values, "name")
    return StandardEntry(
        name,
        _text(values, "title") or name,
        _text(values, "source"),
        _text(values, "release"),
        _text(values, "digest"),
    )


def write_settings(settings: Settings) -> str:
    """Return a new ``coauthor.toml``."""
    document = tomlkit.document()
    document["format"] = FORMAT
    for key in ("kind", "name", "organisation", "title", "language", "release", "style"):
        if value := getattr(settings, key):
            document[key] = value
    if settings.example:
        document["example"] = True
    text = tomlkit.dumps(document)
    for entry in settings.documents:
        text = with_document(text, entry)
    for standard in settings.standards:
        text = with_standard(text, standard)
    return text


def with_document(text: str, entry: DocumentEntry) -> str:
    """Return the settings text with a document added, or replaced by name."""
    pairs = {"name": entry.name, "title": entry.title}
    if entry.standard:
        pairs |= {"standard": entry.standard, "from": entry.source}
    return _with_table(text, "documents", pairs)


def with_standard(text: str, entry: StandardEntry) -> str:
    """Return the settings text with a standard added, or replaced by name."""
    keys = ("name", "title", "source", "release", "digest")
    return _with_table(text, "standards", {key: getattr(entry, key) for key in keys})


def with_value(text: str, key: str, value: str) -> str:
    """Return the settings text with one top-level value set."""
    document = tomlkit.parse(text)
    document[key] = value
    return tomlkit.dumps(document)


def with_name(text: str, name: str, new: str) -> str:
    """Return the settings text with a document renamed.

    Raises:
        UserError: ``settings-broken``.
    """
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise UserError("settings-broken", line=getattr(error, "line", 1)) from error
    tables = document.get("documents")
    for table in tables if isinstance(tables, tomlkit.items.AoT) else ():
        if table.get("name") == name:
            table["name"] = new
    return tomlkit.dumps(document)


def _with_table(text: str, key: str, pairs: Mapping[str, str]) -> str:
    document = tomlkit.parse(text)
    tables = document.get(key)
    if not isinstance(tables, tomlkit.items.AoT):
        tables = tomlkit.aot()
        document[key] = tables
    for table in tables:
        if table.get("name") == pairs["name"]:
            table.update(pairs)
            break
    else:
        table = tomlkit.table()
        table.update(pairs)
        tables.append(table)
    return tomlkit.dumps(document)


def slug(title: str) -> str:
    """Return a name for files: lower-case letters, digits and hyphens."""
    plain = title.lower().translate(str.maketrans("éèëêáàäâóòöôíìïîúùüûç", "eeeeaaaaooooiiiiuuuuc"))
    return _UNSAFE.sub("-", plain).strip("-")[:60]
