"""Checking versions that came from elsewhere against the rules of the version before them.

Every version is signed by somebody who was listed before it and does only what that
person might do. What is forbidden *stains* the files it touches; the stain stays with
the file from version to version until somebody puts it right, and with it goes what
was allowed to stand there. So one forbidden change spoils nothing but itself, and a
receiver can take the rest.
"""

from collections.abc import Callable, Iterator

import pygit2
from pygit2.enums import SortMode

from coauthor.history.filestate import FileState
from coauthor.history.trust.content import Contents
from coauthor.history.trust.merges import Merge
from coauthor.history.trust.rooms import Room, Signed, acts_in
from coauthor.history.trust.trees import TooMuchError, Trees
from coauthor.history.trust.verdict import CLEAN, Finding, Stain, Stains, Verdict
from coauthor.review.people import FILE, People
from coauthor.review.policy import Breach, Signer

Tell = Callable[[int], None]
"""Is told how many versions were looked at; raises ``Cancelled`` to stop."""


def verify(
    git: pygit2.Repository,
    tip: str,
    trusted: str = "",
    *,
    stains: Stains = CLEAN,
    tell: Tell = lambda _: None,
) -> Verdict:
    """Check the versions that led to ``tip`` and are not within a trusted one.

    Args:
        trusted: id of a version that is believed with all that led to it, such as our
            own newest; '' believes the first version only.
        stains: what is wrong with the trusted version all the same.

    Raises:
        Cancelled: ``tell`` did.
        pygit2.GitError: something of the history is not there.
    """
    return _Walk(git, tip, trusted, tell, stains=stains).verdict()


