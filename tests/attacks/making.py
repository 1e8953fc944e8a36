"""People with keys of their own, and rooms in which anybody can write any version."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pygit2
from pygit2.enums import FileMode

from coauthor.history.trust.keys import KeyFile, own_key
from coauthor.history.trust.signing import create_commit
from coauthor.history.trust.verdict import Verdict
from coauthor.history.trust.verifying import verify
from coauthor.review.event import Event, Voice, write_event
from tests.workspace.sharing import SETTINGS, TEXT

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
ULID = "01JDN3ZQ8K5T7WV9X2Y4Z6A8B{}"
CLAUSE = "aaaaaaaaaa"
DOCUMENT = "documents/a.md"
START = {"coauthor.toml": SETTINGS, DOCUMENT: TEXT, "documents/b.md": "# B\n\nTekst.\n"}
PARTIES = {"Bouwsoft": "vendor", "Plansoft": "vendor"}

Content = str | bytes | None | tuple[FileMode, bytes]
Files = Mapping[str, Content]


@dataclass
class Somebody:
    """A person at a computer of their own."""

    name: str
    home: Path
    organisation: str = "Gemeente Waterrijk"
    roles: tuple[str, ...] = ("expert",)

    @contextlib.contextmanager
    def at_home(self) -> Iterator[None]:
        """Sit at this computer for a while."""
        names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME")
        before = {name: os.environ.get(name) for name in names}
        os.environ.update(dict.fromkeys(names, str(self.home)))
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value

    @property
    def key(self) -> KeyFile:
        with self.at_home():
            return own_key()

    @property
    def voice(self) -> Voice:
        party = PARTIES.get(self.organisation, "municipality")
        return Voice(self.organisation, party, self.roles[0], self.key.fingerprint)


def people_text(*members: Somebody) -> str:
    lines = []
    for name in dict.fromkeys(each.organisation for each in members):
        party = PARTIES.get(name, "municipality")
        lines.append(f'[[organisations]]\nname = "{name}"\nparty = "{party}"\n')
    for each in members:
        roles = ", ".join(f'"{role}"' for role in each.roles)
        lines.append(
            f'[[people]]\nkey = "{each.key.public}"\n'
            f'organisation = "{each.organisation}"\nroles = [{roles}]\n'
        )
    return "\n".join(lines)


def event(by: Somebody, number: int = 0, kind: str = "comment", **more: str) -> dict[str, str]:
    """Return the file of something that somebody says."""
    values = {key: value for key, value in more.items() if key not in ("about", "body", "clause")}
    clause = more.get("clause", CLAUSE)
    name = ULID.format("0123456789ABCDEFGH"[number])
    said = Event(
        name,
        kind,
        "a",
        clause,
        by.voice,
        NOW.isoformat(),
        more.get("about", ""),
        more.get("body", "Mooi."),
        values,
    )
    return {said.path: write_event(said)}


@dataclass
class Line:
    """Versions of a room, made by hand: honest ones and others."""

    git: pygit2.Repository
    steward: Somebody
    expert: Somebody
    vendor: Somebody
    executive: Somebody
    stranger: Somebody
    made: int = 0
    first: str = ""
    start: str = ""
    tips: list[str] = field(default_factory=list)

    @property
    def members(self) -> tuple[Somebody, ...]:
        return (self.steward, self.expert, self.vendor, self.executive)

    def version(
        self,
        by: Somebody | None,
        files: Files,
        *parents: str,
        organisation: str | None = None,
        message: str = "Versie",
        tree_of: str = "",
    ) -> str:
        """Make a version; without ``by`` nobody signs it.

        Args:
            tree_of: the version whose files are taken before ``files`` go over them; the
                first parent otherwise.
        """
        self.made += 1
        tree = self._tree(files, tree_of or (parents[0] if parents else ""))
        said = by.organisation if by and organisation is None else organisation or ""
        who = pygit2.Signature(by.name if by else "x", "x@x", int(NOW.timestamp()) + self.made, 0)
        text = f"{message} {self.made}" + (f"\n\nOrganisation: {said}" if said else "")
        before = [pygit2.Oid(hex=each) for each in parents]
        if by is None:
            return str(self.git.create_commit(None, who, who, text, tree, before))
        with by.at_home():
            return str(create_commit(self.git, None, who, text, tree, before))

    def _tree(self, files: Files, version: str) -> pygit2.Oid:
        nested: dict[str, Content] = dict(files)
        base = self.git[version].peel(pygit2.Tree) if version else None
        return self._folder(nested, base)

    def _folder(self, files: Mapping[str, Content], base: pygit2.Tree | None) -> pygit2.Oid:
        """Write a folder by hand, for no honest tool gives such names."""
        entries = {} if base is None else {e.name: (e.filemode, e.id) for e in base}
        below: dict[str, dict[str, Content]] = {}
        for path, content in files.items():
            name, slash, rest = path.partition("/")
            if slash:
                below.setdefault(name, {})[rest] = content
            elif content is None:
                entries.pop(name, None)
            else:
                entries[name] = self._file(content)
        for name, inside in below.items():
            old = entries.get(name)
            tree = self.git[old[1]] if old and old[0] == FileMode.TREE else None
            made = self._folder(inside, tree if isinstance(tree, pygit2.Tree) else None)
            if self.git.odb.read(made)[1]:
                entries[name] = (FileMode.TREE, made)
            else:
                entries.pop(name, None)

        def order(each: tuple[str, tuple[int, pygit2.Oid]]) -> bytes:
            name = each[0].encode("utf-8", "surrogateescape")
            return name + b"/" if each[1][0] == FileMode.TREE else name

        raw = b"".join(
            f"{int(mode):o} ".encode() + name.encode("utf-8", "surrogateescape") + b"\0" + here.raw
            for name, (mode, here) in sorted(entries.items(), key=order)
        )
        return self.git.odb.write(pygit2.enums.ObjectType.TREE, raw)

    def _file(self, content: Content) -> tuple[int, pygit2.Oid]:
        assert content is not None
        mode, data = content if isinstance(content, tuple) else (FileMode.BLOB, content)
        raw = data.encode() if isinstance(data, str) else data
        if mode == FileMode.COMMIT:
            return mode, pygit2.Oid(hex="1" * 40)
        return mode, self.git.create_blob(raw)

    def check(self, tip: str, trusted: str | None = None) -> Verdict:
        """Check a version as somebody does who has the start of the room."""
        return verify(self.git, tip, self.start if trusted is None else trusted)

    def rules(self, tip: str, trusted: str | None = None) -> set[str]:
        """Return the rules that are broken now."""
        return {each.breach.rule for each in self.check(tip, trusted).open}


def new_line(folder: Path, *, bare: bool = True) -> Line:
    """Make a room with a steward, an expert, a vendor and an executive."""
    git = pygit2.init_repository(str(folder / "kamer"), bare=bare, initial_head="main")
    names = ("Sanne", "Fatma", "Victor", "Wim", "Mallory")
    organisations = ("Gemeente Waterrijk", "Gemeente Waterrijk", "Bouwsoft")
    roles = ("steward", "expert", "analyst", "executive", "")
    people = [
        Somebody(
            name,
            folder / f"thuis-{name}",
            organisations[number] if number < 3 else "Gemeente Waterrijk",
            (roles[number],),
        )
        for number, name in enumerate(names)
    ]
    for each in people:
        each.home.mkdir()
    line = Line(git, *people)
    line.first = line.version(line.steward, START)
    line.start = line.version(line.steward, {"people.toml": people_text(*line.members)}, line.first)
    return line
