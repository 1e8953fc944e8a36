"""Two states of the documents: renamed, moved across and merged by clause and word."""

from collections.abc import Mapping
from dataclasses import replace

from coauthor.document.clauses import with_marker
from coauthor.document.codes import next_code
from coauthor.document.model import Clause, Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history.states import FileMode, FileState
from coauthor.lineage.locks import NO_LOCKS, Policy, refused
from coauthor.merge.crossing import Three, renames, shared_codes, uncross
from coauthor.merge.heirs import followed
from coauthor.merge.merging import Remembered, merge_texts
from coauthor.workspace import settings as settings_file
from coauthor.workspace.merging.leave import with_leave
from coauthor.workspace.merging.result import (
    JoinResult,
    Sides,
    taken_meeting,
    whole_meeting,
)
from coauthor.workspace.settings import read_settings


def join_documents(
    sides: Sides,
    paths: list[str],
    result: JoinResult,
    policy: Policy,
    remembered: Remembered | None,
) -> set[str]:
    """Merge the documents that a side changed; returns the paths that are done."""
    changed = [path for path in paths if len(set(sides.ids(path))) > 1]
    for path in paths:
        if path not in changed:
            result.put(path, sides.ours.get(path))
    if not any(sides.theirs.get(path) != sides.base.get(path) for path in changed):
        for path in changed:
            result.put(path, sides.ours.get(path))
        return set(paths)
    if len(changed) == 1 and None not in sides.ids(changed[0]):  # nothing can have crossed
        _join_alone(sides, changed[0], result, policy, remembered)
        return set(paths)
    three = _three(sides, changed)
    result.renamed = three.renamed
    result.their_paths = three.their_paths
    names = sorted({*three.base, *three.ours, *three.theirs})
    merged: dict[str, Document] = {}
    for path in names:
        _join_document(sides, three, path, result, policy, remembered)
        if path in result.state:
            merged[path] = read_document(decode(sides.contents.read(result.state[path].id)))
    _renumber(three, merged, result)
    return {*paths, *names}


def _three(sides: Sides, changed: list[str]) -> Three:
    """Read the changed documents, renamed and moved alike on all sides."""
    read = [
        {
            path: read_document(decode(sides.contents.read(state[path].id)))
            for path in changed
            if path in state
        }
        for state in (sides.base, sides.ours, sides.theirs)
    ]
    base, ours, theirs = read
    here, there = _renames_apart(base, ours, theirs)
    renamed = {**there, **here}
    back = {there[path]: renamed[path] for path in there}
    if renamed:
        base = {renamed.get(path, path): document for path, document in base.items()}
        ours = {renamed.get(path, path): document for path, document in ours.items()}
        theirs = {
            back.get(path, renamed.get(path, path)): document for path, document in theirs.items()
        }
    their_paths = {new: old for old, new in {**renamed, **back}.items() if old in read[2]}
    return uncross(Three(base, ours, theirs, renamed, their_paths))


