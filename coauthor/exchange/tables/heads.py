"""What headings of columns mean, in our own tables and in the lists of others."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from coauthor.document.fields import FIELD_KEYS
from coauthor.exchange.sheet_plan import CHAPTER, FIELD, Meaning, plain
from coauthor.exchange.tables.rows import COLUMNS, LAST, TYPES
from coauthor.language import LANGUAGES, Catalogue

_OTHERS: Mapping[str, str] = {
    "code": "nr nummer no id eisnr eis-nr eisnummer eis-nummer eis-id volgnr volgnummer kenmerk"
    " number identifier requirement-id req-id reference referentie ref code eiscode",
    "kind": "eis-wens eis-of-wens e-w soort type-eis requirement-type soort-eis",
    "priority": "prioriteit moscow priority prio importance belang weging-moscow",
    CHAPTER: "categorie category functionaliteitgroep groep hoofdstuk onderdeel chapter section"
    " rubriek cluster paragraaf component module onderwerp",
    "theme": "thema theme",
    "title": "titel naam name functionaliteit kop heading title onderwerp-eis korte-omschrijving",
    "text": "omschrijving beschrijving eis eisen wens wensen tekst requirement requirements"
    " description text user-story user-stories eistekst inhoud bepaling specification"
    " specificatie functionele-eis omschrijving-eis eis-omschrijving story eis-tekst vereiste"
    " omschrijving-van-de-eis omschrijving-eis-wens beschrijving-eis norm-eis",
    "field:rationale": "waarom reden reden-eis rationale reason motivatie",
    "field:explanation": "toelichting uitleg explanation",
    "field:acceptance": "acceptatiecriterium acceptatiecriteria acceptance-criteria",
    "field:verification": "verificatie verification toetsing wijze-van-toetsing",
    "field:norm": "norm normen standaard standard",
    "field:risk": "risico risk",
}
_MEANINGS = (
    (("eis", ""), "eis e requirement verplicht mandatory geeist"),
    (("wens", ""), "wens w wish optioneel optional gewenst nice-to-have"),
    (("informatie", ""), "informatie info i information ter-informatie"),
    (
        ("eis", "must"),
        "must m moet must-have knock-out ko knockout knock-out-eis ko-eis k-o k-o-eis",
    ),
    (("wens", "should"), "should s zou-moeten should-have"),
    (("wens", "could"), "could c kan could-have"),
)


_NUMBERS = frozenset({"#", "№"})
_ASIDE = re.compile(r"\([^()]*\)")
_OF_WHAT = re.compile(r"-(?:van|op|bij|voor)-(?:de|het|een)-(?:eis|wens)(?:en)?$")
"""What a heading may say besides: ``Toelichting (optioneel)``, ``Beschrijving van de eis``."""


@cache
def _known() -> Mapping[str, str]:
    """Map headings, made plain, to the role they name: ours in each language, and others."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        text = Catalogue(language)
        for key in (*COLUMNS, *LAST):
            found[plain(text(f"csv-{key}"))] = key
        for key in FIELD_KEYS:
            found[plain(text(f"field-{key}"))] = FIELD + key
    for key in (*COLUMNS, *LAST):
        found.setdefault(key, key)
    for key, words in _OTHERS.items():
        for word in words.split():
            found.setdefault(word, key)
    return found


@cache
def types() -> Mapping[str, str]:
    """Map what a row of ours says it is, made plain, to its type."""
    found = {key: key for key in TYPES}
    for language in LANGUAGES:
        text = Catalogue(language)
        found |= {plain(text(f"csv-type-{key}")): key for key in TYPES}
    return found


def role_of(heading: str) -> str:
    """Return the role that a heading names, or '' for one that is not known."""
    if heading.startswith(FIELD):
        return heading
    if heading.strip() in _NUMBERS:
        return "code"
    known = _known()
    bare = _OF_WHAT.sub("", plain(_ASIDE.sub(" ", heading)))
    return known.get(plain(heading)) or known.get(bare, "")


def field_of(heading: str, place: int) -> str:
    """Return the field that a column without a known heading becomes.

    Args:
        place: of the column, from 0; names one that has no heading.
    """
    bare = plain(heading)
    if not bare:
        return f"{FIELD}column-{place + 1}"
    return FIELD + (bare if bare[:1].isalpha() else f"x-{bare}")


def is_ours(headings: Sequence[str]) -> bool:
    """Tell whether a row of headings is of a table that this program made."""
    said = {plain(each) for each in headings}
    return not said.isdisjoint(_our_type()) or {"type", "uid"} <= {role_of(e) for e in headings}


@cache
def _our_type() -> frozenset[str]:
    return frozenset(plain(Catalogue(language)("csv-type")) for language in LANGUAGES)


def meaning_of(word: str) -> Meaning:
    """Return what a word in a column of kinds or priorities usually means, or nothing."""
    bare = plain(word)
    for (kind, priority), words in _MEANINGS:
        if bare in words.split():
            return Meaning(word, kind, priority)
    return Meaning(word)


def meanings_of(words: Iterable[str]) -> tuple[Meaning, ...]:
    """Return what the words of columns of kinds or priorities mean, read together.

    Beside M, S or C a W is the *won't* of MoSCoW, which is neither demand nor wish.
    """
    once = tuple(dict.fromkeys(words))
    moscow = len({"m", "s", "c"} & {plain(word) for word in once}) > 1
    return tuple(
        Meaning(word) if moscow and plain(word) == "w" else meaning_of(word) for word in once
    )
