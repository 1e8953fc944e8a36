"""Printing what others wrote without letting it steer the terminal.

A comment, a name or a path can hold the characters with which programs move the
cursor, change what was printed before, set the title of the window or turn the
direction of text. Whatever a command prints goes through here.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from coauthor.document.rendering import harmless


@contextmanager
def harmless_output() -> Iterator[None]:
    """Make everything that is printed inside harmless."""
    before = sys.stdout
    sys.stdout = _Harmless(before)
    try:
        yield
    finally:
        sys.stdout = before


class _Harmless(io.TextIOBase):
    """Writes to another stream what is harmless."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str, /) -> int:
        """Write a text; returns how long it was."""
        self._stream.write(harmless(text))
        return len(text)

    def flush(self) -> None:
        """Write what waits."""
        if not self._stream.closed:
            self._stream.flush()

    def isatty(self) -> bool:
        """Tell whether somebody reads along."""
        return self._stream.isatty()

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True
