"""The shapes of the states, drawn rather than typed, so that no font has to know them.

Every state is told by its shape and, beside it, by its colour: a colour-blind eye misses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

Shape = Literal[
    "disc", "half", "cross", "ring", "check", "hand", "square", "play", "box", "warn", "undo", "skip",
    "dash", "lock", "unlock", "none"
]  # fmt: skip


def paint_shape(painter: QPainter, box: QRectF, *, shape: Shape, colour: QColor) -> None:
    """Draws a shape to fill `box`, a square."""
    if shape == "none":
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    pen = QPen(colour, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[shape](painter, colour)
    painter.restore()


def pixmap(shape: Shape, colour: QColor, *, size: int, ratio: float = 1.0) -> QPixmap:
    """A shape of `size` logical pixels."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_shape(painter, QRectF(0, 0, size, size), shape=shape, colour=colour)
    painter.end()
    return picture


def icon(shape: Shape, colour: QColor) -> QIcon:
    return QIcon(pixmap(shape, colour, size=32, ratio=2.0))


def _filled(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)


def _disc(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawEllipse(QRectF(3, 3, 10, 10))


def _half(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QRectF(3, 3, 10, 10))
    _filled(painter, colour)
    painter.drawPie(QRectF(3, 3, 10, 10), 90 * 16, 180 * 16)


def _cross(painter: QPainter, colour: QColor) -> None:
    pen = painter.pen()
    pen.setWidthF(3.0)
    painter.setPen(pen)
    painter.drawLine(QPointF(4, 4), QPointF(12, 12))
    painter.drawLine(QPointF(12, 4), QPointF(4, 12))


def _ring(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QRectF(3.5, 3.5, 9, 9))


def _check(painter: QPainter, colour: QColor) -> None:
    painter.drawPolyline(QPolygonF([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4)]))


def _hand(painter: QPainter, colour: QColor) -> None:
    """A raised palm: this was ticked by a person."""
    pen = painter.pen()
    pen.setWidthF(2.0)
    painter.setPen(pen)
    for x, top in ((5.0, 4.0), (7.4, 2.6), (9.8, 3.2), (12.0, 5.2)):
        painter.drawLine(QPointF(x, top), QPointF(x, 9.5))
    painter.drawLine(QPointF(2.6, 8.2), QPointF(5.0, 11.0))
    _filled(painter, colour)
    palm = QPainterPath()
    palm.addRoundedRect(QRectF(4, 8.4, 9, 6.2), 2.8, 2.8)
    painter.drawPath(palm)


def _square(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour)
    painter.drawRoundedRect(QRectF(3, 3, 10, 10), 1.2, 1.2)


def _play(painter: QPainter, colour: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(4.5, 3), QPointF(13, 8), QPointF(4.5, 13)]))


def _box(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(3, 3, 10, 10), 1.2, 1.2)


def _warn(painter: QPainter, colour: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2), QPointF(15, 14), QPointF(1, 14)]))
    painter.drawLine(QPointF(8, 6.5), QPointF(8, 9.5))
    painter.drawPoint(QPointF(8, 12))


def _undo(painter: QPainter, colour: QColor) -> None:
    painter.drawArc(QRectF(4, 4.5, 9, 9), -60 * 16, 200 * 16)
    painter.drawPolyline(QPolygonF([QPointF(2.2, 4), QPointF(4.4, 8.2), QPointF(8.6, 6.4)]))


def _skip(painter: QPainter, colour: QColor) -> None:
    painter.drawEllipse(QRectF(3, 3, 10, 10))
    painter.drawLine(QPointF(5, 11), QPointF(11, 5))


def _dash(painter: QPainter, colour: QColor) -> None:
    painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8))


def _lock(painter: QPainter, colour: QColor) -> None:
    painter.drawArc(QRectF(5, 2.4, 6, 8), 0, 180 * 16)
    _filled(painter, colour)
    painter.drawRoundedRect(QRectF(3, 7, 10, 7), 1.4, 1.4)


def _unlock(painter: QPainter, colour: QColor) -> None:
    painter.drawArc(QRectF(8, 1.6, 6, 8), 20 * 16, 160 * 16)
    _filled(painter, colour)
    painter.drawRoundedRect(QRectF(2, 7, 10, 7), 1.4, 1.4)


_DRAWN: dict[Shape, Callable[[QPainter, QColor], None]] = {
    "disc": _disc, "half": _half, "cross": _cross, "ring": _ring, "check": _check, "hand": _hand,
    "square": _square, "play": _play, "box": _box, "warn": _warn, "undo": _undo, "skip": _skip, "dash": _dash,
    "lock": _lock, "unlock": _unlock,
}  # fmt: skip
