"""Reading a DOCX file, ECMA-376 transitional or strict, whichever program wrote it."""

from collections.abc import Callable, Iterator

from coauthor.errors import UserError
from coauthor.exchange.proposal import Plan, Proposal
from coauthor.exchange.publication.archive import Archive, refuse_declarations
from coauthor.exchange.texts.pieces import Comment, Line, Story
from coauthor.exchange.texts.proposing import count_words, propose_story
from coauthor.exchange.texts.word_styles import Styles, read_lists, read_styles
from coauthor.exchange.texts.word_text import CAME, WENT, WordText
from coauthor.exchange.xml_tree import Element, parse

_EDGES, _NOTES = ("header", "footer"), ("footnotes", "endnotes")


def read_docx(
    name: str, data: bytes, new_uid: Callable[[], str], plan: Plan | None = None
) -> Proposal:
    """Return what a Word file would become; the text is that of before its tracked changes.

    Raises:
        UserError: ``publication-unsafe`` with the reason, ``publication-unfit``, ``xml-unsafe``,
            or ``file-empty``.
    """
    return propose_story(name, docx_story(name, data), new_uid, plan)


def docx_story(name: str, data: bytes) -> Story:
    """Return the text of a Word file.

    Raises:
        UserError: as `read_docx`.
    """
    package = _Package(name, data)
    story = Story()
    lists, by_style = read_lists(package.beside("numbering"))
    story.lists = lists
    styles = read_styles(package.beside("styles"), by_style)
    notes = {
        (each.name, each.attributes.get("id", "")): each
        for sort in _NOTES
        for each in package.beside(sort).children
        if each.attributes.get("type", "normal") == "normal"
    }
    reader = WordText(story, styles, package.relations, notes)
    text = package.tree(package.main)
    story.blocks = reader.blocks(text.child("body"))
    _comments(package, story)
    for each in (text, *(package.beside(sort) for sort in _NOTES)):
        story.words.update(count_words("\n".join(_paragraphs(each, after=False))))
        if story.changed:
            story.words_after.update(count_words("\n".join(_paragraphs(each, after=True))))
    for sort, path, _ in package.relations.values():
        if sort in _EDGES:
            _edge(package, path, story)
    return story


class _Package:
    """The parts of a file by what they are to its text."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._archive = Archive(name, data)
        of = self._archive.relations("").values()
        self.main = next((path for kind, path, _ in of if kind == "officeDocument"), "")
        if self.main not in self._archive.parts:
            raise UserError("publication-unfit", path=name)
        self.relations = self._archive.relations(self.main)

    def tree(self, path: str) -> Element:
        """Return a part, empty where it is not there."""
        part = self._archive.parts.get(path, b"")
        if not part.strip():
            return Element("")
        refuse_declarations(self.name, part)
        try:
            return parse(self.name, part)
        except UserError as error:
            if error.code == "xml-unfit":
                raise UserError("publication-unfit", path=self.name) from error
            raise

    def beside(self, kind: str) -> Element:
        """Return the part of a kind that belongs to the text."""
        of = (
            path for sort, path, outside in self.relations.values() if sort == kind and not outside
        )
        return self.tree(next(of, ""))


def _comments(package: _Package, story: Story) -> None:
    extended = package.beside("commentsExtended")
    above = {
        each.attributes.get("paraId", ""): each.attributes.get("paraIdParent", "")
        for each in extended.children
    }
    by_paragraph: dict[str, str] = {}
    for each in package.beside("comments").children:
        number = each.attributes.get("id", "")
        lines = WordText(Story(), Styles(), {}).blocks(each)
        text = "\n\n".join(line.text.strip() for line in lines if isinstance(line, Line))
        at = each.attributes
        story.comments[number] = Comment(text.strip(), at.get("author", ""), at.get("date", ""))
        last = ""
        for paragraph in each.all("p"):
            last = paragraph.attributes.get("paraId", "")
            if last:
                by_paragraph[last] = number
        if parent := above.get(last, ""):
            story.comments[number].on = parent
    for comment in story.comments.values():
        comment.on = by_paragraph.get(comment.on, "")


def _edge(package: _Package, path: str, story: Story) -> None:
    """Keep the words of a header or footer, which belong to pages and not to the text."""
    words = " ".join(" ".join(_paragraphs(package.tree(path), after=True)).split())
    if any(map(str.isalpha, words)) and words not in story.left.setdefault("edges", []):
        story.left["edges"].append(words)


def _paragraphs(top: Element, *, after: bool) -> Iterator[str]:
    """Yield the words of each paragraph, apart from how the text is read.

    Args:
        after: as they would be after the tracked changes, or as they were before them.
    """
    gone = WENT if after else CAME
    text: list[str] = []

    def walk(within: Element) -> Iterator[str]:
        nonlocal text
        for each in within.children:
            name = each.name
            if name in gone or name == "Fallback":
                continue
            if name == "p":
                kept, text = text, []
                yield from walk(each)
                yield "".join(text)
                text = kept
            elif name in {"t", "delText"}:
                text.append(each.text)
            elif name in {"br", "cr", "tab"}:
                text.append(" ")
            elif name != "pPr":
                yield from walk(each)

    yield from walk(top)
