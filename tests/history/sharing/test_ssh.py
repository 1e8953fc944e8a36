"""An SSH server as a shared place: real OpenSSH, real keys, real refusals."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.history.sharing.asking import Doubt, Secret
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.hosts import forget_host, known_hosts_file
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect, find_place
from coauthor.history.sharing.sending import Outcome, send
from tests.history.servers.running import HOST, hook
from tests.history.servers.ssh import SshServer, make_key, set_up_gitolite, ssh_server
from tests.history.sharing.making import FATMA, Person, Writer, begin, git


def use_key(home: Path, keys: Path, name: str) -> None:
    """Make a key the person's own."""
    folder = home / ".ssh"
    folder.mkdir(mode=0o700, exist_ok=True)
    for suffix in ("", ".pub"):
        shutil.copy(keys / f"{name}{suffix}", folder / f"id_ed25519{suffix}")


def know(home: Path, *lines: str) -> None:
    """Let the person know hosts already."""
    folder = home / ".ssh"
    folder.mkdir(mode=0o700, exist_ok=True)
    (folder / "known_hosts").write_text("".join(lines), encoding="utf-8")


@pytest.fixture
def known(home: Path, ssh: SshServer, ssh_keys: Path) -> SshServer:
    """The server, known to the person, who has a key that it admits."""
    know(home, ssh.host_key)
    use_key(home, ssh_keys, "plain")
    return ssh


def test_what_one_sends_another_has(known: SshServer, tmp_path: Path) -> None:
    repository = known.repository("samen.git", branch="master")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    fatma.repository.name(fatma.repository.last().id, "besluit", "Fatma", FATMA)
    assert fetch(fatma.repository, fatma.place).is_empty
    sent = send(fatma.repository, fatma.place)
    assert (sent.outcome, sent.names) == (Outcome.SENT, ("besluit",))
    # The server shows master first, which does not exist; the versions are on main.
    join(known.address(repository), tmp_path / "jan")
    jan = Writer(tmp_path / "jan", 10)
    assert jan.repository.branch == "main"
    mine = jan.write("van jan\n")
    assert send(jan.repository, jan.place).outcome is Outcome.SENT
    fetched = fetch(fatma.repository, fatma.place)
    assert fetched.version is not None
    assert (fetched.version.id, fetched.count) == (mine, 1)
    assert send(fatma.repository, fatma.place).outcome is Outcome.NOTHING
    fatma.write("ook iets\n")
    assert send(fatma.repository, fatma.place).outcome is Outcome.NEWER


def test_a_workspace_on_another_line_goes_there(known: SshServer, tmp_path: Path) -> None:
    repository = known.repository("oud.git", branch="master")
    old = tmp_path / "oud"
    subprocess.run(["git", "init", "-q", "-b", "master", old], check=True)
    (old / "coauthor.toml").touch()
    git(old, "add", ".")
    git(old, "commit", "-qm", "een")
    git(old, "push", "-q", str(repository), "master")
    join(known.address(repository), tmp_path / "jan")
    jan = Writer(tmp_path / "jan", 10)
    jan.write("twee\n")
    assert send(jan.repository, jan.place).outcome is Outcome.SENT
    assert git(repository, "for-each-ref", "--format=%(refname)") == "refs/heads/master"


def test_an_unknown_server_is_shown_and_remembered_after_a_yes(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path
) -> None:
    use_key(home, ssh_keys, "plain")
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("vraag.git")))
    with pytest.raises(UserError, match="host-not-trusted"):
        send(fatma.repository, fatma.place)
    person = Person(trusts=False)
    with pytest.raises(UserError, match="host-not-trusted"):
        send(fatma.repository, fatma.place, person)
    (shown,) = person.shown
    said = subprocess.run(
        ["ssh-keygen", "-l", "-f", ssh.folder / "host_ed25519.pub"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert shown.fingerprint == said.split()[1]
    assert (shown.kind, shown.doubt, shown.key_kind) == ("ssh", Doubt.UNKNOWN, "ssh-ed25519")
    assert not known_hosts_file().exists()
    person = Person()
    assert send(fatma.repository, fatma.place, person).outcome is Outcome.SENT
    assert len(person.shown) == 1
    assert known_hosts_file().read_text("utf-8") == ssh.host_key
    fatma.write("twee\n")
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT
    assert forget_host(HOST, ssh.port)
    with pytest.raises(UserError, match="host-not-trusted"):
        fetch(fatma.repository, fatma.place)


def test_a_server_with_another_key_than_before_is_refused(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path
) -> None:
    use_key(home, ssh_keys, "plain")
    other = make_key(tmp_path / "ander").read_text("utf-8").split()
    person = Person()
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("anders.git")))
    for line in (
        f"[{HOST}]:{ssh.port} {other[0]} {other[1]}\n",
        "@revoked * " + ssh.host_key.split(" ", 1)[1],
    ):
        know(home, line)
        with pytest.raises(UserError, match="host-changed"):
            fetch(fatma.repository, fatma.place, person)
    assert person.shown == []


