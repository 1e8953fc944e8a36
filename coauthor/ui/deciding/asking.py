"""What a person is asked at one place, as the window needs to know it.

A merge asks, and so may an upgrade: whoever implements `Asker` can have its
questions walked in the lanes and answered in the decision bar.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from coauthor.document.model import Document

Kind = Literal["decide", "look", "received"]
"""Only a person can say; a proposed text that deserves a nod; news that nobody need answer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One text that may stand at the place.

    Args:
        name: what the asker calls it.
        label: what it is called on screen.
        text: whole lines, as they would stand.
    """

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One place where a person is asked something.

    Args:
        key: tells the question from all others for as long as it is open.
        index: the block of our document where it stands now, or None when that is gone.
        where: the place in words: code and title, or heading.
        why: a sentence that says why it is asked.
        offers: what may stand there, the likeliest first; empty for what was received.
        stands: name of the offer that stands there now, or ''.
        before: what stood there before anybody changed it; offers are marked against it.
        group: questions of one group are shown in the same lanes.
        uid: the clause it lies in, or ''.
    """

    key: str
    kind: Kind
    index: int | None
    where: str
    why: str
    offers: tuple[Offer, ...] = ()
    stands: str = ""
    before: str = ""
    group: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """The lanes beside our draft while a question is shown, with their titles.

    ``before`` is the one among them that the others came from, or None.
    """

    lanes: tuple[tuple[str, Document], ...] = ()
    before: Document | None = None


class Asker(Protocol):
    """Whoever has questions about the open document."""

    def questions(self) -> Sequence[Question]:
        """Return what is open now, in the order of the text; called after every change."""
        ...

    def beside(self, question: Question) -> Beside:
        """Return the lanes for a question; called on another thread."""
        ...

    def take(self, question: Question, offer: Offer) -> None:
        """Let an offer stand, as one step that can be undone; raises `UserError`."""
        ...

    def agree(self, question: Question) -> None:
        """Nod to what stands, as one step that can be undone; raises `UserError`."""
        ...


OWN_KEY = "0"
"""The key for writing it oneself; the offers have 1, 2, 3 … in the order in which they stand."""


def key_of(place: int) -> str:
    """Return the key of the offer at a place in the list, from 0; '' where digits run out."""
    return str(place + 1) if place < 9 else ""
