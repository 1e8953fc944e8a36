"""What is typed in a question and not yet kept: safe against a crash, on this computer only."""

import contextlib
import json
from dataclasses import asdict, dataclass

from coauthor.errors import CoauthorError
from coauthor.history.files import write_atomically
from coauthor.workspace.memo.room import Room

FOLDER = "memo-unsaved"


@dataclass(frozen=True, slots=True)
class Typed:
    """The words in the fields of a question."""

    text: str
    answer: str
    change: str


def keep_typed(room: Room, question: str, typed: Typed) -> None:
    """Write down what is typed; a failure is no reason to stop typing."""
    path = room.home.repository.private_folder / FOLDER / f"{question}.json"
    with contextlib.suppress(OSError, CoauthorError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(asdict(typed)).encode("ascii"))


def typed_before(room: Room, question: str) -> Typed | None:
    """Return what was typed and not kept, or None."""
    path = room.home.repository.private_folder / FOLDER / f"{question}.json"
    try:
        values = json.loads(path.read_bytes())
        return Typed(*(str(values[each]) for each in ("text", "answer", "change")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_typed(room: Room, question: str) -> None:
    """Forget what was typed, once it is kept in the register or thrown away."""
    path = room.home.repository.private_folder / FOLDER / f"{question}.json"
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
