"""Hints for somebody who tries the sample show for the first time; once they were seen, silence."""

from __future__ import annotations

from hostconsole.app.remembered import Remembered
from hostconsole.bundled import is_sample
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow
from hostconsole.ui.part import key_name

SEEN = "hints.seen"


def hint(console: ConsoleWindow, bridge: Bridge, remembered: Remembered) -> None:
    """Shows them over the Live room if this is the sample, simulated, and they were never seen."""
    state = bridge.state
    tried = state.simulated and is_sample(state.plan.sheet)
    if not tried or remembered.recall_text(SEEN):
        return
    from hostconsole.ui.hints import Hints

    live = console.live
    buttons = live.on_air.air_actions.buttons
    Hints(
        live,
        bridge,
        anchors={"take": live.next.take, "back": buttons["show.back"], "link": buttons["link.up"]},
        key_of=lambda act: key_name(console.keys, act),
        seen=lambda: remembered.remember_text(SEEN, "yes"),
    )
