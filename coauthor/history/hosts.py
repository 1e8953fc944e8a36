"""Whether a server is the one it says: host keys and certificates."""

from coauthor.history.asking import Ask
from coauthor.history.places import Address


def check_host(address: Address, ask: Ask, *, valid: bool) -> bool:  # noqa: ARG001
    """Decide whether the server that libgit2 reached may be talked to."""
    return valid
