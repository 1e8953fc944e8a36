"""Every version is signed, and every other program can check it."""

import subprocess
from datetime import UTC, datetime

import pygit2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coauthor.errors import UserError
from coauthor.history import states
from coauthor.history.repository import Author, Repository
from coauthor.history.sharing import secret_store
from coauthor.history.trust.keys import KeyFile, choose_key, lock_with, own_key
from coauthor.history.trust.signatures import (
    BadSignatureError,
    armoured,
    signer_of,
    split_commit,
    to_sign,
)
from coauthor.history.trust.signing import signed_text

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FATMA = Author("Fatma ☕", organisation="Gemeente Waterrijk")


@pytest.fixture
def repository(tmp_path):
    (tmp_path / "w").mkdir()
    made = Repository.create(tmp_path / "w")
    (tmp_path / "w/a.md").write_text("Tekst.\n", encoding="utf-8")
    return made


def save(repository: Repository, message: str = "Eerste versie\n\nmet uitleg") -> str:
    return repository.commit(message, FATMA, NOW).id


def signer(repository: Repository, version: str) -> str:
    return signer_of(*split_commit(repository.git[version].read_raw()))


def allowed(tmp_path, *keys: str):
    file = tmp_path / "allowed_signers"
    file.write_text("".join(f"* {key}\n" for key in keys), encoding="utf-8")
    return file


def git(repository: Repository, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "gpg.format=ssh", *words]
    return subprocess.run(
        command, cwd=repository.git.workdir, capture_output=True, text=True, check=False
    )


def test_git_says_good_of_what_is_written_here(repository, tmp_path):
    version = save(repository)
    known = allowed(tmp_path, own_key().public)
    said = git(repository, "-c", f"gpg.ssh.allowedSignersFile={known}", "verify-commit", version)
    assert said.returncode == 0
    assert 'Good "git" signature' in said.stderr
    assert own_key().fingerprint in said.stderr


def test_git_says_bad_of_another_key(repository, tmp_path):
    version = save(repository)
    other = tmp_path / "ander"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other], check=True)
    known = allowed(tmp_path, other.with_suffix(".pub").read_text(encoding="utf-8"))
    said = git(repository, "-c", f"gpg.ssh.allowedSignersFile={known}", "verify-commit", version)
    assert said.returncode != 0


def test_what_git_signed_is_known_here(repository):
    save(repository)
    file = own_key().path
    words = ["-c", f"user.signingkey={file}", "-c", "user.name=F", "-c", "user.email=f@x"]
    assert git(repository, *words, "commit", "-S", "--allow-empty", "-m", "x").returncode == 0
    assert signer(repository, str(repository.git.head.target)) == own_key().public


def test_every_way_in_which_a_version_is_made_signs_it(repository, tmp_path):
    first = save(repository)
    second = repository.commit_content({"b.md": b"x"}, "Buiten", FATMA, NOW).id
    state = states.state_of(repository, second)
    third = states.make_version(repository, state, (second, first), "Samen", FATMA, NOW)
    assert {signer(repository, each) for each in (first, second, third)} == {own_key().public}


def test_the_line_moves_with_a_signed_version_also_where_no_branch_is(repository, tmp_path):
    first = save(repository)
    assert str(repository.git.head.target) == first
    repository.git.set_head(pygit2.Oid(hex=first))
    (tmp_path / "w/a.md").write_text("Anders.\n", encoding="utf-8")
    second = save(repository)
    assert repository.git.head_is_detached
    assert str(repository.git.head.target) == second
    assert str(repository.git.references["refs/heads/main"].target) == first


def test_a_version_is_not_made_over_one_that_another_program_made_meanwhile(
    repository, tmp_path, monkeypatch
):
    first = save(repository)
    (tmp_path / "w/a.md").write_text("Anders.\n", encoding="utf-8")
    signed = signed_text

    def meanwhile(message: bytes, key: KeyFile | None) -> str:
        nobody = pygit2.Signature("x", "x@x")
        tree = repository.git[first].peel(pygit2.Tree).id
        repository.git.create_commit("HEAD", nobody, nobody, "x", tree, [pygit2.Oid(hex=first)])
        return signed(message, key)

    monkeypatch.setattr("coauthor.history.trust.signing.signed_text", meanwhile)
    with pytest.raises(Exception, match="disk-failed"):
        save(repository)


