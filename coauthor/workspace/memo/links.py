"""Links of questions to clauses, as they are written down."""

import json
from collections.abc import Sequence


def links_value(links: Sequence[tuple[str, str, str]]) -> str:
    """Return links, each a document, a uid and how it was found, as one value."""
    return json.dumps([list(each) for each in links], ensure_ascii=True)
