"""Merging two states of a workspace: the rule for each kind of file.

Documents meet by clause and word, settings by key, snapshots of standards as a
whole, everything else by line or as a whole. Undecided places stand as ours.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Protocol

from coauthor.document.clauses import with_marker
from coauthor.document.codes import next_code
from coauthor.document.lines import split_lines, with_lines
from coauthor.document.model import Clause, Document
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import UserError
from coauthor.history.states import FileMode, FileState, State
from coauthor.lineage.locks import Policy, is_locked
from coauthor.merge.crossing import Three, renames, shared_codes, uncross
from coauthor.merge.merging import Remembered, merge_texts
from coauthor.merge.model import Choice, Meeting, Outcome, Span
from coauthor.merge.tables import KeyMeeting, UnreadableError, merge_tables, value_at, with_part
from coauthor.workspace import settings as settings_file
from coauthor.workspace.questions import Question, QuestionKind, named
from coauthor.workspace.settings import read_settings
from coauthor.workspace.standards import release_key

DOCUMENTS = "documents/"
SNAPSHOTS = "standards/"

OF_SNAPSHOT = frozenset({"title", "release", "digest"})
"""What the settings say of a standard that goes with its snapshot."""

NOWHERE = Span(0, 0)


class Contents(Protocol):
    """Gives and keeps the contents that a state names."""

    def read(self, content_id: str) -> bytes:
        """Return a content."""
        ...

    def keep(self, data: bytes) -> str:
        """Store a content and return what identifies it."""
        ...


@dataclass(frozen=True)
class Joined:
    """The state that two states became.

    Args:
        meetings: what was done, by path.
        questions: what is to look at or to decide.
    """

    state: State
    meetings: Mapping[str, tuple[Meeting, ...]] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Sides:
    """The three states, and where their contents are.

    Args:
        frozen: uid and code of every clause that a frozen version or a release holds.
    """

    base: State
    ours: State
    theirs: State
    contents: Contents
    version: str = ""
    frozen: AbstractSet[tuple[str, str]] = frozenset()

    def ids(self, path: str) -> tuple[FileState | None, FileState | None, FileState | None]:
        """Return the file of that path on each side."""
        return self.base.get(path), self.ours.get(path), self.theirs.get(path)

    def data(self, file: FileState | None) -> bytes:
        """Return the content of a file; none has no bytes."""
        return b"" if file is None else self.contents.read(file.id)


def join(
    sides: Sides, policy: Policy, remembered: Remembered | None = None, *, version: str = ""
) -> Joined:
    """Merge what two sides made of a workspace.

    Raises:
        UserError: ``settings-newer`` when a later version of the program wrote theirs.
    """
    sides = replace(sides, version=version)
    result = _Result(sides)
    _refuse_newer(sides)
    snapshots = _join_snapshots(sides, result)
    paths = sorted({*sides.base, *sides.ours, *sides.theirs})
    documents = [path for path in paths if is_document(path)]
    done = _join_documents(sides, documents, result, policy, remembered)
    for path in paths:
        if path in done or path.startswith(SNAPSHOTS) or path == settings_file.FILE:
            continue
        _join_file(sides, path, result, remembered)
    _join_settings(sides, result, snapshots)
    return result.joined()


def is_document(path: str) -> bool:
    """Tell whether a path is that of a document."""
    return path.startswith(DOCUMENTS) and path.endswith(".md")


class _Result:
    """What a join has come to so far."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.state: dict[str, FileState] = {}
        self.meetings: dict[str, tuple[Meeting, ...]] = {}
        self.questions: list[Question] = []
        self.renamed: dict[str, str] = {}
        self.their_paths: dict[str, str] = {}

    def put(self, path: str, file: FileState | None) -> None:
        if file is not None:
            self.state[path] = file

    def put_text(self, path: str, text: str, mode: FileMode) -> str:
        content_id = self.sides.contents.keep(encode(text))
        self.state[path] = FileState(content_id, mode)
        return content_id

    def met(self, path: str, meetings: tuple[Meeting, ...]) -> None:
        if meetings:
            self.meetings[path] = (*self.meetings.get(path, ()), *meetings)

    def ask(
        self,
        path: str,
        kind: QuestionKind,
        meeting: Meeting,
        *,
        merged: str = "",
        theirs: str = "",
        base: str = "",
        part: tuple[str, ...] = (),
    ) -> None:
        version = self.sides.version
        there = self.their_paths.get(path, "")
        question = Question("", path, kind, meeting, merged, theirs, version, part, base, there)
        self.questions.append(question)

    def joined(self) -> Joined:
        return Joined(dict(sorted(self.state.items())), self.meetings, named(self.questions))


