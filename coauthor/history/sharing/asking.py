"""What only a person can answer while a place is being reached.

The window and the command line implement :class:`Ask`. Its methods are called on
the thread that does the work, so a window carries the question to its own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from coauthor.errors import UserError


class Step(StrEnum):
    """What is being done with a place; the catalogue holds ``sharing-step-<step>``."""

    CONNECTING = "connecting"
    RECEIVING = "receiving"
    SENDING = "sending"
    CHECKING = "checking"
    PACKING = "packing"
    PUBLISHING = "publishing"
    COLLECTING = "collecting"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: pieces done of a total (0: not known yet), and bytes."""

    step: Step
    done: int = 0
    total: int = 0
    size: int = 0


Report = Callable[[Progress], None]
"""Takes the progress; raises ``Cancelled`` to stop the work."""


def quiet(_progress: Progress) -> None:
    """Take progress and do nothing with it."""


class SecretKind(StrEnum):
    """Which secret is asked for."""

    PASSWORD = "password"  # noqa: S105 – the name of a kind
    PASSPHRASE = "passphrase"  # noqa: S105


@dataclass(frozen=True, slots=True)
class SecretRequest:
    """A password for a place, or the passphrase of a key file.

    Attributes:
        place: the server, or the key file.
        user: the name that is filled in; '' when there is none yet.
        attempt: 1 the first time; more when the last answer was wrong.
        attempts: how often is asked before giving up.
        can_remember: whether a safe store for secrets was found.
    """

    kind: SecretKind
    place: str
    user: str
    attempt: int
    attempts: int
    can_remember: bool


@dataclass(frozen=True, slots=True)
class Secret:
    """What the person typed; ``user`` may stay '' for a passphrase."""

    text: str = field(repr=False)
    user: str = ""
    remember: bool = False


class Doubt(StrEnum):
    """Why a server is shown before it is trusted."""

    UNKNOWN = "unknown"
    OTHER_KEY = "other-key"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class HostRequest:
    """A server nobody vouches for, as it showed itself.

    Attributes:
        kind: ``ssh`` or ``https``.
        doubt: unknown; known by another kind of key; another certificate than before.
        fingerprint: ``SHA256:…`` of the key, or the SHA-256 of the certificate in
            pairs of hexadecimal digits.
        subject, issuer, valid_from, valid_until: of a certificate; else ''.
            The dates are ISO 8601.
        problem: of a certificate: ``self-signed``, ``expired``, ``other-name`` or
            ``unknown-issuer``; else ''.
    """

    kind: str
    host: str
    port: int
    doubt: Doubt
    fingerprint: str
    key_kind: str = ""
    subject: str = ""
    issuer: str = ""
    valid_from: str = ""
    valid_until: str = ""
    problem: str = ""


class Ask(Protocol):
    """Puts a question to a person and waits for the answer."""

    def secret(self, request: SecretRequest) -> Secret | None:
        """Ask a secret; None when the person stops."""
        ...

    def trust_host(self, request: HostRequest) -> bool:
        """Show a server and ask whether it may be trusted from now on."""
        ...


class NobodyThere:
    """Answers no question: for programs that run without a person."""

    def secret(self, request: SecretRequest) -> Secret | None:
        """Refuse; raises ``secret-needed``."""
        raise UserError("secret-needed", place=request.place)

    def trust_host(self, request: HostRequest) -> bool:  # noqa: ARG002 – part of the port
        """Trust nobody."""
        return False
