"""The settings file `settings.toml` in the data directory: pure load and save (docs/settings.md).

A missing file is all defaults; a broken one, or a value that does not fit, is named as a warning and the
default is used: a typing error in the settings must not keep a show from opening.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import msgspec

from hostconsole.show.bands import Band, MetricKey
from hostconsole.show.rules import Language, Rules

FILE_NAME = "settings.toml"
DEFAULT_OBS = "ws://127.0.0.1:4455"


@dataclass(frozen=True, slots=True, kw_only=True)
class ObsSettings:
    """`address`: ws://HOST:PORT, "this-pc", "simulated" or "off". `stills`: pictures of what is on air and of
    NEXT's scene stand in the Live room."""

    address: str = DEFAULT_OBS
    stills: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySettings:
    """`preset` is "laptop" or "altgr"; `changes` maps an act ("cue.send preset=1") to its keys."""

    preset: str = "laptop"
    changes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """The host's screen: `distance_m` from the eyes, mirrored for a teleprompter glass or not; a factor of
    all its type, margins as a part of its shorter side, colours, a font ("" for the usual one); the clock of
    its moving words."""

    distance_m: Annotated[float, msgspec.Meta(ge=0.3, le=20)] = 1.5
    mirror_horizontally: bool = False
    mirror_vertically: bool = False
    font_scale: Annotated[float, msgspec.Meta(ge=0.5, le=2.5)] = 1.0
    margin_percent: Annotated[float, msgspec.Meta(ge=0, le=25)] = 0.0
    colours: Literal["dark", "contrast", "light"] = "dark"
    font: str = ""
    clock: Literal["timer", "display"] = "timer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a user may set. `language` is the windows' ("zh", "en", or "" for the system's);
    `retain_days`: so long after its end a session is to be kept (nothing is ever deleted by itself). `bands`:
    what is held for good in a platform's metrics, by metric."""

    language: str = ""
    currency: str = "CNY"
    operator: str = ""
    retain_days: Annotated[int, msgspec.Meta(ge=1, le=36_500)] = 1_096
    rules: Rules = field(default_factory=Rules)
    obs: ObsSettings = field(default_factory=ObsSettings)
    keys: KeySettings = field(default_factory=KeySettings)
    host: HostSettings = field(default_factory=HostSettings)
    bands: dict[MetricKey, Band] = field(default_factory=dict)


def spoken_to_host(settings: Settings, language: Language) -> Settings:
    """The settings with a host who speaks `language`: on a first start that of the windows."""
    return replace(settings, rules=replace(settings.rules, host_language=language))


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings at `path`, and one English sentence for each thing in it that could not be used."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, UnicodeDecodeError) as fault:
        return Settings(), (f"{path.name} cannot be read: {fault}.",)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return Settings(), (f"{path.name} is not valid TOML: {fault}.",)
    return _fitted(Settings(), found, where="")


def _fitted(default: Any, found: Any, *, where: str) -> tuple[Any, tuple[str, ...]]:
    """`default` with every value of `found` that fits its field."""
    if not isinstance(found, Mapping):
        return default, (f"{where.rstrip('.')} is not a table.",)
    hints = get_type_hints(type(default), include_extras=True)
    warnings: list[str] = []
    values: dict[str, Any] = {}
    for key, value in found.items():
        name = f"{where}{key}"
        if key not in hints:
            warnings.append(f"{name} is not a setting.")
        elif isinstance(getattr(default, key), Rules | ObsSettings | KeySettings | HostSettings):
            values[key], more = _fitted(getattr(default, key), value, where=f"{name}.")
            warnings += more
        elif isinstance(getattr(default, key), dict) and isinstance(value, Mapping):
            values[key] = {}
            for entry, said in value.items():
                row, more = _converted({entry: said}, hints[key], where=f"{name}.{entry}")
                values[key] |= row or {}
                warnings += more
        else:
            fitting, more = _converted(value, hints[key], where=name)
            values |= {} if more else {key: fitting}
            warnings += more
    return replace(default, **values), tuple(warnings)


def _converted(value: Any, hint: Any, *, where: str) -> tuple[Any, tuple[str, ...]]:
    """`value` as its field wants it; None and what is wrong with it, if it does not fit."""
    try:
        return msgspec.convert(value, hint), ()
    except msgspec.ValidationError as fault:
        return None, (f"{where} = {value!r} cannot be used: {fault}.",)


def save(path: Path, settings: Settings) -> None:
    """Writes what differs from the defaults; comments and order of an existing file are kept.

    Atomic: a crash leaves the old file or the new one. Raises OSError if the disk refuses."""
    import tomlkit

    document = tomlkit.document()
    if path.exists():
        try:
            document = tomlkit.parse(path.read_text("utf-8"))
        except (OSError, ValueError):
            document = tomlkit.document()
    _put(document, msgspec.to_builtins(settings), msgspec.to_builtins(Settings()))
    _write(path, tomlkit.dumps(document))


def _put(table: Any, now: Mapping[str, Any], plain: Mapping[str, Any]) -> None:
    for key, value in now.items():
        default = plain.get(key)
        if isinstance(value, dict) and isinstance(default, dict) and default:
            part = table.setdefault(key, {})
            _put(part, value, default)
            if not part:
                del table[key]
        elif value != default:
            table[key] = _said(value)
        elif key in table:
            del table[key]


def _said(value: Any) -> Any:
    """`value` without what is None: TOML has no word for it."""
    if not isinstance(value, dict):
        return value
    return {key: _said(part) for key, part in value.items() if part is not None}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
