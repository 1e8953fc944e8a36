"""Two or more people who share one workspace over a bare repository."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pygit2

from coauthor.document.reading import decode, encode
from coauthor.history import states
from coauthor.history.repository import Author, Repository
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.sharing.receiving import Naming, Received, keep_own, receive
from coauthor.workspace.sharing.sending import make_ready
from coauthor.workspace.sharing.taking_back import take_back
from coauthor.workspace.workspace import Workspace, open_workspace

NAMING = Naming("Eigen werk", "Samengevoegd")
SETTINGS = """format = 1
kind = "local"
organisation = "Gemeente Waterrijk"
title = "Proef"

[[documents]]
name = "a"
title = "A"

[[documents]]
name = "b"
title = "B"
"""
TEXT = """---
title: A
code: BEL
---

# Heffen

Inleidende tekst.

<!-- clause aaaaaaaaaa BEL-001 kind=eis -->
### Biljet

Het systeem stelt één biljet samen.

<!-- clause bbbbbbbbbb BEL-002 kind=eis -->
### Termijn

Het systeem antwoordt binnen 4 uur.

# Innen

<!-- clause cccccccccc BEL-003 kind=wens -->
### Incasso

Het systeem int automatisch.
"""


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Writer:
    """Somebody with a clone of the shared place."""

    name: str
    root: Path
    organisation: str = ""
    mine: list[str] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        return open_workspace(self.root)

    @property
    def author(self) -> Author:
        return Author(self.name, organisation=self.organisation)

    @property
    def questions(self) -> OpenQuestions:
        return OpenQuestions(self.workspace)

    def read(self, document: str = "a") -> str:
        return decode((self.root / f"documents/{document}.md").read_bytes())

    def write(self, text: str, document: str = "a") -> None:
        (self.root / f"documents/{document}.md").write_bytes(encode(text))

    def change(self, old: str, new: str, document: str = "a") -> None:
        text = self.read(document)
        assert old in text
        self.write(text.replace(old, new, 1), document)

    def save(self, message: str = "Versie") -> str:
        return self.workspace.repository.commit(message, self.author, now()).id

    def fetch(self) -> str:
        """Learn what the place has; return its version."""
        repository = self.workspace.repository
        repository.git.remotes["origin"].fetch()
        return states.version_at(repository, "refs/remotes/origin/main")

    def receive(self) -> Received:
        return self.take(self.fetch())

    def save_point(self) -> str:
        """Give the newest version a reference of its own, and return that."""
        repository = self.workspace.repository
        head = repository.git.head.target
        repository.git.references.create("refs/heads/toen", head, force=True)
        return "refs/heads/toen"

    def save_if_new(self) -> None:
        keep_own(self.workspace, self.author, now(), "Versie")

    def take_from(self, reference: str) -> Received:
        return self.take(states.version_at(self.workspace.repository, reference))

    def take(self, theirs: str) -> Received:
        return receive(self.workspace, theirs, self.author, now(), NAMING)

    def take_back(self) -> Received:
        return take_back(self.workspace, self.fetch(), self.author, now(), NAMING)

    def send(self) -> bool:
        """Send the versions; False when the place has newer ones."""
        make_ready(self.workspace, self.author, now(), "Beslist")
        repository = self.workspace.repository
        try:
            repository.git.remotes["origin"].push(["refs/heads/main"])
        except pygit2.GitError:
            return False
        return True

    def decide(self, choice: str) -> None:
        """Decide everything that is open one way."""
        questions = self.questions
        for question in questions.to_decide:
            questions.decide_file(question.id, choice)


def share(folder: Path, *names: str, files: dict[str, str] | None = None) -> list[Writer]:
    """Make a shared place with a workspace, and a clone of it for each name."""
    place = folder / "plek.git"
    pygit2.init_repository(str(place), bare=True, initial_head="main")
    first = folder / names[0]
    repository = Repository.create(first)
    start = {"coauthor.toml": SETTINGS, "documents/a.md": TEXT, "documents/b.md": "# B\n\nTekst.\n"}
    for path, text in {**start, **(files or {})}.items():
        target = first / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(encode(text))
    repository.commit("Begin", Author("Begin"), now())
    return share_existing(place, first, *names)


def share_existing(place: Path, first: Path, *names: str) -> list[Writer]:
    """Share a workspace that is there, and make a clone of it for each other name."""
    if not place.exists():
        pygit2.init_repository(str(place), bare=True, initial_head="main")
    repository = Repository.open(first)
    repository.git.remotes.create("origin", str(place))
    repository.git.remotes["origin"].push(["refs/heads/main"])
    writers = [Writer(names[0], first, f"Gemeente {names[0]}")]
    for name in names[1:]:
        root = first.with_name(name)
        pygit2.clone_repository(str(place), str(root)).free()
        writers.append(Writer(name, root, f"Gemeente {name}"))
    return writers
