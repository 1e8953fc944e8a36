"""OpenSSH with git, and gitolite behind it."""

import contextlib
import getpass
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.history.servers.running import HOST, bare, free_port, program, running


@dataclass
class SshServer:
    """A running sshd; ``folder`` holds its keys and repositories."""

    folder: Path
    port: int
    user: str

    def address(self, path: str | Path) -> str:
        return f"ssh://{self.user}@{HOST}:{self.port}/{str(path).lstrip('/')}"

    def repository(self, name: str, branch: str = "main") -> Path:
        return bare(self.folder / "repositories" / name, branch)

    @property
    def host_key(self) -> str:
        """What ``known_hosts`` says of this server."""
        key = (self.folder / "host_ed25519.pub").read_text("utf-8").split()
        return f"[{HOST}]:{self.port} {key[0]} {key[1]}\n"

    def admit(self, public_key: Path, command: str = "") -> None:
        """Let a key in."""
        options = f'command="{command}",restrict ' if command else ""
        with (self.folder / "authorized_keys").open("a", encoding="utf-8") as file:
            file.write(options + public_key.read_text("utf-8"))


def make_key(path: Path, passphrase: str = "", kind: str = "ed25519") -> Path:
    """Make a key pair; returns the public one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    tool = program("ssh-keygen", "openssh-client")
    words = [tool, "-q", "-t", kind, "-N", passphrase, "-C", "test", "-f", str(path)]
    subprocess.run(words, check=True)
    return path.with_name(f"{path.name}.pub")


@contextlib.contextmanager
def ssh_server(folder: Path, port: int = 0) -> Iterator[SshServer]:
    """Run sshd; who may come in is decided by ``admit``."""
    sshd = program("sshd", "openssh-server")
    port = port or free_port()
    (folder / "repositories").mkdir(parents=True, exist_ok=True)
    if not (folder / "host_ed25519").exists():
        make_key(folder / "host_ed25519")
    (folder / "authorized_keys").touch()
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    lines = [
        f"ListenAddress {HOST}:{port}",
        f"HostKey {folder}/host_ed25519",
        f"PidFile {folder}/pid",
        f"AuthorizedKeysFile {folder}/authorized_keys",
        "StrictModes no",
        "UsePAM no",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin prohibit-password",
        "PermitUserEnvironment no",
        "MaxStartups 100",
        "LogLevel VERBOSE",
    ]
    (folder / "sshd_config").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = [sshd, "-D", "-e", "-f", f"{folder}/sshd_config"]
    with running(*words, log=folder / "sshd.log", port=port):
        yield SshServer(folder, port, getpass.getuser())


def set_up_gitolite(server: SshServer, admin: Path, configuration: str) -> None:
    """Put gitolite behind the server; ``admin`` is the public key of the user ``fatma``."""
    gitolite = program("gitolite", "gitolite3")
    home = server.folder / "gitolite"
    home.mkdir()
    environment = {**os.environ, "HOME": str(home)}
    named = home / "fatma.pub"
    named.write_bytes(admin.read_bytes())

    def run(*words: str) -> None:
        subprocess.run(words, env=environment, check=True, capture_output=True, cwd=home)

    run(gitolite, "setup", "-pk", str(named))
    (home / ".gitolite/conf/gitolite.conf").write_text(configuration, encoding="utf-8")
    run(gitolite, "compile")
    run(gitolite, "trigger", "POST_COMPILE")
    # sshd sets the home of the account; gitolite must find its own.
    shell = program("gitolite-shell", "gitolite3")
    wrapper = home / "shell"
    wrapper.write_text(f'#!/bin/sh\nHOME="{home}" exec "{shell}" "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    server.admit(named, f"{wrapper} fatma")
