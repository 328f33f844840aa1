"""Which scenes a show needs that OBS does not have, what each is for, and which others may serve."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from hostconsole.show.obs_state import Obs, SceneNeed, SceneStyle
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from hostconsole.show.scene_offers import Offers
from hostconsole.show.scenes import name_now, scene_of


class SceneNeeds(msgspec.Struct, frozen=True, kw_only=True):
    """`missing` in the order the show comes to them; `offers` are scenes of OBS that may be meant by a
    missing one; `there` are needed scenes that OBS has. `without` are ids of rows that leave the scene as it
    is; `by_role` are those whose scene comes from a setting for their role."""

    missing: tuple[SceneNeed, ...]
    there: tuple[str, ...]
    offers: tuple[tuple[str, tuple[str, ...]], ...]
    without: tuple[str, ...]
    by_role: tuple[str, ...]

    def instead_of(self, scene: str) -> tuple[str, ...]:
        """The scenes of OBS that may serve instead."""
        return dict(self.offers).get(scene, ())


def scene_needs(items: Sequence[Item], obs: Obs, rules: Rules) -> SceneNeeds:
    """What `items` need of an OBS in which these scenes are."""
    rows: dict[str, list[Item]] = {}
    for item in items:
        if (scene := scene_of(item, rules)) is not None:
            rows.setdefault(name_now(obs, scene), []).append(item)
    missing = tuple(
        SceneNeed(scene=scene, style=_style(shown), items=tuple(item.id for item in shown))
        for scene, shown in rows.items()
        if scene not in obs.scenes
    )
    offered = Offers(obs.scenes)
    return SceneNeeds(
        missing=missing,
        there=tuple(scene for scene in rows if scene in obs.scenes),
        offers=tuple((need.scene, found) for need in missing if (found := offered.instead_of(need.scene))),
        without=tuple(item.id for item in items if scene_of(item, rules) is None),
        by_role=tuple(item.id for item in items if not item.scene and scene_of(item, rules) is not None),
    )


def missing_names(items: Iterable[Item], obs: Obs, rules: Rules) -> tuple[str, ...]:
    """Only the names of the scenes that OBS does not have, each once."""
    wanted = (scene_of(item, rules) for item in items)
    there = frozenset(obs.scenes)
    names = dict.fromkeys(name_now(obs, scene) for scene in wanted if scene is not None)
    return tuple(name for name in names if name not in there)


def _style(rows: Sequence[Item]) -> SceneStyle:
    if all(item.kind == "segment" for item in rows):
        return "words"
    return "goods" if all(item.kind != "segment" and item.link_no for item in rows) else "mixed"
