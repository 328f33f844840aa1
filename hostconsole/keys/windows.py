"""System-wide keys on Windows by RegisterHotKey: consumed, no hook, an occupied key is known at once."""

from __future__ import annotations

import ctypes
import logging
import sys
import threading
from collections.abc import Callable
from typing import Protocol

from hostconsole.keys.portable import Stroke, parse
from hostconsole.keys.system import Pressed, Table, Told, Unbound

RETRY_S = 1.0
TAKEN_MS = 5000
"""Between two tries to get a key that another program has."""

WM_TIMER, WM_HOTKEY, WM_APP = 0x0113, 0x0312, 0x8000
ALREADY_REGISTERED = 1409
MAX_NUMBER = 0xBFFF
_NO_REPEAT = 0x4000
_MODIFIERS = {"Alt": 1, "Ctrl": 2, "Shift": 4, "Meta": 8}
_CODES = {
    **{"Esc": 0x1B, "Tab": 0x09, "Backspace": 0x08, "Return": 0x0D, "Space": 0x20, "Pause": 0x13},
    **{"PgUp": 0x21, "PgDown": 0x22, "End": 0x23, "Home": 0x24, "Ins": 0x2D, "Del": 0x2E},
    **{"Left": 0x25, "Up": 0x26, "Right": 0x27, "Down": 0x28, "Print": 0x2C, "Menu": 0x5D, "Help": 0x2F},
    **{f"F{n}": 0x6F + n for n in range(1, 25)},
}


class HotKeyPort(Protocol):
    """What is needed of Windows; all but `wake` belong to the thread that called `prepare`."""

    def prepare(self) -> None:
        """Gives this thread a queue of messages, so that `wake` reaches it, and a timer."""

    def register(self, number: int, modifiers: int, code: int) -> int:
        """0, or the error's number."""

    def unregister(self, number: int) -> None: ...

    def code_of(self, sign: str) -> int:
        """The virtual-key code of a character on this keyboard; 0 if it has none."""

    def next_message(self) -> tuple[int, int]:
        """Waits; message and wParam. Raises: OSError."""

    def wake(self, message: int) -> None: ...


class WindowsKeys:
    """A thread with a message loop that holds the hot keys. Windows repeats nothing (MOD_NOREPEAT). It is
    its own watchdog: what breaks in it is told as "dead", and it starts anew until `stop`."""

    def __init__(self, *, port: Callable[[], HotKeyPort] | None = None) -> None:
        self._open = port or user32
        self._port: HotKeyPort | None = None
        self._order: tuple[Table, Pressed, Told] | None = None
        self._acts: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._last_number = 0
        self._told: tuple[Unbound, ...] | None = None
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def bind(self, table: Table, pressed: Pressed, told: Told) -> None:
        self._order = (dict(table), pressed, told)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="system-keys", daemon=True)
            self._thread.start()
        elif self._port is not None:
            self._port.wake(WM_APP)

    def stop(self) -> None:
        self._stopping.set()
        if self._port is not None:
            self._port.wake(WM_APP)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                port = self._open()
                port.prepare()
                self._port = port
                self._serve(port)
            except Exception as problem:
                logging.getLogger(__name__).exception("system-wide keys broke")
                self._tell_dead(problem)
                self._stopping.wait(RETRY_S)

    def _serve(self, port: HotKeyPort) -> None:
        bound = None
        try:
            while not self._stopping.is_set():
                if bound is not self._order:
                    bound = self._order
                    self._told = None
                    self._unregister(port)
                    self._register(port)
                message, number = port.next_message()
                if message == WM_HOTKEY:
                    self._press(number)
                elif message == WM_TIMER and self._told:
                    self._register(port)
        finally:
            self._unregister(port)

    def _register(self, port: HotKeyPort) -> None:
        """Each key of the order that is not ours yet. Numbers are new each time, so that a press that
        waits in the queue while the table changes cannot become another act."""
        assert self._order is not None
        unbound = []
        for key, act in self._order[0].items():
            if key in self._numbers:
                continue
            self._last_number = self._last_number % MAX_NUMBER + 1
            spot = _spot(parse(key), port)
            error = port.register(self._last_number, *spot) if spot else None
            if error == 0:
                self._numbers[key] = self._last_number
                self._acts[self._last_number] = act
            else:
                unbound.append(_unbound(key, error))
        self._tell(tuple(unbound))

    def _unregister(self, port: HotKeyPort) -> None:
        for number in self._acts:
            port.unregister(number)
        self._acts.clear()
        self._numbers.clear()

    def _press(self, number: int) -> None:
        act = self._acts.get(number)
        if act is None or self._order is None:
            return
        try:
            self._order[1](act)
        except Exception:
            logging.getLogger(__name__).exception("the act of a system-wide key failed: %s", act)

    def _tell(self, unbound: tuple[Unbound, ...]) -> None:
        if self._order is None or unbound == self._told:
            return
        self._told = unbound
        try:
            self._order[2](unbound)
        except Exception:
            logging.getLogger(__name__).exception("telling of system-wide keys failed")

    def _tell_dead(self, problem: Exception) -> None:
        reason = f"The system-wide keys broke and start anew: {problem}"
        table = self._order[0] if self._order else {}
        self._tell(tuple(Unbound(key=key, code="dead", reason=reason) for key in table))


def _spot(stroke: Stroke, port: HotKeyPort) -> tuple[int, int] | None:
    """Modifiers and virtual-key code, as RegisterHotKey takes them."""
    name = stroke.name
    code = _CODES.get(name) or (ord(name) if name.isascii() and name.isalnum() else port.code_of(name))
    return (sum(_MODIFIERS[held] for held in stroke.held) | _NO_REPEAT, code) if code else None


def _unbound(key: str, error: int | None) -> Unbound:
    if error is None:
        return Unbound(key=key, code="layout", reason=f"This keyboard has no {key}.")
    if error == ALREADY_REGISTERED:
        return Unbound(key=key, code="taken", reason=f"Another program has {key}.")
    return Unbound(key=key, code="unsupported", reason=f"Windows refused {key} (error {error}).")


def user32() -> HotKeyPort:
    """Windows itself. Raises: OSError anywhere else."""
    if sys.platform == "win32":
        return _User32()
    raise OSError("Hot keys are of Windows only.")


if sys.platform == "win32":
    from ctypes import wintypes

    class _User32:
        def __init__(self) -> None:
            self._user = ctypes.WinDLL("user32", use_last_error=True)
            self._thread = ctypes.WinDLL("kernel32").GetCurrentThreadId()
            self._message = wintypes.MSG()

        def prepare(self) -> None:
            self._user.PeekMessageW(ctypes.byref(self._message), None, 0, 0, 0)
            self._user.SetTimer(None, 0, TAKEN_MS, None)

        def register(self, number: int, modifiers: int, code: int) -> int:
            done = self._user.RegisterHotKey(None, number, modifiers, code)
            return 0 if done else ctypes.get_last_error() or -1

        def unregister(self, number: int) -> None:
            self._user.UnregisterHotKey(None, number)

        def code_of(self, sign: str) -> int:
            found = int(self._user.VkKeyScanW(wintypes.WCHAR(sign)))
            return 0 if found & 0xFF == 0xFF else found & 0xFF

        def next_message(self) -> tuple[int, int]:
            if self._user.GetMessageW(ctypes.byref(self._message), None, 0, 0) <= 0:
                raise ctypes.WinError(ctypes.get_last_error())
            return int(self._message.message), int(self._message.wParam)

        def wake(self, message: int) -> None:
            self._user.PostThreadMessageW(self._thread, message, 0, 0)
