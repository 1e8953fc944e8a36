"""The words of a question that tell what it is about."""

import re

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_EMPTY = frozenset(
    """
    aan aangeven alle als bedoelt bedoeld bij dan dat de deze die dit door een eis eisen en er
    graag heeft het hierbij hoe in is kan kunt kunnen maar met moet moeten mogen naar niet nog nu
    of om onder ons onze ook op opdrachtgever over te tot toelichten u uit uw van vraag vragen
    voor waar wat we welke wens wij wil wilt wordt worden zal ze zijn zo zoals zou
    a an and are as be by can clarify could do does for from how if in is it of on or please
    question requirement shall should that the this to us we what when which will with would you
    your
    """.split()
)


def telling(text: str) -> str:
    """Return the words that tell something, in lower case, with one space between them."""
    words = (each.group().lower() for each in _WORD.finditer(text))
    return " ".join(each for each in words if each not in _EMPTY)
