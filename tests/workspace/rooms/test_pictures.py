"""Pictures go as they look, and tell nothing of who made them, where, or with what."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from coauthor.exchange.plain_pictures import UnfitPictureError, plain_picture

NOTE = b"kanarie"
GIF = (
    b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0"
    b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x05\0\x07" + NOTE + b"\0"
    b"\x21\xfe\x07" + NOTE + b"\0"
    b"\x21\xff\x0bXMP DataXMP\x07" + NOTE + b"\0"
    b"\x21\xf9\x04\0\0\0\0\0"
    b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b" + NOTE
)


def drawn(kind: str) -> bytes:
    """Return a picture as a program makes it, with what it writes along."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for place in range(30):
        image.setPixelColor(place, place, QColor(place * 8, 40, 90))
    image.setText("Author", NOTE.decode())
    image.setText("Comment", NOTE.decode() * 30)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 90)
    return bytes(buffer.data().data())


def look(data: bytes) -> QImage:
    image = QImage.fromData(data)
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def with_exif(data: bytes) -> bytes:
    """Return a JPEG with the place where it was taken."""
    said = b"Exif\0\0MM\0*" + NOTE
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said + data[2:] + NOTE


@pytest.mark.parametrize("kind", ["PNG", "JPG"])
def test_a_picture_looks_the_same_without_its_notes(kind: str) -> None:
    data = drawn(kind)
    data = with_exif(data) if kind == "JPG" else data + NOTE
    assert NOTE in data
    ending, plain = plain_picture(data)
    assert ending == kind.lower()
    assert NOTE not in plain
    assert b"tEXt" not in plain
    assert zlib.compress(NOTE)[2:8] not in plain
    before, after = look(data), look(plain)
    before.setText("Author", "")
    assert all(
        before.pixel(x, y) == after.pixel(x, y)
        for x in range(before.width())
        for y in range(before.height())
    )


def test_an_animation_keeps_how_often_it_plays_and_nothing_else() -> None:
    ending, plain = plain_picture(GIF)
    assert ending == "gif"
    assert NOTE not in plain
    assert b"NETSCAPE2.0\x03\x01\x05\0\0" in plain
    assert plain.endswith(b"\x3b")


def test_a_webp_loses_its_notes() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    body = chunk(b"VP8X", b"\x2c" + b"\0" * 9) + chunk(b"VP8 ", b"\0" * 20)
    body += chunk(b"EXIF", NOTE) + chunk(b"XMP ", NOTE) + chunk(b"ICCP", NOTE)
    data = b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body + NOTE
    ending, plain = plain_picture(data)
    assert (ending, NOTE in plain) == ("webp", False)
    assert struct.unpack("<I", plain[4:8])[0] == len(plain) - 8


@given(st.sampled_from([drawn("PNG"), drawn("JPG"), GIF]), st.data())
def test_a_damaged_picture_is_refused_or_has_no_notes(data: bytes, choose: st.DataObject) -> None:
    cut = choose.draw(st.integers(0, len(data)))
    try:
        _, plain = plain_picture(data[:cut])
    except UnfitPictureError:
        return
    assert NOTE not in plain


def test_anything_else_is_no_picture() -> None:
    for data in (b"", b"<svg/>", b"%PDF", Path(__file__).read_bytes()):
        with pytest.raises(UnfitPictureError):
            plain_picture(data)
