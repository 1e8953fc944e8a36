"""What was typed and not said yet: kept beside the workspace, outside every version.

One small file a draft, so that a program that dies loses at most the last moment.
"""

import contextlib
import hashlib
from pathlib import Path

from coauthor.document.reading import decode, encode
from coauthor.errors import CoauthorError
from coauthor.history.files import write_atomically
from coauthor.workspace.workspace import Workspace

FOLDER = "drafts"


class Drafts:
    """The drafts of one workspace on this computer, by what they are about."""

    def __init__(self, workspace: Workspace) -> None:
        self._folder: Path = workspace.repository.private_folder / FOLDER

    def read(self, about: str) -> str:
        """Return what was typed, or ''.

        Args:
            about: any text that tells one draft from another.
        """
        try:
            return decode(self._file(about).read_bytes())
        except OSError:
            return ""

    def keep(self, about: str, words: str) -> None:
        """Keep what was typed; blank words take the draft away.

        A folder one may not write in keeps none: the words are still on screen.
        """
        file = self._file(about)
        with contextlib.suppress(OSError, CoauthorError):
            if words.strip():
                file.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(file, encode(words))
            else:
                file.unlink(missing_ok=True)

    def _file(self, about: str) -> Path:
        return self._folder / f"{hashlib.sha256(about.encode()).hexdigest()[:32]}.md"
