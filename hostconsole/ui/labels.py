"""Labels and small buttons that the parts are made of."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from hostconsole.ui.shapes import Shape, paint_shape
from hostconsole.ui.theme import colour


def label(role: str = "body", *, tone: str = "text", bold: bool = False, text: str = "") -> QLabel:
    """A one-line label in one of the theme's roles."""
    made = QLabel(text)
    dress_label(made, role, tone, bold)
    return made


def dress_label(made: QLabel, role: str, tone: str, bold: bool) -> None:
    """What the style sheet looks at."""
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    if bold:
        made.setProperty("weight", "bold")
    made.setTextFormat(Qt.TextFormat.PlainText)


def retone(widget: QWidget, name: str, value: str, *, deep: bool = False) -> None:
    """Sets a property that the style sheet looks at, and has it looked at again; `deep` for the widgets
    inside as well, which takes about 0.4 ms each."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    for part in (widget, *(widget.findChildren(QWidget) if deep else ())):
        part.style().unpolish(part)
        part.style().polish(part)


def set_text(widget: QLabel, text: str) -> None:
    """Sets a text only when it differs: ten times a second most do not."""
    if widget.text() != text:
        widget.setText(text)


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


_SMALLER = (1.0, 0.85, 0.75, 0.66)
"""Sizes a title is tried in before it is cut."""


class Elided(QLabel):
    """A label that ends in … when there is no room, and shows the whole text as a tooltip. `rows` > 1
    wraps first; with `shrinks` the type gets smaller, down to two thirds, before anything is cut."""

    def __init__(
        self,
        role: str = "body",
        *,
        tone: str = "text",
        bold: bool = False,
        rows: int = 1,
        shrinks: bool = False,
    ) -> None:
        super().__init__()
        dress_label(self, role, tone, bold)
        self._rows = rows
        self._sizes = _SMALLER if shrinks else (1.0,)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.lineSpacing() * self._rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing() * self._rows)

    def shown(self) -> str:
        """The text as it is painted, with its … if it is cut."""
        return self._fitted()[1]

    def _fitted(self) -> tuple[QFont, str]:
        """The largest type in which all of it can be read, else the smallest and what is left of the text."""
        room, font = self.contentsRect(), QFont(self.font())
        for size in self._sizes:
            font.setPixelSize(round(self.font().pixelSize() * size))
            if self._is_whole(QFontMetrics(font), room):
                return font, self.text()
        metrics, rows = QFontMetrics(font), max(self._rows, room.height() // QFontMetrics(font).lineSpacing())
        rows = rows if self._rows > 1 else 1
        width = room.width() * rows - metrics.averageCharWidth() * 3 * (rows - 1)
        return font, metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(0, width))

    def _is_whole(self, metrics: QFontMetrics, room: QRect) -> bool:
        if self._rows == 1:
            return metrics.horizontalAdvance(self.text()) <= room.width()
        flags = Qt.TextFlag.TextWordWrap.value
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, self.text())
        return needed.width() <= room.width() and needed.height() <= room.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, shown = self._fitted()
        self.setToolTip(self.text() if shown != self.text() else "")
        flags = int(self.alignment().value)
        if self._rows > 1:
            flags |= int(Qt.TextFlag.TextWordWrap.value)
        painter.setFont(font)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), flags, shown)


class KeyButton(QPushButton):
    """A button that shows its key beside its name, quietly. One line: name left, key right."""

    def __init__(
        self, *, kind: str = "", shape: Shape = "none", tone: str = "soft", hint_first: bool = False
    ) -> None:
        super().__init__()
        self._hint = ""
        self._shape: Shape = shape
        self._tone = tone
        self._hint_first = hint_first
        self.setAutoRepeat(False)
        self.setAutoDefault(False)
        if kind:
            self.setProperty("kind", kind)

    @property
    def hint(self) -> str:
        return self._hint

    def set_hint(self, keys: str) -> None:
        """The key as it is written on the button, "" for none."""
        if keys != self._hint:
            self._hint = keys
            self.updateGeometry()
            self.update()

    def set_shape(self, shape: Shape, tone: str) -> None:
        self._shape, self._tone = shape, tone
        self.update()

    def sizeHint(self) -> QSize:
        base = super().sizeHint()
        if self.property("kind") == "icon":
            base.setWidth(self.fontMetrics().horizontalAdvance(self.text()) + self.fontMetrics().height())
        gap = self.fontMetrics().averageCharWidth()
        extra = self._hint_metrics().horizontalAdvance(self._hint) + gap * 2 if self._hint else 0
        extra += round(self.fontMetrics().height() * 1.5) if self._shape != "none" else 0
        return QSize(base.width() + extra, base.height())

    def minimumSizeHint(self) -> QSize:
        high = self.fontMetrics().height()
        around = high if self.property("kind") == "icon" else high * 2
        around += round(high * 1.2) if self._shape != "none" else 0
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + around, super().sizeHint().height())

    def _hint_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._hint_font())

    def _hint_font(self) -> QFont:
        font = self.font()
        font.setPixelSize(max(10, round(font.pixelSize() * 0.79)))
        font.setWeight(QFont.Weight.Normal)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        icon = self.property("kind") == "icon"
        pad = 1 if icon else self.fontMetrics().averageCharWidth() + 2
        room = self.rect().adjusted(pad, 0, -pad, 0)
        if self._shape != "none":
            room = self._paint_shape(painter, room)
        if self._hint and self.height() > self.fontMetrics().height() * 2.25:
            self._paint_stacked(painter, room)
        elif self._hint_first:
            self._paint_after_hint(painter, room)
        else:
            self._paint_beside(painter, room, pad)

    def _paint_stacked(self, painter: QPainter, room: QRect) -> None:
        """A tall button: its name, and the key below."""
        middle = room.center().y()
        upper = QRect(room.left(), room.top(), room.width(), middle - room.top() + room.height() // 8)
        lower = QRect(room.left(), upper.bottom(), room.width(), room.bottom() - upper.bottom())
        across = Qt.AlignmentFlag.AlignHCenter
        self._write(painter, upper, self.text(), across | Qt.AlignmentFlag.AlignBottom)
        self._write(painter, lower, self._hint, across | Qt.AlignmentFlag.AlignTop, hint=True)

    def _paint_after_hint(self, painter: QPainter, room: QRect) -> None:
        """A short key first, as on a keyboard's own row: it is never the one that is cut."""
        wide = self._hint_metrics().horizontalAdvance("0") + 8 if self._hint else 0
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._write(painter, room, self._hint, left, hint=True)
        self._write(painter, room.adjusted(wide, 0, 0, 0), self.text(), left)

    def _paint_beside(self, painter: QPainter, room: QRect, pad: int) -> None:
        name = self.fontMetrics().horizontalAdvance(self.text())
        hint = self._hint_metrics().horizontalAdvance(self._hint)
        fits = bool(self._hint) and name + hint + pad <= room.width()
        side = Qt.AlignmentFlag.AlignLeft if fits or self._shape != "none" else Qt.AlignmentFlag.AlignHCenter
        self._write(painter, room, self.text(), side | Qt.AlignmentFlag.AlignVCenter)
        if fits:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._write(painter, room, self._hint, right, hint=True)

    def _write(
        self, painter: QPainter, room: QRect, text: str, align: Qt.AlignmentFlag, *, hint: bool = False
    ) -> None:
        painter.setFont(self._hint_font() if hint else self.font())
        pen = self.palette().color(self.foregroundRole())
        if hint and self.isEnabled():
            pen = colour("on_next" if self.property("kind") == "take" else "faint")
        painter.setPen(pen)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(align.value), shown)

    def _paint_shape(self, painter: QPainter, room: QRect) -> QRect:
        side = self.fontMetrics().height() * 0.8
        top = (self.height() - side) / 2
        tone = colour("faint" if not self.isEnabled() else self._tone)
        paint_shape(painter, QRectF(room.left(), top, side, side), shape=self._shape, colour=tone)
        return room.adjusted(round(side * 1.5), 0, 0, 0)
