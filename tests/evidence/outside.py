"""Programs outside of ours: LibreOffice and those that look at a PDF, each measured."""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_LIMIT = 900
"""Seconds for one file."""
_HOW = {
    "soffice": "apt-get install --no-install-recommends libreoffice-writer-nogui"
    " libreoffice-calc-nogui",
    "pdftoppm": "apt-get install poppler-utils",
    "pdfinfo": "apt-get install poppler-utils",
    "qpdf": "apt-get install qpdf",
}
_CSV = "Text - txt - csv (StarCalc):59/44,34,76,1,,0,false,true,false"
"""What a person chooses in the window that LibreOffice opens: both marks, quotes, UTF-8."""
_MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(f"peak={resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024}")
sys.exit(code)
"""


@dataclass(frozen=True)
class Measured:
    """What a program said; how long it took, and the most memory that it had, in MB."""

    code: int
    said: str
    seconds: float
    megabytes: int


def missing(*programs: str) -> str:
    """Return how to install the first of these programs that is not there, or ''."""
    for each in programs:
        if shutil.which(each) is None:
            return f"not found: {each} ({_HOW.get(each, 'see README')})"
    return ""


def run(*command: str, folder: Path | None = None) -> Measured:
    """Run a program to its end and measure it; it is given fifteen minutes."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=_LIMIT,
        check=False,
    )
    said = done.stdout + done.stderr
    found = re.search(r"peak=(\d+)\n", said)
    seconds = time.perf_counter() - begun
    peak = int(found[1]) if found else 0
    return Measured(done.returncode, said.replace(found[0] if found else "\0", ""), seconds, peak)


def convert(
    file: Path, target: str, folder: Path, suffix: str = ""
) -> tuple[Path | None, Measured]:
    """Open a file in LibreOffice and save it in another format.

    Args:
        target: the format, with its filter where the suffix does not say enough.
        folder: where the result is written.

    Returns:
        The file, or None when LibreOffice could not open it.
    """
    opening = [f"--infilter={_CSV}"] if file.suffix == ".csv" else []
    made = folder / f"{file.stem}.{suffix or target.partition(':')[0]}"
    made.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="evidence-") as profile:
        done = run(
            "soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
            "--norestore", *opening, "--convert-to", target, "--outdir", str(folder), str(file),
        )  # fmt: skip
    return (made if made.is_file() and made.stat().st_size else None), done


def pages(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=False).stdout
    found = re.search(r"Pages:\s+(\d+)", said)
    return int(found[1]) if found else 0


def pictures(pdf: Path, numbers: list[int], folder: Path) -> None:
    """Draw pages as PNG, to look at."""
    for number in numbers:
        subprocess.run(
            ["pdftoppm", "-r", "60", "-png", "-f", str(number), "-l", str(number),
             str(pdf), str(folder / f"{pdf.stem}")],
            check=False,
        )  # fmt: skip
