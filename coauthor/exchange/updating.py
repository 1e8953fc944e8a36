"""A file that comes in again: what is new or changed in it goes into the document it became.

Clauses are known by their identity; those of a list without identities by their code, else
by their exact text. A file that knows every clause of the document, by identity, is the
whole document; any other is a part of it, and what it does not mention stays.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from coauthor.document import edits
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.reading import read_document
from coauthor.document.rendering import to_plain
from coauthor.exchange.meanwhile import Meanwhile, rejoined, says
from coauthor.exchange.parts import Part, Parts, document_of, ordered, part_of
from coauthor.exchange.recognising import identities, known, named
from coauthor.exchange.rewriting import as_rewritten, rewritten
from coauthor.exchange.texts.keeping import as_it_comes_back, kept
from coauthor.lineage.adopting import FORMERLY
from coauthor.lineage.filling import says_the_same
from coauthor.merge.heirs import heirs

Change = Literal["new", "changed", "same", "absent", "elsewhere"]


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
    """A document as a file makes it, and what becomes of each clause.

    Args:
        between: ``met`` where both wrote in the same text between the clauses.
    """

    document: Document
    rows: tuple[Row, ...]
    between: Meanwhile = ""

    def count(self, change: Change) -> int:
        """Return how many clauses have that change."""
        return sum(row.change == change for row in self.rows)


def first_time(document: Document) -> Update:
    """Return what becomes of a file that nothing is known of: all of it is new."""
    return Update(document, tuple(_row("new", each) for each in document.clauses))


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
    names = {} if own else identities(document, incoming)
    clauses = [named(each, names.get(each.uid, "")) for each in incoming.clauses]
    gone = {each.uid for each in clauses if each.uid in elsewhere and not document.clause(each.uid)}
    fresh = iter(clauses)
    blocks = [next(fresh) if isinstance(each, Clause) else each for each in incoming.blocks]
    file = replace(incoming, blocks=tuple(blocks))
    if earlier is None:
        return _taken(document, file, gone, own=own, worn=worn)
    theirs = _taken(earlier, file, gone, own=own, worn=worn, since=document)
    made, meanwhile = rejoined(earlier, document, theirs.document)
    became = heirs(earlier, document)
    rows = []
    for row, clause in zip(theirs.rows, clauses, strict=False):  # then what is absent
        if row.change == "elsewhere":
            rows.append(row)
            continue
        uid = became.get(row.uid, row.uid)
        old, new = document.clause(uid), made.clause(uid)
        change: Change = "same" if says(old, new) else "changed" if old else "new"
        rows.append(replace(_row(change, new or clause), meanwhile=meanwhile.get(row.uid, "")))
    return Update(
        made, (*rows, *_absent(document, {each.uid for each in rows})), meanwhile.get("", "")
    )


def _taken(
    document: Document,
    file: Document,
    gone: Container[str],
    *,
    own: bool,
    worn: bool,
    since: Document | None = None,
) -> Update:
    """Return a document with what a file has otherwise.

    Args:
        gone: identities that are left to other documents.
        own: the file knows the identities of the document.
        since: the document now, for clauses that came since.
    """
    said = _worn if worn else _said
    now = {each.uid: each for each in document.clauses}
    here = {said(each): each for each in document.blocks if not isinstance(each, Clause)}
    rows: list[Row] = []
    taken: list[Block] = []
    for block in file.blocks:
        if not isinstance(block, Clause):
            taken.append(here.get(said(block), block))
        elif block.uid in gone:
            rows.append(_row("elsewhere", block))
        else:
            old = now.get(block.uid)
            like = old or (since.clause(block.uid) if since else None)
            clause = _as_file(like, block, own=own, worn=worn) if like else block
            change: Change = "new" if old is None else "same" if clause is old else "changed"
            rows.append(_row(change, clause))
            taken.append(clause)
    there = {each.uid for each in taken if isinstance(each, Clause | Tombstone)}
    whole = own and not worn and all(uid in there for uid in document.positions)
    blocks = taken if whole else list(_filled_in(document, taken))
    front = file.front if whole and file.front.source.strip() else document.front
    made = replace(document, front=front, blocks=_joined(document, blocks))
    return Update(read_document(made.text), (*rows, *_absent(document, there)))


def _absent(document: Document, there: Container[str]) -> Iterator[Row]:
    return (_row("absent", each) for each in document.clauses if each.uid not in there)


def _as_file(old: Clause, new: Clause, *, own: bool, worn: bool) -> Clause:
    """Return a clause as the file has it, the very same where that says nothing else."""
    return _beside(old, _unworn(old, new) if worn else new, whole=own and not worn)


def _unworn(old: Clause, new: Clause) -> Clause:
    """Return a clause as a word processor made it, with what that could not keep."""
    before, after = part_of(old), part_of(new)
    if before is None or after is None:
        return new
    fields = {key: kept(before.fields.get(key, ""), text) for key, text in after.fields.items()}
    title = before.title if to_plain(before.title) == to_plain(after.title) else after.title
    text = kept(before.text, after.text)
    return _made(replace(after, code=before.code, text=text, title=title, fields=fields))


def _worn(block: Block) -> tuple[str, ...]:
    """Return what a word processor keeps of a block that is no clause."""
    part = part_of(block)
    if part is None:
        return ()
    return (part.kind, *as_it_comes_back(part.text).split(), part.uid)


def _row(change: Change, clause: Clause) -> Row:
    return Row(change, clause.uid, clause.code, clause.title or " ".join(clause.body.split())[:80])


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
    anew = rewritten(document, taken)
    said_here |= {_said(each) for each in anew.values()}
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
            yield as_rewritten(block, anew.get(index))
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
