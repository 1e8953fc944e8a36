"""What the lanes show besides the text: where the person is, points and searches."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """One change of words on screen: row and index in the differences of that row."""

    row: int
    lane: int
    change: int


@dataclass(frozen=True, slots=True)
class Match:
    """A place that was searched for: row, part of the block, and where in its source."""

    row: int
    part: str
    start: int
    end: int


@dataclass
class Showing:
    """The state of the view that painting depends on."""

    row: int = -1
    lane: int = 0
    focused: bool = False
    editing: int = -1
    editor_height: float = 0.0
    change: Spot | None = None
    hovered: Spot | None = None
    slot: tuple[int, int] | None = None  # row, and position of the slot in its source
    pattern: "re.Pattern[str] | None" = None
    match: Match | None = None
    drop: int = -1

    def rings(self, row: int, lane: int) -> tuple[int, ...]:
        """Return the changes of a cell that are pointed at or current."""
        spots = (self.change, self.hovered)
        return tuple(
            spot.change for spot in spots if spot and spot.row == row and spot.lane in (lane, 0, 1)
        )
