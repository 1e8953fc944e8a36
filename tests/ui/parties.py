"""Parties that share one workspace, each at a computer of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygit2
import tomlkit

from coauthor.document.reading import encode
from coauthor.history.repository import Author, Repository
from tests.ui.far import Far
from tests.workspace.sharing import now


@dataclass(frozen=True)
class Party:
    """An organisation with a home, a clone of the workspace, and what it is."""

    name: str
    home: Path
    root: Path

    def sits_down(self) -> Far:
        """Open the window of somebody of the organisation."""
        return Far(self.root.name.capitalize(), self.home, self.root)


def gather(
    folder: Path,
    files: dict[str, str],
    *names: str,
    before: Callable[[Path], None] = lambda _: None,
) -> list[Party]:
    """Make a workspace of files, share it, and give each organisation a clone of it.

    The person of each already said for which organisation they write.

    Args:
        before: what happened in the workspace before it was shared.
    """
    place, begin = folder / "plek.git", folder / "begin"
    pygit2.init_repository(str(place), bare=True, initial_head="main").free()
    repository = Repository.create(begin)
    for path, text in files.items():
        target = begin / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(encode(text))
    repository.commit("Begin", Author("Begin"), now())
    before(begin)
    repository.git.remotes.create("origin", str(place))
    tags = [each for each in repository.git.references if each.startswith("refs/tags/")]
    repository.git.remotes["origin"].push(["refs/heads/main", *tags])
    found = []
    for name in names:
        short = name.split()[-1].lower()
        root, home = folder / "rooms" / short, folder / "homes" / short
        pygit2.clone_repository(str(place), str(root)).free()
        settings = home / ".config/coauthor"
        settings.mkdir(parents=True)
        person = {"name": short.capitalize(), "organisation": name, "asked": True}
        (settings / "person.toml").write_text(tomlkit.dumps(person), "utf-8")
        found.append(Party(name, home, root))
    return found
