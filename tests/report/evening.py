"""A whole evening on the sample show: three hours with counts, batches, prices, cues and incidents, so that a
report can be looked at. Nothing in it was worked out by hand: for figures see golden.py."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

from hostconsole.sheets import read_show
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    IncidentBegan,
    IncidentEnded,
    ObsReady,
    OutputsChanged,
    SceneAccepted,
    SceneAsked,
    SceneShown,
    SessionKind,
)
from hostconsole.show.ledger import opening
from hostconsole.show.plan import Plan

from .made import Desk, desk

SAMPLE = Path(__file__).parents[2] / "resources" / "sample_show.csv"


def sample_plan() -> Plan:
    return read_show(SAMPLE).plan


def evening(*, kind: SessionKind = "live", seed: int = 4, simulated: bool = False) -> Desk:
    """Every row of the sample show, longer or shorter than planned, with what happens on air."""
    plan, dice = sample_plan(), random.Random(seed)
    stock = tuple(opening(item) for item in plan.items if item.kind == "product")
    night = desk(plan, kind=kind, simulated=simulated, stock=stock, safe_scene="01_开场_Opening")
    scenes = tuple(dict.fromkeys(item.scene for item in plan.items if item.scene))
    ready = ObsReady(version="30", scene=scenes[0], scenes=scenes, inputs=(), transition_ms=300)
    night.hear(ready)
    night.hear(OutputsChanged(streaming=True, recording=True, paused=False, virtual_camera=False))
    now = 20.0
    for order, item in enumerate(plan.items):
        if item.id == "P11":
            continue  # left out that night
        _wait(night, now)
        night.do("show.take_item", item=item.id)
        night.hear(
            SceneAsked(scene=item.scene, order=order), SceneAccepted(scene=item.scene, order=order, ms=3.0)
        )
        _wait(night, now + 0.4)
        night.hear(SceneShown(scene=item.scene, order=order, ms=dice.uniform(290, 420)))
        length = (item.planned_s or 240) * dice.choice((0.6, 0.9, 1.0, 1.05, 1.3))
        if item.sku:
            _sell(night, now, length, dice)
        now += length
        if order == 6:
            _wait(night, now - 60)
            night.hear(IncidentBegan(what="network"))
            _wait(night, now - 20)
            night.hear(IncidentEnded(what="network", seconds=40.0))
    _wait(night, now)
    night.do("show.end", sure="yes")
    return night


def _wait(night: Desk, seconds: float) -> None:
    night.clock.ms = max(night.clock.ms, round(seconds * 1000))


def _try(night: Desk, command: str, **given: object) -> None:
    with contextlib.suppress(Refused):
        night.do(command, **given)


def _sell(night: Desk, since: float, length: float, dice: random.Random) -> None:
    """Its link goes up, points are said, counts come in twice a minute, a batch is gone now and then."""
    _wait(night, since + min(60, length / 5))
    _try(night, "link.up", now="yes")
    for n in (1, 2, 3):
        if dice.random() < 0.7:
            _try(night, "point.tick", n=n)
    steps = max(1, int(length // 30) - 3)
    for step in range(steps):
        _wait(night, since + min(60, length / 5) + 30 * (step + 1))
        here = night.show.state.on_air
        assert here is not None
        ledger = night.show.state.stock[here.item.sku]
        if ledger.sellable and ledger.sellable > 0:
            sold = min(ledger.sellable, dice.randint(0, 40))
            _try(night, "stock.sold", sku=here.item.sku, qty=(ledger.sold or 0) + sold)
        elif ledger.pool and dice.random() < 0.5:
            _try(night, "stock.release", sku=here.item.sku, qty=min(ledger.pool, 250))
        if dice.random() < 0.08:
            _try(night, "cue.send", preset=dice.randint(1, 8))
            night.clock.ms += dice.randint(1, 6) * 1000
            if dice.random() < 0.8:
                _try(night, "cue.ack")
        if dice.random() < 0.04 and here.item.price:
            _try(
                night, "price.set", price=f"{here.item.price / 100 * 0.95:.2f}", confirm="yes", reason="追单"
            )
    _try(night, "link.down")
