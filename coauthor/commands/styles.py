"""Commands for house styles: styles."""

import argparse
from pathlib import Path

from coauthor.commands import DONE, JSON, LEFT, Commands, one_line, print_json
from coauthor.language import Catalogue


def _styles(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.styles import person_folder, styles_of
    from coauthor.workspace.workspace import open_workspace

    workspace = open_workspace(options.folder) if options.folder else None
    found = styles_of(workspace)
    reasons = {
        each.folder: one_line(text(f"error-{each.error.code}", **each.error.parameters))
        for each in found
        if each.error
    }
    if options.json:
        listed = [
            {
                "name": each.name,
                "label": each.label(text.language),
                "place": each.place,
                "folder": str(each.folder),
                "usual": each.usual,
                "error": reasons.get(each.folder, ""),
            }
            for each in found
        ]
        print_json({"format": 1, "folder": str(person_folder()), "styles": listed})
        return LEFT if reasons else DONE
    wide = max(len(each.name) for each in found)
    for each in found:
        said = reasons.get(each.folder) or one_line(each.label(text.language))
        usual = f" ({text('styles-usual')})" if each.usual else ""
        place = text(f"styles-{each.place}")
        print(f"{one_line(each.name):{wide}}  {place}: {said}{usual}")
    print(text("styles-folder", path=str(person_folder())))
    return LEFT if reasons else DONE


STYLES: Commands = {
    "styles": (_styles, [(("folder",), {"type": Path, "nargs": "?", "metavar": "DIR"}), JSON]),
}
"""House styles: which there are."""
