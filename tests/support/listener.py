"""A real web server on 127.0.0.1 that answers, refuses, hangs, drips, closes or sends elsewhere."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Heard:
    """One request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def whole(self) -> str:
        return f"{self.method} {self.path} {self.headers} {self.body.decode()}"

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Listener:
    """`manner` is a status to answer, 'hang', 'drip', 'close', or an address to send on to."""

    manner: int | str = 200
    heard: list[Heard] = field(default_factory=list)
    enough: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Listener:
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.enough.set()
        self.server.shutdown()
        self.server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"


def _handler(listener: Listener) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            listener.heard.append(Heard(self.command, self.path, dict(self.headers), body))
            match listener.manner:
                case int(status):
                    self.send_response(status)
                    self.end_headers()
                case "hang":
                    listener.enough.wait()
                case "drip":
                    self.wfile.write(b"HTTP/1.0 200 OK\r\n")
                    while not listener.enough.wait(0.02):
                        self.wfile.write(b"X")
                case "close":
                    self.close_connection = True
                case str(elsewhere):
                    self.send_response(302)
                    self.send_header("Location", elsewhere)
                    self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    return Handler
