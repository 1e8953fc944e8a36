"""Targets of links and pictures: which may go out, and which would tell of our folders."""

import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote

_TARGET = r"(<[^<>\r\n]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"
_TITLE = r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?"
_INLINE = re.compile(rf"(\]\([ \t]*(?:\r?\n)?[ \t]*){_TARGET}({_TITLE}\s*\))")
_DEFINITION = re.compile(
    rf"(^[ \t>]*\[[^\[\]]+\]:[ \t]*(?:\r?\n)?[ \t]*){_TARGET}(?:{_TITLE}(?=[ \t]*(?:[\r\n]|\Z)))?",
    re.MULTILINE,
)
_OPEN = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
NOWHERE = "#"
"""What stands where a target may not go."""


def with_targets(text: str, replace: Callable[[str], str]) -> str:
    """Return the text with every target of a link or picture that is no web address replaced."""
    if "](" not in text and "]:" not in text:
        return text

    def rewritten(found: re.Match[str]) -> str:
        target = found[2]
        plain = _ESCAPED.sub(r"\1", target[1:-1] if target.startswith("<") else target).strip()
        if not plain or plain.startswith("#") or _OPEN.match(plain):
            return found[0]
        # What shows only under the mouse goes with what it was said of.
        return found[1] + replace(plain) + (")" if found.re is _INLINE else "")

    return _DEFINITION.sub(rewritten, _INLINE.sub(rewritten, text))


def path_of(target: str, folder: str) -> str:
    """Return the path inside the workspace that a target means, or '' where it means none."""
    plain = unquote(target.partition("#")[0].partition("?")[0])
    if not plain or ":" in plain or plain.startswith(("/", "\\")):
        return ""
    path = posixpath.normpath(posixpath.join(folder, plain))
    return "" if path.startswith("../") or path == ".." else path
