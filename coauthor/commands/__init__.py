"""Commands of the command line, a module a subject; `coauthor.cli` gathers them."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coauthor.document.rendering import harmless
from coauthor.language import Catalogue

DONE, LEFT, FAILED = 0, 1, 2
"""Exit codes: done; done, and something is left for a person; not done, nothing changed."""

Handler = Callable[[argparse.Namespace, Catalogue], int]
Option = tuple[tuple[str, ...], Mapping[str, Any]]
Commands = Mapping[str, tuple[Handler, Sequence[Option]]]

JSON: Option = (("--json",), {"action": "store_true"})
WORKSPACE: Option = (("workspace",), {"type": Path})


def now() -> datetime:
    """Return the time here and now, with its zone."""
    return datetime.now().astimezone()


def print_json(values: Mapping[str, Any]) -> None:
    """Print values as JSON that is valid whatever bytes the texts hold."""
    print(json.dumps(values, ensure_ascii=True, indent=2))


def one_line(words: str) -> str:
    """Return somebody's words for one line of a terminal, which they cannot steer."""
    return harmless(" ".join(words.split()))