def _renames_apart(
    base: Mapping[str, Document], ours: Mapping[str, Document], theirs: Mapping[str, Document]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what we and what they renamed; not to a name that the other gave to another."""
    here, there = renames(base, ours), renames(base, theirs)
    mine = {old: new for old, new in here.items() if new not in theirs or there.get(old) == new}
    yours = {old: new for old, new in there.items() if new not in ours or here.get(old) == new}
    return mine, yours


def _join_document(
    sides: Sides,
    three: Three,
    path: str,
    result: JoinResult,
    policy: Policy,
    remembered: Remembered | None,
) -> None:
    before, mine, yours = (side.get(path) for side in (three.base, three.ours, three.theirs))
    old = before.text if before else ""
    mode = next(
        (state[path].mode for state in (sides.ours, sides.theirs, sides.base) if path in state),
        FileState("").mode,
    )
    if mine is None and yours is None:
        return
    if mine is None or yours is None:
        standing = mine or yours
        if before is None or standing is None:
            text = standing.text if standing else ""
            result.put_text(path, text, mode)
            if yours is not None:
                result.met(path, (taken_meeting("", text),))
        elif standing.text == old:
            if yours is None:
                result.met(path, (taken_meeting(old, ""),))
        else:
            _stand_off_document(sides, three, path, result, mode)
        return
    texts = (old, mine.text, yours.text)
    _join_texts(sides, path, texts, mode, result, policy, remembered)


def _join_alone(
    sides: Sides,
    path: str,
    result: JoinResult,
    policy: Policy,
    remembered: Remembered | None,
) -> None:
    """Merge the only document that changed: it need not be read for what crossed."""
    base, ours, theirs = (decode(sides.data(file)) for file in sides.ids(path))
    mode = sides.ours[path].mode
    _join_texts(sides, path, (base, ours, theirs), mode, result, policy, remembered)


def _join_texts(
    sides: Sides,
    path: str,
    texts: tuple[str, str, str],
    mode: FileMode,
    result: JoinResult,
    policy: Policy,
    remembered: Remembered | None,
) -> None:
    base, ours, theirs = texts
    if theirs in (base, ours):
        result.put_text(path, ours, mode)
        return
    locked = _locked(sides, path, texts, policy)
    frozen = sides.frozen
    merge = merge_texts(base, ours, theirs, locked=locked, frozen=frozen, remembered=remembered)
    merged = result.put_text(path, merge.text, mode)
    kept = sides.contents.keep(encode(theirs))
    result.met(path, merge.meetings)
    for meeting in (*merge.decisions, *merge.looks):
        result.ask(path, "text", meeting, merged=merged, theirs=kept)


def _stand_off_document(
    sides: Sides, three: Three, path: str, result: JoinResult, mode: FileMode
) -> None:
    """Ours stands where one side deleted the document in which the other wrote."""
    mine, yours = three.ours.get(path), three.theirs.get(path)
    texts = [side[path].text if path in side else "" for side in (three.base, three.ours)]
    theirs = yours.text if yours else ""
    meeting = whole_meeting(texts[0], texts[1], theirs, "deleted-edited")
    if mine is not None:
        result.put_text(path, mine.text, mode)
    result.met(path, (meeting,))
    kept = sides.contents.keep(encode(theirs)) if yours else ""
    base = sides.contents.keep(encode(texts[0]))
    result.ask(path, "file", meeting, theirs=kept, base=base)


def _locked(sides: Sides, path: str, texts: tuple[str, str, str], policy: Policy) -> frozenset[str]:
    """Return the clauses in which theirs leaves what their own standard locks, without leave.

    What follows the standard, also that of a newer release, is no reason to ask.
    Without a policy nobody is asked, whatever the standard says.
    """
    if policy is NO_LOCKS:
        return frozenset()
    try:
        known = read_settings(decode(sides.data(sides.theirs.get(settings_file.FILE))))
    except UserError:
        return frozenset()
    entry = next((each for each in known.documents if each.path == path), None)
    standard = known.standard(entry.standard) if entry and entry.standard else None
    if entry is None or standard is None:
        return frozenset()
    file = sides.theirs.get(f"{standard.folder}/documents/{entry.source or entry.name}.md")
    if file is None:
        return frozenset()
    text = read_document(decode(sides.data(file)))
    before, _, incoming = followed(*map(read_document, texts))
    found = refused(before, incoming, text, policy)
    uids = frozenset(refusal.uid for refusal in found)
    return uids - with_leave(sides, entry.name, incoming, uids)


def _renumber(three: Three, merged: dict[str, Document], result: JoinResult) -> None:
    """Give a clause that is ours alone another code where theirs in another document has it."""
    paths = sorted(merged)
    clashing = shared_codes(merged[path] for path in paths)
    for side in (three.ours, three.theirs):
        clashing -= shared_codes(side[path] for path in sorted(side))
    if not clashing:
        return
    known = {c.uid for side in (three.base, three.theirs) for d in side.values() for c in d.clauses}
    for path in paths:
        document = merged[path]
        for clause in document.clauses:
            held = (clause.uid, clause.code) in result.sides.frozen
            if clause.code in clashing and clause.uid not in known and not held:
                document = _with_code(document, clause, merged)
        if document is not merged[path]:
            merged[path] = document
            result.put_text(path, document.text, result.state[path].mode)


def _with_code(document: Document, clause: Clause, others: Mapping[str, Document]) -> Document:
    taken = {each.code for other in others.values() for each in other.clauses}
    code = next_code(document)
    while code in taken:
        stem = code.rstrip("0123456789")
        code = f"{stem}{int(code[len(stem) :]) + 1:0{len(code) - len(stem)}d}"
    marker = replace(clause.marker, code=code)
    index = document.positions[clause.uid]
    blocks = list(document.blocks)
    blocks[index] = with_marker(clause, marker)
    return replace(document, blocks=tuple(blocks))
