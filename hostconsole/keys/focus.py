"""Who has the keyboard: the window another program had in front, to give it back after a quick act.

Qt knows only its own windows, and asks politely to be in front; window managers and Windows may refuse a
program that the user is not working with. A system-wide key is the user working with us, so here it is
asked for as a pager or a taskbar would.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from Xlib.display import Display

_log = logging.getLogger(__name__)

_PAGER = 2
"""Source indication of the window manager hints: asked for by the user, not by the program."""


class FocusKeeper(Protocol):
    """Window ids are the system's own (X11 window, HWND). Nothing here raises: where the system does not
    let us, the focus stays where the system puts it."""

    def remember(self) -> None:
        """Notes the window that is in front now."""

    def claim(self, window: int) -> None:
        """Gives the keyboard to `window`, one of ours."""

    def give_back(self) -> None:
        """Gives the keyboard to the window noted last, once."""

    def close(self) -> None:
        """Ends what connects it to the system; it may be used again."""


class NoFocusKeeper:
    """Where the system brings the focus back by itself, or cannot be asked (Wayland, macOS)."""

    def remember(self) -> None:
        return

    def claim(self, window: int) -> None:
        return

    def give_back(self) -> None:
        return

    def close(self) -> None:
        return


class X11Focus:
    """Through the window manager (EWMH); without one, by the X server itself."""

    def __init__(self, *, display: str) -> None:
        self._name = display
        self._display: Display | None = None
        self._noted: int = 0

    def remember(self) -> None:
        self._noted = 0
        self._guarded("remember", self._note)

    def claim(self, window: int) -> None:
        self._guarded("claim", lambda display: self._activate(display, window))

    def give_back(self) -> None:
        noted, self._noted = self._noted, 0
        if noted:
            self._guarded("give back", lambda display: self._activate(display, noted))

    def close(self) -> None:
        display, self._display = self._display, None
        if display is not None:
            with contextlib.suppress(Exception):  # Xlib raises many kinds of a connection that broke
                display.close()

    def _guarded(self, what: str, act: Any) -> None:
        """A broken connection is thrown away and made anew next time."""
        try:
            if self._display is None:
                from Xlib.display import Display

                self._display = Display(self._name)
                self._display.set_error_handler(_quiet)
            act(self._display)
        except Exception as problem:
            self.close()
            _log.warning("cannot %s the focus: %s", what, repr(problem))

    def _note(self, display: Display) -> None:
        self._noted = self._active(display) or 0

    def _active(self, display: Display) -> int | None:
        if self._managed(display):
            found = self._property(display, "_NET_ACTIVE_WINDOW")
            return int(found[0]) if found else None
        focus = display.get_input_focus().focus
        return None if isinstance(focus, int) else int(focus.id)

    def _managed(self, display: Display) -> bool:
        return bool(self._property(display, "_NET_SUPPORTING_WM_CHECK"))

    def _property(self, display: Display, name: str) -> Any:
        from Xlib import X

        found = display.screen().root.get_full_property(display.intern_atom(name), X.AnyPropertyType)
        return found.value if found is not None else None

    def _activate(self, display: Display, window: int) -> None:
        from Xlib import X
        from Xlib.protocol.event import ClientMessage

        target = display.create_resource_object("window", window)
        if self._managed(display):
            asked = ClientMessage(
                window=target,
                client_type=display.intern_atom("_NET_ACTIVE_WINDOW"),
                data=(32, [_PAGER, X.CurrentTime, 0, 0, 0]),
            )
            root = display.screen().root
            root.send_event(asked, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        else:
            target.set_input_focus(X.RevertToParent, X.CurrentTime)
        display.sync()


def _quiet(error: Any, request: Any) -> None:
    """The window may have been closed meanwhile."""
    _log.debug("focus: %s", error)


class WindowsFocus:
    """A process whose hotkey was pressed last may set the foreground window."""

    def __init__(self) -> None:
        self._noted: int = 0

    def remember(self) -> None:
        if sys.platform == "win32":
            import ctypes

            self._noted = int(ctypes.windll.user32.GetForegroundWindow() or 0)

    def claim(self, window: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.user32.SetForegroundWindow(window)

    def give_back(self) -> None:
        noted, self._noted = self._noted, 0
        if noted:
            self.claim(noted)

    def close(self) -> None:
        return


def open_focus_keeper() -> FocusKeeper:
    """What this system needs. Xwayland windows are X11 windows, others cannot be asked for."""
    if sys.platform == "win32":
        return WindowsFocus()
    display = os.environ.get("DISPLAY", "")
    if sys.platform == "darwin" or not display or os.environ.get("WAYLAND_DISPLAY"):
        return NoFocusKeeper()
    return X11Focus(display=display)
