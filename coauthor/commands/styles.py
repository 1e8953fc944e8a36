"""Commands for house styles: styles, new-style."""

import argparse
from pathlib import Path

from coauthor.commands import DONE, JSON, LEFT, Commands, one_line, print_json
from coauthor.language import Catalogue


def _styles(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.exchange.style_file import FILE
    from coauthor.workspace.styles import person_folder, style_in, styles_of
    from coauthor.workspace.workspace import open_workspace

    folder: Path | None = options.folder
    one = folder.resolve() if folder is not None and (folder / FILE).is_file() else None
    found = (
        [style_in(one, "folder")]
        if one
        else list(styles_of(open_workspace(folder) if folder else None))
    )
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
        place = text("styles-folder-place" if each.place == "folder" else f"styles-{each.place}")
        print(f"{one_line(each.name):{wide}}  {place}: {said}{usual}")
    print(text("styles-folder", path=str(person_folder())))
    return LEFT if reasons else DONE


def _new_style(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.new_style import new_style

    made = new_style(options.name, options.into, language=text.language, template=options.template)
    taken = made.taken
    values = {
        "format": 1,
        "folder": str(made.folder),
        "fonts": taken.fonts if taken else {},
        "colours": taken.colours if taken else {},
        "margins": taken.margins if taken else {},
        "logo": bool(taken and taken.logo),
        "unread": taken.unread if taken else [],
    }
    if options.json:
        print_json(values)
        return DONE
    print(text("style-made", path=str(made.folder)))
    for key in ("fonts", "colours", "margins"):
        found = values[key]
        if isinstance(found, dict) and found:
            said = ", ".join(dict.fromkeys(map(str, found.values())))
            print(one_line(text(f"style-taken-{key}", said=said)))
    if values["logo"]:
        print(text("style-taken-logo"))
    for colour in taken.unread if taken else ():
        print(text("style-left-colour", colour=colour))
    return DONE


STYLES: Commands = {
    "new-style": (
        _new_style,
        [
            (("name",), {}),
            (("--into",), {"type": Path, "metavar": "DIR"}),
            (("--from",), {"type": Path, "metavar": "FILE.docx", "dest": "template"}),
            JSON,
        ],
    ),
    "styles": (_styles, [(("folder",), {"type": Path, "nargs": "?", "metavar": "DIR"}), JSON]),
}
"""House styles: which there are, and a new one."""
