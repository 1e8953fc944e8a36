"""Signing off: exactly these texts, and whether a signature still stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from coauthor.document.model import Document
from coauthor.errors import UserError
from coauthor.history.repository import Version
from coauthor.review.digest import document_digest
from coauthor.review.rights import EDIT, SIGN, may
from coauthor.review.signing.gaps import LockedDeviation
from coauthor.review.signing.sign_offs import (
    KIND,
    VERDICTS,
    Accepted,
    Break,
    SignedText,
    SignOff,
    as_record,
    latest,
    read_signoffs,
    seal_of_waiver,
    signed_text,
)
from coauthor.review.signing.waivers import Said, Waivers, is_over
from coauthor.workspace.events import acting, demand, people_of, voice_of
from coauthor.workspace.person import Person
from coauthor.workspace.recording import keep_values
from coauthor.workspace.records import DECISIONS
from coauthor.workspace.requests import new_ulid
from coauthor.workspace.signing.finishing import deviations_on_locks, refuse_unfit
from coauthor.workspace.signing.vouching import vouched_records
from coauthor.workspace.signing.waivers import allowed_by, waivers_of
from coauthor.workspace.workspace import Workspace

Signature = tuple[SignOff, tuple[Break, ...]]
"""The last word of an organ, and what has broken it since."""

Texts = Mapping[str, Document]
"""Documents by name that are not what their files hold, such as one being written."""

NO_TEXTS: Texts = {}


@dataclass(frozen=True)
class Dossier:
    """What lies before who signs.

    Args:
        texts: what is signed of each document.
        documents: the documents themselves, by name.
        deviations: the deviations on locked clauses, by name of the document.
    """

    texts: tuple[SignedText, ...]
    documents: Texts
    deviations: Mapping[str, tuple[LockedDeviation, ...]]

    @property
    def accepted(self) -> tuple[Accepted, ...]:
        """The deviations that are signed for."""
        return tuple(
            Accepted(waiver.request.id, each.code, seal_of_waiver(waiver))
            for found in self.deviations.values()
            for each in found
            if (waiver := each.standing.waiver) is not None
        )


def texts_now(
    workspace: Workspace, written: Texts = NO_TEXTS, signed: Sequence[SignOff] = ()
) -> tuple[SignedText, ...]:
    """Return what would be signed of each document now.

    Args:
        written: documents that are being written, by name.
        signed: what it will be compared with: a text that is what all of these signed
            need not be looked at clause by clause.
    """
    found = []
    for entry in workspace.settings.documents:
        standard = workspace.settings.standard(entry.standard) if entry.standard else None
        said = f"{standard.name} {standard.release} {standard.digest}" if standard else ""
        document = written.get(entry.name) or workspace.read(entry)
        then = {e.digest for each in signed for e in each.texts if e.name == entry.name}
        digest = document_digest(document) if then else ""
        if then == {digest}:
            found.append(SignedText(entry.name, entry.title, digest, said))
        else:
            found.append(signed_text(entry.name, entry.title, document, said))
    return tuple(found)


def dossier(workspace: Workspace, today: date) -> Dossier:
    """Return what lies before who signs, as it is on disk."""
    waivers = waivers_of(workspace)
    documents = {entry.name: workspace.read(entry) for entry in workspace.settings.documents}
    deviations = {
        entry.name: deviations_on_locks(workspace, entry, documents[entry.name], today, waivers)
        for entry in workspace.settings.documents
    }
    return Dossier(texts_now(workspace, documents), documents, deviations)


def sign(
    workspace: Workspace,
    person: Person,
    shown: Dossier,
    when: datetime,
    *,
    message: str,
    organ: str,
    function: str,
    mandate: str,
    remark: str = "",
    until: str = "",
    verdict: str = "agreed",
) -> Version:
    """Sign exactly what was shown, and save it as a version.

    Args:
        shown: what lay before who signs; it must still be so.
        message: of the version, which holds the signature and is itself signed.
        until: agreed until this day, or ''.
        verdict: ``agreed``, or ``returned`` with a remark.

    Raises:
        UserError: ``not-allowed``, ``organ-missing``, ``function-missing``,
            ``mandate-missing``, ``until-unfit``, ``changed-since-shown``; to agree
            also ``not-final``, to return ``reason-missing``.
        OutsideFailure: it could not be written.
    """
    demand(workspace, SIGN)
    if verdict not in VERDICTS:
        raise UserError("no-such-choice", choice=verdict, known=", ".join(VERDICTS))
    for name, said in (("organ", organ), ("function", function), ("mandate", mandate)):
        if not said.strip() and (verdict == "agreed" or name != "mandate"):
            raise UserError(f"{name}-missing")
    if verdict == "returned" and not remark.strip():
        raise UserError("reason-missing")
    if until and is_over(until, when.date()):
        raise UserError("until-unfit", date=until)
    _refuse_unsaved(workspace)
    now = dossier(workspace, when.date())
    if (now.texts, now.accepted) != (shown.texts, shown.accepted):
        raise UserError("changed-since-shown")
    if verdict == "agreed":
        refuse_unfit(workspace, when.date())
    voice = voice_of(workspace, person)
    signoff = SignOff(
        id=new_ulid(),
        verdict=verdict,
        organ=organ.strip(),
        function=function.strip(),
        mandate=mandate.strip(),
        remark=remark.strip(),
        until=until,
        texts=shown.texts,
        accepted=shown.accepted if verdict == "agreed" else (),
        said=Said(
            voice.organisation,
            voice.role or "executive",
            voice.by,
            when.isoformat(timespec="seconds"),
        ),
    )
    keep_values(workspace, signoff.id, as_record(signoff))
    path = workspace.root / DECISIONS / f"{signoff.id}.toml"
    try:
        return workspace.repository.commit(message, workspace.speaker(person.author), when)
    except BaseException:
        path.unlink(missing_ok=True)  # a signature that no version holds is none
        raise


def _refuse_unsaved(workspace: Workspace) -> None:
    """Refuse texts that no version holds to who may not write: somebody else must save them."""
    if may(people_of(workspace), acting(workspace), EDIT):
        return
    changed = set(workspace.repository.changed_paths())
    for entry in workspace.settings.documents:
        if entry.path in changed:
            raise UserError("not-saved-yet", name=entry.title)


def signatures(
    workspace: Workspace,
    today: date,
    *,
    written: Texts = NO_TEXTS,
    everything: bool = False,
    waivers: Waivers | None = None,
) -> tuple[Signature, ...]:
    """Return the last word of each organ with what has broken it since, oldest first.

    Args:
        written: documents that are being written, by name.
        everything: the earlier ones as well.
    """
    found = signoffs_of(workspace)
    if not found:
        return ()
    chosen = found if everything else latest(found)
    now = texts_now(workspace, written, chosen)
    known = waivers_of(workspace) if waivers is None else waivers
    return tuple((each, each.breaks(now, known, today)) for each in chosen)


def signoffs_of(workspace: Workspace) -> tuple[SignOff, ...]:
    """Return all sign-offs by who may sign, oldest first."""
    return read_signoffs(vouched_records(workspace, KIND), allowed_by(people_of(workspace)))


def broken(found: tuple[Signature, ...]) -> tuple[Signature, ...]:
    """Return the signatures under a text that no longer stand."""
    return tuple((each, why) for each, why in found if each.verdict == "agreed" and why)


def with_text(texts: Texts, name: str, document: Document) -> dict[str, Document]:
    """Return documents by name with another text of one."""
    return {**texts, name: document}
