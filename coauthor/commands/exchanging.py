"""Commands for texts in other formats: import, export, formats."""

import argparse
from pathlib import Path

from coauthor.commands import DONE, JSON, LEFT, Commands, now, print_json
from coauthor.language import Catalogue


def _import(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.importing import propose_file, take_in
    from coauthor.workspace.person import read_person
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.into)
    proposal = propose_file(options.file)
    entry = take_in(
        workspace,
        options.file,
        proposal,
        author=read_person().author,
        when=now(),
        message=text("version-imported", file=options.file.name),
    )
    values = {
        "format": 1,
        "document": entry.name,
        "path": entry.path,
        "unit": proposal.plan.unit if proposal.plan else "",
        "clauses": proposal.clauses,
        "moved": proposal.tombstones,
        "lost": list(proposal.lost),
    }
    if options.json:
        print_json(values)
    else:
        print(text("cli-imported", path=entry.path, clauses=proposal.clauses))
    return LEFT if proposal.lost else DONE


def _export(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.signing import gaps_told
    from coauthor.workspace.exporting import export
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    language = options.language or workspace.settings.language
    with gaps_told(workspace, text):
        export(
            workspace,
            entry,
            options.format,
            options.output,
            when=now(),
            language=language,
            version_id=options.of or "",
            final=options.final,
        )
    print(text("cli-exported", path=str(options.output)))
    return DONE


def _formats(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange import FORMATS

    if options.json:
        listed = [
            {
                "name": each.name,
                "suffixes": list(each.suffixes),
                "label": text(each.label),
                "export": bool(each.writes),
                "import": bool(each.reads),
            }
            for each in FORMATS.values()
        ]
        print_json({"format": 1, "formats": listed})
        return DONE
    wide = max(len(name) for name in FORMATS)
    for name, each in FORMATS.items():
        ways = [text("formats-export")] * bool(each.writes)
        ways += [text("formats-import")] * bool(each.reads)
        print(f"{name:{wide}}  {text(each.label)}: {', '.join(ways)}")
    return DONE


EXCHANGING: Commands = {
    "import": (
        _import,
        [(("file",), {"type": Path}), (("--into",), {"type": Path, "required": True}), JSON],
    ),
    "export": (
        _export,
        [
            (("document",), {"type": Path}),
            (("--format",), {"required": True}),
            (("-o", "--output"), {"type": Path, "required": True}),
            (("--of",), {"metavar": "VERSION"}),
            (("--final",), {"action": "store_true"}),
        ],
    ),
    "formats": (_formats, [JSON]),
}
