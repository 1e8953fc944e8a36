"""Printing what others wrote without letting it steer the terminal.

A comment, a name or a path can hold the characters with which programs move the
cursor, change what was printed before, set the title of the window or turn the
direction of text. Whatever a command prints goes through here.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from coauthor.document.rendering import harmless


@contextmanager
def harmless_output() -> Iterator[None]:
    """Make everything that is printed inside harmless."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Harmless(before[0]), _Harmless(before[1])
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def steered(stream: TextIO) -> TextIO:
    """Return the terminal itself, for what the program writes of its own to move in it."""
    return stream.beneath if isinstance(stream, _Harmless) else stream


def unread() -> int:
    """End quietly because who read along stopped, as ``| head`` does; returns the exit code."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - else it is told when Python ends
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return 128 + 13  # what a shell says of a program that SIGPIPE ended


class _Harmless(io.TextIOBase):
    """Writes to another stream what is harmless."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.beneath = stream

    @property
    def buffer(self) -> BinaryIO:
        """Where bytes go as they are: a document that a command gives on."""
        return self.beneath.buffer

    def write(self, text: str, /) -> int:
        """Write a text; returns how long it was."""
        self.beneath.write(harmless(text))
        return len(text)

    def flush(self) -> None:
        """Write what waits."""
        if not self.beneath.closed:
            self.beneath.flush()

    def isatty(self) -> bool:
        """Tell whether somebody reads along."""
        return self.beneath.isatty()

    def writable(self) -> bool:
        """Tell that it can be written to."""
        return True
