"""Scenes made by the running console in a real OBS: on its own thread, before the show, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hostconsole.show.plan import Item, Plan
from tests.obs.console import console
from tests.obs_rig import ObsRig

HERE = ("Main", "Top cam")


def needing(*scenes: str) -> Plan:
    rows = tuple(
        Item(id=f"P{n}", kind="product", title=f"款{n}", sku=f"S{n}", link_no=str(n), scene=scene, price=1990,
             currency="CNY", ref_price=2990, stock_total=100, planned_s=60)
        for n, scene in enumerate(scenes, start=1)
    )  # fmt: skip
    return Plan(name="scenes", items=rows)


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ObsRig]:
    """An OBS of its own: scenes are left in it."""
    with ObsRig(tmp_path_factory.mktemp("obs"), scenes=HERE, texts=()) as rig:
        yield rig


def scenes_of(rig: ObsRig) -> set[str]:
    with rig.client() as client:
        return {str(row["sceneName"]) for row in client.send("GetSceneList", raw=True)["scenes"]}


def holds(rig: ObsRig, scene: str) -> set[str]:
    with rig.client() as client:
        rows = client.send("GetSceneItemList", {"sceneName": scene}, raw=True)["sceneItems"]
    return {str(row["sourceName"]) for row in rows}


@pytest.mark.obs
async def test_what_is_missing_is_made_before_the_show_and_a_take_shows_it(
    rig: ObsRig, tmp_path: Path
) -> None:
    wanted = ("A1", "A2", "A3")
    async with console(rig, tmp_path, kind="preparation", show=needing("Main", *wanted)) as desk:
        await desk.until(lambda: desk.desk.show.state.obs.scenes)
        desk.run("obs.build_scenes")
        await desk.until(lambda: desk.desk.show.state.obs.building.over, within_s=20)
        assert desk.desk.show.state.obs.building.built == wanted
        assert set(wanted) <= scenes_of(rig)
        told = await desk.told("scene.built")
        assert [row["data"]["scene"] for row in told] == list(wanted)
        assert set(told[0]["data"]["inputs"]) <= holds(rig, "A1")
        assert "hc:price" in told[0]["data"]["new"]
        assert told[1]["data"]["new"] == [], "an input is made once"
        desk.run("show.start_rehearsal")
        await desk.shows("show.take_item", item="P3")
        await desk.until(lambda: rig.text("price") == "¥19.9")
        assert (rig.scene, rig.text("ref_strike")) == ("A2", "_____")


@pytest.mark.obs
async def test_a_session_that_begins_takes_back_what_was_not_yet_made(rig: ObsRig, tmp_path: Path) -> None:
    wanted = tuple(f"B{n}" for n in range(12))
    async with console(rig, tmp_path, kind="preparation", show=needing(*wanted)) as desk:
        await desk.until(lambda: desk.desk.show.state.obs.scenes)
        desk.run("obs.build_scenes")
        await desk.until(lambda: desk.desk.show.state.obs.building.built)
        desk.run("show.go_live")
        await desk.until(lambda: desk.desk.show.state.obs.building.over)
        building = desk.desk.show.state.obs.building
        assert building.failed, "some were not made any more"
        assert {code for _scene, code in building.failed} == {"show_began"}
        assert scenes_of(rig) & set(wanted) == set(building.built)
        assert {row["actor"] for row in await desk.told("scene.not_built")} == {"obs"}


@pytest.mark.obs
async def test_a_name_that_an_input_has_cannot_be_a_scene_and_the_others_are_made(
    rig: ObsRig, tmp_path: Path
) -> None:
    with rig.client() as client:
        taken = {"sceneName": "Main", "inputName": "C1", "inputKind": "color_source_v3"}
        client.send("CreateInput", taken)
    async with console(rig, tmp_path, kind="preparation", show=needing("C1", "C2")) as desk:
        await desk.until(lambda: desk.desk.show.state.obs.scenes)
        desk.run("obs.build_scenes")
        await desk.until(lambda: desk.desk.show.state.obs.building.over)
        building = desk.desk.show.state.obs.building
        assert (building.built, building.failed) == (("C2",), (("C1", "name_taken"),))
