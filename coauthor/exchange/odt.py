"""ODT: the parts of an OpenDocument text around the text of a specification.

Written by hand into a zip, after OASIS OpenDocument 1.3 part 3; odfdo takes longer
and brings a template in another language. There is no author, no program and no clock in
the file: the same text at the same day gives the same bytes.
"""

from io import BytesIO
from string import Template

from coauthor.exchange.furniture import Furniture
from coauthor.exchange.office.cover import below_logo, front
from coauthor.exchange.office.media import MEDIA_TYPES
from coauthor.exchange.office.open_body import Body
from coauthor.exchange.office.open_edges import edge, open_values
from coauthor.exchange.office.package import Package, language_tag, stamp
from coauthor.exchange.office.safe import written
from coauthor.exchange.office.walk import walk
from coauthor.exchange.specification import Specification, Text

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def to_odt(specification: Specification, text: Text) -> bytes:
    """Return a document for LibreOffice and other programs that read OpenDocument."""
    stream = BytesIO()
    tag = language_tag(specification.spoken)
    language, _, country = tag.partition("-")
    around = Furniture(specification)
    values = {
        "title": written(specification.title),
        "tag": tag,
        "language": language,
        "country": country,
        "when": stamp(specification.when),
        "version": written(specification.version[:80]),
        "digest": written(specification.digest[:80]),
        "header": edge("header", around.header()),
        "footer": edge("footer", around.footer()),
        **open_values(specification.style, below_logo(specification)),
    }
    with Package(stream, "odt") as package:
        package.store("mimetype", _MEDIA_TYPE)  # first and as it is, so that it tells what this is
        package.fill("meta.xml", values)
        package.fill("styles.xml", values)
        body = Body()
        with package.open("content.xml") as part:
            begin, _, end = package.shipped("content.xml").partition("<!-- the text -->")
            part.write(Template(begin).substitute(values))
            for block in front(specification):
                part.write(body.block(block))
            body.after_cover = around.has_cover
            for block in walk(specification, text, covered=around.has_cover):
                part.write(body.block(block))
            part.write(end)
        for name, data in body.media.files.items():
            package.keep(f"Pictures/{name}", data)
        package.fill("META-INF/manifest.xml", {"pictures": "".join(map(_listed, body.media.files))})
    return stream.getvalue()


def _listed(name: str) -> str:
    media_type = MEDIA_TYPES[name.rpartition(".")[2]]
    return (
        f'<manifest:file-entry manifest:full-path="Pictures/{name}" '
        f'manifest:media-type="{media_type}"/>\n'
    )
