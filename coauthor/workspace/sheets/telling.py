"""What answer sheets bring, in words: the same in the window and on the command line."""

from collections.abc import Sequence

from coauthor.exchange.answer_sheets import Unfit
from coauthor.language import Catalogue
from coauthor.review.market.readings import READING
from coauthor.review.market.responses import RESPONSE
from coauthor.workspace.rooms.telling import harmless
from coauthor.workspace.sheets.planning import Intake

_SHOWN = 12
"""Codes in one line; more is counted."""


def intake_line(intake: Intake, text: Catalogue) -> str:
    """Return in one line what a file brings."""
    name = harmless(intake.path.name)
    if intake.error is not None:
        return f"{name}: {error_line(intake, text)}"
    said = text(
        "sheets-brings",
        answers=intake.count(RESPONSE),
        readings=intake.count(READING),
        known=intake.known,
    )
    whose = " · ".join(harmless(each) for each in (intake.vendor, intake.title) if each)
    return f"{name} ({whose}): {said}"


def error_line(intake: Intake, text: Catalogue) -> str:
    """Return why nothing of a file can be taken."""
    error = intake.error
    if error is None:
        return ""
    values = {
        key: harmless(each) if isinstance(each, str) else each
        for key, each in error.parameters.items()
    }
    return text(f"error-{error.code}", **values)


def stale_line(intake: Intake, text: Catalogue) -> str:
    """Return which answers are on an earlier text, or ''."""
    if not intake.stale:
        return ""
    shown = ", ".join(harmless(each) for each in intake.stale[:_SHOWN])
    more = len(intake.stale) - _SHOWN
    if more > 0:
        shown += f" (+{more})"
    return text("sheets-stale", count=len(intake.stale), clauses=shown)


def unfit_line(unfit: Unfit, text: Catalogue) -> str:
    """Return in one line what was not taken, where it stands, and why."""
    key = f"sheet-why-{unfit.code}"
    known = key if text.has(key) else f"error-{unfit.code}"
    why = text(known, **{name: harmless(said) for name, said in unfit.values.items()})
    sheet, row = unfit.place
    place = text("sheets-place", sheet=harmless(sheet) or "–", row=row)
    return f"{place}, {harmless(unfit.clause)}: {why}" if unfit.clause else f"{place}: {why}"


def total_line(found: Sequence[Intake], text: Catalogue, *, done: bool) -> str:
    """Return what all files bring together."""
    return text(
        "sheets-done" if done else "sheets-would",
        count=sum(len(each.events) for each in found),
        vendors=len({each.vendor for each in found if each.events}),
        refused=sum(len(each.unfit) for each in found),
    )
