"""What of a document may go to a room with vendors: a list of what may, never of what may not.

Pure: a document in, a text that may be read by others out, with all that was left behind.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from coauthor.document.clauses import (
    with_body,
    with_heading_text,
    with_marker,
    with_prose,
    with_title,
)
from coauthor.document.fields import format_fields
from coauthor.document.lines import newline_of
from coauthor.document.markers import Attributes, Marker, format_marker
from coauthor.document.model import Block, Clause, Document, Heading, Prose, Tombstone
from coauthor.document.reading import read_clause, read_document
from coauthor.document.uid import is_uid
from coauthor.lineage.comparison import EXPLAINING
from coauthor.workspace.rooms.hidden import labels, without_definitions, without_hidden
from coauthor.workspace.rooms.links import NOWHERE, with_targets

FIELDS = ("rationale", "explanation", "acceptance", "verification", "norm")
"""Fields that say what is asked, why, and how it is judged."""

REASONS = (*EXPLAINING, "note")
"""Attributes of a marker that explain a deviation or why something was left out."""

_KINDS = ("eis", "wens", "informatie")
_WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}", re.ASCII)
_LOOK_AGAIN = 4


def _is_word(value: str) -> bool:
    return _WORD.fullmatch(value) is not None


def _are_uids(value: str) -> bool:
    return all(is_uid(each) for each in value.split(","))


def is_language(value: str) -> bool:
    """Tell whether a value names a language, as BCP 47 has it, and nothing else."""
    return _LANGUAGE.fullmatch(value) is not None


FRONT: Mapping[str, Callable[[str], bool]] = {
    "title": lambda _: True,
    "code": lambda value: _CODE.fullmatch(value) is not None,
    "language": is_language,
}
"""What above a document may go, and what it may hold."""

ATTRIBUTES: Mapping[str, Callable[[str], bool]] = {
    "kind": lambda value: value in _KINDS,
    "priority": _is_word,
    "theme": _is_word,
    "locked": lambda value: value in ("yes", "no"),
    "derives": _are_uids,
    "moved-to": _are_uids,
    "split-into": _are_uids,
    "joined-into": _are_uids,
}
"""Attributes of a marker that may go, and what they may hold."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something of a document that stays behind.

    Args:
        kind: ``comment``, ``field``, ``attribute``, ``front``, ``link``; the catalogue
            holds ``room-left-<kind>``.
        where: code, title or uid of the clause, or ''.
        name: which field, attribute or key, or ''.
        text: what it said.
    """

    kind: str
    where: str
    name: str
    text: str


@dataclass(slots=True)
class Cleaned:
    """A document as it may go, and what was left behind."""

    document: Document
    left: list[Left] = field(default_factory=list)


Target = Callable[[str], str]
"""Gives what stands for a target that is no web address; '' when it may not go."""


def clean(
    document: Document,
    target: Target,
    public: Document | None = None,
    *,
    rationale: bool = True,
    reasons: bool = False,
) -> Cleaned:
    """Return what of a document may go.

    Args:
        target: what stands for a link or picture inside the workspace.
        public: the standard, whose own rationale is public anyway.
        rationale: also why each clause is there.
        reasons: also why clauses deviate from the standard; never to vendors.
    """
    work = _Cleaning(target, public, rationale=rationale, reasons=reasons)
    made = work.document(document)
    for _ in range(_LOOK_AGAIN):
        # Taking something away can make a text read otherwise: what is found then goes too.
        again = work.document(made)
        if again.text == made.text:
            break
        made = again
    return Cleaned(made, work.left)


class _Cleaning:
    def __init__(
        self, target: Target, public: Document | None, *, rationale: bool, reasons: bool
    ) -> None:
        self.left: list[Left] = []
        self._target = target
        self._public = public
        self._rationale = rationale
        self._reasons = reasons
        self._where = ""
        self._used: frozenset[str] = frozenset()
        self._defined: set[str] = set()
        self._fine: set[str] = set()
        """Sources of blocks in which there was nothing to take away."""

    def document(self, document: Document) -> Document:
        self._used = labels(document.text)
        self._defined = set()
        self._where = ""
        front = self._front(document)
        text = front + "".join([each.source for each in self._blocks(document)])
        return read_document(text)

    def _blocks(self, document: Document) -> Iterator[Block]:
        for block in document.blocks:
            source = block.source
            if source in self._fine:
                yield block
                continue
            made = list(self._block(block))
            if "]:" not in source and [each.source for each in made] == [source]:
                self._fine.add(source)
            yield from made

    def _block(self, block: Block) -> Iterator[Block]:
        if isinstance(block, Clause):
            self._where = block.code or block.title or block.uid
            yield self._clause(block)
        elif isinstance(block, Tombstone):
            self._where = block.code or block.uid
            marker = self._marker(block.marker)
            tail = block.source[len(block.source.rstrip(" \t\r\n")) :].lstrip(" \t")
            yield replace(block, source=format_marker(marker) + (tail or "\n"))
        elif isinstance(block, Heading):
            self._where = block.text
            text = self._text(block.text, block.source)
            changed = text != block.text or self._says_more(block.source, block.text)
            yield with_heading_text(block, text or "…") if changed else block
        else:
            yield from self._prose(block)

    def _prose(self, block: Prose) -> Iterator[Prose]:
        text = self._text(block.text)
        if text == block.text:
            yield block
        elif text.strip() or block.opener:
            yield with_prose(block, text)

    def _clause(self, clause: Clause) -> Clause:
        made = self._with_fields(clause)
        title = self._text(made.title, made.head)
        if title != made.title or self._says_more(made.head, made.title):
            made = with_title(made, title)
        body = self._text(made.body)
        if body != made.body:
            made = with_body(made, body.strip("\r\n"))
        marker = self._marker(made.marker)
        if marker != made.marker or "\\" in made.opening:
            made = with_marker(made, marker)
        return made

    @staticmethod
    def _says_more(source: str, text: str) -> bool:
        """Tell whether the line of a heading holds markup that its text does not show."""
        return "<" in source and "<" not in text

    def _with_fields(self, clause: Clause) -> Clause:
        if not clause.notes:
            return clause
        kept: dict[str, str] = {}
        for key, said in clause.fields.items():
            if self._may_go(clause, key, said):
                kept[key] = self._text(said)
            else:
                self.left.append(Left("field", self._where, key, said))
        if kept == dict(clause.fields):
            return clause
        newline = newline_of(clause.source)
        quote = format_fields(kept, newline)
        between = newline * 2 if clause.body and quote else ""
        text = clause.opening + clause.head + clause.body + between + quote
        return read_clause(text + (clause.tail or newline))

    def _may_go(self, clause: Clause, key: str, said: str) -> bool:
        if key != "rationale" or self._rationale:
            return key in FIELDS or (self._reasons and key == "deviation")
        theirs = self._public.clause(clause.uid) if self._public else None
        return theirs is not None and theirs.fields.get(key) == said

    def _marker(self, marker: Marker) -> Marker:
        kept: list[tuple[str, str]] = []
        for name, value in marker.attributes:
            fits = name in ATTRIBUTES and ATTRIBUTES[name](value)
            if fits or (self._reasons and name in REASONS):
                kept.append((name, value))
            else:
                self.left.append(Left("attribute", self._where, name, value))
        attributes: Attributes = tuple(kept)
        return replace(marker, attributes=attributes)

    def _text(self, text: str, source: str = "") -> str:
        """Return the text as it may go; ``source`` is searched too, for what it hides."""
        if source and "<" in source and "<" not in text:
            self._note("comment", without_hidden(source).hidden)
        cut = without_hidden(text)
        self._note("comment", cut.hidden)
        bare = without_definitions(cut.text, self._used, self._defined)
        self._note("comment", bare.hidden)
        return with_targets(bare.text, self._aim)

    def _note(self, kind: str, texts: list[str]) -> None:
        self.left += [Left(kind, self._where, "", text) for text in texts]

    def _aim(self, target: str) -> str:
        aimed = self._target(target)
        if not aimed:
            self.left.append(Left("link", self._where, "", target))
        return aimed or NOWHERE

    def _front(self, document: Document) -> str:
        source = document.front.source.lstrip("\ufeff")
        if not source:
            return ""
        values = document.front.values
        given = {key: _one_line(values[key]) for key in FRONT if values.get(key)}
        kept = {key: value for key, value in given.items() if FRONT[key](value)}
        lines = [f"{key}: {_yaml(without_hidden(value).text)}" for key, value in kept.items()]
        text = "\n".join(["---", *lines, "---", "", ""]) if lines else ""
        if text.split() != source.split():
            for found in _KEY.finditer(source):
                if found[1] not in kept:
                    self.left.append(Left("front", "", found[1], values.get(found[1], "")))
            self._note("comment", _REMARK.findall(source))
        return text


def _one_line(value: str) -> str:
    return " ".join(value.split())


_KEY = re.compile(r"^([A-Za-z][\w-]*):", re.MULTILINE)
_REMARK = re.compile(r"(?:^|\s)#.*", re.MULTILINE)
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w ().,/&'+–-]*[\w).]|[A-Za-z]", re.UNICODE)
_TAKEN = ("true", "false", "yes", "no", "on", "off", "null", "y", "n")


def _yaml(value: str) -> str:
    """Return a value as it can stand in front matter."""
    plain = _PLAIN.fullmatch(value) and value.lower() not in _TAKEN
    return value if plain else json.dumps(value, ensure_ascii=False)
