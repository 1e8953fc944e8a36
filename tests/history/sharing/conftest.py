"""Servers for the tests of sharing, one of each for the whole run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.history.sharing import secret_store
from tests.history.servers.https import HttpsServer, https_server
from tests.history.servers.ssh import SshServer, make_key, ssh_server


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    secret_store._memory.clear()
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setattr("coauthor.history.sharing.talking._PAUSES", (0.05, 0.05))


@pytest.fixture(scope="session")
def ssh_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key files: ``plain`` and ``locked`` (passphrase ``sesam``), ``stranger``."""
    folder = tmp_path_factory.mktemp("keys")
    make_key(folder / "plain")
    make_key(folder / "locked", "sesam")
    make_key(folder / "stranger")
    return folder


@pytest.fixture(scope="session")
def ssh(tmp_path_factory: pytest.TempPathFactory, ssh_keys: Path) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("ssh")) as server:
        server.admit(ssh_keys / "plain.pub")
        server.admit(ssh_keys / "locked.pub")
        yield server


@pytest.fixture(scope="session")
def https(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HttpsServer]:
    with https_server(tmp_path_factory.mktemp("https")) as server:
        yield server
