"""The numbers behind the rules on air. Defaults are DESIGN §4 and DOMAIN §3.8; settings may change them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Times in milliseconds, shares as fractions."""

    guard_ms: int = 600
    misfire_ms: int = 10_000
    undo_take_ms: int = 60_000
    price_low: float = 0.5
    price_high: float = 2.0
    accepted_amber_ms: int = 150
    accepted_red_ms: int = 1_000
    shown_amber_ms: int = 250
    shown_red_ms: int = 1_200
    recount_ms: int = 300_000
    cue_fades_ms: int = 15_000
    must_cue_ms: int = 5_000
    auto_cues: bool = False
    ask_ms: int = 20_000
    pace: int = 240
    pace_step: int = 20
    host_language: Language = "zh"
    safe_scene: str = ""
    scene_by_role: Mapping[str, str] = field(default_factory=dict)
    output: Literal["stream", "virtual_camera", "recording"] = "stream"
