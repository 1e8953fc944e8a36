"""People who write in clones of one place, and what each of them did to the words."""

import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from coauthor.document.lines import split_lines
from coauthor.document.model import Clause
from coauthor.document.reading import decode, encode, read_document
from coauthor.errors import CoauthorError
from coauthor.history.leftovers import remove_locks
from coauthor.history.repository import Author, Repository
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join as join_place
from coauthor.history.sharing.places import connect, default_place
from coauthor.history.sharing.sending import Outcome, send
from coauthor.merge.tables import with_part
from coauthor.workspace.deciding.deciding import OpenQuestions
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry, with_document, with_name
from coauthor.workspace.sharing.receiving import Naming, receive
from coauthor.workspace.sharing.sending import make_ready
from coauthor.workspace.themes import lock_policy
from coauthor.workspace.workspace import Workspace, open_workspace

NAMING = Naming("Eigen werk", "Samengevoegd")
WORD = re.compile(r"w\d{6}")
SETTINGS = 'format = 1\nkind = "local"\norganisation = "Gemeente Proef"\ntitle = "Proef"\n'


def now() -> datetime:
    return datetime.now(UTC)


def words_of(text: str) -> set[str]:
    """Return the counted words in a text."""
    return set(WORD.findall(text))


@dataclass
class Words:
    """Every word that was ever written, and those that somebody took away."""

    chance: random.Random
    written: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    names: int = 0

    def new(self) -> str:
        word = f"w{len(self.written):06}"
        self.written.add(word)
        return word

    def number(self) -> int:
        """Return a number for a name, which no other has."""
        self.names += 1
        return self.names

    def sentence(self) -> str:
        return " ".join(self.new() for _ in range(self.chance.randint(3, 7))) + "."


@dataclass
class Writer:
    """Somebody with a clone."""

    name: str
    root: Path
    words: Words

    @property
    def chance(self) -> random.Random:
        return self.words.chance

    @property
    def workspace(self) -> Workspace:
        """Open the workspace as a start of the program does."""
        workspace = open_workspace(self.root)
        remove_locks(workspace.repository, patience=0)
        return workspace

    @property
    def author(self) -> Author:
        return Author(self.name)

    def texts(self) -> dict[str, str]:
        """Return the documents of this clone by path."""
        return {
            path.relative_to(self.root).as_posix(): decode(path.read_bytes())
            for path in sorted((self.root / "documents").glob("*.md"))
        }

    def all_words(self) -> set[str]:
        return words_of("".join(self.texts().values()))

    # -- writing -----------------------------------------------------------

    def edit(self) -> None:
        """Do one random thing to the texts; what goes is known to be deleted."""
        before = self.all_words()
        self.chance.choice(EDITS)(self)
        self.words.deleted |= before - self.all_words()
        if self.chance.random() < 0.3:
            self.save()

    def save(self) -> None:
        try:
            self.workspace.repository.commit("Versie", self.author, now())
        except CoauthorError as error:
            if error.code != "nothing-new":
                raise

    def session(self) -> Session | None:
        """Open a random document that is there."""
        entries = [
            entry
            for entry in self.workspace.settings.documents
            if (self.root / entry.path).exists()
        ]
        if not entries:
            return None
        entry = self.chance.choice(entries)
        document = read_document(decode((self.root / entry.path).read_bytes()))
        return Session(entry, document, policy=lock_policy())

    def keep(self, session: Session) -> None:
        document = session.document
        assert read_document(document.text).blocks == document.blocks
        (self.root / session.entry.path).write_bytes(encode(document.text))

    # -- together ----------------------------------------------------------

    def receive(self) -> None:
        workspace = self.workspace
        repository = workspace.repository
        fetched = fetch(repository, default_place(repository))
        theirs = fetched.version.id if fetched.version else ""
        receive(workspace, theirs, self.author, now(), NAMING)

    def send(self) -> bool:
        workspace = self.workspace
        make_ready(workspace, self.author, now(), "Beslist")
        sent = send(workspace.repository, default_place(workspace.repository))
        return sent.outcome is not Outcome.NEWER

    def decide(self, most: int = 3) -> None:
        """Answer some of what is open; what is not chosen is known to be refused."""
        questions = OpenQuestions(self.workspace)
        for question in questions.open[:most]:
            meeting = question.meeting
            involved = words_of(meeting.base + meeting.ours + meeting.theirs + meeting.merged)
            home = questions.home(question) if question.kind == "text" else ""
            if home:  # what was written on there goes, too
                document = questions.read_file(home)
                span = questions.place(question, document).span
                involved |= words_of("".join(split_lines(document.text)[span.start : span.end]))
            before = self.all_words()
            if question.to_decide:
                names = [each.name for each in meeting.offers]
                choice = "both" if "both" in names else self.chance.choice(names)
                if question.kind == "file":
                    self.save()  # a whole file does not give way before its words are kept
                questions.decide_file(question.id, choice)
            else:
                questions.nod(None, question.id)
            after = self.all_words()
            gone = before - after
            assert gone <= involved or question.kind == "file", (gone - involved, question)
            self.words.refused |= (involved | before) - after


