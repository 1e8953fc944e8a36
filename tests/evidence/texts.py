"""A document of any size with everything in it that exports stumble over."""

import random
import struct
import zlib
from functools import cache
from pathlib import Path

from coauthor.document.uid import new_uid
from tests.bench.texts import WORDS

PICTURE = "plaatje.png"
_SIGNS = (
    "Zürich, Łódź, Þórshöfn, Ελλάδα, Москва",
    "„aanhaling” – lang streepje — beletselteken…",
    "10 m² × 3 ≤ 40 ‰, € 1.250,– en ½ uur",
    "漢字 与 かな, العربية, עברית",
    "👍🏽 🇳🇱 ✓ ☐ → ⇒ ∑ √",
    "ﬁ ligatuur, zacht\u00adafbreken, harde\u00a0spatie, nul\u200bbreed",
    'a < b & c > "d" \\* \\_niet cursief\\_ \\# geen kop',
)
_TABLE = """\
| Onderdeel | Norm | Aantal |
| :-- | :-: | --: |
| Aanslag *cursief* | [norm](https://example.org/norm?a=1&b=2) | 1.250 |
| `code` en **vet** | een \\| streep | |
| Waarde-zonder-einde-{word} | ~~weg~~ | 3 |
"""
_LIST = """\
Het systeem:

1. doet het eerste;
2. doet het tweede:
   - met dit;
   - en met dat:
     1. heel diep,
     2. nog dieper.
3. doet het derde.
"""
_WIDE = (
    "| " + " | ".join(f"Kolom {n}" for n in range(1, 10)) + " |\n" + "|" + " --- |" * 9 + "\n"
    + ("| " + " | ".join(f"waarde {n}" for n in range(1, 10)) + " |\n") * 4
)  # fmt: skip
_QUOTE = "> Aangehaald uit de wet.\n> Over twee regels.\n\nEn verder.\n"
_CODE = '```json\n{"sleutel": [1, 2, 3], "tekst": "a < b & c"}\n```\n'
_LONG = "https://voorbeeld.example.org/" + "zeer-lang-pad/" * 12 + "?vraag=antwoord"
_WORD = "belastingaanslagbiljettenverzendingsvoorbereidingswerkzaamhedencommissievergadering"


@cache
def hard_text(clauses: int, seed: int = 1) -> str:
    """Return a document of so many clauses, with tables, lists, pictures and odd signs."""
    chance = random.Random(seed)
    words = WORDS.split()

    def sentence(number: int = 24) -> str:
        return " ".join(chance.choice(words) for _ in range(number)).capitalize() + "."

    bodies = (
        lambda n: f"{sentence()} Binnen {{{{termijn: {n % 9 + 1} dagen}}}} **gereed**.",
        lambda _: _LIST,
        lambda n: f"{sentence(8)}\n\n{_TABLE.format(word=_WORD if n % 40 == 2 else 'x')}",
        lambda n: f"{_SIGNS[n // 12 % len(_SIGNS)]}\n\n{sentence()}",
        lambda _: f"{sentence()}\n\n{sentence()}\n\n{sentence()}",
        lambda _: "",
        lambda n: f"Zie {_LONG} of {_WORD if n % 3 else _WORD * 3}.",
        lambda _: f"{_QUOTE}\n{_CODE}",
        lambda _: f"![Schema van de keten]({PICTURE})\n\n{sentence()}",
        lambda _: f"{sentence(10)}\n\n{_WIDE}",
        lambda _: f"{sentence()}\\\nNa een harde regel, met [een verwijzing](https://example.org).",
        lambda _: sentence(300),
    )
    pieces = [
        "---\ntitle: Programma van Eisen – moeilijke gevallen\ncode: MET\nlanguage: nl\n---\n"
    ]
    pieces.append("\n# Inleiding\n\nDit document bevat alles waar een uitvoer over valt.\n\n")
    for number in range(clauses):
        if number % 200 == 0:
            pieces.append(f"# Deel {number // 200 + 1}\n\n")
        if number % 40 == 0:
            pieces.append(f"## Hoofdstuk {number // 40 + 1}\n\n{sentence()}\n\n")
        if number % 200 == 120:  # headings as deep as they go
            pieces.append(
                f"### Diep\n\n#### Dieper\n\n##### Nog dieper\n\n###### Diepst\n\n{_TABLE}\n"
            )
        uid = new_uid(chance.randrange)
        kind = ("eis", "wens", "informatie")[number % 3]
        title = f"### Bepaling {number + 1}\n\n" if number % 5 else ""
        if number % 97 == 1:
            title = f"### {sentence(40)}\n\n"
        body = bodies[number % len(bodies)](number) if title or number % 12 != 5 else sentence()
        pieces.append(
            f"<!-- clause {uid} MET-{number + 1:05d} kind={kind} priority=must"
            f" theme=functioneel -->\n{title}{body}\n\n"
        )
        if number % 4 == 0:
            pieces.append(
                "> **rationale** Omdat het telt.\n>\n> **acceptance** Het is te zien.\n\n"
            )
        if number % 50 == 49:
            pieces.append(f"<!-- omitted {new_uid(chance.randrange)} X-{number} reason=law -->\n\n")
    return "".join(pieces)


def write_picture(folder: Path) -> None:
    """Write the picture that the text shows: 160 × 90, two colours."""
    rows = b"".join(
        b"\0" + b"".join(b"\x15\x42\x73" if (x // 20 + y // 15) % 2 else b"\xee\xf1\xf4"
                         for x in range(160))
        for y in range(90)
    )  # fmt: skip
    head = struct.pack(">IIBBBBB", 160, 90, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n"
    for kind, body in ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")):
        data += struct.pack(">I", len(body)) + kind + body
        data += struct.pack(">I", zlib.crc32(kind + body))
    (folder / PICTURE).write_bytes(data)
