"""The command that makes public what is public: woo."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, JSON, LEFT, Commands, now, one_line, print_json
from coauthor.commands.exporting import STYLE
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.workspace import Workspace

_SHOWN = 20
"""Doubts that are printed; ``--json`` gives all."""


def _woo(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.rooms.doubts import KINDS
    from coauthor.workspace.woo.making import make_public
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.documents[0].parent)
    for each in options.documents[1:]:
        if open_workspace(each.parent).root != workspace.root:
            raise UserError("woo-one-workspace", path=str(each))
    names = [workspace.entry(each.stem).name for each in options.documents]
    seen = [each.strip() for said in options.seen or () for each in said.split(",")]
    for each in seen:
        if each not in (*KINDS, "picture"):
            raise UserError("woo-unknown-doubt", kind=each, known=", ".join((*KINDS, "picture")))
    if not options.hide:
        _tell_doubts(workspace, names, seen, options, text)
    made = make_public(
        workspace,
        names,
        options.output,
        when=now(),
        language=options.language or workspace.settings.language,
        version_id=options.of or "",
        category=options.category,
        hide=options.hide,
        seen=seen,
        memos=not options.without_memos,
        style=options.style,
    )
    if options.json:
        values = {
            "format": 1,
            "path": str(made.path),
            "files": list(made.files),
            "documents": list(made.documents),
            "decisions": [asdict(each) for each in made.decisions],
            "left_out": [{**asdict(each), "ground": each.ground} for each in made.left],
            "notes": [
                {"path": path, "rule": each.rule, "quote": each.quote} for path, each in made.notes
            ],
            "lacks": list(made.lacks),
        }
        print_json(values)
        return LEFT if made.notes or made.lacks else DONE
    print(text("woo-made", path=str(made.path), files=len(made.files)))
    for left in made.left:
        what = text(f"woo-left-{left.kind}")
        where = f"{one_line(left.document)}: " if left.document else ""
        print(f"  {where}{what}: {left.count} ({text(f'woo-article-{left.ground}')})")
    for path, finding in made.notes[:_SHOWN]:
        rule = text(f"publication-rule-{finding.rule}")
        print(f"  {path}: {rule}: {one_line(finding.quote)}")
    for each in made.lacks:
        print(text(f"woo-lacks-{each}"))
    return LEFT if made.notes or made.lacks else DONE


def _tell_doubts(
    workspace: "Workspace",
    names: list[str],
    seen: list[str],
    options: argparse.Namespace,
    text: Catalogue,
) -> None:
    """Print every doubt before the first of them stops it."""
    from coauthor.workspace.rooms.outgoing import prepare
    from coauthor.workspace.woo.gathering import open_doubts

    if options.json:
        return
    for name in names:
        outgoing = prepare(workspace, name, version_id=options.of or "")
        for doubt in open_doubts(outgoing, seen)[:_SHOWN]:
            said = f"{doubt.where}: {text(f'room-doubt-{doubt.kind}')}: {doubt.around}"
            print(f"  {one_line(said)} [{doubt.kind}]")


WOO: Commands = {
    "woo": (
        _woo,
        [
            (("documents",), {"type": Path, "nargs": "+", "metavar": "DOCUMENT"}),
            (("-o", "--output"), {"type": Path, "required": True, "metavar": "OUT"}),
            (("--of", "--version"), {"metavar": "VERSION"}),
            (("--category",), {"default": "", "metavar": "TEXT"}),
            (("--hide",), {"action": "store_true"}),
            (("--seen",), {"action": "append", "metavar": "KIND,KIND"}),
            (("--without-memos",), {"action": "store_true"}),
            STYLE,
            JSON,
        ],
    ),
}
"""Making public under the Wet open overheid."""
