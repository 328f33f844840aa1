"""Takes the pictures. See the package's docstring."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Asia/Shanghai"

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.show.rules import Language
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow, Keeping
from hostconsole.ui.host_surface import HostLook
from hostconsole.ui.host_window import HostWindow
from hostconsole.ui.language import Speech
from hostconsole.ui.start_page import StartPage
from hostconsole.ui.theme import dress
from hostconsole.ui.ticker import Ticker
from tests.shots.aside import hint, rehearsal, strip_and_bar
from tests.shots.evening import STATES, Evening

DOCUMENTS = Path(__file__).parents[2] / "docs" / "shots"
SIZES = ((1280, 720), (1440, 900), (1920, 1080), (3840, 2160))
LANGUAGES: tuple[Language, ...] = ("en", "zh")

SHOWN = (
    ("console", "live", "en", (1440, 900)),
    ("console", "live", "zh", (1440, 900)),
    ("prepare", "ready", "en", (1440, 900)),
    ("prepare", "ready", "zh", (1440, 900)),
    ("host", "live", "en", (1920, 1080)),
    ("host", "live", "zh", (1920, 1080)),
    ("host", "opening", "zh", (1920, 1080)),
    ("start", "ready", "en", (1040, 620)),
    ("start", "ready", "zh", (1040, 620)),
    *((window, state, language, size) for language in LANGUAGES for window, state, size in (
        ("hint", "trying", (1440, 900)),
        ("rehearsal", "ready", (600, 660)),
        ("aside", "live", (600, 330)),
        ("keys", "live", (1440, 900)),
        ("solo", "live", (760, 900)),
        ("handover", "live", (1440, 900)),
        ("console", "ended", (1440, 900)),
    )),
)  # fmt: skip
"""What the documents show: window, state, language, size."""


class Studio:
    """Takes one picture after another with the same application."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._app = QApplication(["shots"])
        dress(self._app)
        self._speech = Speech(self._app, "en")
        self._picture = _thermos(Path(tempfile.mkdtemp()) / "thermos.png")

    def take(self, window: str, state: str, language: Language, size: tuple[int, int]) -> None:
        self._speech.speak(language)
        evening = Evening(language, picture=self._picture)
        STATES[state](evening)
        make = {"host": self._host, "start": self._start, "aside": strip_and_bar, "rehearsal": rehearsal}
        widget = make.get(window, self._console)(evening)
        if isinstance(widget, ConsoleWindow):
            widget.show_room("prepare" if window == "prepare" else "live")
            widget.set_solo(window == "solo")
        widget.resize(*size)
        widget.show()
        if isinstance(widget, ConsoleWindow):
            self._lay_over(window, widget)
        for _ in range(4):
            self._app.processEvents()
        name = "card" if (window, state) == ("host", "live") else state
        widget.grab().save(str(self._folder / f"{window}-{name}-{language}-{size[0]}x{size[1]}.png"))
        widget.hide()
        widget.deleteLater()

    def _lay_over(self, name: str, window: ConsoleWindow) -> None:
        """What stands over the console in this picture."""
        self._app.processEvents()
        if name == "hint":
            hint(window)
        elif name == "keys":
            window.act("desk.keys", {})
        elif name == "handover":
            window.live.handover.open()

    def _console(self, evening: Evening) -> QWidget:
        keeping = Keeping(
            remember=lambda _name, _value: None,
            recall=lambda _name: None,
            save_keys=lambda _keys: None,
            save_language=lambda _language: None,
        )
        window = ConsoleWindow(
            bridge=Bridge(show=evening.show, rules=evening.rules),
            ticker=Ticker(),
            keys=KeyTable.build(),
            speech=self._speech,
            keeping=keeping,
        )
        window.rooms.show_findings(evening.findings, evening.columns)
        return window

    def _host(self, evening: Evening) -> QWidget:
        window = HostWindow(
            Bridge(show=evening.show, rules=evening.rules),
            rules=evening.rules,
            remember=lambda _name, _value: None,
            recall=lambda _name: None,
            tell=lambda _shown, _why: None,
            look=HostLook(),
        )
        window.setMinimumSize(10, 10)
        return window

    def _start(self, evening: Evening) -> QWidget:
        page = StartPage()
        page.show_last(evening.show.state.plan.name)
        return page


def _thermos(path: Path) -> Path:
    """A picture of a product, drawn here."""
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#d8cfc0"))
    painter = QPainter(image)
    painter.fillRect(200, 160, 200, 520, QColor("#5d7f92"))
    painter.fillRect(215, 90, 170, 80, QColor("#2f3b42"))
    painter.end()
    image.save(str(path))
    return path


def main(words: list[str]) -> None:
    time.tzset()  # something may have asked for the time before the zone was set
    if not words:
        studio = Studio(DOCUMENTS)
        for shot in SHOWN:
            studio.take(*shot)
        return
    studio = Studio(Path(words[0]))
    for language in LANGUAGES:
        for size in SIZES:
            for state in STATES:
                studio.take("console", state, language, size)
                studio.take("host", state, language, size)
            studio.take("prepare", "ready", language, size)
            studio.take("hint", "trying", language, size)
            for window in ("keys", "handover", "solo"):
                studio.take(window, "live", language, size)
        studio.take("start", "ready", language, (1040, 620))
        studio.take("rehearsal", "ready", language, (600, 660))
        studio.take("aside", "live", language, (600, 330))


if __name__ == "__main__":
    main(sys.argv[1:])
