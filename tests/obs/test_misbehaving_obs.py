"""The link against a server that answers late, mixes ids up, closes without a word, is not ready."""

from __future__ import annotations

import asyncio

import pytest

from hostconsole.obs.link import open_obs
from hostconsole.show.events import (
    CollectionChanged,
    Event,
    ObsLinkChanged,
    ObsLost,
    ObsReady,
    SceneFailed,
    SceneRenamed,
    ScenesChanged,
    SceneShown,
)
from hostconsole.show.target import Target
from tests.obs.fake_server import FakeObs
from tests.obs.watch import awaited, linked, until
from tests.obs_rig import free_port


@awaited
async def test_a_hello_without_authentication_is_legal():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        ready = await watch.until(ObsReady)
        assert ready.scenes == ("A", "B", "C")


@awaited
async def test_while_obs_says_not_ready_the_link_is_loading_and_soon_after_ready():
    async with FakeObs() as fake:
        fake.not_ready = True
        async with linked(port=fake.port, password=None) as (_, watch):
            await watch.until_link("loading")
            assert not watch.all(ObsReady)
            fake.not_ready = False
            await watch.until(ObsReady, within_s=1.0)


@awaited
async def test_an_answer_to_somebody_else_is_not_taken_for_ours():
    async with FakeObs() as fake:
        fake.wrong_answers_first = True
        async with linked(port=fake.port, password=None) as (link, watch):
            await watch.until(ObsReady)
            link.aim(Target(scene="B", take=1))
            await watch.until(SceneShown, lambda event: event.scene == "B" and event.order == 1)
            assert not watch.all(SceneFailed)


@awaited
async def test_a_connection_with_a_late_answer_is_thrown_away():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.late_s = {"SetCurrentProgramScene": 2.5}
        link.aim(Target(scene="B", take=1))
        failed = await watch.until(SceneFailed)
        assert (failed.order, failed.code) == (1, "lost")
        fake.late_s = {}
        mark = watch.mark
        await watch.until(ObsReady, since=mark)
        link.aim(Target(scene="C", take=2))
        shown = await watch.until(SceneShown, lambda event: event.order == 2, since=mark)
        assert shown.scene == "C"


@pytest.mark.parametrize(
    "which", [{"listening": False}, {"asking": False}, {}], ids=["asks", "hears", "both"]
)
@awaited
async def test_a_silent_close_is_noticed_and_mended(which):
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        mark = watch.mark
        fake.break_off(**which)
        await watch.until(ObsLost, since=mark, within_s=3.0)
        lost = await watch.until_link("lost", since=mark)
        await watch.until_link("ready", since=mark, within_s=0.6)
        assert lost.was == "ready"


@awaited
async def test_a_server_that_stops_answering_is_lost_within_three_seconds():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        fake.silent = True
        await watch.until_link("lost", within_s=3.0)


@awaited
async def test_being_thrown_out_is_said():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        await fake.close_all(4011)
        assert (await watch.until(ObsLost)).why == "OBS threw this connection out"


@awaited
async def test_an_error_in_whoever_is_told_ends_nothing():
    heard: list[Event] = []
    errors: list[object] = []

    def tell(event: Event) -> None:
        heard.append(event)
        raise RuntimeError("a window failed")

    asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context))
    async with FakeObs() as fake:
        link = open_obs(
            f"ws://127.0.0.1:{fake.port}",
            password=lambda: None,
            tell=tell,
            loop=asyncio.get_running_loop(),
        )
        link.start()
        await until(lambda: any(isinstance(event, ObsReady) for event in heard))
        for scene in ("B", "C"):
            await fake.tell("CurrentProgramSceneChanged", sceneName=scene)
        await until(lambda: SceneShown(scene="C") in heard)
        link.stop()
    assert len(errors) == len(heard)


@awaited
async def test_events_nobody_knows_change_nothing():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        for text in ('{"op": 5, "d": {}}', '{"op": 5, "d": {"eventType": "FromTheFuture"}}'):
            await fake.tell_raw(text)
        await fake.tell("CurrentProgramSceneChanged", sceneName="B")
        await watch.until(SceneShown, lambda event: event.scene == "B")
        assert not watch.all(ObsLost)


@awaited
async def test_nonsense_on_the_wire_costs_the_connection_only():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        mark = watch.mark
        await fake.tell_raw("this is not JSON")
        await watch.until_link("ready", since=mark)
        assert watch.all(ObsLost)


