"""Scenes that OBS lacked, made by the console: asked for, and what became of each."""

from __future__ import annotations

from hostconsole.show.event import Event
from hostconsole.show.obs_state import SceneNeed


class BuildAsked(Event, frozen=True, kw_only=True):
    """A person asked for scenes to be made."""

    kind = "obs.build_asked"
    scenes: tuple[SceneNeed, ...]


class SceneBuilt(Event, frozen=True, kw_only=True):
    """`scene` was made, with these `hc:` inputs in it; `new` are those that were made for it, too."""

    kind = "scene.built"
    scene: str
    inputs: tuple[str, ...]
    new: tuple[str, ...] = ()


class SceneNotBuilt(Event, frozen=True, kw_only=True):
    """`scene` could not be made. `code`: exists, name_taken, no_texts (this OBS lacks the inputs), refused,
    show_began (it was not tried any more), lost. Only after `lost` may a half of it be left in OBS."""

    kind = "scene.not_built"
    scene: str
    code: str
    why: str = ""
