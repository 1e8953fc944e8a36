"""The command that writes a document in other formats, and its options."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, FAILED, LEFT, Commands, now, one_line
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.exchange.choice import Choice

Options = list[tuple[tuple[str, ...], dict[str, Any]]]

CONTENTS: Options = [
    (("--version", "--of"), {"dest": "of", "metavar": "VERSION"}),
    (("--preset",), {"metavar": "PRESET", "default": "internal"}),
    (("--with",), {"dest": "include", "metavar": "PARTS", "action": "append", "default": []}),
    (("--without",), {"dest": "leave", "metavar": "PARTS", "action": "append", "default": []}),
    (("--vendor",), {"dest": "vendors", "metavar": "NAME", "action": "append", "default": []}),
    (("--since",), {"metavar": "VERSION", "default": ""}),
]
"""Options that say what is in a file, for every command that writes one."""

STYLE: tuple[tuple[str, ...], dict[str, Any]] = (
    ("--style",),
    {"metavar": "STYLE", "default": ""},
)
"""The option that says what a file looks like."""


def chosen_parts(options: argparse.Namespace) -> "Choice":
    """Return the parts that the options of `CONTENTS` ask for.

    Raises:
        UserError: as `coauthor.exchange.choice.choice_of`.
    """
    from coauthor.exchange.choice import choice_of

    return choice_of(
        options.preset,
        include=_names(options.include),
        leave=_names(options.leave),
        vendors=options.vendors,
        since=options.since,
    )


def _names(given: list[str]) -> list[str]:
    return [name.strip() for each in given for name in each.split(",") if name.strip()]


def _export(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.signing import gaps_told
    from coauthor.exchange import DRAWING
    from coauthor.workspace.batch import chosen_formats, write_all
    from coauthor.workspace.exporting import prepare, write
    from coauthor.workspace.workspace import open_workspace

    formats = chosen_formats(options.format)
    choice = chosen_parts(options)
    workspace = open_workspace(options.document.parent)
    entry = workspace.entry(options.document.stem)
    with gaps_told(workspace, text):
        made = prepare(
            workspace,
            entry,
            when=now(),
            language=options.language or workspace.settings.language,
            version_id=options.of or "",
            final=options.final,
            choice=choice,
            style=options.style,
        )
    output: Path = options.output
    if len(formats) == 1 and not output.is_dir():
        write(made, formats[0], output)
        print(text("cli-exported", path=str(output)))
        return _tell_unshown(made.unshown if formats[0] in DRAWING else (), text)
    written = write_all(made, entry.name, formats, output)
    for each in written:
        if each.error is None:
            print(text("cli-exported", path=str(each.path)))
        else:
            said = text(f"error-{each.error.code}", **each.error.parameters)
            print(
                text("cli-not-exported", format=each.format, reason=one_line(said)), file=sys.stderr
            )
    told = _tell_unshown(next((each.unshown for each in written if each.unshown), ()), text)
    failed = sum(each.error is not None for each in written)
    return told if not failed else FAILED if failed == len(written) else LEFT


def _tell_unshown(unshown: tuple[tuple[str, str], ...], text: Catalogue) -> int:
    """Say which pictures are words in the file, and why; return whether something is left."""
    for target, why in unshown:
        print(one_line(text(f"picture-{why}", target=target[:120])), file=sys.stderr)
    return LEFT if unshown else DONE


EXPORTING: Commands = {
    "export": (
        _export,
        [
            (("document",), {"type": Path}),
            (("--format",), {"required": True}),
            (("-o", "--output"), {"type": Path, "required": True}),
            *CONTENTS,
            STYLE,
            (("--final",), {"action": "store_true"}),
        ],
    ),
}
