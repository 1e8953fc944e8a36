"""The questions of an upgrade, for the walk in the lanes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import accumulate

from coauthor.document.model import Document
from coauthor.document.reading import decode, read_document
from coauthor.document.rendering import printable
from coauthor.errors import Cancelled, CoauthorError
from coauthor.language import Catalogue
from coauthor.lineage.answering import PlaceGoneError, find_place
from coauthor.lineage.items import Item, Outcome
from coauthor.lineage.items import Offer as Offered
from coauthor.ui.deciding.asking import Beside, Kind, Offer, Question
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.standards import find_source
from coauthor.workspace.upgrading import questions as kept
from coauthor.workspace.upgrading.questions import Reason
from coauthor.workspace.workspace import Workspace

PROPOSE = "propose"
"""The offer that keeps our text and proposes it to the standard."""

AskReason = Callable[[kept.Question], Reason | None]
"""Asks the person why we still deviate; None when they think better of it."""


class UpgradeQuestions:
    """What the last upgrade of the open document left for a person.

    Args:
        ask_reason: called before our own text is kept.
        propose: called with the uid of a clause to propose it to the standard.
    """

    def __init__(
        self,
        workspace: Callable[[], Workspace],
        session: Session,
        text: Catalogue,
        person: Person,
        ask_reason: AskReason,
        propose: Callable[[str], None],
    ) -> None:
        self._workspace = workspace
        self._session = session
        self._text = text
        self._person = person
        self._ask_reason = ask_reason
        self._propose = propose
        self._waiting: tuple[kept.Question, ...] = ()
        self.is_answering = False

    def take_in(self, waiting: tuple[kept.Question, ...]) -> None:
        """Have the questions that were read from the records, on another thread."""
        self._waiting = waiting

    def open(self) -> tuple[kept.Question, ...]:
        """Return what is open now, as it is kept."""
        session = self._session
        return kept.still_open(self._waiting, session.document, session.standard)

    # -- asking ------------------------------------------------------------

    def questions(self) -> Sequence[Question]:
        """Return what is open now, in the order of the text."""
        found = [self._question(each) for each in self.open()]
        return sorted(found, key=lambda each: -1 if each.index is None else each.index)

    def _question(self, asked: kept.Question) -> Question:
        item = asked.item
        kind: Kind = "look" if item.outcome is Outcome.LOOK else "decide"
        stands = next((each.name for each in item.offers if each.text == item.becomes), "keep")
        locked = f" {self._text('upgrade-locked')}" if item.locked else ""
        return Question(
            key=_key(asked),
            kind=kind,
            index=self._index(item),
            where=printable(f"{item.code}  {item.title}".strip()),
            why=self._text(f"upgrade-why-{item.why}", detail=item.detail) + locked,
            offers=tuple(self._offers(item)),
            stands=stands,
            before=item.before,
            group=asked.upgrade,
            uid=item.uid,
        )

    def _offers(self, item: Item) -> list[Offer]:
        found = [self._offer(each) for each in item.offers]
        keep = item.offer("keep")
        if item.type == "clause" and keep is not None and keep.text:
            found.append(Offer(PROPOSE, self._text("upgrade-offer-propose"), keep.text))
        return found

    def _offer(self, offer: Offered) -> Offer:
        return Offer(offer.name, self._text(f"upgrade-offer-{offer.name}"), offer.text)

    def _index(self, item: Item) -> int | None:
        document = self._session.document
        if item.uid:
            return document.positions.get(item.uid)
        try:
            place = find_place(document.text, item)
        except PlaceGoneError:
            return None
        sizes = [len(document.front.source), *(len(block.source) for block in document.blocks)]
        starts = list(accumulate(sizes))
        return next((i - 1 for i, start in enumerate(starts) if start > place), None)

    def beside(self, question: Question) -> Beside:
        """Return the standard now and before; on another thread."""
        asked = self._kept(question)
        chain = self._session.chain
        if not chain:
            return Beside()
        lanes = [(self._lane(asked.releases[1]), chain[0].document)]
        before = self._before(asked.releases[0])
        if before is not None:
            lanes.append((self._lane(asked.releases[0]), before))
        return Beside(tuple(lanes), before)

    def _lane(self, release: str) -> str:
        return self._text("lane-standard", title=self._session.chain[0].title, release=release)

    def _before(self, release: str) -> Document | None:
        """Return the standard as it was, where its source can be reached."""
        entry = self._session.entry
        standard = self._workspace().settings.standard(entry.standard)
        if standard is None:
            return None
        try:
            files = find_source(standard.source).files(release)
        except CoauthorError:
            return None  # the question itself holds the text of its place
        data = files.get(f"documents/{entry.source or entry.name}.md")
        return None if data is None else read_document(decode(data))

    def _kept(self, question: Question) -> kept.Question:
        return next(each for each in self._waiting if _key(each) == question.key)

    # -- answering ---------------------------------------------------------

    def take(self, question: Question, offer: Offer) -> None:
        """Let an offer stand; our own text needs its reason again."""
        asked = self._kept(question)
        proposes = offer.name == PROPOSE
        choice = next((e for e in asked.item.offers if e.name == offer.name), None)
        chosen = choice or asked.item.offer("keep")
        if chosen is None:
            return
        reason = None
        if chosen.name != "follow" and asked.item.type == "clause" and chosen.text:
            reason = self._ask_reason(asked)
            if reason is None:
                raise Cancelled
        waiting = self._waiting
        self._waiting = tuple(each for each in waiting if each is not asked)
        self.is_answering = True
        try:
            kept.answer_question(
                self._workspace(),
                self._session,
                asked,
                chosen.name,
                person=self._person,
                when=datetime.now().astimezone(),
                reason=reason,
            )
        except CoauthorError:
            self._waiting = waiting
            raise
        finally:
            self.is_answering = False
        if proposes:
            self._propose(asked.item.uid)

    def agree(self, question: Question) -> None:
        """Nod to what stands."""
        stands = next(each for each in question.offers if each.name == question.stands)
        self.take(question, stands)


def _key(asked: kept.Question) -> str:
    return f"{asked.upgrade}/{asked.number}"
