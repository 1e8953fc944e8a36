"""Lines that break half-way, servers that die, disks that are full."""

import os
import random
import resource
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.history.sharing.asking import Step
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect, find_place
from coauthor.history.sharing.sending import Outcome, send
from coauthor.history.sharing.talking import _SILENCE_TIMEOUTS
from tests.history.servers.cutting import Line, line
from tests.history.servers.https import HttpsServer
from tests.history.servers.running import HOST
from tests.history.servers.ssh import SshServer, ssh_server
from tests.history.sharing.making import Person, StopAt, Writer, begin, git
from tests.history.sharing.test_https import RIGHT
from tests.history.sharing.test_ssh import know, use_key

MUCH = 300_000
"""Bytes of noise: so much that a line can break within it."""


def noise(seed: int = 1) -> str:
    return random.Random(seed).randbytes(MUCH // 2).hex()


@pytest.fixture
def ssh_line(ssh: SshServer, home: Path, ssh_keys: Path) -> Iterator[Line]:
    use_key(home, ssh_keys, "plain")
    with line(ssh.port) as found:
        know(home, ssh.host_key, ssh.host_key.replace(str(ssh.port), str(found.port)))
        yield found


@pytest.fixture
def https_line(https: HttpsServer) -> Iterator[Line]:
    with line(https.port) as found:
        yield found


def test_a_send_over_ssh_that_is_cut_off_arrives_later(
    ssh: SshServer, ssh_line: Line, tmp_path: Path
) -> None:
    repository = ssh.repository("knip.git")
    address = f"ssh://{ssh.user}@{HOST}:{ssh_line.port}{repository}"
    fatma = begin(tmp_path / "fatma", address, noise())
    ssh_line.cut(up=100_000)
    with pytest.raises(OutsideFailure, match="place-cut-off"):
        send(fatma.repository, fatma.place)
    assert ssh_line.broken == 3  # it tried again by itself
    assert git(repository, "for-each-ref") == ""
    ssh_line.cut(up=100_000, times=1)
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
    git(repository, "fsck", "--strict")
    assert git(repository, "rev-parse", "main") == fatma.repository.last().id


def test_a_fetch_over_ssh_that_is_cut_off_leaves_nothing_and_is_done_again(
    ssh: SshServer, ssh_line: Line, tmp_path: Path
) -> None:
    repository = ssh.repository("knip2.git")
    address = f"ssh://{ssh.user}@{HOST}:{ssh_line.port}{repository}"
    fatma = begin(tmp_path / "fatma", address, noise())
    send(fatma.repository, fatma.place)
    ssh_line.cut(down=100_000)
    with pytest.raises(OutsideFailure, match="place-cut-off"):
        join(address, tmp_path / "jan")
    assert [each.name for each in tmp_path.iterdir()] == ["fatma"]
    ssh_line.cut(down=100_000, times=1)
    join(address, tmp_path / "jan")
    assert Writer(tmp_path / "jan").repository.changed_paths() == []


def test_a_send_over_https_that_is_cut_off_arrives_later(
    https: HttpsServer, https_line: Line, tmp_path: Path
) -> None:
    repository = https.repository("knip.git")
    fatma = begin(tmp_path / "fatma", f"https://{HOST}:{https_line.port}/knip.git", noise())
    person = Person(RIGHT)
    https_line.cut(up=100_000)
    with pytest.raises(OutsideFailure, match="place-cut-off"):
        send(fatma.repository, fatma.place, person)
    assert git(repository, "for-each-ref") == ""
    https_line.cut(up=100_000, times=1)
    assert send(fatma.repository, fatma.place, person).outcome is Outcome.SENT
    assert len(person.asked) == 1
    assert git(repository, "rev-parse", "main") == fatma.repository.last().id


def test_a_fetch_over_https_that_is_cut_off_is_done_again(
    https: HttpsServer, https_line: Line, tmp_path: Path
) -> None:
    https.repository("knip2.git")
    address = f"https://{HOST}:{https_line.port}/knip2.git"
    fatma = begin(tmp_path / "fatma", address, noise())
    send(fatma.repository, fatma.place, Person(RIGHT))
    https_line.cut(down=100_000)
    with pytest.raises(OutsideFailure, match="place-cut-off"):
        join(address, tmp_path / "jan")
    assert [each.name for each in tmp_path.iterdir()] == ["fatma"]
    https_line.cut(down=100_000, times=1)
    join(address, tmp_path / "jan")


def test_an_answer_that_does_not_come_back_is_looked_up(
    ssh: SshServer, ssh_line: Line, tmp_path: Path
) -> None:
    """The server took the version, and the line broke before it could say so."""
    repository = ssh.repository("antwoord.git")
    address = f"ssh://{ssh.user}@{HOST}:{ssh_line.port}{repository}"
    fatma = begin(tmp_path / "fatma", address, noise())
    hook = repository / "hooks/post-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nhead -c 20000 /dev/zero | tr '\\0' x >&2\n", encoding="utf-8")
    hook.chmod(0o755)
    ssh_line.cut(down=12_000, times=1)
    sent = send(fatma.repository, fatma.place)
    assert ssh_line.broken == 1
    assert (sent.outcome, sent.count) == (Outcome.SENT, 1)


