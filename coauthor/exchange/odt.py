"""ODT: the parts of an OpenDocument text around the text of a specification.

Written by hand into a zip, after OASIS OpenDocument 1.3 part 3; odfdo takes longer
and brings a template in another language. There is no author, no program and no clock in
the file: the same text at the same day gives the same bytes.
"""

from io import BytesIO

from coauthor.exchange.office.open_body import Body
from coauthor.exchange.office.package import Package, language_tag, stamp
from coauthor.exchange.office.safe import written
from coauthor.exchange.office.walk import walk
from coauthor.exchange.specification import Specification, Text

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def to_odt(specification: Specification, text: Text) -> bytes:
    """Return a document for LibreOffice and other programs that read OpenDocument."""
    stream = BytesIO()
    tag = language_tag(specification.language)
    language, _, country = tag.partition("-")
    values = {
        "title": written(specification.title),
        "tag": tag,
        "language": language,
        "country": country,
        "when": stamp(specification.when),
        "version": written(specification.version[:80]),
        "day": f"{specification.when:%d-%m-%Y}",
        "digest": written(specification.digest[:80]),
        "page": written(text("office-page")),
    }
    with Package(stream, "odt") as package:
        package.store("mimetype", _MEDIA_TYPE)  # first and as it is, so that it tells what this is
        package.copy("META-INF/manifest.xml")
        package.fill("meta.xml", values)
        package.fill("styles.xml", values)
        body = Body()
        with package.open("content.xml") as part:
            begin, _, end = package.shipped("content.xml").partition("<!-- the text -->")
            part.write(begin)
            for block in walk(specification, text):
                part.write(body.block(block))
            part.write(end)
    return stream.getvalue()
