"""Merging beside ``git merge-file``: real merges of public standards, and growth with size.

The real cases are those of ``../shared/merge-cases``: base, ours, theirs, and what the
people committed. A committed text is a witness, not the truth.
"""

import json
import lzma
import random
import re
import subprocess
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coauthor.document.lines import split_lines
from coauthor.document.reading import encode, read_document
from coauthor.lineage.upgrade import plan_upgrade
from coauthor.merge.merging import merge_texts
from coauthor.merge.model import Merge, Span
from coauthor.merge.sequences import Match, matches
from tests.bench.texts import document_text

CASES = Path(__file__).parents[3] / "shared" / "merge-cases" / "open.jsonl.xz"
Row = tuple[str, ...]
Texts = tuple[str, str, str]


def quality() -> Iterator[Row]:
    """Yield a row a repository, and the totals."""
    if not CASES.exists():
        yield ("(the cases are not here)",)
        return
    tallies: dict[str, Tally] = defaultdict(Tally)
    with lzma.open(CASES, "rt", encoding="utf-8") as lines, tempfile.TemporaryDirectory() as folder:
        for line in lines:
            case = json.loads(line)
            texts = case["base"], case["ours"], case["theirs"]
            git = git_merge(Path(folder), texts)
            merge = merge_texts(*texts)
            for name in (case["repo"], "ALL"):
                tallies[name].add(git, merge, case["merged"])
    for name in sorted(tallies, key=lambda name: (name == "ALL", -tallies[name].conflicting, name)):
        yield tallies[name].row(name)
    yield ("",)
    yield from tallies["ALL"].summary()


QUALITY_HEAD = (
    "repository",
    "conflict",
    "no decision",
    "no look",
    "same (no dec.)",
    "same (no look)",
    "silent, other",
    "places left",
    "git clean",
    "new decision",
    "same text",
)


@dataclass
class GitMerge:
    """What ``git merge-file --diff3`` makes of a case."""

    conflicts: int
    text: str


def git_merge(folder: Path, texts: Texts) -> GitMerge:
    """Merge three texts with git."""
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(encode(text))
    base, ours, theirs = map(str, paths)
    run = subprocess.run(
        ["git", "merge-file", "-p", "--diff3", ours, base, theirs], capture_output=True, check=False
    )
    return GitMerge(run.returncode, run.stdout.decode("utf-8", "surrogateescape"))


@dataclass
class Tally:
    """Counts over cases."""

    conflicting: int = 0
    undecided: int = 0
    silent: int = 0
    undecided_same: int = 0
    silent_same: int = 0
    conflicts: int = 0
    decisions: int = 0
    clean: int = 0
    new_decisions: int = 0
    clean_same: int = 0
    offers: Counter[str] = field(default_factory=Counter)
    lost: int = 0

    def add(self, git: GitMerge, merge: Merge, merged: str) -> None:
        """Count one case."""
        if git.conflicts == 0:
            self.clean += 1
            self.new_decisions += not merge.is_settled
            self.clean_same += merge.text == git.text
            return
        same = merge.text.split() == merged.split()
        self.conflicting += 1
        self.conflicts += git.conflicts
        self.decisions += len(merge.decisions)
        self.undecided += merge.is_settled
        self.undecided_same += merge.is_settled and same
        silent = merge.is_settled and not merge.looks
        self.silent += silent
        self.silent_same += silent and same
        self.offers.update(_offered(merge, merged))

    def row(self, name: str) -> Row:
        """Return the counts as shares."""
        return (
            name,
            str(self.conflicting),
            share(self.undecided, self.conflicting),
            share(self.silent, self.conflicting),
            share(self.undecided_same, self.undecided),
            share(self.silent_same, self.silent),
            share(self.silent - self.silent_same, self.conflicting),
            share(self.decisions, self.conflicts),
            str(self.clean),
            str(self.new_decisions),
            share(self.clean_same, self.clean),
        )

    def summary(self) -> Iterator[Row]:
        """Yield how often the people's choice was among the offers."""
        for kind in ("decide", "look"):
            count = self.offers[f"{kind}-places"]
            offered = share(self.offers[f"{kind}-offered"], count)
            first = share(self.offers[f"{kind}-first"], count)
            said = f"{kind}: {count} places; what people chose is offered in {offered}"
            yield (f"{said}, first in {first}",)


