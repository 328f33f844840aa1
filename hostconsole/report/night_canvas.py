"""The axis that all lanes of the night's chart share, and the sheet they are drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hostconsole.report import figures as f
from hostconsole.report.drawing import LINE, SEGMENT, SOFT, hue, line, text
from hostconsole.report.look import Look, moment

WIDTH = 1200
LEFT, RIGHT = 84, 14
MINUTE_MS = 60_000
_STEPS_MIN = (1, 2, 5, 10, 15, 30, 60, 120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the plan."""

    item: str
    link_no: str
    title: str
    sku: str
    since_ms: int
    until_ms: int


def planned_blocks(night: f.Night) -> tuple[Block, ...]:
    """The plan laid out in its own order from the first take on: each row where the sheet says, else after
    the row before it; rows without minutes are left out."""
    began = night.aired[0].started_ms if night.aired else 0
    at, blocks = 0, []
    for item in night.plan.items:
        if item.planned_start_s is not None:
            at = item.planned_start_s * 1000
        if not item.planned_s:
            continue
        since = began + at
        at += item.planned_s * 1000
        blocks.append(
            Block(
                item=item.id, link_no=item.link_no, title=item.title, sku=item.sku, since_ms=since,
                until_ms=began + at,
            )
        )  # fmt: skip
    return tuple(blocks)


class Canvas:
    """Lanes are added from above to below; `x` is where a moment of the session's clock stands."""

    def __init__(self, night: f.Night, look: Look, width: int) -> None:
        self.width = width
        self.night, self.look = night, look
        self.plan = planned_blocks(night)
        ends = [night.head.length_ms, *(block.until_ms for block in self.plan)]
        firsts = [a.started_ms for a in night.airings]
        self.since_ms = max(0, min(firsts) - MINUTE_MS)
        self.until_ms = max(*ends, self.since_ms + MINUTE_MS)
        self.y = 30.0
        self.parts: list[str] = []
        self._hues = {product.sku: hue(place) for place, product in enumerate(night.products)}

    def add(self, part: str) -> None:
        self.parts.append(part)

    def x(self, ms: float) -> float:
        share = (ms - self.since_ms) / (self.until_ms - self.since_ms)
        return LEFT + min(max(share, 0.0), 1.0) * (self.width - LEFT - RIGHT)

    def hue(self, sku: str) -> tuple[str, str]:
        """The product's own ground and ink; those of a segment for ""."""
        return self._hues.get(sku, SEGMENT) if sku else SEGMENT

    def end(self, airing: f.AiringFacts) -> int:
        return self.night.head.length_ms if airing.ended_ms is None else airing.ended_ms

    def lane(self, key: str, height: float, *, after: float = 10) -> float:
        """Names a lane; returns its top."""
        top = self.y
        y = top + (4 if height > 50 else height / 2 + 4)
        self.add(text(LEFT - 10, y, self.look.word(key), ink=SOFT, anchor="end"))
        self.y += height + after
        return top

    def axis(self, height: float) -> list[str]:
        """The clock on the wall above, and its lines down through all lanes."""
        parts = []
        minutes = (self.until_ms - self.since_ms) / MINUTE_MS
        step = next((s for s in _STEPS_MIN if minutes / s <= self.width / 85), _STEPS_MIN[-1]) * MINUTE_MS
        began = moment(self.night.head.started_at).astimezone(self.look.zone)
        off = (began.minute * 60 + began.second) * 1000 + began.microsecond // 1000
        ms = self.since_ms + (-(off + self.since_ms)) % step
        while ms <= self.until_ms:
            at = began + timedelta(milliseconds=ms)
            x = self.x(ms)
            parts.append(line(x, 22, x, height - 6, ink=LINE))
            if x < self.width - RIGHT - 12:
                parts.append(text(x, 15, f"{at:%H:%M}", ink=SOFT, anchor="middle"))
            ms += step
        return parts
