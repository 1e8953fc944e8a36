"""Anchors on real clauses: remarks put on one edition, looked for in the next ones.

Every sentence of every clause gets anchors: the sentence, some of its words, one word.
The judge knows nothing of how they are followed: it compares the surroundings letter by
letter, and passes over what it cannot tell itself.
"""

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.document.uid import new_uid
from coauthor.resources import resources
from coauthor.review.discussion.anchors import Anchor, Place, anchor_at, locate
from coauthor.review.discussion.landing import Found

Row = tuple[str, ...]
Edition = dict[str, str]
"""Clause bodies by what names the clause."""

TEXTS = Path(__file__).parents[3] / "shared" / "texts"
AROUND = 60
BESIDE = 14
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.*)$", re.MULTILINE)
_WRAP = re.compile(r"(?<=[^\s>|])\n(?=[\w(\[‘“\"'])")
_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?]+(?=\s|<|$)|(?=\n|$))")
_WORD = re.compile(r"\w[\w’'-]*")
_MEASURE = re.compile(r"^#{1,6}[ \t]*(?:.*?)(\d\.\d\d\.\d\d)[ \t.:]*(.*)$", re.MULTILINE)
HEAD = (
    "history",
    "anchors",
    "quote stands",
    "landed on it, sure",
    "landed, said unsure",
    "not found",
    "wrong sentence, unsaid",
    "likeness alone: landed",
    "likeness alone: wrong",
)


@dataclass
class Count:
    """What became of the anchors of one history."""

    anchors: int = 0
    stands: int = 0
    sure: int = 0
    unsure: int = 0
    missed: int = 0
    wrong: int = 0
    like_landed: int = 0
    like_wrong: int = 0
    examples: list[str] = field(default_factory=list)

    def row(self, name: str) -> Row:
        """Return the row of the table."""

        def share(part: int, whole: int) -> str:
            return f"{part:,} ({100 * part / whole:.2f} %)" if whole else "–"

        return (
            name,
            f"{self.anchors:,}",
            f"{self.stands:,}",
            share(self.sure, self.stands),
            share(self.unsure, self.stands),
            share(self.missed, self.stands),
            share(self.wrong, self.anchors),
            share(self.like_landed, self.stands),
            share(self.like_wrong, self.anchors),
        )


def anchors() -> Iterator[Row]:
    """Yield a row a history; where the real texts are not there, one that says so."""
    for name in ("belastingen", "reisdocumenten"):
        paths = sorted((resources() / "standards" / name).glob("*/documents/*.md"))
        documents = [read_document(path.read_text(encoding="utf-8")) for path in paths]
        editions = [{each.uid: each.body for each in document.clauses} for document in documents]
        yield measure(editions).row(f"example standard {name}, {len(editions)} releases")
    texts = TEXTS
    if "--texts" in sys.argv:
        texts = Path(sys.argv[sys.argv.index("--texts") + 1])
    if not texts.is_dir():
        yield (f"the real texts are not in {texts}",)
        return
    whole = Count()
    for name, editions in histories(texts):
        count = measure(editions)
        yield count.row(name)
        for key, value in vars(count).items():
            setattr(whole, key, getattr(whole, key) + value)
    yield whole.row("all")
    if "--show" in sys.argv:
        print("\n".join(whole.examples))


def histories(texts: Path) -> Iterator[tuple[str, list[Edition]]]:
    """Yield the histories: editions of one text, oldest first."""
    yield (
        "bio2, 6 editions",
        [_measures(path) for path in sorted((texts / "bio2").glob("*.md"))],
    )
    names = {
        "management model, 4 editions": (
            "beheermodel",
            ["logius-2022-07-initial", "logius-2022-09", "logius-2023-04", "logius-2024-02"],
        ),
        "management model, digikoppeling": (
            "beheermodel",
            ["digikoppeling-2023-06", "digikoppeling-2025-02"],
        ),
        "management model, bomos": (
            "beheermodel",
            ["bomosbeheer-2022-09-initial", "bomosbeheer-2023-10"],
        ),
        "oauth-nl, 3 editions": ("oauth-nl", ["v1.0", "v1.1.0", "HEAD"]),
    }
    for name, (folder, editions) in names.items():
        yield name, [_sections(texts / folder / each) for each in editions]
    code = texts / "standard-for-public-code"
    releases = sorted(code.iterdir(), key=lambda each: [int(n) for n in each.name.split(".")])
    yield "public code, 7 releases, by section", [_sections(each) for each in releases]
    yield "public code, 7 releases, by file", _renamed([_files(each) for each in releases])


def measure(editions: list[Edition], seed: int = 1) -> Count:
    """Put anchors on every edition and look for them in every later one."""
    chance = random.Random(seed)
    count = Count()
    uids: dict[str, str] = {}
    for edition in editions:
        for name in edition:
            uids.setdefault(name, new_uid(chance.randrange))
    documents = [_document(edition, uids) for edition in editions]
    for early, before in enumerate(documents):
        for after in documents[early + 1 :]:
            _between(before, after, chance, count)
    return count


def _between(before: Document, after: Document, chance: random.Random, count: Count) -> None:
    for clause in before.clauses:
        there = after.clause(clause.uid)
        if there is None:
            continue
        for start, end in _stretches(clause.body, chance):
            anchor = anchor_at(clause, start, end)
            _judge(anchor, clause.body, there.body, locate(anchor, clause.body, after), count)


