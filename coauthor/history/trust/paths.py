"""Names of files that nobody gives in good faith.

A name may look like another, be the same on another computer, or lead elsewhere.
What is refused here is refused on every system, for the next reader has another one.
"""

import re
import unicodedata
from collections.abc import Iterable

from coauthor.history.switching import is_safe

LONGEST_NAME, LONGEST_PATH = 200, 400
OURS = (
    "coauthor.toml",
    "people.toml",
    "documents",
    "standards",
    "discussion",
    "decisions",
    "positions",
    "proposals",
)
"""Names at the top that mean something; nothing else may look like one of them."""

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_UNFIT = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f]')
_GIT = re.compile(r"\.?git([~.][0-9a-z]*)?|\.gitmodules|gi[0-9a-f]{4}~[0-9]", re.IGNORECASE)
_GIT_FILES = (".gitattributes", ".gitignore", ".gitkeep")
_UNSEEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")
"""Categories of characters that nobody sees: controls, directions, joiners, unassigned."""


def trouble_with(path: str) -> str:
    """Return what is wrong with a path, or ''.

    Returns:
        ``outside`` (leads out of the folder or into its history), ``reserved`` (means
        something else on another system), ``unseen`` (characters that nobody sees or
        that turn the text around), ``look-alike`` (letters of another script, or
        written in a way that looks the same), ``long``.
    """
    parts = path.split("/")
    if not is_safe(path) or any(part in ("", ".", "..") for part in parts):
        return "outside"
    if len(path.encode("utf-8", "surrogateescape")) > LONGEST_PATH:
        return "long"
    return next(filter(None, map(_trouble_with_name, parts)), "")


def twin_of(part: str, beside: Iterable[str]) -> str:
    """Return a name in the same folder that is the same on another system, or ''."""
    plain = _plain(part)
    return next((name for name in beside if name != part and _plain(name) == plain), "")


def _trouble_with_name(name: str) -> str:
    if len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME:
        return "long"
    if any(unicodedata.category(each) in _UNSEEN for each in name):
        return "unseen"
    if _GIT.fullmatch(name) and name.lower() not in _GIT_FILES:
        return "outside"
    if _DEVICES.fullmatch(name) or _UNFIT.search(name) or name[-1] in " ." or name[0] == " ":
        return "reserved"
    if name != unicodedata.normalize("NFC", name) or not all(map(_is_plain, name)):
        return "look-alike"
    return ""


def _is_plain(character: str) -> bool:
    """Tell whether a character is Latin, or no letter at all, and written one way only."""
    if character.isascii():
        return True
    if unicodedata.normalize("NFKC", character) != character:
        return False
    return not character.isalpha() or unicodedata.name(character, "").startswith("LATIN ")


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return unicodedata.normalize("NFC", folded).rstrip(" .")
