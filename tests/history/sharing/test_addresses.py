"""What a person types for a place, and what becomes of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coauthor.errors import UserError
from coauthor.history.sharing.places import Kind, read_address


@pytest.mark.parametrize(
    ("typed", "kind", "text", "host", "port", "user"),
    [
        ("git@host.nl:a/b.git", "ssh", "git@host.nl:a/b.git", "host.nl", 22, "git"),
        ("host.nl:b.git", "ssh", "git@host.nl:b.git", "host.nl", 22, "git"),
        ("ssh://host.nl/b", "ssh", "ssh://git@host.nl/b", "host.nl", 22, "git"),
        ("ssh://jan@host.nl:2222/b", "ssh", "ssh://jan@host.nl:2222/b", "host.nl", 2222, "jan"),
        ("ssh://[::1]:2222/b", "ssh", "ssh://git@[::1]:2222/b", "::1", 2222, "git"),
        ("https://host.nl/b.git", "https", "https://host.nl/b.git", "host.nl", 443, ""),
        ("https://host.nl:443/b", "https", "https://host.nl/b", "host.nl", 443, ""),
        ("HTTPS://Host.NL:8443/b", "https", "https://host.nl:8443/b", "host.nl", 8443, ""),
        ("https://jan:geheim@host.nl/b", "https", "https://jan@host.nl/b", "host.nl", 443, "jan"),
        (" '/mnt/x y' ", "folder", "/mnt/x y", "", 0, ""),
        ("file:///mnt/x%20y", "folder", "/mnt/x y", "", 0, ""),
    ],
)
def test_an_address_is_read(
    typed: str, kind: str, text: str, host: str, port: int, user: str
) -> None:
    address = read_address(typed)
    assert (address.kind, address.text) == (kind, text)
    assert (address.host, address.port, address.user) == (host, port, user)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address-missing"),
        ("  ", "address-missing"),
        ("http://host.nl/b", "address-unsafe"),
        ("git://host.nl/b", "address-unsafe"),
        ("\\\\server\\share", "address-network"),
        ("smb://server/share", "address-network"),
        ("https://host.nl", "address-unfit"),
        ("https:///b", "address-unfit"),
        ("https://host.nl:poort/b", "address-unfit"),
        ("ssh://-oProxyCommand=x/b", "address-unfit"),
        ("ssh://-x@host.nl/b", "address-unfit"),
        ("ext::sh -c x", "address-unfit"),
        ("foo://host/b", "address-unfit"),
        ("a\nb", "address-unfit"),
    ],
)
def test_what_cannot_be_one_is_told(typed: str, code: str) -> None:
    with pytest.raises(UserError) as raised:
        read_address(typed)
    assert raised.value.code == code
    assert "geheim" not in str(raised.value)


def test_a_folder_that_looks_like_a_server_is_a_folder_when_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a:b").mkdir()
    monkeypatch.chdir(tmp_path)
    assert read_address("a:b").kind is Kind.FOLDER


@given(st.text(max_size=40) | st.from_regex(r"(https|ssh)://[^/]{0,12}@?[^/]{0,12}/.{0,9}"))
def test_reading_again_what_was_read_gives_the_same(typed: str) -> None:
    try:
        address = read_address(typed)
    except UserError:
        return
    assert read_address(address.text) == address
