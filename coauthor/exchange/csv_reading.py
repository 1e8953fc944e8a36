"""Reading CSV: what we wrote, and the lists of others, whose columns are told by their heads.

A column that has no place in a clause becomes a field of its name, so that nothing of a
list is dropped.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import cast

from coauthor.document.fields import FIELD_KEYS
from coauthor.errors import UserError
from coauthor.exchange.csv_file import COLUMNS, FIELD, LAST, TYPES, attributes_read, unguarded
from coauthor.exchange.parts import (
    Part,
    PartKind,
    Parts,
    document_of,
    lost_words,
    ordered,
    said,
)
from coauthor.exchange.proposal import Plan, Proposal, proposed
from coauthor.language import LANGUAGES, Catalogue

ROWS, CELLS = 200_000, 256
"""Most rows, and most cells in a row."""

_BOM = b"\xef\xbb\xbf"
_CELL = 64 * 1024 * 1024
_SAMPLE = 64_000
_OTHER_HEADS: Mapping[str, str] = {
    "code": "nr nummer nr. no id eisnr eisnummer eis-id volgnr volgnummer kenmerk number identifier"
    " requirement-id req-id reference referentie",
    "kind": "eis/wens eis-of-wens soort type-eis requirement-type",
    "priority": "prioriteit moscow priority prio",
    "theme": "thema categorie onderwerp category functionaliteitgroep",
    "title": "titel naam name functionaliteit kop heading",
    "text": "omschrijving beschrijving eis wens tekst requirement description text user-story"
    " eistekst inhoud bepaling specification",
    "field:rationale": "waarom reden reden-eis rationale reason",
    "field:explanation": "toelichting opmerking uitleg explanation notes remarks comment",
    "field:acceptance": "acceptatiecriterium acceptatiecriteria acceptance-criteria",
}
_KINDS: Mapping[str, str] = {
    "eis": "eis e requirement must verplicht",
    "wens": "wens w wish optioneel optional",
    "informatie": "informatie info i information",
}
_PRIORITIES: Mapping[str, str] = {
    "must": "must m moet must-have",
    "should": "should s zou-moeten should-have",
    "could": "could c kan could-have",
}
_FOREIGN = re.compile(r"[^a-z0-9]+")


def read_csv(
    name: str, data: bytes, new_uid: Callable[[], str], _plan: Plan | None = None
) -> Proposal:
    """Return what a CSV file would become.

    Raises:
        UserError: ``csv-unfit`` when it is no CSV, ``csv-too-large``, or ``csv-no-text``
            when no column holds the text of clauses.
    """
    rows = _rows(name, data)
    heads = next(rows, [])
    keys = _keys(heads)
    if "text" not in keys and "title" not in keys:
        shown = ", ".join(head for head in heads if head.strip())[:200]
        raise UserError("csv-no-text", path=name, heads=shown)
    front, parts = "", []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        keys += [_nameless(place) for place in range(len(keys), len(row))]
        cells = dict.fromkeys(keys, "") | dict(zip(keys, row, strict=False))
        if _type(cells) == "front":
            front = cells.get("text", "")
        else:
            parts.append(_part(cells))
    if not parts:
        raise UserError("file-empty", path=name)
    document = document_of(Parts(front, tuple(parts)), new_uid)
    return proposed(document, lost=lost_words(said(parts), document))


def _rows(name: str, data: bytes) -> Iterator[list[str]]:
    text = _text(name, data)
    lines = "".join(text[:_SAMPLE].split('"')[::2]).splitlines()[:50]
    delimiter = max(
        ";,\t", key=lambda mark: (sum(mark in each for each in lines), text[:_SAMPLE].count(mark))
    )
    csv.field_size_limit(_CELL)
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for number, cells in enumerate(read):
            if number > ROWS or len(cells) > CELLS:
                raise UserError("csv-too-large", path=name)
            yield [unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise UserError("csv-unfit", path=name) from error


def _text(name: str, data: bytes) -> str:
    """Return the text: by its mark, else UTF-8, else as Windows writes it in our part of Europe."""
    if data.startswith(_BOM):
        return data[len(_BOM) :].decode("utf-8", "surrogateescape")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096] or data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise UserError("csv-unfit", path=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


@cache
def _heads() -> Mapping[str, str]:
    """Map heads, made plain, to the column they name: ours in each language, and others."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        text = Catalogue(language)
        for key in (*COLUMNS, *LAST):
            found[_plain(text(f"csv-{key}"))] = key
        for key in FIELD_KEYS:
            found[_plain(text(f"field-{key}"))] = FIELD + key
    for key in (*COLUMNS, *LAST):
        found.setdefault(key, key)
    for key, words in _OTHER_HEADS.items():
        for word in words.split():
            found.setdefault(_plain(word), key)
    return found


