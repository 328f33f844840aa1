"""Long work in processes of their own (beside.py): the console's own verbs, with progress and a way to stop.

A night's figures, a painter or ffmpeg can then neither hold up the main thread nor take the show down.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from hostconsole.beside import STOP, VARIABLE

_log = logging.getLogger(__name__)

KILL_AFTER_MS = 5_000
"""A process that was told to stop and has not by then is ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What an errand came to. `out` is what it printed; `why` the line on standard error, "" if all went
    well; `stopped`: a person stopped it."""

    ok: bool
    out: str
    why: str
    stopped: bool = False

    def answer(self) -> dict[str, object]:
        """The JSON object it printed last; {} if it printed none."""
        lines = self.out.strip().splitlines()
        try:
            found = json.loads(lines[-1]) if lines else {}
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


Then = Callable[[Done], None]
Ended = Callable[["Errand", Done], None]


class Errand(QObject):
    """One process. `progressed(share 0..1, what)`; `ended(errand, done)` is called once, whatever happens."""

    progressed = Signal(float, str)

    def __init__(self, words: Sequence[str], *, parent: QObject, ended: Ended, then: Then) -> None:
        super().__init__(parent)
        self._ended, self.then = ended, then
        self._out: list[str] = []
        self._stopped = False
        self._over = False
        self._process = QProcess(self)
        around = QProcessEnvironment.systemEnvironment()
        around.insert(VARIABLE, "1")
        self._process.setProcessEnvironment(around)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        program, *first = command()
        self._process.start(program, [*first, *words])

    @property
    def running(self) -> bool:
        return not self._over

    def stop(self) -> None:
        """Asks it to end, once however often it is called; it leaves no half file behind."""
        if self._over or self._stopped:
            return
        self._stopped = True
        self._process.write(f"{STOP}\n".encode())
        QTimer.singleShot(KILL_AFTER_MS, self, self._kill)

    def _kill(self) -> None:
        if not self._over:
            self._process.kill()

    def wait(self, ms: int) -> None:
        """For the end of the program only."""
        if not self._over:
            self._process.waitForFinished(ms)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace")
            told = _progress(line)
            if told is None:
                self._out.append(line)
            else:
                self.progressed.emit(*told)

    def _finished(self, code: int, _status: object) -> None:
        self._read()
        rest = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        why = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        if code and not self._stopped:
            _log.warning("an errand failed with %d: %s", code, why[-2_000:])
        self._end(
            Done(ok=code == 0, out="".join(self._out) + rest, why=_last_line(why), stopped=self._stopped)
        )

    def _failed(self, fault: QProcess.ProcessError) -> None:
        if fault == QProcess.ProcessError.FailedToStart:
            self._end(Done(ok=False, out="", why=self._process.errorString()))

    def _end(self, done: Done) -> None:
        if not self._over:
            self._over = True
            self._ended(self, done)


class Errands(QObject):
    """Starts errands on one data directory, and knows which still run. Those that have ended stay its
    children: one that is deleted later, while the program waits for a process, Qt may still call."""

    def __init__(self, directory: Path) -> None:
        super().__init__()
        self._directory = directory
        self._running: list[Errand] = []

    def start(self, *words: str, then: Then) -> Errand:
        """Runs `hostconsole words…`; `then` is called once, on this thread."""
        words = (*words, "--data-dir", str(self._directory))
        errand = Errand(words, parent=self, ended=self._over, then=then)
        self._running.append(errand)
        return errand

    def _over(self, errand: Errand, done: Done) -> None:
        if errand in self._running:
            self._running.remove(errand)
        errand.then(done)

    def close(self, *, within_ms: int) -> None:
        """Lets what runs finish for so long, then ends it."""
        for errand in tuple(self._running):
            errand.wait(within_ms)
            errand.stop()
            errand.wait(1_000)


def command() -> list[str]:
    """How this program is called: frozen into one folder, or by its Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "hostconsole"]


def _progress(line: str) -> tuple[float, str] | None:
    """The share and the words of a line {"progress": 0.4, "what": "…"}; None for any other."""
    if not line.startswith('{"progress":'):
        return None
    try:
        told = json.loads(line)
        return float(told["progress"]), str(told.get("what", ""))
    except (ValueError, KeyError, TypeError):
        return None


def _last_line(why: str) -> str:
    lines = why.splitlines()
    return lines[-1].removeprefix("hostconsole: ") if lines else ""
