"""Checking all that a workspace or a shared place holds."""

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygit2

from coauthor.errors import OutsideFailure, UserError
from coauthor.history.files import failure, write_atomically
from coauthor.history.trust.pins import lost, pin, pinned
from coauthor.history.trust.pushes import HEADS, check_push, open_bare, read_updates
from coauthor.history.trust.verdict import Finding, Verdict
from coauthor.history.trust.verifying import Tell, verify
from coauthor.history.version import Version, version_of
from coauthor.review.policy import Breach

_HOOK = """#!/bin/sh
# Checks who signed what is sent, and whether they may do what they did.
exec {command} verify --hook .
"""
_LIMIT = 1_000_000_000
"""Bytes that a shared place takes at once."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A line of versions with what checking it came to.

    Args:
        reference: the line or name, as git has it.
        named: the versions in which something was found, by id.
    """

    reference: str
    verdict: Verdict
    named: dict[str, Version]


def check_all(path: Path, tell: Tell = lambda _: None) -> tuple[Checked, ...]:
    """Check every line of versions of a workspace or a bare repository.

    What is good is remembered, so that a history that is changed later is found.

    Raises:
        UserError: ``no-history``.
        OutsideFailure: ``history-damaged``, or it cannot be written.
        Cancelled: ``tell`` did.
    """
    git = open_bare(str(path))
    lines = [each for each in git.references if each.startswith(HEADS)]
    if not git.is_bare:
        lines = [] if git.head_is_unborn else [git.head.name]
    found = []
    for line in lines:
        tip = str(git.references[line].peel(pygit2.Commit).id)
        verdict = _verdict(git, path, tip, line, tell)
        if verdict.is_good and not git.is_bare:
            pin(git, tip, line)
        found.append(Checked(line, verdict, _named(git, verdict)))
    return tuple(found)


def _verdict(git: pygit2.Repository, path: Path, tip: str, line: str, tell: Tell) -> Verdict:
    if lost(git, tip, line):
        known = pinned(git, line)
        return Verdict(tip, broken=(Finding(known, Breach("rewritten")),))
    try:
        return verify(git, tip, tell=tell)
    except (pygit2.GitError, KeyError) as error:
        raise OutsideFailure("history-damaged", path=str(path), version=tip[:10]) from error


def check_sent(path: Path, lines: Iterable[str]) -> tuple[Checked, ...]:
    """Check what is being sent to a shared place.

    Args:
        lines: what git tells its hook ``pre-receive``.

    Raises:
        UserError: ``no-history`` or ``hook-unfit``.
        OutsideFailure: ``history-damaged``.
    """
    git = open_bare(str(path))
    try:
        return tuple(
            Checked(update.reference, verdict, _named(git, verdict))
            for update, verdict in check_push(git, read_updates(lines))
        )
    except (pygit2.GitError, KeyError) as error:
        raise OutsideFailure("history-damaged", path=str(path), version="") from error


def install_hook(path: Path, command: Sequence[str]) -> Path:
    """Let a shared place check what is sent to it; return the hook.

    Args:
        command: what starts this program, word by word.

    Raises:
        UserError: ``no-history``, ``not-bare`` for a folder in which somebody works, or
            ``hook-taken`` when another hook stands there.
        OutsideFailure: it cannot be written.
    """
    git = open_bare(str(path))
    if not git.is_bare:
        raise UserError("not-bare", path=str(path))
    target = Path(git.path) / "hooks" / "pre-receive"
    text = _HOOK.format(command=shlex.join(command))
    if target.exists() and "verify --hook" not in target.read_text("utf-8", errors="replace"):
        raise UserError("hook-taken", path=str(target))
    try:
        target.parent.mkdir(exist_ok=True)
        write_atomically(target, text.encode())
        target.chmod(0o755)
        git.config["receive.denyNonFastForwards"] = True
        git.config["receive.denyDeletes"] = True
        git.config["receive.fsckObjects"] = True
        git.config["receive.maxInputSize"] = str(_LIMIT)
    except OSError as error:
        raise failure(error, target) from error
    return target


def _named(git: pygit2.Repository, verdict: Verdict) -> dict[str, Version]:
    """Return the versions that findings name, as far as they are there."""
    ids = {each.version for each in (*verdict.findings, *verdict.broken) if each.version in git}
    return {each: version_of(git[each].peel(pygit2.Commit)) for each in ids}
