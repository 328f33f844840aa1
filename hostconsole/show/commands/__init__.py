"""Every command of the console by its id (DESIGN §5.2)."""

from __future__ import annotations

from collections.abc import Mapping

from hostconsole.show.command import Command
from hostconsole.show.commands import (
    before,
    goods,
    obs,
    oversell,
    pricing,
    reverse,
    rows,
    session,
    steps,
    take,
    timers,
    words,
)


def _all() -> dict[str, Command]:
    found: dict[str, Command] = {}
    for room in (session, take, rows, before, pricing, goods, oversell, words, steps, timers, obs, reverse):
        for name, command in room.commands.items():
            if name in found:
                raise KeyError(f"command {name} is declared twice")
            found[name] = command
    return found


COMMANDS: Mapping[str, Command] = _all()
