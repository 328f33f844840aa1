"""Where the console's window keeps what it remembers."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hostconsole.keys.table import KeyTable
from hostconsole.ui.language import Language


class Keeping(msgspec.Struct, frozen=True, kw_only=True):
    """Where the window keeps what it remembers; nothing is written but through these."""

    remember: Callable[[str, bytes], None]
    recall: Callable[[str], bytes | None]
    save_keys: Callable[[KeyTable], None]
    save_language: Callable[[Language], None]


class StepKeeping(msgspec.Struct, frozen=True, kw_only=True):
    """Where the first steps keep what they remember, as short texts by name."""

    remember: Callable[[str, str], None]
    recall: Callable[[str], str]


def texts_kept(keeping: Keeping) -> StepKeeping:
    """The same place, for short texts; "" for what was never kept."""
    return StepKeeping(
        remember=lambda name, text: keeping.remember(name, text.encode()),
        recall=lambda name: (keeping.recall(name) or b"").decode("utf-8", "replace"),
    )
