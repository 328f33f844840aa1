"""Makes scenes in OBS, and takes away those it made. Whatever exists is never altered: a scene that is there
is left alone, an input that is there is shown in new scenes as it is.

Every function asks over a wire, on the thread that owns it, and raises `Lost`, `NotReady`, `RequestFailed`;
`build` raises `NotBuilt` instead of the latter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hostconsole.obs.faults import NotBuilt, RequestFailed
from hostconsole.obs.known import PREFIX
from hostconsole.obs.lower_third import STYLES, lower_third
from hostconsole.obs.scenery import Piece, Workshop, pieces
from hostconsole.show.events import SceneBuilt
from hostconsole.show.obs_state import SceneNeed
from hostconsole.show.rules import Language

if TYPE_CHECKING:
    from hostconsole.obs.wire import Request, Wire

_AT_ONCE = 4
"""Inputs made with one request: a text loads its font."""

_LOOK: tuple[Request, ...] = (
    ("GetVideoSettings", {}),
    ("GetInputKindList", {}),
    ("GetVersion", {}),
    ("GetInputList", {}),
    ("GetSceneList", {}),
)
_NEAR = 0.5
"""Pixels by which a place may differ and be the same."""


def look_around(wire: Wire) -> Workshop:
    """The OBS as it is now."""
    video, kinds, version, inputs, scenes = (
        _came(answer) for answer in wire.batch(_LOOK, in_one_frame=False)
    )
    names = frozenset(str(row["inputName"]) for row in inputs["inputs"])
    priced = f"{PREFIX}ref_price"
    found = wire.ask("GetInputSettings", inputName=priced) if priced in names else {}
    return Workshop(
        width=int(video["baseWidth"]),
        height=int(video["baseHeight"]),
        kinds=tuple(kinds["inputKinds"]),
        platform=str(version.get("platform", "")),
        inputs=names,
        scenes=frozenset(str(row["sceneName"]) for row in scenes["scenes"]),
        ref_font=dict(found.get("inputSettings", {}).get("font", {})),
    )


def would_hold(need: SceneNeed, shop: Workshop, language: Language) -> tuple[Piece, ...]:
    """What `build` puts into the scene. Raises NotBuilt where this OBS lacks what it takes."""
    layout = lower_third(shop.width, shop.height, style=need.style)
    found = pieces(layout, shop, language)
    if not found:
        raise NotBuilt("no_texts", "this OBS has no text or colour inputs")
    return found


def build(wire: Wire, need: SceneNeed, language: Language) -> SceneBuilt:
    """Makes one scene with all that stands in it; one that could not be finished is taken away again."""
    shop = look_around(wire)
    found = would_hold(need, shop, language)
    if need.scene in shop.scenes:
        raise NotBuilt("exists", "OBS has this scene already")
    if need.scene in shop.inputs:
        raise NotBuilt("name_taken", "an input in OBS has this name")
    try:
        wire.ask("CreateScene", sceneName=need.scene)
    except RequestFailed as failed:
        raise NotBuilt("refused", failed.why) from failed
    try:
        _furnish(wire, need.scene, found, shop)
    except RequestFailed as failed:
        wire.ask("RemoveScene", sceneName=need.scene)
        raise NotBuilt("refused", failed.why) from failed
    ours = tuple(piece.name for piece in found if piece.ours)
    return SceneBuilt(
        scene=need.scene, inputs=ours, new=tuple(name for name in ours if name not in shop.inputs)
    )


def _furnish(wire: Wire, scene: str, found: Sequence[Piece], shop: Workshop) -> None:
    requests = [_made(scene, piece, shop) for piece in found]
    numbers: list[int] = []
    for few in _parts(requests, _AT_ONCE):
        numbers += [int(_came(answer)["sceneItemId"]) for answer in wire.batch(few, in_one_frame=False)]
    placed: list[Request] = []
    for number, piece in zip(numbers, found, strict=True):
        which = {"sceneName": scene, "sceneItemId": number}
        placed.append(("SetSceneItemTransform", {**which, "sceneItemTransform": dict(piece.placed)}))
        placed.append(("SetSceneItemLocked", {**which, "sceneItemLocked": True}))
    for answer in wire.batch(placed, in_one_frame=False):
        _came(answer)


def _made(scene: str, piece: Piece, shop: Workshop) -> Request:
    if piece.name in shop.inputs:
        return ("CreateSceneItem", {"sceneName": scene, "sourceName": piece.name})
    return (
        "CreateInput",
        {
            "sceneName": scene,
            "inputName": piece.name,
            "inputKind": piece.kind,
            "inputSettings": dict(piece.settings),
        },
    )


def as_made(wire: Wire, scene: str, shop: Workshop, language: Language) -> bool:
    """Whether `scene` holds exactly what `build` puts into one, each thing where it was put."""
    there = wire.ask("GetSceneItemList", sceneName=scene)["sceneItems"]
    rows = sorted(there, key=lambda row: row["sceneItemIndex"])
    return any(
        _same(rows, would_hold(SceneNeed(scene=scene, style=style, items=()), seen, language))
        for style in STYLES
        for seen in (shop, replace(shop, inputs=frozenset()))
    )


def remove(wire: Wire, scene: str) -> None:
    """Takes a scene away; inputs that stand in no other scene go with it."""
    wire.ask("RemoveScene", sceneName=scene)


def on_air(wire: Wire) -> str:
    """The scene OBS shows now."""
    return str(wire.ask("GetCurrentProgramScene")["currentProgramSceneName"])


def _same(rows: Sequence[dict[str, Any]], found: Sequence[Piece]) -> bool:
    return [row["sourceName"] for row in rows] == [piece.name for piece in found] and all(
        _stands(row, piece) for row, piece in zip(rows, found, strict=True)
    )


def _stands(row: dict[str, Any], piece: Piece) -> bool:
    """The item is shown, and where it was put."""
    found = row["sceneItemTransform"]
    return bool(row["sceneItemEnabled"]) and all(
        abs(found[name] - wanted) < _NEAR if isinstance(wanted, float) else found[name] == wanted
        for name, wanted in piece.placed.items()
    )


def _came(answer: dict[str, Any] | RequestFailed) -> dict[str, Any]:
    if isinstance(answer, RequestFailed):
        raise answer
    return answer


def _parts(requests: Sequence[Request], size: int) -> Iterator[Sequence[Request]]:
    for start in range(0, len(requests), size):
        yield requests[start : start + size]
