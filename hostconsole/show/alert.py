"""One alert, as the controller is told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["red", "amber"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """`rank` orders alerts (lower is worse); `text` is plain English, windows translate by `code` and
    `fields`; `command` with the arguments `given` mends it, "" where a person must act by hand. One in
    `desk.` is an act of the windows. `words` names the sentence where one code has several."""

    code: str
    severity: Severity
    rank: int
    text: str
    item: str | None = None
    episode: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    command: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    acknowledged: bool = False
