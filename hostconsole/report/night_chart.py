"""The night as planned, as aired and as sold on one axis, with scenes, links, prices, cues and incidents.

Lanes from above to below: the plan, ribbons to what became of it, the airings, the scenes OBS showed, the
links that were up, the prices, the units counted, the cues, the incidents. A product has one hue in all.
"""

from __future__ import annotations

from collections.abc import Callable

from hostconsole.report import figures as f
from hostconsole.report.drawing import BAD, hue, picture, polygon, rect, room_for, text
from hostconsole.report.look import Look
from hostconsole.report.night_canvas import WIDTH, Canvas
from hostconsole.report.night_marks import cues, incidents, prices, sold
from hostconsole.report.reading import clock, fitted, name_of, span
from hostconsole.report.reading import width as cells

_MOST_LINK_ROWS = 6


def night_chart(night: f.Night, look: Look, *, width: int = WIDTH) -> str:
    """The drawing as SVG, `width` units wide; "" where nothing was on air."""
    if not night.airings:
        return ""
    on = Canvas(night, look, width)
    for lane in _LANES:
        lane(on)
    height = on.y + 8
    ground = rect(0, 0, on.width, height, fill="#ffffff")
    return picture(on.width, height, [ground, *on.axis(height), *on.parts], label=look.word("chart_alt"))


def _planned(on: Canvas) -> None:
    top = on.lane("lane_planned", 30, after=0)
    for block in on.plan:
        x, until = on.x(block.since_ms), on.x(block.until_ms)
        ground, ink = on.hue(block.sku)
        name = name_of(block.link_no, block.title, on.look)
        told = f"{name} · {span(block.until_ms - block.since_ms)}"
        on.add(rect(x, top, until - x - 1, 30, fill=ground, round_=3, title=told, opacity=0.75))
        _label(on, x, top + 19, until - x, block.link_no, block.title, ink)


def _label(on: Canvas, x: float, y: float, room: float, link_no: str, title: str, ink: str) -> None:
    """The link number first, then as much of the title as there is room for."""
    number_ = room_for(link_no, room - 8, size=12)
    if number_:
        on.add(text(x + 5, y, number_, ink=ink, size=12, bold=True))
    used = cells(number_) * 7.2 + 6 if number_ else 0
    rest = room_for(title, room - used - 10)
    if cells(rest) >= 4:
        on.add(text(x + 5 + used, y, rest, ink=ink))


def _ribbons(on: Canvas) -> None:
    """From each planned row to the first airing of it."""
    top, height = on.y, 24
    on.y += height
    first = {airing.item: airing for airing in reversed(on.night.aired)}
    for block in on.plan:
        airing = first.get(block.item)
        if airing is None:
            continue
        end = on.end(airing)
        corners = (
            (on.x(block.since_ms), top), (on.x(block.until_ms) - 1, top),
            (on.x(end) - 1, top + height), (on.x(airing.started_ms), top + height),
        )  # fmt: skip
        on.add(polygon(corners, fill=on.hue(block.sku)[0], opacity=0.35))


def aired(on: Canvas) -> None:
    """What was on air, misfires as signs above."""
    top = on.lane("lane_aired", 40)
    for airing in on.night.aired:
        x, until = on.x(airing.started_ms), on.x(on.end(airing))
        ground, ink = on.hue(airing.sku)
        name = name_of(airing.link_no, airing.title, on.look)
        told = f"{clock(airing.started_ms)} · {name} · {span(airing.aired_ms)}"
        on.add(rect(x, top, until - x - 1, 40, fill=ground, round_=3, title=told))
        on.add(rect(x, top, 3, 40, fill=ink))
        _label(on, x + 2, top + 17, until - x - 2, airing.link_no, airing.title, ink)
        lasted = room_for(span(airing.aired_ms), until - x - 10)
        on.add(text(x + 7, top + 32, lasted, ink=ink, size=10) if lasted == span(airing.aired_ms) else "")
    for airing in on.night.misfires:
        x = on.x(airing.started_ms)
        corners = ((x - 4, top - 7), (x + 4, top - 7), (x, top))
        on.add(polygon(corners, fill=BAD))


def _scenes(on: Canvas) -> None:
    if not on.night.scenes:
        return
    top = on.lane("lane_scenes", 16)
    names = list(dict.fromkeys(scene.scene for scene in on.night.scenes))
    for scene in on.night.scenes:
        x, until = on.x(scene.since_ms), on.x(scene.until_ms)
        if until - x < 0.3:
            continue
        ground, ink = hue(names.index(scene.scene) + 3)
        told = f"{clock(scene.since_ms)} · {fitted(scene.scene, 60)}"
        on.add(rect(x, top, until - x - 0.5, 16, fill=ground, title=told, opacity=0.7))
        shown = room_for(scene.scene, until - x - 8, size=10)
        on.add(text(x + 4, top + 12, shown, ink=ink, size=10) if cells(shown) >= 4 else "")


def _links(on: Canvas) -> None:
    if not on.night.links:
        return
    rows: list[float] = []
    placed = []
    for link in on.night.links:
        x = on.x(link.since_ms)
        until = on.x(on.night.head.length_ms if link.until_ms is None else link.until_ms)
        row = next((n for n, end in enumerate(rows) if end <= x), len(rows))
        if row == len(rows):
            rows.append(0.0)
        rows[row] = max(until, x + 16)
        placed.append((row % _MOST_LINK_ROWS, x, until, link))
    top = on.lane("lane_links", 12 * min(len(rows), _MOST_LINK_ROWS))
    for row, x, until, link in placed:
        ground, ink = on.hue(link.sku)
        told = f"{clock(link.since_ms)} · {fitted(link.link_no, 20)} · {fitted(on.look.who(link.by), 20)}"
        on.add(rect(x, top + 12 * row, until - x, 10, fill=ground, round_=2, title=told))
        on.add(rect(x, top + 12 * row, 2, 10, fill=ink))
        shown = room_for(link.link_no, until - x - 6, size=9)
        on.add(text(x + 5, top + 12 * row + 8, shown, ink=ink, size=9) if shown else "")


_LANES: tuple[Callable[[Canvas], None], ...] = (
    _planned, _ribbons, aired, _scenes, _links, prices, sold, cues, incidents
)  # fmt: skip
