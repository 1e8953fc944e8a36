"""The person's own key, which signs what they write: made here at first use, or theirs.

An ed25519 key in OpenSSH's own form, so that every other program can use it and
check what it signed. The private half stays on this computer, readable by its
owner only; it can be locked with a passphrase, which is asked once and kept by
`secret_store`.
"""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from coauthor.errors import UserError
from coauthor.history.files import failure, write_atomically
from coauthor.history.sharing import secret_store
from coauthor.review.rights import fingerprint_of

CHOICE = "key.txt"
"""File in the person's own settings that names a key file of theirs; absent: ours."""

_OPENSSH = serialization.PrivateFormat.OpenSSH
_PUBLIC = (serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key on this computer.

    Args:
        path: the private half; the public half stands beside it in ``.pub``.
        public: the public half, ``ssh-ed25519 AAAA…`` without a comment.
    """

    path: Path
    public: str

    @property
    def fingerprint(self) -> str:
        """What identifies the key, ``SHA256:…``."""
        return fingerprint_of(self.public)


def own_key() -> KeyFile:
    """Return the person's key; it is made when there is none yet.

    Raises:
        UserError: ``key-unfit`` when the file that was chosen is no ed25519 key, or is gone.
        OutsideFailure: it cannot be made or read.
    """
    chosen = _chosen()
    if chosen is not None:
        return read_key(chosen)
    return key_in(made_key_file().parent)


def key_in(folder: Path) -> KeyFile:
    """Return the key in a folder of ours, made at first use: of a thing, not of a person.

    Raises:
        UserError: ``key-unfit``.
        OutsideFailure: it cannot be made or read.
    """
    path = folder / "id_ed25519"
    if not path.exists():
        _make(path)
    return read_key(path)


def read_key(path: Path) -> KeyFile:
    """Return a key file of the person, which need not be unlocked.

    Raises:
        UserError: ``key-unfit``, ``key-locked`` when it is locked and has no public half beside it.
        OutsideFailure: it cannot be read.
    """
    beside = path.with_name(f"{path.name}.pub")
    with contextlib.suppress(OSError):
        words = beside.read_text(encoding="utf-8", errors="replace").split()
        if words[:1] == ["ssh-ed25519"] and len(words) > 1 and path.is_file():
            return KeyFile(path, f"{words[0]} {words[1]}")
    return KeyFile(path, public_of(unlocked(path)))


def choose_key(path: Path | None) -> KeyFile:
    """Sign with a key file of the person from now on; None goes back to the one made here.

    Raises:
        UserError: ``key-unfit`` or ``key-locked``; nothing was changed.
        OutsideFailure: it cannot be read or written.
    """
    choice = _choice_file()
    if path is None:
        choice.unlink(missing_ok=True)
        return own_key()
    found = read_key(path.expanduser().absolute())
    try:
        choice.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure(error, choice) from error
    write_atomically(choice, f"{found.path}\n".encode())
    return found


def keys_at_hand() -> tuple[Path, ...]:
    """Return the key files that can be chosen: the one made here, then those of the person."""
    theirs = Path.home() / ".ssh" / "id_ed25519"
    return tuple(each for each in (made_key_file(), theirs) if each.is_file())


def unlocked(path: Path, passphrase: str | None = None) -> Ed25519PrivateKey:
    """Return the private key in a file; the passphrase is looked up where it is kept.

    Raises:
        UserError: ``key-locked`` (no passphrase known, or a wrong one) or ``key-unfit``.
        OutsideFailure: it cannot be read.
    """
    if passphrase is None and (known := secret_store.find(str(path), "")):
        passphrase = known[1]
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("key-unfit", path=str(path)) from error
    except OSError as error:
        raise failure(error, path) from error
    secret = passphrase.encode() if passphrase else None
    try:
        key = serialization.load_ssh_private_key(data, secret)
    except TypeError as error:  # a passphrase is wanted and none was given, or the other way round
        if secret is not None:
            return unlocked(path, "")
        raise UserError("key-locked", path=str(path)) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        code = "key-unfit" if secret is None else "key-locked"
        raise UserError(code, path=str(path)) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UserError("key-unfit", path=str(path))
    return key


def unlock(path: Path, passphrase: str, *, remember: bool) -> None:
    """Open a locked key for as long as the program runs, and longer when asked.

    Raises:
        UserError: ``key-locked`` when the passphrase is wrong.
    """
    unlocked(path, passphrase)
    secret_store.keep(str(path), "", passphrase, remember=remember)


def lock_with(path: Path, passphrase: str) -> None:
    """Lock the key that was made here with a passphrase; '' takes the lock off.

    Raises:
        UserError: ``key-locked``.
        OutsideFailure: it cannot be written.
    """
    _write_private(path, unlocked(path), passphrase)
    secret_store.keep(str(path), "", passphrase, remember=False)


def public_of(key: Ed25519PrivateKey) -> str:
    """Return the public half as it stands in ``people.toml``."""
    return key.public_key().public_bytes(*_PUBLIC).decode("ascii")


def made_key_file() -> Path:
    """Return where the key stands that this program makes for the person."""
    return Path(platformdirs.user_data_dir("coauthor", appauthor=False)) / "key" / "id_ed25519"


def _make(path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise failure(error, path) from error
    write_atomically(path.with_name(f"{path.name}.pub"), f"{public_of(key)}\n".encode())
    _write_private(path, key, "")


def _write_private(path: Path, key: Ed25519PrivateKey, passphrase: str) -> None:
    """Write the private half, which nobody else may read at any moment."""
    kind: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        kind = serialization.BestAvailableEncryption(passphrase.encode())
    data = key.private_bytes(serialization.Encoding.PEM, _OPENSSH, kind)
    aside = path.with_name(f"{path.name}.new")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        raise failure(error, path) from error


def _chosen() -> Path | None:
    try:
        text = _choice_file().read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return Path(text) if text else None


def _choice_file() -> Path:
    return Path(platformdirs.user_config_dir("coauthor", appauthor=False)) / CHOICE
