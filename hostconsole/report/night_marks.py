"""The lanes of what happened at a moment: prices, counts, cues, incidents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hostconsole.report import figures as f
from hostconsole.report.drawing import BAD, BAND, FAINT, INK, SOFT, dot, line, path, polygon, rect, text
from hostconsole.report.night_canvas import LEFT, MINUTE_MS, RIGHT, Canvas
from hostconsole.report.reading import clock, fitted, number, span, width
from hostconsole.report.sentences import incident_ms
from hostconsole.show.money import as_read


def prices(on: Canvas) -> None:
    changes = on.night.price_changes
    if not changes:
        return
    top = on.lane("lane_prices", 28)
    ends = [0.0, 0.0]
    skus = {item: product.sku for product in on.night.products for item in product.items}
    for change in changes:
        x = on.x(change.mono_ms)
        ink = on.hue(skus.get(change.item, ""))[1]
        step = f"{_money(change.was, change)}→{_money(change.now, change)}"
        words = f"{fitted(change.link_no, 8)} {step}".strip()
        on.add(polygon(((x, top + 9), (x + 4, top + 14), (x, top + 19), (x - 4, top + 14)), fill=ink))
        row = next((n for n in (0, 1) if ends[n] <= x), None)
        long = width(words) * 6.2 + 10
        if row is not None and x + long < on.width:
            ends[row] = x + long
            on.add(text(x + 7, top + 11 + 13 * row, words, ink=ink, size=10))


def sold(on: Canvas) -> None:
    top = on.lane("lane_sold", 96, after=14)
    bottom = top + 96
    on.add(line(LEFT, bottom, on.width - RIGHT, bottom, ink=FAINT))
    sales = on.night.sales
    if not sales:
        words = on.look.word("nothing_counted")
        on.add(text((LEFT + on.width) / 2, top + 52, words, ink=SOFT, size=12, anchor="middle"))
        return
    each = _bucket_minutes(on)
    bars: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in sales:
        bars[one.minute // each][one.sku] += one.units
    most = max((sum(max(0, n) for n in bar.values()) for bar in bars.values()), default=1) or 1
    for bucket, bar in sorted(bars.items()):
        x = on.x(bucket * each * MINUTE_MS)
        wide = max(2.0, on.x((bucket + 1) * each * MINUTE_MS) - x - 1)
        y = bottom
        for sku, units in bar.items():
            if units > 0:
                high = 80 * units / most
                y -= high
                told = f"{clock(bucket * each * MINUTE_MS)} · {fitted(sku, 30)} · {units}"
                on.add(rect(x, y, wide, high, fill=on.hue(sku)[1], title=told, opacity=0.75))
    _running_total(on, sales, top, bottom)
    on.add(text(LEFT - 10, bottom - 74, number(most), ink=FAINT, size=10, anchor="end"))
    on.add(text(LEFT - 10, bottom + 3, "0", ink=FAINT, size=10, anchor="end"))


_TOTAL_WIDTH = 120
"""So long a line has room for its total above it, in the chart's units."""


def _bucket_minutes(on: Canvas) -> int:
    minutes = (on.until_ms - on.since_ms) / MINUTE_MS
    return next((m for m in (1, 2, 5, 10, 15, 30, 60) if minutes / m <= 240), 60)


def _running_total(on: Canvas, sales: Sequence[f.SoldFacts], top: float, bottom: float) -> None:
    points, total, steps = [(on.x(on.since_ms), bottom)], 0, []
    for one in sales:
        total += one.units
        steps.append((on.x((one.minute + 1) * MINUTE_MS), total))
    high = max(1, *(n for _, n in steps))
    for x, n in steps:
        points += [(x, points[-1][1]), (x, bottom - 90 * n / high)]
    points.append((on.x(on.night.head.length_ms), points[-1][1]))
    on.add(path(points, ink=INK, wide=1.2))
    words = on.look.word("total_n", n=number(total))
    # Its end stands over the line's; in a very short show that would be over the name of the lane.
    if points[-1][0] - LEFT < _TOTAL_WIDTH:
        on.add(text(LEFT, top + 1, words, ink=INK, size=11, bold=True))
    else:
        on.add(text(points[-1][0], top + 1, words, ink=INK, size=11, anchor="end", bold=True))


def cues(on: Canvas) -> None:
    if not on.night.cues:
        return
    top = on.lane("lane_cues", 14)
    for cue in on.night.cues:
        ink = BAD if cue.kind == "must" else SOFT
        told = f"{clock(cue.mono_ms)} · {fitted(cue.text, 60)}"
        x, seen = on.x(cue.mono_ms), cue.seen_ms is not None
        on.add(dot(x, top + 7, ink=ink, filled=seen, title=told))


def incidents(on: Canvas) -> None:
    if not on.night.incidents:
        return
    top = on.lane("lane_incidents", 16)
    on.add(rect(LEFT, top, on.width - LEFT - RIGHT, 16, fill=BAND))
    last = 0.0
    for incident in on.night.incidents:
        x = on.x(incident.since_ms)
        wide = max(3.0, on.x(incident.since_ms + incident_ms(on.night, incident)) - x)
        word = on.look.word(incident.kind)
        told = f"{clock(incident.since_ms)} · {word} · {span(incident_ms(on.night, incident))}"
        ground = "#c98a1b" if incident.kind == "safe_picture" else BAD
        on.add(rect(x, top, wide, 16, fill=ground, title=told, opacity=0.85))
        long = width(word) * 6.2 + 8
        if x + wide + 4 > last and x + wide + long < on.width - RIGHT:
            on.add(text(x + wide + 4, top + 12, word, ink=ground, size=10))
            last = x + wide + long


def _money(minor: int | None, change: f.PriceChangeFacts) -> str:
    return "–" if minor is None else as_read(minor, change.currency)
