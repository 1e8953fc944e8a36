"""Commands for trust: verify, people, key."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coauthor.commands import DONE, FAILED, JSON, LEFT, WORKSPACE, Commands, print_json
from coauthor.errors import CoauthorError
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.history.trust.checking import Checked


def _verify(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.history.trust.checking import check_all, check_sent, install_hook

    if options.install:
        hook = install_hook(options.folder, _program())
        print(text("verify-installed", path=str(hook)))
        return DONE
    if options.hook:
        # What a forge shows of this comes from here; it refuses on any answer but 0.
        try:
            checked = check_sent(options.folder, sys.stdin)
        except CoauthorError as error:
            print(text(f"error-{error.code}", **error.parameters))
            return FAILED
    else:
        checked = check_all(options.folder)
    return _tell(options, text, checked)


def _tell(options: argparse.Namespace, text: Catalogue, found: "Sequence[Checked]") -> int:
    from coauthor.workspace.trust.checking import checked_values, finding_text

    good = all(each.verdict.is_good for each in found)
    if options.json:
        print_json({"format": 1, "good": good, "lines": [checked_values(each) for each in found]})
        return DONE if good else LEFT
    for each in found:
        verdict = each.verdict
        for finding in verdict.open:
            print(finding_text(finding, each.named.get(finding.version), text))
        if not options.hook:
            name = each.reference.rpartition("/")[2]
            print(text("verify-line", line=name, count=verdict.versions, open=len(verdict.open)))
            if verdict.settled:
                print(text("verify-settled", count=len(verdict.settled)))
    if options.hook and not good:
        print(text("verify-refused"))
    return DONE if good else LEFT


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable]
    program = os.environ.get("COAUTHOR_PROGRAM", "")
    return [program] if Path(program).is_absolute() else [sys.executable, "-m", "coauthor"]


def _people(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.review.rights import fingerprint_of
    from coauthor.workspace.events import acting, people_of
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.workspace)
    people, own = people_of(workspace), acting(workspace)
    if options.json:
        print_json(
            {
                "format": 1,
                "organisations": [
                    {"name": each.name, "party": each.party, "size": each.size}
                    for each in people.organisations
                ],
                "people": [
                    {
                        "key": each.key,
                        "fingerprint": fingerprint_of(each.key),
                        "organisation": each.organisation,
                        "roles": sorted(each.roles),
                        "me": each == own,
                    }
                    for each in people.members
                ],
            }
        )
        return DONE
    if not people.members:
        print(text("people-nobody"))
    for each in people.members:
        roles = ", ".join(text(f"role-{role}") for role in sorted(each.roles & _roles()))
        line = f"{each.organisation}: {roles}  {fingerprint_of(each.key)}"
        print(text("people-me", line=line) if each == own else line)
    return DONE


def _roles() -> frozenset[str]:
    from coauthor.review.people import ROLES

    return frozenset(ROLES)


def _key(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.history.trust.keys import choose_key, own_key

    key = own_key()
    if options.use is not None:
        key = choose_key(options.use)
    elif options.own:
        key = choose_key(None)
    if options.json:
        print_json(
            {
                "format": 1,
                "public": key.public,
                "fingerprint": key.fingerprint,
                "path": str(key.path),
            }
        )
    else:
        print(key.public)
        print(text("key-fingerprint", fingerprint=key.fingerprint))
        print(text("key-path", path=str(key.path)))
    return DONE


TRUST: Commands = {
    "verify": (
        _verify,
        [
            (("folder",), {"type": Path}),
            (("--hook",), {"action": "store_true"}),
            (("--install",), {"action": "store_true"}),
            JSON,
        ],
    ),
    "people": (_people, [WORKSPACE, JSON]),
    "key": (
        _key,
        [
            (("--use",), {"type": Path, "metavar": "FILE"}),
            (("--own",), {"action": "store_true"}),
            JSON,
        ],
    ),
}
"""Each command: what it does, and its arguments."""
