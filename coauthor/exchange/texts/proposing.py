"""A text of a word processor as a proposal: its clauses, what was said, what was left out."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape

from coauthor.document.model import Document
from coauthor.errors import UserError
from coauthor.exchange.parts import Part, Parts, document_of, said
from coauthor.exchange.proposal import Cutting, Note, Offer, Plan, Proposal, Remark, proposed
from coauthor.exchange.texts.cutting import Cutter
from coauthor.exchange.texts.finding import choose_plan
from coauthor.exchange.texts.ours import OwnText, is_ours
from coauthor.exchange.texts.pieces import Block, Line, Story, lines_in
from coauthor.exchange.texts.talk import offers, remarks
from coauthor.exchange.texts.versions import version

_WORD = re.compile(r"[^\W_]+")
_ESCAPE = re.compile(r"\\([^\w\s])")
_LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\((?:<[^<>]*>|[^()\s]*)\)")
_ENTITY = re.compile(r"(?<!\\)&#?\w{1,31};")
_GONE = re.compile(r"~~.*?~~", re.DOTALL)
_LOOK = re.compile(r"(?<!\\)(?:\*+|~~)")
_SHOWN = 300
_EACH = 5
"""Notes of one kind that are told one by one."""


def count_words(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(_WORD.findall(text))


def propose_story(
    name: str, story: Story, new_uid: Callable[[], str], plan: Cutting | None = None
) -> Proposal:
    """Return what a text would become.

    Args:
        name: the file, for messages.
        plan: how to cut it; the likeliest way when None, and not asked for a text of ours.

    Raises:
        UserError: ``file-empty``.
    """
    blocks = _apart(version(story.blocks, story.lists, after=False), story)
    changed = _apart(version(story.blocks, story.lists, after=True)) if story.changed else None
    identities: dict[int, str] = {}

    def identity(place: int) -> str:
        return identities.setdefault(place, new_uid())

    chosen = plan if isinstance(plan, Plan) else None
    title, twice, after = "", [], None
    if is_ours(blocks):
        own = OwnText()
        pieces = own.read(blocks)
        title, chosen = own.title, None
        story.left["ours"] = own.left
        after = OwnText().read(changed) if changed is not None and is_ours(changed) else None
    else:
        title, blocks = _titled(blocks)
        chosen = chosen or choose_plan(blocks)
        cutter = Cutter(chosen, identity)
        pieces, twice = cutter.cut(blocks), cutter.twice
        story.left["heads"] = cutter.heads
        if changed is not None:
            after = Cutter(chosen, identity).cut(_titled(changed)[1])
    for piece in pieces:
        if piece.part.kind == "clause" and not piece.part.uid:
            piece.part = replace(piece.part, uid=new_uid())
    if not any(piece.part.text or piece.part.title or piece.part.code for piece in pieces):
        raise UserError("file-empty", path=name)
    front = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n" if title else ""
    parts = Parts(front, tuple(piece.part for piece in pieces if _says(piece.part)))
    document = document_of(parts, new_uid)
    talk = remarks(story.comments, pieces)
    changes: tuple[Offer, ...] = ()
    if after is not None:
        marks: dict[int, list[Line]] = {}
        for line in lines_in(story.blocks):
            marks.setdefault(line.place, []).append(line)
        changes, between = offers(pieces, after, marks)
        talk += between
    lost = _lost(story, parts, document, talk, changes)
    made = proposed(
        document,
        chosen,
        lost,
        remarks=talk,
        offers=changes,
        notes=tuple(_notes(story, twice)),
        places={
            piece.part.uid: f"¶ {piece.begins}" for piece in pieces if piece.part.kind == "clause"
        },
    )
    return replace(made, worn="ours" in story.left)


def _says(part: Part) -> bool:
    return part.kind != "prose" or bool(part.text.strip())


def _apart(blocks: Sequence[Block], story: Story | None = None) -> list[Block]:
    """Return a text without its table of contents, whose words go with what is left out."""
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Line) and block.role == "contents":
            if story is not None and block.text.strip():
                story.left.setdefault("contents", []).append(" ".join(block.text.split()))
            if is_ours(blocks):
                kept.append(block)
        else:
            kept.append(block)
    return kept


def _titled(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """Return the title of a text, and the text without it."""
    for at, block in enumerate(blocks):
        if isinstance(block, Line) and block.role == "title" and block.text.strip():
            if block.said or any(span.said for span in block.spans):
                break
            return " ".join(block.text.split()), [*blocks[:at], *blocks[at + 1 :]]
        if isinstance(block, Line) and block.level and block.text.strip():
            break
    return "", list(blocks)


def _notes(story: Story, twice: Sequence[tuple[str, int]]) -> Iterator[Note]:
    for code, begins in twice[:_EACH]:
        yield Note("import-note-code-twice", f"¶ {begins}", {"code": code})
    if contents := story.left.get("contents"):
        yield Note("import-note-text-contents", "", {"count": len(contents)})
    for words in story.left.get("edges", ())[:_EACH]:
        yield Note("import-note-text-edge", "", {"words": words[:_SHOWN]})
    if story.left.get("ours"):
        yield Note("import-note-text-ours")
    often = Counter(message for message, _ in story.seen)
    told: Counter[str] = Counter()
    for (message, place), count in story.seen.items():
        told[message] += 1
        if told[message] <= _EACH or message == "import-note-text-picture":
            yield Note(message, place, {"count": count})
    for message, number in often.items():
        if number > _EACH and message != "import-note-text-picture":
            yield Note(message, "", {"count": number - _EACH})


def _lost(
    story: Story,
    parts: Parts,
    document: Document,
    talk: Sequence[Remark],
    changes: Sequence[Offer],
) -> tuple[str, ...]:
    """Return the words of the file that are nowhere: not taken in, nor told of."""
    taken = _bare(f"{parts.front}\n{said(parts.parts)}\n{document.text}")
    left = [words for each in story.left.values() for words in each]
    here = count_words(_bare(document.text))
    for words in left:
        here.update(count_words(words))
    everything = taken + "\n".join(left)
    missing = story.words - here
    if story.changed:
        offered = "\n".join(f"{each.title}\n{each.body}" for each in changes)
        everything += _bare(offered) + "\n".join(each.text for each in talk)
        everything += "\n".join(_GONE.sub("", each.text) for each in talk)
        have = set(count_words(everything))
        missing |= Counter(word for word in story.words_after if word not in have)
    if not missing:
        return ()
    run = re.sub(r"[\s*~]+", "", everything)
    if story.changed:  # a word that a change cut in two is whole in one of the texts only
        missing = Counter({word: times for word, times in missing.items() if word not in run})
    return tuple(sorted(missing.elements()))


def _bare(markdown: str) -> str:
    """Return the words of Markdown; a word with a look or link on a part of it is one word."""
    plain = _ENTITY.sub(lambda found: unescape(found[0]), _LINK.sub(r"\1", markdown))
    return _ESCAPE.sub(r"\1", _LOOK.sub("", plain))
