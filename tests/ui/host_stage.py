"""A show on a clock that stands still until a test moves it, and the host's window before it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from msgspec import structs

from hostconsole.show.clock import Moment
from hostconsole.show.commands import session
from hostconsole.show.plan import Item, Plan, ReleasePart, Variant
from hostconsole.show.rules import Rules
from hostconsole.show.show import Show
from hostconsole.show.state import State


class StandingClock:
    """Moves only when told."""

    def __init__(self) -> None:
        self.ms = 0

    def now(self) -> Moment:
        seconds = self.ms // 1000
        clock = f"{12 + seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{self.ms % 1000:03d}"
        return Moment(at=f"2026-11-23T{clock}Z", monotonic_ms=5_000 + self.ms, boot="boot")


def cup(**changes: Any) -> Item:
    """A product with everything a card can show, and figures that the host must never see."""
    release = (
        ReleasePart(qty=200, when="open"),
        ReleasePart(qty=250, when="after", after_s=240),
        ReleasePart(qty=160, when="manual"),
    )
    colours = (("雾霾蓝", 300), ("奶油白", 350), ("松石绿", 250))
    whole = Item(
        id="P03",
        kind="product",
        title="316不锈钢保温杯 480ml",
        title_en="316 Steel Thermos",
        link_no="3",
        sku="CUP",
        price=8900,
        ref_price=12900,
        ref_price_basis="store_7d_low",
        floor_price=8571,
        gift="杯刷×1",
        limit="2",
        stock_total=900,
        buffer=93,
        release=release,
        variants=tuple(Variant(name=name, qty=qty) for name, qty in colours),
        planned_s=660,
        key_points=("现场测温", "316内胆", "三色分开报库存", "赠品标单价"),
        must_say=("读数为准",),
        must_not_say=("保温最久",),
        ship_promise="现货48h",
        script="三号,保温杯。",
    )
    return replace(whole, **changes)


def coffee(**changes: Any) -> Item:
    whole = Item(
        id="P04",
        kind="product",
        title="挂耳咖啡",
        link_no="4",
        sku="COF",
        price=4500,
        stock_total=400,
        planned_s=360,
        key_points=("烘焙日期",),
        props="盒底日期朝镜头",
    )
    return replace(whole, **changes)


def opening(script: str = "晚上好,欢迎来到青禾生活。先说清楚三件事。", **changes: Any) -> Item:
    whole = Item(id="S01", kind="segment", title="开场", script=script, planned_s=360, key_points=("谁在卖",))
    return replace(whole, **changes)


class Stage:
    """A show with `items`, in rehearsal unless `kind` says otherwise."""

    def __init__(self, *items: Item, rules: Rules | None = None, kind: str = "rehearsal") -> None:
        self.clock = StandingClock()
        self.rules = rules or Rules()
        self._sessions = 0
        self.show = Show(clock=self.clock, rules=self.rules, new_session=self._session, on_bug=_fail)
        plan = Plan(name="秋日居家夜", items=items or (opening(), cup(), coffee()))
        context = self.show._context(self.clock.now(), actor="", sheet=None)
        started = session.started_from(State(), context, kind="preparation")
        self.show.record((structs.replace(started, plan=plan),), actor="console")
        if kind == "rehearsal":
            self.do("show.start_rehearsal")

    def _session(self) -> str:
        self._sessions += 1
        return f"s{self._sessions}"

    @property
    def state(self) -> State:
        return self.show.state

    def do(self, command: str, **given: str) -> None:
        self.show.run(command, given)

    def wait(self, seconds: float) -> None:
        self.clock.ms += round(seconds * 1000)

    def take(self, item: str) -> None:
        self.wait(2)
        self.do("show.take_item", item=item)

    def edit_state(self, **changes: Any) -> None:
        self.show.state = replace(self.state, **changes)


def _fail(bug: Exception) -> None:
    raise bug
