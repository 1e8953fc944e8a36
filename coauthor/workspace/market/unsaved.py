"""What a vendor typed at the desk and has not written down: kept on this computer only."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from coauthor.errors import CoauthorError
from coauthor.review.people import name_key
from coauthor.workspace.drafts import Drafts
from coauthor.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields about one clause and is not an answer yet."""

    verdict: str = ""
    date: str = ""
    size: str = ""
    explanation: str = ""
    reading: str = ""


class Unsaved:
    """The drafts of one vendor about one document, outside every version.

    Args:
        document: name of the document in the workspace.
        vendor: for whom is written; another vendor at this computer does not see it.
    """

    def __init__(self, workspace: Workspace, document: str, vendor: str) -> None:
        self._drafts = Drafts(workspace)
        self._about = f"{document}/vendor-desk/{name_key(vendor)}"

    def read(self) -> dict[str, Draft]:
        """Return what was typed by the uid of its clause; what is damaged is passed over."""
        try:
            found = json.loads(self._drafts.read(self._about) or "{}")
        except (ValueError, CoauthorError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {uid: _draft(values) for uid, values in found.items() if isinstance(values, dict)}

    def keep(self, drafts: Mapping[str, Draft]) -> None:
        """Keep what is typed, by the uid of its clause; a disk that refuses is no hindrance."""
        words = {uid: asdict(draft) for uid, draft in drafts.items()}
        self._drafts.keep(self._about, json.dumps(words) if words else "")


def _draft(values: Mapping[str, object]) -> Draft:
    return Draft(*(str(values.get(field.name, "")) for field in fields(Draft)))
