"""Drawings of lines as dots, for programs that know no SVG; by typst."""

import tempfile
from pathlib import Path
from typing import cast

import typst

from coauthor.errors import OutsideFailure

DOTS = 300
"""Dots an inch, which is what printers show."""
_PAGE = """#set page(width: {width}mm, height: {height}mm, margin: 0pt, fill: none)
#image("picture.{kind}", width: 100%, height: 100%, fit: "stretch")"""


def to_png(kind: str, data: bytes, width: float, height: float, *, dots: int = DOTS) -> bytes:
    """Return a picture as PNG; the same picture gives the same dots on every computer.

    Args:
        kind: ``png``, ``jpeg`` or ``svg``.
        width: millimetres; ``height`` too.
        dots: an inch.

    Raises:
        OutsideFailure: ``cannot-make-pdf`` when it cannot be drawn.
    """
    page = _PAGE.format(kind=kind, width=round(width, 3), height=round(height, 3))
    with tempfile.TemporaryDirectory(prefix="coauthor-") as disk:
        (Path(disk) / f"picture.{kind}").write_bytes(data)
        try:
            drawer = typst.Compiler(
                page.encode(),
                root=disk,
                package_path=disk,
                package_cache_path=disk,
                ignore_system_fonts=True,
            )
            return cast("bytes", drawer.compile(format="png", ppi=dots))
        except typst.TypstError as error:
            raise OutsideFailure("cannot-make-pdf", said=str(error)[:200]) from error
