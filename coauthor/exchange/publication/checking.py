"""From what was read to what was found: marks, patterns, and the finders beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from coauthor.exchange.publication.model import Finding, Piece, Place, Reading
from coauthor.exchange.publication.names import people_in_text
from coauthor.exchange.publication.numbering import chapter_jumps
from coauthor.exchange.publication.references import (
    broken_references,
    missing_annexes,
    missing_clauses,
)
from coauthor.exchange.publication.rules import Rule, rules
from coauthor.exchange.publication.titles import other_projects

QUOTE = 120
"""Characters of a quote, at most."""


def check(
    reading: Reading, *, file: str = "", beside: Iterable[str] = (), project: str = ""
) -> tuple[Finding, ...]:
    """Return what to look at before a file leaves, errors first, in the order of the file.

    Args:
        file: name of the file; it says something of its project and its number.
        beside: names of the files that go out with it.
        project: what the project is called; '' when nobody said.
    """
    names = (file, *beside)
    found = [
        *(
            Finding(mark.rule, "", mark.place, mark.detail)
            for mark in reading.marks
            if mark.rule != "custom-data" or mark.place.name not in rules().custom
        ),
        *_patterns(reading.pieces),
        *people_in_text(reading),
        *broken_references(reading),
        *missing_clauses(reading),
        *missing_annexes(reading, names),
        *chapter_jumps(reading),
        *other_projects(reading, file, project),
    ]
    return ordered(found)


def ordered(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with their level, each once, errors first."""
    levels = rules().levels
    order = list(levels)
    judged = [replace(each, level=levels[each.rule], quote=_short(each.quote)) for each in found]
    return tuple(
        sorted(_once(judged), key=lambda each: (each.level != "error", order.index(each.rule)))
    )


def _patterns(pieces: Iterable[Piece]) -> Iterator[Finding]:
    for piece in pieces:
        for rule in rules().patterns:
            if piece.role in rule.roles:
                yield from _matches(rule, piece)


def _matches(rule: Rule, piece: Piece) -> Iterator[Finding]:
    for match in rule.pattern.finditer(piece.text):
        said = match[0].rstrip(".,;)")
        if rule.allowed is None or not rule.allowed.fullmatch(said):
            yield Finding(rule.name, "", piece.place, said or match[0])


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what stands twice at one place as one."""
    seen: dict[tuple[str, Place, str], Finding] = {}
    for each in found:
        key = (each.rule, each.place, each.quote)
        before = seen.get(key)
        seen[key] = replace(each, count=each.count + (before.count if before else 0))
    yield from seen.values()


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= QUOTE else plain[: QUOTE - 1] + "…"
