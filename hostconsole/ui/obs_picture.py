"""The picture of the one tick that lets the console in: OBS's menu and the dialog behind it, drawn, so that
it is sharp at any scale and speaks the language of the windows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hostconsole.ui.language import translate
from hostconsole.ui.shapes import paint_shape
from hostconsole.ui.theme import base_font, colour

WIDTH, HEIGHT = 400.0, 326.0
"""The picture's own measures; it is drawn as large as there is room."""

_EDGE = QColor("#5a6578")
_GROUND = QColor("#1f2530")
_FIELD = QColor("#141920")
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE


class TickPicture(QWidget):
    """`port`: what OBS's server is set to."""

    def __init__(self) -> None:
        super().__init__()
        self._port = 4455
        self._scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(
            translate("Obs", "In OBS: Tools, WebSocket Server Settings, tick 'Enable WebSocket server', OK")
        )
        self.update()

    def show_port(self, port: int) -> None:
        self._port = port
        self.update()

    def rescale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * self._scale), round(HEIGHT * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        factor = min(self.width() / WIDTH, self.height() / HEIGHT)
        painter.translate((self.width() - WIDTH * factor) / 2, 0)
        painter.scale(factor, factor)
        self._paint_menu(painter)
        self._paint_dialog(painter)

    def _paint_menu(self, painter: QPainter) -> None:
        """OBS's row of menus with Tools open, and the entry that is meant."""
        _box(painter, QRectF(0, 0, WIDTH, 96), _GROUND)
        _write(painter, QRectF(12, 4, 240, 22), translate("Obs", "Profile     Scene Collection"), "faint")
        tools = QRectF(206, 4, 62, 22)
        _fill(painter, tools, colour("hover"))
        _write(painter, tools.adjusted(10, 0, 0, 0), translate("Obs", "Tools"))
        _write(painter, QRectF(284, 4, 100, 22), translate("Obs", "Help"), "faint")
        drop = QRectF(206, 28, 186, 60)
        _box(painter, drop, _FIELD)
        _write(painter, QRectF(216, 32, 170, 22), translate("Obs", "Scripts"), "faint")
        entry = QRectF(209, 56, 180, 28)
        _fill(painter, entry, colour("next_ground"))
        _write(painter, entry.adjusted(7, 0, 0, 0), translate("Obs", "WebSocket Server Settings"))
        _number(painter, QPointF(190, 70), "1")

    def _paint_dialog(self, painter: QPainter) -> None:
        box = QRectF(0, 108, WIDTH, 216)
        _box(painter, box, _GROUND)
        _write(painter, QRectF(14, 114, 360, 22), translate("Obs", "WebSocket Server Settings"), "soft")
        ring = QRectF(14, 142, WIDTH - 28, 40)
        _fill(painter, ring, colour("next_ground"))
        painter.setPen(QPen(colour("next"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, 6, 6)
        _tick(painter, QPointF(60, 154))
        words = translate("Obs", "Enable WebSocket server")
        _write(painter, QRectF(84, 142, 280, 40), words, "text", bold=True)
        _number(painter, QPointF(36, 162), "2")
        _write(painter, QRectF(24, 194, 130, 24), translate("Obs", "Server Port"), "faint")
        _field(painter, QRectF(160, 194, 100, 24), str(self._port))
        _tick(painter, QPointF(24, 230), quiet=True)
        _write(painter, QRectF(48, 224, 240, 28), translate("Obs", "Enable Authentication"), "faint")
        _write(painter, QRectF(24, 256, 130, 24), translate("Obs", "Server Password"), "faint")
        _field(painter, QRectF(160, 256, 160, 24), "●●●●●●●●●●")
        button = QRectF(298, 290, 84, 26)
        _fill(painter, button, colour("raised"))
        painter.setPen(QPen(colour("next"), 2))
        painter.drawRoundedRect(button, 5, 5)
        _write(painter, button, translate("Obs", "OK"), "text", flags=Qt.AlignmentFlag.AlignCenter)
        _number(painter, QPointF(278, 303), "3")


def _box(painter: QPainter, box: QRectF, ground: QColor) -> None:
    painter.setPen(QPen(_EDGE, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _fill(painter: QPainter, box: QRectF, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 5, 5)


def _field(painter: QPainter, box: QRectF, text: str) -> None:
    _box(painter, box, _FIELD)
    _write(painter, box.adjusted(8, 0, -4, 0), text, "faint")


def _tick(painter: QPainter, corner: QPointF, *, quiet: bool = False) -> None:
    box = QRectF(corner.x(), corner.y(), 16, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("raised" if quiet else "next"))
    painter.drawRoundedRect(box, 3, 3)
    tone = colour("faint" if quiet else "on_next")
    paint_shape(painter, box.adjusted(1, 1, -1, -1), shape="check", colour=tone)


def _number(painter: QPainter, middle: QPointF, text: str) -> None:
    """Where to click, in which order."""
    box = QRectF(middle.x() - 11, middle.y() - 11, 22, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("waiting"))
    painter.drawEllipse(box)
    _write(painter, box, text, "on_next", bold=True, flags=Qt.AlignmentFlag.AlignCenter)


def _write(
    painter: QPainter,
    box: QRectF,
    text: str,
    tone: str = "text",
    *,
    bold: bool = False,
    flags: Qt.AlignmentFlag = _LEFT,
) -> None:
    """In the picture's own size; a longer word of another language is made narrower, never cut."""
    font = base_font()
    font.setPixelSize(13)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(text)
    if wide > box.width():
        font.setPixelSize(max(9, int(13 * box.width() / wide)))
        painter.setFont(font)
    painter.setPen(colour(tone))
    painter.drawText(box, int(flags.value), text)
