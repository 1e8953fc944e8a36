"""Words of an OpenDocument paragraph: their look, changes, comments, notes and pictures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from coauthor.exchange.publication.numbers import whole
from coauthor.exchange.texts.formulas import formula
from coauthor.exchange.texts.odf_styles import Look, Looks
from coauthor.exchange.texts.our_pictures import words_of
from coauthor.exchange.texts.pieces import Block, Comment, Line, Mark, Span, Story, lines_in
from coauthor.exchange.xml_tree import Element

_MOST_BLANKS = 1_000
_BLANKS = re.compile(r"[ \t\r\n]+")
_SILENT = frozenset(
    {
        "number", "soft-page-break", "ruby-text", "note-citation", "script", "event-listeners",
        "title", "desc", "reference-mark", "toc-mark", "alphabetical-index-mark",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """A tracked change; ``content`` is what was taken away, None for what was added."""

    mark: Mark
    content: Element | None


@dataclass(slots=True)
class Writing:
    """A paragraph that is being read.

    Args:
        before: what ended before it, in words that were taken away.
        boxes: what its text boxes hold.
    """

    line: Line
    before: list[Block] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)


@dataclass
class Flow:
    """Goes through the words of a text in their order.

    Args:
        regions: tracked changes by name.
        blocks: reads what an element holds.
        came: names of the additions that are open.
        went: who took away what is read now.
    """

    story: Story
    looks: Looks
    regions: dict[str, Region]
    blocks: Callable[[Element], list[Block]]
    came: list[str] = field(default_factory=list)
    went: Mark | None = None
    said: tuple[str, ...] = ()
    _now: list[Writing] = field(default_factory=list)
    _ends: set[str] = field(default_factory=set)
    _marks: dict[str, Callable[[Element], None]] = field(init=False)

    def __post_init__(self) -> None:
        self._marks = {
            "change": self._gone,
            "change-start": self.change,
            "change-end": self.change,
            "bookmark": self._bookmark,
            "bookmark-start": self._bookmark,
            "annotation": self._comment,
            "annotation-end": self._commented,
            "frame": self._frame,
            "custom-shape": self._shape,
            "rect": self._shape,
        }

    def paragraph(self, element: Element, line: Line, base: Look) -> Iterator[Block]:
        """Yield a paragraph, with what ended in it and what its boxes hold."""
        self._now.append(Writing(line))
        self._inline(element, base, "")
        writing = self._now.pop()
        line = writing.line
        if self.came:
            line.came = self._mark()
        if self.went:
            line.went = self.went
        yield from writing.before
        yield line
        yield from writing.boxes

    def change(self, element: Element) -> None:
        """Note that words begin or end that were added."""
        name = element.attributes.get("change-id", "")
        if element.name == "change-start":
            if name in self.regions and self.regions[name].content is None:
                self.came.append(name)
                self.story.changed = True
        elif name in self.came:
            self.came.remove(name)

    def deleted(self, element: Element) -> list[Block]:
        """Return what was taken away at a point."""
        region = self.regions.get(element.attributes.get("change-id", ""))
        if region is None or region.content is None or self.went is not None:
            return []
        self.story.changed = True
        came, self.came = self.came, []
        self.went = region.mark
        found = self.blocks(region.content)
        self.went, self.came = None, came
        return found

    def _mark(self) -> Mark:
        return self.regions[self.came[-1]].mark

    def _inline(self, within: Element, look: Look, link: str) -> None:
        for part in within.parts:
            if isinstance(part, str):
                self._words(_BLANKS.sub(" ", part), look, link)
            elif part.name == "span":
                self._inline(part, self._looking(part, look), link)
            elif part.name == "a":
                target = part.attributes.get("href", "")
                self._inline(part, look, "" if target.startswith("#") else target)
            elif part.name in _SIGNS:
                self._words(_SIGNS[part.name](part), look, link)
            elif part.name in self._marks:
                self._marks[part.name](part)
            elif part.name == "note":
                self._note(part, look)
            elif part.name not in _SILENT:
                self._inline(part, look, link)

    def _looking(self, span: Element, look: Look) -> Look:
        own = self.looks.of("text", span.attributes.get("style-name", ""))
        if own.hidden:
            self.story.seen["import-note-text-hidden", f"¶ {self._now[-1].line.place}"] += 1
        return replace(
            look,
            bold=look.bold if own.bold is None else own.bold,
            italic=look.italic if own.italic is None else own.italic,
            struck=look.struck or own.struck,
            code=look.code or own.code,
        )

    def _words(self, text: str, look: Look, link: str) -> None:
        if not text:
            return
        came = self._mark() if self.came else None
        look_ = (bool(look.bold), bool(look.italic), look.struck)
        span = Span(text, *look_, link, came, self.went, self.said, look.code)
        self._now[-1].line.spans.append(span)

    def _gone(self, element: Element) -> None:
        """Put back what was taken away: its first paragraph ends here, its last goes on."""
        found = self.deleted(element)
        lines = [each for each in found if isinstance(each, Line)]
        if not lines:
            self._now[-1].before += found
            return
        writing = self._now[-1]
        line, first = writing.line, lines[0]
        if len(found) == 1:
            line.spans += first.spans
            return
        head = replace(line, spans=line.spans + first.spans, went=first.went, anchors=line.anchors)
        if not line.text.strip():  # nothing stood before it: what it was is what it says
            head = replace(first, spans=head.spans, place=first.place)
        last = lines[-1]
        writing.before += [
            head,
            *(each for each in found if each is not first and each is not last),
        ]
        writing.line = replace(line, spans=list(last.spans), said=())

    def _bookmark(self, element: Element) -> None:
        self._now[-1].line.anchors += (element.attributes.get("name", ""),)

    def _comment(self, element: Element) -> None:
        at = element.attributes
        name = at.get("name") or f"comment {len(self.story.comments)}"
        outer = self.came, self.went, self.said, self._now
        self.came, self.went, self.said, self._now = [], None, (), []
        said = [line.text.strip() for line in lines_in(self.blocks(element))]
        self.came, self.went, self.said, self._now = outer
        self.story.comments[name] = Comment(
            "\n\n".join(filter(None, said)),
            element.child("creator").text.strip(),
            element.child("date").text.strip(),
            at.get("parent-name", ""),
        )
        if name in self._ends:
            self.said += (name,)
        else:
            self._now[-1].line.said += (name,)

    def _commented(self, element: Element) -> None:
        ended = element.attributes.get("name", "")
        self.said = tuple(name for name in self.said if name != ended)

    def find_ends(self, top: Element) -> None:
        """Remember which comments are put on words, for which an end is in the text."""
        self._ends = {each.attributes.get("name", "") for each in top.all("annotation-end")}

    def _note(self, element: Element, look: Look) -> None:
        said = [line.text.strip() for line in lines_in(self.blocks(element.child("note-body")))]
        if words := " ".join(filter(None, said)):
            self._words(f" [{words}]", look, "")
            self.story.seen["import-note-text-footnotes", ""] += 1

    def frame(self, element: Element) -> list[Block]:
        """Return what a text box holds, and note a picture."""
        boxes = [each for each in element.children if each.name == "text-box"]
        pictures = [e for e in element.children if e.name in {"image", "object", "object-ole"}]
        if pictures and not boxes:
            place = self._now[-1].line.place if self._now else 0
            self.story.seen["import-note-text-picture", f"¶ {place}"] += 1
        return [block for box in boxes for block in self.blocks(box)]

    def _frame(self, element: Element) -> None:
        ours = words_of(element.attributes.get("name", ""), element.child("desc").text)
        if ours is not None:
            self._words(ours, Look(), "")
            return
        self._now[-1].boxes += self.frame(element)

    def _shape(self, element: Element) -> None:
        self._now[-1].boxes += self.blocks(element)

    def _formula(self, element: Element) -> None:
        self._words(formula(element), Look(), "")


_SIGNS: dict[str, Callable[[Element], str]] = {
    "s": lambda e: " " * min(whole(e.attributes.get("c", "1")) or 1, _MOST_BLANKS),
    "tab": lambda _: " ",
    "line-break": lambda _: "\n",
}
