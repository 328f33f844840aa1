"""Names of keys, as Qt writes them in PortableText, without Qt: read, checked and brought to one form."""

from __future__ import annotations

import unicodedata

import msgspec

from hostconsole.show.errors import Refused

MODIFIERS = ("Meta", "Ctrl", "Alt", "Shift", "Num")
"""In the order of Qt's PortableText. "Num" marks a key of the number pad."""

NAMED = (
    *("Esc", "Tab", "Backspace", "Return", "Ins", "Del", "Pause", "Print", "Home", "End"),
    *("Left", "Up", "Right", "Down", "PgUp", "PgDown", "Space", "Menu", "Help"),
    *(f"F{n}" for n in range(1, 25)),
)

WHEEL = ("WheelUp", "WheelDown")
"""A notch of the mouse wheel, which Qt has no key for: the only names that are ours."""

_OTHER_NAMES = {
    "escape": "Esc",
    "enter": "Return",
    "delete": "Del",
    "insert": "Ins",
    "pageup": "PgUp",
    "pagedown": "PgDown",
    "pgdn": "PgDown",
    "control": "Ctrl",
    "super": "Meta",
    "win": "Meta",
}
_KNOWN = {name.lower(): name for name in (*MODIFIERS, *NAMED, *WHEEL)} | _OTHER_NAMES

REASONS = {
    "not_a_key": "{key!r} is not a key.",
    "not_a_binding": "{other!r} is not a command with arguments.",
    "clash": "{key} belongs to {other} already.",
    "bare_key": "{key} is typed as text: hold Ctrl, Alt or Meta with it.",
    "own_list": "{key} has its own place and nothing else may have it.",
    "browser_key": "{key} reloads or resizes the page in a browser.",
    "desktop_arrow": "{key} changes desktops or songs.",
    "virtual_terminal": "{key} leaves the desktop on Linux.",
    "hardware_key": "{key} is the microphone's or the touchpad's key on many machines.",
    "numpad": "{key} is on the number pad only, which Num Lock turns into arrows.",
    "system_key": "{key} belongs to the system.",
    "wheel": "{key} scrolls in every other window: it can only be the host's window's.",
    "common_key": "{key} is used by every program, so it cannot be system-wide.",
}
"""One English sentence a code; windows translate by code."""


class KeyRefused(Refused):
    """A key that cannot be bound. `code` is one of `REASONS`; `other` is the id of the binding that has
    the key already, or of the one that was asked for; "" where there is none."""

    def __init__(self, code: str, key: str, other: str = "") -> None:
        self.code = code
        self.key = key
        self.other = other
        self.fields = {"key": key, "other": other}
        Exception.__init__(self, REASONS[code].format(key=key, other=other))


class Stroke(msgspec.Struct, frozen=True, kw_only=True):
    """One key with the modifiers held. `name` is one of `NAMED` or `WHEEL`, or one upper-case sign."""

    held: frozenset[str]
    name: str

    def __str__(self) -> str:
        return "+".join((*(m for m in MODIFIERS if m in self.held), self.name))

    @property
    def function_number(self) -> int:
        """5 for F5; 0 for every other kind of key."""
        return int(self.name[1:]) if len(self.name) > 1 and self.name in _F_KEYS else 0


_F_KEYS = frozenset(f"F{n}" for n in range(1, 25))


def parse(text: str) -> Stroke:
    """Reads "Ctrl+Alt+Return", in any letter case, half or full width, and with other programs' names
    ("Enter", "PageUp", "Escape").

    Raises: KeyRefused "not_a_key", also for sequences ("Ctrl+K, Ctrl+C") and lone modifiers.
    """
    wide = unicodedata.normalize("NFKC", text).strip()
    if wide == "+" or wide.endswith("++"):
        before, last = wide[:-1].removesuffix("+"), "+"
    else:
        before, _, last = wide.rpartition("+")
    held = [_name(part) for part in before.split("+")] if before else []
    name = _name(last)
    if name is None or name in MODIFIERS or len(set(held)) != len(held) or not set(held) <= set(MODIFIERS):
        raise KeyRefused("not_a_key", text)
    return Stroke(held=frozenset(part for part in held if part), name=name)


def normalise(text: str) -> str:
    """The one PortableText of a key. Raises: KeyRefused "not_a_key"."""
    return str(parse(text))


def _name(part: str) -> str | None:
    part = part.strip()
    if len(part) != 1:
        return _KNOWN.get(part.lower())
    upper = unicodedata.normalize("NFKC", part.upper())
    sign = upper if len(upper) == 1 else part
    return sign if unicodedata.category(sign)[0] in "LNPS" else None
