"""What the columns of a form for questions hold, told by the words in their heads."""

import hashlib
import re
from collections.abc import Mapping, Sequence

from coauthor.errors import UserError

MEANINGS = ("number", "reference", "question", "answer", "organisation", "person", "contact")
"""What a column can hold."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "number": ("vraagnr", "vraagnummer", "volgnr", "volgnummer", "nummer", "nr", "no", "id", "#"),
    "reference": (
        "referentie",
        "verwijzing",
        "document",
        "bestek",
        "eis",
        "wens",
        "artikel",
        "paragraaf",
        "pagina",
        "hoofdstuk",
        "betreft",
        "onderwerp",
        "bron",
        "reference",
        "clause",
        "requirement",
        "section",
        "page",
    ),
    "question": ("vraag", "vragen", "vraagstelling", "question", "questions"),
    "answer": ("antwoord", "reactie", "answer", "response"),
    "organisation": (
        "organisatie",
        "organisatienaam",
        "bedrijf",
        "bedrijfsnaam",
        "leverancier",
        "inschrijver",
        "gegadigde",
        "partij",
        "indiener",
        "vragensteller",
        "company",
        "organisation",
        "supplier",
        "vendor",
        "asker",
    ),
    "person": ("contactpersoon", "naam", "persoon", "name", "person"),
    "contact": (
        "email",
        "mail",
        "mailadres",
        "e",
        "telefoon",
        "telefoonnummer",
        "tel",
        "contact",
        "contactgegevens",
        "phone",
    ),
}
_WORD = re.compile(r"[^\W_]+|#")
_LETTERS = re.compile(r"[A-Z]{1,2}")


def guessed(cells: Sequence[str]) -> dict[int, str]:
    """Return what each head says that its column holds; one column of questions at most."""
    columns: dict[int, str] = {}
    for column, cell in enumerate(cells):
        if len(cell) > 120:
            continue
        if meaning := meaning_of(cell):
            taken = meaning in columns.values() and meaning in ("question", "answer", "number")
            if not taken:
                columns[column] = meaning
    return columns


def meaning_of(head: str) -> str:
    """Return what a head means, or '': its first word that means something decides."""
    words = _WORD.findall(head.lower())
    for word in words:
        for meaning, said in _WORDS.items():
            if word in said:
                return _sure(meaning, words)
    return ""


def _sure(meaning: str, words: Sequence[str]) -> str:
    """Mind the words beside: 'naam organisatie' is no person, 'eis vraag' no question."""
    if meaning == "person" and set(words) & set(_WORDS["organisation"]):
        return "organisation"
    if meaning == "organisation" and set(words) & set(_WORDS["contact"]):
        return "contact"
    if meaning == "reference" and "vraag" in words:
        return "question"
    return meaning


def columns_from(spec: str) -> dict[int, str]:
    """Return columns from words such as ``question=C,reference=B``.

    Raises:
        UserError: ``memo-profile-unfit``.
    """
    columns: dict[int, str] = {}
    for each in spec.split(","):
        meaning, _, letters = each.strip().partition("=")
        letters = letters.strip().upper()
        if meaning not in MEANINGS or not _LETTERS.fullmatch(letters):
            raise UserError("memo-profile-unfit", profile=spec)
        number = 0
        for letter in letters:
            number = number * 26 + ord(letter) - 64
        columns[number - 1] = meaning
    if "question" not in columns.values():
        raise UserError("memo-profile-unfit", profile=spec)
    return columns


def shape_of(cells: Sequence[str]) -> str:
    """Return what tells that two heads are the same, whatever their capitals and blanks."""
    plain = "|".join(" ".join(_WORD.findall(each.lower())) for each in cells).rstrip("|")
    return hashlib.sha256(plain.encode()).hexdigest()[:16] if plain else ""
