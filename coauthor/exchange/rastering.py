"""Drawings of lines as dots, for programs that know no SVG; by typst, on no disk at all."""

import tempfile
from typing import cast

import typst

from coauthor.errors import OutsideFailure

DOTS = 300
"""Dots an inch, which is what printers show."""
_PAGE = """#set page(width: {width}mm, height: {height}mm, margin: 0pt, fill: none)
#image(bytes(json(bytes(sys.inputs.data))), format: "svg", width: 100%, height: 100%)"""


def to_png(svg: bytes, width: float, height: float) -> bytes:
    """Return a drawing as PNG; the same drawing gives the same dots on every computer.

    Args:
        width: millimetres; ``height`` too.

    Raises:
        OutsideFailure: ``cannot-make-pdf`` when it cannot be drawn.
    """
    page = _PAGE.format(width=round(width, 3), height=round(height, 3))
    with tempfile.TemporaryDirectory(prefix="coauthor-") as nothing:
        try:
            drawer = typst.Compiler(
                page.encode(),
                root=nothing,
                package_path=nothing,
                package_cache_path=nothing,
                ignore_system_fonts=True,
                sys_inputs={"data": str(list(svg))},
            )
            return cast("bytes", drawer.compile(format="png", ppi=DOTS))
        except typst.TypstError as error:
            raise OutsideFailure("cannot-make-pdf", said=str(error)[:200]) from error
