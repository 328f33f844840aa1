"""What a person holds for good in a night's figures: bands of the platform's metrics, none until they are
set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

import msgspec

MetricKey = Literal[
    "enter", "click", "order", "pay", "convert", "click_buy", "returns", "refund", "engage", "follow",
    "uv", "uv_net", "aov", "unit", "gpm", "roas", "gmv_min", "stay",
]  # fmt: skip
"""The metrics of a report (report/platform)."""

Verdict = Literal["below", "within", "above"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """From `at_least` to `at_most`, both included, in the unit in which the metric is shown: shares in
    percent, money in whole units (yuan), times in seconds. None: no bound."""

    at_least: Annotated[float, msgspec.Meta(ge=0)] | None = None
    at_most: Annotated[float, msgspec.Meta(ge=0)] | None = None

    def __post_init__(self) -> None:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError("at_least is more than at_most")

    def verdict(self, value: float) -> Verdict:
        if self.at_least is not None and value < self.at_least:
            return "below"
        return "above" if self.at_most is not None and value > self.at_most else "within"


Bands = Mapping[MetricKey, Band]

NO_BANDS: Bands = MappingProxyType({})
