"""What of a workspace is public: texts as vendors see them, decisions, and a count of the rest."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.parameters import shown
from coauthor.document.reading import read_document
from coauthor.errors import UserError
from coauthor.exchange.specification import Text
from coauthor.exchange.woo.log import GROUNDS, Decision, LeftOut
from coauthor.review.digest import document_digest
from coauthor.review.event import Event
from coauthor.review.signing import sign_offs
from coauthor.review.signing.waivers import KINDS as WAIVERS
from coauthor.workspace.events import read_events
from coauthor.workspace.memo.frozen import frozen_documents
from coauthor.workspace.records import records
from coauthor.workspace.rooms.doubts import Doubt, Inside, find_doubts
from coauthor.workspace.rooms.outgoing import Outgoing, prepare
from coauthor.workspace.signing.sign_offs import signoffs_of
from coauthor.workspace.versions import read_version
from coauthor.workspace.workspace import Workspace, open_workspace

MEMO = "nvi-"
"""How the names of published memos (nota van inlichtingen) begin."""

_EVENTS: Mapping[str, str] = {
    "comment": "comments", "reply": "comments", "resolve": "comments", "reopen": "comments",
    "suggestion": "suggestions", "accept": "suggestions", "reject": "suggestions",
    "position": "positions", "sealed-position": "positions", "close-round": "positions",
    "question": "questions", "answer": "questions",
    "response": "responses", "reading": "responses", "confirm": "responses",
}  # fmt: skip
_TEXT = ("comment", "field", "attribute", "owner", "front", "link")
_HIDES = frozenset({"mail", "phone", "person", "internal", "path", "organisation", "html"})


@dataclass(frozen=True)
class Public:
    """A document as it may be made public.

    Args:
        name: of its files, without the ending; made from the title, for ours may say more.
        outgoing: what went before the hiding, and what is known inside.
        document: the text that goes.
        left: what was left out of it.
    """

    name: str
    outgoing: Outgoing
    document: Document
    left: tuple[LeftOut, ...]

    @property
    def title(self) -> str:
        """The title that readers see."""
        return self.document.title or self.outgoing.title

    @property
    def version(self) -> str:
        """What its version is called: by its day and the begin of its id, never by our name."""
        made = self.outgoing.version
        return f"{made.when:%d-%m-%Y} ({made.id[:10]})"


def public_documents(
    workspace: Workspace,
    names: Sequence[str],
    text: Text,
    *,
    version_id: str = "",
    hide: bool = False,
    seen: Collection[str] = (),
    memos: bool = True,
) -> tuple[Public, ...]:
    """Return documents as they may be made public.

    Args:
        names: of the documents.
        version_id: the version; '' for the newest.
        hide: make unreadable in the text what gives doubt, saying so there; else doubt
            stops it.
        seen: kinds of doubt that a person has looked at and lets pass.
        memos: also the memos that were published.

    Raises:
        UserError: ``woo-doubts`` with the document, how many, and the first; as
            `coauthor.workspace.rooms.outgoing.prepare`.
    """
    found: dict[str, Public] = {}
    for name in _with_memos(workspace, names) if memos else dict.fromkeys(names):
        version = version_id if name in names else ""
        outgoing = prepare(workspace, name, version_id=version)
        stem = outgoing.name if outgoing.name not in found else f"{outgoing.name}-{len(found) + 1}"
        found[stem] = _public(stem, outgoing, text, hide=hide, seen=seen)
    return tuple(found.values())


def _with_memos(workspace: Workspace, names: Sequence[str]) -> Sequence[str]:
    frozen = frozen_documents(workspace.root)
    known = (each.name for each in workspace.settings.documents)
    memos = [each for each in known if each.startswith(MEMO) and each in frozen]
    return list(dict.fromkeys((*names, *memos)))


def doubts_apart(root: Path, names: Sequence[str]) -> list[tuple[str, Doubt]]:
    """Return the doubts in documents and memos with their titles; for a process of its own.

    Raises:
        UserError: as `coauthor.workspace.rooms.outgoing.prepare`.
    """
    workspace = open_workspace(root)
    every = [prepare(workspace, each) for each in _with_memos(workspace, names)]
    return [(each.title, doubt) for each in every for doubt in each.doubts]


def open_doubts(outgoing: Outgoing, seen: Collection[str]) -> list[Doubt]:
    """Return the doubts that nobody has looked at."""
    return [each for each in outgoing.doubts if each.kind not in seen]


def _public(
    name: str, outgoing: Outgoing, text: Text, *, hide: bool, seen: Collection[str]
) -> Public:
    document, doubts = outgoing.document, open_doubts(outgoing, seen)
    hidden: Counter[str] = Counter()
    if doubts and hide:
        document, hidden = _hidden(document, doubts, text)
        inside = replace(outgoing.inside, public=outgoing.inside.public + _marks(text))
        again = (each for each in find_doubts(document, inside) if each.kind not in seen)
        doubts = [*again, *(each for each in doubts if each.kind == "picture")]
    if doubts:
        first = doubts[0]
        raise UserError(
            "woo-doubts",
            document=outgoing.title,
            count=len(doubts),
            where=first.where,
            what=text(f"room-doubt-{first.kind}"),
        )
    counts = Counter("owner" if each.name == "owner" else each.kind for each in outgoing.left)
    left = [LeftOut(f"text-{kind}", counts[kind], outgoing.title) for kind in _TEXT if counts[kind]]
    left += [LeftOut(f"hidden-{kind}", count, outgoing.title) for kind, count in hidden.items()]
    return Public(name, outgoing, document, tuple(left))


def _marks(text: Text) -> str:
    grounds = {GROUNDS[f"hidden-{kind}"] for kind in _HIDES}
    return "\n" + "\n".join(text("woo-mark", article=text(f"woo-short-{each}")) for each in grounds)


def _hidden(
    document: Document, doubts: Sequence[Doubt], text: Text
) -> tuple[Document, Counter[str]]:
    """Return a document in which what gives doubt is unreadable, and how often of each kind."""
    source = document.text
    count: Counter[str] = Counter()
    kinds = {each.found: each.kind for each in doubts if each.kind != "picture"}
    for said in sorted(kinds, key=len, reverse=True):
        ground = GROUNDS[f"hidden-{kinds[said]}"]
        mark = text("woo-mark", article=text(f"woo-short-{ground}"))
        mark = mark if kinds[said] in _HIDES else ""
        count[kinds[said]] += source.count(said)
        source = source.replace(said, mark)
    made = read_document(source)
    before = [each.uid for each in document.clauses]
    if [each.uid for each in made.clauses] != before:  # what was hidden held a clause together
        raise UserError("woo-cannot-hide", document=document.title)
    return made, +count


def public_decisions(workspace: Workspace, documents: Sequence[Public]) -> tuple[Decision, ...]:
    """Return the decisions on the documents that are public: who agreed, and when.

    Only the organ: function, mandate and remark of who signed stay behind.
    """
    going = {each.outgoing.entry.name: each for each in documents}
    found = []
    for signed in sign_offs.latest(signoffs_of(workspace)):
        for each in signed.texts if signed.verdict == "agreed" else ():
            if public := going.get(each.name):
                outgoing = public.outgoing
                own = read_version(workspace, outgoing.version.id, outgoing.entry)
                same = each.digest == document_digest(own)
                day, seal = signed.said.day, signed.seal
                found.append(Decision(signed.organ, public.title, day, seal, same))
    return tuple(found)


def left_behind(workspace: Workspace, documents: Sequence[Public]) -> tuple[LeftOut, ...]:
    """Return what of the workspace was left out, of each kind how much."""
    counts: Counter[str] = Counter()
    stays = documents[0].outgoing.stays if documents else {}
    for kind in ("versions", "names", "unsaved", "files"):
        counts[kind] = stays.get(kind, 0)
    counts["documents"] = max(0, len(workspace.settings.documents) - len(documents))
    counts["writers"] = len({each.author for each in workspace.repository.versions()})
    counts.update(_EVENTS.get(each.kind, "other-events") for each in read_events(workspace))
    counts["waivers"] = sum(1 for _ in records(workspace.root, *WAIVERS))
    counts["sign-off-people"] = sum(1 for _ in records(workspace.root, sign_offs.KIND))
    named = counts["waivers"] + counts["sign-off-people"]
    counts["other-decisions"] = max(0, stays.get("decisions", 0) - named)
    whole = tuple(LeftOut(kind, counts[kind]) for kind in GROUNDS if counts[kind])
    return tuple(each for document in documents for each in document.left) + whole


def known_inside(workspace: Workspace, documents: Sequence[Public]) -> Inside:
    """Return what no file of a package may say: what is known inside, and not in the texts.

    What was said in the discussion is in it too; where it quotes the text of a document
    that text is public all the same, also where a slot in it is filled in.
    """
    every = [each.outgoing.inside for each in documents]
    said = tuple(each.body for each in read_events(workspace) if _is_inside(each))
    texts = [each.document.text for each in documents]
    public = "\n".join([*texts, *map(shown, texts), *(each.public for each in every)])
    return Inside(
        tuple(_united(each.texts for each in every)) + said,
        tuple(_united(each.people for each in every)),
        (),
        workspace.settings.organisation,
        public,
    )


def _is_inside(event: Event) -> bool:
    return bool(event.body.strip())


def _united(texts: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(each for some in texts for each in some))
