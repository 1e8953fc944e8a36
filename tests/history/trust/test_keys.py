"""The person's own key."""

import stat
import subprocess

import pytest

from coauthor.errors import UserError
from coauthor.history.sharing import secret_store
from coauthor.history.trust.keys import (
    choose_key,
    keys_at_hand,
    lock_with,
    own_key,
    read_key,
    unlock,
    unlocked,
)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    secret_store._memory.clear()


def test_a_key_is_made_at_first_use_and_stays():
    first = own_key()
    assert own_key() == first
    assert first.public.startswith("ssh-ed25519 ")
    assert first.fingerprint.startswith("SHA256:")


def test_nobody_else_on_the_computer_can_read_it():
    assert stat.S_IMODE(own_key().path.stat().st_mode) == 0o600
    assert stat.S_IMODE(own_key().path.parent.stat().st_mode) == 0o700


def test_openssh_knows_it_by_the_same_fingerprint():
    key = own_key()
    said = subprocess.run(
        ["ssh-keygen", "-l", "-f", key.path], capture_output=True, text=True, check=True
    )
    assert key.fingerprint in said.stdout


def test_a_key_of_the_person_can_sign_instead(home):
    made = own_key()
    theirs = home / ".ssh/id_ed25519"
    theirs.parent.mkdir(mode=0o700)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", theirs], check=True)
    assert keys_at_hand() == (made.path, theirs)
    assert choose_key(theirs) == own_key()
    assert own_key().path == theirs
    assert choose_key(None) == made


def test_a_file_that_is_no_key_changes_nothing(tmp_path):
    made = own_key()
    (tmp_path / "brief.txt").write_text("Geachte", encoding="utf-8")
    for wrong in (tmp_path / "brief.txt", tmp_path / "niets"):
        with pytest.raises(UserError) as refused:
            choose_key(wrong)
        assert refused.value.code == "key-unfit"
    assert own_key() == made


def test_a_key_of_another_kind_is_refused(tmp_path):
    file = tmp_path / "id_ecdsa"
    subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", file], check=True)
    with pytest.raises(UserError) as refused:
        read_key(file)
    assert refused.value.code == "key-unfit"


def test_a_locked_key_opens_with_its_passphrase_only():
    key = own_key()
    lock_with(key.path, "sesam")
    unlocked(key.path)  # who locked it just typed the passphrase
    secret_store.forget(str(key.path), "")
    assert own_key() == key
    with pytest.raises(UserError) as locked:
        unlocked(key.path)
    assert locked.value.code == "key-locked"
    with pytest.raises(UserError):
        unlock(key.path, "verkeerd", remember=False)
    unlock(key.path, "sesam", remember=False)
    unlocked(key.path)
