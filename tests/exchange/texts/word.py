"""Word files made for a test, as Word writes them, with only what the test is about."""

import io
import zipfile
from collections.abc import Mapping

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
BY = 'w:author="Bart de Vries" w:date="2026-03-01T10:00:00Z"'
_SIDES = ("styles", "numbering", "comments", "commentsExtended", "footnotes", "header1")
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eiskop"><w:name w:val="Eiskop"/>
<w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
"""


def docx(body: str, parts: Mapping[str, str] | None = None, *, space: str = TRANSITIONAL) -> bytes:
    """Return a file with a body and parts beside it, each the inside of its outermost element."""
    beside = {"styles": STYLES} | dict(parts or {})
    open_ = f'xmlns:w="{space}" xmlns:r="{RELATED}" xmlns:w15="w15" xmlns:w14="w14" xmlns:m="m"'
    of = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{of}.{name.rstrip("1")}+xml"/>'
        for name in _SIDES
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{of}'
        f'.document.main+xml"/>{types}</Types>',
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml", "")]),
        "word/document.xml": f"<w:document {open_}><w:body>{body}</w:body></w:document>",
    }
    related = [("rLink", "hyperlink", "https://example.org/a", ' TargetMode="External"')]
    for name in _SIDES:
        if name in beside:
            files[f"word/{name}.xml"] = f"<w:{name} {open_}>{beside[name]}</w:{name}>"
            related.append((f"r{name}", name.rstrip("1"), f"{name}.xml", ""))
    files["word/_rels/document.xml.rels"] = _relations(related)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return stream.getvalue()


def _relations(of: list[tuple[str, str, str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{RELATED}/{kind}" Target="{target}"{mode}/>'
        for name, kind, target, mode in of
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'


def p(text: str = "", style: str = "", *, number: str = "", mark: str = "") -> str:
    """Return a paragraph; ``text`` may be runs already.

    Args:
        number: a list and how deep in it, such as ``1/0``.
        mark: a change of its end, ``ins`` or ``del``.
    """
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        of, depth = number.split("/")
        properties += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{of}"/></w:numPr>'
    if mark:
        properties += f'<w:rPr><w:{mark} w:id="9" {BY}/></w:rPr>'
    inner = text if text.startswith("<") else r(text)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str, look: str = "") -> str:
    """Return a run; ``look`` such as ``<w:b/>``."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text: str, sort: str = "ins") -> str:
    """Return words that were added and wait for an answer."""
    return f'<w:{sort} w:id="1" {BY}>{r(text)}</w:{sort}>'


def gone(text: str, sort: str = "del") -> str:
    """Return words that were taken away and wait for an answer."""
    run = r(text).replace("w:t", "w:delText") if sort == "del" else r(text)
    return f'<w:{sort} w:id="2" {BY}>{run}</w:{sort}>'


def table(*rows: list[str]) -> str:
    """Return a table; a cell is words, or what stands in it."""
    made = ""
    for row in rows:
        cells = "".join(f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>" for c in row)
        made += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def numbering(*levels: tuple[str, str]) -> str:
    """Return list 1, with a form and what is shown of each level."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
