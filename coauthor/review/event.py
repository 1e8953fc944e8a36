"""Events: what somebody said of a document or a clause, once and for good.

One event is one small Markdown file with front matter that nobody changes
afterwards, so what two people say apart merges by itself. Keys that this
program does not know are kept, for a file is never written again.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

FOLDER = "discussion"
WHOLE = "document"
"""The folder of what is said of a document as a whole."""

_LINE = re.compile(r"([a-z][a-z0-9-]*):[ \t]*(.*)")
_PLAIN = re.compile(r"[^\s\"'#&*!|>%@`{}\[\],:?-][^\"#\x00-\x1f\x7f-\x9f\u2028\u2029]*")
_PATH = re.compile(
    rf"{FOLDER}/([a-z0-9][a-z0-9-]*)/([a-z0-9]+)/([0-9A-HJKMNP-TV-Z]{{26}})\.md", re.ASCII
)
_OWN = ("kind", "organisation", "party", "role", "by", "at", "about")
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: an organisation through somebody with a role, never a name.

    Args:
        party: what the organisation is, a key of `coauthor.review.people.PARTIES`.
        role: a key of `coauthor.review.people.ROLES`, or ''.
        by: fingerprint of the key of who speaks (``SHA256:…``), or ''.
    """

    organisation: str
    party: str = ""
    role: str = ""
    by: str = ""


@dataclass(frozen=True)
class Event:
    """One thing said.

    Args:
        id: ULID; sorts by time and is the name of the file.
        kind: ``comment``, ``question``, ``suggestion``, ``response``, ``reading``,
            ``position``, ``sealed-position`` begin something; ``reply``, ``resolve``,
            ``reopen``, ``accept``, ``reject``, ``confirm``, ``withdraw`` are about an
            earlier event; ``close-round`` is about the document.
        document: name of the document.
        clause: uid of the clause, or '' for the document.
        at: ISO 8601 moment, as the speaker's clock had it.
        about: id of the event that this one is about, or ''.
        body: Markdown.
        values: what else belongs to the kind, such as an anchor.
    """

    id: str
    kind: str
    document: str
    clause: str
    voice: Voice
    at: str
    about: str = ""
    body: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    @property
    def path(self) -> str:
        """Path of its file inside the workspace."""
        return f"{FOLDER}/{self.document}/{self.clause or WHOLE}/{self.id}.md"


def write_event(event: Event) -> str:
    """Return the text of the file of an event."""
    voice = event.voice
    own = (event.kind, voice.organisation, voice.party, voice.role, voice.by, event.at, event.about)
    pairs = [*zip(_OWN, own, strict=True), *event.values.items()]
    lines = [f"{key}: {_written(value)}" for key, value in pairs if value]
    return "\n".join(["---", *lines, "---", "", event.body.rstrip("\n"), ""])


def read_event(path: str, text: str) -> Event | None:
    """Return the event in a file, or None when it is none.

    Args:
        path: path inside the workspace; place and identity follow from it alone.
    """
    place = _PATH.fullmatch(path)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    if place is None or lines[0].rstrip() != "---" or "---" not in lines[1:]:
        return None
    end = lines.index("---", 1)
    values = dict(_pairs(lines[1:end]))
    if not values.get("kind"):
        return None
    own = {key: values.pop(key, "") for key in _OWN}
    return Event(
        place[3],
        own["kind"],
        place[1],
        "" if place[2] == WHOLE else place[2],
        Voice(own["organisation"], own["party"], own["role"], own["by"]),
        own["at"],
        own["about"],
        "\n".join(lines[end + 1 :]).strip("\n"),
        MappingProxyType(values),
    )


def _written(value: str) -> str:
    """Return a value as YAML: plain where that is safe, else as a JSON string."""
    plain = _PLAIN.fullmatch(value) and value == value.strip()
    meant = ": " in value or value.endswith(":")  # which YAML takes for a key
    return value if plain and not meant else json.dumps(value)


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        if found := _LINE.fullmatch(line):
            yield found[1], _read(found[2].strip())


def _read(value: str) -> str:
    if not value.startswith('"'):
        return value
    try:
        said = json.loads(value)
    except ValueError:
        return value
    return said if isinstance(said, str) else value