# -- one file ----------------------------------------------------------------


def _simple(
    base: FileState | None, ours: FileState | None, theirs: FileState | None
) -> tuple[bool, FileState | None]:
    """Return whether one side alone decides, and the file it decides on."""
    if theirs in (ours, base):
        return True, ours
    return ours == base, theirs


def _join_file(sides: Sides, path: str, result: _Result, remembered: Remembered | None) -> None:
    base, ours, theirs = sides.ids(path)
    simple, chosen = _simple(base, ours, theirs)
    if simple:
        result.put(path, chosen)
        _note_simple(sides, path, result)
        return
    texts = [_as_text(sides, file) for file in (base, ours, theirs)]
    if ours is None or theirs is None or None in texts:
        _stand_off(sides, path, result)
        return
    before, mine, yours = (text or "" for text in texts)
    if path.endswith(".toml") and _join_tables(sides, path, result):
        return
    merge = merge_texts(before, mine, yours, remembered=remembered)
    merged = result.put_text(path, merge.text, _mode(base, ours, theirs))
    result.met(path, merge.meetings)
    for meeting in (*merge.decisions, *merge.looks):
        result.ask(path, "text", meeting, merged=merged, theirs=theirs.id)


def _mode(base: FileState | None, ours: FileState, theirs: FileState) -> FileMode:
    return theirs.mode if base is not None and ours.mode == base.mode else ours.mode


def _as_text(sides: Sides, file: FileState | None) -> str | None:
    """Return a file as text, or None where it is none."""
    if file is None:
        return ""
    if not file.is_plain:
        return None
    data = sides.data(file)
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _stand_off(sides: Sides, path: str, result: _Result) -> None:
    """Let ours stand and theirs wait: deleted against edited, or no text."""
    base, ours, theirs = sides.ids(path)
    result.put(path, ours)
    reason = "deleted-edited" if ours is None or theirs is None else "overlap"
    meeting = _whole(_said(sides, base), _said(sides, ours), _said(sides, theirs), reason)
    result.met(path, (meeting,))
    result.ask(
        path, "file", meeting, theirs=theirs.id if theirs else "", base=base.id if base else ""
    )


def _said(sides: Sides, file: FileState | None) -> str:
    """Return what a question shows of a file: its text, or what identifies it."""
    if file is None:
        return ""
    text = _as_text(sides, file)
    return f"{file.id}\n" if text is None else text


def _whole(
    base: str, ours: str, theirs: str, reason: str, outcome: Outcome = Outcome.DECIDE
) -> Meeting:
    """Return a meeting of two files as a whole."""
    offers = (Choice("ours", ours), Choice("theirs", theirs))
    return Meeting(
        outcome,
        reason,
        "both",
        "",
        base,
        ours,
        theirs,
        ours,
        NOWHERE,
        NOWHERE,
        NOWHERE,
        NOWHERE,
        offers if outcome is Outcome.DECIDE else (),
    )


def _note_simple(sides: Sides, path: str, result: _Result) -> None:
    """Note a file that they alone changed, so that it counts."""
    base, ours, theirs = sides.ids(path)
    if theirs not in (ours, base):
        result.met(path, (_taken(_said(sides, base), _said(sides, theirs)),))


def _taken(base: str, theirs: str) -> Meeting:
    whole = _whole(base, base, theirs, "", Outcome.TAKEN)
    return replace(whole, side="theirs", merged=theirs)


# -- documents ---------------------------------------------------------------