@cache
def _types() -> Mapping[str, str]:
    found = {key: key for key in TYPES}
    for language in LANGUAGES:
        text = Catalogue(language)
        found |= {_plain(text(f"csv-type-{key}")): key for key in TYPES}
    return found


def _plain(words: str) -> str:
    """Return words as a key: lower case, without accents, hyphens between."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return _FOREIGN.sub("-", bare).strip("-")


def _key(head: str) -> str:
    if head.startswith(FIELD):
        return head
    plain = _plain(head)
    return _heads().get(plain) or (FIELD + _fit(head) if plain else "")


def _fit(head: str) -> str:
    """Return a head as the key of a field."""
    plain = _plain(head)
    return plain if plain[:1].isalpha() else f"x-{plain}"


def _keys(heads: Sequence[str]) -> list[str]:
    """Return what each column holds; a second one of a kind is a field of its own."""
    keys: list[str] = []
    for place, head in enumerate(heads):
        key = _key(head) or _nameless(place)
        if key in keys:
            key = FIELD + _fit(head)
        keys.append(_nameless(place) if key in keys else key)
    return keys


def _nameless(place: int) -> str:
    return f"{FIELD}column-{place + 1}"


def _type(cells: Mapping[str, str]) -> str:
    """Return what a row is; a row of others with one text and nothing else heads a chapter."""
    if plain := _plain(cells.get("type", "")):
        return _types().get(plain, "clause")
    filled = [key for key, cell in cells.items() if cell.strip()]
    if filled in (["title"], ["text"], ["theme"]) and len(cells) > 1 and "uid" not in cells:
        return "heading"
    return "clause"


def _part(cells: Mapping[str, str]) -> Part:
    kind = cast("PartKind", _type(cells))
    level = int(cells["level"]) if cells.get("level", "").isdecimal() else 0
    if kind == "heading":
        heading = next((cells[key] for key in ("title", "text", "theme") if cells.get(key)), "")
        return Part(kind, heading, level=level or 2)
    if kind == "prose":
        return Part(kind, cells.get("text", ""))
    fields = {key[len(FIELD) :]: cells[key] for key in cells if key.startswith(FIELD)}
    said_attributes = cells.get("others", "")
    others = attributes_read(said_attributes)
    if others is None:
        fields["attributes"] = said_attributes
    attributes = dict(others or ())
    for key, known in (("kind", _KINDS), ("priority", _PRIORITIES)):
        word = cells.get(key, "")
        attributes[key] = word if "type" in cells else _known(word, known)
    attributes["theme"] = cells.get("theme", "")
    if kind == "clause":
        attributes["kind"] = attributes["kind"] or "eis"
    if kind == "clause" and cells.get("title") and not level:
        level = 3
    return Part(
        kind,
        cells.get("text", ""),
        cells.get("uid", "").strip(),
        cells.get("code", "").strip(),
        cells.get("title", ""),
        level,
        ordered(attributes),
        {key: value for key, value in fields.items() if value.strip()},
    )


def _known(word: str, known: Mapping[str, str]) -> str:
    """Return the key that a word of others means, else the word."""
    plain = _plain(word)
    return next((key for key, words in known.items() if plain in words.split()), word)
