"""What a file becomes in one or two lines."""

from coauthor.language import Catalogue
from coauthor.ui.intake.rows import FILTERS
from coauthor.workspace.bringing.looking import Looked

CHANGES = ("new", "changed", "same", "absent")


def summary_of(looked: Looked, text: Catalogue) -> str:
    """Return what a file becomes: how much of what, and how many parts deserve a look."""
    if looked.document:
        changes = {name: sum(each.change == name for each in looked.lines) for name in CHANGES}
        said = [text("import-update", document=looked.title, **changes)]
        if looked.kept:
            said.append(text("import-update-kept", count=looked.kept))
        if looked.between:
            said.append("⚠ " + text("import-update-between"))
    else:
        said = [text("intake-summary", clauses=looked.clauses, headings=looked.headings)]
    if looked.tombstones:
        said.append(text("intake-summary-departed", count=looked.tombstones))
    if looked.said:
        said.append(text("intake-summary-said", count=len(looked.said)))
    if looks := sum(map(FILTERS["look"], looked.lines)):
        said.append("⚠ " + text("intake-summary-look", count=looks))
    if looked.lost:
        said.append("⚠ " + text("intake-summary-lost", count=len(looked.lost)))
    else:
        said.append("✓ " + text("intake-summary-whole"))
    return "  ·  ".join(said)


def taken_words(looked: Looked, text: Catalogue) -> str:
    """Return what came in, once it is in."""
    return text("intake-done", file=looked.path.name, clauses=looked.clauses, said=len(looked.said))
