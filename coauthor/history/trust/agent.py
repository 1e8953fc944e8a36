"""Signing by ssh-agent, which holds keys that the person unlocked for the session.

The protocol is draft-miller-ssh-agent; two messages of it are enough.
"""

import base64
import os
import socket

_SIGN_REQUEST, _SIGN_RESPONSE = 13, 14
_SECONDS = 30.0
"""An agent may ask the person to confirm."""

_LIMIT = 1 << 18


def sign_by_agent(public: str, data: bytes) -> bytes | None:
    """Return the 64 bytes of an ed25519 signature, or None when no agent has the key.

    Args:
        public: public key in OpenSSH form.
    """
    address = os.environ.get("SSH_AUTH_SOCK")
    family = getattr(socket, "AF_UNIX", None)
    if not address or family is None:
        return None
    asked = bytes([_SIGN_REQUEST]) + _string(base64.b64decode(public.split()[1]))
    asked += _string(data) + (0).to_bytes(4, "big")
    try:
        with socket.socket(family, socket.SOCK_STREAM) as agent:
            agent.settimeout(_SECONDS)
            agent.connect(address)
            agent.sendall(_string(asked))
            answer = _read(agent, int.from_bytes(_read(agent, 4), "big"))
    except OSError:
        return None
    if answer[:1] != bytes([_SIGN_RESPONSE]):
        return None
    signature = answer[5:]
    kind_end = 4 + int.from_bytes(signature[:4], "big")
    raw = signature[kind_end + 4 :]
    return raw if signature[4:kind_end] == b"ssh-ed25519" and len(raw) == 64 else None


def _read(agent: socket.socket, count: int) -> bytes:
    if count > _LIMIT:
        raise OSError(count)
    data = b""
    while len(data) < count:
        more = agent.recv(count - len(data))
        if not more:
            raise OSError(count)
        data += more
    return data


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data
