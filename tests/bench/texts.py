"""Documents of any size, the same at every run."""

import random
from functools import cache

from coauthor.document.uid import new_uid

WORDS = """
het systeem stelt binnen een termijn voor iedere belastingplichtige de aanslag samen en
verstuurt die naar de inwoner of ondernemer met uitleg over het bedrag zodat deze weet
waarom en hoe er bezwaar mogelijk is bij de gemeente
"""


@cache
def document_text(clauses: int, words: int = 60, seed: int = 1) -> str:
    """Return a document of so many clauses, each of so many words."""
    chance = random.Random(seed)
    choices = WORDS.split()
    pieces = ["---\ntitle: Meting\ncode: MET\nlanguage: nl\n---\n\n# Meting\n\n"]
    for number in range(clauses):
        if number % 40 == 0:
            pieces.append(f"## Hoofdstuk {number // 40 + 1}\n\nDit hoofdstuk gaat over meten.\n\n")
        uid = new_uid(chance.randrange)
        body = " ".join(chance.choice(choices) for _ in range(words))
        pieces.append(
            f"<!-- clause {uid} MET-{number + 1:05d} kind=eis priority=must theme=functioneel -->\n"
            f"### Bepaling {number + 1}\n\n{body} binnen {{{{termijn: {number % 9} dagen}}}}.\n\n"
            f"> **rationale** Omdat het telt.\n>\n> **acceptance** Het is te zien.\n\n"
        )
    return "".join(pieces)


def deviating_text(clauses: int) -> str:
    """Return the same document with a word changed in every seventh clause."""
    pieces = document_text(clauses).split("\n### ")
    for index in range(1, len(pieces), 7):
        pieces[index] = pieces[index].replace(" termijn ", " tijdvak ", 1)
    return "\n### ".join(pieces)
