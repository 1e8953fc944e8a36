"""Reading ReqIF: what we wrote to the letter, and what other tools wrote with every word.

Each tool names its attributes in its own way; the usual names are known, the rest become
fields. Who made or changed an object, and when, is left out: names of people do not enter
a document.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import cast

from coauthor.document.uid import ALPHABET, LENGTH
from coauthor.errors import UserError
from coauthor.exchange.parts import (
    KINDS,
    Part,
    PartKind,
    Parts,
    document_of,
    key_of,
    lost_words,
    one_word,
    ordered,
    said,
)
from coauthor.exchange.proposal import Plan, Proposal, proposed
from coauthor.exchange.reqif_file import CHOICES, FIELD, OWN, digest_of
from coauthor.exchange.reqif_tree import Outline, Thing, read_outline
from coauthor.exchange.tables.rows import attributes_read
from coauthor.exchange.xhtml import plain, to_markdown
from coauthor.exchange.xml_tree import Element

_CODES = (
    "reqif-foreignid req-id requirement-id requirementid object-identifier identifier artefact-id"
    " id nummer number nr key"
).split()
_TITLES = "reqif-name title titel name naam object-short-text summary".split()
_CHAPTERS = "reqif-chaptername chapter-name chaptername object-heading heading kop".split()
_TEXTS = (
    "reqif-text object-text text tekst richtext rich-text requirement-text description"
    " omschrijving reqif-description plaintext desc"
).split()
_PEOPLE = re.compile(r"(?:created|modified|changed)-?(?:by|on)|last-modified|created-at")
_HEADING = re.compile(r"head(?:ing|line|er)|chapter|kop\b|hoofdstuk|section", re.IGNORECASE)
_NOTE = re.compile(r"info|note|comment|toelicht", re.IGNORECASE)


def read_reqif(
    name: str, data: bytes, new_uid: Callable[[], str], _plan: Plan | None = None
) -> Proposal:
    """Return what a ReqIF file would become.

    Raises:
        UserError: ``xml-unsafe``, ``sheet-unsafe``, ``xml-unfit``, ``reqif-unfit``, or
            ``file-empty`` when nothing stands in it.
    """
    outline = read_outline(name, data)
    if not outline.things:
        raise UserError("file-empty", path=name)
    reader = _Reader(outline)
    parts = [part for thing in outline.things for part in reader.parts(thing)]
    if not any(part.kind == "clause" for part in parts):  # a list of names alone: those it is about
        reader = _Reader(outline, headings=False)
        parts = [part for thing in outline.things for part in reader.parts(thing)]
    front = outline.values.get(f"{OWN}Front", "")
    parts = reader.titled(parts, own=isinstance(front, str) and bool(front))
    document = document_of(Parts(front if isinstance(front, str) else "", tuple(parts)), new_uid)
    lost = (*lost_words(said(parts), document), *outline.left)
    return proposed(document, lost=lost)


class _Reader:
    """Makes parts of objects; remembers which codes were given."""

    def __init__(self, outline: Outline, *, headings: bool = True) -> None:
        self.outline = outline
        self.headings = headings
        self.codes: set[str] = set()
        self.named = {each.identifier: _code(each) for each in outline.things}

    def titled(self, parts: list[Part], *, own: bool) -> list[Part]:
        """Return parts below the title of the specification, where a file of others has one."""
        ours = own or any(f"{OWN}Type" in thing.values for thing in self.outline.things)
        title = " ".join(self.outline.title.split())
        if ours or not title:
            return parts
        return [Part("heading", title, level=1), *parts]

    def parts(self, thing: Thing) -> Iterable[Part]:
        """Return what an object becomes: one part, or none when it says nothing."""
        if thing.values.get(f"{OWN}Type") in KINDS:
            return [_ours(thing)]
        return self._theirs(thing)

    def _theirs(self, thing: Thing) -> list[Part]:
        keys = {key_of(name): value for name, value in thing.values.items()}
        code = self.named[thing.identifier]
        chapter, text = _first(keys, _CHAPTERS), _first(keys, _TEXTS)
        title = _first(keys, _TITLES)
        is_heading = bool(chapter) or bool(_HEADING.search(thing.sort))
        if self.headings and is_heading and not text and (heading := chapter or title):
            other = title if chapter and title != chapter else ""
            words = " – ".join(each for each in (_flat(heading), _flat(other)) if each)
            if code and code not in words.split():  # a heading has no place for its number
                words = f"{code} {words}"
            return [Part("heading", words, level=min(thing.depth + 1, 6))]
        used = {*_CODES, *_CHAPTERS, *_TITLES, "long-name"}
        fields = {
            key: _markdown(value)
            for key, value in keys.items()
            if key not in used and not _PEOPLE.search(key) and _plain(value)
        }
        same = _plain_text(text)
        fields = {key: value for key, value in fields.items() if _plain_text(value) != same}
        title = _flat(chapter or title)
        if not text:
            text = _first(keys, ("long-name",)) if not title else ""
        for label, target in thing.related:
            line = f"{label} {self.named.get(target) or target}".strip()
            fields["related"] = "\n".join(each for each in (fields.get("related"), line) if each)
        if not (title or text or fields):
            return []
        fit = one_word(code)
        if fit != code or fit in self.codes:
            fields["foreign-id"] = code
        fit = "" if fit in self.codes else fit
        self.codes |= {fit} - {""}
        kind = "informatie" if _NOTE.search(thing.sort) else "eis"
        return [
            Part(
                "clause",
                text,
                uid_of(thing.identifier),
                fit,
                title,
                min(max(thing.depth + 1, 3), 6) if title else 0,
                ordered({"kind": kind}),
                fields,
            )
        ]


def uid_of(identifier: str) -> str:
    """Return the identity of an object of another tool: the same every time it comes in."""
    number = int.from_bytes(hashlib.sha256(identifier.encode("utf-8", "replace")).digest())
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return "".join(letters)


def _ours(thing: Thing) -> Part:
    """Return a part that we wrote, with what another tool changed in it since."""
    values = {key: each for key, each in thing.values.items() if isinstance(each, str)}
    kind = cast("PartKind", values[f"{OWN}Type"])
    text = values.get(f"{OWN}Markdown", "")
    shown = thing.values.get("ReqIF.Text")
    if isinstance(shown, Element) and digest_of(plain(shown)) != values.get(f"{OWN}Digest"):
        text = to_markdown(shown)
    others = attributes_read(values.get(f"{OWN}Attributes", "")) or ()
    attributes = dict(others) | {name: values.get(name.title(), "") for name in CHOICES}
    level = values.get(f"{OWN}Level", "")
    if kind == "clause":
        attributes["theme"] = values.get("Theme", "")
    else:
        attributes = dict(others)
    return Part(
        kind,
        values.get("ReqIF.ChapterName", "") if kind == "heading" else text,
        values.get(f"{OWN}Uid", ""),
        values.get("ReqIF.ForeignID", ""),
        values.get("ReqIF.Name", ""),
        int(level) if level.isdecimal() and len(level) == 1 else 0,
        ordered(attributes),
        {key.removeprefix(FIELD): values[key] for key in values if key.startswith(FIELD)},
    )


def _code(thing: Thing) -> str:
    keys = {key_of(name): value for name, value in thing.values.items()}
    return _plain(next((keys[key] for key in _CODES if key in keys and _plain(keys[key])), ""))


def _first(keys: Mapping[str, str | Element], names: Iterable[str]) -> str:
    """Return the first value that says something, as Markdown."""
    return next((_markdown(keys[key]) for key in names if key in keys and _plain(keys[key])), "")


def _markdown(value: str | Element) -> str:
    if isinstance(value, Element):
        return to_markdown(value)
    return "\n".join(line.rstrip() for line in value.splitlines()).strip()


def _plain(value: str | Element) -> str:
    return plain(value) if isinstance(value, Element) else " ".join(value.split())


def _plain_text(text: str) -> str:
    return " ".join(text.replace("\\", "").split())


def _flat(text: str) -> str:
    return " ".join(text.replace("\\\n", " ").split())
