"""Who we are at a place: keys and passwords, asked for and remembered safely."""

import pygit2
from pygit2.enums import CredentialType

from coauthor.errors import OutsideFailure
from coauthor.history.asking import Ask
from coauthor.history.places import Address

Credential = pygit2.Username | pygit2.UserPass | pygit2.Keypair


class Answers:
    """The answers to what a place asks, one after another until one is accepted."""

    def __init__(self, address: Address, ask: Ask) -> None:
        self._address = address
        self._ask = ask

    def next(self, user: str, allowed: CredentialType) -> Credential:  # noqa: ARG002
        """Return the next answer."""
        raise OutsideFailure("place-failed", place=self._address.text, said="")

    def accepted(self) -> None:
        """Note that the place was satisfied with the last answer."""
