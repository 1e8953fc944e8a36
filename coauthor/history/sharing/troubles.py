"""What went wrong with a place: the words of git and of servers as our own errors.

libgit2 tells failures apart by their sentence only. The sentences here were met in
libgit2 1.9, OpenSSH 9, git 2.39, gitolite 3.6 and nginx 1.22; one that nobody met yet
becomes ``place-failed`` with its words.
"""

import re
from collections.abc import Sequence

from coauthor.errors import CoauthorError, OutsideFailure, UserError
from coauthor.history.sharing.places import Address, Kind

TRANSIENT = ("place-unreachable", "place-cut-off")
"""Codes after which trying again may help."""

_FULL = re.compile(
    r"no space left|disk quota|quota exceeded|file too large|disk full|status code: 507",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"(Counting|Enumerating|Compressing|Writing|Receiving|Resolving|Unpacking)\b.*\d|Total \d"
)
_NEWER = re.compile(r"not present locally|non-?fast-?forward", re.IGNORECASE)
_PATTERNS: Sequence[tuple[str, re.Pattern[str]]] = (
    (
        "place-unreachable",
        re.compile(
            r"failed to resolve|failed to connect|could not connect|connection refused|"
            r"no route to host|network is unreachable|failed to start SSH session|"
            r"status code: 50[234]|name or service not known|error connecting|host is down",
            re.IGNORECASE,
        ),
    ),
    (
        "place-cut-off",
        re.compile(
            r"reference '.*' not found|"
            r"early eof|unexpected eof|end of file|disconnect|connection reset|broken pipe|"
            r"socket|timed out|timeout|premature|unexpected end|transport read|"
            r"remote hung up|could not (read|write)|draining|server closed|SSL error|recv|"
            r"curl|bytes remaining|unexpected read|error sending|failed to send|failed sending|"
            r"stream was closed|pack data|incomplete pack|packfile.*(size|short)",
            re.IGNORECASE,
        ),
    ),
    (
        "place-forbidden",
        re.compile(
            r"status code: 403|denied|not allowed|forbidden|unauthorized|permission",
            re.IGNORECASE,
        ),
    ),
    (
        "place-unknown",
        re.compile(
            r"status code: 404|not appear to be a git|repository .*not found|does not exist|"
            r"not found|no such file|failed to resolve path|could not find repository|"
            r"unsupported url|status code: 410",
            re.IGNORECASE,
        ),
    ),
    (
        "place-damaged",
        re.compile(
            r"corrupt|mismatch|bad (object|pack|header)|inflat|zlib|invalid|incorrect|"
            r"object not found|no match for id|failed to (parse|read)|checksum|missing (blob|tree)",
            re.IGNORECASE,
        ),
    ),
)


def trouble(
    error: BaseException, address: Address, said: Sequence[str], *, sending: bool, here: str = ""
) -> CoauthorError:
    """Return the error a person is told of for a failure at a place.

    Args:
        said: what the place sent to be read by a person.
        sending: whether we were writing there; else a full disk is our own.
        here: our own repository, by which its failures are told from the place's.
    """
    words = f"{error}\n{spoken(said)}"
    where = address.text
    if _FULL.search(words):
        return OutsideFailure("place-full" if sending else "fetch-disk-full", place=where)
    if here and here in str(error):
        code = "read-only" if "ermission denied" in str(error) else "disk-failed"
        return OutsideFailure(code, path=here, reason=str(error))
    if _NEWER.search(str(error)):
        return UserError("place-newer", place=where)
    code = _code(str(error), address)
    if code == "place-damaged" and sending and not spoken(said):
        return OutsideFailure("own-damaged", reason=str(error))  # we only read our own
    if code in TRANSIENT or code == "place-damaged":
        return OutsideFailure(code, place=where, said=spoken(said) or str(error))
    if code == "place-forbidden" and address.kind is Kind.FOLDER:
        return UserError("place-read-only", place=where)
    if code in {"place-unknown", "place-forbidden"}:
        return UserError(code, place=where, said=spoken(said) or str(error))
    return OutsideFailure("place-failed", place=where, said=spoken(said) or str(error))


def refused(address: Address, reason: str, said: Sequence[str]) -> CoauthorError:
    """Return the error for a version that a place did not take."""
    words = spoken(said)
    if _FULL.search(f"{reason}\n{words}"):
        return OutsideFailure("place-full", place=address.text)
    return UserError("place-refused", place=address.text, said=words or reason)


def spoken(said: Sequence[str]) -> str:
    """Return what a place said, without the counters that git shows while it works."""
    text = "".join(said).replace("\r", "\n")
    lines = [re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", each).strip() for each in text.split("\n")]
    kept = [each for each in lines if each and not _COUNTER.match(each)]
    return " ".join(kept)[:500]


def _code(words: str, address: Address) -> str:
    if address.kind is Kind.FOLDER and not address.folder.parent.exists():
        return "place-unreachable"  # the drive is not there now
    return next((code for code, pattern in _PATTERNS if pattern.search(words)), "place-failed")
