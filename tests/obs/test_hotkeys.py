"""OBS's own hotkeys on this PC, from the files as OBS writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.keys.portable import normalise
from hostconsole.obs.hotkeys import (
    ObsHotkey,
    collection_hotkeys,
    installed_hotkeys,
    obs_folder,
    portable,
    profile_hotkeys,
)

PROFILE = """\ufeff[General]
Name=Untitled

[Hotkeys]
OBSBasic.StartStreaming={"bindings":[{"control":true,"alt":true,"key":"OBS_KEY_U"}]}
OBSBasic.StopStreaming={"bindings":[{"key":"OBS_KEY_PAUSE"},{"key":"OBS_KEY_MOUSE4"}]}
OBSBasic.Transition={"bindings":[]}
ReplayBuffer={"ReplayBuffer.Save":[{"shift":true,"key":"OBS_KEY_F9"}]}
broken={"bindings":[

[Video]
BaseCX=1920
"""
COLLECTION = json.dumps(
    {
        "name": "Evening",
        "sources": [
            {
                "name": "03_特写",
                "id": "scene",
                "hotkeys": {
                    "OBSBasic.SelectScene": [{"control": True, "alt": True, "key": "OBS_KEY_PAGEUP"}],
                    "libobs.show_scene_item.1": [],
                },
            },
            {"name": "Mic", "hotkeys": {"libobs.mute": [{"key": "OBS_KEY_NUM7"}]}},
            {"name": "Picture"},
        ],
    }
)


def test_a_profile_names_its_keys_and_what_they_do() -> None:
    assert profile_hotkeys(PROFILE.lstrip("\ufeff"), platform="win32") == (
        ObsHotkey(key="Ctrl+Alt+U", action="OBSBasic.StartStreaming"),
        ObsHotkey(key="Pause", action="OBSBasic.StopStreaming"),
        ObsHotkey(key="Shift+F9", action="ReplayBuffer.Save"),
    )


def test_a_scene_collection_names_the_scene_too() -> None:
    assert collection_hotkeys(COLLECTION, platform="linux") == (
        ObsHotkey(key="Ctrl+Alt+PgUp", action="OBSBasic.SelectScene", owner="03_特写"),
        ObsHotkey(key="Num+7", action="libobs.mute", owner="Mic"),
    )


@pytest.mark.parametrize(
    ("binding", "key"),
    [
        ({"key": "OBS_KEY_A", "shift": True, "control": True}, "Ctrl+Shift+A"),
        ({"key": "OBS_KEY_RETURN", "control": True, "alt": True}, "Ctrl+Alt+Return"),
        ({"key": "OBS_KEY_INSERT", "control": True, "alt": True}, "Ctrl+Alt+Ins"),
        ({"key": "OBS_KEY_0", "alt": True, "control": False}, "Alt+0"),
        ({"key": "OBS_KEY_F24"}, "F24"),
        ({"key": "OBS_KEY_BRACKETRIGHT", "command": True}, "Meta+]"),
        ({"key": "OBS_KEY_CONTROL", "control": True}, None),
        ({"key": "OBS_KEY_MOUSE5"}, None),
        ({"control": True}, None),
    ],
)
def test_keys_have_the_names_of_our_own_table(binding: dict[str, object], key: str | None) -> None:
    assert portable(binding, platform="linux") == key
    assert key is None or normalise(key) == key


def test_on_a_mac_command_is_what_qt_calls_ctrl() -> None:
    assert portable({"key": "OBS_KEY_K", "command": True}, platform="darwin") == "Ctrl+K"
    assert portable({"key": "OBS_KEY_K", "control": True}, platform="darwin") == "Meta+K"


@given(st.text())
def test_no_text_can_make_the_parsers_fail(text: str) -> None:
    assert profile_hotkeys(text) == profile_hotkeys(text)
    assert profile_hotkeys(f"[Hotkeys]\nx={text}") is not None
    assert collection_hotkeys(text) == ()


def made(folder: Path, *, name: str = "global.ini", choice: str = "") -> None:
    for profile, text in (("Evening", PROFILE), ("Test", "[Hotkeys]\n")):
        (folder / "basic/profiles" / profile).mkdir(parents=True, exist_ok=True)
        (folder / "basic/profiles" / profile / "basic.ini").write_text(text, "utf-8")
    (folder / "basic/scenes").mkdir(exist_ok=True)
    (folder / "basic/scenes/Evening.json").write_text(COLLECTION, "utf-8")
    (folder / name).write_text(choice, "utf-8")


def keys_in(tmp_path: Path) -> set[str]:
    found = installed_hotkeys(platform="linux", environ={"XDG_CONFIG_HOME": str(tmp_path)}, home=tmp_path)
    return {hotkey.key for hotkey in found}


@pytest.mark.parametrize("name", ["global.ini", "user.ini"])
def test_only_the_profile_in_use_counts(tmp_path: Path, name: str) -> None:
    made(tmp_path / "obs-studio", name=name, choice="[Basic]\nProfileDir=Test\nSceneCollectionFile=Evening\n")
    assert keys_in(tmp_path) == {"Ctrl+Alt+PgUp", "Num+7"}


def test_all_profiles_count_where_obs_does_not_say_which(tmp_path: Path) -> None:
    made(tmp_path / "obs-studio")
    assert keys_in(tmp_path) == {"Ctrl+Alt+U", "Pause", "Shift+F9", "Ctrl+Alt+PgUp", "Num+7"}


def test_a_pc_without_obs_has_no_hotkeys(tmp_path: Path) -> None:
    assert keys_in(tmp_path) == set()


@pytest.mark.parametrize(
    ("platform", "environ", "place"),
    [
        ("win32", {"APPDATA": "{home}/Roaming"}, "Roaming/obs-studio"),
        ("darwin", {}, "Library/Application Support/obs-studio"),
        ("linux", {}, ".config/obs-studio"),
        ("linux", {}, ".var/app/com.obsproject.Studio/config/obs-studio"),
    ],
)
def test_the_folder_is_where_each_system_has_it(
    tmp_path: Path, platform: str, environ: dict[str, str], place: str
) -> None:
    (tmp_path / place).mkdir(parents=True)
    env = {name: text.format(home=tmp_path) for name, text in environ.items()}
    assert obs_folder(platform=platform, environ=env, home=tmp_path) == tmp_path / place
