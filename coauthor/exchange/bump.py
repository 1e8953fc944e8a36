"""Which number a release should have, and why, in lines for people."""

from coauthor.exchange.specification import Text
from coauthor.lineage.bump import Bump


def bump_text(previous: str, number: str, bump: Bump, text: Text, *, most: int = 0) -> str:
    """Return the number that fits and the changes that ask for it.

    Args:
        previous: the release before, or ''.
        most: lines of reasons at most; 0 for all.
    """
    if not previous:
        return text("bump-first", number=number)
    level = text(f"bump-level-{bump.level.name.lower()}")
    lines = [text("bump-fits", number=number, previous=previous, level=level)]
    causes = [cause for cause in bump.causes if cause.level is bump.level]
    for cause in causes[: most or None]:
        what = cause.code or text("upgrade-type-prose")
        lines.append(f"  {what}: {text(f'bump-{cause.why}', detail=cause.detail)}")
    if most and len(causes) > most:
        lines.append("  " + text("bump-more", count=len(causes) - most))
    return "\n".join([*lines, text("bump-judge")])
