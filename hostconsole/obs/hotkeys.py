"""OBS's own hotkeys on this PC, read from its files.

OBS polls the keyboard itself: a key that the console consumes may still start or stop something in OBS. The
hotkeys of OBS itself stand in `[Hotkeys]` of the profile's `basic.ini`, those of scenes and sources in the
scene collection's JSON file. The parsers are pure; `installed_hotkeys` reads the files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostconsole.obs.own_files import ini_sections, obs_folders, read_text

_NAMED = {
    **{"RETURN": "Return", "ENTER": "Return", "ESCAPE": "Esc", "TAB": "Tab", "BACKSPACE": "Backspace"},
    **{"INSERT": "Ins", "DELETE": "Del", "PAUSE": "Pause", "PRINT": "Print", "HOME": "Home", "END": "End"},
    **{"LEFT": "Left", "UP": "Up", "RIGHT": "Right", "DOWN": "Down", "PAGEUP": "PgUp", "PAGEDOWN": "PgDown"},
    **{"SPACE": "Space", "MENU": "Menu", "HELP": "Help", "APOSTROPHE": "'", "QUOTE": "'", "COMMA": ","},
    **{"MINUS": "-", "PERIOD": ".", "SLASH": "/", "SEMICOLON": ";", "EQUAL": "=", "BRACKETLEFT": "["},
    **{"BACKSLASH": "\\", "BRACKETRIGHT": "]", "QUOTELEFT": "`", "ASCIITILDE": "`", "PLUS": "+"},
    **{f"F{n}": f"F{n}" for n in range(1, 25)},
}
_MODIFIERS = {"control": "Ctrl", "alt": "Alt", "shift": "Shift", "command": "Meta"}
_MODIFIERS_OF_A_MAC = {**_MODIFIERS, "control": "Meta", "command": "Ctrl"}
"""Qt's names: on a Mac Ctrl is Command and Meta is Control."""
_ORDER = ("Meta", "Ctrl", "Alt", "Shift", "Num")


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsHotkey:
    """`key` as PortableText ("Ctrl+Alt+U"); `action` as OBS calls it ("OBSBasic.StartStreaming"); `owner` the
    scene or source it belongs to, "" for OBS itself."""

    key: str
    action: str
    owner: str = ""


def profile_hotkeys(text: str, *, platform: str = sys.platform) -> tuple[ObsHotkey, ...]:
    """Those of a profile's `basic.ini`. What cannot be read in it is left out."""
    found: list[ObsHotkey] = []
    for name, value in ini_sections(text).get("Hotkeys", {}).items():
        try:
            held = json.loads(value.replace("\\\\", "\\"))
        except ValueError:
            continue
        # An output's hotkeys stand together under its name: {"ReplayBuffer.Save": [...]}.
        for action, bindings in held.items() if isinstance(held, dict) else ():
            found += _read(name if action == "bindings" else action, bindings, owner="", platform=platform)
    return tuple(found)


def collection_hotkeys(text: str, *, platform: str = sys.platform) -> tuple[ObsHotkey, ...]:
    """Those of the scenes and sources of a scene collection. () if the text is none."""
    try:
        sources = json.loads(text)["sources"]
    except (ValueError, KeyError, TypeError):
        return ()
    found: list[ObsHotkey] = []
    for source in sources if isinstance(sources, list) else ():
        hotkeys = source.get("hotkeys") if isinstance(source, dict) else None
        for action, bindings in hotkeys.items() if isinstance(hotkeys, dict) else ():
            found += _read(action, bindings, owner=str(source.get("name", "")), platform=platform)
    return tuple(found)


def _read(action: str, bindings: Any, *, owner: str, platform: str) -> Iterator[ObsHotkey]:
    for binding in bindings if isinstance(bindings, list) else ():
        key = portable(binding, platform=platform) if isinstance(binding, dict) else None
        if key:
            yield ObsHotkey(key=key, action=action, owner=owner)


def portable(binding: Mapping[str, Any], *, platform: str = sys.platform) -> str | None:
    """`{"control": true, "key": "OBS_KEY_F9"}` → "Ctrl+F9"; None for a mouse button, a lone modifier, or a
    key that the console could not have either."""
    sign = str(binding.get("key", "")).removeprefix("OBS_KEY_")
    modifiers = _MODIFIERS_OF_A_MAC if platform == "darwin" else _MODIFIERS
    held = {name for flag, name in modifiers.items() if binding.get(flag)}
    if sign.startswith("NUM") and sign[3:].isdigit():
        held.add("Num")
        sign = sign[3:]
    name = sign if len(sign) == 1 and sign.isascii() and sign.isalnum() else _NAMED.get(sign)
    return "+".join((*(part for part in _ORDER if part in held), name)) if name else None


def installed_hotkeys(
    *,
    platform: str = sys.platform,
    environ: Mapping[str, str] | None = None,
    home: Path | None = None,
) -> tuple[ObsHotkey, ...]:
    """Those of the profile and the scene collection that OBS on this PC used last; of all of them where OBS
    does not say which. () without OBS. Reads files: not for the main thread."""
    folder = obs_folder(platform=platform, environ=environ, home=home)
    if folder is None:
        return ()
    chosen: dict[str, str] = {}
    for name in ("global.ini", "user.ini"):  # OBS 31 moved the choice to the second
        basic = ini_sections(read_text(folder / name)).get("Basic", {})
        chosen |= {key: value for key, value in basic.items() if value}
    profiles = _chosen(folder / "basic/profiles", chosen.get("ProfileDir"), "*/basic.ini", "{}/basic.ini")
    scenes = _chosen(folder / "basic/scenes", chosen.get("SceneCollectionFile"), "*.json", "{}.json")
    found = [h for path in profiles for h in profile_hotkeys(read_text(path), platform=platform)]
    found += [h for path in scenes for h in collection_hotkeys(read_text(path), platform=platform)]
    return tuple(dict.fromkeys(found))


def obs_folder(
    *,
    platform: str = sys.platform,
    environ: Mapping[str, str] | None = None,
    home: Path | None = None,
) -> Path | None:
    """Where OBS keeps its settings on this PC; None if it was never started here."""
    folders = obs_folders(environ, platform=platform, home=home)
    return next((folder for folder in folders if folder.is_dir()), None)


def _chosen(folder: Path, name: str | None, every: str, one: str) -> list[Path]:
    path = folder / one.format(name) if name else None
    return [path] if path is not None and path.is_file() else sorted(folder.glob(every))
