"""What the named programs do with a text, each in a process of its own."""

import importlib
import json
import os
import sys
from pathlib import Path


def main(peer: str, source: str, target: str) -> None:
    """Let one of them make a file of another."""
    if peer == "pandoc":
        importlib.import_module("pypandoc").convert_file(
            source, Path(target).suffix[1:], outputfile=target, extra_args=["--standalone"]
        )
    elif peer == "openpyxl":
        book = importlib.import_module("openpyxl").Workbook()
        for row in json.loads(Path(source).read_bytes()):
            book.active.append(row)
        book.save(target)
    elif peer == "doorstop":
        os.chdir(source)
        sys.argv = ["doorstop", "publish", "MET", target]
        importlib.import_module("doorstop.cli.main").main(["publish", "MET", target])


if __name__ == "__main__":
    main(*sys.argv[1:])
