"""MDTO: the metadata by which Dutch public bodies keep their information accessible.

*Metagegevens voor Duurzaam Toegankelijke Overheidsinformatie* of the Nationaal Archief,
XML schema 1.0.1 (MDTO-XML1.0.1.xsd, 9 January 2023). One file describes one object: an
*informatieobject* (a file of papers, or a record) or a *bestand* (a computer file).

What nobody told is left out, also where the schema asks for it: an archive must not learn
from us what its municipality never decided. `coauthor.exchange.archiving.mdto_schema`
tells what lacks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coauthor.exchange.office.safe import written

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA = "MDTO-XML1.0.1.xsd"

Node = tuple[str, "str | Sequence[Node]"]
"""An element: its name, and its text or the elements in it."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<MDTO xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{NAMESPACE} {NAMESPACE}/{SCHEMA}">\n'
)

LEVELS = "Begrippenlijst Aggregatieniveaus MDTO"
APPRAISALS = "Begrippenlijst Waarderingen MDTO"
EVENTS = "Begrippenlijst EventTypeLijst MDTO"
CHECKSUMS = "Begrippenlijst ChecksumAlgoritme MDTO"
FORMATS = "PRONOM-register"


@dataclass(frozen=True, slots=True)
class Mark:
    """By what something is known, and where that was given out."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A word out of a list of words that somebody keeps."""

    label: str
    list: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A thing or an organisation that is referred to."""

    name: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that befell a record: ``when`` is ISO 8601, with or without the time."""

    kind: str
    when: str
    actor: Pointer | None = None
    result: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """How long something holds.

    Args:
        start: from what event it runs, in words; ``start_list`` is whose words those are.
        begins: ISO date on which that was.
        length: ISO 8601 duration, such as ``P20Y``.
        ends: ISO date or year.
    """

    start: str = ""
    start_list: str = ""
    begins: str = ""
    length: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit on the use: what kind, what that means, and for how long."""

    kind: Concept
    said: str = ""
    term: Term | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An *informatieobject*; what is empty is left out."""

    marks: Sequence[Mark]
    name: str
    level: str = ""
    classifications: Sequence[Concept] = ()
    keywords: Sequence[str] = ()
    descriptions: Sequence[str] = ()
    languages: Sequence[str] = ()
    events: Sequence[Event] = ()
    appraisal: Concept | None = None
    retention: Term | None = None
    category: Concept | None = None
    part_of: Sequence[Pointer] = ()
    parts: Sequence[Pointer] = ()
    files: Sequence[Pointer] = ()
    makers: Sequence[Pointer] = ()
    activity: Pointer | None = None
    limits: Sequence[Limit] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A *bestand*: ``size`` in bytes, ``when`` the checksum was made (ISO 8601)."""

    mark: Mark
    name: str
    size: int
    format: Concept
    sha256: str
    when: str
    of: Pointer


def record_xml(record: Record) -> bytes:
    """Return the file that describes a record."""
    nodes: list[Node] = [
        *(_mark("identificatie", each) for each in record.marks),
        ("naam", record.name),
        *_concepts("aggregatieniveau", [Concept(record.level, LEVELS)] if record.level else ()),
        *_concepts("classificatie", record.classifications),
        *(("trefwoord", each) for each in record.keywords),
        *(("omschrijving", each) for each in record.descriptions),
        *(("taal", each) for each in record.languages),
        *(_event(each) for each in record.events),
        *_concepts("waardering", [record.appraisal]),
        *_term("bewaartermijn", record.retention),
        *_concepts("informatiecategorie", [record.category]),
        *(_pointer("isOnderdeelVan", each) for each in record.part_of),
        *(_pointer("bevatOnderdeel", each) for each in record.parts),
        *(_pointer("heeftRepresentatie", each) for each in record.files),
        *(_pointer("archiefvormer", each) for each in record.makers),
        *([_pointer("activiteit", record.activity)] if record.activity else ()),
        *(_limit(each) for each in record.limits),
    ]
    return _file(("informatieobject", nodes))


def file_xml(file: File) -> bytes:
    """Return the file that describes a computer file."""
    checksum: list[Node] = [
        _concept("checksumAlgoritme", Concept("SHA-256", CHECKSUMS)),
        ("checksumWaarde", file.sha256),
        ("checksumDatum", file.when),
    ]
    nodes: list[Node] = [
        _mark("identificatie", file.mark),
        ("naam", file.name),
        ("omvang", str(file.size)),
        _concept("bestandsformaat", file.format),
        ("checksum", checksum),
        _pointer("isRepresentatieVan", file.of),
    ]
    return _file(("bestand", nodes))


def _mark(name: str, mark: Mark) -> Node:
    return name, [("identificatieKenmerk", mark.value), ("identificatieBron", mark.source)]


def _pointer(name: str, pointer: Pointer) -> Node:
    known = [_mark("verwijzingIdentificatie", pointer.mark)] if pointer.mark else []
    return name, [("verwijzingNaam", pointer.name), *known]


def _concept(name: str, concept: Concept) -> Node:
    code: list[Node] = [("begripCode", concept.code)] if concept.code else []
    of = _pointer("begripBegrippenlijst", Pointer(concept.list))
    return name, [("begripLabel", concept.label), *code, of]


def _concepts(name: str, concepts: Sequence[Concept | None]) -> list[Node]:
    return [_concept(name, each) for each in concepts if each is not None]


def _event(event: Event) -> Node:
    return "event", [
        _concept("eventType", Concept(event.kind, EVENTS)),
        *([("eventTijd", event.when)] if event.when else []),
        *([_pointer("eventVerantwoordelijkeActor", event.actor)] if event.actor else []),
        *([("eventResultaat", event.result)] if event.result else []),
    ]


def _term(name: str, term: Term | None) -> list[Node]:
    if term is None:
        return []
    start = [Concept(term.start, term.start_list)] if term.start else []
    said = (
        ("termijnStartdatumLooptijd", term.begins),
        ("termijnLooptijd", term.length),
        ("termijnEinddatum", term.ends),
    )
    known: list[Node] = [(each, value) for each, value in said if value]
    nodes = [*_concepts("termijnTriggerStartLooptijd", start), *known]
    return [(name, nodes)] if nodes else []


def _limit(limit: Limit) -> Node:
    return "beperkingGebruik", [
        _concept("beperkingGebruikType", limit.kind),
        *([("beperkingGebruikNadereBeschrijving", limit.said)] if limit.said else []),
        *_term("beperkingGebruikTermijn", limit.term),
    ]


def _file(node: Node) -> bytes:
    return "".join([_HEAD, *_lines(node, 1), "</MDTO>\n"]).encode("utf-8")


def _lines(node: Node, depth: int) -> list[str]:
    name, content = node
    indent = "  " * depth
    if isinstance(content, str):
        return [f"{indent}<{name}>{written(' '.join(content.split()))}</{name}>\n"]
    inside = [line for each in content for line in _lines(each, depth + 1)]
    return [f"{indent}<{name}>\n", *inside, f"{indent}</{name}>\n"]
