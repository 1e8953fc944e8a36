"""One accessible HTML file with lineage: headings, landmarks, and no colour alone.

Aims at WCAG 2.1 AA; works without a network and prints well.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup, escape

from coauthor.document.model import Clause, Heading, Prose
from coauthor.document.rendering import Around, printable, to_html, to_plain
from coauthor.exchange.depths import Depths
from coauthor.exchange.extras import extras
from coauthor.exchange.furniture import Furniture, without_pages
from coauthor.exchange.leave import annexes
from coauthor.exchange.numbering import begins_with_title, chapter_numbers, numbered
from coauthor.exchange.office.safe import address
from coauthor.exchange.pages.plain import to_html as to_html_blocks
from coauthor.exchange.places import key, places
from coauthor.exchange.specification import (
    Item,
    Specification,
    Text,
    change_in_words,
    clause_labels,
    field_label,
    items,
)
from coauthor.lineage.status import Lineage
from coauthor.resources import resources
from coauthor.review.voting.minority import Minority

TEMPLATE = "specification.html.jinja"
_DEEPEST = 6
"""Levels of headings in HTML."""
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)


def to_html_file(specification: Specification, text: Text) -> bytes:
    """Return a document as one HTML file."""
    environment = Environment(
        loader=FileSystemLoader(resources() / "templates"),
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
    )
    only = specification.choice.only_changes
    added = extras(specification, text)
    found = [] if only else list(items(specification))
    numbers = chapter_numbers(specification, found)
    title_level = 0 if begins_with_title(specification, found) else 1
    page = _Page(specification, text, places(found), title_level)
    shown = [page.shown(index, item) for index, item in enumerate(found)]
    for index, each in enumerate(shown):
        if each["type"] == "heading":
            each["title"] = numbered(each["title"], numbers.get(index, ""))
        elif each["type"] == "clause":
            each["beside"] = to_html_blocks(added.beside.get(each["uid"], ()), text)
    share = specification.share.by_clause if specification.shows_lineage else None
    written = environment.get_template(TEMPLATE).render(
        text=text,
        language=specification.spoken,
        title=printable(specification.title),
        organisation=specification.organisation,
        standard="" if only else specification.standard,
        example=specification.example,
        share=None if share is None else round(share * 100),
        counts=[(key, specification.share.counts.get(key, 0)) for key in Lineage],
        chapters=[each for each in shown if each["type"] == "heading" and each["listed"]],
        items=shown,
        annexes=[] if only else list(annexes(specification, text)),
        endings=[(each.title, to_html_blocks(each.blocks, text)) for each in added.endings],
        contents=specification.choice.contents and not only,
        look=_look(specification),
    )
    return written.encode("utf-8", "replace")


def _look(specification: Specification) -> dict[str, Any]:
    """Return what the template shows of the house style; no font is loaded from anywhere."""
    style, around = specification.style, Furniture(specification)
    logo = style.logo
    return {
        "colours": style.colours,
        "on_head": style.colours.on_table_head,
        "fonts": style.fonts,
        "margins": style.margins,
        "logo": logo,
        "logo_alt": around.logo_alt,
        "logo_data": _in_page(logo.kind, logo.data) if logo else "",
        "cover": around.cover() if around.has_cover else (),
        "footer": [said for each in around.footer() if (said := without_pages(each))],
    }


@dataclass(frozen=True)
class _Page:
    """Makes what the template shows of each item.

    Args:
        places: anchors within the text, as of `coauthor.exchange.places.places`.
        above: level of the heading that all others of the text are under; 0 for none.
    """

    specification: Specification
    text: Text
    places: Mapping[str, str]
    above: int
    depths: Depths = field(default_factory=Depths)

    def shown(self, index: int, item: Item) -> dict[str, Any]:
        """Return an item as the template knows it."""
        block = item.block
        if isinstance(block, Heading):
            title = printable(to_plain(block.text))
            return {
                "type": "heading",
                "level": self._depth(block.level),
                "listed": block.level <= 2,
                "title": title,
                "anchor": f"h{index}",
            }
        if isinstance(block, Prose):
            return {"type": "prose", "html": self._safe(block.text)}
        if isinstance(block, Clause):
            return self._clause(block, item)
        told = self.specification.choice.deviations
        return {
            "type": "gone",
            "code": block.code,
            "title": item.standard.title if item.standard else "",
            "label": self.text("lineage-omitted"),
            "reason": item.status.reason if item.status and told else "",
        }

    def _clause(self, clause: Clause, item: Item) -> dict[str, Any]:
        specification, text = self.specification, self.text
        status = item.status if specification.shows_lineage else None
        settled = specification.settled.get(clause.uid) if specification.choice.minority else None
        fields = clause.fields.items()
        return {
            "type": "clause",
            "level": self._depth(clause.level, clause=True),
            "uid": clause.uid,
            "anchor": f"c-{clause.uid}",
            "code": clause.code,
            "title": printable(to_plain(clause.title)) or ("" if clause.code else clause.uid),
            "lineage": str(status.lineage) if status else "",
            "labels": clause_labels(clause, item, specification, text),
            "html": self._safe(clause.body),
            "fields": [(field_label(key, text), self._safe(value)) for key, value in fields],
            "minority": [self._minority(each) for each in settled.minority] if settled else [],
            "change": list(change_in_words(clause, item)) if status else [],
        }

    def _minority(self, said: Minority) -> dict[str, Any]:
        answered = self.text("minority-answer", organisation=printable(said.answered_by))
        return {
            "name": self.text("minority-of", organisation=printable(said.organisation)),
            "html": self._safe(said.argument),
            "answered": answered if said.answer else "",
            "answer": self._safe(said.answer),
        }

    def _safe(self, markdown: str) -> Markup:
        """Return Markdown as HTML in which raw HTML has become text."""
        made = to_html(markdown, Around(self._picture, self._place))
        if "<h" in made:
            made = _HEADING.sub(self._heading, made)
        return Markup(made)  # noqa: S704 (markdown-it-py escapes it: html is off)

    def _heading(self, found: re.Match[str]) -> str:
        level = self._depth(int(found[1]))
        return f"<h{level}>{found[2]}</h{level}>"

    def _depth(self, level: int, *, clause: bool = False) -> int:
        return min(self.above + self.depths.of(level, clause=clause), _DEEPEST)

    def _picture(self, target: str, alt: str) -> str:
        """Return a picture with its data in it, else what it shows in words."""
        said = self.text("office-image", alt=alt) if alt else self.text("office-image-unnamed")
        figure = self.specification.pictures.get(target)
        if figure is not None:
            size = f"width: {figure.width:.1f}mm; max-width: 100%; height: auto"
            return str(
                Markup('<img src="{}" alt="{}" style="{}">').format(
                    _in_page(figure.kind, figure.data), alt or said, size
                )
            )
        link = address(target)
        return str(Markup('<a href="{}">{}</a>').format(link, said) if link else escape(said))

    def _place(self, target: str) -> str:
        """Return where a link leads from this page, or ''; folders of ours are not there."""
        if not target.startswith("#"):
            return address(target)
        anchor = self.places.get(key(target), "")
        return "#" + anchor.replace("clause-", "c-").replace("chapter-", "h") if anchor else ""


def _in_page(kind: str, data: bytes) -> str:
    media = "svg+xml" if kind == "svg" else kind
    return f"data:image/{media};base64,{b64encode(data).decode()}"
