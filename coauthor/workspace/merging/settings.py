"""Two states of the settings and of the snapshots of standards that they name."""

from collections.abc import Mapping

from coauthor.document.reading import decode
from coauthor.errors import UserError
from coauthor.history.states import State
from coauthor.merge.tables import KeyMeeting, UnreadableError, merge_tables, value_at, with_part
from coauthor.workspace import settings as settings_file
from coauthor.workspace.merging.files import ask_keys, join_file
from coauthor.workspace.merging.result import (
    DOCUMENTS,
    JoinResult,
    Sides,
    taken_meeting,
)
from coauthor.workspace.settings import read_settings
from coauthor.workspace.standards import release_key

SNAPSHOTS = "standards/"


OF_SNAPSHOT = frozenset({"title", "release", "digest"})
"""What the settings say of a standard that goes with its snapshot."""


def join_snapshots(sides: Sides, result: JoinResult) -> dict[str, str]:
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
            result.met(prefix, (taken_meeting(*releases),))
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


def refuse_newer(sides: Sides) -> None:
    """Refuse to merge settings that we do not understand."""
    try:
        read_settings(decode(sides.data(sides.theirs.get(settings_file.FILE))))
    except UserError as error:
        if error.code == "settings-newer":
            raise


def join_settings(sides: Sides, result: JoinResult, snapshots: Mapping[str, str]) -> None:
    """Merge ``coauthor.toml``; it names the snapshots and documents that came out."""
    path = settings_file.FILE
    if len(set(sides.ids(path))) == 1:
        result.put(path, sides.ours.get(path))
        return
    base, ours, theirs = (
        _renamed_entries(decode(sides.data(file)), result.renamed) for file in sides.ids(path)
    )
    if not ours or not theirs:
        join_file(sides, path, result, None)
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
        join_file(sides, path, result, None)
        return
    ask_keys(sides, path, text, tuple(asked), result)


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
