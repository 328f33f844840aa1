"""Scenes that cannot be made, against an OBS that refuses, hangs or has other things to do."""

from __future__ import annotations

from hostconsole.show.events import ObsReady, SceneBuilt, SceneNotBuilt, SceneShown
from hostconsole.show.obs_state import SceneNeed
from hostconsole.show.target import Target
from tests.obs.fake_server import FakeObs
from tests.obs.watch import linked


def needs(*scenes: str) -> tuple[SceneNeed, ...]:
    return tuple(SceneNeed(scene=scene, style="goods", items=("P1",)) for scene in scenes)


async def test_a_scene_that_cannot_be_furnished_is_taken_away_again_and_the_next_is_tried():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.failing["SetSceneItemTransform"] = (500, "no")
        link.build(needs("D", "E"), language="zh")
        failed = await watch.until(SceneNotBuilt, lambda event: event.scene == "E")
        assert (failed.code, failed.why) == ("refused", "no")
        assert fake.scenes == ["A", "B", "C"]
        assert fake.counted["RemoveScene"] == 2
        del fake.failing["SetSceneItemTransform"]
        link.build(needs("D"), language="zh")
        built = await watch.until(SceneBuilt)
        assert "hc:ref_strike" in built.new
        assert not {"hc:price", "hc:title", "hc:stock"} & set(built.new), "these are there and used"


async def test_a_scene_that_obs_has_by_now_is_left_alone():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        link.build(needs("B"), language="zh")
        assert (await watch.until(SceneNotBuilt)).code == "exists"
        assert not {"CreateScene", "RemoveScene", "CreateInput", "CreateSceneItem"} & set(fake.counted)


async def test_an_obs_that_hangs_loses_this_one_and_those_that_wait_and_none_is_made_later():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.late_s["CreateScene"] = 5.0
        link.build(needs("D", "E", "F"), language="zh")
        await watch.until(SceneNotBuilt, lambda event: event.scene == "F")
        assert {(event.scene, event.code) for event in watch.all(SceneNotBuilt)} == {
            ("D", "lost"), ("E", "lost"), ("F", "lost"),
        }  # fmt: skip
        since = watch.mark
        fake.late_s.clear()
        await watch.until(ObsReady, since=since)
        assert fake.counted["CreateScene"] == 1


async def test_a_take_does_not_wait_for_the_scenes_that_are_still_to_be_made():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.late_s["CreateScene"] = 0.2
        link.build(needs("D", "E", "F", "G"), language="zh")
        await watch.until(SceneBuilt)
        link.aim(Target(scene="B", take=1))
        await watch.until(SceneShown, lambda event: event.order == 1)
        await watch.until(SceneBuilt, lambda event: event.scene == "G")
        order = [name for name, _ in fake.requests if name in ("CreateScene", "SetCurrentProgramScene")]
        assert order.index("SetCurrentProgramScene") < 4
