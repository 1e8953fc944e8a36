"""DOCX: the parts of an Office Open XML file around the text of a specification.

Written by hand into a zip: python-docx takes 40 times as long for the same
paragraphs. The order of elements follows ECMA-376 part 1, which Word insists on.
There is no author, no program and no clock in the file: the same text at the same
day gives the same bytes.
"""

from collections.abc import Iterator
from io import BytesIO
from xml.sax.saxutils import quoteattr

from coauthor.exchange.furniture import Furniture
from coauthor.exchange.office.cover import below_logo, front
from coauthor.exchange.office.package import Package, language_tag, stamp
from coauthor.exchange.office.safe import written
from coauthor.exchange.office.walk import walk
from coauthor.exchange.office.word_body import NUMBER_LIMIT, Body
from coauthor.exchange.office.word_drawing import relation
from coauthor.exchange.office.word_edges import edge, section, twips, word_values
from coauthor.exchange.specification import Specification, Text

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BODY_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_RELATED}"><w:body>'
)


def to_docx(specification: Specification, text: Text) -> bytes:
    """Return a document for Word."""
    stream = BytesIO()
    style, around = specification.style, Furniture(specification)
    with Package(stream, "docx") as package:
        for name in ("[Content_Types].xml", "_rels/.rels"):
            package.copy(name)
        values = {
            "title": written(specification.title),
            "language": language_tag(specification.spoken),
            "when": stamp(specification.when),
            "version": written(specification.version[:80]),
            "digest": written(specification.digest[:80]),
            **word_values(style, below_logo(specification)),
        }
        for name in ("docProps/core.xml", "word/styles.xml", "word/settings.xml"):
            package.fill(name, values)
        for name, kind, band in (
            ("word/header1.xml", "hdr", around.header()),
            ("word/footer1.xml", "ftr", around.footer()),
        ):
            with package.open(name) as part:
                part.write(edge(kind, band))
        body = Body(width=twips(style.margins.width))
        with package.open("word/document.xml") as part:
            part.write(_BODY_OPEN)
            for block in front(specification):
                part.write(body.block(block))
            if around.has_cover:
                own = section(style.margins, cover=True)
                part.write(f'<w:p><w:pPr><w:pStyle w:val="Spacer"/>{own}</w:pPr></w:p>')
            for block in walk(specification, text, covered=around.has_cover):
                part.write(body.block(block))
            part.write(body.end())
            part.write(f"{section(style.margins)}</w:body></w:document>")
        package.fill("word/_rels/document.xml.rels", {"links": "".join(_relations(body))})
        package.fill("word/numbering.xml", {"numbers": "".join(_numbers(body))})
        for name, data in body.media.files.items():
            package.keep(f"word/media/{name}", data)
    return stream.getvalue()


def _relations(body: Body) -> Iterator[str]:
    """Yield what leads to addresses and to pictures."""
    for target, name in body.links.items():
        yield (
            f'<Relationship Id="{name}" Type="{_RELATED}/hyperlink" Target={quoteattr(target)} '
            'TargetMode="External"/>'
        )
    for file in body.media.files:
        yield (
            f'<Relationship Id="{relation(file)}" Type="{_RELATED}/image" Target="media/{file}"/>'
        )


def _numbers(body: Body) -> list[str]:
    """Return what makes each numbered list begin where it should."""
    return [
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="2"/>'
        f'<w:lvlOverride w:ilvl="{depth}">'
        f'<w:startOverride w:val="{min(start, NUMBER_LIMIT)}"/></w:lvlOverride></w:num>'
        for name, (depth, start) in enumerate(body.numbered, start=2)
    ]
