"""Who sits at this computer: the name that versions carry, kept outside workspaces."""

import getpass
import tomllib
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import tomlkit

from coauthor.history.files import write_atomically
from coauthor.history.repository import Author


@dataclass(frozen=True, slots=True)
class Person:
    """The person and the organisation they write for."""

    name: str
    organisation: str = ""

    @property
    def author(self) -> Author:
        """The person as versions name them; no mail address is kept."""
        return Author(self.name, organisation=self.organisation)


def person_file() -> Path:
    """Return where the person is remembered."""
    return Path(platformdirs.user_config_dir("coauthor", appauthor=False)) / "person.toml"


def read_person() -> Person:
    """Return the remembered person, or the name of the account."""
    values = _kept()
    name = str(values.get("name", "")).strip()
    return Person(name or account_name(), str(values.get("organisation", "")))


def write_person(person: Person) -> None:
    """Remember the person on this computer."""
    _keep({**_kept(), "name": person.name, "organisation": person.organisation})


def is_introduced() -> bool:
    """Tell whether the person gave a name, or was asked for one before."""
    values = _kept()
    name = str(values.get("name", "")).strip()
    return bool(values.get("asked")) or name not in ("", account_name())


def ask_no_more() -> None:
    """Remember that the name was asked for."""
    _keep({**_kept(), "asked": True})


def _kept() -> dict[str, object]:
    try:
        return tomllib.loads(person_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _keep(values: dict[str, object]) -> None:
    path = person_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, tomlkit.dumps(values).encode("utf-8"))


def account_name() -> str:
    """Return the name of the account; 'Coauthor' where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "Coauthor"