class _Walk:
    """One walk from what is trusted to a tip, parents before children."""

    def __init__(
        self,
        git: pygit2.Repository,
        tip: str,
        trusted: str,
        tell: Tell,
        *,
        stains: Stains = CLEAN,
        deep: bool = True,
    ) -> None:
        self._git, self._tip, self._trusted, self._tell = git, tip, trusted, tell
        self._trees = Trees(git)
        self._room = Room(git, self._trees)
        self._contents = Contents(git, self._trees, self._tree(trusted))
        self._deep = deep
        self._stains: dict[str, Stains] = {trusted: stains} if stains else {}
        self._after: set[str] = {trusted} if trusted else set()
        self._findings: list[Finding] = []
        self._broken: list[Finding] = []
        self._first = ""

    def verdict(self) -> Verdict:
        """Walk, and return what was found."""
        walker = self._git.walk(pygit2.Oid(hex=self._tip), SortMode.TOPOLOGICAL | SortMode.REVERSE)
        if self._trusted:
            walker.hide(pygit2.Oid(hex=self._trusted))
        count = 0
        for commit in walker:
            if count % 100 == 0:
                self._tell(count)
            count += 1
            try:
                self._look_at(commit)
            except TooMuchError:
                self._break(commit, "too-many")
            except (KeyError, ValueError):
                self._break(commit, "damaged")
            if self._broken:
                break
        stains = self._stains.get(self._tip, CLEAN)
        return Verdict(self._tip, count, tuple(self._findings), stains, broken=tuple(self._broken))

    def _look_at(self, commit: pygit2.Commit) -> None:
        parents = [str(each) for each in commit.parent_ids]
        if len(parents) > 2 or len(set(parents)) != len(parents):
            self._break(commit, "shape")
            return
        if not parents and not self._is_first(commit):
            self._break(commit, "foreign")
            return
        if self._after.intersection(parents):
            self._after.add(str(commit.id))
        if len(parents) == 2:
            stains = self._merged(commit, parents)
        else:
            stains = self._followed(commit, parents[0] if parents else "")
        if stains:
            self._stains[str(commit.id)] = stains

    def _is_first(self, commit: pygit2.Commit) -> bool:
        if self._trusted or self._first:
            return False
        self._first = str(commit.id)
        return True

    def _break(self, commit: pygit2.Commit, rule: str) -> None:
        signed = Signed(self._git, commit)
        said = Finding(signed.id, Breach(rule), signed.organisation, signed.fingerprint)
        self._broken.append(said)

    # -- a version after another ---------------------------------------------

    def _followed(self, commit: pygit2.Commit, parent: str) -> Stains:
        before = self._stains.get(parent, CLEAN)
        old, new = self._tree(parent), str(commit.tree_id)
        changed = self._trees.difference(old, new)
        signed = Signed(self._git, commit)
        people = self._people(parent)
        signer: Signer | Breach | None = None
        if people is None or people.members or self._is_bound(signed):
            acts = self._acts(people, signed)
            signer = signed.signer(acts, *self._lists(people))
        judge = _Judge(self._contents, signed, signer, parent, new)
        stains = dict(before)
        if isinstance(signer, Breach) and not changed:
            self._findings.append(judge.finding(signer))
        for path, (was, now) in changed.items():
            stain = stains.pop(path, None)
            if stain is not None:
                if now != stain.good:
                    stains[path] = self._stained(judge, path, stain, now)
            elif breach := judge.breach(path, was, now):
                finding = judge.finding(breach)
                self._findings.append(finding)
                stains[path] = Stain(was, (finding,))
        return stains or CLEAN

    def _stained(self, judge: "_Judge", path: str, stain: Stain, now: FileState | None) -> Stain:
        """Return what becomes of a stain under another change of the same file."""
        breach = judge.breach(path, stain.good, now) or Breach("on-top", path)
        finding = judge.finding(breach)
        self._findings.append(finding)
        return Stain(stain.good, (*stain.findings, finding))

    def _lists(self, people: People | None) -> Iterator[People]:
        """Yield the lists in which a signer may stand, the one that counts first."""
        if people is not None and people.members:
            yield people
        if self._trusted and (now := self._people(self._trusted)):
            yield now

    def _acts(self, people: People | None, signed: Signed) -> frozenset[str]:
        """Return what a signer may do: by the version before, less what was taken away since."""
        return acts_in(people, signed.fingerprint) - self._taken_away(signed)

    def _taken_away(self, signed: Signed) -> frozenset[str]:
        """Return the rights that a key has no more in what is trusted.

        Only of a version that does not follow on what is trusted: who knew of it, was
        judged by it already.
        """
        if not self._is_bound(signed):
            return frozenset()
        base = self._git.merge_base(pygit2.Oid(hex=self._trusted), signed.commit.id)
        was = self._people(str(base)) if base else None
        now = self._people(self._trusted)
        key = signed.fingerprint
        return acts_in(was, key) - acts_in(now, key)

    def _is_bound(self, signed: Signed) -> bool:
        """Tell whether a version beside what is trusted is held to the people there."""
        if not self._trusted or signed.id in self._after:
            return False
        now = self._people(self._trusted)
        return now is None or bool(now.members)

    # -- a version of two others ---------------------------------------------

    def _merged(self, commit: pygit2.Commit, parents: list[str]) -> Stains:
        signed = Signed(self._git, commit)
        stains = [self._stains.get(each, CLEAN) for each in parents]
        people = [self._people(each) for each in parents]
        rooms = [each for each in people if each is not None and each.members]
        signer: Signer | Breach | None = None
        if rooms or None in people or self._is_bound(signed):
            taken = self._taken_away(signed)
            acts = self._acts_of_both(parents, people, signed) - taken
            signer = signed.signer(acts, *rooms, *self._lists(None))
        doubts: list[Stains] = [CLEAN, CLEAN]
        if self._deep and rooms and people[0] != people[1]:
            doubts = [self._as_seen_from(*parents), self._as_seen_from(*reversed(parents))]
            doubts.reverse()
        judge = _Judge(self._contents, signed, signer, parents[0], str(commit.tree_id))
        if isinstance(signer, Breach):
            self._findings.append(judge.finding(signer))
        if judge.allows_all:
            return CLEAN
        return self._explained(Merge(self._git, self._trees, commit, stains, doubts), judge)

    def _explained(self, merge: Merge, judge: "_Judge") -> Stains:
        """Return the stains of a merged version: what nobody allowed to come into it."""
        stains: dict[str, Stain] = {}
        for path, place in merge.places():
            if breach := judge.frozen(path, place.now):
                finding = judge.finding(breach)
                self._findings.append(finding)
                published = (each for each in place.sides if not judge.frozen(path, each))
                good = next(published, place.good)
                stains[path] = Stain(good, (*place.stains, finding))
                continue
            if place.now == place.good:
                continue
            if place.now in place.stained:
                stains[path] = Stain(place.good, place.stains)
                continue
            if place.now in place.explained and place.now not in place.doubted:
                continue
            breach = judge.breach(path, place.good, place.now)
            if breach is not None:
                rule = "merge" if breach.rule == "not-allowed" else breach.rule
                finding = judge.finding(Breach(rule, path, breach.act, breach.detail))
                self._findings.append(finding)
                stains[path] = Stain(place.good, (*place.stains, finding))
        return stains or CLEAN

    def _acts_of_both(
        self, parents: list[str], people: list[People | None], signed: Signed
    ) -> frozenset[str]:
        """Return what a signer may do where two lists met: a merge of sets."""
        key = signed.fingerprint
        acts = [acts_in(each, key) for each in people]
        if people[0] == people[1]:
            return acts[0]
        base = self._git.merge_base(*(pygit2.Oid(hex=each) for each in parents))
        before = acts_in(self._people(str(base)) if base else None, key)
        return (acts[0] | acts[1]) - (before - acts[0]) - (before - acts[1])

    def _as_seen_from(self, trusted: str, tip: str) -> Stains:
        """Return the stains of one side of a merge by the people of the other side."""
        return _Walk(self._git, tip, trusted, lambda _: None, deep=False).verdict().stains

    # -- inside --------------------------------------------------------------

    def _tree(self, version: str) -> str:
        return str(self._git[version].peel(pygit2.Commit).tree_id) if version else ""

    def _people(self, version: str) -> People | None:
        """Return who is listed in a version, as far as that was allowed."""
        if stain := self._stains.get(version, CLEAN).get(FILE):
            return self._room.people(stain.good)
        return self._room.people(self._room.listed(self._tree(version)) if version else None)


