"""F1 on the host's window: its keys of this moment, in the host's language, and gone at the next key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hostconsole.keys.table import Binding, KeyTable
from hostconsole.show.rules import Language
from hostconsole.ui.host_look import HostLook

SHOWN_MS = 20_000
"""The card is not covered for longer than this."""

_ACTS: Mapping[str, tuple[str, str]] = {
    "host.space": ("看到了提示；没有提示时提词走/停", "Cue seen; without a cue: prompter run or pause"),
    "prompter.line_forward": ("提词下一行", "Prompter: a line forward"),
    "prompter.line_back": ("提词上一行", "Prompter: a line back"),
    "prompter.faster": ("提词快一点", "Prompter: faster"),
    "prompter.slower": ("提词慢一点", "Prompter: slower"),
    "prompter.top": ("提词回到开头", "Prompter: to the top"),
    "prompter.paragraph_forward": ("提词下一段", "Prompter: a paragraph forward"),
    "prompter.paragraph_back": ("提词上一段", "Prompter: a paragraph back"),
    "prompter.mark": ("提词跳到标记", "Prompter: to the next mark"),
    "prompter.toggle": ("提词走/停", "Prompter: run or pause"),
    "host.page_forward": ("下一页", "A page forward"),
    "host.page_back": ("上一页", "A page back"),
    "host.layout": ("手卡或提词", "Card or scroll"),
    "host.nothing": ("什么也不做", "Nothing"),
    "cue.ack": ("看到了提示", "Cue seen"),
}
_ON_A_CARD: Mapping[str, tuple[str, str]] = {
    "prompter.line_forward": ("下一条要点说过了", "The next point is said"),
    "prompter.line_back": ("收回上一条要点", "The last point is not said"),
}
_TITLE = ("按键", "Keys")
_CLOSE = ("F1 关闭", "F1 closes this")


def lines(bindings: Iterable[Binding], *, card: bool, language: Language) -> list[tuple[str, str]]:
    """Act and keys, for the layout that is shown. Only scrolls have lines, pages and marks."""
    found = []
    for binding in bindings:
        if binding.context != "host" or not binding.keys:
            continue
        if card and binding.command.startswith("prompter.") and binding.command not in _ON_A_CARD:
            continue
        words = (_ON_A_CARD if card else {}).get(binding.command) or _ACTS.get(binding.command)
        if words is not None:
            found.append((words[0 if language == "zh" else 1], "  ".join(binding.keys)))
    return found


class HostHelp(QWidget):
    """Covers the host's window while it is shown; `card()` says whether the card is shown."""

    def __init__(
        self, parent: QWidget, *, look: HostLook, language: Language, card: Callable[[], bool]
    ) -> None:
        super().__init__(parent)
        self._look, self._language, self._card = look, language, card
        self._bindings: tuple[Binding, ...] = KeyTable.build().bindings
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_keys(self, bindings: Iterable[Binding]) -> None:
        self._bindings = tuple(bindings)
        self.update()

    def set_look(self, look: HostLook, language: Language) -> None:
        self._look, self._language = look, language
        self.update()

    def toggle(self) -> None:
        parent = self.parentWidget()
        if self.isVisible() or parent is None:
            self.hide()
            return
        self.setGeometry(parent.rect())
        self._timer.start()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.ink.ground)
        painter.setWorldTransform(self._look.turn(self.width(), self.height()))
        canvas = self._look.canvas(painter)
        side = 0 if self._language == "zh" else 1
        unit = min(self.width() / 16, self.height() / 9) / 10
        x, width = self.width() * 0.08, self.width() * 0.84
        head = QRectF(x, unit * 6, width, unit * 8)
        canvas.text(head, _TITLE[side], px=int(unit * 5), smallest=int(unit * 2), colour=canvas.ink.blue,
                    part="help", bold=True)  # fmt: skip
        y = unit * 17
        for words, keys in lines(self._bindings, card=self._card(), language=self._language):
            for text, left, share, ink in (
                (words, x, 0.62, canvas.ink.text),
                (keys, x + width * 0.64, 0.36, canvas.ink.blue),
            ):
                room = QRectF(left, y, width * share, unit * 5)
                canvas.text(room, text, px=int(unit * 3.2), smallest=int(unit * 1.6), colour=ink, part="help")
            y += unit * 5.4
        foot = QRectF(x, self.height() - unit * 7, width, unit * 5)
        canvas.text(foot, _CLOSE[side], px=int(unit * 2.6), smallest=int(unit * 1.6), colour=canvas.ink.quiet,
                    part="help")  # fmt: skip
