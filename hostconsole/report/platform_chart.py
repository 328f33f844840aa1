"""The platform's figures minute by minute, under what was on air: the night's own axis."""

from __future__ import annotations

from hostconsole.report import figures as f
from hostconsole.report.drawing import FAINT, line, path, picture, rect, text
from hostconsole.report.look import Look, moment
from hostconsole.report.night_canvas import LEFT, MINUTE_MS, RIGHT, WIDTH, Canvas
from hostconsole.report.night_chart import aired
from hostconsole.report.platform import OF_A_MINUTE, PlatformView, shown
from hostconsole.report.reading import clock
from hostconsole.show.after_events import MinuteFigures

_HIGH, _LANE = 40, 52
_INK = "#1f5f9e"

Timed = tuple[tuple[int, MinuteFigures], ...]


def minutes_of(view: PlatformView, night: f.Night) -> Timed:
    """The platform's minutes with their time on the session's clock (ms), those outside the show left out: an
    export may hold a whole day."""
    began = moment(night.head.started_at)
    timed = ((round((moment(m.at) - began).total_seconds() * 1000), m) for m in view.minutes)
    return tuple((ms, m) for ms, m in timed if -MINUTE_MS < ms < night.head.length_ms)


def minutes_chart(view: PlatformView, night: f.Night, look: Look, *, width: int = WIDTH) -> str:
    """SVG; "" where no minute of the show was told, or nothing was on air."""
    timed = minutes_of(view, night)
    if not timed or not night.airings:
        return ""
    on = Canvas(night, look, width)
    aired(on)
    for name in OF_A_MINUTE:
        told = [(ms, value) for ms, m in timed if (value := getattr(m, name)) is not None]
        if told:
            _lane(on, name, told, currency=view.currency)
    height = on.y + 4
    ground = rect(0, 0, width, height, fill="#ffffff")
    return picture(width, height, [ground, *on.axis(height), *on.parts], label=look.word("p_by_minute"))


def _lane(on: Canvas, name: str, told: list[tuple[int, int]], *, currency: str) -> None:
    """Viewers are a level: a line. What happened in a minute is a bar."""
    top = on.lane(f"lane_{name}", _LANE, after=8)
    bottom = top + _LANE
    most = max(1, *(value for _ms, value in told))
    on.add(line(LEFT, bottom, on.width - RIGHT, bottom, ink=FAINT))
    on.add(text(LEFT - 10, top + 18, shown(name, most, currency), ink=FAINT, size=10, anchor="end"))
    if name == "viewers":
        on.add(path([(on.x(ms + MINUTE_MS / 2), bottom - _HIGH * v / most) for ms, v in told], ink=_INK))
        return
    for ms, value in told:
        x, until, high = on.x(ms), on.x(ms + MINUTE_MS), max(0.0, _HIGH * value / most)
        words = f"{clock(max(0, ms))} · {shown(name, value, currency)}"
        on.add(rect(x, bottom - high, max(1.0, until - x - 0.5), high, fill=_INK, title=words, opacity=0.8))
