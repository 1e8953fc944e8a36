"""Signatures in OpenSSH's own form, as git keeps them in a version.

The form is SSHSIG (PROTOCOL.sshsig of OpenSSH), namespace ``git``, so that ``git
verify-commit`` and ``ssh-keygen -Y verify`` check what is written here. There is one
way to write a signature and only that one is read: whoever changes a bit of it, or
of what it signs, has no signature.
"""

import base64
import binascii
import hashlib
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

NAMESPACE = b"git"
HEADER = b"gpgsig"
"""Where git keeps a signature in a version, whatever made it."""

_MAGIC = b"SSHSIG"
_KIND = b"ssh-ed25519"
_HASH = b"sha512"
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_WIDTH = 70
_KEY_LENGTH, _SIGNATURE_LENGTH = 32, 64


class BadSignatureError(Exception):
    """A signature that is none: broken, of another kind, or not of this text."""


def to_sign(message: bytes) -> bytes:
    """Return the bytes that a key signs for a message."""
    return _MAGIC + _strings(NAMESPACE, b"", _HASH, hashlib.sha512(message).digest())


def armoured(public: str, raw: bytes) -> str:
    """Return a signature as text.

    Args:
        public: public key in OpenSSH form.
        raw: the 64 bytes that the key made of `to_sign`.
    """
    key = base64.b64decode(public.split()[1])
    signature = _strings(_KIND, raw)
    blob = _MAGIC + (1).to_bytes(4, "big")
    blob += _strings(key, NAMESPACE, b"", _HASH, signature)
    text = base64.b64encode(blob).decode("ascii")
    lines = [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]
    return "\n".join([_BEGIN, *lines, _END])


def signer_of(message: bytes, signature: str) -> str:
    """Return the public key that signed a message, in OpenSSH form without a comment.

    Raises:
        BadSignatureError: nobody did.
    """
    key, raw = _read(signature)
    public = f"{_KIND.decode()} {base64.b64encode(_strings(_KIND, key)).decode('ascii')}"
    if armoured(public, raw) != signature:
        raise BadSignatureError("written another way")
    try:
        _loaded(key).verify(raw, to_sign(message))
    except (InvalidSignature, ValueError) as error:
        raise BadSignatureError("not of this text") from error
    return public


def split_commit(raw: bytes) -> tuple[bytes, str]:
    """Return what is signed in a version, and its signature; '' when it has none.

    Args:
        raw: the version as git keeps it.

    Raises:
        BadSignatureError: there is more than one signature, or what stands there is no text.
    """
    head, blank, message = raw.partition(b"\n\n")
    kept: list[bytes] = []
    found: list[list[bytes]] = []
    inside = False
    for line in head.split(b"\n"):
        if line.startswith(b" ") and inside:
            found[-1].append(line[1:])
            continue
        name, _, value = line.partition(b" ")
        inside = name.startswith(HEADER)
        if inside:
            found.append([value] if name == HEADER else [b""])
        else:
            kept.append(line)
    if len(found) > 1:
        raise BadSignatureError("more than one")
    try:
        signature = b"\n".join(found[0]).decode("ascii") if found else ""
    except UnicodeDecodeError as error:
        raise BadSignatureError("no text") from error
    return b"\n".join(kept) + blank + message, signature


def _read(signature: str) -> tuple[bytes, bytes]:
    """Return the key and the 64 bytes of a signature."""
    lines = signature.split("\n")
    if len(lines) < 3 or lines[0] != _BEGIN or lines[-1] != _END:
        raise BadSignatureError("of another kind")
    try:
        blob = base64.b64decode("".join(lines[1:-1]), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSignatureError("broken") from error
    fields = _fields(blob.removeprefix(_MAGIC)[4:])
    if len(fields) != 5:
        raise BadSignatureError("broken")
    key, signed = _fields(fields[0]), _fields(fields[4])
    if [each[:1] for each in (key, signed)] != [[_KIND], [_KIND]]:
        raise BadSignatureError("of another kind")
    if [len(each) for each in (*key[1:], *signed[1:])] != [_KEY_LENGTH, _SIGNATURE_LENGTH]:
        raise BadSignatureError("broken")
    return key[1], signed[1]


def _fields(data: bytes) -> list[bytes]:
    """Return the strings that stand one after another, each after its length."""
    found = []
    while data:
        end = 4 + int.from_bytes(data[:4], "big")
        if end > len(data):
            raise BadSignatureError("broken")
        found.append(data[4:end])
        data = data[end:]
    return found


def _strings(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


@lru_cache(maxsize=256)
def _loaded(key: bytes) -> Ed25519PublicKey:
    return Ed25519PublicKey.from_public_bytes(key)
