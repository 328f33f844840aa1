"""What is proved of the take (DESIGN §4 rule 3). Asked is not done: a lamp says only what was seen."""

from __future__ import annotations

from typing import Literal

import msgspec

from hostconsole.show.rules import Rules
from hostconsole.show.state import State

SceneLamp = Literal["off", "asked", "accepted", "on_air", "failed"]
TextsLamp = Literal["off", "asked", "on_air", "failed"]
HostLamp = Literal["off", "on", "failed"]
Level = Literal["fine", "waiting", "bad", "unused"]


class Lamps(msgspec.Struct, frozen=True, kw_only=True):
    """One lamp an effect. `scene_level` colours the scene's lamp by how long it has waited."""

    scene: SceneLamp
    scene_level: Level
    texts: TextsLamp
    host: HostLamp


def lamps(state: State, now_ms: int, rules: Rules) -> Lamps:
    """The lamps at `now_ms` of the session's clock."""
    scene = _scene(state)
    return Lamps(
        scene=scene,
        scene_level=_scene_level(state, scene, now_ms, rules),
        texts=_texts(state),
        host="off" if state.host_shown is None else "on" if state.host_shown else "failed",
    )


def _scene(state: State) -> SceneLamp:
    asked = state.obs.asked
    if asked is None:
        return "off"
    if asked.failed:
        return "failed"
    if state.obs.link not in ("ready", "simulated"):
        return "off"  # nothing is known of a picture nobody can see
    if asked.shown_ms is not None:
        return "off" if switched_by_hand(state) else "on_air"
    return "asked" if asked.accepted_ms is None else "accepted"


def switched_by_hand(state: State) -> bool:
    """Whether OBS was seen to show another scene since the one asked for was on air."""
    obs = state.obs
    shown = obs.asked is not None and obs.asked.shown_ms is not None
    return shown and obs.asked is not None and obs.scene not in ("", obs.asked.scene)


def _scene_level(state: State, lamp: SceneLamp, now_ms: int, rules: Rules) -> Level:
    asked = state.obs.asked
    if asked is None or lamp == "off":
        return "unused"
    if lamp == "failed":
        return "bad"
    if lamp == "on_air":
        return "fine"
    waited = now_ms - asked.asked_ms
    if lamp == "asked":
        red, amber = rules.accepted_red_ms, rules.accepted_amber_ms
    else:
        red = state.obs.transition_ms + rules.shown_red_ms
        amber = state.obs.transition_ms + rules.shown_amber_ms
    return "bad" if waited > red else "waiting" if waited > amber else "fine"


def _texts(state: State) -> TextsLamp:
    if state.obs.texts_failed:
        return "failed"
    if state.obs.link not in ("ready", "simulated"):
        return "off"
    return "on_air" if state.obs.texts_shown else "off"
