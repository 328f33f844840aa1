"""A page of Qt's rich text with drawings in it, painted on paper (PDF) or as one long picture (PNG).

Needs no display: without one Qt's offscreen platform paints just as well. The drawings are the report's own
SVG, painted as vectors.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from hostconsole.report.drawing import FONT
from hostconsole.show.errors import Trouble

_DRAWING = QTextFormat.ObjectTypes.UserObject + 1
_PLACE = QTextFormat.Property.UserProperty + 1
_CSS_DPI = 96
_HEADER, _FOOTER = 26, 22
_TALLEST_PX = 32_000
"""Pixels: no image of Qt is taller than 32,767."""
_COARSEST = 0.8

FAMILIES = ("Inter", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif")


def ready_to_paint() -> QGuiApplication:
    """The application that fonts need; made here, without windows, where none runs."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a display may be named that is not there
    return QGuiApplication([sys.argv[0] or "hostconsole"])


def _font() -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(12)
    local_forms = QFont.Tag.fromString("locl")
    if local_forms is not None:
        font.setFeature(local_forms, 0)  # Noto CJK's local figures have no letters in a PDF's text
    return font


class _Drawings(QPyTextObject):
    """Draws the SVGs of a document where their marks stand, as wide as the text."""

    def __init__(self, parent: QObject, drawings: Sequence[str], width: float) -> None:
        super().__init__(parent)
        self._width = width
        known = set(QFontDatabase.families())
        family = next((name for name in FAMILIES if name in known), "sans-serif")
        self._renderers = [
            QSvgRenderer(QByteArray(drawing.replace(FONT, family).encode())) for drawing in drawings
        ]  # Qt's SVG takes one family where browsers take a list

    def _renderer(self, format_: QTextFormat) -> QSvgRenderer:
        return self._renderers[int(str(format_.property(_PLACE)))]

    def intrinsicSize(self, doc: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        size = QSizeF(self._renderer(format_).defaultSize())
        share = min(1.0, self._width / size.width()) if size.width() else 1.0
        wide = self._width if size.width() > 600 else size.width() * share
        return QSizeF(wide, size.height() * wide / size.width() if size.width() else 0)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        self._renderer(format_).render(painter, QRectF(rect))


class Paper:
    """`html` is of Qt's subset; "{token}0", "{token}1" … in it stand where `drawings` go (`mark`)."""

    def __init__(self, *, width: float, drawings: Sequence[str]) -> None:
        self._app = ready_to_paint()
        self._token = secrets.token_hex(8)
        self._drawings = drawings
        self._doc = QTextDocument()
        self._doc.setUseDesignMetrics(True)
        self._doc.setDocumentMargin(0)
        self._doc.setDefaultFont(_font())
        self._doc.setTextWidth(width)
        self._painter = _Drawings(self._doc, drawings, width)
        self._doc.documentLayout().registerHandler(_DRAWING, self._painter)

    def mark(self, place: int) -> str:
        """What to write where the drawing at `place` goes."""
        return f"{self._token}:{place}:"

    def fill(self, html: str) -> None:
        """Lays the page out. Called once."""
        self._doc.setHtml(html)
        for place in range(len(self._drawings)):
            cursor = self._doc.find(self.mark(place))
            if not cursor.isNull():
                self._put(cursor, place)

    def _put(self, cursor: QTextCursor, place: int) -> None:
        format_ = QTextCharFormat()
        format_.setObjectType(_DRAWING)
        format_.setProperty(_PLACE, place)
        cursor.insertText("\ufffc", format_)

    def write_pdf(self, path: Path, *, title: str, running: str) -> None:
        """A4 across; `running` stands on every page. Raises OSError if the disk refuses."""
        path.open("wb").close()  # the writer tells of no error; this does
        writer = QPdfWriter(str(path))
        writer.setTitle(title)
        writer.setCreator("Host Console")
        writer.setResolution(300)
        layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(12, 10, 12, 10),
            QPageLayout.Unit.Millimeter,
        )  # fmt: skip
        writer.setPageLayout(layout)
        scale = writer.resolution() / _CSS_DPI
        wide, high = writer.width() / scale, writer.height() / scale
        room = high - _HEADER - _FOOTER
        self._doc.setPageSize(QSizeF(wide, room))
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(f"{path.name} cannot be painted")
        try:
            painter.scale(scale, scale)
            for page in range(self._doc.pageCount()):
                if page:
                    writer.newPage()
                self._paint_page(painter, page, QSizeF(wide, room), running)
        finally:
            painter.end()
        if path.stat().st_size == 0:
            raise OSError(f"{path.name} was left empty: the disk took nothing")

    def _paint_page(self, painter: QPainter, page: int, size: QSizeF, running: str) -> None:
        painter.save()
        painter.translate(0, _HEADER - page * size.height())
        # a little short of the page: the ground of a cell that begins the next one reaches into this
        area = QRectF(0, page * size.height(), size.width(), size.height() - 2)
        painter.setClipRect(area)
        how = QAbstractTextDocumentLayout.PaintContext()
        how.clip = area
        self._doc.documentLayout().draw(painter, how)
        painter.restore()
        font = QFont(self._doc.defaultFont())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor("#5b6675"))
        head = QRectF(0, 0, size.width(), _HEADER - 8)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, running)
        foot = QRectF(0, _HEADER + size.height(), size.width(), _FOOTER)
        number = f"{page + 1} / {self._doc.pageCount()}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)

    def write_png(self, path: Path, *, scale: float, margin: float) -> None:
        """One picture as long as the text, coarser than `scale` where it would be too long for an image.
        Raises OSError if the disk refuses, Trouble "export_failed" if nobody could read it any more."""
        size = self._doc.size()
        scale = min(scale, _TALLEST_PX / (size.height() + 2 * margin))
        wide, high = round((size.width() + 2 * margin) * scale), round((size.height() + 2 * margin) * scale)
        if scale < _COARSEST:
            raise Trouble("export_failed", "The picture would be too long: export .pdf or .html instead.")
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.translate(margin, margin)
            self._doc.drawContents(painter)
        finally:
            painter.end()
        if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
            raise OSError(f"{path.name} cannot be written")