def test_a_server_known_by_another_kind_of_key_is_shown_with_that_doubt(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path
) -> None:
    use_key(home, ssh_keys, "plain")
    other = make_key(tmp_path / "ander", kind="ecdsa").read_text("utf-8").split()
    know(home, f"[{HOST}]:{ssh.port} {other[0]} {other[1]}\n")
    person = Person()
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("soort.git")))
    assert fetch(fatma.repository, fatma.place, person).is_empty
    assert person.shown[0].doubt is Doubt.OTHER_KEY


def test_a_hashed_line_is_understood(
    known: SshServer, home: Path, ssh_keys: Path, tmp_path: Path
) -> None:
    file = home / ".ssh/known_hosts"
    subprocess.run(["ssh-keygen", "-q", "-H", "-f", file], check=True, capture_output=True)
    assert file.read_text("utf-8").startswith("|1|")
    fatma = begin(tmp_path / "fatma", known.address(known.repository("hash.git")))
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_a_locked_key_asks_its_passphrase_once(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path
) -> None:
    know(home, ssh.host_key)
    use_key(home, ssh_keys, "locked")
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("slot.git")))
    person = Person(Secret("fout"), Secret("sesam"))
    assert send(fatma.repository, fatma.place, person).outcome is Outcome.SENT
    assert [each.attempt for each in person.asked] == [1, 2]
    assert person.asked[0].kind == "passphrase"
    assert person.asked[0].place.endswith("id_ed25519")
    fatma.write("twee\n")
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_a_wrong_passphrase_is_asked_three_times(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path
) -> None:
    know(home, ssh.host_key)
    use_key(home, ssh_keys, "locked")
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("slot3.git")))
    person = Person(Secret("fout"))
    with pytest.raises(UserError, match="wrong-passphrase"):
        send(fatma.repository, fatma.place, person)
    assert len(person.asked) == 3
    with pytest.raises(Cancelled):
        send(fatma.repository, fatma.place, Person(None))


def test_the_agent_opens_a_locked_key(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path, agent: None
) -> None:
    know(home, ssh.host_key)
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("agent.git")))
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


