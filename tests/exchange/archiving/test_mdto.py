"""MDTO as the schema of the Nationaal Archief asks: order, what must be there, what it says."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.errors import UserError
from coauthor.exchange.archiving.formats import format_of_file
from coauthor.exchange.archiving.mdto import (
    NAMESPACE,
    Concept,
    Event,
    File,
    Limit,
    Mark,
    Pointer,
    Record,
    Term,
    file_xml,
    record_xml,
)
from coauthor.exchange.archiving.mdto_schema import mdto_faults

MAKER = Pointer("Gemeente Waterrijk", Mark("gm9999", "TOOI"))
WHOLE = Record(
    marks=(Mark("Z-1", "Zaaksysteem"), Mark("pve@1", "Coauthor")),
    name="Programma van eisen <Belastingen> & co",
    level="Archiefstuk",
    classifications=(Concept("Inkoop", "Ordeningsplan", "2.1"),),
    keywords=("belastingen",),
    descriptions=("Versie 1",),
    languages=("nl",),
    events=(Event("Creatie", "2026-11-27T12:00:00+01:00", MAKER, "gemaakt"),),
    appraisal=Concept("Tijdelijk te bewaren", "Begrippenlijst Waarderingen MDTO", "V"),
    retention=Term("Sluiting dossier", "Lijst", "2026-12-31", "P20Y", "2046-12-31"),
    category=Concept("Inkoop", "Selectielijst gemeenten 2020", "11.1"),
    part_of=(Pointer("Dossier"),),
    parts=(Pointer("Stuk"),),
    files=(Pointer("pve.pdf"),),
    makers=(MAKER,),
    activity=Pointer("Inkopen"),
    limits=(Limit(Concept("Openbaar", "Lijst"), "Iedereen mag het zien.", Term(ends="2046")),),
)
FILE = File(
    mark=Mark("pve.pdf", "Coauthor"),
    name="pve.pdf",
    size=12,
    format=format_of_file("pve.pdf"),
    sha256="ab" * 32,
    when="2026-11-27T12:00:00+01:00",
    of=Pointer("Programma van eisen"),
)
ORDER = """
    identificatie identificatie naam aggregatieniveau classificatie trefwoord omschrijving
    taal event waardering bewaartermijn informatiecategorie isOnderdeelVan bevatOnderdeel
    heeftRepresentatie archiefvormer activiteit beperkingGebruik""".split()


def children(data: bytes) -> list[str]:
    (described,) = ET.fromstring(data)
    return [each.tag.removeprefix(f"{{{NAMESPACE}}}") for each in described]


def test_a_record_has_its_elements_in_the_order_of_the_schema() -> None:
    data = record_xml(WHOLE)
    assert children(data) == ORDER
    assert mdto_faults("a.xml", data) == ()
    name = ET.fromstring(data).find(f".//{{{NAMESPACE}}}naam")
    assert name is not None
    assert name.text == WHOLE.name


def test_a_file_says_its_size_its_format_and_its_checksum() -> None:
    data = file_xml(FILE)
    assert mdto_faults("a.xml", data) == ()
    said = [each.text for each in ET.fromstring(data).iter() if each.text]
    assert {"12", "fmt/476", "ab" * 32} <= set(said)


def test_what_nobody_told_is_left_out_and_found() -> None:
    data = record_xml(Record(marks=(Mark("1", "x"),), name="n"))
    assert children(data) == ["identificatie", "naam"]
    assert set(mdto_faults("a.xml", data)) == {
        "/informatieobject/waardering?",
        "/informatieobject/archiefvormer?",
        "/informatieobject/beperkingGebruik?",
    }


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda s: s.replace("<omvang>12<", "<omvang>-1<"), "/bestand/omvang="),
        (lambda s: s.replace("pve.pdf</naam>", " </naam>"), "/bestand/naam="),
        (lambda s: s.replace("2026-11-27T12", "27-11-2026 12"), "/bestand/checksum/checksumDatum="),
        (lambda s: s.replace("</bestand>", "<naam>x</naam></bestand>"), "/bestand/naam!"),
        (lambda s: s.replace("</MDTO>", "<bestand/></MDTO>"), "/bestand!"),
    ],
)
def test_what_does_not_fit_the_schema_is_found(change: Callable[[str], str], fault: str) -> None:
    data = change(file_xml(FILE).decode()).encode()
    assert fault in mdto_faults("a.xml", data)


def test_what_describes_nothing_or_declares_something_is_refused() -> None:
    with pytest.raises(UserError, match="mdto-unfit"):
        mdto_faults("a.xml", b"<MDTO/>")
    with pytest.raises(UserError, match="xml-unsafe"):
        mdto_faults("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><MDTO>&b;</MDTO>')


@given(st.text(st.characters(exclude_categories=()), max_size=60).map(lambda said: f"n{said}"))
def test_whatever_somebody_calls_it_the_file_is_valid(said: str) -> None:
    record = Record(
        marks=(Mark(said, said),),
        name=said,
        descriptions=(said,),
        appraisal=Concept(said, said, said),
        makers=(Pointer(said, Mark(said, said)),),
        limits=(Limit(Concept(said, said), said),),
    )
    assert mdto_faults("a.xml", record_xml(record)) == ()
