"""Who sells and who asks in a workspace: its list of people, and who was asked from here."""

from dataclasses import replace

from coauthor.document.model import Clause, Document
from coauthor.lineage.locks import Policy, is_locked
from coauthor.review.people import Organisation, People, name_key
from coauthor.review.sides import Side, Sides
from coauthor.workspace.events import people_of
from coauthor.workspace.rooms.published import publications
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace


def sides_of(workspace: Workspace) -> Sides:
    """Return who sells and who asks.

    A municipality's own list names its own people; whom it asked, its publications say.

    Raises:
        UserError: ``people-broken``.
    """
    settings = workspace.settings
    others: Side = "vendor" if settings.kind == "consultation" else ""
    return Sides(_with_asked(workspace, people_of(workspace)), settings.organisation, others)


def _with_asked(workspace: Workspace, people: People) -> People:
    asked = [name for made in publications(workspace) for name in made.organisations]
    if not asked:
        return people
    parties = {name_key(each.name): each for each in people.organisations}
    owner = workspace.settings.organisation
    parties.setdefault(name_key(owner), Organisation(owner, "municipality"))
    for name in asked:
        key = name_key(name)
        known = parties.get(key, Organisation(name))
        parties[key] = known if known.party else replace(known, party="vendor")
    return replace(people, organisations=tuple(parties.values()))


def locked_clauses(workspace: Workspace, entry: DocumentEntry, document: Document) -> set[str]:
    """Return the uids of the locked clauses of a document."""
    chain = workspace.chain(entry)
    standard = chain[0].document if chain else None
    return {
        each.uid for each in document.clauses if is_clause_locked(each, standard, workspace.policy)
    }


def is_clause_locked(clause: Clause, standard: Document | None, policy: Policy) -> bool:
    """Tell whether a clause is locked: the standard says so, where there is one."""
    if standard is None:
        return is_locked(clause, policy)
    theirs = standard.clause(clause.uid)
    return theirs is not None and is_locked(theirs, policy)
