"""A shop's HTTP server of our own, on loopback, that misbehaves as real ones do.

Each test gives it routes; every request is kept for looking at afterwards.
"""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """A request as it came in. Names of headers are in lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Says:
    """An answer. `body` is sent as JSON unless it is bytes or a text. `hold` is waited for before it is
    sent; `cut` closes the connection instead of it; `chunks` are sent one by one without a length."""

    body: Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    hold: threading.Event | None = None
    cut: bool = False
    chunks: Iterator[bytes] | None = None


Route = Callable[[Asked], Says]


class ShopServer:
    """`routes` maps a path to what answers it. `close` and `open` are a shop that dies and comes back on
    the same port."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[Asked] = []
        self._tls = tls
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self.open()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}"

    def open(self) -> None:
        shop = self

        class Handler(_Handler):
            server_shop = shop

        server = _Server(("127.0.0.1", self._port), Handler)
        if self._tls is not None:
            server.socket = self._tls.wrap_socket(server.socket, server_side=True)
        self._port = server.server_address[1]
        self._server = server
        self._thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Every connection is gone, as when a server is killed."""
        if self._server is not None:
            assert self._thread is not None
            self._server.shutdown()
            self._server.server_close()
            self._server.drop_connections()
            self._thread.join()
            self._server = None

    def says(self, path: str, *answers: Says | Route) -> None:
        """The answers to `path` in turn; the last one stays."""
        left = list(answers)
        lock = threading.Lock()

        def route(asked: Asked) -> Says:
            with lock:
                answer = left.pop(0) if len(left) > 1 else left[0]
            return answer if isinstance(answer, Says) else answer(asked)

        self.routes[path] = route

    def calls(self, path: str) -> list[Asked]:
        return [asked for asked in list(self.asked) if asked.path == path]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True

    def __init__(self, *args: Any) -> None:
        self._open: set[Any] = set()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        for request in list(self._open):
            self.shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no fault of the test."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_shop: ShopServer

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *args: Any) -> None:
        """Nothing on the console of the tests."""

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        size = int(self.headers.get("content-length", 0))
        asked = Asked(
            method=self.command,
            path=parts.path,
            query={key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()},
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(size).decode(),
        )
        self.server_shop.asked.append(asked)
        route = self.server_shop.routes.get(parts.path)
        says = route(asked) if route else Says({"message": "no such path"}, status=404)
        if says.hold is not None:
            says.hold.wait(20)
        if says.cut:
            self.close_connection = True
            return
        self._send(says)

    def _send(self, says: Says) -> None:
        body, kind = says.body, "application/json"
        if isinstance(body, str):
            body, kind = body.encode(), "text/html"
        elif not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(says.status)
        headers = {"Content-Type": kind, **says.headers}
        if says.chunks is None:
            headers["Content-Length"] = str(len(body))
        else:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if says.status != 304:
            self.wfile.write(body)
        for chunk in says.chunks or ():
            self.wfile.write(chunk)


@contextmanager
def shop_server(tls: ssl.SSLContext | None = None) -> Iterator[ShopServer]:
    server = ShopServer(tls)
    try:
        yield server
    finally:
        server.close()
