"""Sealed positions: in a blind first round nobody sees what another said before it closes.

Everybody in a room can read all its files, so hiding on the screen would hide
nothing. Until the round closes only a digest of the position travels; the position
itself and a random salt stay with who gave it. Afterwards each program shows its own,
and everybody can check that it is what was sealed.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass

from coauthor.review.people import name_key

SEALED = "sealed-position"
CLOSE = "close-round"


@dataclass(frozen=True, slots=True)
class Secret:
    """What is sealed: a position of an organisation on the exact text of a clause.

    Args:
        digest: `coauthor.review.digest.clause_digest` of the text it is about.
        salt: random, so that nobody finds the position by trying all of them.
    """

    organisation: str
    document: str
    clause: str
    stance: str
    digest: str
    argument: str
    salt: str

    @property
    def seal(self) -> str:
        """The SHA-256, in hex, that travels before the round closes."""
        said = [
            self.salt,
            name_key(self.organisation),
            self.document,
            self.clause,
            self.stance,
            self.digest,
            self.argument.strip(),
        ]
        return hashlib.sha256(json.dumps(said).encode("ascii")).hexdigest()


def new_salt() -> str:
    """Return 256 random bits in hex."""
    return secrets.token_hex(32)
