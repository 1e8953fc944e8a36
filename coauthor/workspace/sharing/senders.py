"""Whose changes came in: each place counts for who wrote there last."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coauthor.document.reading import decode, read_document
from coauthor.history import states
from coauthor.history.repository import Repository
from coauthor.history.version import Version
from coauthor.merge.model import Meeting

MOST = 200
"""Versions that are looked into; older ones count for the newest sender."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody whose changes came in; ``organisation`` is '' where no version says it."""

    name: str
    organisation: str
    changes: int

    @property
    def shown(self) -> str:
        """Whom the summary names: the organisation, else the person."""
        return self.organisation or self.name


def senders(
    repository: Repository, versions: Sequence[Version], changed: Mapping[str, Sequence[Meeting]]
) -> tuple[Sender, ...]:
    """Return who changed how many places, most first.

    Args:
        versions: what came in, newest first.
        changed: the places, by path.
    """
    written = [version for version in versions if len(version.parents) < 2] or list(versions)
    if not written:
        return ()
    people = {(version.author, version.organisation) for version in written}
    if len(people) == 1:
        counted = Counter(dict.fromkeys(people, sum(map(len, changed.values()))))
    else:
        counted = _counted(repository, written, changed)
    return tuple(Sender(*who, changes) for who, changes in counted.most_common())


def _counted(
    repository: Repository, written: Sequence[Version], changed: Mapping[str, Sequence[Meeting]]
) -> Counter[tuple[str, str]]:
    last = _last_writers(repository, written[:MOST])
    newest = (written[0].author, written[0].organisation)
    counted: Counter[tuple[str, str]] = Counter()
    for path, meetings in changed.items():
        for meeting in meetings:
            who = last.get((path, meeting.uid)) or last.get((path, "")) or newest
            counted[who] += 1
    return counted


def _last_writers(
    repository: Repository, written: Sequence[Version]
) -> dict[tuple[str, str], tuple[str, str]]:
    """Return who wrote last in each clause, and under the uid '' in each file."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    texts: dict[str, dict[str, str]] = {}
    for version in written:
        who = (version.author, version.organisation)
        after = states.state_of(repository, version.id)
        before = states.state_of(repository, version.parents[0] if version.parents else "")
        for path in {*after, *before}:
            old, new = before.get(path), after.get(path)
            if old == new:
                continue
            found.setdefault((path, ""), who)
            if path.endswith(".md"):
                mine, yours = (
                    _clauses(repository, each.id, texts) if each else {} for each in (old, new)
                )
                for uid in {*mine, *yours}:
                    if mine.get(uid) != yours.get(uid):
                        found.setdefault((path, uid), who)
    return found


def _clauses(
    repository: Repository, content_id: str, texts: dict[str, dict[str, str]]
) -> dict[str, str]:
    if content_id not in texts:
        document = read_document(decode(states.content(repository, content_id)))
        texts[content_id] = {clause.uid: clause.source for clause in document.clauses}
    return texts[content_id]
