"""A picture from its file: what draws it and nothing else, with its size on paper."""

from pathlib import Path
from typing import Literal

from coauthor.errors import OutsideFailure, UserError
from coauthor.exchange.plain_pictures import UnfitPictureError, plain_picture
from coauthor.exchange.plain_svg import plain_svg
from coauthor.exchange.rastering import to_png
from coauthor.exchange.style import Picture, Words

LIMIT = 2 * 1024 * 1024
"""Bytes of the largest logo."""
WIDTH, HIGHEST = 45.0, 60.0
"""Millimetres: how wide a logo is where nobody says so, and how high it may become by that."""
PIXELS = 25_000_000
"""Dots of the largest picture; each takes four bytes once unfolded."""
_LONGEST_SIDE = 40
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
"""Markers of JPEG that say how large a picture is, of the kinds that every program draws."""

Kind = Literal["png", "jpeg", "svg"]


def logo_of(path: Path, width: float | None, height: float | None, alt: Words) -> Picture:
    """Return a logo; the side that is not given follows from the other.

    Raises:
        UserError: ``style-logo-missing``, ``style-logo-large``, or ``style-logo-unfit`` when
            it is no PNG, JPEG or plain SVG.
        OutsideFailure: ``disk-failed``.
    """
    if path.is_symlink():  # what comes in with a workspace does not read elsewhere
        raise UserError("style-logo-missing", path=str(path))
    try:
        if path.stat().st_size > LIMIT:
            raise UserError("style-logo-large", path=str(path), limit=LIMIT // 1024 // 1024)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("style-logo-missing", path=str(path)) from error
    except OSError as error:
        said = error.strerror or str(error)
        raise OutsideFailure("disk-failed", path=str(path), reason=said) from error
    try:
        kind, plain, (across, down) = drawn(data)
    except UnfitPictureError as error:
        raise UserError("style-logo-unfit", path=str(path)) from error
    if width is None:
        width = height * across / down if height else min(WIDTH, HIGHEST * across / down)
    return Picture(kind, plain, width, height or width * down / across, alt)


def drawn(data: bytes) -> tuple[Kind, bytes, tuple[float, float]]:
    """Return the kind of a picture, the picture without notes, and its width and height.

    Raises:
        UnfitPictureError: no PNG, JPEG or SVG that every program can draw, or too large.
    """
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        plain, across = plain_svg(data)
        refuse_undrawn("svg", plain)
        return "svg", plain, across
    ending, plain = plain_picture(data)
    if ending not in ("png", "jpg"):
        raise UnfitPictureError
    size = _png_size(plain) if ending == "png" else _jpeg_size(plain)
    if not 0 < size[0] * size[1] <= PIXELS or max(size) > _LONGEST_SIDE * min(size):
        raise UnfitPictureError
    kind: Kind = "png" if ending == "png" else "jpeg"
    refuse_undrawn(kind, plain)
    return kind, plain, size


def refuse_undrawn(kind: Kind, data: bytes) -> None:
    """Refuse a picture that cannot be drawn, which would stop a whole document.

    Raises:
        UnfitPictureError: as it says.
    """
    try:
        to_png(kind, data, 5, 5, dots=24)
    except OutsideFailure as error:
        raise UnfitPictureError from error


def _png_size(data: bytes) -> tuple[int, int]:
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        size = int.from_bytes(data[position + 2 : position + 4], "big")
        if data[position + 1] in _FRAMES and data[position + 9] in (1, 3):
            down = int.from_bytes(data[position + 5 : position + 7], "big")
            return int.from_bytes(data[position + 7 : position + 9], "big"), down
        position += size + 2
    raise UnfitPictureError
