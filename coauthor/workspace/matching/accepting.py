"""Accepting matches: clauses become the standard's, before a file comes in or afterwards."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from coauthor.document.model import Document
from coauthor.errors import UserError
from coauthor.exchange.proposal import Proposal, Remark, proposed
from coauthor.language import Catalogue
from coauthor.lineage.adopting import Adoption, Left, adopt
from coauthor.lineage.locks import Policy
from coauthor.review.event import Event
from coauthor.workspace.discussion.discussing import begin_thread
from coauthor.workspace.events import read_events
from coauthor.workspace.person import Person
from coauthor.workspace.session import Session
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.workspace import Workspace
from coauthor.workspace.writing_alone import alone, opened_in


def adopted_proposal(
    proposal: Proposal,
    standard: Document,
    accepted: Mapping[str, str],
    policy: Policy,
    text: Catalogue,
) -> tuple[Proposal, Adoption]:
    """Return a proposal in which clauses are the standard's already.

    What was said of them in the file goes along; words that have no place any more
    become remarks.
    """
    adoption = adopt(proposal.document, standard, accepted, policy, trace=False)
    now = {
        each.uid: each.standard for each in adoption.adopted if each.outcome not in ("part", "gone")
    }

    def moved(uid: str) -> str:
        return now.get(uid, uid)

    remarks = [replace(each, uid=moved(each.uid)) for each in proposal.remarks]
    remarks += [Remark(each.uid, left_words(each, text)) for each in adoption.left]
    made = proposed(
        adoption.document,
        proposal.plan,
        proposal.lost,
        remarks=tuple(remarks),
        offers=tuple(
            replace(each, uid=moved(each.uid), after=moved(each.after)) for each in proposal.offers
        ),
        notes=proposal.notes,
        places={moved(uid): place for uid, place in proposal.places.items()},
    )
    return replace(made, worn=proposal.worn), adoption


def accept(
    workspace: Workspace,
    session: Session,
    accepted: Mapping[str, str],
    *,
    person: Person,
    when: datetime,
    text: Catalogue,
) -> Adoption:
    """Make clauses of an open document the standard's, as one step that can be undone.

    Words that have no place any more are kept first, as remarks on their clauses.

    Raises:
        UserError: ``match-no-standard``, or the document may not be changed.
        OutsideFailure: the remarks could not be written; the document is as it was.
    """
    if session.standard is None:
        raise UserError("match-no-standard")
    adoption = adopt(session.document, session.standard, accepted, session.policy)
    said = {(each.clause, each.body.strip()) for each in _said(workspace, session, adoption)}
    for each in adoption.left:
        clause = adoption.document.clause(each.uid)
        words = left_words(each, text)
        if (each.uid, words.strip()) in said:
            continue  # it was accepted before, and undone
        begin_thread(workspace, session.entry, person, "comment", words, when, clause=clause)
    if adoption.changes:
        session.do("match", adoption.changes, focus=0)
    return adoption


def _said(workspace: Workspace, session: Session, adoption: Adoption) -> Iterator[Event]:
    """Yield what was said of clauses before words of theirs had to make room."""
    for uid in {each.uid for each in adoption.left}:
        yield from read_events(workspace, f"{session.entry.name}/{uid}")


def accept_in(
    workspace: Workspace,
    entry: DocumentEntry,
    accepted: Mapping[str, str],
    *,
    person: Person,
    when: datetime,
    message: str,
    text: Catalogue,
) -> Adoption:
    """Make clauses of a document that nobody has open the standard's, and save a version.

    Raises:
        UserError: ``workspace-occupied``, ``frozen-changed`` and the like.
        OutsideFailure: it could not be written.
    """
    with alone(workspace, person, when) as desk:
        with opened_in(desk, entry, text("version-outside")) as session:
            adoption = accept(workspace, session, accepted, person=person, when=when, text=text)
        if adoption.changes or adoption.left:
            workspace.repository.commit(message, workspace.speaker(person.author), when)
    return adoption


def left_words(left: Left, text: Catalogue) -> str:
    """Return what is said of words that had to make room for those of the standard."""
    words = "\n\n".join(filter(None, (left.title, left.body.strip())))
    return f"{text('match-left')}\n\n{words}"
