"""What a remark of the pre-flight is: a box, a code, where it stands, and in words why and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from hostconsole.show.preflight.texts import ALL, WORDS

Box = Literal["goods", "prices", "words", "pictures", "people"]
BOXES: tuple[Box, ...] = ("goods", "prices", "words", "pictures", "people")


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """`item` is an id, None where the whole show is meant; `column` the run-sheet's column to look at, ""
    if it is no cell. Windows translate by `code` and `fields`; `why` and `mend` are plain English."""

    box: Box
    code: str
    item: str | None = None
    column: str = ""
    fields: Mapping[str, object] = msgspec.field(default_factory=dict)

    @property
    def why(self) -> str:
        """One sentence: what is missing or at odds, and what that would do."""
        return WORDS[self.code][0].format(**self.fields)

    @property
    def mend(self) -> str:
        """One sentence: what to do about it."""
        return WORDS[self.code][1].format(**self.fields)

    @property
    def text(self) -> str:
        return f"{self.why} {self.mend}"


def together(remarks: tuple[Remark, ...], *, products: int) -> tuple[Remark, ...]:
    """The remarks, those that every one of several products has said once: a sheet without a column is one
    thing to mend, not sixty."""
    counts: dict[str, int] = {}
    for remark in remarks:
        counts[remark.code] = counts.get(remark.code, 0) + 1
    shared = {code for code, count in counts.items() if code in ALL and count == products > 1}
    told: dict[str, Remark] = {}
    for remark in remarks:
        if remark.code in shared and remark.code not in told:
            code = ALL[remark.code]
            told[remark.code] = Remark(
                box=remark.box, code=code, column=remark.column, fields={"count": products}
            )
    single = (remark for remark in remarks if remark.code not in shared)
    return (*told.values(), *single)
