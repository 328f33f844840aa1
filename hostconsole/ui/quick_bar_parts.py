"""The quick bar's line of text, its list of choices, and the examples it shows while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hostconsole.show.quick import Choice
from hostconsole.show.state import ItemState, State
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import count, price
from hostconsole.ui.quick_bar_texts import examples
from hostconsole.ui.shapes import Shape, paint_shape
from hostconsole.ui.texts import command_text
from hostconsole.ui.theme import base_font, colour

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter.value)
_RIGHT = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value)


class QuickLine(QLineEdit):
    """Return, Esc, arrows and Tab are the bar's own; a held Return is one Return."""

    entered = Signal()
    left = Signal()
    moved = Signal(int)
    completed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Tab:
            self.completed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False

    def allow_input_method(self, allowed: bool) -> None:
        """An input method would take digits and Enter for itself: it is on for words only."""
        if self.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) != allowed:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, allowed)
            self.updateMicroFocus(Qt.InputMethodQuery.ImEnabled)


class ChoiceList(QWidget):
    """Painted rows; `chosen(index)` on a click."""

    chosen = Signal(int)
    ROW = 32

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[Choice, ...] = ()
        self._picked = -1
        self._state = State()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    @property
    def picked(self) -> int:
        return self._picked

    def show_choices(self, choices: tuple[Choice, ...], picked: int, state: State) -> None:
        self._choices, self._picked, self._state = choices, picked, state
        self.setFixedHeight(len(choices) * self.ROW)
        self.setVisible(bool(choices))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, len(self._choices) * self.ROW)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self.ROW
        if 0 <= index < len(self._choices):
            self.chosen.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, choice in enumerate(self._choices):
            box = QRectF(0, index * self.ROW, self.width(), self.ROW)
            if index == self._picked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("next_ground"))
                painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 5, 5)
            row = self._state.items.get(choice.item)
            if row is not None:
                self._paint_item(painter, box, row)
            else:
                self._paint_command(painter, box, choice)

    def _paint_item(self, painter: QPainter, box: QRectF, row: ItemState) -> None:
        shape, tone = _mark(row, self._state)
        paint_shape(painter, QRectF(box.left() + 10, box.top() + 9, 14, 14), shape=shape, colour=colour(tone))
        painter.setFont(_font(17, bold=True))
        painter.setPen(colour("text"))
        painter.drawText(
            box.adjusted(30, 0, 0, 0).intersected(QRectF(30, 0, 52, 9999)), _RIGHT, row.item.link_no
        )
        figures = _figures(row, self._state)
        painter.setFont(_font(14))
        metrics = painter.fontMetrics()
        room = box.adjusted(98, 0, -14 - metrics.horizontalAdvance(figures) - 16, 0)
        title = metrics.elidedText(row.item.title, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.setPen(colour("faint" if row.skipped else "text"))
        painter.drawText(room, _MIDDLE, title)
        painter.setPen(colour("soft"))
        painter.drawText(box.adjusted(0, 0, -14, 0), _RIGHT, figures)

    def _paint_command(self, painter: QPainter, box: QRectF, choice: Choice) -> None:
        painter.setFont(_font(14))
        painter.setPen(colour("text"))
        painter.drawText(box.adjusted(14, 0, -220, 0), _MIDDLE, choice.fill.strip())
        painter.setPen(colour("faint"))
        painter.drawText(box.adjusted(0, 0, -14, 0), _RIGHT, command_text(choice.command))


class Examples(QWidget):
    """Two rows of what can be typed, for those who do not know it yet."""

    COLUMNS = 4
    ROW = 26

    def __init__(self) -> None:
        super().__init__()
        self._rows = -(-len(examples()) // self.COLUMNS)
        self.setFixedHeight(self._rows * self.ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width() / self.COLUMNS
        painter.setFont(_font(14))
        for index, (line, does) in enumerate(examples()):
            left = (index % self.COLUMNS) * wide
            box = QRectF(left, (index // self.COLUMNS) * self.ROW, wide - 8, self.ROW)
            painter.setPen(colour("next"))
            painter.drawText(box, _MIDDLE, line)
            used = max(44.0, painter.fontMetrics().horizontalAdvance(line) + 10.0)
            room = box.adjusted(used, 0, 0, 0)
            painter.setPen(colour("faint"))
            shown = painter.fontMetrics().elidedText(does, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, _MIDDLE, shown)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = base_font()
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def _mark(row: ItemState, state: State) -> tuple[Shape, str]:
    if state.on_air is not None and state.on_air.item.id == row.item.id:
        return "square", "on_air"
    if state.next == row.item.id:
        return "play", "next"
    if row.skipped:
        return "skip", "faint"
    return ("check", "faint") if row.airings else ("none", "faint")


def _figures(row: ItemState, state: State) -> str:
    ledger = state.stock.get(row.item.sku)
    if ledger is None:
        return ""
    left = translate("QuickBar", "left {qty}").format(qty=count(ledger.sellable))
    return f"{price(row.price, row.item.currency)}   {left}"
