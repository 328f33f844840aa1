"""One connection to OBS as the library makes it, without its configuration file, its log lines and any
proxy; and the switch that cuts it from another thread."""

from __future__ import annotations

import json
import logging
import socket
import struct
import threading
from typing import Any

import websocket
from obsws_python.baseclient import ObsClient
from obsws_python.error import OBSSDKError

from hostconsole.obs.faults import Lost, PasswordRefused

AUTHENTICATION_FAILED = 4009

FAULTS = (websocket.WebSocketException, OSError, ValueError, KeyError, TypeError, AttributeError)


class Socket(websocket.WebSocket):
    """Remembers the code with which the other side closed; the library drops it."""

    close_code: int | None = None

    def recv_data_frame(self, control_frame: bool = False) -> Any:
        opcode, frame = super().recv_data_frame(control_frame)
        if opcode == websocket.ABNF.OPCODE_CLOSE and len(frame.data) >= 2:
            self.close_code = struct.unpack("!H", frame.data[:2])[0]
        return opcode, frame


class Switch:
    """Cuts the sockets of a wire from another thread, even while it is still being connected."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._off = False

    def add(self, sock: socket.socket) -> None:
        with self._lock:
            self._sockets.append(sock)
            off = self._off
        if off:
            self.cut()

    def cut(self) -> None:
        """Wakes whoever waits on these sockets, at once; no goodbye, as a frozen OBS answers none."""
        with self._lock:
            self._off = True
            sockets, self._sockets = self._sockets, []
        for sock in sockets:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed or never connected: what was wanted


class Client(ObsClient):  # type: ignore[misc]
    """obsws-python's connection, made without its `config.toml`, its log lines and any proxy."""

    def __init__(self, *, host: str, port: int, password: str | None, subs: int, timeout: float) -> None:
        self.logger = logging.getLogger("obsws_python.quiet")
        self.subs = subs
        self.password = password or ""
        self.ws: Any = Socket()
        self.stream: socket.socket | None = None
        self._address = (host, port)
        self._timeout = timeout

    def __repr__(self) -> str:
        return f"<connection to OBS at {self._address[0]}:{self._address[1]}>"

    def open(self, switch: Switch) -> None:
        """Connects and identifies. Raises `Lost` or `PasswordRefused`."""
        host, port = self._address
        try:
            self.stream = socket.create_connection((host, port), timeout=self._timeout)
            switch.add(self.stream)
            self.stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.stream.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            self.ws.connect(f"ws://{host}:{port}", timeout=self._timeout, socket=self.stream)
            self.server_hello = json.loads(self.ws.recv())
            self._identify()
        except ConnectionRefusedError as error:
            self.close()
            raise Lost(f"nothing answers at {host}:{port}", cheap=True) from error
        except FAULTS as error:
            self.close()
            raise Lost(f"no OBS answers at {host}:{port} ({in_words(error)})") from error
        finally:
            self.password = ""

    def _identify(self) -> None:
        if "authentication" in self.server_hello["d"] and not self.password:
            self.close()
            raise PasswordRefused("OBS asks for a password and none is known")
        try:
            self.authenticate()
        except OBSSDKError as error:
            self.close()
            if self.ws.close_code == AUTHENTICATION_FAILED:
                raise PasswordRefused("OBS refused the password") from None
            raise Lost("OBS broke off the greeting") from error

    def close(self) -> None:
        self.ws.shutdown()
        if self.stream is not None:
            self.stream.close()


def in_words(error: BaseException) -> str:
    if isinstance(error, websocket.WebSocketTimeoutException | TimeoutError):
        return "OBS does not answer"
    if isinstance(error, websocket.WebSocketConnectionClosedException | ConnectionError):
        return "OBS closed the connection"
    if isinstance(error, socket.gaierror):
        return "there is no such computer"
    if isinstance(error, websocket.WebSocketException | ValueError | KeyError | TypeError):
        return "what answers there does not speak as OBS does"
    return type(error).__name__
