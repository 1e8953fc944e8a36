"""The command line: the same use cases as the window, stable for scripts.

Exit codes: 0 done; 1 done, and something is left for a person; 2 it could not be
done and nothing changed.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from coauthor import __version__
from coauthor.commands.archiving import ARCHIVING
from coauthor.commands.collecting import COLLECTING
from coauthor.commands.discussing import DISCUSSING
from coauthor.commands.exchanging import EXCHANGING
from coauthor.commands.exporting import EXPORTING
from coauthor.commands.importing import IMPORTING
from coauthor.commands.market import MARKET
from coauthor.commands.matching import MATCHING
from coauthor.commands.memo import MEMO
from coauthor.commands.merging import MERGING
from coauthor.commands.parsing import Parser, refuse_workspaces
from coauthor.commands.proposing import PROPOSING
from coauthor.commands.publication import PUBLICATION
from coauthor.commands.receiving import RECEIVING
from coauthor.commands.rooms import ROOMS
from coauthor.commands.settling import SETTLING
from coauthor.commands.sharing import SHARING
from coauthor.commands.sheets import SHEETS
from coauthor.commands.signing import SIGNING
from coauthor.commands.standards import STANDARDS
from coauthor.commands.styles import STYLES
from coauthor.commands.suggesting import SUGGESTING
from coauthor.commands.terminal import harmless_output, unread
from coauthor.commands.trust import TRUST
from coauthor.commands.versions import VERSIONS
from coauthor.commands.waiving import WAIVING
from coauthor.commands.woo import WOO
from coauthor.document.rendering import harmless
from coauthor.errors import CoauthorError
from coauthor.language import LANGUAGES, Catalogue

DONE, LEFT, FAILED = 0, 1, 2

Handler = Callable[[argparse.Namespace, Catalogue], int]
Option = tuple[tuple[str, ...], Mapping[str, Any]]

JSON: Option = (("--json",), {"action": "store_true"})
ORGANISATION: Option = (("--organisation",), {"required": True})
WORKSPACE: Option = (("workspace",), {"type": Path})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    text = Catalogue(_language(words))
    parser = _parser(text)
    if not words or (words[0] not in COMMANDS and not words[0].startswith("-")):
        words = ["open", *words]
    elif words[0] == "--language" and (len(words) < 3 or words[2] not in COMMANDS):
        words = [*words[:2], "open", *words[2:]]
    options = parser.parse_args(words)
    handler: Handler = options.handler
    try:
        with harmless_output():
            refuse_workspaces(options)
            code = handler(options, text)
            sys.stdout.flush()
            return code
    except BrokenPipeError:
        return unread()
    except CoauthorError as error:
        print(harmless(text(f"error-{error.code}", **error.parameters)), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(text("error-cancelled"), file=sys.stderr)
        return FAILED


def _language(words: Sequence[str]) -> str:
    """Return the language asked for, else the language of the system, else Dutch."""
    if "--language" in words[:-1]:
        return words[words.index("--language") + 1]
    said = os.environ.get("COAUTHOR_LANGUAGE") or os.environ.get("LANG", "")
    return next((each for each in LANGUAGES if said.startswith(each)), LANGUAGES[0])


def _parser(text: Catalogue) -> argparse.ArgumentParser:
    parser = Parser(prog=_program(), description=text("cli-about"), text=text)
    version = f"coauthor {__version__}"
    parser.add_argument("--version", action="version", version=version, help=text("cli-version"))
    parser.add_argument("--language", choices=LANGUAGES, help=text("cli-language"))
    commands = parser.add_subparsers(metavar=text("cli-command"))
    for name, (handler, options) in COMMANDS.items():
        command = commands.add_parser(
            name, help=text(f"cli-{name}"), description=text(f"cli-{name}"), text=text
        )
        for names, settings in options:
            _add_option(command, name, names, settings, text)
        command.set_defaults(handler=handler)
    return parser


def _add_option(
    command: argparse.ArgumentParser,
    name: str,
    names: Sequence[str],
    settings: Mapping[str, Any],
    text: Catalogue,
) -> None:
    """Add an option to a command, explained where ``option-<command>-<option>`` says it."""
    made = command.add_argument(*names, **settings)
    dest = made.dest.replace("_", "-")
    asked = (f"option-{name}-{dest}", f"option-{dest}")
    found = next((each for each in asked if text.has(each)), "")
    if found:
        made.help = text(found).replace("%", "%%")


def _program() -> str:
    """Return what the person types to start this program."""
    return os.environ.get("COAUTHOR_PROGRAM", "coauthor")


def _open(options: argparse.Namespace, text: Catalogue) -> int:
    if not _has_display():
        print(text("cli-no-display", program=_program()), file=sys.stderr)
        return LEFT
    from coauthor.ui.app import run  # the window is loaded only when it is asked for

    return run(options.workspace, options.language or text.language)


def _has_display() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _example(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.creating import make_example

    workspace = make_example(options.folder)
    print(text("cli-made", path=str(workspace.root)))
    return DONE


def _new(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.creating import new_workspace
    from coauthor.workspace.person import read_person

    title = options.title or text("new-title", organisation=options.organisation)
    workspace = new_workspace(
        options.folder,
        options.kind,
        options.organisation,
        title,
        author=read_person().author,
        when=_now(),
        message=text("version-created"),
    )
    print(text("cli-made", path=str(workspace.root)))
    return DONE


def _derive(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.creating import derive_workspace
    from coauthor.workspace.person import read_person
    from coauthor.workspace.standards import find_source, newest, split_release

    address, release = split_release(options.standard)
    source = find_source(address)
    release = release or newest(source)
    title = source.settings.title
    workspace = derive_workspace(
        source,
        release,
        options.folder,
        options.organisation,
        author=read_person().author,
        when=_now(),
        message=text("version-derived", standard=title, release=release),
    )
    print(text("cli-made", path=str(workspace.root)))
    return DONE


def _status(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.signing import signed_line
    from coauthor.workspace.reporting import needs_attention, status_report
    from coauthor.workspace.workspace import open_workspace

    report = status_report(open_workspace(options.workspace))
    if options.json:
        _print_json(report)
    else:
        for each in report["documents"]:
            print(_status_line(each, text))
        for each in report["signatures"]:
            print(signed_line(each, text))
    return LEFT if needs_attention(report) else DONE


def _status_line(document: Mapping[str, Any], text: Catalogue) -> str:
    share = document["share"]
    lines = [f"{document['title']} ({document['path']})"]
    if share and share["by_clause"] is not None:
        lines.append(
            text(
                "cli-share",
                clauses=round(share["by_clause"] * 100),
                words=round((share["by_words"] or 0) * 100),
            )
        )
        lines += [
            f"  {text(f'lineage-{key}')}: {number}" for key, number in share["counts"].items()
        ]
    if document["unexplained"]:
        lines.append(text("cli-unexplained", count=len(document["unexplained"])))
    if lacking := [each for each in document["locked_changed"] if each["lacks"]]:
        lines.append(text("cli-locked-changed", count=len(lacking)))
    for problem in document["problems"]:
        said = text(f"problem-{problem['code']}", detail=problem["detail"])
        lines.append(text("cli-problem", line=problem["line"], problem=said))
    return "\n".join(lines)


def _save(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.person import read_person
    from coauthor.workspace.versions import save_version
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    version = save_version(workspace, options.message, read_person().author, _now())
    print(text("cli-saved", version=version.id[:10], message=version.message))
    return DONE


def _now() -> datetime:
    return datetime.now().astimezone()


def _print_json(values: Mapping[str, Any]) -> None:
    # Bytes that are no UTF-8 become escapes, so that the output is always valid JSON.
    print(json.dumps(values, ensure_ascii=True, indent=2))


COMMANDS: Mapping[str, tuple[Handler, Sequence[Option]]] = {
    "open": (_open, [(("workspace",), {"type": Path, "nargs": "?"})]),
    "example": (_example, [(("folder",), {"type": Path})]),
    "new": (
        _new,
        [
            (("folder",), {"type": Path}),
            (("--kind",), {"choices": ("standard", "local"), "required": True}),
            ORGANISATION,
            (("--title",), {}),
        ],
    ),
    "derive": (_derive, [(("standard",), {}), (("folder",), {"type": Path}), ORGANISATION]),
    "status": (_status, [WORKSPACE, JSON]),
    "save": (_save, [WORKSPACE, (("-m", "--message"), {"required": True})]),
    **ARCHIVING,
    **DISCUSSING,
    **EXCHANGING,
    **IMPORTING,
    **EXPORTING,
    **MARKET,
    **MATCHING,
    **MEMO,
    **MERGING,
    **STANDARDS,
    **STYLES,
    **PROPOSING,
    **PUBLICATION,
    **RECEIVING,
    **SETTLING,
    **ROOMS,
    **COLLECTING,
    **SHEETS,
    **SHARING,
    **SIGNING,
    **SUGGESTING,
    **TRUST,
    **VERSIONS,
    **WAIVING,
    **WOO,
}
"""Each command: what it does, and its arguments."""
