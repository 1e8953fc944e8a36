"""Commands for sharing: places, connect, join, send, package."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, JSON, LEFT, WORKSPACE, Commands, now, print_json
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.history.repository import Repository

PLACE = (("--place",), {"metavar": "NAME"})


def _places(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.history.graph import standing
    from coauthor.history.sharing.places import choose, disconnect, find_place, places
    from coauthor.workspace.workspace import open_workspace

    repository = open_workspace(options.workspace).repository
    if options.forget_server:
        return _forget_server(options.forget_server, text)
    if options.default:
        choose(repository, find_place(repository, options.default).name)
    if options.remove:
        disconnect(repository, find_place(repository, options.remove))
    found = [(each, standing(repository, each)) for each in places(repository)]
    if options.json:
        values = [
            {
                "name": place.name,
                "kind": str(place.address.kind),
                "address": place.address.text,
                "default": place.is_default,
                "reached": known.known,
                "to_send": known.to_send,
                "to_take": known.to_take,
            }
            for place, known in found
        ]
        print_json({"format": 1, "places": values})
        return DONE
    for place, known in found:
        mark = "*" if place.is_default else " "
        kind = text(f"place-{place.address.kind}")
        print(f"{mark} {place.name}: {place.address.text} ({kind})")
        print("    " + text("cli-standing", send=known.to_send, take=known.to_take))
    if not found:
        print(text("cli-no-places"))
    return DONE


def _forget_server(typed: str, text: Catalogue) -> int:
    from coauthor.history.sharing.hosts import forget_host

    host, _, port = typed.rpartition(":") if ":" in typed else (typed, "", "")
    ports = [int(port)] if port.isdecimal() else [22, 443]
    # All of them, not only the first that was known.
    forgotten = [forget_host(host, each) for each in ports]
    print(text("cli-server-forgotten" if any(forgotten) else "cli-server-unknown", host=typed))
    return DONE


def _connect(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.history.sharing.places import connect
    from coauthor.workspace.workspace import open_workspace

    repository = open_workspace(options.workspace).repository
    place = connect(repository, options.address, name=options.name or "")
    print(text("cli-connected", place=place.name, address=place.address.text))
    return DONE


def _join(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.asking import asker, reporter
    from coauthor.history.sharing.joining import join
    from coauthor.history.sharing.unpacking import join_package
    from coauthor.history.trust.checking import check_all
    from coauthor.workspace import settings
    from coauthor.workspace.trust.checking import finding_text

    report, must_hold = reporter(text), settings.FILE
    package = Path(options.address).expanduser()
    if package.is_file():
        joined = join_package(package, options.folder, report, must_hold=must_hold)
    else:
        person = asker(text)
        joined = join(options.address, options.folder, person, report, must_hold=must_hold)
    print(text("cli-joined", path=str(joined.root)))
    wrong = [
        finding_text(finding, each.named.get(finding.version), text)
        for each in check_all(joined.root)
        for finding in each.verdict.open
    ]
    for line in wrong:
        print(line)
    return LEFT if wrong else DONE


def _send(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.asking import asker, reporter
    from coauthor.history.sharing.places import find_place
    from coauthor.history.sharing.sending import Outcome, send
    from coauthor.workspace.person import read_person
    from coauthor.workspace.sharing.sending import make_ready
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    repository = workspace.repository
    place = find_place(repository, options.place or "")
    with writing_alone(workspace, person, now(), text("version-outside")):
        make_ready(workspace, person.author, now(), text("version-decided"))
    sent = send(repository, place, asker(text), reporter(text))
    if options.json:
        print_json(
            {
                "format": 1,
                "outcome": str(sent.outcome),
                "place": place.name,
                "version": sent.version,
                "versions": sent.count,
                "names": list(sent.names),
                "refused_names": list(sent.refused_names),
            }
        )
    else:
        print(text(f"sent-{sent.outcome}", place=place.address.text, count=sent.count))
        for name in sent.refused_names:
            print(text("sent-name-refused", name=name))
        _mention_unsaved(repository, text)
    return LEFT if sent.outcome is Outcome.NEWER or sent.refused_names else DONE


def _mention_unsaved(repository: "Repository", text: Catalogue) -> None:
    if changed := repository.changed_paths():
        print(text("cli-not-saved", count=len(changed)), file=sys.stderr)


def _package(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.commands.asking import reporter
    from coauthor.history.sharing.packing import pack
    from coauthor.history.sharing.places import find_place
    from coauthor.workspace.person import read_person
    from coauthor.workspace.sharing.sending import make_ready
    from coauthor.workspace.workspace import open_workspace
    from coauthor.workspace.writing_alone import writing_alone

    workspace, person = open_workspace(options.workspace), read_person()
    repository = workspace.repository
    since = list(options.since or [])
    if options.place:
        since.append(find_place(repository, options.place).known(repository.branch))
    with writing_alone(workspace, person, now(), text("version-outside")):
        make_ready(workspace, person.author, now(), text("version-decided"))
    packed = pack(repository, options.output, since=since, progress=reporter(text))
    print(text("cli-packed", path=str(packed.path), count=packed.count))
    _mention_unsaved(repository, text)
    return DONE


SHARING: Commands = {
    "places": (
        _places,
        [
            WORKSPACE,
            (("--default",), {"metavar": "NAME"}),
            (("--remove",), {"metavar": "NAME"}),
            (("--forget-server",), {"metavar": "HOST[:PORT]"}),
            JSON,
        ],
    ),
    "connect": (_connect, [WORKSPACE, (("address",), {}), (("--name",), {})]),
    "join": (_join, [(("address",), {}), (("folder",), {"type": Path})]),
    "send": (_send, [WORKSPACE, PLACE, JSON]),
    "package": (
        _package,
        [
            WORKSPACE,
            (("-o", "--output"), {"type": Path, "required": True}),
            (("--since",), {"action": "append", "metavar": "VERSION"}),
            PLACE,
        ],
    ),
}
"""Each command: what it does, and its arguments."""
