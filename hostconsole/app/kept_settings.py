"""The settings as they are now, and their way into the file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from hostconsole.desk.desk import Desk
from hostconsole.keys.table import KeyTable
from hostconsole.settings import FILE_NAME, KeySettings, Settings, save, spoken_to_host
from hostconsole.ui.language import Language


class KeptSettings:
    """What a person chooses in a window is true at once, and written off the main thread."""

    def __init__(self, settings: Settings, *, desk: Desk, directory: Path) -> None:
        self._now = settings
        self._desk = desk
        self._path = directory / FILE_NAME
        self._writing = asyncio.Lock()

    def now(self) -> Settings:
        return self._now

    def keep(self, settings: Settings) -> None:
        self._now = settings
        self._desk.later(self._write(settings))

    def keep_keys(self, table: KeyTable) -> None:
        self.keep(replace(self._now, keys=KeySettings(preset=table.preset, changes=table.changes())))

    def keep_language(self, language: Language) -> None:
        self.keep(replace(self._now, language=language))

    def speak_to_host(self, language: Language) -> None:
        """The host is spoken to in `language` from now on."""
        self._now = spoken_to_host(self._now, language)
        self._desk.set_rules(self._now.rules)

    async def written(self) -> None:
        """Waits for those that are just being written."""
        async with self._writing:
            pass

    async def _write(self, settings: Settings) -> None:
        """One after the other; of several that wait only the last is written."""
        async with self._writing:
            if settings is not self._now:
                return
            try:
                await asyncio.to_thread(save, self._path, settings)
            except OSError as fault:
                self._desk.trouble("settings", f"The settings cannot be saved: {fault.strerror}")
            else:
                self._desk.mended("settings")
