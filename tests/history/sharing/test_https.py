"""An HTTPS server as a shared place: real nginx, TLS, a password, git's own backend."""

from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.credentials import SimpleCredential

from coauthor.errors import Cancelled, OutsideFailure, UserError
from coauthor.history.sharing import secret_store
from coauthor.history.sharing.asking import Doubt, Secret, SecretKind
from coauthor.history.sharing.fetching import fetch
from coauthor.history.sharing.joining import join
from coauthor.history.sharing.places import connect, find_place
from coauthor.history.sharing.sending import Outcome, send
from tests.history.servers.cutting import line
from tests.history.servers.https import PASSWORD, USER, HttpsServer, https_server, make_certificate
from tests.history.servers.running import HOST, hook
from tests.history.sharing.making import Person, Writer, begin, git

RIGHT = Secret(PASSWORD, USER)


class Store(KeyringBackend):
    """A keyring that is no system's, to see what is kept in one."""

    priority = -1.0  # never chosen by itself

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def get_credential(self, service: str, username: str | None) -> SimpleCredential | None:
        for (name, user), secret in self.kept.items():
            if name == service and username in {None, user}:
                return SimpleCredential(user, secret)
        return None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def store() -> Store:
    before, found = keyring.get_keyring(), Store()
    keyring.set_keyring(found)
    yield found
    keyring.set_keyring(before)


def test_what_one_sends_another_has(https: HttpsServer, tmp_path: Path) -> None:
    https.repository("samen.git", branch="master")
    fatma = begin(tmp_path / "fatma", https.address("samen.git"))
    person = Person(RIGHT)
    assert send(fatma.repository, fatma.place, person).outcome is Outcome.SENT
    assert (len(person.asked), len(person.shown)) == (1, 1)
    join(https.address("samen.git"), tmp_path / "jan")
    jan = Writer(tmp_path / "jan", 10)
    assert (jan.repository.branch, jan.repository.changed_paths()) == ("main", [])
    last = jan.write("van jan\n")
    assert send(jan.repository, jan.place).outcome is Outcome.SENT
    fetched = fetch(fatma.repository, fatma.place)
    assert fetched.version is not None
    assert fetched.version.id == last


def test_a_self_signed_certificate_is_shown_and_remembered_after_a_yes(
    https: HttpsServer, tmp_path: Path
) -> None:
    https.repository("zelf.git")
    fatma = begin(tmp_path / "fatma", https.address("zelf.git"))
    person = Person(RIGHT, trusts=False)
    with pytest.raises(UserError, match="host-not-trusted"):
        fetch(fatma.repository, fatma.place, person)
    (shown,) = person.shown
    assert (shown.kind, shown.doubt, shown.problem) == ("https", Doubt.UNKNOWN, "self-signed")
    assert shown.subject == shown.issuer == "CN=git.gemeente.test"
    assert shown.valid_from < shown.valid_until
    assert len(shown.fingerprint) == 95
    assert person.asked == []
    person = Person(RIGHT)
    fetch(fatma.repository, fatma.place, person)
    fetch(fatma.repository, fatma.place, person)
    assert len(person.shown) == 1