def _judge(anchor: Anchor, before: str, after: str, place: Place, count: Count) -> None:
    count.anchors += 1
    truth = _stands(anchor, before, after)
    said = place.found in (Found.HERE, Found.MOVED)
    like = fuzz.partial_ratio_alignment(anchor.quote, after, score_cutoff=75)
    liked = like is not None and like.dest_end > like.dest_start
    if truth is not None:
        count.stands += 1
        landed = (place.start, place.end) == truth and place.clause == anchor.clause
        count.sure += said and landed
        count.unsure += place.found is Found.UNSURE and landed
        count.missed += not landed
        count.like_landed += liked and (like.dest_start, like.dest_end) == truth
        if landed and not said:
            count.examples.append(_example("DOUBTED", anchor, before, after, place))
        if not landed:
            count.examples.append(_example("NOT FOUND", anchor, before, after, place))
    if said and not _same_sentence(anchor, before, after, place.start, place.end):
        count.wrong += 1
        count.examples.append(_example("WRONG", anchor, before, after, place))
    if liked and not _same_sentence(anchor, before, after, like.dest_start, like.dest_end):
        count.like_wrong += 1


def _stands(anchor: Anchor, before: str, after: str) -> tuple[int, int] | None:
    """Return where the quote still stands, told by its surroundings; None when that is unsure."""
    window = before[max(anchor.start - AROUND, 0) : anchor.end + AROUND]
    scored = []
    place = after.find(anchor.quote)
    while place >= 0:
        end = place + len(anchor.quote)
        around = after[max(place - AROUND, 0) : end + AROUND]
        whole = not re.match(r"\w", after[end : end + 1]) and not re.search(
            r"\w$", after[max(place - 1, 0) : place]
        )
        scored.append((fuzz.ratio(window, around) if whole else 0.0, place))
        place = after.find(anchor.quote, place + 1)
    scored.sort(reverse=True)
    if not scored or scored[0][0] < 65:
        return None
    if len(scored) > 1 and scored[1][0] > scored[0][0] - 10:
        return None
    return scored[0][1], scored[0][1] + len(anchor.quote)


def _same_sentence(anchor: Anchor, before: str, after: str, start: int, end: int) -> bool:
    """Tell whether a landing is in the sentence it was put on, as far as letters tell."""
    before, after = _WRAP.sub(" ", before), _WRAP.sub(" ", after)
    left = before[max(anchor.start - BESIDE, 0) : anchor.start]
    right = before[anchor.end : anchor.end + BESIDE]
    if after[max(start - BESIDE, 0) : start] == left or after[end : end + BESIDE] == right:
        return True
    old = _around(before, anchor.start, anchor.end)
    new = _around(after, start, end)
    here = fuzz.ratio(old, new)
    if here >= 70 or fuzz.partial_ratio(old, new) >= 85:
        return True
    best = max((fuzz.ratio(old, each[0]) for each in _SENTENCE.finditer(after)), default=0.0)
    return here >= 45 and here >= best - 8


def _around(text: str, start: int, end: int) -> str:
    """Return the sentences in which a stretch lies; wrapped lines are one."""
    text = _WRAP.sub(" ", text)
    found = [
        each[0] for each in _SENTENCE.finditer(text) if each.start() < end and start < each.end()
    ]
    return " ".join(found).strip()


def _stretches(body: str, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield a sentence, some words of it and one word of it, for every sentence."""
    for sentence in _SENTENCE.finditer(body):
        found = list(_WORD.finditer(body, sentence.start(), sentence.end()))
        if len(found) < 2:
            continue
        yield found[0].start(), found[-1].end()
        first = chance.randrange(len(found))
        last = min(first + chance.randrange(1, 7), len(found) - 1)
        if last > first:
            yield found[first].start(), found[last].end()
        long = [word for word in found if len(word[0]) >= 5]
        if long:
            word = chance.choice(long)
            yield word.start(), word.end()


def _document(edition: Edition, uids: dict[str, str]) -> Document:
    pieces = [
        f"<!-- clause {uids[name]} A-{number:03d} -->\n\n{body}\n\n"
        for number, (name, body) in enumerate(edition.items(), 1)
    ]
    return read_document("".join(pieces))


def _sections(folder: Path) -> Edition:
    found: Edition = {}
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        heads = list(_HEADING.finditer(text))
        for number, head in enumerate(heads):
            end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
            body = text[head.end() : end].strip()
            name = f"{path.name} {head[2].strip()}"
            if len(body) > 40 and name not in found:
                found[name] = _plain(body)
    return found


def _files(folder: Path) -> Edition:
    return {path.name: _plain(path.read_text(encoding="utf-8")) for path in folder.glob("*.md")}


def _measures(path: Path) -> Edition:
    text = path.read_text(encoding="utf-8")
    heads = list(_MEASURE.finditer(text))
    found: Edition = {}
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        found.setdefault(head[1], _plain(f"{head[2]}\n\n{text[head.end() : end]}".strip()))
    return found


def _renamed(editions: list[Edition]) -> list[Edition]:
    """Give files that were renamed the name they had, told by their text."""
    result = [editions[0]]
    for edition in editions[1:]:
        named: Edition = {}
        before = dict(result[-1])
        for name, body in edition.items():
            likest = max(before, key=lambda each: fuzz.ratio(before[each], body), default=name)
            old = name if name in before else likest
            if old in before and fuzz.ratio(before[old], body) >= 55 and old not in named:
                named[old] = body
                del before[old]
            else:
                named[name] = body
        result.append(named)
    return result


def _plain(text: str) -> str:
    """Return a text that one clause can hold: headings and markers would end it."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"^---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return _HEADING.sub(r"**\2**", text).replace("\n>", "\n").strip()


def _example(kind: str, anchor: Anchor, before: str, after: str, place: Place) -> str:
    old = _around(before, anchor.start, anchor.end)
    new = _around(after, place.start, place.end)
    landed = after[place.start : place.end]
    return f"{kind} {place.found} «{anchor.quote}» → «{landed}»\n   was {old}\n   now {new}"
