"""What people have said that columns mean, remembered by the headers they stood under."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from hostconsole.sheets.headers import SYNONYMS, normal
from hostconsole.sheets.writing import write_whole
from hostconsole.tables import Cell, text_of

FILE_NAME = "columns.json"
MOST_KEPT = 200


class RememberedColumns:
    """Kept in the data directory: normal header → column of the run-sheet ("": not used), by set of headers.
    A file that cannot be read is as if nobody had said anything."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / FILE_NAME
        self._kept = self._read()

    def recall(self, header: Sequence[Cell]) -> Mapping[str, str] | None:
        return self._kept.get(_key(header))

    def remember(self, header: Sequence[Cell], meant: Mapping[str, str]) -> None:
        """Raises Trouble if it cannot be kept on disk; it holds for this run all the same."""
        key = _key(header)
        self._kept.pop(key, None)
        self._kept[key] = dict(meant)
        while len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self._path, json.dumps(self._kept, ensure_ascii=False, indent=1).encode())

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {
            str(key): {
                str(name): str(column) for name, column in meant.items() if not column or column in SYNONYMS
            }
            for key, meant in found.items()
            if isinstance(meant, dict)
        }


def _key(header: Sequence[Cell]) -> str:
    """The set of headers, whatever their order."""
    return "|".join(sorted({normal(text_of(cell)) for cell in header[:500]} - {""}))
