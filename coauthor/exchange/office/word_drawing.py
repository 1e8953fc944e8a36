"""A picture in the line of a text as DrawingML (ECMA-376 part 1, chapters 20.1, 20.2, 20.4)."""

from coauthor.exchange.office.media import Media
from coauthor.exchange.office.safe import quoted
from coauthor.exchange.office.tree import Figure

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_UNITS = 36_000
"""English metric units in a millimetre."""


def drawing(figure: Figure, media: Media) -> str:
    """Return a run that holds a picture, with what it shows for who does not see it."""
    file, number = media.name(figure), media.place()
    wide, high = round(figure.width * _UNITS), round(figure.height * _UNITS)
    said = f'name="{figure.name(number)}" descr="{quoted(figure.alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
        f'distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr id="{number}" {said}/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" {said}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation(file)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def relation(file: str) -> str:
    """Return what a text calls the file of a picture by."""
    return file.partition(".")[0]
