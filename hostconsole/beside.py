"""A run of the command line beside a running console: it gives way to the show, and ends when told to.

The console starts its own verbs as processes of their own for whatever takes long, so that neither a long
night's figures nor a painter can hold up the main thread, or take the show down with them.
"""

from __future__ import annotations

import _thread
import contextlib
import os
import signal
import sys
import threading

VARIABLE = "HOSTCONSOLE_BESIDE"
"""Set by the console for the processes it starts."""

STOP = "stop"
"""The line on standard input that ends such a process; it tidies up first."""

_KIND = 10
"""Nice levels below the show and below OBS."""


def begin() -> None:
    """Does nothing in a run that a person started."""
    if not os.environ.pop(VARIABLE, ""):
        return
    with contextlib.suppress(AttributeError, OSError):  # Windows has no nice levels
        os.nice(_KIND)
    # A shell starts what runs in its background deaf to interrupts, and that is handed down to here.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=_listen, name="stop", daemon=True).start()


def _listen() -> None:
    for line in sys.stdin:
        if line.strip() == STOP:
            _thread.interrupt_main()
            return
