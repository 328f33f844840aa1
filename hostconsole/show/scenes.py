"""Scenes by name: what an item's scene is called in OBS now, and which scenes OBS does not have."""

from __future__ import annotations

from hostconsole.show.obs_state import Obs
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from hostconsole.show.state import State


def scene_of(item: Item, rules: Rules) -> str | None:
    """The item's own scene, else the setting for its role, else none: the scene stays."""
    return item.scene or rules.scene_by_role.get(item.role) or None


def name_now(obs: Obs, scene: str) -> str:
    """What `scene` is called now: a scene renamed in OBS keeps its items. A name that exists means itself."""
    if scene in obs.scenes:
        return scene
    name = scene
    for was, now in obs.renames:
        if was == name:
            name = now
    return name


def scene_now(state: State, item: Item, rules: Rules) -> str | None:
    """The scene that a take of `item` shows, by the name it has in OBS now; None: the scene stays."""
    scene = scene_of(item, rules)
    return None if scene is None else name_now(state.obs, scene)


def missing_scenes(state: State, rules: Rules) -> tuple[str, ...]:
    """Ids of the items, in queue order, whose scene OBS does not have. Empty while OBS cannot be asked."""
    if state.obs.link != "ready" or not state.obs.scenes:
        return ()
    missing: dict[str | None, bool] = {None: False}
    there = frozenset(state.obs.scenes)

    def is_missing(item: Item) -> bool:
        scene = scene_of(item, rules)
        if scene not in missing:
            missing[scene] = scene not in there and name_now(state.obs, scene or "") not in there
        return missing[scene]

    return tuple(key for key in state.order if is_missing(state.items[key].item))
