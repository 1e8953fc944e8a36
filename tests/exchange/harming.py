"""What harm can be done to a file: cut off, turned bits, packed without end, another's name."""

import io
import random
import zipfile
from collections.abc import Iterator

from coauthor.exchange.workbooks import BROKEN

LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def hostile() -> Iterator[tuple[str, bytes]]:
    """Yield files that mean harm whatever they are called, with what each is."""
    bomb = zipped({"word/document.xml": bytes(40_000_000), "content.xml": bytes(40_000_000)})
    yield "nothing", b""
    yield "blanks", b" \r\n\t" * 100
    yield "noise", random.Random(1).randbytes(20_000)
    yield "zeros", bytes(20_000)
    yield "entities", LAUGHS
    yield "another file", OUTSIDE
    yield "endless nesting", b"<a>" * 100_000
    yield "endless brackets", b"[" * 200_000
    yield "endless braces", b'{"a":' * 100_000
    yield "endless quotes", b"> " * 50_000 + b"x"
    yield "a bomb", bomb
    yield "a bomb within a zip", zipped({"a.zip": bomb, "xl/workbook.xml": bomb})
    yield (
        "entities in a zip",
        zipped(
            dict.fromkeys(
                ("word/document.xml", "content.xml", "xl/workbook.xml", "a.reqif"), LAUGHS
            )
            | {
                "[Content_Types].xml": LAUGHS,
                "mimetype": b"application/vnd.oasis.opendocument.text",
            }
        ),
    )
    yield "a way out of the zip", zipped({"../../etc/passwd": b"x", "/etc/passwd": b"x"})
    yield "an end of a zip", b"PK\x05\x06" + bytes(18)
    yield "a begin of a zip", b"PK\x03\x04" + bytes(400)
    yield "a PDF without end", b"%PDF-1.7\n" + b"1 0 obj <</Kids [1 0 R]>> endobj\n" * 2_000


def harmed(data: bytes, chance: random.Random) -> bytes:
    """Return a file cut off, with bits turned, a piece doubled, or a number made huge."""
    made = bytearray(data)
    way = chance.randrange(5)
    if way == 0:
        del made[chance.randrange(1, len(made)) :]
    elif way == 1:
        for _ in range(chance.randint(1, 40)):
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    elif way == 2:
        begin = chance.randrange(len(made))
        made[begin:begin] = made[begin : begin + chance.randint(1, 5_000)] * chance.randint(1, 20)
    elif way == 3:
        begin = chance.randrange(len(made))
        del made[begin : begin + chance.randint(1, 2_000)]
    else:
        return _part_harmed(data, chance)
    return bytes(made)


def _part_harmed(data: bytes, chance: random.Random) -> bytes:
    """Return a zip that is whole with one part in it harmed; another file with a sign changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except BROKEN:
        at = chance.randrange(len(data))
        return data[:at] + chance.choice([b"\0", b"<", b'"', b"9" * 400, b"&#x0;"]) + data[at:]
    if not parts:
        return data
    name = chance.choice(sorted(parts))
    part = parts[name]
    at = chance.randrange(len(part) or 1)
    signs = [b"\0", b"<", b">", b'"', b"9" * 30, b"-1", b"&b;", b"</w:p>", b"<w:p>", b"\xff"]
    if chance.random() < 0.5:
        parts[name] = part[:at] + chance.choice(signs) + part[at + chance.randrange(3) :]
    elif chance.random() < 0.5:
        parts[name] = part[:at]
    else:
        del parts[name]
    return zipped(parts)
