"""Controls of the settings: one of a few, one of a list, a number in steps; by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.theme import colour


class Choice(QWidget):
    """One of a few values, all in sight; `chosen(value)` when a person takes another."""

    chosen = Signal(str)

    def __init__(self, values: Sequence[str]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, KeyButton] = {}
        for value in values:
            button = KeyButton(kind="room")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, mine=value: self.chosen.emit(mine))
            self._group.addButton(button)
            self.buttons[value] = button
            line.addWidget(button)
        line.addStretch(1)

    def name(self, texts: Sequence[str], *, about: str) -> None:
        """The values' names in the windows' language; `about` is what is chosen."""
        for button, text in zip(self.buttons.values(), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(f"{about}: {text}")

    def show_value(self, value: str) -> None:
        if value in self.buttons:
            self.buttons[value].setChecked(True)

    def value(self) -> str:
        return next((value for value, button in self.buttons.items() if button.isChecked()), "")


class DropDown(QComboBox):
    """A list that opens, with a sign that says so (a style sheet takes Qt's own away)."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.fontMetrics().height() * 0.28
        x, y = self.width() - size * 3.2, self.height() / 2 - size * 0.4
        painter.setPen(QPen(colour("soft" if self.isEnabled() else "edge"), 1.6))
        points = [QPointF(x - size, y), QPointF(x, y + size), QPointF(x + size, y)]
        painter.drawPolyline(QPolygonF(points))


class Stepper(QWidget):
    """A number between `least` and `most` in steps; `changed(number)` when a person moves it. Up and Down
    step too. `write` says the number as text."""

    changed = Signal(float)

    def __init__(self, *, least: float, most: float, step: float, write: Callable[[float], str]) -> None:
        super().__init__()
        self._least, self._most, self._step, self._write = least, most, step, write
        self._value = least
        self.less, self.more = KeyButton(), KeyButton()
        self.less.setText("−")
        self.more.setText("+")
        self._shown = label("strong", bold=True)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for part in (self.less, self._shown, self.more):
            line.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.less.clicked.connect(lambda: self._move(-1))
        self.more.clicked.connect(lambda: self._move(1))

    def name(self, about: str) -> None:
        self.less.setAccessibleName(f"{about} −")
        self.more.setAccessibleName(f"{about} +")

    def show_value(self, value: float) -> None:
        self._value = value
        self._shown.setText(self._write(value))
        self.less.setEnabled(value > self._least + self._step / 100)
        self.more.setEnabled(value < self._most - self._step / 100)

    def rescale(self, scale: float) -> None:
        self._shown.setFixedWidth(round(76 * scale))

    def value(self) -> float:
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        # Counted in whole steps: added tenths would end in 1.4999.
        wanted = (round(self._value / self._step) + by) * self._step
        value = round(min(self._most, max(self._least, wanted)), 3)
        if value != self._value:
            self.show_value(value)
            self.changed.emit(value)
