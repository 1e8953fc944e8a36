"""Two states of one file that is no document: by key, by line, or as a whole."""

from dataclasses import replace

from coauthor.document.reading import decode
from coauthor.history.states import FileState
from coauthor.merge.merging import Remembered, merge_texts
from coauthor.merge.model import Outcome
from coauthor.merge.tables import KeyMeeting, UnreadableError, merge_tables
from coauthor.workspace.merging.result import (
    JoinResult,
    Sides,
    mode_of,
    taken_meeting,
    whole_meeting,
)


def _simple(
    base: FileState | None, ours: FileState | None, theirs: FileState | None
) -> tuple[bool, FileState | None]:
    """Return whether one side alone decides, and the file it decides on."""
    if theirs in (ours, base):
        return True, ours
    return ours == base, theirs


def join_file(sides: Sides, path: str, result: JoinResult, remembered: Remembered | None) -> None:
    """Merge one file: TOML by key, text by line, anything else waits whole."""
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
    merged = result.put_text(path, merge.text, mode_of(base, ours, theirs))
    result.met(path, merge.meetings)
    for meeting in (*merge.decisions, *merge.looks):
        result.ask(path, "text", meeting, merged=merged, theirs=theirs.id)


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


def _stand_off(sides: Sides, path: str, result: JoinResult) -> None:
    """Let ours stand and theirs wait: deleted against edited, or no text."""
    base, ours, theirs = sides.ids(path)
    result.put(path, ours)
    reason = "deleted-edited" if ours is None or theirs is None else "overlap"
    meeting = whole_meeting(_said(sides, base), _said(sides, ours), _said(sides, theirs), reason)
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


def _note_simple(sides: Sides, path: str, result: JoinResult) -> None:
    """Note a file that they alone changed, so that it counts."""
    base, ours, theirs = sides.ids(path)
    if theirs not in (ours, base):
        result.met(path, (taken_meeting(_said(sides, base), _said(sides, theirs)),))


def _join_tables(sides: Sides, path: str, result: JoinResult) -> bool:
    """Merge a file of settings by key; False when it cannot be read as such."""
    try:
        merge = merge_tables(*(decode(sides.data(file)) for file in sides.ids(path)))
    except UnreadableError:
        return False
    ask_keys(sides, path, merge.text, merge.meetings, result)
    return True


def ask_keys(
    sides: Sides, path: str, text: str, meetings: tuple[KeyMeeting, ...], result: JoinResult
) -> None:
    """Let merged settings stand, and ask about the keys that both set."""
    base, ours, theirs = sides.ids(path)
    mode = mode_of(base, ours, theirs) if ours and theirs else FileState("").mode
    merged = result.put_text(path, text, mode)
    for each in meetings:
        if each.theirs == each.base:
            continue
        outcome = Outcome.DECIDE if each.is_clash else Outcome.TAKEN
        whole = whole_meeting(each.base, each.ours, each.theirs, "", outcome)
        whole = replace(whole, merged=each.ours if each.is_clash else each.theirs)
        meeting = replace(whole, reason="attribute" if each.is_clash else "", uid="")
        result.met(path, (meeting,))
        if each.is_clash:
            result.ask(path, "key", meeting, merged=merged, part=each.part)
