"""OBS looked at before the show: what a real one tells, and one that cannot be reached."""

from __future__ import annotations

import json
import queue
import socket
import threading
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from math import pi, sin
from pathlib import Path
from typing import Any

import pytest

from hostconsole.desk.preflight import preflight
from hostconsole.obs.faults import NotAsked
from hostconsole.obs.sockets import Switch
from hostconsole.obs.surveying import is_flat, survey
from hostconsole.obs.wire import Wire, quiet_library
from hostconsole.show.obs_survey import ObsSurvey, Sound
from tests.obs_rig import SCENES, ObsRig
from tests.obs_room import free_port, wait_until
from tests.served import ServedClock, served


def look(rig: ObsRig, *scenes: str, listen_s: float = 0.1) -> ObsSurvey:
    return survey(rig.address, password=lambda: rig.password, scenes=scenes or SCENES, listen_s=listen_s)


@contextmanager
def made(rig: ObsRig, name: str, kind: str, **settings: Any) -> Iterator[Any]:
    """An input in the scene that is on air, removed at the end; the client it was made with."""
    with rig.client() as client:
        client.send(
            "CreateInput",
            {"sceneName": SCENES[0], "inputName": name, "inputKind": kind, "inputSettings": settings},
        )
        try:
            yield client
        finally:
            client.send("RemoveInput", {"inputName": name})


def ppm(*pixels: tuple[int, int, int]) -> bytes:
    return b"P6\n%d 1\n255\n" % len(pixels) + b"".join(bytes(pixel) for pixel in pixels)


def test_a_picture_is_flat_when_all_of_it_is_one_colour_but_for_noise() -> None:
    assert is_flat(ppm((10, 20, 30), (12, 20, 33)))
    assert not is_flat(ppm((10, 20, 30), (10, 90, 30)))
    assert not is_flat(ppm((10, 10, 10), (32, 32, 32)))
    assert not is_flat(b"no picture")
    assert not is_flat(b"")


def test_a_picture_whose_first_pixels_are_spaces_is_read_right() -> None:
    assert not is_flat(ppm((32, 32, 32), (10, 10, 10)))
    assert is_flat(ppm((10, 10, 10), (10, 10, 10)))


def test_an_obs_that_is_not_there_is_told_with_the_reason() -> None:
    with pytest.raises(NotAsked, match="nothing answers"):
        survey(f"ws://127.0.0.1:{free_port()}", password=lambda: None, scenes=())


@pytest.mark.obs
def test_scenes_of_one_flat_colour_are_told_from_pictures(obs: ObsRig) -> None:
    assert look(obs).flat == SCENES
    with obs.client() as client:
        client.send("SetInputSettings", {"inputName": "hc:title", "inputSettings": {"text": "保温杯"}})
    # A text is painted with the next frame, and the scenes' pictures are asked for one by one.
    found = wait_until(lambda: seen if not (seen := look(obs)).flat else None, what="the text in every scene")
    assert (found.looked, found.scenes) == (SCENES, SCENES)


@pytest.mark.obs
def test_the_room_of_the_recording_the_canvas_and_the_hc_inputs_are_told(obs: ObsRig) -> None:
    with made(obs, "hc:picture", "color_source_v3"):
        found = look(obs, SCENES[0])
    assert (Path(found.folder), found.folder_there) == (obs.recordings, True)
    assert found.disk_mb is not None
    assert found.disk_mb > 1
    assert (found.canvas, found.output, found.fps) == ((1280, 720), (1280, 720), 30.0)
    fits = dict(found.inputs)
    assert (fits["hc:price"], fits["hc:picture"]) == (True, False)


@pytest.mark.obs
def test_a_stream_server_that_listens_is_told_from_one_that_does_not(obs: ObsRig) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, obs.client() as client:
        port = server.getsockname()[1]
        secret = "live-key-4711"
        settings = {"server": f"rtmp://127.0.0.1:{port}/live", "key": secret}
        told = {"streamServiceType": "rtmp_custom", "streamServiceSettings": settings}
        client.send("SetStreamServiceSettings", told)
        found = look(obs, SCENES[0])
        assert found.service is not None
        assert (found.service.server, found.service.answers) == (f"127.0.0.1:{port}", True)
        assert found.service.has_key
        assert secret not in repr(found)
    silent = look(obs, SCENES[0]).service
    assert silent is not None
    assert silent.answers is False


