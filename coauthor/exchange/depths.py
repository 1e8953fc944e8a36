"""How deep each heading stands, whatever levels the text gives them."""

from dataclasses import dataclass, field


@dataclass
class Depths:
    """Goes along the headings of a text; keeps those that the next one is under.

    Args:
        above: level of each, and whether it is the title of a clause.
    """

    above: list[tuple[int, bool]] = field(default_factory=list)

    def of(self, level: int, *, clause: bool = False) -> int:
        """Return the depth of the next heading, from 1, without the gaps that levels may have.

        A clause without a title (level 0) stands under its chapter, like the clause before it.
        """
        while self.above and (self.above[-1][0] >= level if level else self.above[-1][1]):
            self.above.pop()
        self.above.append((level or (self.above[-1][0] if self.above else 0) + 1, clause))
        return len(self.above)
