"""One short night whose every figure was worked out by hand; the tests hold the report against it.

 0:10 P1 on air · 1:00 its link up · 5:00 sold 30 · 6:00 price 19.90 → 18.90
 7:10 P2 taken by mistake, 7:13 back: a misfire, P1 goes on · 8:00 sold 42
 9:10 P2 · 10:10 to 10:40 the safe picture · 11:00 to 11:20 OBS lost
14:10 the draw (a segment) · 14:30 a cue, seen after 3 s · 15:00 a mark
16:10 P1 once more (an encore) · 17:00 the rest of it is gone
18:10 the end
"""

from __future__ import annotations

from hostconsole.show.events import (
    ObsLost,
    ObsReady,
    OutputsChanged,
    SceneAccepted,
    SceneAsked,
    SceneShown,
)
from hostconsole.show.plan import Item, Plan

from .made import Desk, desk, product

PLAN = Plan(
    name="双十一 晚场",
    sheet="/shows/双十一.xlsx",
    items=(
        product(
            "P1",
            title="加厚棉柔巾",
            price=1990,
            stock_total=100,
            planned_s=360,
            planned_start_s=0,
            scene="近景",
            key_points=("湿水不掉絮", "6包19.9"),
        ),
        product("P2", title="Thermos 480 ml", price=8900, planned_s=240, planned_start_s=360, scene="俯拍"),
        Item(id="S1", kind="segment", title="抽奖", planned_s=120),
        product("P3", title="锅铲", price=990, stock_total=7, planned_s=300),
    ),
)


def golden(*, simulated: bool = False, rehearsal: bool = False) -> Desk:
    night = desk(PLAN, kind="rehearsal" if rehearsal else "live", simulated=simulated)
    _first_product(night)
    _second_product(night)
    night.at("14:10").do("show.take_item", item="S1")
    night.at("14:30").do("cue.send", text="报库存")
    night.at("14:33").do("cue.ack")
    night.at("15:00").do("marker.add", label="好笑")
    encore = night.at("15:30").do("item.encore", item="P1").entries[0].event
    night.at("16:10").do("show.take_item", item=encore.item)  # type: ignore[attr-defined]
    night.at("17:00").do("batch.gone")
    night.at("18:10").do("show.end", sure="yes")
    return night


def _first_product(night: Desk) -> None:
    ready = ObsReady(
        version="29", scene="片头", scenes=("片头", "近景", "俯拍", "稍等"), inputs=(), transition_ms=300
    )
    night.at("0:02").hear(ready)
    night.hear(OutputsChanged(streaming=True, recording=True, paused=False, virtual_camera=False))
    night.at("0:10").do("show.take_item", item="P1")
    night.hear(SceneAsked(scene="近景", order=1))
    night.hear(SceneAccepted(scene="近景", order=1, ms=2.5))
    night.at("0:10.305").hear(SceneShown(scene="近景", order=1, ms=305.0))
    night.at("1:00").do("link.up")
    night.at("2:00").do("point.tick", n=1)
    night.at("5:00").do("stock.sold", qty=30)
    night.at("6:00").do("price.set", price="18.90", reason="追单")
    night.at("7:10").do("show.take_item", item="P2")
    night.at("7:13").do("show.back")
    night.at("8:00").do("stock.sold", qty=42)


def _second_product(night: Desk) -> None:
    night.at("9:10").do("show.take_item", item="P2")
    night.at("10:10").do("obs.safe_scene")
    night.at("10:40").do("obs.safe_scene")
    night.at("11:00").hear(ObsLost(why="closed"))
    ready = ObsReady(
        version="29", scene="俯拍", scenes=("片头", "近景", "俯拍", "稍等"), inputs=(), transition_ms=300
    )
    night.at("11:20").hear(ready)
