"""Who we are at a place: keys and passwords, asked for and remembered safely.

libgit2 asks for another answer as long as a place refuses; here the answers end.
"""

import base64
import os
from collections.abc import Iterator
from pathlib import Path

import pygit2
from pygit2.enums import CredentialType

from coauthor.errors import Cancelled, UserError
from coauthor.history.sharing import secret_store
from coauthor.history.sharing.asking import Ask, Secret, SecretKind, SecretRequest
from coauthor.history.sharing.places import Address, Kind

Credential = pygit2.Username | pygit2.UserPass | pygit2.Keypair

ATTEMPTS = 3
"""How often a person is asked for the same secret."""

KEY_FILES = ("id_ed25519", "id_ecdsa", "id_rsa")
"""The person's own key files under ``~/.ssh``, in the order of OpenSSH."""

_MAGIC = b"openssh-key-v1\0"


class Answers:
    """The answers to what a place asks, one after another until one is accepted.

    One object serves all connections of a conversation: what was accepted comes
    first the next time, and what was refused is not given again.
    """

    def __init__(self, address: Address, ask: Ask) -> None:
        self._address = address
        self._ask = ask
        self._user = address.user
        self._allowed = CredentialType(0)
        self._rest = self._ssh() if address.kind is Kind.SSH else self._https()
        self._good: Credential | None = None
        self._given: Credential | None = None
        self._typed: tuple[str, Secret] | None = None

    def begin(self) -> None:
        """Begin a connection."""
        self._given = None

    def next(self, user: str, allowed: CredentialType) -> Credential:
        """Return the next answer.

        Raises:
            UserError: ``wrong-password``, ``no-key`` or ``secret-needed``.
            Cancelled: the person gave no answer.
        """
        self._user = user or self._user
        if allowed & CredentialType.USERNAME:
            return pygit2.Username(self._user)
        self._allowed = allowed
        if self._given is None and self._good is not None:
            self._given = self._good
        else:
            self._given = next(self._rest)
        return self._given

    def accepted(self) -> None:
        """Note that the place was satisfied with the last answer; keep what was typed."""
        if self._given is None:
            return
        self._good = self._given
        if self._typed is not None:
            place, secret = self._typed
            secret_store.keep(place, secret.user, secret.text, remember=secret.remember)
            self._typed = None

    # -- the answers in order ----------------------------------------------

    def _https(self) -> Iterator[Credential]:
        place = self._place
        if known := secret_store.find(place, self._user):
            yield pygit2.UserPass(*known)
            secret_store.forget(place, known[0])
        yield from self._passwords(place)

    def _ssh(self) -> Iterator[Credential]:
        tried = False
        if self._allowed & CredentialType.SSH_KEY:
            if os.environ.get("SSH_AUTH_SOCK"):
                tried = True
                yield pygit2.KeypairFromAgent(self._user)
            for key in own_keys():
                tried = True
                yield from self._unlocked(key)
        if self._allowed & CredentialType.USERPASS_PLAINTEXT:
            yield from self._passwords(self._place)
        raise UserError("key-refused" if tried else "no-key", place=self._address.text)

    def _passwords(self, place: str) -> Iterator[Credential]:
        for attempt in range(1, ATTEMPTS + 1):
            secret = self._question(SecretKind.PASSWORD, place, self._user, attempt)
            self._user = secret.user
            yield pygit2.UserPass(secret.user, secret.text)
        raise UserError("wrong-password", place=self._address.text)

    def _unlocked(self, key: Path) -> Iterator[Credential]:
        if not is_locked(key):
            yield _keypair(self._user, key, "")
            return
        place = str(key)
        if known := secret_store.find(place, ""):
            yield _keypair(self._user, key, known[1])
            secret_store.forget(place, known[0])
        for attempt in range(1, ATTEMPTS + 1):
            secret = self._question(SecretKind.PASSPHRASE, place, "", attempt)
            yield _keypair(self._user, key, secret.text)
        raise UserError("wrong-passphrase", path=place)

    def _question(self, kind: SecretKind, place: str, user: str, attempt: int) -> Secret:
        remember = secret_store.can_remember()
        request = SecretRequest(kind, place, user, attempt, ATTEMPTS, remember)
        secret = self._ask.secret(request)
        if secret is None:
            raise Cancelled
        secret = Secret(secret.text, secret.user or user, secret.remember)
        self._typed = (place, secret)
        return secret

    @property
    def _place(self) -> str:
        return f"{self._address.kind}://{self._address.host}:{self._address.port}"


def own_keys() -> list[Path]:
    """Return the person's own key files that are there."""
    folder = Path.home() / ".ssh"
    return [folder / name for name in KEY_FILES if (folder / name).is_file()]


def is_locked(key: Path) -> bool:
    """Tell whether a key file needs a passphrase (OpenSSH's PROTOCOL.key, or PEM)."""
    try:
        text = key.read_text("ascii", errors="replace")
    except OSError:
        return False
    if "ENCRYPTED" in text:
        return True
    body = "".join(line for line in text.splitlines() if "-----" not in line)
    try:
        data = base64.b64decode(body)
    except ValueError:
        return False
    if not data.startswith(_MAGIC):
        return False
    rest = data[len(_MAGIC) :]
    return rest[4 : 4 + int.from_bytes(rest[:4], "big")] != b"none"


def _keypair(user: str, key: Path, passphrase: str) -> pygit2.Keypair:
    # Without a public key libssh2 works it out of the private one.
    public = key.with_name(f"{key.name}.pub")
    return pygit2.Keypair(user, str(public) if public.is_file() else None, str(key), passphrase)
