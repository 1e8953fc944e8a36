"""One conversation with a place: what git says and asks on the way, in our own terms.

libgit2 keeps silent about much: it does not raise when a place refuses, asks for a
wrong password for ever, and shows no fingerprint. This is where that is heard.
"""

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

import pygit2
from pygit2.enums import CredentialType

from coauthor.errors import OutsideFailure
from coauthor.history.sharing.asking import Ask, Progress, Report, Step
from coauthor.history.sharing.credentials import Answers, Credential
from coauthor.history.sharing.hosts import check_host
from coauthor.history.sharing.places import Address, Kind
from coauthor.history.sharing.presented import presented
from coauthor.history.sharing.troubles import TRANSIENT, trouble

_CONNECT_TIMEOUT = 10_000
_SILENCE_TIMEOUTS = {Step.CONNECTING: 15_000, Step.RECEIVING: 60_000, Step.SENDING: 120_000}
"""Milliseconds; a server that checks what it got may be silent for a while."""

_PAUSES = (0.3, 1.0)
"""Seconds between tries: long enough for a server that restarts or a lost packet."""

_LONG = 3.0
_TICK = 0.05

Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Heads:
    """What a place has: versions by reference, and the line it shows first."""

    references: dict[str, pygit2.Oid]
    first: str = ""

    def branch(self, wanted: str) -> str:
        """Return the line of versions to exchange: ours, else the one it shows first."""
        for name in (wanted, self.first):
            if f"refs/heads/{name}" in self.references:
                return name
        return wanted

    def version(self, branch: str) -> pygit2.Oid | None:
        """Return the version that a line is at, or None."""
        return self.references.get(f"refs/heads/{branch}")


class Talk:
    """A conversation with one place; secrets asked once are used until its end.

    Errors: every failure is raised as the ``CoauthorError`` that fits it.
    """

    def __init__(
        self, git: pygit2.Repository, address: Address, ask: Ask, progress: Report
    ) -> None:
        self._git = git
        self.address = address
        self._progress = progress
        self._ask = ask
        self._answers = Answers(address, ask)
        self.said: list[str] = []
        # The proxy of the system or of git's settings; SSH goes straight.
        self._proxy: Literal[True] | None = True if address.kind is Kind.HTTPS else None

    def heads(self) -> Heads:
        """Ask what the place has."""
        self._progress(Progress(Step.CONNECTING))
        with self._hearing(Step.CONNECTING, sending=False) as (remote, heard):
            listed = remote.list_heads(callbacks=heard, proxy=self._proxy)
        found = {each.name: each.oid for each in listed if each.name}
        first = next((each.symref_target for each in listed if each.name == "HEAD"), None)
        return Heads(found, (first or "").removeprefix("refs/heads/"))

    def fetch(self, specifications: Sequence[str]) -> None:
        """Receive references with everything they need."""
        with self._hearing(Step.RECEIVING, sending=False) as (remote, heard):
            remote.fetch(
                list(specifications), callbacks=heard, message="coauthor", proxy=self._proxy
            )

    def push(self, specifications: Sequence[str]) -> dict[str, str]:
        """Send references; returns what was refused, with the reason."""
        with self._hearing(Step.SENDING, sending=True) as (remote, heard):
            try:
                remote.push(list(specifications), callbacks=heard, proxy=self._proxy)
            except UnicodeDecodeError:
                # What the place says may be cut within a letter; then do not listen.
                vars(heard)["sideband_progress"] = None
                self._answers.begin()
                remote.push(list(specifications), callbacks=heard, proxy=self._proxy)
        return heard.refused

    @contextlib.contextmanager
    def _hearing(
        self, step: Step, *, sending: bool
    ) -> Iterator[tuple[pygit2.Remote, "_Callbacks"]]:
        self.said.clear()
        pygit2.settings.server_connect_timeout = _CONNECT_TIMEOUT
        pygit2.settings.server_timeout = _SILENCE_TIMEOUTS[step]
        self._answers.begin()
        heard = _Callbacks(step, self._progress, self._ask, self.address, self._answers, self.said)
        try:
            yield self._git.remotes.create_anonymous(self.address.text), heard
        except (pygit2.GitError, OSError, KeyError, ValueError) as error:
            raise trouble(
                error, self.address, self.said, sending=sending, here=self._git.path
            ) from error
        self._answers.accepted()


class _Callbacks(pygit2.RemoteCallbacks):
    """What libgit2 calls on the way."""

    def __init__(
        self,
        step: Step,
        progress: Report,
        ask: Ask,
        address: Address,
        answers: Answers,
        said: list[str],
    ) -> None:
        super().__init__()
        self._step = step
        self._report = progress
        self._ask = ask
        self._address = address
        self._answers = answers
        self._said = said
        self.refused: dict[str, str] = {}

    def credentials(
        self, _url: str, username_from_url: str | None, allowed_types: CredentialType
    ) -> Credential:
        """Give the next answer that was not refused yet."""
        self._report(Progress(self._step))
        return self._answers.next(username_from_url or "", allowed_types)

    def certificate_check(self, _certificate: None, valid: bool, host: bytes) -> bool:  # noqa: FBT001
        """Decide whether the place is the one we think it is."""
        reached = host.decode("utf-8", "replace")
        return check_host(self._address, self._ask, presented(), valid=valid, host=reached)

    def sideband_progress(self, string: str) -> None:
        """Keep what the place says for a person."""
        self._said.append(string)
        self._report(Progress(self._step))

    def transfer_progress(self, stats: pygit2.remotes.TransferProgress) -> None:
        """Pass on how much was received."""
        self._report(
            Progress(
                Step.RECEIVING, stats.received_objects, stats.total_objects, stats.received_bytes
            )
        )

    def push_transfer_progress(
        self, objects_pushed: int, total_objects: int, bytes_pushed: int
    ) -> None:
        """Pass on how much was sent."""
        self._report(Progress(Step.SENDING, objects_pushed, total_objects, bytes_pushed))

    def push_update_reference(self, refname: str, message: str | None) -> None:
        """Note a refusal: nothing else tells of it."""
        if message:
            self.refused[refname] = message


def persistently(
    work: Callable[[], Outcome], progress: Report, pauses: Sequence[float] = _PAUSES
) -> Outcome:
    """Do work with a place again where that may help: after a failure of the network.

    Args:
        work: must be safe to do twice.
        pauses: seconds to wait before each further try; cancelled through ``progress``.
    """
    for pause in pauses:
        begun = time.monotonic()
        try:
            return work()
        except OutsideFailure as error:
            if error.code not in TRANSIENT:
                raise
            # A place that does not even answer is away; nobody waits for that thrice.
            if error.code == "place-unreachable" and time.monotonic() - begun > _LONG:
                raise
        _wait(pause, progress)
    return work()


def _wait(seconds: float, progress: Report) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        progress(Progress(Step.CONNECTING))
        time.sleep(_TICK)
