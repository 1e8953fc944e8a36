"""The identity of a clause: ten characters of Crockford base 32."""

import re
from collections.abc import Callable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's alphabet in lower case: no i, l, o, u (https://www.crockford.com/base32.html)."""

LENGTH = 10
_UID = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def new_uid(random_below: Callable[[int], int]) -> str:
    """Return a new uid; ``random_below(n)`` gives a random number in ``range(n)``.

    The source of chance is passed in (``secrets.randbelow`` in production), so
    that this layer stays pure.
    """
    return "".join(ALPHABET[random_below(len(ALPHABET))] for _ in range(LENGTH))


def is_uid(text: str) -> bool:
    """Tell whether ``text`` has the form of a uid."""
    return _UID.fullmatch(text) is not None
