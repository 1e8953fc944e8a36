"""Files as other people's programs make them, with what should not have been left in."""

import io
import zipfile
import zlib
from collections.abc import Mapping

import xlsxwriter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes], stored: str = "") -> bytes:
    """Return a zip with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, part in parts.items():
            kind = zipfile.ZIP_STORED if path == stored else zipfile.ZIP_DEFLATED
            archive.writestr(path, part, kind)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relations(*each: tuple[str, str, str, bool]) -> str:
    """Return a part with relationships: id, kind, target and whether it is outside."""
    said = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if outside else ''}/>"
        for key, kind, target, outside in each
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{said}</Relationships>'


def paragraph(text: str, style: str = "", runs: str = "") -> str:
    """Return a paragraph of Word; ``runs`` stand after its text."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kind}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{runs}</w:p>'


def docx(body: str, **more: str | bytes) -> bytes:
    """Return a DOCX file; ``more`` are parts, with ``__`` for a stroke and ``_`` for a dot."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="a"/>'
        '<Override PartName="/word/comments.xml" ContentType="b"/></Types>',
        "_rels/.rels": relations(
            ("r1", "officeDocument", "word/document.xml", False),
            ("r2", "core-properties", "docProps/core.xml", False),
        ),
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {W}><w:style w:styleId="Kop1">'
        '<w:name w:val="heading 1"/></w:style></w:styles>',
    }
    for name, part in more.items():
        path = name.replace("__", "/").replace("_", ".")
        parts[path] = part
    return zipped(parts)


def comments(*said: str, author: str = "Jan de Vries") -> str:
    """Return the part with comments of a DOCX."""
    each = "".join(
        f'<w:comment w:id="{number}" w:author="{author}">{paragraph(words)}</w:comment>'
        for number, words in enumerate(said)
    )
    return f"<w:comments {W}>{each}</w:comments>"


def core(creator: str = "", title: str = "", last: str = "") -> str:
    """Return the part with properties of an OOXML file."""
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy></cp:coreProperties>"
    )


def xlsx(fill) -> bytes:
    """Return an XLSX file that ``fill`` wrote in."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    fill(book)
    book.close()
    return stream.getvalue()


ODF = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("meta", "meta"),
            ("config", "config"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odf(kind: str, body: str, styles: str = "", meta: str = "", page: str = "") -> bytes:
    """Return an OpenDocument file; ``kind`` is text or spreadsheet."""
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}>{page}</office:document-styles>",
            "meta.xml": f"<office:document-meta {ODF}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
        },
        stored="mimetype",
    )


def pdf(words: str, *, author: str = "", note: str = "", link: str = "") -> bytes:
    """Return a PDF of one page, its words packed as programs do."""
    packed = zlib.compress(f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("cp1252"))
    annots = f"<< /Type /Annot /Subtype /Text /Contents ({note}) /T (Jan) >>" if note else ""
    annots += f"<< /Subtype /Link /A << /S /URI /URI ({link}) >> >>" if link else ""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Annots [{annots}] /Resources"
        " << /Font << /F1 << /Type /Font /Subtype /Type1 >> >> >> >>".encode(),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        f"<< /Author ({author}) /Title (Programma van Eisen) >>".encode(),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Info 5 0 R >>\n%%EOF"
