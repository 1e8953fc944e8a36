"""A house style to begin with: the example with its explanation, or what a template says."""

from dataclasses import dataclass
from pathlib import Path

import tomlkit

from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.style_file import FILE, read_style
from coauthor.exchange.style_template import Taken, read_template
from coauthor.history.files import read_file, write_atomically
from coauthor.language import LANGUAGES
from coauthor.resources import resources
from coauthor.workspace.settings import slug
from coauthor.workspace.styles import FOLDER, person_folder
from coauthor.workspace.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class NewStyle:
    """A style that was made, and what was taken from a template."""

    folder: Path
    taken: Taken | None = None


def new_style(
    name: str, into: Path | None, *, language: str = "nl", template: Path | None = None
) -> NewStyle:
    """Make the folder of a style.

    Args:
        name: what it is called by: small letters, digits and hyphens.
        into: a workspace, which gets it for everybody in it, or another folder; this
            person's own folder when None.
        template: a DOCX or DOTX whose fonts, colours, margins and logo are taken.

    Raises:
        UserError: ``style-name``, ``style-exists``; of a template as
            `coauthor.exchange.style_template.read_template`.
        OutsideFailure: the template cannot be read, or the folder cannot be made.
    """
    if not name or name != slug(name):
        raise UserError("style-name", name=name[:60], fit=slug(name) or "huisstijl")
    folder = _place(into) / name
    if folder.exists():
        raise UserError("style-exists", path=str(folder))
    taken = read_template(template.name, read_file(template)) if template else None
    text = (resources() / "templates" / f"style.{_known(language)}.toml").read_text("utf-8")
    files = [(folder / FILE, _filled(text, name, taken).encode())]
    if taken and taken.logo:
        kind, data, _ = taken.logo
        files.append((folder / _logo_name(kind), data))
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise OutsideFailure("cannot-write", path=str(folder)) from error
    for path, data in files:
        write_atomically(path, data)
    read_style(folder)
    return NewStyle(folder, taken)


def _place(into: Path | None) -> Path:
    if into is None:
        return person_folder()
    try:
        return open_workspace(into).root / FOLDER
    except UserError:
        return into


def _known(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]


def _logo_name(kind: str) -> str:
    return f"logo.{kind}"


def _filled(text: str, name: str, taken: Taken | None) -> str:
    """Return the example with what was taken in it; its explanation stays."""
    document = tomlkit.parse(text)
    document["label"] = name.replace("-", " ").capitalize()
    if taken is None:
        return tomlkit.dumps(document)
    for table, values in (
        ("fonts", taken.fonts),
        ("colours", taken.colours),
        ("margins", taken.margins),
    ):
        for key, value in values.items():
            document[table][key] = value
    if taken.logo:
        kind, _, width = taken.logo
        logo = tomlkit.table()
        logo.update({"file": _logo_name(kind), "width": width, "alt": "Logo"})
        document["logo"] = logo
    return tomlkit.dumps(document)
