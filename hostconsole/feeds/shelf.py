"""Answers kept by their ETag, so that a shop may say "not changed" instead of sending all again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_MOST_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Kept:
    etag: str
    payload: Any
    size: int


class Shelf:
    """The last answer of each address. The oldest go first when it is full."""

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}
        self._size = 0

    def etag(self, url: str) -> str:
        """What to send as If-None-Match; "" if nothing is kept."""
        kept = self._kept.get(url)
        return kept.etag if kept else ""

    def payload(self, url: str) -> Any:
        """The answer that was kept. Raises KeyError."""
        return self._kept[url].payload

    def keep(self, url: str, *, etag: str, payload: Any, size: int) -> None:
        """Keeps an answer of `size` bytes; without an etag what was kept is forgotten."""
        old = self._kept.pop(url, None)
        self._size -= old.size if old else 0
        if not etag or size > _MOST_BYTES:
            return
        self._kept[url] = _Kept(etag, payload, size)
        self._size += size
        while self._size > _MOST_BYTES:
            self._size -= self._kept.pop(next(iter(self._kept))).size
