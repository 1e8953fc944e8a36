"""What cameras and programs write into a picture of who made it and where."""

import struct

from coauthor.exchange.publication.archive import Archive
from coauthor.exchange.publication.model import Gathering, Place

_TELLING = frozenset((0x013B, 0x8825, 0x9C9D))
"""Tags of EXIF 2.32: Artist, the place (GPS), and the author as Windows writes it."""
_MOST = 200
"""Tags that are looked at."""
_WORDS = (b"<dc:creator", b"tEXtAuthor", b"iTXtAuthor", b"exif:GPSLatitude")
"""What XMP and PNG call the maker and the place."""


def tells_of_maker(data: bytes) -> bool:
    """Tell whether a picture says who made it, or where."""
    return any(each in data for each in _WORDS) or _says_exif(data)


def _says_exif(data: bytes) -> bool:
    start = data.find(b"Exif\0\0")
    begin = start + 6 if start >= 0 else data.find(b"eXIf") + 4  # in JPEG, and in PNG
    if begin < 4:
        return False
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(data[begin : begin + 4])
    if order is None:
        return False
    try:
        (offset,) = struct.unpack_from(f"{order}I", data, begin + 4)
        (count,) = struct.unpack_from(f"{order}H", data, begin + offset)
        tags = struct.iter_unpack(
            f"{order}H10x", data[begin + offset + 2 :][: 12 * min(count, _MOST)]
        )
        return any(tag in _TELLING for (tag,) in tags)
    except struct.error:
        return False


def read_pictures(archive: Archive, found: Gathering, folders: str) -> None:
    """Mark the pictures in folders of a file that tell of their maker.

    Args:
        folders: a regular expression.
    """
    for path in archive.under(rf"(?:{folders})/.+"):
        if tells_of_maker(archive.parts[path]):
            found.mark("picture-data", Place("part", path))
