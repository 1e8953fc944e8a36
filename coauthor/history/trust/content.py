"""Judging the files of a version: their names, their form, and whose they were to change."""

import pygit2
from pygit2.enums import FileMode

from coauthor.history.files import digest_of
from coauthor.history.filestate import FileState
from coauthor.history.trust.offers import ASIDE, offers_of
from coauthor.history.trust.paths import OURS, trouble_with, twin_of
from coauthor.history.trust.rooms import Signed
from coauthor.history.trust.trees import Trees
from coauthor.review.event import FOLDER, Event, write_event
from coauthor.review.memo.frozen import frozen_by, read_record
from coauthor.review.people import FILE
from coauthor.review.policy import (
    DECISIONS,
    DOCUMENTS,
    FILE_LIMIT,
    SETTINGS,
    Breach,
    Signer,
    breach_of,
    breach_of_people,
    words_of,
)
from coauthor.review.suggesting.suggestions import SUGGESTION

_OID = 40
_MODES = {FileMode.LINK: "link", FileMode.COMMIT: "gitlink", FileMode.TREE: "gitlink"}


class Contents:
    """Judges files; remembers which events there are, for each is said once."""

    def __init__(self, git: pygit2.Repository, trees: Trees, known: str = "") -> None:
        self._git, self._trees = git, trees
        self._said: dict[str, str] | None = None
        self._known = known
        self._texts: dict[str, dict[str, str]] = {}

    def breach(
        self,
        signed: Signed,
        signer: Signer | None,
        path: str,
        was: FileState | None,
        now: FileState | None,
        tree: str,
    ) -> Breach | None:
        """Return the rule that a change of a file breaks, or None.

        Args:
            signer: who made it; None where nobody is listed.
            tree: the version in which the file stands now.
        """
        if now is not None and (breach := self._form(path, now, tree, listed=signer is not None)):
            return breach
        if breach := self.frozen(path, now, tree):
            return breach
        if signer is None:
            if path != FILE:
                return None
            return breach_of_people(self._trees.data(was), self._trees.data(now))
        if not path.startswith((f"{FOLDER}/", DECISIONS)) and path not in (FILE, SETTINGS):
            # Only that it stands there matters, not what it says.
            return breach_of(signer, path, b"" if was else None, b"" if now else None)
        after = self._trees.data(now)
        event = words_of(path, after) if path.startswith(f"{FOLDER}/") else None
        breach = breach_of(signer, path, self._trees.data(was), after)
        if event is None or was is not None:
            return breach
        if breach is not None and not self._is_set_aside(event, signed, after or b""):
            return breach
        return Breach("event-twice", path) if self._is_said_elsewhere(event) else None

    def _form(self, path: str, now: FileState, tree: str, *, listed: bool) -> Breach | None:
        """Return what is wrong with a file whatever stands in it."""
        if trouble := trouble_with(path):
            return Breach("path", path, detail=trouble)
        if now.mode in _MODES or (listed and now.mode == FileMode.BLOB_EXECUTABLE):
            return Breach("mode", path, detail=_MODES.get(now.mode, "executable"))
        if self._trees.size(now.id) > FILE_LIMIT:
            return Breach("size", path)
        first = path.partition("/")[0]
        if first not in OURS and twin_of(first, OURS):
            return Breach("path", path, detail="look-alike")
        beside: dict[str, list[str]] = {}
        if not path.startswith((f"{FOLDER}/", DECISIONS)) or not path.isascii():
            for part, name in self._trees.names_beside(tree, path):
                beside.setdefault(part, []).append(name)
        if any(twin_of(part, names) for part, names in beside.items()):
            return Breach("path", path, detail="twin")
        return None

    def frozen(self, path: str, now: FileState | None, tree: str) -> Breach | None:
        """Tell whether a published text became another without a numbered change."""
        if not path.startswith(DOCUMENTS):
            return None
        key = self._trees.folder(tree, DECISIONS.rstrip("/"))
        if key not in self._texts:
            names = self._trees.names(tree, DECISIONS.rstrip("/"))
            files = ((name, self._trees.file(tree, DECISIONS + name)) for name in sorted(names))
            records = ((name, read_record(self._trees.data(file) or b"")) for name, file in files)
            found = frozen_by((name.removesuffix(".toml"), each) for name, each in records if each)
            self._texts = {key: {each.path: each.digest for each in found.values()}}
        wanted = self._texts[key].get(path)
        if wanted is None or digest_of(self._trees.data(now) or b"") == wanted:
            return None
        return Breach("frozen", path)

    # -- what is said --------------------------------------------------------

    def _is_said_elsewhere(self, event: Event) -> bool:
        """Tell whether the same event stands under another document or clause."""
        if self._said is None:
            self._said = {}
            for path in self._trees.difference("", self._known) if self._known else ():
                if path.startswith(f"{FOLDER}/"):
                    self._said[path.rpartition("/")[2]] = path
        name = event.path.rpartition("/")[2]
        return self._said.setdefault(name, event.path) != event.path

    def _is_set_aside(self, event: Event, signed: Signed, after: bytes) -> bool:
        """Tell whether a suggestion is what a version that its organisation signed comes to.

        Whoever receives a forbidden change writes it down as a suggestion of the one who
        made it: those words, and no others.
        """
        version = event.values.get(ASIDE, "")
        if event.kind != SUGGESTION or len(version) != _OID:
            return False
        path = f"{DOCUMENTS}{event.document}.md"
        try:
            if not self._git.descendant_of(signed.commit.id, pygit2.Oid(hex=version)):
                return False
            offers = offers_of(self._git, self._trees, version, path, event.voice.party)
            return any(write_event(each).encode("utf-8") == after for each, _ in offers)
        except (KeyError, ValueError, pygit2.GitError):
            return False
