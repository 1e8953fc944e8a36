"""The pictures that an office document holds, each once, whatever the number of its places."""

import hashlib
from dataclasses import dataclass, field

from coauthor.exchange.office.tree import Figure
from coauthor.exchange.rastering import to_png

MEDIA_TYPES = {"png": "image/png", "jpeg": "image/jpeg"}
"""What is in a package; drawings become PNG, which every program shows."""


@dataclass
class Media:
    """Pictures on their way into a package.

    Args:
        files: the pictures by their names.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _places: int = 0

    def name(self, figure: Figure) -> str:
        """Return the name of the file of a picture."""
        key = hashlib.sha256(figure.data).hexdigest()
        if key not in self._names:
            kind, data = figure.kind, figure.data
            if kind == "svg":
                kind, data = "png", to_png(kind, data, figure.width, figure.height)
            self._names[key] = f"picture{len(self._names) + 1}.{kind}"
            self.files[self._names[key]] = data
        return self._names[key]

    def place(self) -> int:
        """Return a number that no other place of a picture has."""
        self._places += 1
        return self._places
