"""System-wide keys on macOS: pynput's listener with an intercept, which consumes our keys and no other."""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Callable, Mapping
from typing import Any

from hostconsole.keys.portable import Stroke, parse
from hostconsole.keys.system import Pressed, Table, Told, Unbound

LOOK_S = 1.0
"""Between two looks of the watchdog at the listener and at the permission."""

NO_PERMISSION = "Allow Host Console under System Settings, Privacy & Security, Accessibility."

# Qt's names on macOS: Ctrl is Command, Meta is Control. The numbers are Quartz's.
_FLAGS = {"Shift": 0x20000, "Meta": 0x40000, "Alt": 0x80000, "Ctrl": 0x100000}
_ALL_FLAGS = sum(_FLAGS.values())
_KEY_DOWN, _AUTOREPEAT_FIELD, _KEYCODE_FIELD = 10, 8, 9
_DISABLED = (0xFFFFFFFE, 0xFFFFFFFF)
"""Events by which the system says that it has switched the listener off."""

_CODES = {
    **{"Return": 36, "Tab": 48, "Space": 49, "Backspace": 51, "Esc": 53, "Del": 117, "Help": 114},
    **{
        "Home": 115,
        "End": 119,
        "PgUp": 116,
        "PgDown": 121,
        "Left": 123,
        "Right": 124,
        "Down": 125,
        "Up": 126,
    },
    **dict(zip("ASDFHGZXCV", range(10), strict=True)),
    **dict(zip("BQWERYT", range(11, 18), strict=True)),
    **dict(zip("1234", range(18, 22), strict=True)),
    **{"6": 22, "5": 23, "=": 24, "9": 25, "7": 26, "-": 27, "8": 28, "0": 29, "]": 30, "O": 31, "U": 32},
    **{"[": 33, "I": 34, "P": 35, "L": 37, "J": 38, "'": 39, "K": 40, ";": 41, "\\": 42, ",": 43, "/": 44},
    **{"N": 45, "M": 46, ".": 47, "`": 50},
    **{"F1": 122, "F2": 120, "F3": 99, "F4": 118, "F5": 96, "F6": 97, "F7": 98, "F8": 100, "F9": 101},
    **{"F10": 109, "F11": 103, "F12": 111, "F13": 105, "F14": 107, "F15": 113, "F16": 106, "F17": 64},
    **{"F18": 79, "F19": 80},
}
"""Of the keys by their place on a US keyboard; a Mac has no Pause, no Insert and no F24."""

Spot = tuple[int, int]
"""A key code and the flags of exactly the modifiers held with it."""


def spot_of(stroke: Stroke) -> Spot | None:
    """None if a Mac's keyboard has no such key."""
    code = _CODES.get(stroke.name)
    return None if code is None else (code, sum(_FLAGS[held] for held in stroke.held))


def place(table: Table) -> tuple[dict[Spot, str], tuple[Unbound, ...]]:
    """The acts by where their keys are, and the keys that a Mac has not."""
    spots = {key: spot_of(parse(key)) for key in table}
    return {spot: table[key] for key, spot in spots.items() if spot is not None}, tuple(
        Unbound(key=key, code="layout", reason=f"A Mac's keyboard has no {key}.")
        for key, spot in spots.items()
        if spot is None
    )


class MacKeys:
    """A watchdog's thread that keeps one listener alive, and tells when there is none."""

    def __init__(self) -> None:
        self._table: Table = {}
        self._pressed: Pressed = _nobody
        self._told_to: Told = _nobody
        self._told: tuple[Unbound, ...] | None = None
        self._acts: Mapping[Spot, str] = {}
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._switched_off = threading.Event()
        self._thread: threading.Thread | None = None

    def bind(self, table: Table, pressed: Pressed, told: Told) -> None:
        self._table, self._pressed, self._told_to, self._told = dict(table), pressed, told, None
        self._acts, _ = place(table)
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name="system-keys", daemon=True)
            self._thread.start()
        self._wake.set()

    def stop(self) -> None:
        self._acts = {}
        self._stopping.set()
        self._wake.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=2)

    def _watch(self) -> None:
        listener: Any = None
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                listener = self._look(listener)
            except Exception as problem:
                logging.getLogger(__name__).exception("system-wide keys broke")
                listener = None
                self._tell_all("dead", f"The system-wide keys broke and start anew: {problem}")
            self._wake.wait(LOOK_S)
        if listener is not None:
            listener.stop()

    def _look(self, listener: Any) -> Any:
        """The listener that works now: the one given, or a new one if that one is dead."""
        if not importlib.import_module("HIServices").AXIsProcessTrusted():
            self._tell_all("no_permission", NO_PERMISSION)
            return listener
        if listener is not None and listener.is_alive() and not self._switched_off.is_set():
            self._tell(place(self._table)[1])
            return listener
        if listener is not None:
            listener.stop()
            self._tell_all("dead", "The system switched the keys off; they start anew.")
        self._switched_off.clear()
        quartz = importlib.import_module("Quartz")
        keyboard = importlib.import_module("pynput.keyboard")
        new = keyboard.Listener(darwin_intercept=lambda kind, event: self._intercept(quartz, kind, event))
        new.start()
        self._tell(place(self._table)[1])
        return new

    def _intercept(self, quartz: Any, kind: int, event: Any) -> Any:
        """None consumes the event. Nothing may be raised here: it would end the listener for good."""
        try:
            if kind in _DISABLED:
                self._switched_off.set()
                self._wake.set()
                return event
            if kind != _KEY_DOWN:
                return event
            field: Callable[[Any, int], int] = quartz.CGEventGetIntegerValueField
            spot = (field(event, _KEYCODE_FIELD), quartz.CGEventGetFlags(event) & _ALL_FLAGS)
            act = self._acts.get(spot)
            if act is None:
                return event
            if not field(event, _AUTOREPEAT_FIELD):
                self._pressed(act)
        except Exception:
            logging.getLogger(__name__).exception("a system-wide key failed")
        return None

    def _tell_all(self, code: Any, reason: str) -> None:
        self._tell(tuple(Unbound(key=key, code=code, reason=reason) for key in self._table))

    def _tell(self, unbound: tuple[Unbound, ...]) -> None:
        if unbound == self._told:
            return
        self._told = unbound
        try:
            self._told_to(unbound)
        except Exception:
            logging.getLogger(__name__).exception("telling of system-wide keys failed")


def _nobody(_: object) -> None:
    """Until someone has bound keys."""
