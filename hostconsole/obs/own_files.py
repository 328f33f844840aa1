"""OBS's own files on this PC: where its folder is, and what obs-websocket is set to. Read only, and kept
nowhere: whoever needs the port or the password reads them anew.

Small local files, read on the request thread or in a thread of their own, never on the main thread.
"""

from __future__ import annotations

import configparser
import json
import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CONFIG = Path("plugin_config") / "obs-websocket" / "config.json"
GLOBAL = Path("global.ini")
"""Where obs-websocket keeps its settings: the first since OBS 31 (and 28 in part), the second before."""

DEFAULT_PORT = 4455

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnObs:
    """OBS as it is set up on this PC. `server_on`: its websocket server is ticked; `asks_password`: it wants
    one. `password` is never in a repr."""

    folder: Path
    port: int
    server_on: bool
    asks_password: bool
    password: str | None = field(repr=False)


def own_obs(folders: tuple[Path, ...] | None = None) -> OwnObs | None:
    """The OBS of this PC that was set up last; None if there is none, or its settings cannot be read."""
    found = [(when, folder) for folder in folders or obs_folders() if (when := _changed(folder)) is not None]
    for _when, folder in sorted(found, key=lambda pair: pair[0], reverse=True):
        own = _read(folder)
        if own is not None:
            return own
    return None


def obs_folders(
    environment: Mapping[str, str] | None = None, *, platform: str = sys.platform, home: Path | None = None
) -> tuple[Path, ...]:
    """Where OBS may keep its settings on this system: as installed, and as Flatpak or Snap."""
    env = os.environ if environment is None else environment
    home = home or Path.home()
    if platform == "win32":
        return (Path(env.get("APPDATA") or home / "AppData" / "Roaming") / "obs-studio",)
    if platform == "darwin":
        return (home / "Library" / "Application Support" / "obs-studio",)
    return (
        Path(env.get("XDG_CONFIG_HOME") or home / ".config") / "obs-studio",
        home / ".var" / "app" / "com.obsproject.Studio" / "config" / "obs-studio",
        home / "snap" / "obs-studio" / "current" / ".config" / "obs-studio",
    )


def read_text(path: Path) -> str:
    """The text of one of OBS's files; "" where it is missing."""
    try:
        return path.read_text("utf-8-sig", "replace")
    except OSError:
        return ""


def ini_sections(text: str) -> dict[str, dict[str, str]]:
    """The sections of one of OBS's ini files. A line that makes no sense is left out, with a word in the
    log that does not repeat it."""
    parser = configparser.RawConfigParser(
        delimiters=("=",), comment_prefixes=("#",), strict=False, interpolation=None, allow_no_value=True
    )
    parser.optionxform = str  # type: ignore[method-assign, assignment]
    try:
        parser.read_string(text)
    except configparser.Error as fault:
        _log.warning("OBS's settings cannot be read in full: %s", type(fault).__name__)
    return {name: {key: value or "" for key, value in parser.items(name)} for name in parser.sections()}


def _changed(folder: Path) -> float | None:
    """When the settings in `folder` were last written; None if there are none."""
    times = []
    for file in (CONFIG, GLOBAL):
        try:
            times.append((folder / file).stat().st_mtime)
        except OSError:
            continue  # this one is not there: the other may be
    return max(times, default=None)


def _read(folder: Path) -> OwnObs | None:
    told = _from_json(folder / CONFIG)
    if told is None:
        told = _from_ini(folder / GLOBAL)
    if told is None:
        return None
    asks = bool(told.get("auth_required", True))
    return OwnObs(
        folder=folder,
        port=_port(told.get("server_port")),
        server_on=bool(told.get("server_enabled", False)),
        asks_password=asks,
        password=str(told.get("server_password") or "") or None if asks else None,
    )


def _from_json(path: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) and "server_enabled" in told else None


def _from_ini(path: Path) -> dict[str, Any] | None:
    """An OBS whose server was never switched on has no such section: its server is off."""
    sections = ini_sections(read_text(path))
    if not sections:
        return None
    told = sections.get("OBSWebSocket", {})
    return {
        "server_enabled": told.get("ServerEnabled", "false").lower() == "true",
        "server_port": told.get("ServerPort"),
        "auth_required": told.get("AuthRequired", "true").lower() == "true",
        "server_password": _plain(told.get("ServerPassword", "")),
    }


def _plain(text: str) -> str:
    """OBS writes a backslash as two, and ends of lines as letters."""
    marked = text.replace("\\\\", "\0").replace("\\r", "\r").replace("\\n", "\n")
    return marked.replace("\0", "\\")


def _port(told: object) -> int:
    try:
        port = int(str(told))
    except ValueError:
        return DEFAULT_PORT
    return port if 0 < port < 65536 else DEFAULT_PORT
