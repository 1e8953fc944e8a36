"""Merging two states of a workspace: the rule for each kind of file.

Documents meet by clause and word, settings by key, snapshots of standards as a
whole, everything else by line or as a whole. Undecided places stand as ours.
"""

from dataclasses import replace

from coauthor.document.lines import split_lines, with_lines
from coauthor.document.reading import decode, encode
from coauthor.history.states import State
from coauthor.lineage.locks import Policy
from coauthor.merge.merging import Remembered
from coauthor.workspace import settings as settings_file
from coauthor.workspace.deciding.questions import Question
from coauthor.workspace.merging.documents import join_documents
from coauthor.workspace.merging.files import join_file
from coauthor.workspace.merging.result import Contents, Joined, JoinResult, Sides, is_document
from coauthor.workspace.merging.settings import (
    SNAPSHOTS,
    join_settings,
    join_snapshots,
    refuse_newer,
)


def join(
    sides: Sides, policy: Policy, remembered: Remembered | None = None, *, version: str = ""
) -> Joined:
    """Merge what two sides made of a workspace.

    Raises:
        UserError: ``settings-newer`` when a later version of the program wrote theirs.
    """
    sides = replace(sides, version=version)
    result = JoinResult(sides)
    refuse_newer(sides)
    snapshots = join_snapshots(sides, result)
    paths = sorted({*sides.base, *sides.ours, *sides.theirs})
    documents = [path for path in paths if is_document(path)]
    done = join_documents(sides, documents, result, policy, remembered)
    for path in paths:
        if path in done or path.startswith(SNAPSHOTS) or path == settings_file.FILE:
            continue
        join_file(sides, path, result, remembered)
    join_settings(sides, result, snapshots)
    return result.joined()


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
