"""One airing's counts, minute by minute, against its planned length: small, beside its row."""

from __future__ import annotations

from collections import defaultdict

from hostconsole.report import figures as f
from hostconsole.report.drawing import BAD, FAINT, SOFT, line, picture, rect, text
from hostconsole.report.look import Look
from hostconsole.report.reading import number, span

WIDTH, HEIGHT = 560, 108
_BASE, _TOP = 86, 6


def airing_chart(airing: f.AiringFacts, look: Look, *, ink: str) -> str:
    """SVG; "" where nothing was counted in it."""
    if not airing.counts:
        return ""
    lasted = airing.aired_ms + airing.held_ms
    minutes = max(1, -(-max(lasted, airing.planned_ms or 0) // 60_000))
    each = (WIDTH - 50) / minutes
    bars: dict[int, int] = defaultdict(int)
    for ms, units in airing.counts:
        bars[min(max(0, ms - airing.started_ms) // 60_000, minutes - 1)] += units
    most = max(1, *bars.values())
    parts = [line(40, _BASE, WIDTH - 10, _BASE, ink=FAINT)]
    for minute, units in sorted(bars.items()):
        high = max(0.0, (_BASE - _TOP - 26) * units / most)
        x = 40 + minute * each
        parts.append(
            rect(x + 0.5, _BASE - high, min(each - 1, 36), high, fill=ink, title=f"{minute}:00 · {units}")
        )
        if each > 18:
            parts.append(
                text(
                    x + min(each, 36) / 2, _BASE - high - 3, number(units), ink=SOFT, size=9, anchor="middle"
                )
            )
    parts += _minutes(minutes, each)
    if airing.planned_ms:
        x = 40 + airing.planned_ms / 60_000 * each
        parts.append(line(x, _TOP, x, _BASE, ink=BAD))
        words = f"{look.word('lane_planned')} {span(airing.planned_ms)}"
        side = "end" if x > WIDTH / 2 else "start"
        parts.append(text(x + (-4 if side == "end" else 4), _TOP + 8, words, ink=BAD, size=9, anchor=side))
    return picture(WIDTH, HEIGHT, parts, label=look.word("sold_by_minute"))


def _minutes(minutes: int, each: float) -> list[str]:
    step = next((s for s in (1, 2, 5, 10, 15, 30, 60) if s * each >= 34), 120)
    ticks = range(0, minutes + 1, step)
    return [text(40 + n * each, _BASE + 14, f"{n}:00", ink=SOFT, size=9, anchor="middle") for n in ticks]
