"""Takes and texts against a small server: together in one frame, latest wins, seen or told as failed."""

from __future__ import annotations

import asyncio
import time

from hostconsole.obs.link import open_obs
from hostconsole.show.events import (
    ObsReady,
    SceneAccepted,
    SceneAsked,
    SceneFailed,
    ScenesChanged,
    SceneShown,
    TextsFailed,
    TextsShown,
)
from hostconsole.show.target import Target
from tests.obs.fake_server import FakeObs
from tests.obs.watch import Watch, awaited, linked, until


@awaited
async def test_a_take_is_one_frame_texts_first_then_the_scene():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        link.aim(Target(scene="B", inputs={"price": "¥9", "title": "Cup", "unknown": "x"}, take=1))
        await watch.until(SceneShown)
        (batch,) = [batch for batch in fake.batches if batch["executionType"] == 1]
        assert batch["executionType"] == 1
        assert [r["requestType"] for r in batch["requests"]] == [
            "SetInputSettings",
            "SetInputSettings",
            "SetCurrentProgramScene",
        ]
        assert all(r["requestData"].get("overlay", True) is True for r in batch["requests"])


@awaited
async def test_texts_that_have_not_changed_are_not_sent_again():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        link.aim(Target(scene="B", inputs={"price": "¥9", "title": "Cup"}, take=1))
        await watch.until(SceneShown)
        mark = watch.mark
        link.aim(Target(scene="C", inputs={"price": "¥9", "title": "Pot"}, take=2))
        assert (await watch.until(TextsShown, since=mark)).names == ("title",)


@awaited
async def test_a_newer_take_makes_the_one_on_its_way_stale():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.late_s = {"SetCurrentProgramScene": 0.3}
        link.aim(Target(scene="B", take=1))
        await until(lambda: fake.counted["SetCurrentProgramScene"] == 1)
        for take, scene in ((2, "C"), (3, "B")):
            link.aim(Target(scene=scene, take=take))
        await watch.until(SceneShown, lambda event: event.order == 3)
        stale = {event.order for event in watch.all(SceneFailed) if event.code == "stale"}
        assert stale == {1, 2}
        assert [event.order for event in watch.all(SceneAsked)] == [1, 2, 3]
        assert ("SetCurrentProgramScene", {"sceneName": "C"}) not in fake.requests


@awaited
async def test_a_scene_that_is_accepted_but_never_shown_fails_in_time():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.shows_scenes = False
        link.aim(Target(scene="B", take=1))
        accepted = await watch.until(SceneAccepted)
        failed = await watch.until(SceneFailed)
        assert failed.code == "timeout"
        late = watch.at[watch.told.index(failed)] - watch.at[watch.told.index(accepted)]
        assert 1.2 <= late <= 2.0
        assert not watch.all(SceneShown)


@awaited
async def test_a_longer_transition_of_the_scene_itself_is_waited_for():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.shows_scenes, fake.override_ms = False, 900
        link.aim(Target(scene="B", take=1))
        await watch.until(SceneAccepted)
        fake.scene = "B"
        shown = await watch.until(SceneShown)
        assert shown.ms is not None
        assert shown.ms >= 900


@awaited
async def test_without_an_event_a_fresh_read_proves_the_scene():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.shows_scenes = False
        link.aim(Target(scene="B", take=1))
        await watch.until(SceneAccepted)
        fake.scene = "B"
        shown = await watch.until(SceneShown)
        assert shown.order == 1
        assert shown.ms is not None
        assert shown.ms >= 250


@awaited
async def test_a_scene_refused_by_obs_is_told_with_its_reason():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.failing = {"SetCurrentProgramScene": (702, "no"), "SetInputSettings": (608, "not a text")}
        link.aim(Target(scene="B", inputs={"price": "¥1"}, take=1))
        failed = await watch.until(SceneFailed)
        assert (failed.code, failed.why) == ("refused", "no")
        assert watch.all(TextsFailed) == [TextsFailed(names=("price",), why="not a text")]


@awaited
async def test_stock_ticks_go_out_at_once_and_then_five_times_a_second():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        link.aim(Target(scene="A", inputs={"stock": "500"}, take=1))
        await watch.until(SceneShown)
        await until(lambda: fake.texts["hc:stock"] == "500")
        before = fake.counted["SetInputSettings"]
        began = time.monotonic()
        for left in range(499, 399, -1):
            link.aim(Target(scene="A", inputs={"stock": str(left)}, take=1))
            await asyncio.sleep(0.01)
        await until(lambda: fake.texts["hc:stock"] == "400", within_s=1.0, now=watch.now)
        seconds = time.monotonic() - began
        assert 3 <= fake.counted["SetInputSettings"] - before <= seconds * 5 + 2


@awaited
async def test_after_a_reconnect_texts_wait_for_their_scene_and_no_scene_is_fired():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        link.aim(Target(scene="B", inputs={"price": "¥1"}, take=1))
        await watch.until(SceneShown)
        fake.scene, fake.texts["hc:price"] = "A", ""
        mark = watch.mark
        fake.break_off()
        await watch.until(ObsReady, since=mark)
        link.aim(Target(scene="B", inputs={"price": "¥2"}, take=1))
        await fake.tell("SceneCreated", sceneName="D")
        fake.scenes.append("D")
        await watch.until(ScenesChanged, lambda event: "D" in event.scenes, since=mark)
        assert fake.texts["hc:price"] == ""
        fake.scene = "B"
        await fake.tell("CurrentProgramSceneChanged", sceneName="B")
        await watch.until(TextsShown, since=mark)
        assert fake.texts["hc:price"] == "¥2"
        assert fake.counted["SetCurrentProgramScene"] == 1


@awaited
async def test_when_obs_shows_the_scene_of_the_item_its_texts_are_made_true_at_once():
    async with FakeObs() as fake:
        fake.scene = "B"
        watch = Watch()
        link = open_obs(
            f"ws://127.0.0.1:{fake.port}",
            password=lambda: None,
            tell=watch.tell,
            loop=asyncio.get_running_loop(),
        )
        link.aim(Target(scene="B", inputs={"price": "¥7"}, take=17))  # a resumed session: before start
        link.start()
        await watch.until(TextsShown)
        link.stop()
        assert fake.texts["hc:price"] == "¥7"
        assert not watch.all(SceneAsked)
        assert fake.counted["SetCurrentProgramScene"] == 0


@awaited
async def test_takes_while_obs_is_away_fail_at_once_and_are_never_fired_later():
    async with FakeObs() as fake:
        fake.not_ready = True
        async with linked(port=fake.port, password=None) as (link, watch):
            await watch.until_link("loading")
            link.aim(Target(scene="B", take=1))
            link.aim(Target(scene="C", take=2))
            await watch.until(SceneFailed, lambda event: event.order == 2 and event.code == "lost")
            assert any(event.order == 1 for event in watch.all(SceneFailed))
            fake.not_ready = False
            await watch.until(ObsReady)
            link.resend()
            await watch.until(SceneShown, lambda event: event.scene == "C" and event.order == 3)
            assert fake.counted["SetCurrentProgramScene"] == 1
