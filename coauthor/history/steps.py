"""Changing several files as one step: after a crash all are old, or all are new.

The step is written down whole before the first file changes. Whoever opens the
workspace next finishes a step that was written down and not done; one that was
not yet written down has changed nothing.
"""

import base64
import json
from collections.abc import Mapping
from pathlib import Path

from coauthor.errors import CoauthorError, UserError
from coauthor.history.files import failure, remove_leftovers, write_atomically
from coauthor.history.presence import alone

FORMAT = 1
STEP = "step.json"
PATIENCE = 10.0
"""Seconds to wait for another program that is in the middle of a step."""

Files = Mapping[str, bytes | None]
"""Contents by path inside the workspace; None for a file that is not there."""


def replace_files(root: Path, private: Path, before: Files, after: Files) -> None:
    """Change files from one state to another, as one step.

    Args:
        root: the folder in which the paths lie.
        private: where the step is written down while it is done.
        before: what the files must be now.

    Raises:
        UserError: ``changed-outside`` when a file is not as in ``before``.
        OutsideFailure: ``disk-full`` and the like; all files are as they were.
    """
    private.mkdir(parents=True, exist_ok=True)
    with alone(private, "step", PATIENCE, "step-busy"):
        for path, data in before.items():
            if _content(root / path) != data:
                raise UserError("changed-outside", path=str(root / path))
        write_atomically(private / STEP, _written(after))
        try:
            _write(root, after)
        except CoauthorError:
            _write(root, {path: before.get(path) for path in after})
            (private / STEP).unlink(missing_ok=True)
            raise
        (private / STEP).unlink(missing_ok=True)


def finish_step(root: Path, private: Path) -> bool:
    """Finish a step that a program began and did not end; tells whether there was one.

    Raises:
        OutsideFailure: it could not be finished now; it is tried again next time.
    """
    if not (private / STEP).exists():
        return False
    with alone(private, "step", PATIENCE, "step-busy"):
        try:
            after = _read(private / STEP)
        except FileNotFoundError:
            return False  # somebody finished it meanwhile
        for folder in {(root / path).parent for path in after}:
            if folder.is_dir():
                remove_leftovers(folder)  # of the program that died; they would spoil a digest
        _write(root, after)
        (private / STEP).unlink(missing_ok=True)
    return True


def _write(root: Path, files: Files) -> None:
    for path, data in files.items():
        target = root / path
        if _content(target) == data:
            continue
        try:
            if data is None:
                target.unlink(missing_ok=True)
                _remove_empty(target.parent, root)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise failure(error, target) from error
        write_atomically(target, data)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_relative_to(root):
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise failure(error, path) from error


def _written(files: Files) -> bytes:
    contents = {
        path: None if data is None else base64.b64encode(data).decode("ascii")
        for path, data in files.items()
    }
    return json.dumps({"format": FORMAT, "files": contents}).encode("ascii")


def _read(path: Path) -> dict[str, bytes | None]:
    values = json.loads(path.read_bytes())
    files = values["files"] if values.get("format") == FORMAT else {}
    return {
        name: None if data is None else base64.b64decode(data)
        for name, data in files.items()
        if not Path(name).is_absolute() and ".." not in Path(name).parts
    }
