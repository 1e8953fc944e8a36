"""Building a folder of files aside, and putting it in its place whole: a folder, or a zip file."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import TEMPORARY, going_out, out_failure

ZIP = ".zip"
_PACKED = (".coauthor", ".png", ".jpg", ".zip")
"""Files that do not become smaller by packing them again."""


def is_zip(output: Path) -> bool:
    """Tell whether what is to come is a zip file, by its name."""
    return output.suffix.lower() == ZIP


def free(output: Path) -> Path:
    """Return where something goes, as a whole path.

    Raises:
        UserError: ``folder-not-empty`` when it is a folder that holds something, or a file
            stands where a folder is to come.
        OutsideFailure: ``out-read-only`` and the like when nobody may look there.
    """
    output = output.expanduser().absolute()
    with going_out(output):
        if is_zip(output):
            taken = output.is_dir()
        else:
            taken = output.is_file() or (output.is_dir() and any(output.iterdir()))
    if taken:
        raise UserError("folder-not-empty", path=str(output))
    return output


@contextmanager
def built(output: Path, aside: Path | None) -> Iterator[Path]:
    """Give a folder to build in, named as what is to come, and take it away afterwards.

    Args:
        output: as `free` gave it.
        aside: the folder beside it to build in; one of its own when None.

    Raises:
        OutsideFailure: ``cannot-write`` and the like.
    """
    with going_out(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        if aside is None:
            aside = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=output.parent))
        else:
            aside.mkdir(exist_ok=True)
    folder = aside / (output.stem if is_zip(output) else output.name)
    try:
        folder.mkdir()
        yield folder
    except OSError as error:
        raise out_failure(error, output) from error
    except OutsideFailure as error:
        if not str(error.parameters.get("path", "")).startswith(str(aside)):
            raise
        raise OutsideFailure(error.code, path=str(output)) from error  # not of a place aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def put(folder: Path, output: Path) -> None:
    """Put what was built in its place as one step; a zip file of that name gives way.

    Raises:
        OutsideFailure: it cannot be written; what was there stays.
    """
    with going_out(output):
        if not is_zip(output):
            if output.exists():
                output.rmdir()
            folder.replace(output)
            return
        packed = folder.with_name(f"{folder.name}{ZIP}")
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for path in sorted(each for each in folder.rglob("*") if each.is_file()):
                how = zipfile.ZIP_STORED if path.suffix in _PACKED else zipfile.ZIP_DEFLATED
                package.write(path, path.relative_to(folder.parent).as_posix(), how)
        with packed.open("rb") as file:
            os.fsync(file.fileno())
        packed.replace(output)
