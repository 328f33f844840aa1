"""What the reader has to say about a sheet, row by row."""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["error", "warning", "ok"]


class Finding(msgspec.Struct, frozen=True):
    """One remark. `row` is the spreadsheet's row number (from 1), `column` the header as written there;
    both are None when the whole sheet is meant. `error`: cannot be taken as written; `warning`: missing
    or guessed. `code` is stable, `message` one English sentence."""

    level: Level
    code: str
    row: int | None
    column: str | None
    message: str

    def as_json(self) -> dict[str, str | int | None]:
        """The finding as `check --json` prints it."""
        return {
            "level": self.level,
            "code": self.code,
            "row": self.row,
            "column": self.column,
            "message": self.message,
        }
