"""Going back to an earlier text, of one clause or of the whole document.

What people cite now stays: a clause keeps the code it has, and one that comes back
gets another where its own has been given to somebody else since. Locks hold.
"""

from collections.abc import Container, Sequence
from dataclasses import replace

from coauthor.document import edits
from coauthor.document.changes import Change, ReplaceBlocks, ReplaceFrontMatter, apply
from coauthor.document.clauses import with_body, with_marker
from coauthor.document.codes import next_code
from coauthor.document.model import Block, Clause, Document
from coauthor.document.parameters import fill_parameter
from coauthor.lineage.deriving import restore_omitted
from coauthor.lineage.locks import Policy, Refusal, refused


def restore_clause(
    document: Document, uid: str, earlier: Document, standard: Document | None = None
) -> tuple[Change, ...]:
    """Return the changes that make a clause say what it said in an earlier text.

    A clause that has left comes back in the place of its marker, or else beside
    the blocks it stood beside. A slot that was still empty then keeps what has
    been filled in since.

    Raises:
        KeyError: the earlier text has no such clause.
    """
    clause = earlier.clause(uid)
    if clause is None:
        raise KeyError(uid)
    now = document.clause(uid)
    (wanted,) = _coded([clause], document, standard)
    if now is None:
        return restore_omitted(document, uid, _with_clause(earlier, wanted))
    wanted = _refilled(wanted, now)
    if wanted.source.rstrip() == now.source.rstrip():
        return ()
    return edits.replace_block(document, document.positions[uid], wanted)


def restore_document(
    document: Document, earlier: Document, standard: Document | None, policy: Policy
) -> tuple[tuple[Change, ...], tuple[Refusal, ...]]:
    """Return the changes that make a document say what it said in an earlier text.

    Returns:
        The changes, and the locked clauses that stay as they are now because the
        earlier text would break their lock.
    """
    coded = iter(_coded(earlier.clauses, document, standard))
    blocks = tuple(next(coded) if isinstance(each, Clause) else each for each in earlier.blocks)
    wanted = replace(earlier, blocks=blocks)
    refusals: tuple[Refusal, ...] = ()
    if standard is not None:
        refusals = refused(document, wanted, standard, policy)
        for refusal in refusals:
            wanted = _kept(wanted, refusal.uid, document, standard)
    return changes_between(document, wanted), refusals


def _coded(
    clauses: Sequence[Clause], document: Document, standard: Document | None
) -> list[Clause]:
    """Return clauses of an earlier text with the codes that they must have in the document."""
    now = {each.uid: each.code for each in document.clauses}
    taken = {code for code in now.values() if code}
    result: list[Clause] = []
    for clause in clauses:
        code = now.get(clause.uid) or clause.code
        if clause.uid not in now and code in taken:
            code = _fresh(next_code(document, standard), taken)
        taken.add(code)
        same = code == clause.code
        result.append(clause if same else with_marker(clause, replace(clause.marker, code=code)))
    return result


def _fresh(code: str, taken: Container[str]) -> str:
    """Return the code, or the next in its series that nobody has."""
    while code and code in taken:
        stem = code.rstrip("0123456789")
        number = code[len(stem) :]
        code = f"{stem}{int(number) + 1:0{len(number)}d}"
    return code


def _refilled(clause: Clause, now: Clause) -> Clause:
    """Return the clause with the slots filled that were empty then and are not now."""
    empty = {slot.name for slot in clause.parameters if not slot.value}
    body = clause.body
    for slot in now.parameters:
        if slot.name in empty and slot.value:
            body = fill_parameter(body, slot.name, slot.value)
    return clause if body == clause.body else with_body(clause, body)


def _with_clause(document: Document, clause: Clause) -> Document:
    index = document.positions[clause.uid]
    return apply(document, *edits.replace_block(document, index, clause))


def _kept(wanted: Document, uid: str, now: Document, standard: Document) -> Document:
    """Return the text with a locked clause as it is now, or else as in the standard."""
    source = now if now.clause(uid) is not None else standard
    clause = source.clause(uid)
    if clause is None:
        return wanted
    if wanted.clause(uid) is not None:
        return _with_clause(wanted, clause)
    return apply(wanted, *restore_omitted(wanted, uid, source))


def changes_between(document: Document, wanted: Document) -> tuple[Change, ...]:
    """Return the changes that lead from one document to another, as few blocks as possible."""
    changes: list[Change] = []
    if document.front.source != wanted.front.source:
        changes.append(ReplaceFrontMatter(document.front, wanted.front))
    before, after = document.blocks, wanted.blocks
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if old or new:
        changes.append(ReplaceBlocks(head, old, new))
    return tuple(changes)


def _common(first: tuple[Block, ...], second: tuple[Block, ...]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
