"""Files that cannot be read at all, told before anything tries: what, and what to do."""

from pathlib import Path

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import read_file

LIMIT = 64 * 1024 * 1024
"""Bytes of the largest file that is read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How old files of Office begin, and new ones with a password around them (MS-CFB 2.2)."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream in which a file with a password lies (MS-OFFCRYPTO 2.3)."""


def readable_bytes(path: Path) -> bytes:
    """Return the bytes of a file that may be read.

    Raises:
        UserError: ``import-folder``, ``file-too-large``, ``file-empty``,
            ``import-password`` or ``import-old-office``.
        OutsideFailure: ``file-missing``, ``import-no-right`` or ``import-unreadable``.
    """
    shown = str(path)
    if path.is_dir():
        raise UserError("import-folder", path=shown)
    try:
        if path.is_file() and path.stat().st_size > LIMIT:
            raise UserError("file-too-large", path=shown)
        data = read_file(path)
    except OutsideFailure as error:
        if error.code == "file-missing":
            raise
        if error.code == "read-only":
            raise OutsideFailure("import-no-right", path=shown) from error
        reason = str(error.parameters.get("reason", error.code))
        raise OutsideFailure("import-unreadable", path=shown, reason=reason) from error
    except OSError as error:
        raise OutsideFailure("import-no-right", path=shown) from error
    if not data.strip():
        raise UserError("file-empty", path=shown)
    refuse_closed(data, shown)
    return data


def refuse_closed(data: bytes, path: str) -> None:
    """Refuse a file with a password, and one of old Office.

    Args:
        path: as it is told.

    Raises:
        UserError: ``import-password`` or ``import-old-office``.
    """
    if data.startswith(_OLE):
        code = "import-password" if _ENCRYPTED in data else "import-old-office"
        raise UserError(code, path=path)
