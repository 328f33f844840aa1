"""Outputs, OBS's health, its microphones and chapters, against a small server."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from hostconsole.show.events import (
    IncidentBegan,
    IncidentEnded,
    MicChanged,
    ObsHealth,
    ObsReady,
    OutputsChanged,
    SceneShown,
    TroubleMet,
)
from hostconsole.show.target import Target
from tests.obs.fake_server import FakeObs
from tests.obs.watch import awaited, linked, until


async def under_level(fake: FakeObs, level: float, told: Awaitable[Any]) -> None:
    """The microphone's level is told over and over until `told` has come."""
    awaited_for = asyncio.ensure_future(told)
    while not awaited_for.done():
        rows = [{"inputName": "Mic", "inputLevelsMul": [[level, level, level]]}]
        await fake.tell("InputVolumeMeters", inputs=rows)
        await asyncio.sleep(0.05)
    await awaited_for


@awaited
async def test_a_stream_that_reconnects_is_noticed_without_any_event():
    async with FakeObs() as fake:
        fake.stream["outputActive"] = True
        async with linked(port=fake.port, password=None) as (_, watch):
            await watch.until(OutputsChanged, lambda event: event.streaming and not event.reconnecting)
            fake.stream["outputReconnecting"] = True
            await watch.until(OutputsChanged, lambda event: event.reconnecting, within_s=3.0)


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
async def test_dropped_frames_are_told_with_their_share_and_end_as_an_incident():
    async with FakeObs() as fake:
        fake.stream |= {
            "outputActive": True,
            "outputTotalFrames": 0,
            "outputSkippedFrames": 0,
            "outputBytes": 0,
        }
        async with linked(port=fake.port, password=None) as (_, watch):
            calm = await watch.until(ObsHealth)
            assert (calm.network, calm.dropped) == ("ok", 0.0)
            fake.stream |= {"outputTotalFrames": 600, "outputSkippedFrames": 36, "outputBytes": 500_000}
            health = await watch.until(ObsHealth, lambda event: event.network == "red")
            assert health.dropped == 0.06
            assert (health.kbps or 0) > 0
            await watch.until(IncidentBegan, lambda event: event.what == "network")
            fake.stream["outputActive"] = False
            ended = await watch.until(IncidentEnded)
            assert (ended.what, ended.seconds > 0) == ("network", True)


@awaited
async def test_a_stream_without_bytes_is_told_after_three_seconds():
    async with FakeObs() as fake:
        fake.stream |= {"outputActive": True, "outputTotalFrames": 0, "outputBytes": 1}
        async with linked(port=fake.port, password=None) as (_, watch):
            began = asyncio.get_running_loop().time()
            await watch.until(ObsHealth, lambda event: event.stuck)
            assert 2.9 < asyncio.get_running_loop().time() - began < 6


@awaited
async def test_a_take_goes_before_outputs_and_chapters_that_wait():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.late_s = {"StartVirtualCam": 0.3}
        link.switch_output("virtual_camera", on=True)
        await until(lambda: fake.counted["StartVirtualCam"] == 1)
        link.switch_output("recording", on=True)
        link.aim(Target(scene="B", inputs={"price": "¥9"}, take=1))
        await watch.until(SceneShown)
        await until(lambda: fake.counted["StartRecord"] == 1)
        asked = [request for request, _ in fake.requests]
        assert asked.index("SetCurrentProgramScene") < asked.index("StartRecord")


@awaited
async def test_an_output_that_starts_after_all_ends_the_trouble():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (link, watch):
        await watch.until(ObsReady)
        fake.failing = {"StartStream": (500, "no key")}
        link.switch_output("stream", on=True)
        assert (await watch.until(TroubleMet)).text == "The stream could not be started: no key"
        fake.failing = {}
        link.switch_output("stream", on=True)
        await watch.until(TroubleMet, lambda event: event.over)


@awaited
async def test_an_output_asked_while_obs_is_away_is_told_and_never_started_later():
    async with FakeObs() as fake:
        fake.not_ready = True
        async with linked(port=fake.port, password=None) as (link, watch):
            await watch.until_link("loading")
            link.switch_output("stream", on=True)
            assert "loading" in (await watch.until(TroubleMet)).text
            fake.not_ready = False
            await watch.until(ObsReady)
            await fake.tell("CurrentProgramSceneChanged", sceneName="B")
            await watch.until(SceneShown)
            assert fake.counted["StartStream"] == 0


@awaited
async def test_a_silent_microphone_is_told_after_ten_seconds_and_so_is_its_voice(monkeypatch):
    monkeypatch.setattr("hostconsole.obs.meters.SILENT_AFTER_S", 1.0)
    async with FakeObs() as fake:
        fake.microphones = ("Mic",)
        async with linked(port=fake.port, password=None) as (_, watch):
            await until(lambda: fake.subscriptions, what="the meters")
            assert fake.subscriptions[-1] & 1 << 16
            await under_level(fake, 0.0, watch.until(MicChanged, lambda event: event.silent))
            await watch.until(IncidentBegan, lambda event: event.what == "mic_silent")
            heard = watch.until(MicChanged, lambda event: not event.silent, since=watch.mark)
            await under_level(fake, 0.2, heard)
            await watch.until(IncidentEnded, lambda event: event.what == "mic_silent")


@awaited
async def test_levels_that_obs_does_not_tell_are_told_to_be_unknown(monkeypatch):
    monkeypatch.setattr("hostconsole.obs.meters.UNTOLD_AFTER_S", 0.5)
    async with FakeObs() as fake:
        fake.microphones = ("Mic",)
        async with linked(port=fake.port, password=None) as (_, watch):
            told = await watch.until(MicChanged, lambda event: event.untold)
            assert not told.silent
            known = watch.until(MicChanged, lambda event: not event.untold, since=watch.mark)
            await under_level(fake, 0.0, known)


@awaited
async def test_without_microphones_no_meters_are_asked_for():
    async with FakeObs() as fake, linked(port=fake.port, password=None) as (_, watch):
        await watch.until(ObsReady)
        await fake.tell("CurrentProgramSceneChanged", sceneName="B")
        await watch.until(SceneShown)
        assert fake.subscriptions == []


@awaited
async def test_chapters_are_set_where_the_server_can():
    async with FakeObs() as fake:
        fake.record["outputActive"] = True
        fake.can = ("CreateRecordChapter",)
        async with linked(port=fake.port, password=None) as (link, watch):
            await watch.until(ObsReady)
            link.chapter("Cup")
            await until(lambda: ("CreateRecordChapter", {"chapterName": "Cup"}) in fake.requests)
            fake.failing = {"CreateRecordChapter": (700, "not in this container")}
            link.chapter("Pot")
            await until(lambda: fake.counted["CreateRecordChapter"] == 2)
            link.chapter("Pan")
            link.aim(Target(scene="B", take=1))
            await watch.until(SceneShown)
            assert fake.counted["CreateRecordChapter"] == 2


@awaited
async def test_a_recording_found_running_tells_how_long_it_has_been():
    async with FakeObs() as fake:
        fake.record |= {"outputActive": True, "outputDuration": 60_000}
        async with linked(port=fake.port, password=None) as (_, watch):
            assert (await watch.until(OutputsChanged)).recorded_ms == 60_850