class _Judge:
    """Judges what one version does with files."""

    def __init__(
        self,
        contents: Contents,
        signed: Signed,
        signer: Signer | Breach | None,
        before: str,
        tree: str,
    ) -> None:
        self._contents = contents
        self._signed, self._signer = signed, signer
        self._before, self._tree = before, tree

    @property
    def allows_all(self) -> bool:
        """Whether nobody is listed, so that only the form of files is looked at."""
        return self._signer is None

    def breach(self, path: str, was: FileState | None, now: FileState | None) -> Breach | None:
        """Return the rule that a change of a file breaks, or None."""
        if isinstance(self._signer, Breach):
            return Breach(self._signer.rule, path, detail=self._signer.detail)
        return self._contents.breach(self._signed, self._signer, path, was, now, self._tree)

    def frozen(self, path: str, now: FileState | None) -> Breach | None:
        """Tell whether a published text stands there as another, whoever made it so."""
        return self._contents.frozen(path, now, self._tree)

    def finding(self, breach: Breach) -> Finding:
        """Return a broken rule with the version that broke it."""
        signed, signer = self._signed, self._signer
        found = signer if isinstance(signer, Signer) else None
        organisation = found.member.organisation if found else signed.organisation
        known = found is not None
        return Finding(signed.id, breach, organisation, signed.fingerprint, known, self._before)
