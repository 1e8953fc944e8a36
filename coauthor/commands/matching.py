"""How much of an old text is standard already: match."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coauthor.commands import DONE, JSON, Commands, one_line, print_json
from coauthor.language import Catalogue

if TYPE_CHECKING:
    from coauthor.workspace.matching import Comparison

_SHOWN = 60
"""Letters of a text that stand on a line."""


def _match(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.workspace.matching import match_file
    from coauthor.workspace.standards import find_source, newest, split_release

    address, release = split_release(options.standard)
    source = find_source(address)
    release = release or newest(source)
    found = match_file(options.file, source, release)
    if options.json:
        print_json(_values(found, source.settings.title, release))
        return DONE
    for line in _lines(found, text):
        print(line)
    print(_summary(found, source.settings.title, release, text))
    return DONE


def _lines(found: "Comparison", text: Catalogue) -> list[str]:
    lines = []
    for asked, matched in zip(found.asked, found.matched, strict=True):
        said = text(f"match-{matched.likeness}")
        where = one_line(asked.place)
        if matched.likeness != "own":
            first = matched.candidates[0]
            clause = found.clauses[first.at]
            said = text(
                "match-line",
                likeness=said,
                code=clause.code or clause.uid,
                percent=round(100 * first.share),
            )
        lines.append(f"{where}: {said}: {one_line(asked.title or asked.text.body)[:_SHOWN]}")
    return lines


def _summary(found: "Comparison", title: str, release: str, text: Catalogue) -> str:
    counts = {str(kind): number for kind, number in found.counts.items()}
    return text(
        "match-summary",
        percent=round(100 * found.share),
        standard=title,
        release=release,
        all=len(found.asked),
        **{kind: counts.get(kind, 0) for kind in ("same", "nearly", "related", "own")},
    )


def _values(found: "Comparison", title: str, release: str) -> dict[str, Any]:
    return {
        "format": 1,
        "standard": title,
        "release": release,
        "share": found.share,
        "counts": {str(kind): number for kind, number in sorted(found.counts.items())},
        "requirements": [
            {
                "place": asked.place,
                "title": asked.title or None,
                "text": asked.text.body,
                "likeness": str(matched.likeness),
                "candidates": [
                    {
                        "uid": found.clauses[each.at].uid,
                        "code": found.clauses[each.at].code or None,
                        "title": found.clauses[each.at].title or None,
                        "score": round(each.score, 4),
                        "share": round(each.share, 4),
                    }
                    for each in matched.candidates
                ],
            }
            for asked, matched in zip(found.asked, found.matched, strict=True)
        ],
    }


MATCHING: Commands = {
    "match": (
        _match,
        [
            (("file",), {"type": Path}),
            (("standard",), {"metavar": "STANDARD[@RELEASE]"}),
            JSON,
        ],
    )
}
"""Each command: what it does, and its arguments."""
