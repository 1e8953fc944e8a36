"""News: what others changed and this person has not seen yet, kept until it is seen.

It is this computer's own and stands in the private folder of the workspace. It says
only which places changed since which version; the texts are in the versions.
"""

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coauthor.document.align import pair
from coauthor.document.model import Block, Clause, Document, Tombstone
from coauthor.document.reading import encode, read_document
from coauthor.errors import OutsideFailure
from coauthor.history import states
from coauthor.history.files import write_atomically
from coauthor.workspace.sharing.receiving import Received
from coauthor.workspace.workspace import Workspace

FILE = "news.json"

Changes = Mapping[str, tuple[str, Sequence[str]]]
"""By path: content id of the text before, and the keys of the places that changed."""


@dataclass(slots=True)
class DocumentNews:
    """The unseen places of one document.

    Args:
        before: content id of the text from before they came.
        whom: who changed them, as people are named.
        keys: the places, by `place_key`.
    """

    before: str
    whom: str
    keys: list[str] = field(default_factory=list)


class News:
    """The unseen changes of others in a workspace. Belongs to one thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.repository.private_folder / FILE
        self._documents = _read(self._path)

    def of(self, path: str) -> DocumentNews | None:
        """Return what is unseen in a document, or None."""
        found = self._documents.get(path)
        return found if found and found.keys else None

    def see(self, path: str, key: str) -> None:
        """Note that a place was seen."""
        found = self._documents.get(path)
        if found and key in found.keys:
            found.keys.remove(key)
            self._keep()

    def see_all(self, path: str) -> None:
        """Note that all of a document was seen."""
        if self._documents.pop(path, None) is not None:
            self._keep()

    def take_in(self, changes: Changes, whom: str) -> None:
        """Add what was received; what was unseen before stays so."""
        for path, (content, places) in changes.items():
            keys, old = list(places), self.of(path)
            if old is not None:
                keys = [*old.keys, *(key for key in keys if key not in old.keys)]
            self._documents[path] = DocumentNews(old.before if old else content, whom, keys)
        self._keep()

    def _keep(self) -> None:
        values = {
            path: {"before": each.before, "whom": each.whom, "keys": each.keys}
            for path, each in self._documents.items()
            if each.keys
        }
        # What a person has looked at is a comfort: a full disk must not stop them for it.
        with contextlib.suppress(OutsideFailure):
            write_atomically(self._path, json.dumps(values, ensure_ascii=True).encode("ascii"))


def changes_of(workspace: Workspace, received: Received) -> Changes:
    """Return what `News.take_in` takes in; reads whole documents, so not for a window to do."""
    repository = workspace.repository
    return {
        each.path: (
            states.keep(repository, encode(each.before)),
            tuple(changed_places(read_document(each.before), each.after)),
        )
        for each in received.rewritten
    }


def place_key(block: Block) -> str:
    """Return what tells a block from others for as long as nobody writes in it."""
    return block.uid if isinstance(block, Clause | Tombstone) else block.source.strip()


def changed_places(before: Document, after: Document) -> Iterable[str]:
    """Yield the places of a document that were not so before."""
    pairs = pair(after, before)
    for index, block in enumerate(after.blocks):
        old = pairs.get(index)
        same = old is not None and before.blocks[old].source.strip() == block.source.strip()
        if not same and block.source.strip():
            yield place_key(block)


def _read(path: Path) -> dict[str, DocumentNews]:
    try:
        values: dict[str, Any] = json.loads(path.read_bytes())
        return {
            key: DocumentNews(str(each["before"]), str(each["whom"]), list(each["keys"]))
            for key, each in values.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
