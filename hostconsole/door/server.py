"""The console's side of the door: one JSON line each way on 127.0.0.1, behind a secret token.

Whatever is not one valid line of 64 KB at most, with the right token, is closed without an answer: the
door is open to every program on this PC, and owes a stranger nothing.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import os
import secrets
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from hostconsole.door.client import FILE_NAME, LONGEST_LINE

Answer = Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]

_READ_S = 5.0
_MOST_AT_ONCE = 32

_log = logging.getLogger(__name__)


class Door:
    """Listens once `open` returned; `answer` is awaited on the loop's thread for each valid request."""

    def __init__(self, directory: Path, answer: Answer) -> None:
        self._directory = directory
        self._answer = answer
        self._token = secrets.token_urlsafe(32)
        self._server: asyncio.Server | None = None
        self._open = 0

    async def open(self) -> None:
        """Raises OSError if the system gives no port or the file cannot be written."""
        self._server = await asyncio.start_server(
            self._visit, "127.0.0.1", 0, limit=LONGEST_LINE, backlog=_MOST_AT_ONCE
        )
        port = self._server.sockets[0].getsockname()[1]
        _write_secret(
            self._directory / FILE_NAME, json.dumps({"port": port, "token": self._token, "pid": os.getpid()})
        )

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
            (self._directory / FILE_NAME).unlink(missing_ok=True)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        try:
            request = await self._request(reader) if self._open <= _MOST_AT_ONCE else None
            if request is not None:
                answer = await self._answer(request)
                writer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
                await writer.drain()
        except (ConnectionError, TimeoutError):
            pass  # the caller went away: nobody is left to tell
        except Exception:
            _log.exception("door: our bug in answering")
        finally:
            self._open -= 1
            writer.close()

    async def _request(self, reader: asyncio.StreamReader) -> dict[str, Any] | None:
        """The request, or None for anything that is not ours to answer."""
        try:
            line = await asyncio.wait_for(reader.readline(), _READ_S)
            request = json.loads(line)
        except (ValueError, TimeoutError, RecursionError):
            return None
        if not line.endswith(b"\n") or not isinstance(request, dict):
            return None
        token = request.pop("token", None)
        if not isinstance(token, str) or not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        return request


def _write_secret(path: Path, text: str) -> None:
    """Readable by this user only from its first byte on, and never half written."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
