"""The key or certificate that a server presents, as it came over the connection.

pygit2 gives its callback None instead ("while we figure out how to represent it"),
so it is read where libgit2 put it: it stands in the frame that calls the callback.
Where that cannot be, the server counts as not presented, and nobody trusts it.
"""

import ctypes
import inspect
from dataclasses import dataclass

from pygit2.ffi import ffi

_X509, _HOSTKEY = 1, 2
_RAW = 8
_VARIABLE = "cert_i"


@dataclass(frozen=True, slots=True)
class Presented:
    """A host key in the form of the SSH protocol, or a certificate in DER."""

    is_certificate: bool
    data: bytes


class _Certificate(ctypes.Structure):
    """``git_cert_x509`` of libgit2."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("length", ctypes.c_size_t),
    )


class _HostKey(ctypes.Structure):
    """``git_cert_hostkey`` of libgit2 1.1 and later."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("holds", ctypes.c_int),
        ("md5", ctypes.c_ubyte * 16),
        ("sha1", ctypes.c_ubyte * 20),
        ("sha256", ctypes.c_ubyte * 32),
        ("raw_kind", ctypes.c_int),
        ("data", ctypes.c_void_p),
        ("length", ctypes.c_size_t),
    )


def presented() -> Presented | None:
    """Return what the server presents; call it from pygit2's ``certificate_check`` only."""
    pointer = _pointer()
    if not pointer:
        return None
    kind = ctypes.c_int.from_address(pointer).value
    if kind == _X509:
        certificate = _Certificate.from_address(pointer)
        return Presented(True, ctypes.string_at(certificate.data, certificate.length))
    if kind == _HOSTKEY:
        key = _HostKey.from_address(pointer)
        if key.holds & _RAW and key.data and key.length:
            return Presented(False, ctypes.string_at(key.data, key.length))
    return None


def _pointer() -> int:
    frame = inspect.currentframe()
    for _ in range(4):
        if frame is None:
            return 0
        if _VARIABLE in frame.f_locals:
            return int(ffi.cast("uintptr_t", frame.f_locals[_VARIABLE]))
        frame = frame.f_back
    return 0
