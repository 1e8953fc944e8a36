"""What checking a line of versions came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from coauthor.history.filestate import FileState
from coauthor.review.policy import Breach


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a version breaks.

    Args:
        version: id of the version.
        fingerprint: of the key that signed it, '' when no key did so validly.
        organisation: of the signer where that is known, else what the version says itself.
        is_known: whether the organisation is that of a listed key that signed.
        before: the version before it, with which it was compared; '' for none.
    """

    version: str
    breach: Breach
    organisation: str = ""
    fingerprint: str = ""
    is_known: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class Stain:
    """A file whose content is not what the room allowed.

    Args:
        good: what was allowed to stand there last; None for no file.
        findings: why, oldest first.
    """

    good: FileState | None
    findings: tuple[Finding, ...]


Stains = Mapping[str, Stain]
CLEAN: Stains = MappingProxyType({})


@dataclass(frozen=True)
class Verdict:
    """What was found.

    Args:
        tip: the version that was looked at.
        versions: how many versions were looked at.
        findings: every rule that was broken on the way.
        stains: files of the tip that are not as they were allowed to be, by path.
        broken: what makes the whole line unusable, such as a history that was changed.
    """

    tip: str
    versions: int = 0
    findings: tuple[Finding, ...] = ()
    stains: Stains = field(default_factory=lambda: CLEAN)
    broken: tuple[Finding, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing forbidden stands in the tip; what was put right does not count."""
        return not self.stains and not self.broken

    @property
    def open(self) -> tuple[Finding, ...]:
        """What is wrong now, oldest first: each finding once."""
        found = [each for stain in self.stains.values() for each in stain.findings]
        return tuple(dict.fromkeys([*self.broken, *found]))

    @property
    def settled(self) -> tuple[Finding, ...]:
        """What was wrong on the way, and is in no file any more."""
        now = set(self.open)
        return tuple(each for each in self.findings if each not in now)
