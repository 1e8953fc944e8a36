"""A clean copy: without comments, names and metadata; all else to the byte the same.

Nothing is decided for anybody: tracked changes stay as they are (only who made them
goes), hidden sheets stay hidden, connections stay. The check on the copy tells.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from coauthor.errors import UserError
from coauthor.exchange.publication.archive import Archive
from coauthor.exchange.publication.cutting import Cuts, cut
from coauthor.exchange.publication.wordfile import CHANGES

NOBODY = "Auteur"
"""Who made a tracked change in a clean copy: the format wants a name."""

_DROPPED = re.compile(
    r"(?:docProps/(?:custom\.xml|thumbnail\..*)|\[trash\]/.*"
    r"|word/(?:comments\w*|people|commentsExtensible)\.xml|word/_rels/comments\w*\.xml\.rels"
    r"|xl/(?:threadedComments|persons)/.*|xl/(?:worksheets/)?comments/?\w*\.xml"
    r"|xl/printerSettings/.*)",
    re.IGNORECASE,
)
_DATA = re.compile(r"customXml/.*")
_PEOPLE = frozenset({"creator", "lastModifiedBy", "Company", "Manager", "HyperlinkBase"})
_COMMENTS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_TEXTS = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SHEETS = re.compile(r"xl/(?:work|chart)sheets/[^/]+\.xml")
_NOTES = re.compile(r"xl/drawings/[^/]+\.vml")
_OBJECT = re.compile(rb'ObjectType="(\w+)"')
_SIGNED = re.compile(r"_xmlsignatures/.+|META-INF/(?:document|macro)signatures\.xml")
_ODF_PEOPLE = frozenset({"initial-creator", "creator", "printed-by", "user-defined", "template"})
_ODF_CHANGE = re.compile(r"\b(?:content|styles)\.xml")


def cleaned(name: str, data: bytes) -> bytes:
    """Return a clean copy of a DOCX, XLSX, ODT or ODS file.

    Raises:
        UserError: ``publication-signed`` when a signature would break,
            ``publication-cannot-clean`` for another kind, and what `Archive` raises.
    """
    if not data.startswith(b"PK\x03\x04"):
        raise UserError("publication-cannot-clean", path=name)
    archive = Archive(name, data)
    if any(_SIGNED.fullmatch(each) for each in archive.names):
        raise UserError("publication-signed", path=name)
    if "[Content_Types].xml" in archive.parts:
        return _written(archive, _ooxml(archive))
    if "mimetype" in archive.parts and "content.xml" in archive.parts:
        return _written(archive, _odf(archive))
    raise UserError("publication-cannot-clean", path=name)


def _written(archive: Archive, parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a file, in their order and packed as they were."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as written:
        for member in archive.members:
            if member.filename in parts:
                info = zipfile.ZipInfo(
                    member.filename
                )  # without the time and the system of its maker
                info.compress_type = (
                    zipfile.ZIP_STORED
                    if member.compress_type == zipfile.ZIP_STORED
                    else zipfile.ZIP_DEFLATED
                )
                written.writestr(info, parts[member.filename])
    return stream.getvalue()


def _ooxml(archive: Archive) -> dict[str, bytes]:
    gone = {each for each in archive.names if _DROPPED.fullmatch(each)}
    # Fields that show custom data need it.
    if not any(
        b"dataBinding" in archive.parts[each] for each in archive.names if _TEXTS.fullmatch(each)
    ):
        gone |= {each for each in archive.names if _DATA.fullmatch(each)}
    gone |= _notes(archive)
    kept: dict[str, bytes] = {}
    for path, part in archive.parts.items():
        if path in gone:
            continue
        if path == "[Content_Types].xml":
            kept[path] = _without(
                archive, path, "Override", "PartName", lambda to: to.lstrip("/") in gone
            )
        elif path.endswith(".rels"):
            kept[path] = _relations(archive, path, gone)
        elif cuts := _ooxml_cuts(archive, path, gone):
            kept[path] = cut(archive.name, part, cuts)
        else:
            kept[path] = part
    return kept


def _notes(archive: Archive) -> set[str]:
    """Return the drawings that hold nothing but the notes of comments."""
    return {
        path
        for path in archive.names
        if _NOTES.fullmatch(path) and set(_OBJECT.findall(archive.parts[path])) == {b"Note"}
    }


def _ooxml_cuts(archive: Archive, path: str, gone: set[str]) -> Cuts | None:
    if path in {"docProps/core.xml", "docProps/app.xml"}:
        return Cuts(content=lambda name, _: name in _PEOPLE)
    if _TEXTS.fullmatch(path):
        nobody = {name: {"author": NOBODY, "userId": None, "initials": None} for name in CHANGES}
        return Cuts(element=lambda name, _: name in _COMMENTS, attributes=nobody)
    if path == "word/settings.xml":
        return Cuts(element=lambda name, _: name in {"attachedTemplate", "rsids"})
    if path == "xl/workbook.xml":
        return Cuts(element=lambda name, _: name == "absPath")
    if _SHEETS.fullmatch(path):
        relations = archive.relations(path)
        lost = {key for key, (_, to, outside) in relations.items() if not outside and to in gone}
        if not lost:
            return None
        printing = any("printerSettings" in relations[key][1] for key in lost)
        return Cuts(
            element=lambda name, values: name == "legacyDrawing" and values.get("id") in lost,
            attributes={"pageSetup": {"id": None}} if printing else None,
        )
    return None


def _relations(archive: Archive, path: str, gone: set[str]) -> bytes:
    """Return the relationships of a part without those to what is gone."""
    folder, _, leaf = path.rpartition("_rels/")
    source = folder + leaf.removesuffix(".rels")
    found = archive.relations(source)
    lost = {
        key
        for key, (of, target, outside) in found.items()
        if (not outside and target in gone) or of == "attachedTemplate"
    }
    return _without(archive, path, "Relationship", "Id", lost.__contains__)


def _without(
    archive: Archive, path: str, element: str, key: str, goes: Callable[[str], bool]
) -> bytes:
    def is_gone(name: str, values: Mapping[str, str]) -> bool:
        return name == element and goes(values.get(key, ""))

    return cut(archive.name, archive.parts[path], Cuts(element=is_gone))


def _odf(archive: Archive) -> dict[str, bytes]:
    kept = dict(archive.parts)
    for path in archive.names:
        cuts = None
        if path == "meta.xml":
            cuts = Cuts(element=lambda name, _: name in _ODF_PEOPLE)
        elif _ODF_CHANGE.search(path):
            cuts = Cuts(
                element=lambda name, _: name in {"annotation", "annotation-end"},
                content=lambda name, _: name in {"creator", "creator-initials"},
            )
        elif path == "settings.xml":
            cuts = Cuts(
                element=lambda name, values: (
                    name == "config-item" and values.get("name") in {"PrinterName", "PrinterSetup"}
                )
            )
        if cuts:
            kept[path] = cut(archive.name, archive.parts[path], cuts)
    return kept
