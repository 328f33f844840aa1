"""What a remark of OBS's pre-flight is: a code, what it is about, and in words why and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hostconsole.show.obs_remark_words import WORDS

Judgement = Literal["warning", "ok"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsRemark:
    """`item` is the row it is about, None for OBS as a whole. Windows translate by `code` and `fields`;
    `why` and `mend` are plain English, `mend` "" where all is well."""

    level: Judgement
    code: str
    item: str | None = None
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def why(self) -> str:
        return WORDS[self.code][0].format(**self.fields)

    @property
    def mend(self) -> str:
        return WORDS[self.code][1].format(**self.fields)

    @property
    def text(self) -> str:
        return f"{self.why} {self.mend}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check of OBS found, and when (UTC ISO 8601)."""

    remarks: tuple[ObsRemark, ...]
    at: str
