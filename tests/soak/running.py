"""The rounds, and the judgement at the end."""

import random
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from coauthor.document.reading import read_document
from coauthor.errors import CoauthorError
from tests.soak.people import Words, Writer, begin, killed

WRITERS = 8
TOLERATED = frozenset({"code-repeated"})
MAY_FAIL = frozenset(
    {"place-unreachable", "place-unknown", "place-busy", "decisions-open", "place-cut-off"}
)
"""What may be said on the way: the place is away, or somebody is there."""


@dataclass
class Soak:
    """So many rounds of random things that random people do."""

    folder: Path
    seed: int
    rounds: int
    writers: int = WRITERS
    did: Counter[str] = field(default_factory=Counter)

    def run(self) -> Words:
        """Do all rounds, come together, and judge."""
        self.chance = random.Random(self.seed)
        with patch("secrets.randbelow", random.Random(self.seed).randrange):  # as far as it goes
            return self._run()

    def _run(self) -> Words:
        self.words = Words(self.chance)
        self.place, self.people = begin(self.folder, self.words, self.writers)
        for _ in range(self.rounds):
            self._round(self.chance.choice(self.people))
        self._come_together()
        self._judge()
        return self.words

    def _round(self, writer: Writer) -> None:
        what = self.chance.choices(
            ["edit", "receive", "send", "decide", "kill", "cut"], [40, 18, 16, 14, 9, 3]
        )[0]
        self.did[what] += 1
        if what == "edit":
            for _ in range(self.chance.randint(1, 4)):
                writer.edit()
        elif what == "kill":
            work = self.chance.choice([writer.receive, writer.receive, writer.send])
            killed(work, self.chance)
        elif what == "cut":
            self._cut(writer)
        else:
            self._try(getattr(writer, what))

    def _cut(self, writer: Writer) -> None:
        """Take the place away while somebody receives or sends."""
        away = self.place.with_name("weg")
        self.place.rename(away)
        try:
            self._try(self.chance.choice([writer.receive, writer.send]))
        finally:
            away.rename(self.place)

    def _try(self, work: object) -> None:
        assert callable(work)
        try:
            work()
        except CoauthorError as error:
            self.did[error.code] += 1
            if error.code not in MAY_FAIL:
                raise

    def _come_together(self) -> None:
        """Everybody receives, decides everything and sends, until nothing is new."""
        for _ in range(2):
            for writer in self.people:
                for _ in range(50):
                    writer.receive()
                    writer.decide(most=10_000)
                    if writer.send():
                        break

    def _judge(self) -> None:
        first, *others = [writer.texts() for writer in self.people]
        for writer, texts in zip(self.people[1:], others, strict=True):
            assert texts == first, f"{writer.name} has another text"
        there = self.people[0].all_words()
        lost = self.words.written - there - self.words.deleted - self.words.refused
        assert not lost, f"lost: {sorted(lost)}"
        assert self.words.written
        for path, text in first.items():
            document = read_document(text)
            assert document.text == text
            problems = [each for each in document.problems if each.code not in TOLERATED]
            assert not problems, f"{path}: {problems}"
        for writer in self.people:
            assert writer.workspace.repository.changed_paths() == []
            subprocess.run(
                ["git", "-C", str(writer.root), "fsck", "--strict"], check=True, capture_output=True
            )
        subprocess.run(
            ["git", "-C", str(self.place), "fsck", "--strict"], check=True, capture_output=True
        )
