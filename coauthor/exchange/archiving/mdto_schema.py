"""Whether an MDTO file is as the schema of the Nationaal Archief asks (MDTO-XML1.0.1.xsd).

The schema as a table: the elements of each type in their order, with how often each may
stand there; and the texts that the simple types take. An element that must be there is
also not empty, as from version 1.0.2 of the schema on.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from coauthor.errors import UserError
from coauthor.exchange.xml_tree import Element, parse

_ANY = 1_000_000

_DAY = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_ZONE = r"(?:Z|[+-]\d\d:\d\d)?"
_MOMENT = rf"{_DAY}T\d\d:\d\d:\d\d(?:\.\d+)?{_ZONE}"
_YEARS = rf"\d{{4}}{_ZONE}|\d{{4}}-(?:0[1-9]|1[0-2]){_ZONE}|{_DAY}{_ZONE}"

_TEXTS: Mapping[str, re.Pattern[str]] = MappingProxyType({
    "text": re.compile(r"(?s)(?=.*\S).*"),
    "language": re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
    "number": re.compile(r"\d+"),
    "address": re.compile(r"\S+"),
    "day": re.compile(_DAY + _ZONE),
    "years": re.compile(_YEARS),
    "moment": re.compile(_MOMENT),
    "years or moment": re.compile(f"{_YEARS}|{_MOMENT}"),
    "length": re.compile(
        r"P(?=\d|T)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
    ),
})  # fmt: skip

_TYPES: Mapping[str, str] = MappingProxyType({
    "MDTO": "informatieobject:informatieobject? bestand:bestand?",
    "informatieobject": """
        identificatie:mark+ naam:text aggregatieniveau:concept? classificatie:concept*
        trefwoord:text* omschrijving:text* raadpleeglocatie:places* dekkingInTijd:covering*
        dekkingInRuimte:pointer* taal:language* event:event* waardering:concept
        bewaartermijn:term? informatiecategorie:concept? isOnderdeelVan:pointer*
        bevatOnderdeel:pointer* heeftRepresentatie:pointer* aanvullendeMetagegevens:pointer*
        gerelateerdInformatieobject:related* archiefvormer:pointer+ betrokkene:involved*
        activiteit:pointer? beperkingGebruik:limit+""",
    "bestand": """
        identificatie:mark+ naam:text omvang:number bestandsformaat:concept checksum:checksum+
        URLBestand:address? isRepresentatieVan:pointer""",
    "mark": "identificatieKenmerk:text identificatieBron:text",
    "pointer": "verwijzingNaam:text verwijzingIdentificatie:mark?",
    "concept": "begripLabel:text begripCode:text? begripBegrippenlijst:pointer",
    "covering": """
        dekkingInTijdType:concept dekkingInTijdBegindatum:years dekkingInTijdEinddatum:years?""",
    "event": """
        eventType:concept eventTijd:years_or_moment? eventVerantwoordelijkeActor:pointer?
        eventResultaat:text?""",
    "related": """
        gerelateerdInformatieobjectVerwijzing:pointer
        gerelateerdInformatieobjectTypeRelatie:concept""",
    "involved": "betrokkeneTypeRelatie:concept betrokkeneActor:pointer",
    "limit": """
        beperkingGebruikType:concept beperkingGebruikNadereBeschrijving:text?
        beperkingGebruikDocumentatie:pointer* beperkingGebruikTermijn:term?""",
    "term": """
        termijnTriggerStartLooptijd:concept? termijnStartdatumLooptijd:day?
        termijnLooptijd:length? termijnEinddatum:years?""",
    "checksum": "checksumAlgoritme:concept checksumWaarde:text checksumDatum:moment",
    "places": "raadpleeglocatieFysiek:pointer* raadpleeglocatieOnline:address*",
})  # fmt: skip
"""The types: each ``element:type``, with ``?``, ``*`` or ``+`` behind it where not once."""

_TIMES = {"": (1, 1), "?": (0, 1), "*": (0, _ANY), "+": (1, _ANY)}


def read_mdto(name: str, data: bytes) -> Element:
    """Return the object that an MDTO file describes.

    Raises:
        UserError: ``xml-unsafe`` or ``xml-unfit``; ``mdto-unfit`` when it describes none.
    """
    root = parse(name, data)
    found = next(root.children, None)
    if root.name != "MDTO" or found is None or found.name not in {"informatieobject", "bestand"}:
        raise UserError("mdto-unfit", path=name)
    return found


def mdto_faults(name: str, data: bytes) -> tuple[str, ...]:
    """Return what an MDTO file lacks or has wrong, as paths of elements; () when it is valid.

    A path ends in ``?`` where an element that must be there is not, in ``!`` where one
    stands that does not belong there, and in ``=`` where its text is not of its kind.

    Raises:
        UserError: as `read_mdto`.
    """
    read_mdto(name, data)
    return tuple(_faults(parse(name, data), "MDTO", ""))


def _faults(element: Element, kind: str, path: str) -> Iterator[str]:
    rule = _TEXTS.get(kind.replace("_", " "))
    if rule is not None:
        if any(element.children) or not rule.fullmatch(element.text.strip()):
            yield f"{path}="
        return
    waiting = list(element.children)
    for said in _TYPES[kind].split():
        name, _, of = said.partition(":")
        least, most = _TIMES[of[-1] if of[-1] in _TIMES else ""]
        count = 0
        while waiting and waiting[0].name == name and count < most:
            yield from _faults(waiting.pop(0), of.rstrip("?*+"), f"{path}/{name}")
            count += 1
        if count < least:
            yield f"{path}/{name}?"
    for each in waiting:
        yield f"{path}/{each.name}!"
