"""What waits, in the words of the status line."""

from dataclasses import dataclass

from coauthor.language import Catalogue
from coauthor.workspace.sharing.sending import Waiting


@dataclass(frozen=True, slots=True)
class Shared:
    """What is known of sharing.

    Args:
        waiting: versions each way; None while there is no place to share.
        whom: whose newest version is at the place, or ''.
        new_work: something is written that is in no version yet.
        offline: the place could not be reached the last time.
    """

    waiting: Waiting | None = None
    whom: str = ""
    new_work: bool = False
    offline: bool = False


def sharing_text(shared: Shared, text: Catalogue) -> str:
    """Return what is shared and what waits, as one line."""
    waiting = shared.waiting
    if waiting is None:
        return text("status-offline")
    parts = []
    if waiting.to_send:
        parts.append(text("status-to-send", count=waiting.to_send))
    elif shared.new_work:
        parts.append(text("status-new-work"))
    if waiting.to_receive:
        whom = shared.whom or text("received-others")
        parts.append(text("status-to-receive", count=waiting.to_receive, whom=whom))
    if not parts:
        parts.append(text("status-shared"))
    if shared.offline:
        parts.append(text("status-no-network"))
    return " · ".join(parts)


def asked_text(decide: int, look: int, text: Catalogue) -> str:
    """Return how much waits for a person, or ''."""
    parts = []
    if decide:
        parts.append(text("received-decide", count=decide))
    if look:
        parts.append(text("received-look", count=look))
    return ", ".join(parts)
