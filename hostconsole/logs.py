"""Where the program's own messages go: `console.log` in the data directory, bugs loud, secrets never."""

from __future__ import annotations

import logging
import logging.handlers
import sys
import time
from collections.abc import Callable
from pathlib import Path

FILE_NAME = "console.log"
_LARGEST = 5_000_000
_KEPT = 3
_LINE = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s"


class Line(logging.Formatter):
    """A line of the log, a fault's trace included, without what `hide` takes out of it: the words of a fault
    may repeat what it met."""

    def __init__(self) -> None:
        super().__init__(_LINE, "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime  # the session log's times are UTC too
        self.hide: Callable[[str], str] = lambda text: text

    def format(self, record: logging.LogRecord) -> str:
        return self.hide(super().format(record))


def log_to(directory: Path) -> Line:
    """Messages of the program and of libraries to the file; warnings and worse to standard error too. What
    they look like is given back, to be told what to hide."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)]
    handlers[0].setLevel(logging.WARNING)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handlers.append(
            logging.handlers.RotatingFileHandler(
                directory / FILE_NAME, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
            )
        )
    except OSError as fault:
        sys.stderr.write(f"hostconsole: no log file: {fault}\n")
    line = Line()
    for handler in handlers:
        handler.setFormatter(line)
    logging.basicConfig(level=logging.INFO, handlers=handlers, force=True)
    logging.raiseExceptions = False  # a full disk must not print tracebacks at the user
    return line
