"""The typesetter in a process of its own: what it takes goes back, and what ends it ends nothing.

A thousand pages take more than a gigabyte, and typst ends its process where there is no more
memory. This file is that process, too: run as a script it imports nothing of the program.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

import typst

_REFUSED = 3
"""What the process ends with when the text is refused."""
_TEMPLATE, _DATA, _SAID, _MADE = "template.typ", "data.json", "said.txt", "made.pdf"
_DISK, _FONTS = "disk", "fonts"


class Refused(Exception):
    """The typesetter does not take the text; says why."""


class Stopped(Exception):
    """The process ended before it was done, as it does where there is no more memory."""


def typeset(
    template: bytes, data: str, files: Mapping[str, bytes], fonts: Mapping[str, bytes]
) -> bytes:
    """Return a text as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

    Args:
        template: the layout, in the language of typst.
        data: what the template shows, as it is given to ``sys.inputs.data``.
        files: pictures by name: all of the disk that the template can reach.
        fonts: files of fonts by name, beside those that typst brings.

    Raises:
        Refused: the text cannot be set.
        Stopped: memory was short, or somebody ended the process.
    """
    with tempfile.TemporaryDirectory(prefix="coauthor-") as made:
        folder = Path(made)
        for inner, contents in ((_DISK, files), (_FONTS, fonts)):
            (folder / inner).mkdir()
            for name, content in contents.items():
                (folder / inner / name).write_bytes(content)
        (folder / _TEMPLATE).write_bytes(template)
        (folder / _DATA).write_text(data, "utf-8")
        # -P: beside this file are modules that have names of Python's own.
        command = [sys.executable, "-P", __file__, made]
        with subprocess.Popen(  # noqa: S603 - nothing in the command is of others
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as setter:
            try:
                ended = setter.wait()
            finally:
                setter.kill()
        if ended == _REFUSED:
            raise Refused((folder / _SAID).read_text("utf-8"))
        if ended:
            raise Stopped
        return (folder / _MADE).read_bytes()


def _set(folder: Path) -> int:
    """Set what stands in a folder, and return what the process ends with."""
    disk = str(folder / _DISK)
    try:
        setter = typst.Compiler(
            (folder / _TEMPLATE).read_bytes(),
            root=disk,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(folder / _FONTS)]),
            package_path=disk,
            package_cache_path=disk,
            ignore_system_fonts=True,
            sys_inputs={"data": (folder / _DATA).read_text("utf-8")},
        )
        setter.compile(output=str(folder / _MADE), format="pdf", pdf_standards=["a-2a", "ua-1"])
    except typst.TypstError as error:
        (folder / _SAID).write_text(str(error), "utf-8")
        return _REFUSED
    return 0


def _end_with_parent() -> None:
    """End when the program that asked is gone: then nothing holds the other side of the pipe."""
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.exit(_set(Path(sys.argv[1])))
