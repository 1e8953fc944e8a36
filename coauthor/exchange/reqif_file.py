"""ReqIF: a document for DOORS, Polarion and the like (OMG Requirements Interchange Format 1.2).

The attributes that tools know by name (``ReqIF.ForeignID``, ``ReqIF.ChapterName``,
``ReqIF.Name``, ``ReqIF.Text``) hold what a clause says; those that begin with ``Coauthor.``
hold it to the letter, for the way back. Names of people are not in it.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from coauthor.exchange.parts import Part, parts_of
from coauthor.exchange.specification import Specification, Text, field_label
from coauthor.exchange.tables.rows import attributes_said
from coauthor.exchange.xhtml import legal, plain_words, to_xhtml

NAMESPACE = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"
XHTML = "http://www.w3.org/1999/xhtml"
OWN = "Coauthor."
FIELD = "Coauthor.Field."
STRINGS = ("ReqIF.ForeignID", "ReqIF.Name", "ReqIF.ChapterName", "Theme")
KEPT = ("Uid", "Type", "Level", "Markdown", "Digest", "Attributes")
"""What `OWN` attributes keep; ``Digest`` tells whether somebody changed ``ReqIF.Text``."""

CHOICES = ("kind", "priority")
_LENGTH = 2_147_483_647


def to_reqif(specification: Specification, text: Text) -> bytes:
    """Return a document as one ReqIF file."""
    return "".join(_Writer(specification, text).lines()).encode("utf-8")


def to_reqifz(specification: Specification, text: Text) -> bytes:
    """Return a document as a ReqIF file packed in a zip, as tools exchange it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        member = zipfile.ZipInfo("document.reqif", specification.when.timetuple()[:6])
        member.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(member, to_reqif(specification, text))
    return stream.getvalue()


