"""Names inside a question or an answer that tell who asked: found, and their place shown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coauthor.review.memo.model import Question

_MAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\w.,-])(?:\+|00)?\d(?:[\s().-]{0,2}\d){8,13}(?![\w-])")
_WEB = re.compile(r"\b(?:https?://|www\.)[^\s<>)\"']+", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?|mr\.|drs\.|ing\.|ir\.|t\.a\.v\.|"
    r"met vriendelijke groet(?:en)?,?|groet(?:en)?,|hoogachtend,?|mrs?\.|ms\.|kind regards,?)"
    r"\s+((?:[A-Z]\.\s?)*(?:(?:van|de|der|den|ten|ter|el|'t)\s+)*[A-Z][\w'’-]+"
    r"(?:\s+(?:(?:van|de|der|den)\s+)*[A-Z][\w'’-]+)?)",
)
_FORM = re.compile(
    r"\b[A-Z][\w&'’.-]*(?:\s+[A-Z&][\w&'’.-]*){0,4}\s+"
    r"(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|GmbH|Ltd\.?|Inc\.?|S\.?A\.?)(?=[\s,.;:)?!]|$)"
)
_OURS = re.compile(
    r"\b(?:[Oo]ns|[Oo]nze|[Oo]ur)\s+(?:eigen\s+)?(?:product|pakket|applicatie|oplossing|software|platform|"
    r"systeem|module|suite|package|solution)\s+[\"'‘“]?([A-Z0-9][\w.+-]*(?:\s+[A-Z0-9][\w.+-]*)*)"
)
_LEGAL = re.compile(r"[\s,]+(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|GmbH|Ltd\.?|Inc\.?)$", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Known:
    """Names that are known to tell something.

    Args:
        organisations: of askers, of vendors in the room, of others that were listed.
        products: names of products, by which a vendor is known.
        persons: names of people.
        own: names that tell nothing, such as that of the organisation that asks the market.
    """

    organisations: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A name in a text.

    Args:
        part: ``text`` (the question), ``answer``, ``change`` or ``reason``.
        start: place of the first character in that part.
        end: place after the last one.
        kind: ``organisation``, ``product``, ``person``, ``mail``, ``phone``, ``web``
            or ``hidden`` for characters that do not show.
        name: what stands there.
    """

    part: str
    start: int
    end: int
    kind: str
    name: str


def flags(question: Question, known: Known) -> tuple[Flag, ...]:
    """Return the names in what would be published that nobody has dealt with yet."""
    found = [
        flag
        for part, said in published_parts(question)
        for flag in names_in(said, known, part)
        if flag.name.casefold() not in question.cleared
    ]
    return tuple(found)


def published_parts(question: Question) -> Iterator[tuple[str, str]]:
    """Yield every text of a question that a memo shows, by its name."""
    yield "text", question.text
    yield "answer", question.answer
    yield "change", question.change
    if question.choice is not None:
        yield "reason", question.choice.reason


def names_in(said: str, known: Known, part: str = "text") -> tuple[Flag, ...]:
    """Return the names in one text, in order; of names in names only the longest."""
    own = {each.casefold() for each in known.own}
    found = [
        Flag(part, start, end, kind, said[start:end])
        for kind, start, end in _places(said, known)
        if said[start:end].casefold() not in own
    ]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Flag] = []
    for flag in found:
        if not kept or flag.start >= kept[-1].end:
            kept.append(flag)
    return tuple(kept)


def _places(said: str, known: Known) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in (
        ("mail", _MAIL),
        ("web", _WEB),
        ("phone", _PHONE),
        ("hidden", _INVISIBLE),
    ):
        for match in pattern.finditer(said):
            yield kind, *match.span()
    for match in _PERSON.finditer(said):
        yield "person", *match.span(1)
    for match in _FORM.finditer(said):
        yield "organisation", *match.span()
    for match in _OURS.finditer(said):
        yield "product", *match.span(1)
    listed = (
        ("organisation", _with_short(known.organisations)),
        ("product", known.products),
        ("person", _with_short(known.persons)),
    )
    for kind, names in listed:
        for pattern in _patterns(names):
            for match in pattern.finditer(said):
                yield kind, *match.span()


def _with_short(names: Iterable[str]) -> Iterator[str]:
    """Yield names, and those of companies without what the law adds to them."""
    for name in names:
        yield name
        yield _LEGAL.sub("", name)


def _patterns(names: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """Yield what finds each name, however it is spaced or hyphenated, or made invisible."""
    for name in dict.fromkeys(each.strip() for each in names):
        if len(name) < 3:
            continue
        gap = f"{_INVISIBLE.pattern}*"
        letters = [r"[\s\u00a0_-]*" if each in " -_\u00a0" else re.escape(each) for each in name]
        for place in range(len(name) - 1, 0, -1):  # TaxoPrime is written Taxo-Prime too
            if name[place - 1].islower() and name[place].isupper():
                letters.insert(place, r"[\s_-]?")
        yield re.compile(rf"(?<!\w){gap.join(letters)}(?!\w)", re.IGNORECASE)
