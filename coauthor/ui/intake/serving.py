"""What answers in the other process; it knows no window, so that it is there sooner."""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from coauthor.errors import Cancelled, CoauthorError


@dataclass(frozen=True, slots=True)
class Reported:
    """How far the work is, on its way to who waits."""

    report: object


def serve(line: Connection, make: Callable[[], Any]) -> None:
    """Answer questions in the other process until nobody asks any more."""
    answering = make()

    def report(said: object) -> None:
        while line.poll():
            if line.recv() is None:
                raise Cancelled
        line.send(Reported(said))

    while True:
        try:
            asked = line.recv()
        except EOFError:
            return
        if asked is None:
            continue  # what was to be stopped had ended already
        method, arguments = asked
        try:
            answer = getattr(answering, method)(**arguments, report=report)
        except CoauthorError as error:
            answer = error
        line.send(answer)