def _join_documents(
    sides: Sides,
    paths: list[str],
    result: _Result,
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
    result: _Result,
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
                result.met(path, (_taken("", text),))
        elif standing.text == old:
            if yours is None:
                result.met(path, (_taken(old, ""),))
        else:
            _stand_off_document(sides, three, path, result, mode)
        return
    locked = _locked(sides, path, policy)
    merge = merge_texts(
        old,
        mine.text,
        yours.text,
        locked=locked,
        frozen=sides.frozen,
        remembered=remembered,
    )
    merged = result.put_text(path, merge.text, mode)
    theirs = sides.contents.keep(encode(yours.text))
    result.met(path, merge.meetings)
    for meeting in (*merge.decisions, *merge.looks):
        result.ask(path, "text", meeting, merged=merged, theirs=theirs)


def _stand_off_document(
    sides: Sides, three: Three, path: str, result: _Result, mode: FileMode
) -> None:
    """Ours stands where one side deleted the document in which the other wrote."""
    mine, yours = three.ours.get(path), three.theirs.get(path)
    texts = [side[path].text if path in side else "" for side in (three.base, three.ours)]
    theirs = yours.text if yours else ""
    meeting = _whole(texts[0], texts[1], theirs, "deleted-edited")
    if mine is not None:
        result.put_text(path, mine.text, mode)
    result.met(path, (meeting,))
    kept = sides.contents.keep(encode(theirs)) if yours else ""
    base = sides.contents.keep(encode(texts[0]))
    result.ask(path, "file", meeting, theirs=kept, base=base)


def _locked(sides: Sides, path: str, policy: Policy) -> frozenset[str]:
    """Return the clauses that the standard locks in a document, on either side."""
    found: set[str] = set()
    for state in (sides.ours, sides.theirs):
        settings = state.get(settings_file.FILE)
        if settings is None:
            continue
        try:
            known = read_settings(decode(sides.data(settings)))
        except UserError:
            continue
        entry = next((each for each in known.documents if each.path == path), None)
        standard = known.standard(entry.standard) if entry and entry.standard else None
        if entry is None or standard is None:
            continue
        file = state.get(f"{standard.folder}/documents/{entry.source or entry.name}.md")
        if file is not None:
            clauses = read_document(decode(sides.data(file))).clauses
            found |= {clause.uid for clause in clauses if is_locked(clause, policy)}
    return frozenset(found)


def _renumber(three: Three, merged: dict[str, Document], result: _Result) -> None:
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


# -- standards and settings --------------------------------------------------


def _join_snapshots(sides: Sides, result: _Result) -> dict[str, str]:
    """Take each snapshot of a standard from one side; return whose, by standard."""
    whose: dict[str, str] = {}
    for name in sorted(_snapshot_names(sides)):
        prefix = f"{SNAPSHOTS}{name}/"
        parts = [
            {path: file for path, file in state.items() if path.startswith(prefix)}
            for state in (sides.base, sides.ours, sides.theirs)
        ]
        base, ours, theirs = parts
        if theirs in (ours, base):
            chosen, whose[name] = ours, "ours"
        elif ours == base or _release(sides, sides.theirs, name) > _release(
            sides, sides.ours, name
        ):
            chosen, whose[name] = theirs, "theirs"
        else:
            chosen, whose[name] = ours, "ours"
        result.state.update(chosen)
        if theirs not in (ours, base):
            releases = [_release_text(sides, each, name) for each in (sides.base, sides.theirs)]
            result.met(prefix, (_taken(*releases),))
    return whose


def _snapshot_names(sides: Sides) -> set[str]:
    return {
        path.split("/")[1]
        for state in (sides.base, sides.ours, sides.theirs)
        for path in state
        if path.startswith(SNAPSHOTS) and path.count("/") > 1
    }


def _release_text(sides: Sides, state: State, name: str) -> str:
    file = state.get(settings_file.FILE)
    try:
        settings = read_settings(decode(sides.data(file)))
    except UserError:
        return ""
    standard = settings.standard(name)
    return standard.release if standard else ""


def _release(sides: Sides, state: State, name: str) -> tuple[tuple[int, str], ...]:
    return release_key(_release_text(sides, state, name))


def _refuse_newer(sides: Sides) -> None:
    """Refuse to merge settings that we do not understand."""
    try:
        read_settings(decode(sides.data(sides.theirs.get(settings_file.FILE))))
    except UserError as error:
        if error.code == "settings-newer":
            raise


def _join_settings(sides: Sides, result: _Result, snapshots: Mapping[str, str]) -> None:
    """Merge ``coauthor.toml``; it names the snapshots and documents that came out."""
    path = settings_file.FILE
    base, ours, theirs = (
        _renamed_entries(decode(sides.data(file)), result.renamed) for file in sides.ids(path)
    )
    if not ours or not theirs:
        _join_file(sides, path, result, None)
        return
    try:
        merge = merge_tables(base, ours, theirs)
        text, asked = merge.text, []
        for meeting in merge.meetings:
            settled = _settled(meeting, snapshots, result.state)
            if settled is None:
                asked.append(meeting)
            elif value_at(text, meeting.part) != (line := getattr(meeting, settled)):
                text = with_part(text, meeting.part, line)
        read_settings(text)
    except (UnreadableError, UserError):
        _join_file(sides, path, result, None)
        return
    _ask_keys(sides, path, text, tuple(asked), result)


def _settled(meeting: KeyMeeting, snapshots: Mapping[str, str], state: State) -> str | None:
    """Return whose value follows from the files that came out; None asks the keys."""
    kind, name = (*meeting.part, "", "")[:2]
    if kind == "standards" and name in snapshots and {*meeting.part[2:]} <= OF_SNAPSHOT:
        return snapshots[name]
    if kind == "documents" and len(meeting.part) == 2:
        there = f"{DOCUMENTS}{name}.md" in state
        if there:
            return "ours" if meeting.ours else "theirs"
        return "ours" if not meeting.ours else "theirs" if not meeting.theirs else None
    return None


def _renamed_entries(text: str, renamed: Mapping[str, str]) -> str:
    """Return settings in which renamed documents have the name they have now."""
    for old, new in renamed.items():
        names = [path.removeprefix(DOCUMENTS).removesuffix(".md") for path in (old, new)]
        try:
            text = settings_file.with_name(text, *names)
        except UserError:
            return text
    return text


def _join_tables(sides: Sides, path: str, result: _Result) -> bool:
    """Merge a file of settings by key; False when it cannot be read as such."""
    try:
        merge = merge_tables(*(decode(sides.data(file)) for file in sides.ids(path)))
    except UnreadableError:
        return False
    _ask_keys(sides, path, merge.text, merge.meetings, result)
    return True


def _ask_keys(
    sides: Sides, path: str, text: str, meetings: tuple[KeyMeeting, ...], result: _Result
) -> None:
    base, ours, theirs = sides.ids(path)
    mode = _mode(base, ours, theirs) if ours and theirs else FileState("").mode
    merged = result.put_text(path, text, mode)
    for each in meetings:
        if each.theirs == each.base:
            continue
        outcome = Outcome.DECIDE if each.is_clash else Outcome.TAKEN
        whole = _whole(each.base, each.ours, each.theirs, "", outcome)
        whole = replace(whole, merged=each.ours if each.is_clash else each.theirs)
        meeting = replace(whole, reason="attribute" if each.is_clash else "", uid="")
        result.met(path, (meeting,))
        if each.is_clash:
            result.ask(path, "key", meeting, merged=merged, part=each.part)


def undecided_as_before(contents: Contents, joined: Joined) -> State:
    """Return the joined state with what was there before in every undecided place.

    The base of a criss-cross: neither side's answer may count as common ground.
    """
    state = dict(joined.state)
    asked: dict[str, list[Question]] = {}
    for question in joined.questions:
        if question.to_decide and question.kind == "text":
            asked.setdefault(question.path, []).append(question)
    for path, questions in asked.items():
        text = decode(contents.read(questions[0].merged))
        places = [
            (each.meeting.merged_span.start, each.meeting.merged_span.end, each.meeting.base)
            for each in questions
        ]
        before = with_lines(split_lines(text), *places)
        state[path] = replace(state[path], id=contents.keep(encode(before)))
    return state