@pytest.mark.obs
def test_a_muted_microphone_and_one_that_is_not_heard_are_told(obs: ObsRig) -> None:
    with made(obs, "Mic", "alsa_input_capture") as client:
        assert look(obs, SCENES[0]).sounds == (Sound(name="Mic", mic=True, heard=False),)
        client.send("SetInputMute", {"inputName": "Mic", "inputMuted": True})
        assert look(obs, SCENES[0]).sounds[0].muted


@pytest.mark.obs
def test_a_meter_that_moves_is_heard(obs: ObsRig, tmp_path: Path) -> None:
    recorded = tmp_path / "tone.wav"
    with wave.open(str(recorded), "wb") as file:
        file.setparams((1, 2, 48_000, 0, "NONE", ""))
        swing = (round(12_000 * sin(2 * pi * 440 * n / 48_000)) for n in range(48_000))
        file.writeframes(b"".join(value.to_bytes(2, "little", signed=True) for value in swing))
    with made(obs, "Tone", "ffmpeg_source", local_file=str(recorded), looping=True):
        # OBS opens a file in its own time, and mixes late when the machine is slow.
        tone = Sound(name="Tone", mic=False, heard=True)
        wait_until(lambda: tone in look(obs, SCENES[0], listen_s=2.0).sounds, what="the tone in OBS's meters")


@pytest.mark.obs
def test_obs_goes_on_telling_levels_when_somebody_stops_listening_and_leaves_at_once(obs: ObsRig) -> None:
    quiet_library()
    for _ in range(20):
        levels: queue.Queue[str] = queue.Queue()
        wire = Wire(host="127.0.0.1", port=obs.port, timeout_s=10.0, switch=Switch())
        wire.open(obs.password, heard=lambda event, _, put=levels.put: put(event), ended=lambda _why: None)
        try:
            wire.hear_meters(True)
            while levels.get(timeout=10) != "InputVolumeMeters":
                pass
            wire.hear_meters(False)
        finally:
            wire.close()


@pytest.mark.obs
def test_a_survey_is_ended_at_once_from_another_thread(obs: ObsRig) -> None:
    switch = Switch()
    ended: list[float] = []
    clock = ServedClock()

    def run() -> None:
        with pytest.raises(NotAsked):
            survey(obs.address, password=lambda: obs.password, scenes=(), switch=switch, listen_s=60)
        ended.append(clock.now())

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(1.0)
    assert thread.is_alive()
    cut = clock.now()
    switch.cut()
    thread.join(5)
    clock.stop()
    assert ended[0] - cut < 1.0


@pytest.mark.obs
def test_check_says_what_to_mend_in_obs_with_the_row_it_is_about(
    obs: ObsRig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOSTCONSOLE_OBS_PASSWORD", obs.password)
    sheet = tmp_path / "show.csv"
    sheet.write_text(f"title,price,obs_scene\n杯,9,{SCENES[0]}\n壶,8,99_Gone\n", "utf-8")
    report = preflight(sheet, directory=tmp_path, obs=obs.address)
    told = {finding["code"]: finding for finding in report["findings"]}
    missing = told["scene_missing"]
    assert (missing["row"], missing["column"], missing["level"]) == (3, "obs_scene", "warning")
    assert "99_Gone" in missing["message"]
    assert "Have it made" in missing["message"]
    assert {"scene_flat", "no_sound", "disk_ok", "canvas_ok", "inputs_ok"} <= set(told)
    assert json.dumps(report)


@pytest.mark.obs
def test_a_frozen_obs_ends_the_survey_in_time(obs: ObsRig) -> None:
    obs.freeze()
    with served() as clock:
        began = clock.now()
        try:
            with pytest.raises(NotAsked):
                look(obs)
        finally:
            obs.thaw()
        assert clock.now() - began < 5