@pytest.fixture
def agent(ssh_keys: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = str(tmp_path / "agent")
    process = subprocess.Popen(["ssh-agent", "-D", "-a", path], stdout=subprocess.DEVNULL)
    helper = tmp_path / "askpass"
    helper.write_text("#!/bin/sh\necho sesam\n", encoding="utf-8")
    helper.chmod(0o755)
    try:
        for _ in range(100):
            if Path(path).exists():
                break
            subprocess.run(["sleep", "0.05"], check=True)
        environment = {
            **os.environ,
            "SSH_AUTH_SOCK": path,
            "SSH_ASKPASS": str(helper),
            "SSH_ASKPASS_REQUIRE": "force",
        }
        key = str(ssh_keys / "locked")
        subprocess.run(["ssh-add", "-q", key], env=environment, check=True)
        monkeypatch.setenv("SSH_AUTH_SOCK", path)
        yield
    finally:
        process.terminate()
        process.wait()


def test_a_key_that_is_not_admitted_and_no_key_at_all(
    ssh: SshServer, ssh_keys: Path, home: Path, tmp_path: Path
) -> None:
    know(home, ssh.host_key)
    fatma = begin(tmp_path / "fatma", ssh.address(ssh.repository("vreemd.git")))
    with pytest.raises(UserError, match="no-key"):
        fetch(fatma.repository, fatma.place)
    use_key(home, ssh_keys, "stranger")
    with pytest.raises(UserError, match="key-refused"):
        fetch(fatma.repository, fatma.place)


def test_a_refusal_is_told_with_the_words_of_the_server(known: SshServer, tmp_path: Path) -> None:
    repository = known.repository("streng.git")
    hook(repository, "echo 'Alleen de redactie mag dit. é€ù' >&2; exit 1")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    with pytest.raises(UserError, match="place-refused") as raised:
        send(fatma.repository, fatma.place)
    assert "Alleen de redactie mag dit." in str(raised.value.parameters["said"])
    assert git(repository, "for-each-ref") == ""


def test_words_of_a_server_that_are_no_utf_8_do_not_stop_a_send(
    known: SshServer, tmp_path: Path
) -> None:
    repository = known.repository("latin.git")
    hook(repository, r"printf 'geaccepteerd door \351\351n\n' >&2; exit 0")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_a_full_server(known: SshServer, tmp_path: Path) -> None:
    repository = known.repository("vol.git")
    hook(repository, "echo 'error: No space left on device' >&2; exit 1")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    with pytest.raises(OutsideFailure, match="place-full"):
        send(fatma.repository, fatma.place)


def test_no_repository_and_no_server(known: SshServer, tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma", known.address("/nergens/x.git"))
    with pytest.raises(UserError, match="place-unknown"):
        fetch(fatma.repository, fatma.place)
    connect(fatma.repository, f"ssh://x@{HOST}:1/x.git", name="uit")
    with pytest.raises(OutsideFailure, match="place-unreachable"):
        fetch(fatma.repository, find_place(fatma.repository, "uit"))


def test_gitolite_refuses_a_line_and_a_reader(
    home: Path, ssh_keys: Path, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    configuration = (
        "repo belastingen\n    RW  voorstel/ = fatma\n    -   main = fatma\n    R = fatma\n"
        "repo open\n    RW+ = fatma\nrepo dicht\n    RW+ = jan\n"
    )
    with ssh_server(tmp_path_factory.mktemp("gitolite")) as server:
        set_up_gitolite(server, ssh_keys / "plain.pub", configuration)
        know(home, server.host_key)
        use_key(home, ssh_keys, "plain")
        fatma = begin(tmp_path / "fatma", f"ssh://{server.user}@{HOST}:{server.port}/belastingen")
        with pytest.raises(UserError, match="place-refused") as raised:
            send(fatma.repository, fatma.place)
        assert "main" in str(raised.value.parameters["said"])
        connect(fatma.repository, f"ssh://{server.user}@{HOST}:{server.port}/open", name="open")
        opened = find_place(fatma.repository, "open")
        assert send(fatma.repository, opened).outcome is Outcome.SENT
        connect(fatma.repository, f"ssh://{server.user}@{HOST}:{server.port}/dicht", name="dicht")
        with pytest.raises(UserError, match="place-forbidden"):
            fetch(fatma.repository, find_place(fatma.repository, "dicht"))


def test_a_server_that_says_yes_and_does_not_keep_it(known: SshServer, tmp_path: Path) -> None:
    repository = known.repository("kwijt.git")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    after = repository / "hooks/post-receive"
    after.parent.mkdir(exist_ok=True)
    after.write_text("#!/bin/sh\nexec git update-ref -d refs/heads/main\n", encoding="utf-8")
    after.chmod(0o755)
    with pytest.raises(OutsideFailure, match="place-lost"):
        send(fatma.repository, fatma.place)
    after.unlink()
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_a_name_that_the_server_refuses_does_not_hold_up_the_version(
    known: SshServer, tmp_path: Path
) -> None:
    repository = known.repository("namen.git")
    update = repository / "hooks/update"
    update.parent.mkdir(exist_ok=True)
    update.write_text('#!/bin/sh\ncase "$1" in refs/tags/*) exit 1;; esac\n', encoding="utf-8")
    update.chmod(0o755)
    fatma = begin(tmp_path / "fatma", known.address(repository))
    fatma.repository.name(fatma.repository.last().id, "besluit", "Fatma", FATMA)
    sent = send(fatma.repository, fatma.place)
    assert (sent.outcome, sent.names, sent.refused_names) == (Outcome.SENT, (), ("besluit",))
    with pytest.raises(UserError, match="place-refused"):
        send(fatma.repository, fatma.place)


def test_a_server_that_was_emptied_is_filled_again(known: SshServer, tmp_path: Path) -> None:
    repository = known.repository("leeg.git")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    send(fatma.repository, fatma.place)
    git(repository, "update-ref", "-d", "refs/heads/main")
    fetched = fetch(fatma.repository, fatma.place)
    assert fetched.is_empty
    assert fetched.before
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_the_history_of_a_server_that_was_rewritten_is_kept(
    known: SshServer, tmp_path: Path
) -> None:
    repository = known.repository("herschreven.git")
    fatma = begin(tmp_path / "fatma", known.address(repository))
    known_before = fatma.write("twee\n")
    send(fatma.repository, fatma.place)
    tree = git(repository, "rev-parse", "main~1^{tree}")
    other = git(repository, "commit-tree", "-p", "main~1", "-m", "anders", tree)
    git(repository, "update-ref", "refs/heads/main", other)
    assert send(fatma.repository, fatma.place).outcome is Outcome.NEWER
    fetched = fetch(fatma.repository, fatma.place)
    assert fetched.version is not None
    assert (fetched.version.id, fetched.rewritten) == (other, True)
    assert git(fatma.root, "rev-parse", fetched.kept) == known_before
