"""A line to a server that breaks after so many bytes: a real one, on loopback."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.history.servers.running import HOST


@dataclass
class Line:
    """Passes bytes on; breaks each connection after ``up`` or ``down`` bytes.

    Attributes:
        up: bytes from us that still pass; None: all.
        down: bytes to us that still pass; None: all.
        times: how many more connections are broken; the others are whole.
    """

    port: int = 0
    up: int | None = None
    down: int | None = None
    times: int = 1000
    broken: int = 0
    connections: int = 0
    passed_up: list[int] = field(default_factory=list)
    passed_down: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def cut(self, *, up: int | None = None, down: int | None = None, times: int = 1000) -> None:
        self.up, self.down, self.times = up, down, times


@contextlib.contextmanager
def line(target: int = 0) -> Iterator[Line]:
    """Open a line to a port on loopback; 0: a proxy that goes where it is asked to."""
    found = Line()
    listener = socket.create_server((HOST, 0))
    found.port = listener.getsockname()[1]
    threading.Thread(target=_accept, args=(listener, target, found), daemon=True).start()
    try:
        yield found
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _accept(listener: socket.socket, target: int, found: Line) -> None:
    while True:
        try:
            near, _ = listener.accept()
        except OSError:
            return
        try:
            far = socket.create_connection((HOST, target or _asked(near, found)))
        except OSError:
            near.close()
            continue
        number = found.connections
        found.connections += 1
        found.passed_up.append(0)
        found.passed_down.append(0)
        for source, sink, limit, passed in (
            (near, far, "up", found.passed_up),
            (far, near, "down", found.passed_down),
        ):
            words = (source, sink, found, limit, passed, number)
            threading.Thread(target=_pass, args=words, daemon=True).start()


def _asked(near: socket.socket, found: Line) -> int:
    """Answer ``CONNECT host:port`` as a proxy of an organisation does."""
    said = b""
    while b"\r\n\r\n" not in said:
        said += near.recv(4096)
    method, where, _ = said.decode("ascii").split(" ", 2)
    found.asked.append(f"{method} {where}")
    near.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    return int(where.rpartition(":")[2])


def _pass(
    source: socket.socket, sink: socket.socket, found: Line, limit: str, passed: list[int], at: int
) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(4096):
            allowed = getattr(found, limit)
            if allowed is not None and found.times > 0 and passed[at] + len(data) > allowed:
                sink.sendall(data[: max(0, allowed - passed[at])])
                found.times -= 1
                found.broken += 1
                break
            passed[at] += len(data)
            sink.sendall(data)
    for each in (source, sink):
        with contextlib.suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()