def test_another_certificate_than_before_is_asked_again_with_a_warning(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("wissel")
    with https_server(folder) as server:
        server.repository("w.git")
        fatma = begin(tmp_path / "fatma", server.address("w.git"))
        fetch(fatma.repository, fatma.place, Person(RIGHT))
        first = fatma.place
    mark = make_certificate(folder, days=-1)
    (folder / "socket").unlink(missing_ok=True)
    with https_server(folder, first.address.port) as server:
        person = Person(RIGHT, trusts=False)
        with pytest.raises(UserError, match="host-not-trusted"):
            fetch(fatma.repository, first, person)
        (shown,) = person.shown
        assert (shown.doubt, shown.problem, shown.fingerprint) == (Doubt.CHANGED, "expired", mark)


def test_a_wrong_password_is_asked_three_times_and_no_more(
    https: HttpsServer, tmp_path: Path
) -> None:
    https.repository("fout.git")
    fatma = begin(tmp_path / "fatma", https.address("fout.git"))
    person = Person(Secret("fout", USER))
    with pytest.raises(UserError, match="wrong-password"):
        fetch(fatma.repository, fatma.place, person)
    assert [each.attempt for each in person.asked] == [1, 2, 3]
    assert {each.kind for each in person.asked} == {SecretKind.PASSWORD}
    with pytest.raises(Cancelled):
        fetch(fatma.repository, fatma.place, Person(None))
    with pytest.raises(UserError, match="secret-needed"):
        fetch(fatma.repository, fatma.place)


def test_a_password_is_kept_in_the_keyring_only_when_asked(
    https: HttpsServer, tmp_path: Path, store: Store
) -> None:
    https.repository("sleutel.git")
    fatma = begin(tmp_path / "fatma", https.address("sleutel.git"))
    person = Person(RIGHT)
    fetch(fatma.repository, fatma.place, person)
    assert person.asked[0].can_remember
    assert store.kept == {}
    secret_store._memory.clear()
    wrong = Secret("fout", USER, remember=True)
    person = Person(wrong, Secret(PASSWORD, USER, remember=True))
    fetch(fatma.repository, fatma.place, person)
    assert store.kept == {(f"coauthor https://{HOST}:{https.port}", USER): PASSWORD}
    secret_store._memory.clear()
    fetch(fatma.repository, fatma.place)


def test_without_a_keyring_a_password_is_kept_until_the_program_ends_and_nowhere_else(
    https: HttpsServer, tmp_path: Path, home: Path
) -> None:
    https.repository("sessie.git")
    fatma = begin(tmp_path / "fatma", https.address("sessie.git"))
    person = Person(Secret(PASSWORD, USER, remember=True))
    send(fatma.repository, fatma.place, person)
    assert not person.asked[0].can_remember
    fetch(fatma.repository, fatma.place)
    kept = [path for folder in (home, fatma.root) for path in folder.rglob("*") if path.is_file()]
    assert kept
    assert [path for path in kept if PASSWORD.encode() in path.read_bytes()] == []


def test_a_keyring_that_writes_plain_text_counts_as_none(store: Store, monkeypatch) -> None:
    assert secret_store.can_remember()
    monkeypatch.setattr(Store, "__module__", "keyrings.alt.file")
    assert not secret_store.can_remember()


def test_a_password_in_the_address_is_not_kept(https: HttpsServer, tmp_path: Path) -> None:
    https.repository("adres.git")
    typed = f"https://{USER}:{PASSWORD.replace(' ', '%20')}@{HOST}:{https.port}/adres.git"
    fatma = begin(tmp_path / "fatma", typed)
    person = Person(Secret(PASSWORD))
    send(fatma.repository, fatma.place, person)
    assert person.asked[0].user == USER
    assert "geheim" not in (fatma.root / ".git/config").read_text("utf-8")


def test_what_the_server_answers_is_told(https: HttpsServer, tmp_path: Path) -> None:
    fatma = begin(tmp_path / "fatma")
    for path, code in {
        "nergens.git": "place-unknown",
        "verboden/x.git": "place-forbidden",
        "stuk/x.git": "place-unreachable",
        "elders/x.git": "place-moved",
    }.items():
        name = path.split("/")[0]
        connect(fatma.repository, https.address(path), name=name)
        with pytest.raises((UserError, OutsideFailure)) as raised:
            fetch(fatma.repository, find_place(fatma.repository, name), Person(RIGHT))
        assert raised.value.code == code


def test_a_refusal_is_told_with_the_words_of_the_server(https: HttpsServer, tmp_path: Path) -> None:
    repository = https.repository("streng.git")
    hook(repository, "echo 'Alleen de redactie mag dit.' >&2; exit 1")
    fatma = begin(tmp_path / "fatma", https.address("streng.git"))
    with pytest.raises(UserError, match="place-refused") as raised:
        send(fatma.repository, fatma.place, Person(RIGHT))
    assert "Alleen de redactie mag dit." in str(raised.value.parameters["said"])
    assert git(repository, "for-each-ref") == ""
    hook(repository, "echo 'fatal: write error: No space left on device' >&2; exit 1")
    with pytest.raises(OutsideFailure, match="place-full"):
        send(fatma.repository, fatma.place)
    hook(repository, "exit 0")
    assert send(fatma.repository, fatma.place).outcome is Outcome.SENT


def test_the_proxy_of_the_organisation_is_used(
    https: HttpsServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    https.repository("proxy.git")
    fatma = begin(tmp_path / "fatma", https.address("proxy.git"))
    with line() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://{HOST}:{proxy.port}")
        assert send(fatma.repository, fatma.place, Person(RIGHT)).outcome is Outcome.SENT
    assert set(proxy.asked) == {f"CONNECT {HOST}:{https.port}"}
