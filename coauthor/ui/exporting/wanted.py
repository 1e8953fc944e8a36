"""What somebody wants exported, and how this computer remembers it for a document."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from coauthor.exchange import writable
from coauthor.exchange.choice import INTERNAL, MARKET, Choice
from coauthor.ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Wanted:
    """An export.

    Args:
        file_name: without an ending.
        version_id: '' for the text as it is now.
        style: name of the house style; '' for that of the workspace.
    """

    formats: tuple[str, ...] = ("docx",)
    choice: Choice = INTERNAL
    folder: Path = field(default_factory=Path.home)
    file_name: str = ""
    version_id: str = ""
    style: str = ""

    @property
    def told(self) -> Choice:
        """What its files hold: a sheet for vendors never more than they may read."""
        outward = [writable()[each].outward for each in self.formats]
        return MARKET if outward and all(outward) else self.choice


def recall(preferences: Preferences, root: Path, document: str) -> Wanted:
    """Return what was wanted last time of a document; what cannot be read is left out."""
    beginning = Wanted(file_name=document)
    try:
        values = json.loads(preferences.note(_key(root, document)) or "{}")
        said = {key: values["choice"][key] for key in _PARTS if key in values["choice"]}
        choice = Choice(**{**said, "vendors": tuple(said.get("vendors", ()))})
        formats = tuple(each for each in values["formats"] if each in writable())
        folder = Path(values["folder"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return beginning
    return Wanted(
        formats or beginning.formats,
        choice if _is_sound(choice) else INTERNAL,
        folder if folder.is_dir() else beginning.folder,
        str(values.get("file_name") or document),
        style=str(values.get("style") or ""),
    )


def remember(preferences: Preferences, root: Path, document: str, wanted: Wanted) -> None:
    """Keep what was wanted of a document; which version it was is asked anew each time."""
    values: dict[str, Any] = {
        "formats": list(wanted.formats),
        "choice": asdict(wanted.choice),
        "folder": str(wanted.folder),
        "file_name": wanted.file_name,
        "style": wanted.style,
    }
    preferences.take_note(_key(root, document), json.dumps(values))


_PARTS = tuple(each.name for each in fields(Choice))


def _is_sound(choice: Choice) -> bool:
    return all(
        isinstance(getattr(choice, name), type(getattr(INTERNAL, name))) for name in _PARTS
    ) and all(isinstance(each, str) for each in choice.vendors)


def _key(root: Path, document: str) -> str:
    said = f"{root.resolve()}\x00{document}"
    return "export/" + hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
