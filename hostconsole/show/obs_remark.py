"""What a remark of OBS's pre-flight is: a code, what it is about, and in words why and how to mend it."""

from __future__ import annotations

from typing import Literal

import msgspec

from hostconsole.show.obs_remark_words import WORDS

Judgement = Literal["warning", "ok"]


class ObsRemark(msgspec.Struct, frozen=True, kw_only=True):
    """`item` is the row it is about, None for OBS as a whole. Windows translate by `code` and `fields`;
    `why` and `mend` are plain English, `mend` "" where all is well."""

    level: Judgement
    code: str
    item: str | None = None
    fields: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def why(self) -> str:
        return WORDS[self.code][0].format(**self.fields)

    @property
    def mend(self) -> str:
        return WORDS[self.code][1].format(**self.fields)

    @property
    def text(self) -> str:
        return f"{self.why} {self.mend}".strip()


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What a check of OBS found, and when (UTC ISO 8601)."""

    remarks: tuple[ObsRemark, ...]
    at: str
