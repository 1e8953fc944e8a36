"""A file that comes in again: what is new or changed in it goes into the document it became.

Clauses are known by their identity; those of a list without identities by their code, else
by their exact text. A file that knows every clause of the document, by identity, is the
whole document; any other is a part of it, and what it does not mention stays.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import Indel

from coauthor.document import edits
from coauthor.document.clauses import with_marker
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.parameters import shown
from coauthor.document.reading import read_document
from coauthor.document.rendering import to_plain
from coauthor.exchange.meanwhile import Meanwhile, rejoined
from coauthor.exchange.parts import Part, Parts, document_of, ordered, part_of
from coauthor.exchange.texts.keeping import as_it_comes_back, kept
from coauthor.lineage.adopting import FORMERLY
from coauthor.lineage.filling import says_the_same

Change = Literal["new", "changed", "same", "absent", "elsewhere"]

_ALIKE = 0.6
"""Share of common words from which two texts of one number are the same requirement."""


@dataclass(frozen=True, slots=True)
class Row:
    """What becomes of one clause.

    Args:
        change: ``absent`` stands in the document and not in the file, and stays;
            ``elsewhere`` stands in another document of the workspace, and is left there.
        meanwhile: where somebody wrote here, too, since the file was made.
    """

    change: Change
    uid: str
    code: str
    title: str
    meanwhile: Meanwhile = ""


@dataclass(frozen=True)
class Update:
    """A document as a file makes it, and what becomes of each clause."""

    document: Document
    rows: tuple[Row, ...]

    def count(self, change: Change) -> int:
        """Return how many clauses have that change."""
        return sum(row.change == change for row in self.rows)


def first_time(document: Document) -> Update:
    """Return what becomes of a file that nothing is known of: all of it is new."""
    return Update(document, tuple(_row("new", each) for each in document.clauses))


def known(document: Document, incoming: Document) -> int:
    """Return how many clauses of a file a document has, by identity."""
    return sum(each.uid in document.positions for each in incoming.clauses)


def alike(document: Document, incoming: Document) -> int:
    """Return how many clauses of a file a document has by code or exact text."""
    return len(_identities(document, incoming))


def resembling(document: Document, incoming: Document) -> int:
    """Return how many clauses of a file a document seems to have, by number and words.

    The number alone says little: every list has a first requirement.
    """
    ours = {each.uid: each for each in document.clauses}
    theirs = {each.uid: each for each in incoming.clauses}
    pairs = _identities(document, incoming).items()
    return sum(_likeness(theirs[new], ours[old]) >= _ALIKE for new, old in pairs)


def _likeness(one: Clause, other: Clause) -> float:
    texts = [to_plain(shown(_words(each))).casefold().split() for each in (one, other)]
    return Indel.normalized_similarity(*texts)


def updated(
    document: Document,
    incoming: Document,
    elsewhere: Container[str] = (),
    *,
    worn: bool = False,
    earlier: Document | None = None,
) -> Update:
    """Return a document with what is new and changed in a file.

    Args:
        elsewhere: identities that stand in other documents of the workspace.
        worn: the file is of ours and comes from a word processor; what that cannot keep,
            or what an export left out, is no change.
        earlier: the document when the file was made of it: what was written here since
            stays; without it the file's words stand wherever it has others.
    """
    own = known(document, incoming) > 0
    said = _worn if worn else _said
    names = {} if own else _identities(document, incoming)
    now = {each.uid: each for each in document.clauses}
    here = {said(each): each for each in document.blocks if not isinstance(each, Clause)}
    rows: list[Row] = []
    taken: list[Block] = []
    for block in incoming.blocks:
        if not isinstance(block, Clause):
            taken.append(here.get(said(block), block))
            continue
        clause = _named(block, names.get(block.uid, ""))
        old = now.get(clause.uid)
        if old is None and clause.uid in elsewhere:
            rows.append(_row("elsewhere", clause))
            continue
        meanwhile: Meanwhile = ""
        if old is not None:
            beside = partial(_as_file, new=clause, own=own, worn=worn)
            was = earlier.clause(old.uid) if earlier else None
            clause = beside(old)
            if was is not None and clause is not old and not _says(was, old):
                clause, meanwhile = rejoined(was, old, beside(was))
                clause = old if _says(clause, old) else clause
        change: Change = "new" if old is None else "same" if clause is old else "changed"
        rows.append(replace(_row(change, clause), meanwhile=meanwhile))
        taken.append(clause)
    there = {each.uid for each in taken if isinstance(each, Clause | Tombstone)}
    rows += [_row("absent", each) for each in document.clauses if each.uid not in there]
    whole = own and not worn and all(uid in there for uid in document.positions)
    blocks = taken if whole else list(_filled_in(document, taken))
    front = incoming.front if whole and incoming.front.source.strip() else document.front
    made = replace(document, front=front, blocks=_joined(document, blocks))
    return Update(read_document(made.text), tuple(rows))


def _as_file(old: Clause, new: Clause, *, own: bool, worn: bool) -> Clause:
    """Return a clause as the file has it, the very same where that says nothing else."""
    return _beside(old, _unworn(old, new) if worn else new, whole=own and not worn)


def _says(one: Clause, other: Clause) -> bool:
    return one.source.split() == other.source.split()


def _unworn(old: Clause, new: Clause) -> Clause:
    """Return a clause as a word processor made it, with what that could not keep."""
    before, after = part_of(old), part_of(new)
    if before is None or after is None:
        return new
    fields = {key: kept(before.fields.get(key, ""), text) for key, text in after.fields.items()}
    title = before.title if to_plain(before.title) == to_plain(after.title) else after.title
    return _made(replace(after, text=kept(before.text, after.text), title=title, fields=fields))


def _worn(block: Block) -> tuple[str, ...]:
    """Return what a word processor keeps of a block that is no clause."""
    part = part_of(block)
    if part is None:
        return ()
    return (part.kind, *as_it_comes_back(part.text).split(), part.uid)


def _row(change: Change, clause: Clause) -> Row:
    return Row(change, clause.uid, clause.code, clause.title or " ".join(clause.body.split())[:80])


def _identities(document: Document, incoming: Document) -> dict[str, str]:
    """Map identities that were given just now to those that the document has for the same."""
    found: dict[str, str] = {}
    for key_of in (_code, _words):
        ours = Counter(key_of(each) for each in document.clauses)
        theirs = Counter(key_of(each) for each in incoming.clauses)
        taken = set(found.values())
        uids = {key_of(each): each.uid for each in document.clauses if each.uid not in taken}
        for each in incoming.clauses:
            key = key_of(each)
            once = ours[key] == 1 and theirs[key] == 1
            if key and once and key in uids and each.uid not in found:
                found[each.uid] = uids[key]
    return found


def _code(clause: Clause) -> str:
    """Return the number that a list of others knows a clause by."""
    return clause.marker.get(FORMERLY) or clause.code


def _words(clause: Clause) -> str:
    return f"{clause.title}\n{clause.body}".strip()


def _named(clause: Clause, uid: str) -> Clause:
    return with_marker(clause, replace(clause.marker, uid=uid)) if uid else clause


def _beside(old: Clause, new: Clause, *, whole: bool) -> Clause:
    """Return the clause as the file has it, or the very same where that says nothing else.

    What a list of others has no column for stays as it was written here since.
    """
    before, after = part_of(old), part_of(new)
    if before is None or after is None:
        return new
    after = replace(after, code=before.code or after.code)
    if not whole:
        kind = after.get("kind")
        given = {key: value for key, value in after.attributes if key != "kind" or value != "eis"}
        after = replace(
            after,
            attributes=ordered({"kind": kind} | dict(before.attributes) | given),
            fields=dict(before.fields) | dict(after.fields),
            title=after.title or before.title,
            level=before.level or after.level,
        )
        if before.get(FORMERLY):  # it has the text of the standard, with its slots
            same = says_the_same(new, old)
            text = before.text if same else kept(before.text, after.text)
            after = replace(after, text=text, title=before.title if same else after.title)
    return old if _same(before, after) else _made(after)


def _same(before: Part, after: Part) -> bool:
    return replace(before, attributes=_sorted(before)) == replace(after, attributes=_sorted(after))


def _sorted(part: Part) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(part.attributes))


def _made(part: Part) -> Clause:
    (clause,) = document_of(Parts("", (part,)), lambda: part.uid).clauses
    return clause


def _said(block: Block) -> tuple[str, ...]:
    """Return what tells two blocks that are no clause apart, whatever their layout."""
    part = part_of(block)
    if part is None:
        return ()
    return (part.kind, part.text, str(part.level), part.uid, part.code, str(part.attributes))


def _filled_in(document: Document, taken: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of a document, changed ones in place, new ones behind what they follow."""
    said_here = {_said(each) for each in document.blocks if not isinstance(each, Clause)}
    behind: dict[str, list[Block]] = {"": []}
    changed: dict[str, Block] = {}
    place = ""
    for block in taken:
        uid = block.uid if isinstance(block, Clause | Tombstone) else ""
        if uid and uid in document.positions:
            place = uid
            behind.setdefault(place, [])
            if isinstance(block, Clause):
                changed[uid] = block
        elif uid or _said(block) not in said_here:
            behind[place].append(block)
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Clause | Tombstone) or document.positions[block.uid] != index:
            yield block
            continue
        yield changed.get(block.uid, block)
        yield from behind.get(block.uid, ())
    yield from behind[""]


def _joined(document: Document, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with what must stand between those that did not follow each other before."""
    follows = {id(one): id(two) for one, two in pairwise(document.blocks)}
    result: list[Block] = []
    previous: Block | None = None
    for block in blocks:
        if previous is None:
            result += edits.settle(None, block)
        elif follows.get(id(previous)) == id(block):
            result.append(block)
        else:
            result[-1] = edits.ended(result[-1])
            result += edits.settle(result[-1], block)
        previous = block
    return tuple(result)