def test_a_server_that_dies_while_sending(
    ssh_keys: Path, home: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("dood")
    with ssh_server(folder) as server:
        server.admit(ssh_keys / "plain.pub")
        use_key(home, ssh_keys, "plain")
        know(home, server.host_key)
        repository = server.repository("dood.git")
        fatma = begin(tmp_path / "fatma", server.address(repository))
        send(fatma.repository, fatma.place)
        fatma.write(noise(2))
    with pytest.raises(OutsideFailure, match="place-unreachable"):
        send(fatma.repository, fatma.place)
    with ssh_server(folder, server.port):
        assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


@pytest.mark.parametrize("step", ["connecting", "sending"])
def test_a_person_stops_a_send(ssh: SshServer, ssh_line: Line, tmp_path: Path, step: str) -> None:
    repository = ssh.repository(f"stop-{step}.git")
    fatma = begin(tmp_path / "fatma", ssh.address(repository), noise())
    with pytest.raises(Cancelled):
        send(fatma.repository, fatma.place, progress=StopAt(step, step == "sending"))
    assert git(repository, "for-each-ref") == ""
    assert git(fatma.root, "for-each-ref", "refs/coauthor") == ""
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_a_person_stops_a_fetch(ssh: SshServer, ssh_line: Line, tmp_path: Path) -> None:
    address = ssh.address(ssh.repository("stop-ophalen.git"))
    fatma = begin(tmp_path / "fatma", address, noise())
    send(fatma.repository, fatma.place)
    with pytest.raises(Cancelled):
        join(address, tmp_path / "jan", progress=StopAt("receiving"))
    assert [each.name for each in tmp_path.iterdir()] == ["fatma"]


def test_an_unreachable_server_can_be_stopped_between_tries(tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma", f"ssh://x@{HOST}:1/x.git")
    stop = StopAt("connecting", 0)
    with pytest.raises(Cancelled):
        fetch(fatma.repository, fatma.place, progress=stop)
    assert stop.reports == 1


@pytest.mark.parametrize("kind", ["ssh", "https"])
def test_a_server_that_says_nothing_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setitem(_SILENCE_TIMEOUTS, Step.CONNECTING, 300)
    with socket.create_server((HOST, 0)) as silent:
        port = silent.getsockname()[1]
        fatma = begin(tmp_path / "fatma", f"{kind}://x@{HOST}:{port}/x.git")
        with pytest.raises(OutsideFailure, match=r"place-(cut-off|unreachable)"):
            fetch(fatma.repository, fatma.place)


# -- a full disk ---------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; needs the right to mount."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    mount = shutil.which("mount")
    done = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=False, capture_output=True
    )
    if not done or done.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_network_drive(small_disk: Path, tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma", str(small_disk / "plek"))
    send(fatma.repository, fatma.place)
    (small_disk / "vulling").write_bytes(bytes(700_000))
    for seed in range(2):
        fatma.write(noise(seed))
    before = git(small_disk / "plek", "rev-parse", "main")
    with pytest.raises(OutsideFailure, match="place-full"):
        send(fatma.repository, fatma.place)
    assert git(small_disk / "plek", "rev-parse", "main") == before
    (small_disk / "vulling").unlink()
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
    git(small_disk / "plek", "fsck", "--strict")


def test_a_full_disk_of_our_own(small_disk: Path, tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma", str(tmp_path / "plek"))
    for seed in range(8):
        fatma.write(noise(seed))
    send(fatma.repository, fatma.place)
    with pytest.raises(OutsideFailure, match="fetch-disk-full"):
        join(str(tmp_path / "plek"), small_disk / "jan")
    assert list(small_disk.iterdir()) == []


def test_a_limit_on_what_may_be_written_at_the_place(tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma", str(tmp_path / "plek"))
    fatma.write(noise())
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
        with pytest.raises(OutsideFailure, match="place-full"):
            send(fatma.repository, fatma.place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert git(tmp_path / "plek", "for-each-ref") == ""
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_place_where_one_may_only_read(tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma", str(tmp_path / "plek"))
    for path in (tmp_path / "plek").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    connect(fatma.repository, str(tmp_path / "twee"), name="twee")
    assert find_place(fatma.repository, "twee").name == "twee"
    with pytest.raises(UserError, match="place-read-only"):
        send(fatma.repository, fatma.place)
