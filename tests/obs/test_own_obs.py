"""OBS on this PC is found by its own files, read and never written."""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path

import pytest

from hostconsole.obs.link import open_obs
from hostconsole.obs.own_files import CONFIG, GLOBAL, OwnObs, obs_folders, own_obs
from hostconsole.obs.way import SERVER_OFF, is_near, way_to
from hostconsole.show.events import ObsLinkChanged, ObsReady
from tests.obs.fake_server import FakeObs
from tests.obs.watch import Watch, awaited


def write(folder: Path, **told: object) -> Path:
    """obs-websocket's own file, as a newer OBS writes it."""
    file = folder / CONFIG
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"server_enabled": True, "server_port": 4455, "auth_required": True} | told))
    return file


def write_ini(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / GLOBAL).write_text(text, "utf-8-sig")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """OBS's folder on this PC, for whoever looks for it by itself."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "obs-studio"


def test_each_system_has_its_folders(tmp_path: Path) -> None:
    windows = obs_folders({"APPDATA": str(tmp_path)}, platform="win32", home=tmp_path)
    assert windows == (tmp_path / "obs-studio",)
    mac = obs_folders({}, platform="darwin", home=tmp_path)
    assert mac == (tmp_path / "Library/Application Support/obs-studio",)
    linux = obs_folders({"XDG_CONFIG_HOME": str(tmp_path / "x")}, platform="linux", home=tmp_path)
    assert linux[0] == tmp_path / "x/obs-studio"
    assert any("com.obsproject.Studio" in str(folder) for folder in linux)


def test_port_and_password_are_read_from_the_newer_file(tmp_path: Path) -> None:
    write(tmp_path, server_port=4460, server_password="geheim")
    write_ini(tmp_path, "[OBSWebSocket]\nServerEnabled=false\n")
    assert own_obs((tmp_path,)) == OwnObs(
        folder=tmp_path, port=4460, server_on=True, asks_password=True, password="geheim"
    )


def test_port_and_password_are_read_from_the_older_file(tmp_path: Path) -> None:
    write_ini(tmp_path, "[General]\nx=1\n\n[OBSWebSocket]\nServerEnabled=true\nServerPort=4477\n"
                        "ServerPassword=a\\\\b;c=#d%e\n")  # fmt: skip
    found = own_obs((tmp_path,))
    assert found is not None
    assert (found.port, found.server_on, found.password) == (4477, True, "a\\b;c=#d%e")


def test_an_obs_that_never_had_its_server_on_is_found_with_its_server_off(tmp_path: Path) -> None:
    write_ini(tmp_path, "[General]\nFirstRun=true\n")
    found = own_obs((tmp_path,))
    assert found is not None
    assert not found.server_on


def test_a_server_that_asks_no_password_is_sent_none(tmp_path: Path) -> None:
    write(tmp_path, auth_required=False, server_password="old")
    found = own_obs((tmp_path,))
    assert found is not None
    assert (found.asks_password, found.password) == (False, None)


def test_the_installation_that_was_set_up_last_is_meant(tmp_path: Path) -> None:
    older, newer = tmp_path / "older", tmp_path / "newer"
    os.utime(write(older, server_port=1111), (1, 1))
    write(newer, server_port=2222)
    found = own_obs((older, newer))
    assert found is not None
    assert found.port == 2222


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "\x00\x01"])
def test_nonsense_in_the_file_is_no_obs(tmp_path: Path, text: str) -> None:
    write(tmp_path).write_text(text)
    assert own_obs((tmp_path,)) is None


def test_a_nonsense_port_is_the_usual_one(tmp_path: Path) -> None:
    write(tmp_path, server_port="x")
    found = own_obs((tmp_path,))
    assert found is not None
    assert found.port == 4455


def test_no_password_is_seen_in_a_repr(tmp_path: Path, home: Path) -> None:
    write(home, server_password="geheim")
    assert "geheim" not in repr(own_obs()) + repr(way_to("this-pc", password=lambda: None)())


def test_an_address_is_near_when_obs_runs_on_this_pc() -> None:
    assert is_near("this-pc")
    assert is_near("ws://127.0.0.1:4455")
    assert is_near("localhost")
    assert not is_near("ws://studio-pc:4455")
    assert not is_near("off the record")


@awaited
async def test_once_the_tick_is_set_in_obs_the_console_connects_by_itself(home: Path) -> None:
    async with FakeObs(password="geheim") as fake:
        write(home, server_enabled=False)
        watch = Watch()
        link = open_obs("this-pc", password=lambda: None, tell=watch.tell, loop=asyncio.get_running_loop())
        link.start()
        assert (await watch.until_link("connecting")).why == ""
        await watch.until(ObsLinkChanged, lambda event: event.why == SERVER_OFF)
        assert fake.greetings == 0
        write(home, server_port=fake.port, server_password="geheim")
        await watch.until(ObsReady, within_s=2)
        link.stop()


@awaited
async def test_a_port_changed_in_obs_is_followed_without_being_asked(home: Path) -> None:
    write(home, server_port=1)
    watch = Watch()
    async with FakeObs() as fake:
        link = open_obs("this-pc", password=lambda: None, tell=watch.tell, loop=asyncio.get_running_loop())
        link.start()
        await watch.until_link("connecting")
        write(home, server_port=fake.port, auth_required=False)
        await watch.until(ObsReady, within_s=2)
        link.stop()


@awaited
async def test_a_server_that_is_switched_off_is_no_matter_of_safe_mode(home: Path, monkeypatch) -> None:
    monkeypatch.setattr("hostconsole.obs.worker._HINT_AFTER_S", 0.0)
    write(home, server_enabled=False)
    watch = Watch()
    link = open_obs("this-pc", password=lambda: None, tell=watch.tell, loop=asyncio.get_running_loop())
    link.start()
    said = await watch.until(ObsLinkChanged, lambda event: SERVER_OFF in event.why)
    assert said.why == SERVER_OFF
    write(home, server_port=1)
    absent = await watch.until(ObsLinkChanged, lambda event: "nothing answers" in event.why)
    assert "Safe Mode" in absent.why
    link.stop()


def test_a_line_of_the_ini_that_makes_no_sense_takes_nothing_else_along_and_is_not_repeated(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_ini(
        tmp_path, "[OBSWebSocket]\nServerEnabled=true\n=geheim\nServerPort=4477\nServerPassword=geheim\n"
    )
    own = own_obs((tmp_path,))
    assert own is not None
    assert (own.port, own.server_on, own.password) == (4477, True, "geheim")
    assert "cannot be read in full" in caplog.text
    assert "geheim" not in caplog.text
