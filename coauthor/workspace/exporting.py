"""Exporting a document, as it is now or as it was in a version."""

import hashlib
import tempfile
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from coauthor.document.model import Document
from coauthor.document.reading import encode
from coauthor.errors import UserError
from coauthor.exchange import writable
from coauthor.exchange.choice import INTERNAL, MARKET, Choice
from coauthor.exchange.shown_pictures import Read, pictures_of
from coauthor.exchange.specification import Specification, Writer
from coauthor.history.files import out_failure, write_out
from coauthor.language import Catalogue
from coauthor.lineage.share import shares
from coauthor.lineage.status import document_status
from coauthor.workspace.chosen import Aims, answers_to, called, find_version, since_of, text_of
from coauthor.workspace.pictures import beside, in_version
from coauthor.workspace.settings import DocumentEntry
from coauthor.workspace.signing.finishing import deviations_on_locks, refuse_unfit
from coauthor.workspace.signing.sign_offs import NO_TEXTS, signatures, with_text
from coauthor.workspace.styles import find_style
from coauthor.workspace.themes import themes
from coauthor.workspace.versions import read_version
from coauthor.workspace.voting.minorities import settled
from coauthor.workspace.workspace import Workspace


def specification(
    workspace: Workspace,
    entry: DocumentEntry,
    document: Document,
    *,
    version: str,
    when: datetime,
    language: str,
    choice: Choice = INTERNAL,
    style: str = "",
    read: Read | None = None,
) -> Specification:
    """Return a document with its lineage, ready to export.

    Its annexes hold the deviations on locked clauses, and the signatures that are
    under this document, with what has broken them since.

    Args:
        style: name of its house style, or path of its folder; '' for that of the workspace.
        read: gives its pictures; when None they are read as they lie in the folder.

    Raises:
        UserError: as `coauthor.workspace.chosen.answers_to` and `since_of`, and as
            `coauthor.workspace.styles.find_style`.
    """
    chain = workspace.chain(entry)
    status = document_status(document, [each.document for each in chain], None, workspace.policy)
    labels = {theme.key: theme.label(language) for theme in themes()}
    digest = hashlib.sha256(encode(document.text)).hexdigest()
    aims = Aims()
    chosen = text_of(document, choice, chain[0].document if chain else None, aims)
    look = find_style(workspace, style)
    shown = pictures_of(chosen, aims.reading(read or beside(workspace)), look.margins)
    return Specification(
        title=chosen.title or entry.title,
        organisation=workspace.settings.organisation,
        standard=f"{chain[0].title} {chain[0].release}" if chain else "",
        document=chosen,
        status=status,
        share=shares(document, status).whole,
        version=version,
        digest=f"sha256:{digest}",
        when=when,
        language=language,
        theme_label=lambda key: labels.get(key, key),
        example=workspace.settings.example,
        settled=settled(workspace, entry),
        deviations=deviations_on_locks(workspace, entry, document, when.date()),
        signatures=tuple(
            (signoff, why)
            for signoff, why in signatures(
                workspace, when.date(), written=with_text(NO_TEXTS, entry.name, document)
            )
            if any(each.name == entry.name for each in signoff.texts)
        ),
        choice=choice,
        answers=answers_to(workspace, entry, choice),
        since=since_of(workspace, entry, choice),
        whole=document,
        style=look,
        pictures=shown.figures,
        text_language=workspace.settings.language,
        unshown=tuple((aims.told(name), why) for name, why in shown.unshown),
    )


def prepare(
    workspace: Workspace,
    entry: DocumentEntry,
    *,
    when: datetime,
    language: str = "nl",
    document: Document | None = None,
    version_id: str = "",
    final: bool = False,
    choice: Choice = INTERNAL,
    style: str = "",
) -> Specification:
    """Return a document ready for any of the formats, as it is now or in a version.

    Args:
        document: the text to export; the file on disk when None.
        version_id: a version to export instead of the text as it is now.
        final: as the text that goes out, which says so.
        choice: which parts of it are shown.
        style: name of its house style, or path of its folder; '' for that of the workspace.

    Raises:
        UserError: ``version-unknown``; as `specification`; of a final export ``not-final``
            and the like, see `coauthor.workspace.signing.finishing.refuse_unfit`.
    """
    read = None
    if version_id:
        found = find_version(workspace, version_id, entry)
        document = read_version(workspace, found.id, entry)
        read = in_version(workspace, found.id)
        version = called(found, version_id, inside=choice.internal)
        if not choice.internal and not found.names:
            version = Catalogue(language)("export-version-of", day=version)
    else:
        document = document or workspace.read(entry)
        version = Catalogue(language)("export-final" if final else "export-draft")
    if final:
        refuse_unfit(workspace, when.date(), entry=entry, document=document)
    outward = partial(
        prepare,
        workspace,
        entry,
        when=when,
        language=language,
        document=None if version_id else document,
        version_id=version_id,
        final=final,
        choice=MARKET,
        style=style,
    )
    made = specification(
        workspace,
        entry,
        document,
        version=version,
        when=when,
        language=language,
        choice=choice,
        style=style,
        read=read,
    )
    return made if choice == MARKET else replace(made, outward=outward)


def writer_of(format_name: str) -> Writer:
    """Return what writes a format.

    Raises:
        UserError: ``unknown-format``.
    """
    formats = writable()
    if format_name not in formats:
        raise UserError("unknown-format", format=format_name, known=", ".join(formats))
    return formats[format_name].writer


def data_of(made: Specification, format_name: str, text: Catalogue) -> bytes:
    """Return a document in one of the formats.

    Raises:
        UserError: ``unknown-format``.
        OutsideFailure: ``out-full`` and the like, of the folder for temporary files, which
            some formats need.
    """
    try:
        return writer_of(format_name)(made, text)
    except OSError as error:
        raise out_failure(error, Path(error.filename or tempfile.tempdir or "temp")) from error


def write(made: Specification, format_name: str, output: Path) -> None:
    """Write what was made ready to a file in one of the formats.

    Raises:
        UserError: ``unknown-format``.
        OutsideFailure: ``cannot-write`` and the like; what was there stays.
    """
    write_out(output, data_of(made, format_name, Catalogue(made.language)))


def export(
    workspace: Workspace,
    entry: DocumentEntry,
    format_name: str,
    output: Path,
    *,
    when: datetime,
    language: str = "nl",
    document: Document | None = None,
    version_id: str = "",
    final: bool = False,
    choice: Choice = INTERNAL,
    style: str = "",
) -> None:
    """Write a document to a file in one of the formats.

    Args:
        document: the text to export; the file on disk when None.
        version_id: a version to export instead of the text as it is now.
        final: as the text that goes out, which says so; refused while a deviation on a
            locked clause lacks leave.
        choice: which parts of it are shown.
        style: name of its house style, or path of its folder; '' for that of the workspace.

    Raises:
        UserError: ``unknown-format``, and as `prepare`.
        OutsideFailure: ``cannot-write`` and the like; what was there stays.
    """
    writer_of(format_name)
    made = prepare(
        workspace,
        entry,
        when=when,
        language=language,
        document=document,
        version_id=version_id,
        final=final,
        choice=choice,
        style=style,
    )
    write(made, format_name, output)