def _with_word(writer: Writer) -> None:
    """Put a new word somewhere in a clause."""
    session = writer.session()
    places = clauses(session)
    if session is None or not places:
        return
    index = writer.chance.choice(places)
    body = clause(session, index).body
    spots = [found.start() for found in re.finditer(r"(?<=\S) (?=\S)", body)] or [len(body)]
    spot = writer.chance.choice(spots)
    session.edit_body(index, f"{body[:spot]} {writer.words.new()}{body[spot:]}")
    writer.keep(session)


def _without_word(writer: Writer) -> None:
    session = writer.session()
    places = clauses(session)
    if session is None or not places:
        return
    index = writer.chance.choice(places)
    body = clause(session, index).body
    if found := WORD.findall(body):
        session.edit_body(index, body.replace(writer.chance.choice(found), "", 1))
        writer.keep(session)


def _new_sentence(writer: Writer) -> None:
    session = writer.session()
    places = clauses(session)
    if session is None or not places:
        return
    index = writer.chance.choice(places)
    body = clause(session, index).body
    glue = writer.chance.choice([" ", "\n\n", "\n\n- "])
    session.edit_body(index, f"{body}{glue}{writer.words.sentence()}")
    writer.keep(session)


def _new_clause(writer: Writer) -> None:
    session = writer.session()
    if session is None:
        return
    place = writer.chance.randint(0, len(session.document.blocks))
    made = session.insert_clause(place, title=f"Over {writer.words.new()}")
    assert made.focus is not None
    session.edit_body(made.focus, writer.words.sentence())
    writer.keep(session)


def _without_clause(writer: Writer) -> None:
    session = writer.session()
    places = clauses(session)
    if session is None or len(places) < 4:
        return
    session.remove(writer.chance.choice(places))
    writer.keep(session)


def _moved_clause(writer: Writer) -> None:
    session = writer.session()
    places = clauses(session)
    if session is None or not places:
        return
    start = writer.chance.choice(places)
    to = writer.chance.randint(0, len(session.document.blocks))
    session.move(start, 1, to)
    writer.keep(session)


def _to_other_document(writer: Writer) -> None:
    session, other = writer.session(), writer.session()
    places = clauses(session)
    if session is None or other is None or not places:
        return
    if session.entry == other.entry:
        return
    index = writer.chance.choice(places)
    block = clause(session, index)
    if other.document.clause(block.uid) is not None:
        return
    other.insert_blocks(writer.chance.randint(0, len(other.document.blocks)), [block])
    session.remove(index)
    writer.keep(other)
    writer.keep(session)


def _prose(writer: Writer) -> None:
    session = writer.session()
    if session is None:
        return
    place = writer.chance.randint(0, len(session.document.blocks))
    session.insert_prose(place, writer.words.sentence())
    writer.keep(session)


