"""What receiving left for a person, as questions for the decision bar."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from coauthor.document.model import Block, Clause, Document, Heading, Tombstone
from coauthor.document.reading import decode, read_blocks, read_document
from coauthor.document.rendering import printable, to_plain
from coauthor.history import states
from coauthor.language import Catalogue
from coauthor.ui.deciding.asking import Beside, Kind, Offer, Question
from coauthor.ui.lanes.lane import Text
from coauthor.workspace.deciding import questions as kept
from coauthor.workspace.deciding.beside import side_texts, whose
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.merging.common_ground import RepositoryContents
from coauthor.workspace.session import Session
from coauthor.workspace.sharing.news import News, place_key
from coauthor.workspace.transactions import Changed
from coauthor.workspace.workspace import Workspace, open_workspace

GONE = "gone"
"""Offers that what was taken away meanwhile stays away."""

NEWS = "news:"
"""Begins the key of what was received and only wants to be seen."""


class MergeQuestions:
    """Asks about the open document what receiving left open; an `Asker`.

    What it says is made once and again only when a transaction can have changed it,
    for it is asked after every key.
    """

    def __init__(
        self, workspace: Workspace, session: Session, opened: OpenQuestions, text: Catalogue
    ) -> None:
        self._workspace = workspace
        self._session = session
        self._text: Text = lru_cache(maxsize=1024)(text)  # many questions ask the same
        self._has = text.has
        self._who: dict[str, str] = {}
        self._known: dict[str, Question] = {}
        self._made: list[Question] | None = None
        self.opened = opened
        self.news = News(workspace)
        opened.listeners.append(self.forget)

    @property
    def path(self) -> str:
        """The path of the open document."""
        return self._session.entry.path

    def forget(self) -> None:
        """Make the questions anew when they are asked for next."""
        self._made = None

    def follow(self, changed: Changed) -> None:
        """Follow a transaction: while people type, every question stays where it is."""
        if changed.structure:
            self.forget()

    def questions(self) -> Sequence[Question]:
        """Return what is open in this document, and what is news, in the order of the text."""
        if self._made is None:
            asked = [each for each in map(self._asked, self.opened.open) if each is not None]
            places = {each.index for each in asked}
            news = [each for each in self._news() if each.index not in places]
            self._made = sorted([*asked, *news], key=_order)
        return self._made

    def elsewhere(self) -> str:
        """Return the name of another document in which something is asked, or ''."""
        paths = {question.path for question in self.opened.open if question.kind == "text"}
        names = {entry.path: entry.name for entry in self._workspace.settings.documents}
        return next((names[p] for p in sorted(paths) if p in names and p != self.path), "")

    # -- one question ------------------------------------------------------

    def _asked(self, question: kept.Question) -> Question | None:
        """Return a question as it stands now; made anew only when it stands elsewhere."""
        if question.kind == "text" and question.path != self.path:
            return None
        index = self._index(question) if question.kind == "text" else None
        known = self._known.get(question.id)
        if known is None or (known.index is None) != (index is None) or not known.uid:
            known = self._put_in_words(question, index)
        elif known.index != index:
            known = replace(known, index=index)
        self._known[question.id] = known
        return known

    def _put_in_words(self, question: kept.Question, index: int | None) -> Question:
        meeting, who = question.meeting, self._whose(question)
        kind: Kind = "decide" if question.to_decide else "look"
        offers = tuple(
            Offer(each.name, self._text(f"offer-{each.name}", who=who), each.text)
            for each in meeting.offers
        )
        stands = next((each.name for each in meeting.offers if each.text == meeting.merged), "")
        gone = question.kind == "text" and index is None and bool(meeting.merged)
        if gone:  # somebody took it away since: leaving it so is what stands, and comes first
            nothing = Offer(GONE, self._text("offer-gone"), "")
            offers, stands = (nothing, *(each for each in offers if each.text)), GONE
        return Question(
            key=question.id,
            kind=kind,
            index=index,
            where=self._where(question, index),
            why=self._why(question, who, gone=gone),
            offers=offers,
            stands=stands,
            before=meeting.base,
            group=f"{question.version} {question.theirs} {question.path}",
            uid=meeting.uid,
        )

    def _index(self, question: kept.Question) -> int | None:
        document, uid = self._session.document, question.meeting.uid
        if uid:
            found = document.positions.get(uid)
            if found is not None:
                return found
        place = self.opened.place(question, document)
        return None if place.state == "gone" else place.block

    def _whose(self, question: kept.Question) -> str:
        if question.version not in self._who:
            name = whose(self._workspace, question) or self._text("received-others")
            self._who[question.version] = name
        return self._who[question.version]

    def _why(self, question: kept.Question, who: str, *, gone: bool) -> str:
        if gone:
            return self._text("question-gone")
        reason = question.meeting.reason
        if reason == "deleted-edited":
            reason += "-theirs" if question.meeting.ours else "-ours"
        known = reason if self._has(f"question-{reason}") else "other"
        return self._text(f"question-{known}", who=who)

    def _where(self, question: kept.Question, index: int | None) -> str:
        if question.kind != "text":
            return " ".join((question.path, *question.part))
        blocks = self._session.document.blocks
        if index is None:
            names = (block_name(block) for block in read_blocks(question.meeting.merged))
            name = next(filter(None, names), "")
            if name:
                return self._text("where-gone", name=name)
            return self._text("where-gone-text" if question.meeting.merged else "where-start")
        name = block_name(blocks[index])
        if name:
            return name
        above = (block_name(blocks[i]) for i in range(index, -1, -1))
        return next(filter(None, above), self._text("where-start"))

    def _news(self) -> list[Question]:
        found = self.news.of(self.path)
        if found is None:
            return []
        keys = set(found.keys)
        said = self._text("question-received", who=found.whom)
        return [
            Question(
                key=NEWS + place_key(block),
                kind="received",
                index=index,
                where=block_name(block),
                why=said,
                group=NEWS + found.before,
            )
            for index, block in enumerate(self._session.document.blocks)
            if place_key(block) in keys
        ]

    # -- answering ---------------------------------------------------------

    def beside(self, question: Question) -> Beside:
        """Return their text and what was there before; on another thread."""
        workspace = open_workspace(self._workspace.root)
        if question.kind == "received":
            data = states.content(workspace.repository, question.group.removeprefix(NEWS))
            before = read_document(decode(data))
            return Beside(((self._text("lane-before-receiving"), before),), before)
        asked = self.opened.question(question.key)
        if asked.kind != "text":
            return Beside()
        self.opened.prepare(asked, RepositoryContents(workspace.repository))
        texts = side_texts(workspace, asked)
        lanes: tuple[tuple[str, Document], ...] = (
            (self._whose(asked), texts.theirs),
            (self._text("lane-before"), texts.before),
        )
        return Beside(lanes, texts.before)

    def take(self, question: Question, offer: Offer) -> None:
        """Let an offer stand."""
        if offer.name == GONE:
            self.opened.decide(self._session, question.key, "", "")
        elif self.opened.question(question.key).kind == "text":
            self.opened.decide(self._session, question.key, offer.name)
        else:
            self.opened.decide_file(question.key, offer.name)

    def agree(self, question: Question) -> None:
        """Nod to what stands."""
        self.opened.nod(self._session, question.key)

    def see(self, question: Question) -> None:
        """Note that news was seen."""
        self.news.see(self.path, question.key.removeprefix(NEWS))
        self.forget()


def block_name(block: Block) -> str:
    """Return what a person calls a block: code and title, or the heading; '' for prose."""
    if isinstance(block, Clause):
        return printable(f"{block.code}  {to_plain(block.title)}".strip())
    if isinstance(block, Tombstone):
        return block.code
    return printable(to_plain(block.text)) if isinstance(block, Heading) else ""


def _order(question: Question) -> tuple[bool, int]:
    return question.index is None, question.index if question.index is not None else 0
