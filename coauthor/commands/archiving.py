"""Commands for the archive: archive, verify-archive."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, JSON, LEFT, Commands, now, one_line, print_json
from coauthor.commands.exporting import STYLE
from coauthor.errors import UserError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.archiving.verifying import Verified


def _archive(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.archiving.making import archive
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.document.parent)
    made = archive(
        workspace,
        workspace.entry(options.document.stem),
        options.output,
        when=now(),
        language=options.language or workspace.settings.language,
        version_id=options.of or "",
        details=_details(options.set or ()),
        style=options.style,
    )
    if options.json:
        print_json(
            {
                "format": 1,
                "path": str(made.path),
                "version": made.version,
                "digest": made.digest,
                "files": made.files,
                "size": made.size,
                "lacks": list(made.lacks),
                "restored": made.verified.restored,
            }
        )
    else:
        print(text("archive-made", path=str(made.path), files=made.files))
        print(text("archive-restored"))
        for each in made.lacks:
            said = text("archive-lacks", what=text(f"archive-lacks-{each}"))
            print(f"  {said} (--set {each}=…)")
    return LEFT if made.lacks else DONE


def _details(said: "list[str] | tuple[str, ...]") -> dict[str, str]:
    pairs = [each.partition("=") for each in said]
    for key, equals, _ in pairs:
        if not equals:
            raise UserError("archive-no-value", said=key)
    return {key.strip(): value for key, _, value in pairs}


def _verify(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.archiving.verifying import verify

    found = verify(options.package)
    if options.json:
        print_json(
            {
                "format": 1,
                "path": str(options.package),
                "sound": not found.faults,
                "files": found.files,
                "restored": found.restored,
                "digest": found.digest,
                "faults": [
                    {"kind": each.kind, "path": each.path, "detail": each.detail}
                    for each in found.faults
                ],
                "lacks": list(found.lacks),
            }
        )
    else:
        _tell(found, text)
    return LEFT if found.faults else DONE


def _tell(found: "Verified", text: Catalogue) -> None:
    if not found.faults:
        print(text("archive-sound", files=found.files, digest=one_line(found.digest)))
    for each in found.faults:
        print(fault_line(each.kind, each.path, each.detail, text))
    for path in found.lacks:
        print(text("archive-metadata-lacks", path=one_line(path)))


def fault_line(kind: str, path: str, detail: str, text: Catalogue) -> str:
    """Return one thing that is wrong with a package, in words."""
    return one_line(text(f"bag-fault-{kind}", path=path, detail=detail))


ARCHIVING: Commands = {
    "archive": (
        _archive,
        [
            (("document",), {"type": Path}),
            (("-o", "--output"), {"type": Path, "required": True, "metavar": "OUT"}),
            (("--of", "--version"), {"metavar": "VERSION"}),
            (("--set",), {"action": "append", "metavar": "KEY=TEXT"}),
            STYLE,
            JSON,
        ],
    ),
    "verify-archive": (_verify, [(("package",), {"type": Path}), JSON]),
}
"""Handing over to an archive, and checking what was handed over."""
