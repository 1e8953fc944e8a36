"""Commands that tell of other formats: formats, profiles."""

import argparse
from dataclasses import asdict

from coauthor.commands import DONE, JSON, Commands, one_line, print_json
from coauthor.language import Catalogue


def _profiles(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.bringing.profiles import folder, kept_profiles

    kept = kept_profiles()
    if options.json:
        listed = [
            {
                "name": each.name,
                "columns": dict(each.roles),
                "words": list(map(asdict, each.meanings)),
            }
            for each in kept
        ]
        print_json({"format": 1, "folder": str(folder()), "profiles": listed})
        return DONE
    for each in kept:
        print(f"{one_line(each.name)}: {one_line(', '.join(each.roles))}")
    print(text("profiles-folder", path=str(folder()), count=len(kept)))
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
    "formats": (_formats, [JSON]),
    "profiles": (_profiles, [JSON]),
}
