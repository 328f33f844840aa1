"""The key table of this user: the preset, the changes, and the commands' titles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hostconsole.keys.table import Args, KeyTable
from hostconsole.settings import FILE_NAME, Settings, load
from hostconsole.show.commands import COMMANDS

WINDOW_ACTS = {
    "desk.quick_bar": "Quick bar",
    "desk.copy": "Copy for the platform",
    "desk.find": "Find in the queue",
    "desk.keys": "Show the keys",
    "row.next": "Make this row next",
    "row.take": "Take this row",
    "row.edit": "Edit this row",
    "row.skip": "Skip this row",
    "row.encore": "Encore of this row",
    "host.space": "Cue seen, else prompter",
    "host.layout": "Host screen: card or scroll",
    "host.page_forward": "Prompter: a page forward",
    "host.page_back": "Prompter: a page back",
    "host.nothing": "Nothing",
}
"""Acts of the windows themselves: they need a selection or a window, so `do` does not know them."""


def key_table(settings: Settings) -> KeyTable:
    return KeyTable.build(settings.keys.preset, settings.keys.changes)


def key_rows(directory: Path) -> list[dict[str, Any]]:
    """`hostconsole keys --json`: one row per command and arguments (docs/schema/keys.json)."""
    settings, _warnings = load(directory / FILE_NAME)
    return [dict(row) for row in key_table(settings).rows(title_of, COMMANDS)]


def title_of(command: str, args: Args) -> str:
    """The English title of an act; the windows translate it."""
    known = COMMANDS.get(command)
    title = known.title if known is not None else WINDOW_ACTS.get(command, command)
    return title + "".join(f" {value}" for _name, value in args)
