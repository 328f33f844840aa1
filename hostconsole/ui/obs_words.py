"""What each state of the link to OBS means, and what to do for it."""

from __future__ import annotations

from dataclasses import dataclass

from hostconsole.show.state import State
from hostconsole.ui.language import translate
from hostconsole.ui.shapes import Shape

SAFE_MODE = "Safe Mode"
"""Stands in the link's reason once OBS may be asking about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsPlace:
    """OBS as it is set up on this PC. `server_on`: its websocket server is ticked, on `port`."""

    found: bool = False
    server_on: bool = False
    port: int = 4455


THIS_PC = "this-pc"
USUAL = ("ws://127.0.0.1:4455", "ws://localhost:4455")
"""Where OBS on this PC is expected before anybody has set anything."""


def link_words(state: State, *, address: str, place: ObsPlace) -> tuple[Shape, str, str, str]:
    """Shape, what is, what to do, tone."""
    obs = state.obs
    if obs.link == "ready":
        count = len(obs.scenes)
        is_ = translate("Obs", "OBS {version} is connected · {count} scenes")
        if count == 1:
            is_ = translate("Obs", "OBS {version} is connected · 1 scene")
        words = is_.format(version=obs.version, count=count)
        if obs.collection:
            words += translate("Obs", " in '{collection}'").format(collection=obs.collection)
        return "disc", words, _at_work(), "fine"
    if obs.link == "simulated":
        return "ring", translate("Obs", "OBS is simulated: this is a try-out"), _tried_out(), "faint"
    if obs.link == "off":
        return "ring", translate("Obs", "No OBS is used"), _by_hand(), "faint"
    if obs.link == "loading":
        return "half", translate("Obs", "OBS is loading"), _soon(), "waiting"
    if obs.link == "refused":
        return "cross", translate("Obs", "OBS refused the password"), _refused(address, place), "bad"
    if obs.link == "lost":
        lost = translate("Obs", "OBS is lost: it was closed, or stands still")
        return "cross", lost, _lost(obs.why), "bad"
    return "half", translate("Obs", "OBS does not answer yet"), _absent(obs.why, address, place), "waiting"


def _at_work() -> str:
    return translate("Obs", "Takes show their scenes, and 'hc:' inputs are kept true.")


def _tried_out() -> str:
    return translate("Obs", "Open your own sheet to work with your OBS.")


def _by_hand() -> str:
    return translate("Obs", "Takes go on without it; scenes are switched by hand.")


def _soon() -> str:
    return translate("Obs", "Wait a moment: it is starting, or changing its scene collection.")


def _refused(address: str, place: ObsPlace) -> str:
    if place.found and (address == THIS_PC or "127.0.0.1" in address or "localhost" in address):
        return translate("Obs", "Let its password be read from OBS itself, below.")
    return translate("Obs", "Type the password of that OBS below: Tools, WebSocket Server Settings.")


def _lost(why: str) -> str:
    if SAFE_MODE in why:
        return _safe_mode()
    return translate(
        "Obs", "Look at OBS, and start it again if it is gone: it is found by itself. Takes go on meanwhile."
    )


def _absent(why: str, address: str, place: ObsPlace) -> str:
    if address == THIS_PC and not place.found:
        return translate("Obs", "No OBS is set up on this PC. Install it and start it once.")
    if place.found and not place.server_on and address in (THIS_PC, *USUAL):
        return translate("Obs", "Set one tick in OBS, as in the picture: it connects by itself then.")
    if place.found and address in USUAL:
        return translate("Obs", "Start OBS, and let its port and password be read from it, below.")
    if SAFE_MODE in why:
        return _safe_mode()
    if address != THIS_PC and "127.0.0.1" not in address:
        return translate("Obs", "Start OBS on that PC, and look whether the address is right.")
    return translate("Obs", "Start OBS: it connects by itself.")


def _safe_mode() -> str:
    return translate(
        "Obs", "If OBS is open, it may be asking about Safe Mode: choose to start normally. "
        "In Safe Mode it cannot be reached."
    )  # fmt: skip
