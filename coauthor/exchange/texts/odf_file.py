"""Reading an OpenDocument text, whichever program wrote it."""

from collections.abc import Callable, Iterator

from coauthor.errors import UserError
from coauthor.exchange.proposal import Plan, Proposal
from coauthor.exchange.publication.archive import Archive, refuse_declarations
from coauthor.exchange.texts.odf_runs import Region
from coauthor.exchange.texts.odf_styles import read_levels, read_looks
from coauthor.exchange.texts.odf_text import OdfText
from coauthor.exchange.texts.pieces import Mark, Story
from coauthor.exchange.texts.proposing import count_words, propose_story
from coauthor.exchange.xml_tree import Element, parse

_EDGES = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_NO_TEXT = frozenset(
    {
        "tracked-changes", "change-info", "annotation", "note-citation", "number", "ruby-text",
        "title", "desc",
        "event-listeners", "forms", "sequence-decls", "table-of-content-source",
        "illustration-index-source", "table-index-source", "user-index-source",
        "alphabetical-index-source", "object-index-source", "bibliography-source",
    }
)  # fmt: skip
_APART = frozenset({"s", "tab", "line-break"})


def read_odt(
    name: str, data: bytes, new_uid: Callable[[], str], plan: Plan | None = None
) -> Proposal:
    """Return what an ODT file would become; the text is that of before its tracked changes.

    Raises:
        UserError: ``publication-unsafe`` with the reason, ``publication-unfit``, ``xml-unsafe``,
            ``import-password`` or ``file-empty``.
    """
    return propose_story(name, odt_story(name, data), new_uid, plan)


def odt_story(name: str, data: bytes) -> Story:
    """Return the text of an ODT file.

    Raises:
        UserError: as `read_odt`.
    """
    parts = Archive(name, data).parts
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UserError("import-password", path=name)
    own, common = (_tree(name, parts.get(part, b"")) for part in ("content.xml", "styles.xml"))
    text = own.child("body", "text")
    if not text.name:
        raise UserError("publication-unfit", path=name)
    story = Story()
    regions = dict(_regions(text.child("tracked-changes")))
    reader = OdfText(story, read_looks(common, own), read_levels(common, own), regions)
    reader.flow.find_ends(text)
    story.blocks = reader.blocks(text)
    by_day = sorted(story.comments.items(), key=lambda each: each[1].when)
    story.comments = dict(by_day)
    story.words.update(count_words("".join(_words(text, regions, after=False))))
    if story.changed:
        story.words_after.update(count_words("".join(_words(text, regions, after=True))))
    for page in common.child("master-styles").children:
        for edge in page.children:
            if edge.name in _EDGES:
                words = " ".join("".join(_words(edge, {}, after=True)).split())
                edges = story.left.setdefault("edges", [])
                if any(map(str.isalpha, words)) and words not in edges:
                    edges.append(words)
    return story


def _tree(name: str, part: bytes) -> Element:
    if not part.strip():
        return Element("")
    refuse_declarations(name, part)
    try:
        return parse(name, part)
    except UserError as error:
        if error.code == "xml-unfit":
            raise UserError("publication-unfit", path=name) from error
        raise


def _regions(changes: Element) -> Iterator[tuple[str, Region]]:
    for each in changes.children:
        for change in each.children:
            about = change.child("change-info")
            mark = Mark(about.child("creator").text.strip(), about.child("date").text.strip())
            if change.name in {"insertion", "deletion"}:
                content = change if change.name == "deletion" else None
                yield each.attributes.get("id", ""), Region(mark, content)


def _words(top: Element, regions: dict[str, Region], *, after: bool) -> Iterator[str]:
    """Yield the words of a text, apart from how it is read.

    Args:
        after: as they would be after the tracked changes, or as they were before them.
    """
    added: set[str] = set()
    for part in _parts(top, regions, after=after):
        if isinstance(part, str):
            if after or not added:
                yield part
            continue
        name = part.attributes.get("change-id", "")
        if part.name == "change-end":
            added.discard(name)
        elif name in regions and regions[name].content is None:
            added.add(name)


def _parts(top: Element, regions: dict[str, Region], *, after: bool) -> Iterator[Element | str]:
    """Yield words and where additions begin and end; words that went where they were."""
    for part in top.parts:
        if isinstance(part, str) or part.name in {"change-start", "change-end"}:
            yield part
        elif part.name == "change":
            region = regions.get(part.attributes.get("change-id", ""))
            if region is not None and region.content is not None and not after:
                yield from _parts(region.content, {}, after=True)
        elif part.name in _APART:
            yield " "
        elif part.name not in _NO_TEXT:
            yield from _parts(part, regions, after=after)
            yield "\n" * (part.name in {"p", "h", "note"})
