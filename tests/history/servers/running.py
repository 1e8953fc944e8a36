"""Starting a server program on a free port, and ending it."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HOST = "127.0.0.1"
_ELSEWHERE = "/usr/sbin:/usr/local/sbin:/sbin:/usr/lib/git-core:/usr/share/gitolite3"


def program(name: str, package: str) -> str:
    """Return the path of a program; without it the test cannot be, and CI must have it."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:{_ELSEWHERE}")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing: packaging/prepare.sh installs {package}")
        pytest.skip(f"{name} is missing: apt-get install {package}")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(*words: str, log: Path, port: int = 0, path: Path | None = None) -> Iterator[None]:
    """Run a program until the block ends; waits for its port or its socket."""
    with log.open("ab") as output:
        # In a group of its own, to end what it forks with it.
        process = subprocess.Popen(
            words,
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            end = time.monotonic() + 20
            while not (_answers(port) if port else path is not None and path.exists()):
                said = log.read_text("utf-8", errors="replace")
                assert process.poll() is None, f"{words[0]} ended: {said}"
                assert time.monotonic() < end, f"{words[0]} does not answer: {said}"
                time.sleep(0.05)
            yield
        finally:
            _end(process, signal.SIGTERM)
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                _end(process, signal.SIGKILL)
                process.wait()


def _end(process: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, how)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection((HOST, port), timeout=1):
            return True
    except OSError:
        return False


def bare(path: Path, branch: str = "main") -> Path:
    """Make a repository for a server with the git program."""
    words = ["git", "init", "--quiet", "--bare", f"--initial-branch={branch}", str(path)]
    subprocess.run(words, check=True)
    subprocess.run(["git", "-C", path, "config", "http.receivepack", "true"], check=True)
    return path


def hook(repository: Path, script: str) -> None:
    """Let the server run a script before it takes a version."""
    file = repository / "hooks" / "pre-receive"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
