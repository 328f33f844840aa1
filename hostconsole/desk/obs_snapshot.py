"""OBS in `hostconsole state`: what was asked, what was seen, how it is doing (docs/schema/state.json)."""

from __future__ import annotations

from typing import Any

from msgspec import structs

from hostconsole.show.clocks import recording_ms, streaming_ms
from hostconsole.show.obs_state import Obs
from hostconsole.show.rules import Rules
from hostconsole.show.scenes import missing_scenes
from hostconsole.show.state import State

Json = dict[str, Any]


def obs_json(state: State, now_ms: int, rules: Rules) -> Json:
    """The part `obs` of §5.3; what is not known while OBS is away is null."""
    obs = state.obs
    asked = obs.asked
    known = obs.link in ("ready", "simulated")
    return {
        "link": obs.link,
        "why": obs.why or None,
        "scene_asked": asked.scene if asked else None,
        "scene_on_air": obs.scene or None if known else None,
        "accepted_ms": asked.accepted_ms if asked else None,
        "on_air_ms": asked.shown_ms if asked else None,
        **(_outputs(obs) if known else dict.fromkeys(_outputs(obs))),
        "rec_s": _seconds(recording_ms(state, now_ms)),
        "stream_s": _seconds(streaming_ms(state, now_ms)),
        "safe": obs.safe is not None,
        "collection": obs.collection or None,
        "scenes_missing": list(missing_scenes(state, rules)),
        "before_loss": _before(obs),
        "health": structs.asdict(obs.health) if obs.health is not None and known else None,
    }


def _outputs(obs: Obs) -> Json:
    return {
        "out": "stream" if obs.streaming else "virtual_camera" if obs.virtual_camera else "none",
        "reconnecting": obs.reconnecting,
        "recording": obs.recording,
        "mic_muted": obs.mic_muted,
        "mic_silent": None if obs.mic_untold else obs.mic_silent,
        "studio_mode": obs.studio_mode,
    }


def _before(obs: Obs) -> Json | None:
    """What OBS did before it was lost and does not do yet."""
    if not obs.before_loss:
        return None
    scene, *outputs = obs.before_loss
    return {"scene": scene or None, "outputs": outputs}


def _seconds(ms: int | None) -> float | None:
    return None if ms is None else ms / 1000
