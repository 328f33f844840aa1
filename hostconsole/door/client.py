"""The caller's side of the door: `do` and `state` in a few milliseconds, without Qt or asyncio."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

FILE_NAME = "console.json"
"""In the data directory, mode 0600: where the console listens, and the secret that proves we may ask."""

LONGEST_LINE = 64 * 1024
"""Bytes of a request. Answers may be longer (a state with 500 items)."""

_CONNECT_S = 2.0
_ANSWER_S = 30.0
_LONGEST_ANSWER = 64 * 1024 * 1024


class NoConsole(Exception):
    """No console runs for this data directory."""


def ask(directory: Path, request: dict[str, Any]) -> dict[str, Any]:
    """The running console's answer to one request.

    Raises NoConsole when none runs (no file, or nobody listens there any more), ValueError when the
    request is too long for the door."""
    where = _address(directory)
    line = json.dumps({**request, "token": where["token"]}, ensure_ascii=False).encode() + b"\n"
    if len(line) > LONGEST_LINE:
        raise ValueError(f"the request is longer than {LONGEST_LINE // 1024} KB")
    try:
        with socket.create_connection(("127.0.0.1", int(where["port"])), _CONNECT_S) as door:
            door.settimeout(_ANSWER_S)
            door.sendall(line)
            answer = json.loads(_line(door))
    except (OSError, ValueError) as fault:
        raise NoConsole(f"the console in {directory} does not answer: {fault}") from fault
    if not isinstance(answer, dict):
        raise NoConsole(f"the console in {directory} does not answer as one")
    return answer


def _address(directory: Path) -> dict[str, Any]:
    try:
        where = json.loads((directory / FILE_NAME).read_text("utf-8"))
        return {"port": int(where["port"]), "token": str(where["token"])}
    except (OSError, ValueError, KeyError, TypeError):
        raise NoConsole(f"no console runs for {directory}") from None


def _line(door: socket.socket) -> bytes:
    parts: list[bytes] = []
    length = 0
    while length <= _LONGEST_ANSWER:
        part = door.recv(65536)
        if not part:
            break
        parts.append(part)
        length += len(part)
        if part.endswith(b"\n"):
            break
    return b"".join(parts)
