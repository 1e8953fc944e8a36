"""Commands of a memo that freeze a specification, end that, or put its text back."""

import argparse
from typing import TYPE_CHECKING

from coauthor.commands import DONE, Option, now
from coauthor.commands.memo_room import DIR, REASON, Actions
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.settings import DocumentEntry
    from coauthor.workspace.workspace import Workspace

DOCUMENT: Option = (("--document",), {"metavar": "NAME", "default": ""})


def _freeze(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.releasing import publish_specification
    from coauthor.workspace.person import read_person

    workspace, entry = _entry(options)
    message = text("version-frozen", name=options.name)
    publish_specification(workspace, entry, options.name, read_person(), now(), message)
    print(text("memo-frozen-now", name=options.name))
    return DONE


def _thaw(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.releasing import end_freeze
    from coauthor.workspace.person import read_person

    workspace, entry = _entry(options)
    message = text("version-thawed", reason=options.reason)
    end_freeze(workspace, entry, options.reason, read_person(), now(), message)
    print(message)
    return DONE


def _restore(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.memo.freezing import put_back

    workspace, entry = _entry(options)
    aside = put_back(workspace, entry)
    print(text("cli-memo-restored", path=str(aside)) if aside else text("cli-memo-intact"))
    return DONE


def _entry(options: argparse.Namespace) -> tuple["Workspace", "DocumentEntry"]:
    """Return the workspace and the document that is named; without a name the first."""
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    name = options.document or next((e.name for e in workspace.settings.documents), "")
    return workspace, workspace.entry(name)


FREEZING: Actions = {
    "freeze": (_freeze, [DIR, (("name",), {}), DOCUMENT]),
    "thaw": (_thaw, [DIR, DOCUMENT, REASON]),
    "restore": (_restore, [DIR, DOCUMENT]),
}
"""Each action: what it does, and its arguments."""
