"""An evening with the sample show on a clock that stands still unless told: the same picture every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hostconsole.bundled import sample
from hostconsole.desk.opening import preparation
from hostconsole.sheets import Finding, read_show
from hostconsole.show import events as e
from hostconsole.show.clock import Moment
from hostconsole.show.rules import Language, Rules
from hostconsole.show.show import Show

START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NAMES: dict[Language, tuple[str, str]] = {
    "en": ("Autumn home night", "Ann"),
    "zh": ("青禾秋日居家夜", "中控甲"),
}


class Standing:
    """A clock that moves only by `passes`."""

    def __init__(self) -> None:
        self._ms = 0

    def now(self) -> Moment:
        at = START + timedelta(milliseconds=self._ms)
        return Moment(at.isoformat(timespec="milliseconds").replace("+00:00", "Z"), 5_000 + self._ms, "shots")

    def passes(self, seconds: float) -> None:
        self._ms += round(seconds * 1000)


class Evening:
    """A show one can act on; `acts` raises what a command refuses."""

    def __init__(self, language: Language, *, picture: Path) -> None:
        self.clock = Standing()
        self.rules = Rules(host_language=language)
        self.findings: tuple[Finding, ...] = ()
        self.columns: dict[str, str] = {}
        self._number = 0
        self._order = 0
        self.show = Show(clock=self.clock, rules=self.rules, new_session=self._session, on_bug=_raise)
        reading = read_show(sample(language))
        self.findings = reading.findings
        self.columns = reading.columns
        name, operator = NAMES[language]
        items = tuple(
            replace(item, picture=str(picture)) if item.id == "P03" else item for item in reading.plan.items
        )
        plan = replace(reading.plan, name=name, items=items, sheet="autumn-home-night.csv")
        started = preparation(
            plan, self.clock.now(), session="prep", operator=operator, simulated=False, pace=240
        )
        self.show.record((started,), actor=operator)

    def _session(self) -> str:
        self._number += 1
        return f"evening-{self._number}"

    def acts(self, command: str, **given: str) -> None:
        self.show.run(command, given)

    def passes(self, seconds: float) -> None:
        self.clock.passes(seconds)

    def takes(self, item: str) -> None:
        """A take, with OBS's answers as they come."""
        self.passes(1)
        self.acts("show.take_item", item=item)
        airing = self.show.state.on_air
        assert airing is not None
        self._order += 1
        scene, order = airing.item.scene, self._order
        self.tells(e.SceneAsked(scene=scene, order=order))
        self.tells(e.SceneAccepted(scene=scene, order=order, ms=1.9))
        self.passes(0.3)
        self.tells(e.SceneShown(scene=scene, order=order, ms=305.0), e.TextsShown(names=("price",), ms=3.0))

    def tells(self, *events: e.Event) -> None:
        self.show.record(events, actor="obs")


def on_air(evening: Evening) -> None:
    """Live, streaming, the thermos on air with its link up and half of the first batch sold."""
    acts, passes = evening.acts, evening.passes
    opening = evening.show.state.items["S01"].item.scene
    acts("show.go_live")
    evening.tells(
        e.ObsReady(version="32.0.1", scene=opening, scenes=(), inputs=(), transition_ms=300),
        e.OutputsChanged(streaming=True, recording=True, paused=False, virtual_camera=False),
        e.MicChanged(muted=False),
        e.HostScreenChanged(shown=True),
    )
    evening.takes("S01")
    passes(330)
    _sells_out(evening, "P01", minutes=6)
    _sells_out(evening, "P02", minutes=4)
    evening.takes("P03")
    acts("next.set", item="P04")
    passes(60)
    acts("link.up", now="yes")
    passes(130)
    acts("stock.sold", qty="52")
    acts("point.tick", n="1")
    acts("point.tick", n="2")
    passes(60)
    acts("cue.send", preset="2")
    passes(3)
    acts("cue.ack")


def _sells_out(evening: Evening, item: str, *, minutes: float) -> None:
    evening.takes(item)
    evening.passes(20)
    evening.acts("link.up", now="yes")
    for _ in range(3):
        evening.passes(minutes * 15)
        evening.acts("batch.gone")
        if evening.show.state.stock[evening.show.state.items[item].item.sku].pool:
            evening.acts("stock.release")
    evening.acts("link.down")
    evening.passes(minutes * 10)


def alarmed(evening: Evening) -> None:
    """The price just changed, a cue that must be answered was not, and the stream reconnects."""
    on_air(evening)
    evening.acts("price.set", price="85")
    evening.acts("cue.send", preset="10")
    evening.passes(7)
    evening.tells(
        e.OutputsChanged(
            streaming=True, recording=True, paused=False, virtual_camera=False, reconnecting=True
        ),
        e.MicChanged(muted=True),
    )


def obs_lost(evening: Evening) -> None:
    on_air(evening)
    evening.tells(e.ObsLost(why="closed"), e.ObsLinkChanged(was="ready", now="lost", why="OBS closed"))
    evening.passes(12)


def opening(evening: Evening) -> None:
    """The host reads the opening words from the prompter."""
    evening.acts("show.start_rehearsal")
    evening.takes("S01")
    evening.acts("prompter.toggle")
    evening.passes(14)


def ready(_evening: Evening) -> None:
    """A show that was opened and not begun."""


def trying(evening: Evening) -> None:
    """The sample show, just opened to try it."""
    evening.acts("show.start_rehearsal")


def ended(evening: Evening) -> None:
    """The end card: a link is still up, the recording still runs, a price was corrected without a reason."""
    on_air(evening)
    evening.acts("price.set", price="85")
    evening.passes(20)
    evening.acts("show.end", sure="yes")


STATES: dict[str, Callable[[Evening], None]] = {
    "ready": ready,
    "live": on_air,
    "alarmed": alarmed,
    "obs-lost": obs_lost,
    "opening": opening,
    "trying": trying,
    "ended": ended,
}


def _raise(bug: Exception) -> None:
    raise bug
