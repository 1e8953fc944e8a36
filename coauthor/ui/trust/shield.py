"""Who signed a version, in one quiet line."""

from coauthor.document.rendering import harmless
from coauthor.history.trust.signed import Shield, SignedBy
from coauthor.language import Catalogue
from coauthor.review.people import ROLES
from coauthor.workspace.trust.checking import what_text

SIGNS = {Shield.LISTED: "✓", Shield.SIGNED: "✓", Shield.UNSIGNED: "–", Shield.WRONG: "⚠"}
"""A shape before the words; the words say it all."""


def shield_text(signed: SignedBy, text: Catalogue) -> str:
    """Return who signed a version and whether that is as it should be."""
    sign = SIGNS[signed.shield]
    if signed.shield is Shield.LISTED and signed.member is not None:
        roles = roles_text(signed.member.roles, text)
        said = text("shield-listed", who=harmless(signed.member.organisation), roles=roles)
    elif signed.shield is Shield.WRONG:
        said = "; ".join(dict.fromkeys(_wrong(signed, text)))
        said = text("shield-wrong", what=harmless(said))
    else:
        said = text(f"shield-{signed.shield}", fingerprint=signed.fingerprint)
    return f"{sign} {said}"


def roles_text(roles: frozenset[str], text: Catalogue) -> str:
    """Return the roles of somebody, in the order of their weight."""
    found = [text(f"role-{role}") for role in ROLES if role in roles]
    return ", ".join(found) or text("role-none")


def _wrong(signed: SignedBy, text: Catalogue) -> list[str]:
    return [
        what_text(each.breach.rule, each.breach.act, each.breach.detail, text)
        for each in signed.findings
    ]