def _new_document(writer: Writer) -> None:
    name = f"doc-{writer.words.number()}"
    settings = writer.root / "coauthor.toml"
    entry = DocumentEntry(name, name)
    (writer.root / entry.path).write_bytes(encode(f"# Over\n\n{writer.words.sentence()}\n"))
    settings.write_bytes(encode(with_document(decode(settings.read_bytes()), entry)))


def _without_document(writer: Writer) -> None:
    session = writer.session()
    if session is None or len(writer.texts()) < 5:
        return
    settings = writer.root / "coauthor.toml"
    text = with_part(decode(settings.read_bytes()), ("documents", session.entry.name), "")
    settings.write_bytes(encode(text))
    (writer.root / session.entry.path).unlink()


def _renamed_document(writer: Writer) -> None:
    session = writer.session()
    if session is None:
        return
    settings = writer.root / "coauthor.toml"
    name = f"naam-{writer.words.number()}"
    text = with_name(decode(settings.read_bytes()), session.entry.name, name)
    settings.write_bytes(encode(text))
    (writer.root / session.entry.path).rename(writer.root / f"documents/{name}.md")


def clauses(session: Session | None) -> list[int]:
    if session is None:
        return []
    return [i for i, block in enumerate(session.document.blocks) if isinstance(block, Clause)]


def clause(session: Session, index: int) -> Clause:
    block = session.document.blocks[index]
    assert isinstance(block, Clause)
    return block


EDITS: list[Callable[[Writer], None]] = [
    *[_with_word] * 6,
    *[_new_sentence] * 4,
    *[_without_word] * 3,
    *[_new_clause] * 3,
    _without_clause,
    *[_moved_clause] * 2,
    _to_other_document,
    *[_prose] * 2,
]
RARE: list[Callable[[Writer], None]] = [_new_document, _without_document, _renamed_document]
EDITS = EDITS * 4 + RARE


def begin(folder: Path, words: Words, count: int) -> tuple[Path, list[Writer]]:
    """Make a place and the clones of so many writers."""
    folder.mkdir(parents=True, exist_ok=True)
    place, first = folder / "plek", folder / "schrijver-0"
    repository = Repository.create(first)
    (first / "documents").mkdir()
    settings = SETTINGS
    for number in range(3):
        entry = DocumentEntry(f"deel-{number}", f"Deel {number}")
        settings = with_document(settings, entry)
        text = f"---\ntitle: Deel {number}\ncode: D{number}\n---\n\n# Deel {number}\n\n"
        (first / entry.path).write_text(text + words.sentence() + "\n", encoding="utf-8")
    (first / "coauthor.toml").write_text(settings, encoding="utf-8")
    repository.commit("Begin", Author("Begin"), now())
    connect(repository, str(place))
    send(repository, default_place(repository))
    writers = [Writer("schrijver-0", first, words)]
    for number in range(1, count):
        root = folder / f"schrijver-{number}"
        join_place(str(place), root, must_hold="coauthor.toml")
        writers.append(Writer(root.name, root, words))
    for writer in writers[:1]:
        for _ in range(4):
            _new_clause(writer)
        writer.save()
        writer.send()
    return place, writers


def killed(work: Callable[[], object], chance: random.Random) -> None:
    """Do work in a process of its own that is killed (-9) on the way, or nearly done.

    Half of the time at a step of the program, else after some time, which also
    strikes inside git.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if chance.random() < 0.7:
                _die_at(chance.randint(1, 400))
            else:
                signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.001, 0.08))
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
            work()
            code = 0
        except CoauthorError:
            code = 0
        except BaseException as error:  # noqa: BLE001 – told, and then the process ends
            print(f"in the child: {error!r}", file=sys.stderr, flush=True)
        os._exit(code)
    _, status = os.waitpid(child, 0)
    ended_well = os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
    assert ended_well or os.WIFSIGNALED(status), "the child failed by itself"


def _die_at(count: int) -> None:
    """Kill this process at the so-manieth step that touches a file."""
    left = count

    def hook(event: str, _arguments: object) -> None:
        nonlocal left
        if event.startswith(("open", "os.", "tempfile.", "shutil.")):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
                time.sleep(10)

    sys.addaudithook(hook)
