"""What the window remembers on this computer: language, look, recent workspaces."""

import hashlib
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

RECENT_LIMIT = 8


class Preferences:
    """Settings of the window, in an INI file of the person."""

    def __init__(self) -> None:
        folder = Path(platformdirs.user_config_dir("coauthor", appauthor=False))
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """``nl`` or ``en``; '' when never chosen."""
        return str(self._settings.value("language", ""))

    @language.setter
    def language(self, value: str) -> None:
        self._settings.setValue("language", value)

    @property
    def appearance(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return str(self._settings.value("appearance", "system"))

    @appearance.setter
    def appearance(self, value: str) -> None:
        self._settings.setValue("appearance", value)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the last window."""
        value = self._settings.value("geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    def recent(self) -> list[Path]:
        """Return the workspaces opened last, newest first, those that still exist."""
        value = self._settings.value("recent", [])
        paths = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(path) for path in paths if (Path(path) / "coauthor.toml").is_file()]

    def remember(self, path: Path, document: str = "") -> None:
        """Put a workspace first among the recent ones, with the document that is open in it."""
        self._settings.setValue(_last(path), document)
        paths = [path, *(each for each in self.recent() if each != path)]
        self._settings.setValue("recent", [str(each) for each in paths[:RECENT_LIMIT]])

    def last_document(self, path: Path) -> str:
        """Return the document of a workspace that was open last, or ''."""
        return str(self._settings.value(_last(path), ""))

    def note(self, key: str) -> str:
        """Return what was kept under a key, or ''."""
        return str(self._settings.value(key, ""))

    def take_note(self, key: str, value: str) -> None:
        """Keep something under a key."""
        self._settings.setValue(key, value)


def _last(path: Path) -> str:
    said = str(path.resolve()).encode("utf-8", "surrogatepass")
    return "last/" + hashlib.sha256(said).hexdigest()[:16]