def digest_of(words: str) -> str:
    """Return what tells whether the words of an XHTML value were changed."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _value(text: str) -> str:
    """Return a text as the value of an XML attribute, every line end and tab kept."""
    return quoteattr(legal(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


class _Writer:
    """Writes one document; identifiers are the same at every export of the same text."""

    def __init__(self, specification: Specification, text: Text) -> None:
        self.specification = specification
        self.text = text
        self.front, self.parts = (found := parts_of(specification.document)).front, found.parts
        used = dict.fromkeys(key for part in self.parts for key in part.fields)
        self.fields = {key: f"f-{number}" for number, key in enumerate(used)}
        self.choices: Mapping[str, Sequence[str]] = {
            name: sorted({part.get(name) for part in self.parts} - {""}) for name in CHOICES
        }
        self.moment = specification.when.isoformat(timespec="seconds")
        seed = f"{specification.organisation}\0{specification.title}"
        self.seed = hashlib.sha256(seed.encode("utf-8", "replace")).hexdigest()[:12]

    def id(self, name: str) -> str:
        """Return an identifier that no other document has."""
        return f"_{self.seed}-{name}"

    def named(self, name: str) -> str:
        """Return the attributes that all things to refer to have."""
        return f'IDENTIFIER="{self.id(name)}" LAST-CHANGE="{self.moment}"'

    def lines(self) -> Iterator[str]:
        """Yield the file."""
        title = self.specification.title
        yield '<?xml version="1.0" encoding="UTF-8"?>\n'
        yield f'<REQ-IF xmlns="{NAMESPACE}" xmlns:xhtml="{XHTML}">\n<THE-HEADER>\n'
        yield f'<REQ-IF-HEADER IDENTIFIER="{self.id("header")}">\n'
        yield f"<CREATION-TIME>{self.moment}</CREATION-TIME>\n"
        yield "<REQ-IF-TOOL-ID>Coauthor</REQ-IF-TOOL-ID>\n<REQ-IF-VERSION>1.0</REQ-IF-VERSION>\n"
        yield "<SOURCE-TOOL-ID>Coauthor</SOURCE-TOOL-ID>\n"
        yield f"<TITLE>{_value(title)[1:-1]}</TITLE>\n</REQ-IF-HEADER>\n</THE-HEADER>\n"
        yield "<CORE-CONTENT>\n<REQ-IF-CONTENT>\n"
        yield from self._types()
        yield "<SPEC-OBJECTS>\n"
        for number, part in enumerate(self.parts):
            yield from self._object(number, part)
        yield "</SPEC-OBJECTS>\n"
        yield from self._specification(title)
        yield "</REQ-IF-CONTENT>\n</CORE-CONTENT>\n</REQ-IF>\n"

    def _types(self) -> Iterator[str]:
        length = f'MAX-LENGTH="{_LENGTH}"'
        yield "<DATATYPES>\n"
        yield f'<DATATYPE-DEFINITION-STRING {self.named("string")} LONG-NAME="Text" {length}/>\n'
        yield f'<DATATYPE-DEFINITION-XHTML {self.named("xhtml")} LONG-NAME="XHTML"/>\n'
        for name, values in self.choices.items():
            yield from self._choice(name, values)
        yield "</DATATYPES>\n<SPEC-TYPES>\n"
        for kind in ("clause", "heading", "prose", "left"):
            yield f'<SPEC-OBJECT-TYPE {self.named(f"type-{kind}")} LONG-NAME="{kind.title()}">\n'
            yield "<SPEC-ATTRIBUTES>\n"
            for name in (*STRINGS, *(OWN + each for each in KEPT)):
                yield self._definition("STRING", f"{kind}-{name}", name, "string")
            yield self._definition("XHTML", f"{kind}-text", "ReqIF.Text", "xhtml")
            if kind == "clause":
                for name in CHOICES:
                    yield self._definition("ENUMERATION", f"{kind}-{name}", name.title(), name)
                for key, name in self.fields.items():
                    said = field_label(key, self.text)
                    yield self._definition("STRING", name, FIELD + key, "string", said)
            yield "</SPEC-ATTRIBUTES>\n</SPEC-OBJECT-TYPE>\n"
        yield f'<SPECIFICATION-TYPE {self.named("type-document")} LONG-NAME="Document">\n'
        yield "<SPEC-ATTRIBUTES>\n"
        yield self._definition("STRING", "front", f"{OWN}Front", "string")
        yield "</SPEC-ATTRIBUTES>\n</SPECIFICATION-TYPE>\n</SPEC-TYPES>\n"

    def _choice(self, name: str, values: Sequence[str]) -> Iterator[str]:
        yield f'<DATATYPE-DEFINITION-ENUMERATION {self.named(name)} LONG-NAME="{name.title()}">\n'
        yield "<SPECIFIED-VALUES>\n"
        for number, value in enumerate(values):
            named = self.named(f"{name}-value-{number}")
            yield f"<ENUM-VALUE {named} LONG-NAME={_value(value)}>\n<PROPERTIES>\n"
            yield f'<EMBEDDED-VALUE KEY="{number}" OTHER-CONTENT=""/>\n'
            yield "</PROPERTIES>\n</ENUM-VALUE>\n"
        yield "</SPECIFIED-VALUES>\n</DATATYPE-DEFINITION-ENUMERATION>\n"

    def _definition(self, sort: str, name: str, said: str, datatype: str, about: str = "") -> str:
        kind = f"ATTRIBUTE-DEFINITION-{sort}"
        several = ' MULTI-VALUED="false"' if sort == "ENUMERATION" else ""
        about = f" DESC={_value(about)}" if about else ""
        reference = f"DATATYPE-DEFINITION-{sort}-REF"
        return (
            f"<{kind} {self.named(name)} LONG-NAME={_value(said)}{about}{several}>\n<TYPE>"
            f"<{reference}>{self.id(datatype)}</{reference}></TYPE>\n</{kind}>\n"
        )

    def _object(self, number: int, part: Part) -> Iterator[str]:
        kind = part.kind if part.kind in ("clause", "heading", "prose") else "left"
        yield f"<SPEC-OBJECT {self.named(f'part-{number}')}>\n<TYPE>"
        yield f"<SPEC-OBJECT-TYPE-REF>{self.id(f'type-{kind}')}</SPEC-OBJECT-TYPE-REF>"
        yield "</TYPE>\n<VALUES>\n"
        shown = to_xhtml(part.text) if part.kind in ("clause", "prose") else ""
        for name, value in _strings(part, shown).items():
            if value:
                yield self._string(f"{kind}-{name}", value)
        if shown:
            yield "<ATTRIBUTE-VALUE-XHTML>\n<DEFINITION><ATTRIBUTE-DEFINITION-XHTML-REF>"
            yield f"{self.id(f'{kind}-text')}</ATTRIBUTE-DEFINITION-XHTML-REF></DEFINITION>\n"
            yield f"<THE-VALUE>{shown}</THE-VALUE>\n</ATTRIBUTE-VALUE-XHTML>\n"
        for name in CHOICES if kind == "clause" else ():
            if part.get(name):
                yield self._chosen(name, self.choices[name].index(part.get(name)))
        for key, value in part.fields.items():
            yield self._string(self.fields[key], value)
        yield "</VALUES>\n</SPEC-OBJECT>\n"

    def _string(self, name: str, value: str) -> str:
        return (
            f"<ATTRIBUTE-VALUE-STRING THE-VALUE={_value(value)}>\n<DEFINITION>"
            f"<ATTRIBUTE-DEFINITION-STRING-REF>{self.id(name)}</ATTRIBUTE-DEFINITION-STRING-REF>"
            "</DEFINITION>\n</ATTRIBUTE-VALUE-STRING>\n"
        )

    def _chosen(self, name: str, number: int) -> str:
        reference = "ATTRIBUTE-DEFINITION-ENUMERATION-REF"
        return (
            f"<ATTRIBUTE-VALUE-ENUMERATION>\n<DEFINITION><{reference}>"
            f"{self.id(f'clause-{name}')}</{reference}></DEFINITION>\n<VALUES><ENUM-VALUE-REF>"
            f"{self.id(f'{name}-value-{number}')}</ENUM-VALUE-REF></VALUES>\n"
            "</ATTRIBUTE-VALUE-ENUMERATION>\n"
        )

    def _specification(self, title: str) -> Iterator[str]:
        """Yield the outline: what stands under a heading is inside it."""
        named = f"{self.named('document')} LONG-NAME={_value(title)}"
        yield f"<SPECIFICATIONS>\n<SPECIFICATION {named}>\n"
        yield f"<TYPE><SPECIFICATION-TYPE-REF>{self.id('type-document')}</SPECIFICATION-TYPE-REF>"
        yield "</TYPE>\n<VALUES>\n"
        if self.front:
            yield self._string("front", self.front)
        yield "</VALUES>\n<CHILDREN>\n"
        levels: list[int] = []
        for number, part in enumerate(self.parts):
            while part.kind == "heading" and levels and levels[-1] >= part.level:
                levels.pop()
                yield "</CHILDREN>\n</SPEC-HIERARCHY>\n"
            yield f"<SPEC-HIERARCHY {self.named(f'place-{number}')}>\n<OBJECT><SPEC-OBJECT-REF>"
            yield f"{self.id(f'part-{number}')}</SPEC-OBJECT-REF></OBJECT>\n"
            follows = self.parts[number + 1] if number + 1 < len(self.parts) else None
            if _has_children(part, follows):
                levels.append(part.level)
                yield "<CHILDREN>\n"
            else:
                yield "</SPEC-HIERARCHY>\n"
        yield "</CHILDREN>\n</SPEC-HIERARCHY>\n" * len(levels)
        yield "</CHILDREN>\n</SPECIFICATION>\n</SPECIFICATIONS>\n"


def _has_children(part: Part, follows: Part | None) -> bool:
    if part.kind != "heading" or follows is None:
        return False
    return follows.kind != "heading" or follows.level > part.level


def _strings(part: Part, shown: str) -> dict[str, str]:
    """Return the values that are plain strings."""
    return {
        "ReqIF.ForeignID": part.code,
        "ReqIF.Name": part.title,
        "ReqIF.ChapterName": part.text if part.kind == "heading" else "",
        "Theme": part.get("theme"),
        f"{OWN}Uid": part.uid,
        f"{OWN}Type": part.kind,
        f"{OWN}Level": str(part.level) if part.level else "",
        f"{OWN}Markdown": part.text if shown else "",
        f"{OWN}Digest": digest_of(plain_words(shown)) if shown else "",
        f"{OWN}Attributes": attributes_said(
            part.others if part.kind == "clause" else part.attributes
        ),
    }
