"""House styles that an export can have: of the workspace, of the person, and shipped ones.

Each is a folder with a ``style.toml``, called by the name of the folder. A style of the
workspace goes before one of the person of the same name, and that before a shipped one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from coauthor.errors import CoauthorError, UserError
from coauthor.exchange.style import NEUTRAL, Style
from coauthor.exchange.style_file import FILE, read_style
from coauthor.resources import resources
from coauthor.workspace.person import person_file
from coauthor.workspace.workspace import Workspace

FOLDER = "styles"
MOST = 200
"""Folders that are looked at in one place."""

Place = Literal["workspace", "person", "shipped", "folder"]


@dataclass(frozen=True, slots=True)
class Found:
    """A style that there is, or the reason why it cannot be used.

    Args:
        style: None when something is wrong with it, which ``error`` tells.
        usual: whether the workspace uses it where nobody chooses.
    """

    name: str
    place: Place
    folder: Path
    style: Style | None = None
    error: CoauthorError | None = None
    usual: bool = False

    def label(self, language: str) -> str:
        """Return what it is called where it is chosen."""
        return self.style.label.of(language) if self.style else self.name


def styles_of(workspace: Workspace | None = None) -> tuple[Found, ...]:
    """Return all styles that a workspace can use, its own first; broken ones say why."""
    usual = usual_style(workspace)
    found: dict[str, Found] = {}
    for place, folder in _folders(workspace):
        for each in folder:
            if each.name in found:
                continue
            found[each.name] = style_in(each, place, usual=each.name == usual)
    return tuple(found.values())


def style_in(folder: Path, place: Place, *, usual: bool = False) -> Found:
    """Return the style in a folder, or why it cannot be used."""
    try:
        return Found(folder.name, place, folder, read_style(folder), None, usual)
    except CoauthorError as error:
        return Found(folder.name, place, folder, None, error, usual)


def usual_style(workspace: Workspace | None) -> str:
    """Return the style that a workspace uses where nobody chooses (``style`` in its settings)."""
    return (workspace.settings.style if workspace else "") or NEUTRAL.name


def find_style(workspace: Workspace | None, named: str = "") -> Style:
    """Return a style by its name, or by the path of its folder.

    Args:
        named: '' for the one that the workspace uses.

    Raises:
        UserError: ``style-unknown`` with the names there are, or what
            `coauthor.exchange.style_file.read_style` says of it.
        OutsideFailure: it cannot be read.
    """
    wanted = named or usual_style(workspace)
    if any(sign in wanted for sign in "/\\"):
        path = Path(wanted)
        return read_style(path.parent if path.name == FILE else path)
    names = []
    for _, folder in _folders(workspace):
        for each in folder:
            if each.name == wanted:
                return read_style(each)
            names.append(each.name)
    raise UserError("style-unknown", name=wanted[:60], known=", ".join(dict.fromkeys(names)))


def person_folder() -> Path:
    """Return where the styles of this person lie."""
    return person_file().parent / FOLDER


def _folders(workspace: Workspace | None) -> Iterator[tuple[Place, list[Path]]]:
    if workspace is not None:
        yield "workspace", _inside(workspace.root / FOLDER)
    yield "person", _inside(person_folder())
    yield "shipped", _inside(resources() / FOLDER)


def _inside(folder: Path) -> list[Path]:
    """Return the styles in a folder; a link that leads elsewhere is none."""
    try:
        there = sorted(folder.iterdir())[:MOST]
    except OSError:
        return []
    return [each for each in there if not each.is_symlink() and _has_style(each)]


def _has_style(folder: Path) -> bool:
    """Tell whether a folder holds a style; one that nobody may read is told when it is read."""
    try:
        return (folder / FILE).is_file()
    except OSError:
        return True