def _offered(merge: Merge, merged: str) -> Iterator[str]:
    """Yield what to count for each place that a person sees: is what people chose offered?

    The people's text at a place is what stands between the lines around it that both
    texts have.
    """
    ours = [" ".join(line.split()) for line in split_lines(merge.text)]
    people = [" ".join(line.split()) for line in split_lines(merged)]
    common = matches(ours, people)
    for meeting in (*merge.decisions, *merge.looks):
        kind = meeting.outcome.value
        yield f"{kind}-places"
        chosen = _around(common, meeting.merged_span, people)
        offers = [offer.text.split() for offer in meeting.offers]
        if chosen in offers:
            yield f"{kind}-offered"
        if chosen == offers[0]:
            yield f"{kind}-first"


def _around(common: list[Match], span: Span, people: list[str]) -> list[str]:
    """Return the words that people have between the common lines before and behind a place."""
    above = [m for m in common if m.before < span.start]
    below = [m for m in common if m.before + m.length > span.end]
    start = end = 0
    if above:
        start = above[-1].after + min(above[-1].length, span.start - above[-1].before)
    end = below[0].after + max(0, span.end - below[0].before) if below else len(people)
    return " ".join(people[start:end]).split()


def share(part: int, whole: int) -> str:
    """Return a share in per cent."""
    return f"{100 * part / whole:.1f}%" if whole else "-"


# -- growth -----------------------------------------------------------------------

SIZES = (100, 1_000, 10_000)
CHANGES = 500
"""Changes on each side at 10,000 clauses; in proportion at the other sizes."""


def speed() -> Iterator[Row]:
    """Yield the time of a three-way merge at each size, ours and git's, and of an upgrade."""
    rows: dict[str, list[str]] = defaultdict(list)
    for size in SIZES:
        texts = three_texts(size)
        ours = best(lambda texts=texts: merge_texts(*texts))
        with tempfile.TemporaryDirectory() as folder:
            git = best(lambda texts=texts, folder=folder: git_merge(Path(folder), texts))
        rows["three-way merge"].append(f"{ours:.3f}")
        rows["git merge-file (lines)"].append(f"{git:.3f}")
        rows["seconds per 1,000 clauses"].append(f"{ours / size * 1000:.3f}")
        merge = merge_texts(*texts)
        conflicts = git_merge_conflicts(texts)
        rows["decisions left, ours / git"].append(f"{len(merge.decisions)} / {conflicts}")
    documents = [read_document(text) for text in three_texts(1_000)]
    before, local, now = documents
    seconds = best(lambda: plan_upgrade(before, now, local))
    rows["upgrade of a document"] = ["", f"{seconds:.3f}", ""]
    for name, cells in rows.items():
        yield (name, *cells)


def three_texts(size: int) -> Texts:
    """Return a document and two versions of it with changes, some in the same clauses."""
    base = document_text(size)
    count = max(5, CHANGES * size // 10_000)
    return base, changed(base, count, 1), changed(base, count, 2)


def changed(text: str, count: int, seed: int) -> str:
    """Return a document with a word changed in so many clauses."""
    chance = random.Random(seed)
    pieces = re.split(r"(?=<!-- clause )", text)
    for place in chance.sample(range(1, len(pieces)), count):
        words = pieces[place].split(" ")
        words[chance.randrange(12, len(words) - 12)] = f"gewijzigd{seed}"
        pieces[place] = " ".join(words)
    return "".join(pieces)


def git_merge_conflicts(texts: Texts) -> int:
    """Return how many places git leaves."""
    with tempfile.TemporaryDirectory() as folder:
        return git_merge(Path(folder), texts).text.count("\n<<<<<<< ")


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the best of some runs, in seconds."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)