def test_a_key_in_an_agent_signs_without_its_passphrase(repository, tmp_path, monkeypatch):
    secret_store._memory.clear()
    file = tmp_path / "id_ed25519"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file], check=True)
    began = subprocess.run(["ssh-agent", "-s"], capture_output=True, text=True, check=True).stdout
    values = dict(each.split(";")[0].split("=") for each in began.split("\n") if "=" in each)
    monkeypatch.setenv("SSH_AUTH_SOCK", values["SSH_AUTH_SOCK"])
    monkeypatch.setenv("SSH_AGENT_PID", values["SSH_AGENT_PID"])
    try:
        subprocess.run(["ssh-add", "-q", file], check=True, capture_output=True)
        lock_with(choose_key(file).path, "sesam")
        secret_store._memory.clear()
        assert signer(repository, save(repository)) == own_key().public
    finally:
        subprocess.run(["ssh-agent", "-k"], check=True, capture_output=True)


def test_where_people_are_listed_no_version_is_made_without_a_signature(
    repository, tmp_path, monkeypatch
):
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    lock_with(own_key().path, "sesam")
    secret_store._memory.clear()
    first = save(repository)  # nobody is listed: no text waits for a key
    assert split_commit(repository.git[first].read_raw())[1] == ""
    repository.commit_content({"people.toml": b""}, "Mensen", FATMA, NOW)
    with pytest.raises(UserError) as locked:
        repository.commit_content({"b.md": b"x"}, "Tekst", FATMA, NOW)
    assert locked.value.code == "key-locked"


# -- what is changed is found -----------------------------------------------------


@pytest.fixture(scope="module")
def raw(tmp_path_factory, request):
    """A signed version as git keeps it."""
    monkeypatch = pytest.MonkeyPatch()
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path_factory.mktemp("home")))
    root = tmp_path_factory.mktemp("w")
    made = Repository.create(root)
    (root / "a.md").write_text("Tekst.\n", encoding="utf-8")
    version = save(made)
    found = made.git[version].read_raw(), own_key().public
    monkeypatch.undo()
    return found


def known_signer(data: bytes) -> str:
    try:
        return signer_of(*split_commit(data))
    except BadSignatureError:
        return ""


@settings(max_examples=400)
@given(data=st.data())
def test_any_bit_that_is_changed_in_a_signed_version_is_found(raw, data):
    version, public = raw
    assert known_signer(version) == public
    place = data.draw(st.integers(0, len(version) * 8 - 1))
    changed = bytearray(version)
    changed[place // 8] ^= 1 << place % 8
    assert known_signer(bytes(changed)) != public


@given(data=st.data())
def test_a_part_that_is_left_out_said_twice_or_put_elsewhere_is_found(raw, data):
    version, public = raw
    lines = version.split(b"\n")
    first, second = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    kind = data.draw(st.sampled_from(["drop", "double", "swap"]))
    changed = list(lines)
    if kind == "drop":
        del changed[first]
    elif kind == "double":
        changed.insert(second, changed[first])
    else:
        changed[first], changed[second] = changed[second], changed[first]
    if changed != lines:
        assert known_signer(b"\n".join(changed)) != public


def test_a_signature_for_another_purpose_does_not_count(tmp_path):
    own_key()
    text = tmp_path / "brief"
    text.write_bytes(b"Geachte")
    words = ["ssh-keygen", "-q", "-Y", "sign", "-n", "file", "-f", own_key().path, text]
    subprocess.run(words, check=True)
    signature = text.with_suffix(".sig").read_text(encoding="ascii").rstrip("\n")
    with pytest.raises(BadSignatureError):
        signer_of(b"Geachte", signature)


def test_openssh_writes_a_signature_to_the_letter_as_we_do(tmp_path):
    key = own_key()
    text = tmp_path / "brief"
    text.write_bytes(b"Geachte")
    words = ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", key.path, text]
    subprocess.run(words, check=True)
    signature = text.with_suffix(".sig").read_text(encoding="ascii").rstrip("\n")
    assert signature == signed_text(b"Geachte")
    assert signer_of(b"Geachte", signature) == key.public
    with pytest.raises(BadSignatureError):
        signer_of(b"Geachte heer", signature)
    assert armoured(key.public, bytes(64)) != signature
    assert to_sign(b"a") != to_sign(b"b")