@awaited
async def test_while_the_collection_changes_the_link_is_loading():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        mark = watch.mark
        await fake.tell("CurrentSceneCollectionChanging", sceneCollectionName="Old")
        await watch.until_link("loading", since=mark)
        fake.scenes, fake.scene = ["X", "Y"], "X"
        await fake.tell("CurrentSceneCollectionChanged", sceneCollectionName="New")
        assert (await watch.until(ObsReady, since=mark)).scenes == ("X", "Y")


@pytest.mark.parametrize("word", ["ExitStarted", "CurrentSceneCollectionChanging"])
@awaited
async def test_an_obs_that_closes_or_changes_is_not_questioned_meanwhile(word):
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        await fake.tell(word)
        await until(lambda: watch.link in ("lost", "loading"))
        asked, mark = len(fake.requests), watch.mark
        for n in range(20):
            await fake.tell("SceneRemoved", sceneName=f"S{n}")
        link.aim(Target(scene="B", take=1))  # told as failed: every event before it has been handled
        await watch.until(SceneFailed, since=mark)
        assert len(fake.requests) == asked
        assert watch.link in ("lost", "loading")
        assert len(watch.all(ObsReady)) == 1


@awaited
async def test_ten_thousand_events_are_told_as_what_they_amount_to():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        mark = watch.mark
        for n in range(10_000):
            await fake.tell("InputCreated", inputName=f"i{n}", inputKind="image_source")
            if n % 100 == 0:
                await asyncio.sleep(0)  # a burst, but of an OBS that still answers
        fake.scenes.append("Z")
        await fake.tell("SceneCreated", sceneName="Z")
        await watch.until(ScenesChanged, lambda event: "Z" in event.scenes, since=mark)
        assert watch.mark - mark < 50


@awaited
async def test_a_scene_renamed_is_known_at_once_by_its_new_name():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.scenes[1] = "B2"
        await fake.tell("SceneNameChanged", oldSceneName="B", sceneName="B2")
        assert await watch.until(SceneRenamed) == SceneRenamed(was="B", now="B2")
        link.aim(Target(scene="B2", take=1))
        await watch.until(SceneShown, lambda event: event.order == 1)


@awaited
async def test_a_scene_renamed_while_obs_could_not_be_heard_is_found_by_its_uuid():
    async with FakeObs() as fake:
        fake.uuids = {"A": "1", "B": "2", "C": "3"}
        async with linked(port=fake.port, password=None) as (_, watch):
            await watch.until(ObsReady)
            fake.scenes[2], fake.uuids = "Close", {"A": "1", "B": "2", "Close": "3"}
            mark = watch.mark
            fake.break_off()
            assert await watch.until(SceneRenamed, since=mark) == SceneRenamed(was="C", now="Close")


@awaited
async def test_the_same_program_is_told_from_one_started_anew():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        assert (await watch.until(ObsReady)).same_run is None
        mark = watch.mark
        fake.break_off()
        again = await watch.until(ObsReady, since=mark)
        assert again.same_run is True
        assert again.away_s is not None
        fake.stats["renderTotalFrames"], mark = 12, watch.mark
        fake.break_off()
        assert (await watch.until(ObsReady, since=mark)).same_run is False


@awaited
async def test_after_a_while_without_a_port_safe_mode_is_mentioned(monkeypatch):
    monkeypatch.setattr("hostconsole.obs.worker._HINT_AFTER_S", 0.5)
    async with linked(port=free_port(), password=None) as (_, watch):
        first = await watch.until(ObsLinkChanged, lambda event: "nothing answers" in event.why)
        assert "Safe Mode" not in first.why
        await watch.until(ObsLinkChanged, lambda event: "Safe Mode" in event.why)


@awaited
async def test_the_collections_name_is_learnt_beside_and_holds_up_nobody():
    async with FakeObs() as fake:
        fake.late_s = {"GetSceneCollectionList": 1.0}
        async with linked(port=fake.port, password=None) as (link, watch):
            ready = await watch.until(ObsReady)
            assert ready.collection == ""
            link.aim(Target(scene="B", take=1))
            shown = await watch.until(SceneShown, within_s=0.9)
            assert shown.scene == "B"
            assert not watch.all(CollectionChanged)
            named = await watch.until(CollectionChanged)
            assert (named.was, named.now) == ("", "Night")
        assert fake.greetings == 3


@awaited
async def test_another_collection_found_after_a_loss_is_told():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_link, watch):
        await watch.until(CollectionChanged)
        fake.collection = "Day"
        mark = watch.mark
        fake.break_off()
        changed = await watch.until(CollectionChanged, since=mark)
        assert (changed.was, changed.now) == ("Night", "Day")
