"""What a PDF says and holds, as far as a small reader reaches."""

import re
from collections.abc import Iterator, Mapping

from coauthor.exchange.publication.model import Gathering, Place, Reading
from coauthor.exchange.publication.pdfobjects import Pdf, Ref, read_objects, text_string
from coauthor.exchange.publication.pdftext import page_text

PAGES = 2_000
"""Pages whose text is read, at most."""

HEADINGS = 50_000
"""Headings that are read, at most."""

_NOTES = frozenset(
    {"Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Stamp", "Ink",
     "Popup"}
)  # fmt: skip
_PROPERTIES = {"Title": "title", "Subject": "subject", "Keywords": "keywords"}
_XMP_PERSON = re.compile(
    r"<dc:creator>(?:(?!<dc:creator>).)*?<rdf:li[^<>]*>([^<]*)</rdf:li>", re.DOTALL
)


def read_pdf(name: str, data: bytes) -> Reading:
    """Return what stands in a PDF: properties, notes, links, attachments, and the words.

    Raises:
        UserError: ``publication-unsafe`` with the reason.
    """
    found = Gathering("pdf")
    pdf = read_objects(name, data)
    encrypted = re.search(rb"/Encrypt\s+\d+\s+\d+\s+R", data) is not None
    if encrypted:
        found.unread.append("encrypted")
    else:
        _properties(pdf, data, found)
    _attachments(pdf, found)
    pages = list(_pages(pdf))
    if not encrypted:
        _outline(pdf, found)
    for number, page in enumerate(pages, start=1):
        place = Place("page", "", str(number))
        _notes(pdf, page, found, place, encrypted=encrypted)
        if not encrypted and number <= PAGES:
            for line in page_text(pdf, page):
                found.piece(place, line)
    if not encrypted and (not any(each.role == "text" for each in found.pieces) or not pages):
        found.unread.append("pictures")
    elif pdf.unread or len(pages) > PAGES:
        found.unread.append("partly")
    return found.reading()


def _pages(pdf: Pdf) -> Iterator[Mapping[str, object]]:
    """Yield the pages in their order; those that the tree does not reach come last."""
    every = [
        number
        for number, value in pdf.objects.items()
        if isinstance(value, dict) and value.get("Type") == "Page"
    ]
    seen: set[int] = set()
    waiting: list[object] = []
    waiting += [
        Ref(number)
        for number, value in pdf.objects.items()
        if isinstance(value, dict) and value.get("Type") == "Pages" and "Parent" not in value
    ][::-1]
    while waiting:
        at = waiting.pop()
        if not isinstance(at, Ref) or at.number in seen:
            continue
        seen.add(at.number)
        value = pdf.table(at)
        if value.get("Type") == "Page":
            yield value
        else:
            waiting += pdf.row(value.get("Kids"))[::-1]
    yield from (pdf.table(Ref(number)) for number in every if number not in seen)


def _properties(pdf: Pdf, data: bytes, found: Gathering) -> None:
    trailers = [
        value for value in pdf.objects.values() if isinstance(value, dict) and "Info" in value
    ]
    numbers = {each["Info"].number for each in trailers if isinstance(each["Info"], Ref)}
    numbers |= {int(each) for each in re.findall(rb"/Info\s+(\d{1,9})\s+\d+\s+R", data)}
    for number in sorted(numbers):
        info = pdf.table(Ref(number))
        found.person("author", Place("property", "Author"), text_string(info.get("Author")))
        for key, label in _PROPERTIES.items():
            found.piece(Place("property", label), text_string(info.get(key)), "property")
    for number in pdf.streams:
        if pdf.table(Ref(number)).get("Type") == "Metadata":
            said = pdf.unfolded(number).decode("utf-8", "replace")
            for person in _XMP_PERSON.findall(said):
                if person.strip() not in found.people:
                    found.person("author", Place("property", "XMP"), person)


def _outline(pdf: Pdf, found: Gathering) -> None:
    """Gather the headings as the list of chapters beside the pages has them."""
    waiting: list[tuple[object, int]] = [
        (value.get("First"), 1)
        for value in pdf.objects.values()
        if isinstance(value, dict) and value.get("Type") == "Outlines"
    ]
    seen: set[int] = set()
    while waiting:
        at, level = waiting.pop()
        if not isinstance(at, Ref) or at.number in seen or len(seen) > HEADINGS:
            continue
        seen.add(at.number)
        item = pdf.table(at)
        title = text_string(item.get("Title"))
        found.piece(Place("outline", title[:60]), title, "outline", level)
        waiting += [(item.get("Next"), level), (item.get("First"), level + 1)]


def _attachments(pdf: Pdf, found: Gathering) -> None:
    for value in pdf.objects.values():
        if not isinstance(value, dict):
            continue
        if value.get("Type") == "Filespec" and "EF" in value:
            said = text_string(value.get("UF")) or text_string(value.get("F"))
            found.mark("embedded", Place(), said)
        if value.get("S") in {"JavaScript", "Launch"} or "JS" in value:
            found.mark("macro", Place())


def _notes(
    pdf: Pdf, page: Mapping[str, object], found: Gathering, place: Place, *, encrypted: bool
) -> None:
    for each in pdf.row(page.get("Annots")):
        note = pdf.table(each)
        if note.get("Subtype") in _NOTES and note.get("Subtype") != "Popup":
            found.mark("comment", place, "" if encrypted else text_string(note.get("Contents")))
            if writer := text_string(note.get("T")).strip():
                found.people.add(writer)
        action = pdf.table(note.get("A"))
        if isinstance(action.get("URI"), bytes) and not encrypted:
            found.piece(place, text_string(action["URI"]), "link")
        if action.get("S") in {"GoToR", "Launch"}:
            target = pdf.get(action.get("F"))
            said = target if isinstance(target, bytes) else pdf.table(target).get("F")
            found.mark("external-connection", place, text_string(said))
            found.piece(place, text_string(said), "path")
