"""The only wiring: settings, the desk, the keys, the windows, and the loop they share.

Qt's loop runs asyncio (qasync), so everything but the journal, the OBS thread and the key thread lives on
the main thread. No dialog is ever run with `exec`: it would stop the other tasks.
"""

from __future__ import annotations

import asyncio
import builtins
import logging
import signal
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from hostconsole.app.garbage import Garbage
from hostconsole.app.wanted import Wanted
from hostconsole.cli import CONSOLE_RUNS, fail
from hostconsole.door.client import NoConsole, ask
from hostconsole.log.lock import DataLock
from hostconsole.logs import Line, log_to
from hostconsole.settings import DEFAULT_OBS, FILE_NAME, Settings, load, spoken_to_host
from hostconsole.sheets import Reading, read_show
from hostconsole.sheets.chosen import RememberedColumns
from hostconsole.show.events import SessionKind

_log = logging.getLogger(__name__)

SWITCH_S = 0.001
"""Threads give way to the main thread after a millisecond instead of five: a key press must not wait."""


def open_console(
    *,
    directory: Path,
    sheet: Path | None = None,
    demo: bool = False,
    kind: SessionKind | None = None,
    obs: str | None = None,
    new: bool = False,
    operator: str = "",
    feeds: Path | None = None,
) -> int:
    """Opens the window and returns the exit code once it is closed.

    Raises Trouble if the sheet, the log or the feeds file that was named cannot be opened, OSError if the
    data directory cannot."""
    lock = DataLock(directory)
    if not lock.acquire():
        return _to_the_front(directory)
    log = log_to(directory)
    settings, warnings = load(directory / FILE_NAME)
    for warning in warnings:
        _log.warning("settings: %s", warning)
    settings = replace(settings, operator=operator or settings.operator)
    reading = _read(sheet, settings, directory) if sheet is not None else None
    if sheet is None:
        from hostconsole.app.sample_show import read_sample
        from hostconsole.ui.language import chosen

        language = chosen(settings.language)
        reading = read_sample(language) if demo else None
        if not (directory / FILE_NAME).exists():
            settings = spoken_to_host(settings, language)
    wanted = Wanted(
        plan=reading.plan if reading is not None else None,
        findings=reading.findings if reading is not None else (),
        columns=reading.columns if reading is not None else {},
        kind=kind,
        new=new,
        feeds=_checked_feeds(feeds),
        operator=operator,
        address=_checked(obs or settings.obs.address or DEFAULT_OBS),
    )
    return _run(directory, settings, wanted, log)


def _read(sheet: Path, settings: Settings, directory: Path) -> Reading:
    columns = RememberedColumns(directory)
    return read_show(sheet.absolute(), default_currency=settings.currency, columns=columns)


def _checked_feeds(path: Path | None) -> Path | None:
    """A fault in the file is told before the window opens. Raises Trouble."""
    if path is not None:
        from hostconsole.feeds import load_feeds

        load_feeds(path.absolute())
    return path


def _checked(address: str) -> str:
    if address.strip().lower() not in ("simulated", "off"):
        from hostconsole.obs.way import way_to
        from hostconsole.show.errors import Refused

        try:
            way_to(address, password=lambda: None)
        except Refused as refused:
            fail(refused.reason)
    return address


def _to_the_front(directory: Path) -> int:
    """Another console has this data directory: its window comes to the front."""
    try:
        ask(directory, {"front": True})
    except NoConsole:
        fail(f"another console runs for {directory}, and does not answer", CONSOLE_RUNS)
    fail(f"a console runs for {directory} already; its window is in front now", CONSOLE_RUNS)


def _run(directory: Path, settings: Settings, wanted: Wanted, log: Line) -> int:
    """The loop, from the first window to the last."""
    from PySide6.QtWidgets import QApplication

    _plain_imports()
    from qasync import QEventLoop

    from hostconsole.app.windows import Windows

    sys.setswitchinterval(SWITCH_S)
    app = QApplication.instance() or QApplication(["hostconsole"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Host Console")
    app.setQuitOnLastWindowClosed(False)

    async def live() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_loop_bug)
        windows = Windows(app=app, directory=directory, settings=settings)
        log.hide = windows.hide
        for number in (signal.SIGTERM, signal.SIGINT):
            if sys.platform != "win32":
                loop.add_signal_handler(number, windows.close)
        await windows.open(wanted)
        garbage = Garbage(loop)
        await windows.closed()
        garbage.stop()

    sys.excepthook = _bug
    threading.excepthook = _thread_bug
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(live())
    return 0


def _plain_imports() -> None:
    """PySide6 has put an import of its own in place, for `from __feature__`: not used here, and it would
    read the source of each module from now on, a tenth of the start."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _bug(_kind: type[BaseException], fault: BaseException, _trace: object) -> None:
    """Our bug in a slot: loud in the log; the show goes on."""
    _log.error("our bug", exc_info=fault)


def _thread_bug(args: threading.ExceptHookArgs) -> None:
    name = args.thread.name if args.thread is not None else "a thread"
    _log.error("our bug in %s", name, exc_info=args.exc_value)


def _loop_bug(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    _log.error("our bug in a task: %s", context.get("message"), exc_info=context.get("exception"))
