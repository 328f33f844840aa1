"""What the controller must know about OBS now (DOMAIN §3.8): part of alerts.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hostconsole.show.alert import Alert
from hostconsole.show.clocks import planned_left_ms
from hostconsole.show.obs_state import Health, Obs
from hostconsole.show.rules import Rules
from hostconsole.show.scenes import missing_scenes, scene_now
from hostconsole.show.state import State

DISK_SPARE_MIN = 30
"""The recording must have room for the rest of the show and so much more."""

ABSENT_MS = 3_000
"""An OBS that has not answered for so long is missed."""

_NAMES = {"stream": "stream", "recording": "recording", "virtual_camera": "virtual camera"}


def of_obs(state: State, now_ms: int, rules: Rules) -> Iterator[Alert]:
    """The standing alerts about OBS, in no order."""
    obs = state.obs
    yield from _of_link(state, now_ms)
    if obs.link != "ready":
        return
    card = _restore_card(obs)
    if card is not None:
        yield card
    if not state.running:
        return
    yield from _of_outputs(state, rules)
    yield from _of_picture(obs, card_stands=card is not None)
    yield from _of_scenes(state, rules)
    if obs.health is not None:
        yield from _of_health(obs.health)
        yield from _of_disk(state, obs.health, now_ms)


def is_absent(obs: Obs, now_ms: int) -> bool:
    """It has not answered for so long that it does not only start."""
    return obs.link == "connecting" and bool(obs.why) and now_ms - obs.since_ms > ABSENT_MS


def _of_link(state: State, now_ms: int) -> Iterator[Alert]:
    obs = state.obs
    episode = str(obs.since_ms)
    if is_absent(obs, now_ms):
        yield Alert(code="obs_absent", severity="red" if state.mode == "live" else "amber", rank=10,
                    text=f"OBS is not there: {obs.why}.", episode=episode,
                    fields={"why": obs.why})  # fmt: skip
    if obs.link == "lost":
        yield Alert(code="obs_lost", severity="red", rank=10, episode=episode,
                    text="OBS is lost: look whether it still sends.")  # fmt: skip
    if obs.link == "refused":
        yield Alert(code="obs_refused", severity="red", rank=11, text=f"OBS refused: {obs.why}.",
                    episode=episode, fields={"why": obs.why})  # fmt: skip


def _restore_card(obs: Obs) -> Alert | None:
    """After OBS was started anew: what it did before and does not do now. Nothing comes back by itself."""
    missing = [name for name in obs.before_loss[1:] if not obs.is_on(name)]
    if not missing and not (obs.restarted and obs.before_loss and obs.differs):
        return None
    before = _in_words(obs.before_loss[1:])
    now = _in_words([name for name in _NAMES if obs.is_on(name)]) or ("none",)
    scene_before, scene_now = obs.before_loss[0], obs.scene if obs.differs else ""
    return Alert(code="obs_restore", severity="red" if missing else "amber", rank=3, command="obs.restore",
                 text=f"Before: {_sentence(before, scene_before)}. Now: {_sentence(now, scene_now)}.",
                 episode=str(obs.since_ms),
                 fields={"before": (*before, *_quoted(scene_before)),
                         "now": (*now, *_quoted(scene_now))})  # fmt: skip


def _in_words(outputs: Iterable[str]) -> tuple[str, ...]:
    return tuple(_NAMES[name] for name in outputs)


def _sentence(words: tuple[str, ...], scene: str) -> str:
    return ", ".join((*words, f"scene {scene}") if scene else words)


def _quoted(scene: str) -> tuple[str, ...]:
    return (f"“{scene}”",) if scene else ()


def _of_outputs(state: State, rules: Rules) -> Iterator[Alert]:
    obs = state.obs
    if obs.mic_muted:
        yield Alert(code="mic_muted", severity="red", rank=4, text="The microphone is muted.")
    elif obs.mic_silent and obs.safe is None and state.on_air is not None:
        yield Alert(code="mic_silent", severity="red", rank=4, text="No sound for 10 s.")
    if state.mode == "rehearsal" and obs.streaming:
        yield Alert(code="rehearsal_streaming", severity="red", rank=1, episode=str(obs.outputs_ms),
                    text="This is a rehearsal, but OBS is streaming.")  # fmt: skip
    if state.mode == "live" and state.on_air is not None and not obs.is_on(rules.output):
        yield Alert(code="nothing_out", severity="red", rank=2, text="Nothing is going out.",
                    episode=str(obs.outputs_ms))  # fmt: skip


def _of_picture(obs: Obs, *, card_stands: bool) -> Iterator[Alert]:
    """Scene and texts against what they should be."""
    asked = obs.asked
    if asked is not None and asked.failed and asked.failed != "stale":
        yield Alert(code="scene_failed", severity="red", rank=5, episode=str(asked.order),
                    command="obs.resend",
                    text=f"OBS did not switch to {asked.scene} ({asked.failed}): send again.",
                    fields={"scene": asked.scene, "why": asked.failed})  # fmt: skip
    elif obs.differs and obs.safe is None and not card_stands:
        yield Alert(code="obs_differs", severity="amber", rank=30, command="obs.resend", episode=obs.scene,
                    text=f"OBS shows {obs.scene}: send again, or leave it.",
                    fields={"scene": obs.scene})  # fmt: skip
    if obs.texts_failed:
        name = f"hc:{obs.texts_failed[0]}"
        yield Alert(code="texts_failed", severity="red", rank=12, command="obs.resend",
                    text=f"{name} is not up to date: send again.", fields={"name": name})  # fmt: skip


def _of_scenes(state: State, rules: Rules) -> Iterator[Alert]:
    """The scene of the item on air or of NEXT is not in OBS."""
    on_air = state.on_air.item.id if state.on_air is not None else None
    missing = missing_scenes(state, rules)
    for key in (on_air, state.next):
        if key is not None and key in missing:
            scene = scene_now(state, state.items[key].item, rules) or ""
            yield Alert(code="scene_missing", severity="red", rank=13, item=key, episode=scene,
                        text=f"OBS has no scene {scene}: choose another.",
                        fields={"scene": scene})  # fmt: skip


def _of_health(health: Health) -> Iterator[Alert]:
    if health.stuck:
        yield Alert(code="stream_stuck", severity="red", rank=2, command="obs.safe_scene",
                    text="The stream does not arrive: safe picture.")  # fmt: skip
    elif health.network != "ok":
        percent = _percent(health.dropped)
        yield Alert(code="network", severity=health.network, rank=14, command="obs.safe_scene",
                    episode=health.network, text=f"Dropping {percent} %: safe picture.",
                    fields={"percent": percent})  # fmt: skip
    if health.computer != "ok":
        percent = _percent(health.skipped)
        yield Alert(code="computer", severity=health.computer, rank=15, episode=health.computer,
                    text=f"PC too slow {percent} %: close programs.",
                    fields={"percent": percent})  # fmt: skip


def _percent(share: float | None) -> int:
    return max(1, round((share or 0.0) * 100))


def _of_disk(state: State, health: Health, now_ms: int) -> Iterator[Alert]:
    left = health.disk_min
    if left is not None and left < disk_wanted_min(state, now_ms):
        minutes = int(left)
        yield Alert(code="disk_full_soon", severity="amber", rank=22, text=f"Disk for {minutes} min.",
                    fields={"minutes": minutes})  # fmt: skip


def disk_wanted_min(state: State, now_ms: int) -> float:
    """Minutes of recording that should still fit on the disk."""
    return planned_left_ms(state, now_ms) / 60_000 + DISK_SPARE_MIN
