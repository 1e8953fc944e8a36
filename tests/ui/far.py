"""Somebody at another computer: the real window in its own process, on a screen of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 90.0
"""Seconds after which a window that is waited for will never come."""

PROJECT = Path(__file__).parents[2]
SHOTS = Path(os.environ.get("COAUTHOR_SHOTS") or Path(tempfile.gettempdir(), "coauthor-shots"))


class Far:
    """A person with keys, who can be asked what is on the screen."""

    def __init__(self, name: str, home: Path, workspace: Path | None = None) -> None:
        self.name, self.home = name, home
        home.mkdir(parents=True, exist_ok=True)
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.screen.stdout is not None
        self._display = f":{self.screen.stdout.readline().strip()}"
        self._number = 0
        self.process = self._begin(workspace)

    def _begin(self, workspace: Path | None) -> subprocess.Popen[str]:
        environment = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith("XDG_") and key not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        }
        environment |= {
            "HOME": str(self.home),
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(self.home),
        }
        command = [sys.executable, "-m", "tests.ui.puppet", self.name]
        return subprocess.Popen(
            command + ([str(workspace)] if workspace else []),
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def asks(self, word: str, *arguments: object) -> Any:
        """Tell the window to do or to say something; return its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([word, *arguments]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"{self.name} is gone"
        answer = json.loads(line)
        assert not (isinstance(answer, dict) and "error" in answer), (word, answer)
        return answer

    def presses(self, *keys: str) -> None:
        for each in keys:
            self.asks("press", each)

    def types(self, words: str) -> None:
        self.asks("type", words)

    def waits(self, until: Callable[[], bool], seconds: float = PATIENCE) -> None:
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, (self.asks("window"), self.sees())
            time.sleep(0.1)

    def sees(self) -> object:
        """Return what stands on the screen in words, for a test that failed."""
        if self.asks("window") != "Workbench":
            return self.asks("wrong")
        return [self.asks(word) for word in ("said", "status", "asked", "question")]

    def is_told(self, words: str) -> None:
        self.waits(lambda: any(words in said for said in self.asks("said")))

    def is_at(self, window: str, seconds: float = PATIENCE) -> None:
        """Wait until a window is there and takes keys."""
        self.waits(lambda: self.asks("window") == window and self.asks("ready"), seconds)

    def is_at_work(self) -> None:
        """Wait until the document is open."""
        self.is_at("Workbench")

    def shows(self, step: str) -> None:
        """Keep a picture of the window."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        self._number += 1
        assert self.asks("shot", str(SHOTS / f"{self.name}-{self._number:02d}-{step}.png"))

    def writes(self, uid: str, words: str) -> None:
        """Write at the end of a clause and leave it."""
        assert self.asks("go", uid)
        self.presses("F2", "Ctrl+End")
        self.types(words)
        self.presses("Escape")

    def dies(self) -> None:
        """Kill the program without a warning."""
        self.process.kill()
        with self.process:  # which closes its pipes
            self.process.wait()

    def closes(self) -> None:
        """Close the program as a person does; `comes_back` starts it again."""
        assert self.asks("leave")
        with self.process:  # which closes its pipes
            self.process.wait(20)

    def comes_back(self, workspace: Path) -> None:
        """Start the program again."""
        self.process = self._begin(workspace)
        self.is_at_work()

    def leaves(self) -> None:
        if self.process.poll() is None:
            assert self.process.stdin is not None
            self.process.stdin.write('["leave"]\n')
            self.process.stdin.close()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.screen.terminate()
        for each in (self.process, self.screen):
            with each:
                each.wait()
