"""What was found, in words that a layman can go by."""

from collections.abc import Iterable

from coauthor.exchange.publication.model import Finding, Place
from coauthor.exchange.specification import Text


def place_text(place: Place, text: Text) -> str:
    """Return where something stands: the sheet and cell, the paragraph and its heading."""
    name = place.name
    if place.kind == "property":
        key = f"publication-property-{name.replace('.', '-').lower()}"
        name = text(key) if text.has(key) else name
    variant = (
        place.kind
        if name or not text.has(f"publication-place-{place.kind}-bare")
        else (f"{place.kind}-bare")
    )
    return text(f"publication-place-{variant}", name=name, number=place.number)


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings by rule, in their order."""
    groups: dict[str, list[Finding]] = {}
    for each in findings:
        groups.setdefault(each.rule, []).append(each)
    return groups


def finding_line(finding: Finding, text: Text) -> str:
    """Return one finding as a line: where, what stands there, how often."""
    line = place_text(finding.place, text)
    if finding.quote:
        line = text("publication-line", place=line, quote=finding.quote)
    return line if finding.count == 1 else text("publication-times", line=line, count=finding.count)
