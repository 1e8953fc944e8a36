"""Questions of a real merge over a real session, for the bar and the walk alone."""

from collections.abc import Sequence
from itertools import count

from coauthor.document.model import Document
from coauthor.document.reading import read_document
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Meeting, Merge, Outcome
from coauthor.ui.deciding.asking import Beside, Offer, Question
from coauthor.workspace.session import Session
from tests.ui.lanes.conftest import STANDARD, derived

LABELS = {"ours": "Onze tekst", "theirs": "Tekst van Lochem", "base": "Wat er stond"}


class MergeAsker:
    """Asks what a merge left open; an answer is a step of the session.

    Where a question stands is where its text stands, which holds as long as no
    text stands twice: good enough for a test, and not for people.
    """

    def __init__(self, session: Session, merge: Merge, base: str, theirs: str) -> None:
        self.session = session
        self.base = read_document(base)
        self.theirs = read_document(theirs)
        self.meetings = {m.key: m for m in merge.meetings if m.offers}
        self._stands = {key: each.merged for key, each in self.meetings.items()}
        self._settled: dict[str, int] = {}
        self._step = count()

    def questions(self) -> Sequence[Question]:
        steps = len(self.session.done_names())
        return [
            self._question(key, meeting)
            for key, meeting in self.meetings.items()
            if self._settled.get(key, steps + 1) > steps
        ]

    def _question(self, key: str, meeting: Meeting) -> Question:
        index = self._index(self._stands[key])
        block = None if index is None else self.session.document.blocks[index]
        where = getattr(block, "code", "") or "Kop"
        return Question(
            key,
            "decide" if meeting.outcome is Outcome.DECIDE else "look",
            index,
            f"{where} {getattr(block, 'title', '')}".strip(),
            "U en Lochem hebben dezelfde woorden veranderd. Onze tekst staat er tot u kiest.",
            tuple(
                Offer(each.name, LABELS.get(each.name, each.name), each.text)
                for each in meeting.offers
            ),
            next((each.name for each in meeting.offers if each.text == meeting.merged), ""),
            meeting.base,
            "lochem",
        )

    def _index(self, stands: str) -> int | None:
        blocks = self.session.document.blocks
        return next((i for i, block in enumerate(blocks) if stands.strip() in block.source), None)

    def beside(self, question: Question) -> Beside:
        del question
        lanes: tuple[tuple[str, Document], ...] = (
            ("Lochem", self.theirs),
            ("Wat er stond", self.base),
        )
        return Beside(lanes, self.base)

    def take(self, question: Question, offer: Offer) -> None:
        text = self.session.document.text
        stands = self._stands[question.key]
        assert stands in text
        # a blank more at the end, so that taking what stands is a step, too
        changed = text.replace(stands, offer.text, 1) + "\n" * (1 + next(self._step))
        self._settled[question.key] = len(self.session.done_names()) + 1
        self.session.replace_everything(read_document(changed), "replace")

    def agree(self, question: Question) -> None:
        self.take(question, next(o for o in question.offers if o.name == question.stands))


def received(ours: str, theirs: str, base: str = STANDARD) -> tuple[Session, MergeAsker]:
    """Return a session on what a merge gave, and who asks about the rest."""
    merge = merge_texts(base, ours, theirs)
    session = derived(merge.text, base)
    return session, MergeAsker(session, merge, base, theirs)
