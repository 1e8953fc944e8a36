"""Workspaces that share, for tests."""

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coauthor.errors import Cancelled
from coauthor.history.repository import Author, Repository
from coauthor.history.sharing.asking import HostRequest, Progress, Secret, SecretRequest
from coauthor.history.sharing.places import Place, connect, default_place

FATMA = Author("Fatma Öztürk")
WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@dataclass
class Writer:
    """Somebody with a workspace."""

    root: Path
    saved: int = 0

    @property
    def repository(self) -> Repository:
        return Repository.open(self.root)

    @property
    def place(self) -> Place:
        return default_place(self.repository)

    def write(self, text: str, path: str = "documents/a.md") -> str:
        """Save a version with this text; returns its id."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        self.saved += 1
        when = WHEN + timedelta(minutes=self.saved)
        return self.repository.commit(text.strip()[:40], FATMA, when).id


def begin(root: Path, address: str = "", text: str = "een\n") -> Writer:
    """Make a workspace with one version, connected when an address is given."""
    Repository.create(root)
    (root / "coauthor.toml").write_text("format = 1\n", encoding="utf-8")
    writer = Writer(root)
    writer.write(text)
    if address:
        connect(writer.repository, address)
    return writer


def git(root: Path, *words: str, check: bool = True) -> str:
    """Run the git program as somebody with a name."""
    done = subprocess.run(
        ["git", "-c", "user.name=Ander", "-c", "user.email=a@b", "-C", str(root), *words],
        check=check,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


class Person:
    """Answers what is asked, and remembers what that was."""

    def __init__(self, *secrets: Secret | None, trusts: bool = True) -> None:
        self.secrets = list(secrets)
        self.trusts = trusts
        self.asked: list[SecretRequest] = []
        self.shown: list[HostRequest] = []

    def secret(self, request: SecretRequest) -> Secret | None:
        self.asked.append(request)
        return self.secrets.pop(0) if len(self.secrets) > 1 else self.secrets[0]

    def trust_host(self, request: HostRequest) -> bool:
        self.shown.append(request)
        return self.trusts


class StopAt:
    """Stops the work once it is under way."""

    def __init__(self, step: str, done: int = 1) -> None:
        self.step, self.done, self.reports = step, done, 0

    def __call__(self, progress: Progress) -> None:
        self.reports += 1
        if progress.step == self.step and progress.done >= self.done:
            raise Cancelled
