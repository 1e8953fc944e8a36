"""One accessible HTML file with lineage: headings, landmarks, and no colour alone.

Aims at WCAG 2.1 AA; works without a network and prints well.
"""

from base64 import b64encode
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

from coauthor.document.model import Clause, Heading, Prose
from coauthor.document.rendering import printable, to_html, to_plain
from coauthor.exchange.extras import extras
from coauthor.exchange.furniture import Furniture, without_pages
from coauthor.exchange.leave import annexes
from coauthor.exchange.numbering import chapter_numbers, numbered
from coauthor.exchange.pages.plain import to_html as to_html_blocks
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
    shown = [_shown(index, item, specification, text) for index, item in enumerate(found)]
    for index, each in enumerate(shown):
        if each["type"] == "heading":
            each["title"] = numbered(each["title"], numbers.get(index, ""))
        elif each["type"] == "clause":
            each["beside"] = to_html_blocks(added.beside.get(each["uid"], ()), text)
    share = specification.share.by_clause if specification.shows_lineage else None
    written = environment.get_template(TEMPLATE).render(
        text=text,
        language=specification.language,
        title=printable(specification.title),
        organisation=specification.organisation,
        standard="" if only else specification.standard,
        example=specification.example,
        share=None if share is None else round(share * 100),
        counts=[(key, specification.share.counts.get(key, 0)) for key in Lineage],
        chapters=[each for each in shown if each["type"] == "heading" and each["level"] <= 2],
        items=shown,
        annexes=[] if only else list(annexes(specification, text)),
        endings=[(each.title, to_html_blocks(each.blocks, text)) for each in added.endings],
        contents=specification.choice.contents and not only,
        version=specification.version,
        when=specification.when.date().isoformat(),
        digest=specification.digest,
        look=_look(specification),
    )
    return written.encode("utf-8", "replace")


def _look(specification: Specification) -> dict[str, Any]:
    """Return what the template shows of the house style; no font is loaded from anywhere."""
    style, around = specification.style, Furniture(specification)
    logo = style.logo
    media = "svg+xml" if logo and logo.kind == "svg" else logo.kind if logo else ""
    return {
        "colours": style.colours,
        "on_head": style.colours.on_table_head,
        "fonts": style.fonts,
        "margins": style.margins,
        "logo": logo,
        "logo_alt": around.logo_alt,
        "logo_data": f"data:image/{media};base64,{b64encode(logo.data).decode()}" if logo else "",
        "cover": around.cover() if around.has_cover else (),
        "footer": [said for each in around.footer() if (said := without_pages(each))],
    }


def _shown(index: int, item: Item, specification: Specification, text: Text) -> dict[str, Any]:
    block = item.block
    if isinstance(block, Heading):
        title = printable(to_plain(block.text))
        return {"type": "heading", "level": block.level, "title": title, "anchor": f"h{index}"}
    if isinstance(block, Prose):
        return {"type": "prose", "html": _safe(block.text)}
    if isinstance(block, Clause):
        return _clause(block, item, specification, text)
    return {
        "type": "gone",
        "code": block.code,
        "title": item.standard.title if item.standard else "",
        "label": text("lineage-omitted"),
        "reason": item.status.reason if item.status and specification.choice.deviations else "",
    }


def _clause(clause: Clause, item: Item, specification: Specification, text: Text) -> dict[str, Any]:
    status = item.status if specification.shows_lineage else None
    settled = specification.settled.get(clause.uid) if specification.choice.minority else None
    return {
        "type": "clause",
        "uid": clause.uid,
        "anchor": f"c-{clause.uid}",
        "code": clause.code,
        "title": printable(to_plain(clause.title)),
        "lineage": str(status.lineage) if status else "",
        "labels": clause_labels(clause, item, specification, text),
        "html": _safe(clause.body),
        "fields": [(field_label(key, text), _safe(value)) for key, value in clause.fields.items()],
        "minority": [_minority(each, text) for each in settled.minority] if settled else [],
        "change": list(change_in_words(clause, item)) if status else [],
    }


def _minority(said: Minority, text: Text) -> dict[str, Any]:
    answered = text("minority-answer", organisation=printable(said.answered_by))
    return {
        "name": text("minority-of", organisation=printable(said.organisation)),
        "html": _safe(said.argument),
        "answered": answered if said.answer else "",
        "answer": _safe(said.answer),
    }


def _safe(markdown: str) -> Markup:
    """Return Markdown as HTML in which raw HTML has become text."""
    return Markup(to_html(markdown))  # noqa: S704 (markdown-it-py escapes it: html is off)
