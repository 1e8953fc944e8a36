"""Whether a server is the one it says: host keys and certificates.

An unknown one is shown to the person, and trusted after an explicit yes only, which
is remembered: host keys in a file of our own in the form of OpenSSH's ``known_hosts``
beside the person's, certificates by host and fingerprint.
"""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase
from pathlib import Path

import platformdirs
from cryptography import x509

from coauthor.errors import UserError
from coauthor.history.files import write_atomically
from coauthor.history.sharing.asking import Ask, Doubt, HostRequest
from coauthor.history.sharing.places import Address, Kind
from coauthor.history.sharing.presented import Presented

_SSH_PORT, _HTTPS_PORT = 22, 443
_SYSTEM = Path("/etc/ssh/ssh_known_hosts")
_REVOKED, _AUTHORITY = "@revoked", "@cert-authority"


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A line of a ``known_hosts`` file."""

    kind: str
    key: bytes
    revoked: bool = False


def check_host(
    address: Address, ask: Ask, shown: Presented | None, *, valid: bool, host: str
) -> bool:
    """Decide whether the server that was reached may be talked to.

    Args:
        valid: whether the certificate is vouched for by one that the system trusts.
        host: the server that was reached, which a redirection may have changed.

    Raises:
        UserError: ``host-changed``, ``host-not-trusted`` or ``place-moved``.
    """
    if host and host.strip("[]").lower() != address.host.lower():
        raise UserError("place-moved", place=address.text, host=host)
    if address.kind is Kind.HTTPS and valid:
        return True
    if shown is None:
        raise UserError("host-not-trusted", host=_name(address))
    if address.kind is Kind.HTTPS:
        return _check_certificate(address, ask, shown.data)
    return _check_key(address, ask, shown.data)


# -- host keys ---------------------------------------------------------------


def _check_key(address: Address, ask: Ask, key: bytes) -> bool:
    kind = key[4 : 4 + int.from_bytes(key[:4], "big")].decode("ascii", "replace")
    known = list(known_keys(address.host, address.port))
    if any(each.key == key and each.revoked for each in known):
        raise UserError("host-changed", host=_name(address), fingerprint=fingerprint(key))
    if any(each.key == key for each in known):
        return True
    if any(each.kind == kind for each in known):
        raise UserError("host-changed", host=_name(address), fingerprint=fingerprint(key))
    doubt = Doubt.OTHER_KEY if known else Doubt.UNKNOWN
    request = HostRequest("ssh", address.host, address.port, doubt, fingerprint(key), key_kind=kind)
    if not ask.trust_host(request):
        raise UserError("host-not-trusted", host=_name(address))
    line = f"{_pattern(address.host, address.port)} {kind} {base64.b64encode(key).decode()}\n"
    _append(known_hosts_file(), line)
    return True


def _name(address: Address) -> str:
    """Return how a person names a server: with its port only when that is unusual."""
    usual = address.port in {_SSH_PORT, _HTTPS_PORT}
    return address.host if usual else f"{address.host}:{address.port}"


def fingerprint(key: bytes) -> str:
    """Return the fingerprint of a host key as OpenSSH shows it."""
    digest = hashlib.sha256(key).digest()
    return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")


def known_hosts_file() -> Path:
    """Return where the host keys that a person said yes to are kept."""
    return _folder() / "known_hosts"


def known_keys(host: str, port: int) -> Iterator[KnownKey]:
    """Yield the keys by which a server is known to the person, to the system and to us."""
    for path in (known_hosts_file(), Path.home() / ".ssh" / "known_hosts", _SYSTEM):
        try:
            lines = path.read_text("utf-8", errors="replace").splitlines()
        except OSError:
            continue
        for line in lines:
            if (found := _known_key(line, _pattern(host, port))) is not None:
                yield found


def forget_host(host: str, port: int) -> bool:
    """Forget our own yes to a server; tells whether there was one.

    For a server that was renewed, when its administrator confirmed that.
    """
    path = known_hosts_file()
    lines = path.read_text("utf-8").splitlines(keepends=True) if path.exists() else []
    kept = [each for each in lines if _known_key(each, _pattern(host, port)) is None]
    if len(kept) != len(lines):
        write_atomically(path, "".join(kept).encode())
    certificates = _certificates()
    certificate = certificates.pop(f"{host}:{port}", None)
    if certificate is not None:
        _write_certificates(certificates)
    return certificate is not None or len(kept) != len(lines)


def _known_key(line: str, wanted: str) -> KnownKey | None:
    """Return the key of a line when it is about the host that is wanted."""
    words = line.split()
    mark = words.pop(0) if words and words[0].startswith("@") else ""
    if len(words) < 3 or words[0].startswith("#") or mark == _AUTHORITY:
        return None
    try:
        key = base64.b64decode(words[2], validate=True)
    except ValueError:
        return None
    return KnownKey(words[1], key, mark == _REVOKED) if _names(words[0], wanted) else None


def _names(patterns: str, wanted: str) -> bool:
    """Tell whether the first field of a line names a host (sshd(8), SSH_KNOWN_HOSTS)."""
    if patterns.startswith("|1|"):
        _, _, salt, digest = patterns.split("|", 3)
        try:
            made = hmac.new(base64.b64decode(salt), wanted.encode(), hashlib.sha1).digest()
            return hmac.compare_digest(made, base64.b64decode(digest))
        except ValueError:
            return False
    each = patterns.split(",")
    if any(p.startswith("!") and _is_like(wanted, p[1:]) for p in each):
        return False
    return any(_is_like(wanted, p) for p in each)


def _is_like(wanted: str, pattern: str) -> bool:
    return wanted == pattern or fnmatchcase(wanted, pattern.replace("[", "[[]"))


def _pattern(host: str, port: int) -> str:
    return host if port == _SSH_PORT else f"[{host}]:{port}"


# -- certificates ------------------------------------------------------------


def _check_certificate(address: Address, ask: Ask, data: bytes) -> bool:
    certificate = x509.load_der_x509_certificate(data)
    mark = hashlib.sha256(data).hexdigest()
    certificates = _certificates()
    name = f"{address.host}:{address.port}"
    if certificates.get(name) == mark:
        return True
    request = HostRequest(
        "https",
        address.host,
        address.port,
        Doubt.CHANGED if name in certificates else Doubt.UNKNOWN,
        ":".join(mark[at : at + 2] for at in range(0, len(mark), 2)).upper(),
        subject=certificate.subject.rfc4514_string(),
        issuer=certificate.issuer.rfc4514_string(),
        valid_from=certificate.not_valid_before_utc.date().isoformat(),
        valid_until=certificate.not_valid_after_utc.date().isoformat(),
        problem=_problem(certificate, address.host),
    )
    if not ask.trust_host(request):
        raise UserError("host-not-trusted", host=_name(address))
    _write_certificates({**_certificates(), name: mark})
    return True


def _problem(certificate: x509.Certificate, host: str) -> str:
    now = datetime.now(UTC)
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        return "expired"
    if certificate.issuer == certificate.subject:
        return "self-signed"
    return "unknown-issuer" if _is_for(certificate, host) else "other-name"


def _is_for(certificate: x509.Certificate, host: str) -> bool:
    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except (x509.ExtensionNotFound, ValueError):
        return False
    names = extension.value.get_values_for_type(x509.DNSName)
    addresses = extension.value.get_values_for_type(x509.IPAddress)
    return any(fnmatchcase(host.lower(), each.lower()) for each in names) or host in map(
        str, addresses
    )


def _certificates() -> dict[str, str]:
    """Return the fingerprints that a person said yes to, by ``host:port``."""
    try:
        values = json.loads((_folder() / "certificates.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(values, dict):
        return {}
    return {str(key): str(value) for key, value in values.items()}


def _write_certificates(values: dict[str, str]) -> None:
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(values, indent=2, sort_keys=True) + "\n"
    write_atomically(folder / "certificates.json", text.encode())


def _append(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_bytes() if path.exists() else b""
    write_atomically(path, before + line.encode())


def _folder() -> Path:
    return Path(platformdirs.user_config_dir("coauthor", appauthor=False))
