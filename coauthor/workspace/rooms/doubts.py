"""Doubts: what in a text that is to go out may say more than its writer meant.

Nothing is taken away here: a person sees the place and decides. Pure.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from coauthor.document.model import Clause, Document, Heading

KINDS = ("internal", "person", "organisation", "mail", "phone", "path", "html", "invisible")

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\d+])(?:\+31|0031|0)[ -]?(?:\(0\))?[1-9](?:[ -]?\d){8}(?!\d)")
_PATH = re.compile(
    r"\b[A-Za-z]:\\[^\s)>\"]*"
    r"|(?<!\\)\\\\[\w.-]+\\[^\s)>\"]*"
    r"|(?<![\w/.])/(?:home|Users|mnt|media|var|opt|srv|tmp|Volumes)/[^\s)>\"]*"
    r"|\bfile:[^\s)>\"]+"
    r"|https?://(?:localhost|10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)[^\s)>\"]*"
    r"|https?://[A-Za-z0-9-]+(?=[/:])[^\s)>\"]*"
    r"|https?://[^\s/)>\"]*(?:sharepoint|intranet|\.local\b|\.lan\b|\.intern\b)[^\s)>\"]*",
    re.IGNORECASE,
)
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|\Z)[^<>\r\n]*>?")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\udc80-\udcff\U000e0000-\U000e0fff]+"
)
_BODY = re.compile(
    r"\b(?:[Gg]emeente|[Ww]aterschap|[Pp]rovincie) (?:de |den |het )?[A-Z][\w-]+"
    r"|\b[A-Z][\w&-]+(?: [A-Z][\w&-]+)? (?:B\.?V\b\.?|N\.?V\b\.?|GmbH\b|Inc\b)"
)
_WORD = re.compile(r"\w+")
_CLEAR_NAME = 3
_RUN = 6
"""Words in a row that two texts have in common only when one came from the other."""

_SHORTEST = 12
"""Letters of a shorter text that are not found by chance."""

_AROUND = 40


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place in a text that a person must look at.

    Args:
        kind: one of `KINDS`, or ``picture``; the catalogue holds ``room-doubt-<kind>``.
        uid: of the clause, or ''.
        where: code or title of the clause, or the heading above.
        found: what was found.
        around: the same with some text around it.
    """

    kind: str
    uid: str
    where: str
    found: str
    around: str = ""


@dataclass(frozen=True, slots=True)
class Inside:
    """What is known inside only: what a text that goes out must not say by accident.

    Args:
        texts: reasons, notes, comments and the like.
        people: names of people.
        organisations: names of organisations.
        own: the organisation that publishes; its name may stand anywhere.
        public: a text that everybody has; what stands in it is no doubt.
    """

    texts: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    own: str = ""
    public: str = ""


def find_doubts(document: Document, inside: Inside) -> Iterator[Doubt]:
    """Yield what in a document deserves a look, in the order of its text."""
    places = _Places(document)
    text = document.text
    names = _names(inside)
    found = list(_told(text, inside))
    position = 0
    # Block by block: one pattern over a whole book would hold up all else meanwhile.
    for piece in (document.front.source, *(block.source for block in document.blocks)):
        near = (*_named(piece, names, inside.own), *_patterns(piece))
        found += [(start + position, end + position, kind) for start, end, kind in near]
        position += len(piece)
    seen: set[tuple[str, str, str]] = set()
    for start, end, kind in sorted(found):
        said = text[start:end]
        if said in inside.public:
            continue
        uid, where = places.at(start)
        if (kind, uid or where, said) not in seen:
            seen.add((kind, uid or where, said))
            yield Doubt(kind, uid, where, said, _around(text, start, end))


def _around(text: str, start: int, end: int) -> str:
    """Return a place with some words around it, of its own line."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    last = text.find("\n", end)
    last = min(end + _AROUND, len(text) if last < 0 else last)
    words = " ".join(text[first:last].split())
    before = "… " if first and text[first - 1] != "\n" else ""
    return before + words + (" …" if last < len(text) and text[last] != "\n" else "")


class _Places:
    """Which block of a document stands at an offset."""

    def __init__(self, document: Document) -> None:
        self._starts: list[int] = [0]
        self._names: list[tuple[str, str]] = [("", "")]
        position, above = len(document.front.source), ""
        for block in document.blocks:
            if isinstance(block, Heading):
                above = block.text
            self._starts.append(position)
            if isinstance(block, Clause):
                self._names.append((block.uid, block.code or block.title or block.uid))
            else:
                self._names.append(("", above))
            position += len(block.source)

    def at(self, offset: int) -> tuple[str, str]:
        return self._names[bisect_right(self._starts, offset) - 1]


Found = tuple[int, int, str]


def _patterns(text: str) -> Iterator[Found]:
    rules = (
        ("mail", _MAIL),
        ("phone", _PHONE),
        ("path", _PATH),
        ("html", _HTML),
        ("invisible", _INVISIBLE),
    )
    for kind, pattern in rules:
        for found in pattern.finditer(text):
            yield *found.span(), kind


def _names(inside: Inside) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what finds the names of people and of organisations."""
    found = []
    for kind, names in (("person", inside.people), ("organisation", inside.organisations)):
        clear = {each for each in names if _is_clear(each)} - {inside.own}
        if clear:
            joined = "|".join(re.escape(each) for each in sorted(clear, key=len, reverse=True))
            found.append((kind, re.compile(rf"(?<!\w)(?:{joined})(?!\w)")))
    return tuple(found)


def _named(text: str, names: Iterable[tuple[str, re.Pattern[str]]], own: str) -> Iterator[Found]:
    for kind, pattern in names:
        for found in pattern.finditer(text):
            yield *found.span(), kind
    known = own.casefold()
    for found in _BODY.finditer(text):
        said = found[0].casefold()
        if not known or (said not in known and known not in said):
            yield *found.span(), "organisation"


def _is_clear(name: str) -> bool:
    """Tell whether a name would not be found in every other sentence."""
    return len(name) >= _CLEAR_NAME and name != name.lower()


def _told(text: str, inside: Inside) -> Iterator[Found]:
    """Yield the stretches that stand in a text of inside too."""
    wanted: dict[int, set[tuple[str, ...]]] = defaultdict(set)
    for said in inside.texts:
        words = tuple(_WORD.findall(said.casefold()))
        if len(words) >= _RUN:
            wanted[_RUN].update(_runs(words, _RUN))
        elif len(words) > 1 and sum(map(len, words)) >= _SHORTEST:
            wanted[len(words)].add(words)
    public = tuple(_WORD.findall(inside.public.casefold()))
    tokens = list(_WORD.finditer(text))
    words = tuple(each[0].casefold() for each in tokens)
    spans: list[tuple[int, int]] = []
    for length, phrases in wanted.items():
        phrases.difference_update(_runs(public, length))
        spans += [
            (start, start + length)
            for start, run in enumerate(_runs(words, length))
            if run in phrases
        ]
    for start, end in _joined(spans):
        yield tokens[start].start(), tokens[end - 1].end(), "internal"


def _runs(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    for start in range(len(words) - length + 1):
        yield words[start : start + length]


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    ordered = sorted(spans)
    if not ordered:
        return
    start, end = ordered[0]
    for (_, _), (begin, finish) in pairwise(ordered):
        if begin <= end:
            end = max(end, finish)
        else:
            yield start, end
            start, end = begin, finish
    yield start, end
