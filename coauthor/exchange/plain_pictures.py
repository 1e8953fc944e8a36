"""Pictures without what cameras and programs write into them: place, maker, names, notes.

Only what draws the picture is copied, chunk by chunk; what stands behind the end is
left. Sources: PNG (W3C, 3rd edition) §5, GIF89a, JPEG (ITU-T T.81) annex B, and the
container specification of WebP.
"""

from collections.abc import Iterator

PNG, GIF, JPEG, RIFF = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"\xff\xd8", b"RIFF"
_PNG_DRAWS = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"bKGD")
_WEBP_DRAWS = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF")
_WEBP_NOTES = 0b00101100
"""Flags of VP8X for a profile, EXIF and XMP, which are not there any more."""
_ADOBE = 0xEE
_SCAN, _END = 0xDA, 0xD9
_LOOP = b"NETSCAPE2.0"


class UnfitPictureError(ValueError):
    """It is no picture of a kind that we can clean."""


def plain_picture(data: bytes) -> tuple[str, bytes]:
    """Return the ending of the name of a picture, and the picture without notes in it.

    Raises:
        UnfitPictureError: it is damaged, or no PNG, JPEG, GIF or WebP.
    """
    try:
        if data.startswith(PNG):
            return "png", PNG + b"".join(_png(data))
        if data.startswith(JPEG):
            return "jpg", JPEG + b"".join(_jpeg(data))
        if data.startswith(GIF):
            return "gif", b"".join(_gif(data))
        if data.startswith(RIFF) and data[8:12] == b"WEBP":
            body = b"".join(_webp(data))
            return "webp", RIFF + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body
    except (IndexError, ValueError) as error:
        raise UnfitPictureError from error
    raise UnfitPictureError


def _piece(data: bytes, start: int, size: int) -> bytes:
    piece = data[start : start + size]
    if len(piece) < size:
        raise ValueError(start)
    return piece


def _png(data: bytes) -> Iterator[bytes]:
    position = len(PNG)
    while True:
        size = int.from_bytes(_piece(data, position, 4), "big")
        chunk = _piece(data, position, size + 12)
        kind = chunk[4:8]
        position += len(chunk)
        if kind in _PNG_DRAWS:
            yield chunk
        if kind == b"IEND":
            return


def _jpeg(data: bytes) -> Iterator[bytes]:
    position = 2
    while True:
        if data[position] != 0xFF:
            raise ValueError(position)
        while data[position + 1] == 0xFF:  # padding
            position += 1
        kind = data[position + 1]
        if kind == _END:
            yield b"\xff\xd9"
            return
        size = int.from_bytes(_piece(data, position + 2, 2), "big")
        segment = _piece(data, position, size + 2)
        position += len(segment)
        if kind == 0xE0 and segment[4:9] == b"JFIF\0":
            yield b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0"  # without its small picture
        elif kind == _ADOBE and segment[4:9] == b"Adobe":
            yield b"\xff\xee\x00\x0e" + _piece(segment, 4, 12)
        elif not (0xE0 <= kind <= 0xEF or kind == 0xFE):
            yield segment
        if kind == _SCAN:
            start = position
            while not (data[position] == 0xFF and data[position + 1] not in _INSIDE_SCAN):
                position = data.index(b"\xff", position + 1)
            yield data[start:position]


_INSIDE_SCAN = (0, *range(0xD0, 0xD8))


def _gif(data: bytes) -> Iterator[bytes]:
    table = 3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0
    position = 13 + table
    yield _piece(data, 0, position)
    while True:
        kind = data[position]
        if kind == 0x3B:
            yield b"\x3b"
            return
        start = position
        if kind == 0x2C:
            flags = data[position + 9]
            position += 11 + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0)
        elif kind == 0x21:
            position += 2
        else:
            raise ValueError(position)
        while size := data[position]:
            position += size + 1
        position += 1
        block = _piece(data, start, position - start)
        loops = block[1:2] == b"\xff" and block[3:14] == _LOOP
        if kind == 0x2C or block[1:2] == b"\xf9" or loops:
            yield block if not loops else block[:14] + _loop(block[14:])


def _loop(blocks: bytes) -> bytes:
    """Return how often an animation plays, and nothing else that stands there."""
    return blocks[:4] + b"\0" if blocks[:2] == b"\x03\x01" else b"\0"


def _webp(data: bytes) -> Iterator[bytes]:
    position, end = 12, 8 + int.from_bytes(_piece(data, 4, 4), "little")
    while position + 8 <= min(end, len(data)):
        kind = data[position : position + 4]
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        chunk = _piece(data, position, size + 8)
        position += size + 8 + size % 2
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_NOTES & 0xFF]) + chunk[9:]
        if kind in _WEBP_DRAWS:
            yield chunk + b"\0" * (size % 2)
