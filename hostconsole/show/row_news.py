"""One thing that differs between the show and its sheet, in words."""

from __future__ import annotations

import msgspec


class RowNews(msgspec.Struct, frozen=True, kw_only=True):
    """`kind`: added, removed, moved or changed; `item` names the row. "changed": `column` is the run-sheet's,
    "" where it is one that is kept but not used: then `now` says all. "moved": both are places, from 1."""

    kind: str
    item: str
    column: str = ""
    was: str = ""
    now: str = ""
