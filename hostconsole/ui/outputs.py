"""The lamps of what goes out: stream or virtual camera, microphone, recording, OBS itself."""

from __future__ import annotations

from hostconsole.show.clocks import recording_ms, streaming_ms
from hostconsole.show.obs_alerts import is_absent
from hostconsole.show.rules import Rules
from hostconsole.show.state import State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import hours, minutes
from hostconsole.ui.shapes import Shape

LampLook = tuple[Shape, str, str]
"""Shape, words, tone."""


def known(state: State) -> bool:
    """Whether OBS tells what it does."""
    return state.obs.link in ("ready", "simulated")


def out_lamp(state: State, now_ms: int, rules: Rules) -> LampLook:
    """Watches the way the picture is said to leave by, and no other."""
    obs = state.obs
    if not known(state):
        return "ring", translate("Lamps", "Out"), "faint"
    if rules.output == "stream" and obs.reconnecting:
        return "half", reconnecting(state, now_ms), "waiting"
    if obs.is_on(rules.output):
        return "disc", _way_out(state, now_ms, rules), "fine"
    if state.mode == "live" and obs.link == "ready":
        return "cross", translate("Lamps", "Nothing going out"), "bad"
    return "ring", translate("Lamps", "Not out"), "faint"


def reconnecting(state: State, now_ms: int) -> str:
    """How long the stream's target has been gone."""
    since = state.obs.reconnecting_since_ms
    if since is None:
        return translate("Lamps", "Reconnecting")
    return translate("Lamps", "Reconnecting {age} s").format(age=max(0, now_ms - since) // 1000)


def _way_out(state: State, now_ms: int, rules: Rules) -> str:
    if rules.output == "virtual_camera":
        return translate("Lamps", "Virtual camera")
    if rules.output == "recording":
        return translate("Lamps", "Recording only")
    since = streaming_ms(state, now_ms)
    return translate("Lamps", "Live out") + ("" if since is None else " " + hours(since))


def mic_lamp(state: State) -> LampLook:
    muted = state.obs.mic_muted if known(state) else None
    if muted is None:
        return "ring", translate("Lamps", "Mic"), "faint"
    if muted:
        return "cross", translate("Lamps", "Mic is muted"), "bad"
    if state.obs.mic_silent:
        return "cross", translate("Lamps", "No sound for 10 s"), "bad"
    if state.obs.mic_untold:
        return "half", translate("Lamps", "Mic, level unknown"), "waiting"
    return "disc", translate("Lamps", "Mic"), "fine"


def record_lamp(state: State, now_ms: int) -> LampLook:
    if not known(state):
        return "ring", translate("Lamps", "Rec"), "faint"
    time = recording_ms(state, now_ms)
    if time is None:
        if state.mode == "live" and state.obs.link == "ready":
            return "cross", translate("Lamps", "Not recording"), "bad"
        return "ring", translate("Lamps", "Not recording"), "faint"
    if state.obs.paused:
        return "half", translate("Lamps", "Rec paused"), "waiting"
    return "disc", translate("Lamps", "Rec") + " " + minutes(time), "fine"


def obs_lamp(state: State, now_ms: int) -> LampLook:
    obs = state.obs
    if obs.link == "ready":
        return "disc", "OBS", "fine"
    if is_absent(obs, now_ms):
        return "cross", translate("Lamps", "OBS not there"), "bad" if state.mode == "live" else "waiting"
    if obs.link in ("connecting", "loading"):
        return "half", translate("Lamps", "OBS starting"), "waiting"
    if obs.link == "lost":
        age = max(0, now_ms - obs.since_ms) // 1000
        return "cross", translate("Lamps", "OBS lost {age} s").format(age=age), "bad"
    if obs.link == "refused":
        return "cross", translate("Lamps", "OBS refused"), "bad"
    if obs.link == "simulated":
        return "ring", translate("Lamps", "OBS simulated"), "faint"
    return "ring", translate("Lamps", "No OBS"), "faint"
