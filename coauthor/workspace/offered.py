"""What can be chosen for an export: versions and names to take or to compare with, vendors."""

from dataclasses import dataclass
from itertools import islice

from coauthor.history.naming import NameKind
from coauthor.history.repository import Version
from coauthor.review.market.responses import responses
from coauthor.workspace.market.covering import said_of
from coauthor.workspace.seats import sides_of
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.styles import styles_of, usual_style
from coauthor.workspace.workspace import Workspace

MOST = 100
"""Versions that are offered; older ones have a name, or are found in the timeline."""


@dataclass(frozen=True, slots=True)
class Named:
    """A version that has a name: what it is called, what kind of name, and its id."""

    text: str
    kind: NameKind
    version: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen.

    Args:
        names: the newest first.
        versions: those that changed the document, the newest first.
        standards: title and release by what `coauthor.workspace.chosen.since_of` takes.
        vendors: who answered.
        styles: name and label of the house styles that can be used.
        usual_style: the one of the workspace.
    """

    names: tuple[Named, ...] = ()
    versions: tuple[Version, ...] = ()
    standards: tuple[tuple[str, str], ...] = ()
    vendors: tuple[str, ...] = ()
    styles: tuple[tuple[str, str], ...] = ()
    usual_style: str = ""


def offered(workspace: Workspace, entry: DocumentEntry, language: str = "nl") -> Offered:
    """Return what can be chosen for an export of a document.

    Args:
        language: of the names of styles.

    Raises:
        UserError: ``people-broken``.
        OutsideFailure: something cannot be read.
    """
    repository = workspace.repository
    named = sorted(
        repository.all_names(), key=lambda each: repository.version(each.version).when, reverse=True
    )
    chain = workspace.chain(entry)
    given = responses(said_of(workspace, entry), sides_of(workspace))
    vendors = {each.organisation for by_vendor in given.values() for each in by_vendor.values()}
    return Offered(
        tuple(Named(each.shown, each.kind, each.version) for each in named),
        tuple(islice(repository.versions(entry.path), MOST)),
        tuple((f"{each.name}@{each.release}", f"{each.title} {each.release}") for each in chain),
        tuple(sorted(vendors, key=str.casefold)),
        tuple((each.name, each.label(language)) for each in styles_of(workspace) if each.style),
        usual_style(workspace),
    )
