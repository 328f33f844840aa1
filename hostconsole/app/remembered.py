"""Where windows stood, kept in the data directory. Losing it costs a drag of the mouse, never a show."""

from __future__ import annotations

import base64
import json
import logging
from pathlib import Path

FILE_NAME = "windows.json"

_log = logging.getLogger(__name__)


class Remembered:
    """Small byte strings by name, written when they change."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / FILE_NAME
        self._kept = self._read()

    def recall(self, name: str) -> bytes | None:
        text = self._kept.get(name)
        return base64.b64decode(text) if text is not None else None

    def remember(self, name: str, value: bytes) -> None:
        text = base64.b64encode(value).decode()
        if self._kept.get(name) == text:
            return
        self._kept[name] = text
        part = self._path.with_suffix(".part")
        try:
            part.write_text(json.dumps(self._kept), "utf-8")
            part.replace(self._path)
        except OSError as fault:
            _log.warning("the windows' places cannot be kept: %s", fault)

    def recall_text(self, name: str) -> str | None:
        kept = self.recall(name)
        return None if kept is None else kept.decode("utf-8", "replace")

    def remember_text(self, name: str, value: str) -> None:
        self.remember(name, value.encode())

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}
