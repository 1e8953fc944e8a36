"""A server that checks who may do what refuses, and the program says what it said."""

import os
import sys
from pathlib import Path

import pytest

from coauthor.errors import UserError
from coauthor.history.sharing.sending import Outcome, send
from coauthor.history.trust.checking import install_hook
from coauthor.history.trust.keys import own_key
from tests.history.servers.ssh import SshServer
from tests.history.sharing.making import begin
from tests.history.sharing.test_ssh import know, use_key

PROJECT = Path(__file__).parents[3]
PEOPLE = """[[people]]
key = "{key}"
organisation = "Gemeente Waterrijk"
roles = ["{role}"]

[[people]]
key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJRzd3AX2rnDd0GCqtVhDFG8dNJQmUsCVpnA1YvQ2c0a"
organisation = "Gemeente Waterrijk"
roles = ["steward"]
"""


@pytest.mark.parametrize("role", ["expert", "reader"])
def test_a_server_takes_what_one_may_send_and_refuses_the_rest(
    home: Path, ssh: SshServer, ssh_keys: Path, tmp_path: Path, role: str
) -> None:
    know(home, ssh.host_key)
    use_key(home, ssh_keys, "plain")
    repository = ssh.repository(f"{role}.git")
    shell = ["env", f"PYTHONPATH={PROJECT}", f"PATH={os.environ['PATH']}"]
    hook = install_hook(Path(repository), [*shell, sys.executable, "-m", "coauthor"])
    assert hook.stat().st_mode & 0o111
    fatma = begin(tmp_path / "fatma", ssh.address(repository))
    text = PEOPLE.format(key=own_key().public, role=role)
    fatma.write(text, "people.toml")
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
    fatma.write("twee\n")
    if role == "expert":
        assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
        return
    with pytest.raises(UserError) as refused:
        send(fatma.repository, fatma.place)
    assert refused.value.code == "place-refused"
    assert "hoort niet bij de rol" in str(refused.value.parameters["said"])
