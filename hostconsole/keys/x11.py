"""System-wide keys on X11 by XGrabKey: the key goes to us and to nobody else, whatever window is in front."""

from __future__ import annotations

import logging
import select
import socket
import threading
import time
from dataclasses import dataclass

from hostconsole.keys.system import Pressed, Table, Told, Unbound
from hostconsole.keys.x11_grabs import KeyGrabs

RETRY_S = 1.0
"""Between two tries to connect after the connection broke."""
TAKEN_S = 5.0
"""Between two tries to get a key that another program has."""
HELD_S = 0.1
"""Between two looks whether a held key is still down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    table: Table
    pressed: Pressed
    told: Told


class X11Keys:
    """A thread with its own connection. It is its own watchdog: whatever breaks in it is told as "dead"
    (or "unsupported", if there never was a connection), and it starts anew until `stop`."""

    def __init__(self, *, display: str) -> None:
        self._name = display
        self._order: _Order | None = None
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._bell, self._ear = socket.socketpair()
        self._ear.setblocking(False)
        self._thread: threading.Thread | None = None
        self._told: tuple[_Order, tuple[Unbound, ...]] | None = None
        self._was_open = False

    def bind(self, table: Table, pressed: Pressed, told: Told) -> None:
        with self._lock:
            if self._stopping.is_set():
                raise RuntimeError("These keys were stopped.")
            self._order = _Order(table=dict(table), pressed=pressed, told=told)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="system-keys", daemon=True)
                self._thread.start()
            else:
                self._bell.send(b".")

    def stop(self) -> None:
        with self._lock:
            if self._stopping.is_set():
                return
            self._stopping.set()
            if self._thread is None:
                self._hang_up()
                return
            self._bell.send(b".")
        if self._thread is not threading.current_thread():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with KeyGrabs(self._name) as grabs:
                    self._was_open = True
                    self._serve(grabs)
            except Exception as problem:  # Xlib raises many kinds; the keys must come back
                logging.getLogger(__name__).warning("system-wide keys broke: %s", repr(problem))
                self._tell_all_dead(problem)
                self._stopping.wait(RETRY_S)
        with self._lock:
            self._hang_up()

    def _hang_up(self) -> None:
        self._bell.close()
        self._ear.close()

    def _serve(self, grabs: KeyGrabs) -> None:
        """Until `stop`. Asking the server comes before reading the presses, as its answers may bring
        presses along, of which `select` would not know."""
        bound: _Order | None = None
        unbound: tuple[Unbound, ...] = ()
        tried_at = 0.0
        while not self._stopping.is_set():
            order = self._order
            assert order is not None
            late = bool(unbound) and time.monotonic() - tried_at >= TAKEN_S
            if order is not bound or grabs.remapped or late:
                unbound = grabs.bind(order.table)
                bound, tried_at = order, time.monotonic()
                self._tell(order, unbound)
            grabs.forget_released()
            for act in grabs.pressed():
                self._call(order, act)
            if not grabs.remapped:
                self._wait(grabs, HELD_S if grabs.holding else TAKEN_S)

    def _wait(self, grabs: KeyGrabs, seconds: float) -> None:
        ready, _, _ = select.select([grabs.fileno(), self._ear.fileno()], [], [], seconds)
        if self._ear.fileno() in ready:
            self._ear.recv(4096)

    def _call(self, order: _Order, act: str) -> None:
        try:
            order.pressed(act)
        except Exception:
            logging.getLogger(__name__).exception("the act of a system-wide key failed: %s", act)

    def _tell(self, order: _Order, unbound: tuple[Unbound, ...]) -> None:
        """Only what is new to the one who bound."""
        if self._told is not None and self._told[0] is order and self._told[1] == unbound:
            return
        self._told = (order, unbound)
        try:
            order.told(unbound)
        except Exception:
            logging.getLogger(__name__).exception("telling of system-wide keys failed")

    def _tell_all_dead(self, problem: Exception) -> None:
        order = self._order
        if order is None:
            return
        if self._was_open:
            reason = "The connection to the X server broke; it is being made anew."
            self._tell(order, tuple(Unbound(key=key, code="dead", reason=reason) for key in order.table))
        else:
            reason = f"The X display {self._name} cannot be opened: {problem}"
            self._tell(
                order, tuple(Unbound(key=key, code="unsupported", reason=reason) for key in order.table)
            )
