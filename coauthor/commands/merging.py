"""Commands that let git and scripts use our merge: merge-file, merge-driver."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coauthor.commands import DONE, JSON, LEFT, Commands, print_json
from coauthor.language import Catalogue


def _merge_file(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.document.reading import encode
    from coauthor.merge.merging import merge_texts
    from coauthor.workspace.merging.three_files import read_text, report, write_text

    texts = [read_text(path) for path in (options.base, options.ours, options.theirs)]
    merge = merge_texts(*texts)
    if options.output is not None:
        write_text(options.output, merge.text)
    if options.json:
        print_json(report(merge))
    elif options.output is None:
        sys.stdout.buffer.write(encode(merge.text))
    if not options.json:
        print(_summary(report(merge), text), file=sys.stderr)
    return DONE if merge.is_settled else LEFT


def _summary(values: Mapping[str, Any], text: Catalogue) -> str:
    counts = values["counts"]
    settled = counts["taken"] + counts["combined"]
    said = [text("cli-merged", settled=settled, look=counts["look"], decide=counts["decide"])]
    for each in values["decisions"]:
        start, end = each["ours"]["lines"]
        said.append(text("cli-merge-place", start=start, end=max(start, end - 1)))
    return "\n".join(said)


def _merge_driver(options: argparse.Namespace, text: Catalogue) -> int:
    from coauthor.history.driver import install_driver

    install_driver(options.repository, _own_command())
    print(text("cli-driver-installed", path=str(options.repository.resolve())))
    return DONE


def _own_command() -> list[str]:
    """Return the words that start this program again, from anywhere."""
    return [sys.executable, "-m", "coauthor"]


MERGING: Commands = {
    "merge-file": (
        _merge_file,
        [
            (("base",), {"type": Path}),
            (("ours",), {"type": Path}),
            (("theirs",), {"type": Path}),
            (("-o", "--output"), {"type": Path}),
            JSON,
        ],
    ),
    "merge-driver": (
        _merge_driver,
        [
            (("act",), {"choices": ("install",)}),
            (("repository",), {"type": Path, "nargs": "?", "default": Path()}),
        ],
    ),
}
"""Each command: what it does, and its arguments."""
