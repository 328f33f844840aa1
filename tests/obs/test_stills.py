"""Still pictures of scenes: from a real OBS, and not from one that is slow or away."""

from __future__ import annotations

import asyncio

import pytest

from hostconsole.obs.stills import WIDTH, Camera
from hostconsole.show.errors import Trouble
from tests.obs.fake_server import FakeObs
from tests.obs.watch import awaited
from tests.obs_rig import SCENES, ObsRig
from tests.obs_room import free_port


@pytest.mark.obs
def test_pictures_of_two_scenes_are_small_jpegs(obs: ObsRig) -> None:
    camera = Camera(obs.address, password=lambda: obs.password, slow_s=5.0)
    try:
        taken = camera.shoot(SCENES[:2])
    finally:
        camera.close()
    assert set(taken) == set(SCENES[:2])
    assert all(jpeg.startswith(b"\xff\xd8") and len(jpeg) < 60_000 for jpeg in taken.values())
    assert taken[SCENES[0]] != taken[SCENES[1]]


def test_an_obs_that_is_not_there_gives_no_pictures() -> None:
    with pytest.raises(Trouble):
        Camera(f"ws://127.0.0.1:{free_port()}", password=lambda: None).shoot(("A",))


@awaited
async def test_an_obs_that_is_slow_is_told_as_such_and_asked_for_no_more() -> None:
    async with FakeObs() as fake:
        fake.late_s["GetSourceScreenshot"] = 0.4
        camera = Camera(f"ws://127.0.0.1:{fake.port}", password=lambda: None)
        with pytest.raises(Trouble) as trouble:
            await asyncio.to_thread(camera.shoot, ("A", "B", "C"))
        camera.close()
    assert trouble.value.code == "obs_slow"
    assert fake.counted["GetSourceScreenshot"] == 1


@awaited
async def test_the_camera_hears_no_events_and_asks_small_pictures() -> None:
    async with FakeObs() as fake:
        camera = Camera(f"ws://127.0.0.1:{fake.port}", password=lambda: None)
        await asyncio.to_thread(camera.shoot, ("A",))
        assert list(fake._open.values()) == [0]
        assert fake.requests[-1][1]["imageWidth"] == WIDTH
        await asyncio.to_thread(camera.close)


@awaited
async def test_a_camera_whose_obs_went_away_connects_anew() -> None:
    async with FakeObs() as fake:
        camera = Camera(f"ws://127.0.0.1:{fake.port}", password=lambda: None)
        await asyncio.to_thread(camera.shoot, ("A",))
        fake.break_off()
        with pytest.raises(Trouble):
            await asyncio.to_thread(camera.shoot, ("A",))
        await asyncio.to_thread(camera.shoot, ("A",))
        assert fake.greetings == 2
        await asyncio.to_thread(camera.close)
