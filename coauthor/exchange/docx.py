"""DOCX: the parts of an Office Open XML file around the text of a specification.

Written by hand into a zip: python-docx takes 40 times as long for the same
paragraphs. The order of elements follows ECMA-376 part 1, which Word insists on.
There is no author, no program and no clock in the file: the same text at the same
day gives the same bytes.
"""

from io import BytesIO
from xml.sax.saxutils import quoteattr

from coauthor.exchange.office.package import Package, language_tag, stamp
from coauthor.exchange.office.safe import written
from coauthor.exchange.office.walk import walk
from coauthor.exchange.office.word_body import NUMBER_LIMIT, Body
from coauthor.exchange.specification import Specification, Text

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BODY_OPEN = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_RELATED}"><w:body>'
)
_BODY_CLOSE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1304" w:bottom="1418" w:left="1304" w:header="709" '
    'w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
)


def to_docx(specification: Specification, text: Text) -> bytes:
    """Return a document for Word."""
    stream = BytesIO()
    with Package(stream, "docx") as package:
        for name in ("[Content_Types].xml", "_rels/.rels"):
            package.copy(name)
        values = {
            "title": written(specification.title),
            "language": language_tag(specification.language),
            "when": stamp(specification.when),
            "version": written(specification.version[:80]),
            "day": f"{specification.when:%d-%m-%Y}",
            "digest": written(specification.digest[:80]),
            "page": written(text("office-page")),
        }
        for name in (
            "docProps/core.xml",
            "word/styles.xml",
            "word/settings.xml",
            "word/footer1.xml",
        ):
            package.fill(name, values)
        body = Body()
        with package.open("word/document.xml") as part:
            part.write(_BODY_OPEN)
            for block in walk(specification, text):
                part.write(body.block(block))
            part.write(body.end())
            part.write(_BODY_CLOSE)
        links = "".join(
            f'<Relationship Id="{name}" Type="{_RELATED}/hyperlink" Target={quoteattr(target)} '
            'TargetMode="External"/>'
            for target, name in body.links.items()
        )
        package.fill("word/_rels/document.xml.rels", {"links": links})
        package.fill("word/numbering.xml", {"numbers": "".join(_numbers(body))})
    return stream.getvalue()


def _numbers(body: Body) -> list[str]:
    """Return what makes each numbered list begin where it should."""
    return [
        f'<w:num w:numId="{name}"><w:abstractNumId w:val="2"/>'
        f'<w:lvlOverride w:ilvl="{depth}">'
        f'<w:startOverride w:val="{min(start, NUMBER_LIMIT)}"/></w:lvlOverride></w:num>'
        for name, (depth, start) in enumerate(body.numbered, start=2)
    ]
