"""What is never bound, and why (DESIGN §5.2, TRAPS "Keys")."""

from __future__ import annotations

from typing import Literal

from hostconsole.keys.portable import WHEEL, Stroke

Context = Literal["global", "console", "host", "queue"]
"""Where a key works: in any window; in the console; in the host window; on a row of the queue."""

_ARROWS = frozenset({"Left", "Up", "Right", "Down"})
_EDITING = _ARROWS | {"Esc", "Tab", "Backspace", "Return", "Del", "Space", "Home", "End"}
_SYSTEM = frozenset({"Ctrl+Alt+Del", "Ctrl+Alt+Backspace", "Alt+F4", "Alt+Tab", "Alt+Shift+Tab"})
_OWN_LISTS = {"Space": "host.space", "Return": "row.next"}
_CLICKERS = frozenset({"F5", "Shift+F5", "Esc", "."})
"""What clickers send. The host's window has nothing to type into or to reload: there they may be bound."""


def refusal(stroke: Stroke, *, command: str, context: Context) -> str | None:
    """The code of the reason why this key may not be bound to this command, or None if it may."""
    held, number = stroke.held, stroke.function_number
    if context == "host" and str(stroke) in _CLICKERS:
        return None
    if stroke.name in WHEEL:
        return None if context == "host" else "wheel"
    if "Num" in held:
        return "numpad"
    if str(stroke) in _SYSTEM:
        return "system_key"
    if 20 <= number <= 23:
        return "hardware_key"
    if number in (5, 11, 12) and len(held) < 2:
        return "browser_key"
    if held >= {"Ctrl", "Alt"} and 1 <= number <= 12:
        return "virtual_terminal"
    if held >= {"Ctrl", "Alt"} and stroke.name in _ARROWS:
        return "desktop_arrow"
    return _typed(stroke, command=command, context=context)


def _typed(stroke: Stroke, *, command: str, context: Context) -> str | None:
    """Keys that a text field, an input method or any other program wants for itself."""
    plain = stroke.held <= {"Shift"}
    sign = len(stroke.name) == 1
    if plain and sign:
        return "bare_key"
    if plain and stroke.name in _OWN_LISTS and (stroke.held or command != _OWN_LISTS[stroke.name]):
        return "own_list"
    if context == "global" and (sign or stroke.name in _EDITING) and len(stroke.held) < 2:
        return None if "Meta" in stroke.held else "common_key"
    return None


def overlap(one: Context, other: Context) -> bool:
    """Whether one key in these two places could mean two acts. The queue is part of the console; the
    host window is a window of its own; a system-wide key is everywhere."""
    return one == other or "global" in (one, other) or "host" not in (one, other)
