"""The typesetter in a process of its own."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coauthor.errors import OutsideFailure
from coauthor.exchange import pdf, typesetting
from coauthor.exchange.typesetting import Refused, Stopped, typeset
from coauthor.language import LANGUAGES, Catalogue
from tests.exchange.test_exports import EXAMPLE, specification

HEAD = '#set document(title: "Eisen")\n#set text(lang: "nl")\n'
LONG = "#for i in range(100000) { for j in range(100000) { let k = i + j } }"


class Killed(subprocess.Popen[bytes]):
    """A process that the system ends, as it does where there is no more memory."""

    def wait(self, timeout: float | None = None) -> int:
        self.kill()
        return super().wait(timeout)


@pytest.fixture
def short_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting.subprocess, "Popen", Killed)


def test_a_text_becomes_a_pdf() -> None:
    assert typeset((HEAD + "Eis").encode(), "{}", {}, {}).startswith(b"%PDF-")


def test_what_is_refused_comes_with_the_reason() -> None:
    with pytest.raises(Refused, match="unknown variable: eis"):
        typeset((HEAD + "#eis").encode(), "{}", {}, {})


@pytest.mark.usefixtures("short_of_memory")
def test_a_typesetter_that_is_ended_ends_nothing_else() -> None:
    with pytest.raises(Stopped):
        typeset((HEAD + "Eis").encode(), "{}", {}, {})


@pytest.mark.usefixtures("short_of_memory")
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_short_of_memory_hears_what_to_do(language: str) -> None:
    text = Catalogue(language)
    with pytest.raises(OutsideFailure) as told:
        pdf.to_pdf(specification(EXAMPLE, language), text)
    assert "1" in text(f"error-{told.value.code}", **told.value.parameters)
    assert told.value.code == "pdf-stopped"


def test_a_typesetter_ends_when_the_program_that_asked_is_gone(tmp_path: Path) -> None:
    for inner in ("disk", "fonts"):
        (tmp_path / inner).mkdir()
    (tmp_path / "template.typ").write_text(HEAD + LONG, "utf-8")
    (tmp_path / "data.json").write_text("{}", "utf-8")
    command: list[Any] = [sys.executable, "-P", typesetting.__file__, tmp_path]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as setter:
        with pytest.raises(subprocess.TimeoutExpired):
            setter.wait(1)  # it would go on for minutes
        assert setter.stdin is not None
        setter.stdin.close()
        assert setter.wait(10) == 1
