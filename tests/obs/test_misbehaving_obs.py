"""The link against a server that answers late, mixes ids up, closes without a word, is not ready."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
import time

import pytest

from hostconsole.obs.link import ObsLink
from hostconsole.show.events import (
    Event,
    ObsLinkChanged,
    ObsLost,
    ObsReady,
    OutputsChanged,
    SceneAccepted,
    SceneAsked,
    SceneFailed,
    ScenesChanged,
    SceneShown,
    TextsFailed,
    TextsShown,
    TroubleMet,
)
from hostconsole.show.target import Target
from tests.obs.fake_server import FakeObs
from tests.obs.watch import Watch, awaited, linked, until


@awaited
async def test_a_hello_without_authentication_is_legal():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        ready = await watch.until(ObsReady)
        assert ready.scenes == ("A", "B", "C")


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
        link = ObsLink(
            host="127.0.0.1",
            port=fake.port,
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
async def test_a_newer_take_makes_the_one_on_its_way_stale():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.late_s = {"SetCurrentProgramScene": 0.3}
        for take, scene in ((1, "B"), (2, "C"), (3, "B")):
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
        await until(lambda: fake.texts["hc:stock"] == "400", within_s=1.0)
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
        link = ObsLink(
            host="127.0.0.1",
            port=fake.port,
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


@awaited
async def test_a_stream_that_reconnects_is_noticed_without_any_event():
    async with FakeObs() as fake:
        fake.stream["outputActive"] = True
        async with linked(port=fake.port, password=None) as (_, watch):
            await watch.until(OutputsChanged, lambda event: event.streaming and not event.reconnecting)
            fake.stream["outputReconnecting"] = True
            await watch.until(OutputsChanged, lambda event: event.reconnecting, within_s=3.0)


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
        fake.scenes.append("Z")
        await fake.tell("SceneCreated", sceneName="Z")
        await watch.until(ScenesChanged, lambda event: "Z" in event.scenes, since=mark)
        assert watch.mark - mark < 50


@awaited
async def test_what_cannot_be_started_is_told():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.failing = {"StartStream": (500, "the stream is running")}
        link.switch_output("stream", on=True)
        link.switch_output("recording", on=True)
        trouble = await watch.until(TroubleMet)
        assert "the stream is running" in trouble.text
        await until(lambda: fake.counted["StartRecord"] == 1)


@awaited
async def test_the_password_is_in_no_log_no_repr_and_no_event(caplog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    for library in ("obsws_python", "websocket"):
        logging.getLogger(library).setLevel(logging.DEBUG)
    secret = "unmistakable-secret"
    async with FakeObs(password=secret) as fake:
        async with linked(port=fake.port, password=secret) as (link, watch):
            await watch.until(ObsReady)
            said = f"{link!r} {vars(link)!r} {watch.told!r}"
        async with linked(port=fake.port, password=secret + "x") as (link, watch):
            await watch.until_link("refused")
            said += f"{link!r} {watch.told!r}"
    assert secret not in said
    assert secret not in caplog.text


@awaited
async def test_a_proxy_of_the_system_is_not_asked(monkeypatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)


@awaited
async def test_a_password_wanted_but_not_known_is_refused_and_start_tries_again():
    known: list[str] = []
    async with FakeObs(password="p") as fake:
        watch = Watch()
        link = ObsLink(
            host="127.0.0.1",
            port=fake.port,
            password=lambda: known[0] if known else None,
            tell=watch.tell,
            loop=asyncio.get_running_loop(),
        )
        link.start()
        assert "none is known" in (await watch.until_link("refused")).why
        known.append("p")
        link.start()
        await watch.until(ObsReady)
        link.stop()


@awaited
async def test_stop_during_a_hanging_connect_returns_at_once():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        async with linked(port=mute.getsockname()[1], password=None) as (link, watch):
            await watch.until(ObsLinkChanged, lambda event: event.now == "connecting")
            accepted, _ = await asyncio.to_thread(mute.accept)
            began = time.monotonic()
            link.stop()
            took = time.monotonic() - began
            accepted.close()
        assert took < 1.0
        await until(lambda: not any(thread.name == "obs" for thread in threading.enumerate()))


@awaited
async def test_nobody_at_the_address_is_said_once_and_soon_found_when_there():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    async with linked(port=port, password=None) as (_, watch):
        told = await watch.until(ObsLinkChanged, lambda event: "nothing answers" in event.why)
        assert told.now == "connecting"
        async with FakeObs(port=port):
            await watch.until(ObsReady, within_s=1.0)
            assert [event.why for event in watch.all(ObsLinkChanged)] == ["", told.why, ""]
