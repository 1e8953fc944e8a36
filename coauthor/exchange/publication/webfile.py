"""What stands in an HTML file, where people see it and where they do not."""

from html.parser import HTMLParser

from coauthor.errors import UserError
from coauthor.exchange.publication.model import Gathering, Place, Reading, Reference, Role
from coauthor.exchange.publication.textfile import decoded

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary "
    "table tbody td tfoot th thead title tr ul br".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_FETCHED = {"script": "src", "img": "src", "iframe": "src", "link": "href", "object": "data",
            "embed": "src", "video": "src", "audio": "src", "source": "src"}  # fmt: skip
_PEOPLE = frozenset({"author", "dc.creator", "dcterms.creator", "changedby", "created-by"})
_WORDS = frozenset({"description", "keywords", "title", "dc.title", "subject"})
_DEPTH = 512
_UNCLOSED = 2_000
"""Tags that are opened before one is closed, at most."""


def read_html(name: str, data: bytes) -> Reading:
    """Return what stands in an HTML file; nothing is fetched and no script runs.

    Raises:
        UserError: ``publication-unfit`` when it is no text, ``publication-unsafe`` when it
            opens tags without end, which takes the library for ever.
    """
    text = decoded(name, data)
    if any(stretch.count("<") > _UNCLOSED for stretch in text.split(">")):
        raise UserError("publication-unsafe", path=name, reason="endless")
    page = _Page()
    page.feed(text)
    page.close()
    page.flush()
    return page.found.reading()


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Gathering("html")
        self._words: list[str] = []
        self._line = 1
        self._level = 0
        self._open: list[tuple[str, bool]] = []
        self._silent = ""
        self._in_title = False

    def flush(self) -> None:
        """Keep the text so far as one piece."""
        text = " ".join("".join(self._words).split())
        self._words.clear()
        place = Place("line", "", str(self._line))
        role: Role = "heading" if self._level else "text"
        if self._in_title:
            place, role = Place("property", "title"), "property"
        self.found.piece(place, text, role, self._level)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in _BLOCKS:
            self.flush()
        place = Place("line", "", str(self.getpos()[0]))
        if tag in {"script", "style"}:
            self._silent = tag
        self._in_title = self._in_title or (tag == "title" and not self._within("svg"))
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self._level = int(tag[1])
        for key in ("id", "name"):
            if values.get(key) and (key == "id" or tag == "a"):
                self.found.anchors.add(values[key])
        self._targets(tag, values, place)
        style = values.get("style", "").replace(" ", "").lower()
        hidden = "hidden" in values or "display:none" in style or "visibility:hidden" in style
        if tag not in _EMPTY and len(self._open) < _DEPTH:
            self._open.append((tag, hidden))
        if tag == "meta":
            self._meta(values)
        self._unseen(tag, values, place)

    def _unseen(self, tag: str, values: dict[str, str], place: Place) -> None:
        """Gather what goes along with a tag and is not on the page."""
        if tag == "input" and values.get("type", "").lower() == "hidden" and values.get("value"):
            self.found.mark("hidden-text", place, values["value"])
        for key, value in values.items():
            if key in {"alt", "title"} or key.startswith("data-"):
                self.found.piece(place, value, "property")

    def _within(self, tag: str) -> bool:
        return any(name == tag for name, _ in self._open)

    def _targets(self, tag: str, values: dict[str, str], place: Place) -> None:
        target = values.get(_FETCHED.get(tag, ""), "").strip()
        if tag == "a":
            link = values.get("href", "").strip()
            if link.startswith("#"):
                if len(link) > 1:
                    self.found.references.append(Reference(place, link[1:]))
            else:
                self.found.piece(place, link, "link")
        elif target and not target.startswith(("data:", "#")):
            self.found.piece(place, target, "path")
            if "//" in target:
                self.found.mark("external-connection", place, target)

    def _meta(self, values: dict[str, str]) -> None:
        name, content = values.get("name", "").lower(), values.get("content", "")
        if name in _PEOPLE:
            self.found.person("author", Place("property", name), content)
        elif name in _WORDS:
            self.found.piece(Place("property", name), content, "property")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
        if tag == self._silent:
            self._silent = ""
        if tag == "title":
            self._in_title = False
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self._level = 0
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                break

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._words:
            self._line = self.getpos()[0]
        if data.strip() and any(hidden for _, hidden in self._open):
            place = Place("line", "", str(self.getpos()[0]))
            self.found.mark("hidden-text", place, data)
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.mark("comment", Place("line", "", str(self.getpos()[0])), data)
