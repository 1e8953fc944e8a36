"""What checking came to, in words and for programs."""

from collections.abc import Mapping
from typing import Any

from coauthor.history.trust.checking import Checked
from coauthor.history.trust.verdict import Finding
from coauthor.history.version import Version
from coauthor.language import Catalogue
from coauthor.workspace.trust.admitting import SetAside


def finding_text(finding: Finding, version: Version | None, text: Catalogue) -> str:
    """Return what is wrong with a version, as one sentence for a person."""
    breach = finding.breach
    what = what_text(breach.rule, breach.act, breach.detail, text)
    number = finding.version[:10]
    date = version.when.strftime("%d-%m-%Y") if version else ""
    who = who_text(finding.organisation, text, proved=finding.is_known)
    if not breach.path:
        return text("breach-line", version=number, date=date, who=who, what=what)
    return text("breach-line-file", version=number, date=date, who=who, path=breach.path, what=what)


def aside_text(aside: SetAside, text: Catalogue) -> str:
    """Return what was set aside, of whom and why, as one sentence for a person."""
    who = who_text(aside.organisation, text, proved=aside.proved)
    what = what_text(aside.rule, aside.act, aside.detail, text)
    if aside.offered:
        return text("aside-offered", who=who, clauses=", ".join(aside.offered), what=what)
    return text("aside-kept", who=who, path=aside.path, version=aside.version[:10], what=what)


def what_text(rule: str, act: str, detail: str, text: Catalogue) -> str:
    """Return which rule was broken."""
    if rule in {"path", "mode"} and detail:
        return text(f"breach-{rule}-{detail}")
    what = text(f"breach-{rule}")
    return text("breach-of-right", what=what, act=text(f"act-{act}")) if act else what


def who_text(organisation: str, text: Catalogue, *, proved: bool) -> str:
    """Return of whom a version is; what nobody proved is said to be so."""
    if proved:
        return organisation
    if organisation:
        return text("breach-claims", organisation=organisation)
    return text("breach-nobody")


def checked_values(checked: Checked) -> dict[str, Any]:
    """Return what checking a line came to, for programs."""
    verdict = checked.verdict
    return {
        "reference": checked.reference,
        "version": verdict.tip,
        "versions": verdict.versions,
        "good": verdict.is_good,
        "open": [finding_values(each, checked.named) for each in verdict.open],
        "settled": [finding_values(each, checked.named) for each in verdict.settled],
    }


def finding_values(finding: Finding, named: Mapping[str, Version]) -> dict[str, Any]:
    """Return a finding for programs."""
    version = named.get(finding.version)
    return {
        "version": finding.version,
        "when": version.when.isoformat() if version else "",
        "rule": finding.breach.rule,
        "act": finding.breach.act,
        "detail": finding.breach.detail,
        "path": finding.breach.path,
        "organisation": finding.organisation,
        "proved": finding.is_known,
        "key": finding.fingerprint,
    }
