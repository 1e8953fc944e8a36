"""Numbers before the headings of chapters: 1, 1.1. The codes of clauses have nothing to do with it.

They are part of the words of a heading, so that every format shows the same ones, also
where somebody copies a heading into a letter.
"""

import re
from collections.abc import Mapping, Sequence

from coauthor.document.model import Heading
from coauthor.exchange.specification import Item, Specification

_OWN = re.compile(
    r"\d+(?:\.\d+)*[.)]?\s|[A-Z][.)]\s|(?:hoofdstuk|bijlage|chapter|annex)\s", re.IGNORECASE
)
"""A heading that says its number itself."""


def chapter_numbers(specification: Specification, shown: Sequence[Item]) -> Mapping[int, str]:
    """Return the number of each heading by its place among what is shown; {} for none.

    Where most headings say a number or letter of their own already, nothing is added; else
    such a heading keeps its own, and counts. The one heading at the top that is the title
    of the whole has none.
    """
    if not specification.choice.numbering:
        return {}
    chapters = [
        (place, item.block) for place, item in enumerate(shown) if isinstance(item.block, Heading)
    ]
    if begins_with_title(specification, shown):
        del chapters[0]
    if 2 * sum(_OWN.match(block.text) is not None for _, block in chapters) > len(chapters):
        return {}
    numbers: dict[int, str] = {}
    above: list[tuple[int, int]] = []  # level and number of each heading that the next is under
    for place, block in chapters:
        while above and above[-1][0] > block.level:
            last = above.pop()
            if not above or above[-1][0] < block.level:
                above.append((block.level, last[1]))
        if above and above[-1][0] == block.level:
            above[-1] = (block.level, above[-1][1] + 1)
        else:
            above.append((block.level, 1))
        if not _OWN.match(block.text):
            numbers[place] = ".".join(str(number) for _, number in above)
    return numbers


def numbered(title: str, number: str) -> str:
    """Return the words of a heading with its number before them."""
    return f"{number}\N{NO-BREAK SPACE} {title}" if number else title


def begins_with_title(specification: Specification, shown: Sequence[Item]) -> bool:
    """Tell whether the first heading says the title of the whole, with all others under it."""
    chapters = [item.block for item in shown if isinstance(item.block, Heading)]
    if len(chapters) < 2 or chapters[0].text.strip() != specification.title.strip():
        return False
    return all(each.level > chapters[0].level for each in chapters[1:])
