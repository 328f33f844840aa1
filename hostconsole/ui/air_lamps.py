"""The lamps of the take (DOMAIN §3.8): picture, texts, link. A machine's proof and a person's tick differ."""

from __future__ import annotations

from hostconsole.show.lamps import lamps, switched_by_hand
from hostconsole.show.rules import Rules
from hostconsole.show.scenes import scene_now
from hostconsole.show.state import ItemState, State
from hostconsole.ui.language import translate
from hostconsole.ui.outputs import LampLook, known
from hostconsole.ui.phrases import clock_of, seconds, who


def scene_lamp(state: State, now_ms: int, rules: Rules) -> LampLook | None:
    """None while there is nothing to say about the picture."""
    if state.on_air is None:
        return None
    if not known(state):
        return "ring", translate("Lamps", "No OBS"), "faint"
    lamp = lamps(state, now_ms, rules)
    asked = state.obs.asked
    if switched_by_hand(state):
        return "half", translate("Lamps", "OBS shows {scene}").format(scene=state.obs.scene), "waiting"
    if asked is None and (wanted := scene_now(state, state.on_air.item, rules)) is not None:
        # The program was started anew: nothing was sent since, and OBS was only read.
        if state.obs.scene == wanted:
            return "check", translate("Lamps", "On screen"), "fine"
        return "half", translate("Lamps", "Scene not sent yet"), "waiting"
    if lamp.scene == "off" or asked is None:
        return "ring", translate("Lamps", "No scene set"), "faint"
    if lamp.scene == "failed":
        return "cross", translate("Lamps", "Not switched: send again"), "bad"
    if lamp.scene == "on_air" and state.obs.safe is not None:
        return "half", translate("Lamps", "Safe picture"), "waiting"
    if lamp.scene == "on_air":
        words = translate("Lamps", "On screen {time}").format(time=seconds(asked.shown_ms or 0))
        return "check", words, "fine"
    tone = {"bad": "bad", "waiting": "waiting"}.get(lamp.scene_level, "soft")
    if lamp.scene == "accepted":
        return "half", translate("Lamps", "Switching"), tone
    return "half", translate("Lamps", "Asked"), tone


def texts_lamp(state: State) -> LampLook | None:
    """None while there is nothing to say: under the safe picture the texts are true, and nobody sees them."""
    if state.on_air is None or not known(state):
        return None
    if state.obs.texts_failed:
        name = f"hc:{state.obs.texts_failed[0]}"
        return "cross", translate("Lamps", "{name} not updated").format(name=name), "bad"
    if state.obs.texts_shown and state.obs.safe is None:
        return "check", translate("Lamps", "Texts"), "fine"
    return None


def link_lamp(row: ItemState) -> LampLook:
    link = row.link
    if link.status == "up":
        words = translate("Lamps", "Link up ({by}, {time})").format(by=who(link.by), time=clock_of(link.at))
        return "hand", words, "fine"
    if link.status == "down":
        words = translate("Lamps", "Link down ({by}, {time})").format(by=who(link.by), time=clock_of(link.at))
        return "hand", words, "faint"
    if link.status == "countdown":
        return "half", translate("Lamps", "Link: counting down"), "waiting"
    return "box", translate("Lamps", "Link: waiting for you"), "waiting"


def host_lamp(state: State, now_ms: int, rules: Rules) -> LampLook:
    lamp = lamps(state, now_ms, rules).host
    if lamp == "on":
        return "check", translate("Lamps", "Host screen"), "fine"
    if lamp == "failed":
        return "cross", translate("Lamps", "Host can't see: say it"), "bad"
    return "ring", translate("Lamps", "Host screen"), "faint"
