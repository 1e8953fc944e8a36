"""Questions on the way to a place, in a terminal; without one nobody answers."""

import getpass
import sys

from coauthor.commands.terminal import steered
from coauthor.history.sharing.asking import (
    Ask,
    HostRequest,
    NobodyThere,
    Progress,
    Report,
    Secret,
    SecretKind,
    SecretRequest,
    quiet,
)
from coauthor.language import Catalogue


class AtTheTerminal:
    """Asks the person at the keyboard."""

    def __init__(self, text: Catalogue) -> None:
        self._text = text

    def secret(self, request: SecretRequest) -> Secret | None:
        """Ask a password or passphrase; an empty answer stops."""
        text, kind = self._text, request.kind
        if request.attempt > 1:
            self._say(text("ask-wrong", attempt=request.attempt, attempts=request.attempts))
        user = request.user
        if kind is SecretKind.PASSWORD and not user:
            user = self._answer(text("ask-user", place=request.place))
        question = text(f"ask-{kind}", place=request.place, user=user)
        secret = getpass.getpass(f"{question} ", stream=sys.stderr)
        if not secret:
            return None
        remember = request.can_remember and self._yes(text("ask-remember"))
        return Secret(secret, user, remember)

    def trust_host(self, request: HostRequest) -> bool:
        """Show a server and ask whether it may be trusted."""
        text = self._text
        self._say(text(f"host-{request.doubt}", host=request.host, port=request.port))
        if request.kind == "https":
            self._say(text(f"certificate-{request.problem}"))
            self._say(text("host-subject", subject=request.subject, issuer=request.issuer))
            self._say(
                text("host-dates", valid_from=request.valid_from, valid_until=request.valid_until)
            )
        said = f"{request.key_kind} {request.fingerprint}".strip()
        self._say(text("host-fingerprint", fingerprint=said))
        return self._yes(text("ask-trust"))

    def _yes(self, question: str) -> bool:
        return self._answer(question).lower() == self._text("ask-yes")

    @staticmethod
    def _answer(question: str) -> str:
        sys.stderr.write(f"{question} ")
        sys.stderr.flush()
        return sys.stdin.readline().strip()

    @staticmethod
    def _say(line: str) -> None:
        print(line, file=sys.stderr)


def asker(text: Catalogue) -> Ask:
    """Return who answers questions: the person at the terminal, or nobody."""
    return AtTheTerminal(text) if sys.stdin.isatty() else NobodyThere()


def reporter(text: Catalogue) -> Report:
    """Return what shows progress: one line on a terminal that stays up to date."""
    return _Line(text) if sys.stderr.isatty() else quiet


class _Line:
    """Rewrites one line; only when something that is shown has changed."""

    def __init__(self, text: Catalogue) -> None:
        self._text = text
        self._shown = ""

    def __call__(self, progress: Progress) -> None:
        words = self._text(f"sharing-step-{progress.step}")
        share = f" {100 * progress.done // progress.total} %" if progress.total else ""
        if f"{words}{share}" != self._shown:
            self._shown = f"{words}{share}"
            terminal = steered(sys.stderr)
            terminal.write(f"\r\x1b[K{self._shown}\r")
            terminal.flush()
