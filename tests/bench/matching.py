"""How often a clause finds itself back in another edition of a standard, and how sure that is.

The truth is what the publishers keep stable: the numbers of measures (BIO2), the names of
files (Standard for Public Code), the headings of sections (the management model, the OAuth
profile). None of that is shown to the matcher. The harder variants take away more of what
helps: headings, order, a quarter of the words, and one clause in four is cut in two.
Beside it stands plain text matching: rapidfuzz, the share of letters (`ratio`).
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from rapidfuzz import fuzz, process

from coauthor.document.model import Heading, Prose
from coauthor.document.reading import decode, read_document
from coauthor.lineage.matching import Likeness, Text, match_texts
from coauthor.workspace.importing import propose_file
from coauthor.workspace.matching.comparing import texts_of

TEXTS = Path(__file__).parents[3] / "shared" / "texts"
HEAD = (
    *("editions", "variant", "clauses", "first", "in three", "same or nearly", "of these right"),
    *("plain first", "plain in three"),
)
_FEWEST = 8
"""Words that a clause has at least; less is no text."""

Row = tuple[str, ...]
_SENTENCE = re.compile(r"(?<=[.;:])\s+")


@dataclass(frozen=True)
class Side:
    """One edition: the texts, and what each is known by; only the texts are shown."""

    texts: tuple[Text, ...]
    keys: tuple[str, ...]


def matching() -> Iterator[Row]:
    """Yield a row a pair of editions and a variant."""
    if not TEXTS.is_dir():
        yield ("the shared texts are not here", *("" for _ in HEAD[1:]))
        return
    for name, pairs in _editions():
        for variant, change in VARIANTS.items():
            chance = random.Random(name)
            counts = [_measured(*change(before, after, chance)) for before, after in pairs]
            yield (name, variant, *_told([sum(column) for column in zip(*counts, strict=True)]))


def _editions() -> Iterator[tuple[str, list[tuple[Side, Side]]]]:
    editions = sorted((TEXTS / "bio2").glob("*.md"))
    last = _numbered(editions[-1])
    for path in editions[:-1]:
        yield f"BIO2 {path.stem[-10:]} → last", [(_numbered(path), last)]
    code = [_files(each) for each in sorted((TEXTS / "standard-for-public-code").iterdir())]
    yield "Public Code, each → next", list(pairwise(code))
    model = TEXTS / "beheermodel"
    for before, after in (
        ("logius-2022-09", "logius-2024-02"),
        ("logius-2023-04", "digikoppeling-2025-02"),
        ("logius-2022-09", "bomosbeheer-2023-10"),
    ):
        pair = _sections(model / before), _sections(model / after)
        yield f"model {before} → {after}", [pair]
    oauth = TEXTS / "oauth-nl"
    yield "OAuth 1.0 → head", [(_sections(oauth / "v1.0"), _sections(oauth / "HEAD"))]


def _numbered(path: Path) -> Side:
    found = [(text, clause.code) for clause, text in texts_of(propose_file(path).document)]
    return _side((text, code) for text, code in found if code)


def _files(folder: Path) -> Side:
    pairs = []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text("utf-8").partition("\n# ")[2].partition("\n")[2]
        pairs.append((Text(text or path.read_text("utf-8")), path.name))
    return _side(iter(pairs))


def _sections(folder: Path) -> Side:
    pairs: list[tuple[Text, str]] = []
    for path in sorted(folder.glob("*.md")):
        title, body = "", ""
        for block in (*read_document(decode(path.read_bytes())).blocks, Heading("", 1, "")):
            if isinstance(block, Prose):
                body += block.text + "\n"
            elif isinstance(block, Heading):
                pairs.append((Text(body), title.casefold()))
                title, body = block.text, ""
    return _side(iter(pairs))


def _side(pairs: Iterator[tuple[Text, str]]) -> Side:
    """Return an edition without texts of a few words and without keys that stand twice."""
    kept = [(text, key) for text, key in pairs if key and len(text.words) >= _FEWEST]
    keys = [key for _, key in kept]
    once = [(text, key) for text, key in kept if keys.count(key) == 1]
    return Side(tuple(text for text, _ in once), tuple(key for _, key in once))


# -- variants --------------------------------------------------------------------------


def _as_it_is(before: Side, after: Side, _: random.Random) -> tuple[Side, Side]:
    return before, after


def _no_headings(before: Side, after: Side, _: random.Random) -> tuple[Side, Side]:
    return _bare(before), _bare(after)


def _regrouped(before: Side, after: Side, chance: random.Random) -> tuple[Side, Side]:
    """Return editions of which the new one has another order under other headings."""
    order = list(range(len(after.texts)))
    chance.shuffle(order)
    headings = [text.heading for text in after.texts]
    chance.shuffle(headings)
    texts = [replace(after.texts[at], heading=headings[at]) for at in order]
    return before, Side(tuple(texts), tuple(after.keys[at] for at in order))


def _reworded(before: Side, after: Side, chance: random.Random) -> tuple[Side, Side]:
    """Return editions of which the old one has other words in a quarter of its places."""
    pool = [word for text in (*before.texts, *after.texts) for word in text.body.split()]
    texts = []
    for text in before.texts:
        words = [chance.choice(pool) if chance.random() < 0.25 else w for w in text.body.split()]
        texts.append(replace(text, body=" ".join(words)))
    return Side(tuple(texts), before.keys), after


def _split(before: Side, after: Side, chance: random.Random) -> tuple[Side, Side]:
    """Return editions of which the new one has a quarter of its clauses in two parts."""
    texts: list[Text] = []
    keys: list[str] = []
    for text, key in zip(after.texts, after.keys, strict=True):
        parts = _SENTENCE.split(text.body)
        middle = len(parts) // 2
        cut = chance.random() < 0.25 and len(parts) > 1
        for body in (" ".join(parts[:middle]), " ".join(parts[middle:])) if cut else (text.body,):
            texts.append(replace(text, body=body))
            keys.append(key)
    return before, Side(tuple(texts), tuple(keys))


def _bare(side: Side) -> Side:
    return replace(side, texts=tuple(replace(text, heading="") for text in side.texts))


VARIANTS: dict[str, Callable[[Side, Side, random.Random], tuple[Side, Side]]] = {
    "as it is": _as_it_is,
    "no headings": _no_headings,
    "other order and headings": _regrouped,
    "a quarter of the words": _reworded,
    "a quarter cut in two": _split,
}


# -- measuring -------------------------------------------------------------------------


def _measured(before: Side, after: Side) -> tuple[int, ...]:
    """Return how many clauses there are, how many are first and in three, called sure, right.

    The last two are how many plain text matching has first and in three.
    A clause whose text the new edition has more than once cannot be told apart by anybody.
    """
    matched = match_texts(before.texts, after.texts)
    words = [text.words for text in after.texts]
    there = {key for key, said in zip(after.keys, words, strict=True) if words.count(said) == 1}
    asked = [
        ([after.keys[each.at] for each in found.candidates], key, found.likeness)
        for found, key in zip(matched, before.keys, strict=True)
        if key in there
    ]
    first = sum(found[:1] == [key] for found, key, _ in asked)
    three = sum(key in found for found, key, _ in asked)
    sure = [each for each in asked if each[2] in (Likeness.SAME, Likeness.NEARLY)]
    right = sum(found[:1] == [key] for found, key, _ in sure)
    plain = [
        (_plainly(text, after), key)
        for text, key in zip(before.texts, before.keys, strict=True)
        if key in there
    ]
    plain_first = sum(found[:1] == [key] for found, key in plain)
    plain_three = sum(key in found for found, key in plain)
    return len(asked), first, three, len(sure), right, plain_first, plain_three


def _plainly(text: Text, side: Side) -> list[str]:
    """Return the keys of the three texts that share most letters."""
    bodies = [each.body for each in side.texts]
    return [
        side.keys[at] for _, _, at in process.extract(text.body, bodies, scorer=fuzz.ratio, limit=3)
    ]


def _told(counts: list[int]) -> Row:
    asked, first, three, sure, right, plain_first, plain_three = counts
    return (
        str(asked),
        _percent(first, asked),
        _percent(three, asked),
        _percent(sure, asked),
        _percent(right, sure),
        _percent(plain_first, asked),
        _percent(plain_three, asked),
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
