"""What a person sees of a file before it is taken in: one line a block, and what to look at.

Lines are plain values, so that another process can hand over ten thousand of them at once.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.rendering import printable
from coauthor.exchange.proposal import Note, Offer, Proposal, Remark
from coauthor.exchange.updating import Row
from coauthor.language import Catalogue

PARAGRAPH = "¶ "
"""Before the number of a paragraph."""

LONG = 3_000
"""Signs in a clause above which it probably holds several requirements."""

CODED = 0.5
"""Share of the clauses with a code above which one without is worth a look."""


class Line(NamedTuple):
    """What one part of a file becomes.

    Args:
        what: ``clause``, ``heading``, ``prose``, ``departed``, or ``absent`` for what the
            document has and the file has not.
        change: of an update: ``new``, ``changed``, ``same``, ``absent`` or ``elsewhere``;
            '' for what is no clause.
        place: where it stands in the file: a sheet and row, or the number of the line of a
            text; '' where the file has no places.
        level: of a heading, 1 to 6.
        text: Markdown.
        marks: kind, priority and theme of a clause, '' for none.
        looks: what a person should look at: ``empty``, ``code``, ``long``, ``note``, or
            ``met`` where somebody wrote here, too, since the file was made.
        before: title and text of the clause as the document has it, when it changes.
        fields: of a clause, each key with its Markdown.
    """

    what: str
    change: str
    uid: str
    place: str
    level: int
    code: str
    title: str
    text: str
    marks: tuple[str, str, str] = ("", "", "")
    looks: tuple[str, ...] = ()
    before: tuple[str, str] = ("", "")
    fields: tuple[tuple[str, str], ...] = ()


class Said(NamedTuple):
    """A remark, an answer to one, or a suggestion that the file brings along.

    Args:
        sort: ``remark``, ``reply``, or what a suggestion does: ``edit``, ``add``, ``drop``.
        code: of the clause that it is about; '' for the whole document.
        quote: the words that it is about; for a suggestion the title.
    """

    sort: str
    uid: str
    code: str
    author: str
    when: str
    text: str
    quote: str


class Told(NamedTuple):
    """What a person should know of the reading: a message of the catalogue, and where."""

    message: str
    place: str
    values: tuple[tuple[str, str | int], ...]


def lines_of(
    proposal: Proposal,
    rows: Sequence[Row],
    now: Document | None,
    made: Document | None = None,
) -> tuple[Line, ...]:
    """Return what becomes of each part of a file, in its order; what is absent from it last.

    Args:
        rows: what becomes of each clause, as `coauthor.exchange.updating.Update` has them.
        now: the document that is brought up to date; None for a new one.
        made: what it becomes.
    """
    clauses = proposal.document.clauses
    coded = sum(bool(each.code) for each in clauses) > CODED * len(clauses)
    noted = {note.place for note in proposal.notes if note.place}
    fates = iter(rows)  # one a clause in the order of the file, then what is absent
    found: list[Line] = []
    for block in proposal.document.blocks:
        if isinstance(block, Clause):
            line = _clause(block, proposal.places.get(block.uid, ""), coded=coded, noted=noted)
            found.append(_updated(line, next(fates), now, made) if now is not None else line)
        elif block.source.strip():
            found.append(_other(block, proposal.places))
    found += [_absent(fate, now) for fate in fates if now is not None]
    return tuple(found)


def _clause(clause: Clause, place: str, *, coded: bool, noted: set[str]) -> Line:
    looks = []
    if not clause.title.strip() and not clause.body.strip():
        looks.append("empty")
    if coded and not clause.code:
        looks.append("code")
    if len(clause.body) > LONG:
        looks.append("long")
    if place and place in noted:
        looks.append("note")
    return Line(
        "clause",
        "new",
        clause.uid,
        place,
        clause.level,
        clause.code,
        clause.title,
        clause.body.strip(),
        (clause.kind, clause.marker.get("priority"), clause.theme),
        tuple(looks),
        fields=tuple(clause.fields.items()),
    )


def _updated(line: Line, fate: Row, now: Document, made: Document | None) -> Line:
    looks = (*line.looks, "met") if fate.meanwhile == "met" else line.looks
    line = line._replace(change=fate.change, looks=looks)
    old = now.clause(fate.uid) if fate.change == "changed" else None
    if old is None:
        return line
    line = line._replace(before=(old.title, old.body.strip()))
    new = made.clause(fate.uid) if made is not None else None
    return line._replace(title=new.title, text=new.body.strip()) if new is not None else line


def _other(block: Heading | Prose | Tombstone, places: Mapping[str, str]) -> Line:
    if isinstance(block, Heading):
        return Line("heading", "", "", "", block.level, "", block.text, "")
    if isinstance(block, Prose):
        return Line("prose", "", "", "", 0, "", "", block.text.strip())
    said = block.marker.get("note") or block.marker.get("moved-to")
    return Line("departed", "", block.uid, places.get(block.uid, ""), 0, block.code, "", said)


def _absent(fate: Row, now: Document | None) -> Line:
    clause = now.clause(fate.uid) if now is not None else None
    title, body = (clause.title, clause.body.strip()) if clause else (fate.title, "")
    return Line("absent", "absent", fate.uid, "", 0, fate.code, title, body)


def numbered(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """Return the lines of a text file with the number of the line where each clause begins.

    Args:
        text: what is in the file, in the order in which the lines stand.
    """
    found: list[Line] = []
    number, position = 1, 0
    for line in lines:
        first = (line.title or line.text).strip().partition("\n")[0]
        at = text.find(first, position) if first and line.what != "absent" else -1
        if at >= 0:
            number += text.count("\n", position, at)
            position = at
        known = at >= 0 and line.what == "clause" and not line.place
        found.append(line._replace(place=str(number)) if known else line)
    return tuple(found)


def said_of(proposal: Proposal) -> tuple[Said, ...]:
    """Return the remarks with their answers, then the suggestions."""
    codes = {each.uid: each.code or each.title for each in proposal.document.clauses}
    found = [each for remark in proposal.remarks for each in _remarks(remark, codes, "remark")]
    return (*found, *(_offer(each, codes) for each in proposal.offers))


def _remarks(remark: Remark, codes: Mapping[str, str], sort: str) -> Iterator[Said]:
    yield Said(
        sort,
        remark.uid,
        codes.get(remark.uid, ""),
        remark.author,
        remark.when,
        remark.text,
        remark.quote,
    )
    for reply in remark.replies:
        yield from _remarks(reply, codes, "reply")


def _offer(offer: Offer, codes: Mapping[str, str]) -> Said:
    return Said(
        offer.change,
        offer.uid,
        codes.get(offer.uid, ""),
        offer.author,
        offer.when,
        offer.body,
        offer.title,
    )


def told_of_reading(notes: Sequence[Note]) -> tuple[Told, ...]:
    """Return the notes, each once for the same place, those that come most often first."""
    often = Counter(note.message for note in notes)
    told = dict.fromkeys(
        Told(note.message, note.place, tuple(sorted(note.values.items()))) for note in notes
    )
    return tuple(sorted(told, key=lambda each: -often[each.message]))


def block_count(document: Document, kind: type[Block]) -> int:
    """Return how many blocks of a kind a document has."""
    return sum(isinstance(block, kind) for block in document.blocks)


def place_words(place: str, text: Catalogue) -> str:
    """Return where something stands in a file: a line, a paragraph, or as the file names it."""
    if place.startswith(PARAGRAPH):
        return text("intake-paragraph", number=place.removeprefix(PARAGRAPH))
    return text("intake-line", line=place) if place.isdecimal() else printable(place)
