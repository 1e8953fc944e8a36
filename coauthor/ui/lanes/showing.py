"""What the lanes show besides the text: where the person is, points and searches."""

import re
from dataclasses import dataclass, field

from coauthor.ui.lanes.talk import Talk


@dataclass(frozen=True, slots=True)
class Spot:
    """One change of words on screen: row and index in the differences of that row."""

    row: int
    lane: int
    change: int


@dataclass
class Showing:
    """The state of the view that painting depends on.

    Args:
        row: the current row, or -1; ``lane`` the current lane in it.
        editing: the row that is being written, or -1, and the height of its editor.
        change: the current change of words; ``hovered`` the one under the pointer.
        offering: what is typed is suggested, and the clause stays as it is.
        slot: row of the parameter being filled in, and its place in the text.
        talk: what is shown of the conversation.
        pattern: what is searched for; ``hit`` is row, part and place of the current hit.
    """

    row: int = -1
    lane: int = 0
    focused: bool = False
    editing: int = -1
    editor_height: float = 0.0
    offering: bool = False
    change: Spot | None = None
    hovered: Spot | None = None
    slot: tuple[int, int] | None = None
    pattern: re.Pattern[str] | None = None
    hit: tuple[int, str, int] | None = None
    talk: Talk = field(default_factory=Talk)

    def rings(self, row: int, lane: int) -> tuple[int, ...]:
        """Return the changes of a cell that are pointed at or current."""
        spots = (self.change, self.hovered)
        return tuple(
            spot.change for spot in spots if spot and spot.row == row and _sees(spot, lane)
        )


def _sees(spot: Spot, lane: int) -> bool:
    """Tell whether a lane shows a change: our lane shows those with the first beside it."""
    return lane == spot.lane or (lane in (0, 1) and spot.lane in (0, 1))
