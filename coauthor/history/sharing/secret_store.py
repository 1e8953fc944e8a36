"""Where secrets are kept: the keyring of the system, else the memory of this program.

Never a plain file: a keyring that would write one counts as none.
"""

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError

_SERVICE = "coauthor"
_memory: dict[tuple[str, str], str] = {}


def can_remember() -> bool:
    """Tell whether this system has a safe store for secrets."""
    return _is_safe(keyring.get_keyring())


def find(place: str, user: str) -> tuple[str, str] | None:
    """Return the user and the secret for a place, or None; ``user`` may be ''."""
    for (known_place, known_user), secret in reversed(_memory.items()):
        if known_place == place and user in {"", known_user}:
            return known_user, secret
    if not can_remember():
        return None
    try:
        found = keyring.get_credential(_name(place), user or None)
    except KeyringError:
        return None  # locked or out of order: then the person is asked
    return (found.username, found.password) if found else None


def keep(place: str, user: str, secret: str, *, remember: bool) -> bool:
    """Keep a secret until the program ends, and longer when asked and possible.

    Returns:
        Whether it will be known next time.
    """
    _memory.pop((place, user), None)
    _memory[place, user] = secret
    if not remember or not can_remember():
        return False
    try:
        keyring.set_password(_name(place), user, secret)
    except KeyringError:
        return False
    return True


def forget(place: str, user: str) -> None:
    """Forget a secret that turned out to be wrong."""
    _memory.pop((place, user), None)


def _name(place: str) -> str:
    return f"{_SERVICE} {place}"


def _is_safe(backend: KeyringBackend) -> bool:
    if isinstance(backend, chainer.ChainerBackend):
        return bool(backend.backends) and all(_is_safe(each) for each in backend.backends)
    if isinstance(backend, fail.Keyring | null.Keyring):
        return False
    return not type(backend).__module__.startswith("keyrings.alt")
