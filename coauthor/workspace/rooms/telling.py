"""What publishing and collecting do, in words: the same in the window and on the command line."""

from collections import Counter

from coauthor.document.rendering import printable
from coauthor.language import Catalogue
from coauthor.workspace.rooms.accepting import Refused
from coauthor.workspace.rooms.collecting import Collection
from coauthor.workspace.rooms.doubts import Doubt
from coauthor.workspace.rooms.planning import Plan

_LONGEST = 160


def version_name(plan: Plan, text: Catalogue) -> str:
    """Return what a version of a room is called: the title and what became of the clauses."""
    title = printable(plan.outgoing.title)
    if plan.number == 1:
        return text("room-version-first", title=title)
    changes = plan.changes
    return text(
        "room-version-next",
        title=title,
        number=plan.number,
        changed=len(changes.changed),
        added=len(changes.added),
        gone=len(changes.gone),
    )


def goes(plan: Plan, text: Catalogue) -> list[str]:
    """Return what goes along, a line each."""
    outgoing = plan.outgoing
    title = printable(outgoing.title)
    lines = [text("room-goes-document", title=title, clauses=len(outgoing.document.clauses))]
    if outgoing.standard:
        standard, release = printable(outgoing.standard.title), outgoing.standard.release
        lines.append(text("room-goes-standard", standard=standard, release=release))
    if outgoing.pictures:
        lines.append(text("room-goes-pictures", count=len(outgoing.pictures)))
    if plan.number > 1:
        lines.append(version_name(plan, text))
    for target in plan.targets:
        names = printable(", ".join(target.organisations))
        path = str(target.folder)
        if target.room is not None:
            lines.append(text("room-goes-next", names=names, path=path))
        elif names:
            lines.append(text("room-goes-new", names=names, path=path))
        else:
            lines.append(text("room-goes-nobody", path=path))
    return lines


def stays(plan: Plan, text: Catalogue) -> list[str]:
    """Return what stays behind, a line a kind."""
    counts: Counter[str] = Counter()
    for each in plan.outgoing.left:
        name = ""
        if each.kind == "field":
            known = text.has(f"field-{each.name}")
            name = text(f"field-{each.name}") if known else harmless(each.name)
        counts[text(f"room-left-{each.kind}", name=name)] += 1
    for kind, count in plan.outgoing.stays.items():
        counts[text(f"room-stays-{kind}")] += count
    return [f"{line}: {count}" for line, count in counts.items()]


def doubt_line(doubt: Doubt, text: Catalogue) -> str:
    """Return one place to look at, in one line."""
    where = harmless(doubt.where) or text("room-whole-document")
    around = doubt.around if doubt.kind != "invisible" else ""
    said = text(f"room-doubt-{doubt.kind}")
    return f"{where}: {said} – “{harmless(around or doubt.found)}”"


def collected(found: Collection, text: Catalogue) -> list[str]:
    """Return what comes in, a line an organisation."""
    lines = []
    for organisation, kinds in sorted(found.counts.items()):
        said = (f"{text(f'collect-kind-{kind}')}: {count}" for kind, count in sorted(kinds.items()))
        lines.append(f"{harmless(organisation)} – {', '.join(said)}")
    return lines


def waiting(found: Collection, text: Catalogue) -> list[str]:
    """Return what is not saved yet in a room, a line a room."""
    return [
        text("collect-unsaved", room=each.label, count=each.unsaved)
        for each in found.visited
        if each.unsaved
    ]


def refused_line(refused: Refused, text: Catalogue) -> str:
    """Return in one line what did not come in, and why."""
    who = harmless(refused.organisation) or text("collect-somebody")
    what = f"“{harmless(refused.said)}”" if refused.said else harmless(refused.what)
    return f"{who}: {text(f'collect-why-{refused.code}')} – {what}"


def total(found: Collection) -> int:
    """Return how many messages come in."""
    return sum(sum(kinds.values()) for kinds in found.counts.values())


def harmless(said: str) -> str:
    """Return what others wrote as one line that steers no terminal and turns no text around."""
    plain = "".join(each if each.isprintable() else "·" for each in printable(said))
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
