"""Writes docs/commands.md from the program itself: `python -m tests.commands_page`.

The test beside it fails while the page says something else than the program."""

from __future__ import annotations

from pathlib import Path

from hostconsole.desk.keyboard import title_of
from hostconsole.keys.defaults import PRESETS
from hostconsole.keys.table import KeyTable
from hostconsole.show.commands import COMMANDS

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"

_HEAD = """\
# Commands and keys

Menu, keys and `hostconsole do` all send these commands. This page is written from the program by
`python -m tests.commands_page`; a test keeps it true.

`item=` takes an item's id; `link=3` (the link number) may stand in its place. Where `item=` or `sku=` may
be left out, the item on air is meant. `sku=` takes a SKU, or SKU:VARIANT.

```
hostconsole do show.take
hostconsole do price.set link=3 price=79.00
hostconsole do stock.count sku=QH-CUP-480:雾霾蓝 qty=31
```

## Commands

| command | does | arguments | while |
|---|---|---|---|
"""

_MODES = {
    frozenset({"ready", "rehearsal", "live", "ended"}): "always",
    frozenset({"ready", "rehearsal", "live"}): "ready, rehearsal, live",
    frozenset({"rehearsal", "live"}): "rehearsal, live",
    frozenset({"rehearsal", "live", "ended"}): "rehearsal, live, ended",
}


def page() -> str:
    """The whole page."""
    rows = [_row(name) for name in COMMANDS]
    return _HEAD + "".join(rows) + "".join(_keys(preset) for preset in PRESETS)


def _row(name: str) -> str:
    command = COMMANDS[name]
    args = [f"{arg.name}=…" if arg.required else f"[{arg.name}=…]" for arg in command.args]
    args += ["[column=…]"] if command.open_args else []
    said = " ".join(f"`{arg}`" for arg in args)
    return f"| `{name}` | {command.title} | {said} | {_MODES[command.modes]} |\n"


def _keys(preset: str) -> str:
    lines = [f"\n## Keys: {preset}\n\n| act | in any window | in our windows |\n|---|---|---|\n"]
    for row in KeyTable.build(preset).rows(title_of):
        if row["keys"] or row["global_keys"]:
            shown = [" ".join(f"`{key}`" for key in row[place]) for place in ("global_keys", "keys")]  # type: ignore[literal-required]
            lines.append(f"| {row['title']} | {shown[0]} | {shown[1]} |\n")
    return "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
