"""What an export shows of a document: its parts, and the sets of them that have a name.

One choice holds for every format. `coauthor.exchange.choosing` takes out of the document
what may not be in the file at all; the writers leave out the rest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from coauthor.errors import UserError


@dataclass(frozen=True, slots=True)
class Choice:
    """The parts of an export. Without arguments it is what one sees inside the organisation.

    Args:
        lineage: where each clause comes from, the share of the standard, the difference
            with the standard, and what was left out of it.
        rationale: why each clause is there.
        own_rationale: also where that is not what the standard says publicly.
        details: explanation, acceptance, verification and norm of each clause.
        deviations: reasons of deviations, and the annex of those on locked clauses.
        minority: who did not agree when a clause was released, and the answer to that.
        answers: what vendors answered, the newest of each on each clause.
        vendors: names of the vendors whose answers are shown; all when empty.
        internal: fields, attributes and remarks in the text that no reader of a
            published specification knows.
        contents: the list of chapters.
        signatures: the annex of who signed.
        sign_off: a page to sign on, with the digest of the text that is signed.
        numbering: numbers before the headings of chapters; codes of clauses never change.
        since: version or release that the annex of changes starts from; '' for none.
        in_place: the changes since then also at the clause itself.
        only_changes: nothing but the title and the annex of changes.
    """

    lineage: bool = True
    rationale: bool = True
    own_rationale: bool = True
    details: bool = True
    deviations: bool = True
    minority: bool = True
    answers: bool = False
    vendors: tuple[str, ...] = ()
    internal: bool = True
    contents: bool = True
    signatures: bool = True
    sign_off: bool = False
    numbering: bool = False
    since: str = ""
    in_place: bool = False
    only_changes: bool = False

    @property
    def shows_own_rationale(self) -> bool:
        """Whether reasons stand in it that the standard does not say publicly."""
        return self.rationale and self.own_rationale

    @property
    def inside(self) -> tuple[str, ...]:
        """The parts in it that are not for vendors, by the names of `PARTS`."""
        shown = {
            "own-rationale": self.shows_own_rationale,
            "deviations": self.deviations,
            "minority": self.minority,
            "answers": self.answers,
            "internal": self.internal,
            "signatures": self.signatures,
        }
        return tuple(part for part, is_shown in shown.items() if is_shown)


INTERNAL = Choice()
"""All that is known inside the organisation, as far as it belongs to the text."""

MARKET = Choice(
    lineage=False,
    own_rationale=False,
    deviations=False,
    minority=False,
    internal=False,
    signatures=False,
)
"""What vendors may read."""

PRESETS: Mapping[str, Choice] = MappingProxyType(
    {
        "internal": INTERNAL,
        "market": MARKET,
        "council": Choice(details=False, internal=False, sign_off=True, numbering=True),
        "full": Choice(answers=True, sign_off=True),
        "changes": replace(MARKET, contents=False, only_changes=True),
    }
)
"""Choices with a name; the catalogue holds ``preset-<name>`` and ``preset-<name>-about``."""

PARTS: tuple[str, ...] = tuple(
    each.name.replace("_", "-") for each in fields(Choice) if each.type is bool
)
"""Names of the parts that are there or not; the catalogue holds ``part-<name>``."""


def choice_of(
    preset: str = "internal",
    *,
    include: Iterable[str] = (),
    leave: Iterable[str] = (),
    vendors: Iterable[str] = (),
    since: str = "",
) -> Choice:
    """Return the choice that somebody asks for by name.

    Args:
        preset: a name of `PRESETS`.
        include: parts to add to it.
        leave: parts to leave out of it; wins from ``include``.
        vendors: whose answers are shown; naming one asks for answers.
        since: version or release to compare with.

    Raises:
        UserError: ``unknown-preset``, ``unknown-part``, or ``since-missing`` where changes
            are asked for and nothing is said to compare with.
    """
    if preset not in PRESETS:
        raise UserError("unknown-preset", preset=preset[:60], known=", ".join(PRESETS))
    wanted, unwanted, named = list(include), list(leave), tuple(dict.fromkeys(vendors))
    for part in (*wanted, *unwanted):
        if part not in PARTS:
            raise UserError("unknown-part", part=part[:60], known=", ".join(PARTS))
    values = dict.fromkeys(wanted, True) | dict.fromkeys(unwanted, False)
    if named and "answers" not in values:
        values["answers"] = True
    made = replace(
        PRESETS[preset],
        **{part.replace("-", "_"): is_shown for part, is_shown in values.items()},
        vendors=named,
        since=since,
    )
    if (made.only_changes or made.in_place) and not since:
        raise UserError("since-missing")
    return made


def preset_of(choice: Choice) -> str:
    """Return the name of a choice, whatever it is compared with; '' where it has none."""
    bare = replace(choice, since="", vendors=(), in_place=False)
    return next((name for name, each in PRESETS.items() if each == bare), "")
