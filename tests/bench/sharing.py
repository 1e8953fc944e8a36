"""Sharing: sending, joining, fetching and packing beside the git program.

The workspace of the bench of the history; a folder as shared place.
"""

import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from coauthor.history.repository import Repository
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.packing import pack
from coauthor.history.sharing.places import connect, default_place
from coauthor.history.sharing.sending import send
from coauthor.history.sharing.unpacking import join_package
from tests.bench.history import build
from tests.history.sharing.making import Writer

Row = tuple[str, ...]


def sharing() -> Iterator[Row]:
    """Yield a row an act, with the seconds that it took here and with the git program."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root, place, peer = folder / "w", folder / "plek", folder / "peer.git"
        build(root)
        repository = Repository.open(root)
        connect(repository, str(place))
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", peer], check=True)
        yield _row(
            "first send, 10,000 versions",
            lambda: send(repository, default_place(repository)),
            lambda: _git(root, "push", "-q", str(peer), "main"),
        )
        yield _row(
            "join",
            lambda: join(str(place), folder / "jan"),
            lambda: _git(folder, "clone", "-q", "--no-local", str(peer), str(folder / "piet")),
        )
        Writer(root, saved=1_000_000).write("nieuw\n", "documents/nieuw.md")
        yield _row(
            "send one version",
            lambda: send(repository, default_place(repository)),
            lambda: _git(root, "push", "-q", str(peer), "main"),
        )
        jan = Writer(folder / "jan")
        yield _row(
            "fetch one version",
            lambda: fetch(jan.repository, jan.place),
            lambda: _git(folder / "piet", "fetch", "-q"),
        )
        yield _row(
            "nothing to fetch",
            lambda: fetch(jan.repository, jan.place),
            lambda: _git(folder / "piet", "fetch", "-q"),
        )
        package, bundle = folder / "alles.coauthor", folder / "alles.bundle"
        yield _row(
            "package of everything",
            lambda: pack(repository, package),
            lambda: _git(root, "bundle", "create", "-q", str(bundle), "HEAD", "main"),
        )
        yield _row(
            "begin from a package",
            lambda: join_package(package, folder / "kees"),
            lambda: _git(folder, "clone", "-q", str(bundle), str(folder / "klaas")),
        )


def _row(what: str, ours: Callable[[], object], theirs: Callable[[], object]) -> Row:
    mine, peer = _seconds(ours), _seconds(theirs)
    return what, f"{mine:.2f}", f"{peer:.2f}", f"{peer / mine:.1f}"


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *words], check=True)
