"""Sizes of everything in the lanes; all follow the size of the text."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

HEADING_SIZES = (1.65, 1.35, 1.15, 1.05, 1.0, 1.0)
"""Size of a heading of each level beside ordinary text."""

LINE_HEIGHT = 132
"""Height of a line in percent of what the font asks for."""

CHARACTERS = 92
"""Widest line, in average characters."""


@dataclass(frozen=True)
class Metrics:
    """Sizes in logical pixels for one font."""

    font: QFont

    @cached_property
    def em(self) -> float:
        """Height of the font: the measure of all spacing."""
        return QFontMetricsF(self.font).height()

    @cached_property
    def gutter(self) -> int:
        """Width of the strip with signs in our own lane."""
        return round(self.em * 2.6)

    @cached_property
    def side(self) -> int:
        """Blank at the left and right of text."""
        return round(self.em * 1.1)

    @cached_property
    def top(self) -> int:
        """Blank above and below a clause."""
        return round(self.em * 0.9)

    @cached_property
    def label(self) -> int:
        """Height of the line with code and kind."""
        return round(QFontMetricsF(self.small).height() * 1.55)

    @cached_property
    def sign(self) -> float:
        """Size of a sign in the gutter."""
        return self.em * 0.92

    @cached_property
    def widest(self) -> int:
        """Widest text that reads well."""
        return round(QFontMetricsF(self.font).averageCharWidth() * CHARACTERS)

    @cached_property
    def small(self) -> QFont:
        """Font of codes, labels and fields."""
        return sized(self.font, 0.86)

    @cached_property
    def small_measure(self) -> QFontMetricsF:
        """Measures of the small font."""
        return QFontMetricsF(self.small)

    @cached_property
    def title(self) -> QFont:
        """Font of the title of a clause."""
        font = sized(self.font, 1.04)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def heading(self, level: int) -> QFont:
        """Return the font of a section heading."""
        font = sized(self.font, HEADING_SIZES[min(level, 6) - 1])
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def left(self, lane: int) -> int:
        """Return where the text of a cell begins."""
        return self.gutter if lane == 0 else self.side

    def text_width(self, lane: int, column_width: int) -> int:
        """Return how wide the text of a cell is in a column of that width."""
        room = column_width - self.left(lane) - self.side
        return max(min(room, self.widest), 60)


def sized(font: QFont, factor: float) -> QFont:
    """Return the font, that many times as large."""
    changed = QFont(font)
    if font.pointSizeF() > 0:
        changed.setPointSizeF(max(font.pointSizeF() * factor, 5.0))
    else:
        changed.setPixelSize(max(round(font.pixelSize() * factor), 7))
    return changed
