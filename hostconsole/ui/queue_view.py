"""The queue's table: rows painted by their status, the link number largest."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hostconsole.ui.queue_model import MISSING_ROLE, ROW_ROLE, Column, QueueModel
from hostconsole.ui.queue_rows import SHAPES, TONES, QueueRow
from hostconsole.ui.shapes import Shape, paint_shape
from hostconsole.ui.theme import base_font, colour

_PAD = 6
_WIDTHS = {Column.STATE: 28, Column.LINK: 44, Column.PRICE: 66, Column.LEFT: 70, Column.TIMES: 48}
_WIDEST_PRICE = 112
"""Logical pixels at scale 1."""
_SMALLEST_TYPE = 10
_ROUNDING = 2
"""An advance is a whole number, and … is set by the exact one."""

_GROUNDS = {"on_air": "on_air_ground", "next": "next_ground"}


class QueueDelegate(QStyledItemDelegate):
    """Paints a cell: ground by status, texts in the status's colour, figures right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scale = 1.0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, QueueRow):
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        self._ground(painter, box, row, selected=bool(state & QStyle.StateFlag.State_Selected))
        column = Column(index.column())
        if column == Column.STATE:
            self._state(painter, box, row, missing=bool(index.data(MISSING_ROLE)))
        else:
            self._words(painter, box, index, row, font)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, row: QueueRow, *, selected: bool) -> None:
        if row.status in _GROUNDS:
            painter.fillRect(box, colour(_GROUNDS[row.status]))
        if selected:
            veil = QColor(255, 255, 255, 26)
            painter.fillRect(box, veil)

    def _state(self, painter: QPainter, box: QRect, row: QueueRow, *, missing: bool) -> None:
        """The row's status; a scene that OBS does not have is more urgent than that."""
        side = round(15 * self.scale)
        if row.status in _GROUNDS:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colour(TONES[row.status]))
        left, top = box.center().x() - side / 2 + 1, box.center().y() - side / 2 + 1
        shape: Shape = "warn" if missing else SHAPES[row.status]
        tone = "bad" if missing else TONES[row.status]
        paint_shape(painter, QRectF(left, top, side, side), shape=shape, colour=colour(tone))

    def _words(
        self,
        painter: QPainter,
        box: QRect,
        index: QModelIndex | QPersistentModelIndex,
        row: QueueRow,
        font: QFont,
    ) -> None:
        column = Column(index.column())
        missing = column <= Column.TITLE and bool(index.data(MISSING_ROLE))
        painter.setPen(colour("bad" if missing else _tone(row, column)))
        pad = round(_PAD * self.scale)
        room = box.adjusted(pad, 0, -pad, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        font = self._font(font, row, column)
        painter.setFont(font if column == Column.TITLE else _whole(font, text, room.width()))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(room, int(align.value), shown)
        if column == Column.LINK and row.link_up:
            dot = round(6 * self.scale)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("fine"))
            painter.drawEllipse(QRect(box.left() + 1, box.center().y() - dot // 2, dot, dot))

    def _font(self, base: QFont, row: QueueRow, column: Column) -> QFont:
        font = QFont(base)
        if column == Column.LINK:
            font.setPixelSize(round(base.pixelSize() * 1.45))
            font.setWeight(QFont.Weight.DemiBold)
        elif column == Column.TIMES:
            font.setPixelSize(max(11, round(base.pixelSize() * 0.9)))
        if row.status == "on_air" and column in (Column.TITLE, Column.PRICE, Column.LEFT):
            font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(row.status == "skipped" and column == Column.TITLE)
        return font


def _whole(font: QFont, text: str, width: int) -> QFont:
    """The font, smaller where a figure would lose a digit otherwise."""
    needed = QFontMetrics(font).horizontalAdvance(text) + _ROUNDING
    if needed > width > 0:
        font.setPixelSize(max(_SMALLEST_TYPE, font.pixelSize() * width // needed))
    return font


def _tone(row: QueueRow, column: Column) -> str:
    if row.status in ("skipped", "aired"):
        return "bad" if column == Column.LEFT and row.left_tone == "bad" else "faint"
    if column == Column.LEFT:
        return row.left_tone
    if column == Column.TIMES:
        return "soft"
    if column == Column.LINK and row.status in _GROUNDS:
        return TONES[row.status]
    return "soft" if row.kind == "segment" and row.status == "waiting" else "text"


class QueueView(QTableView):
    """`chosen(item)`: double click (never a take). `menu_asked(item, x, y)` in the view's coordinates."""

    chosen = Signal(str)
    menu_asked = Signal(str, object)

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self._queue = model
        self.setObjectName("queue")
        self.setModel(model)
        self._delegate = QueueDelegate(self)
        self._price_widths: dict[str, int] = {}
        self.setItemDelegate(self._delegate)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.doubleClicked.connect(self._choose)
        self.open_lock(False)
        self.rescale(1.0)

    def open_lock(self, open_: bool) -> None:
        """Rows can be dragged only while the lock is open."""
        self.setDragEnabled(open_)
        self.setAcceptDrops(open_)

    def rescale(self, scale: float) -> None:
        self._delegate.scale = scale
        self.verticalHeader().setDefaultSectionSize(round(33 * scale))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(10)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, round(width * scale))
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self._price_widths.clear()
        self.fit_prices()

    def fit_prices(self) -> None:
        """The column of the prices is as wide as the longest of them, to a bound. Told after every act: a
        price is measured once."""
        scale, widths = self._delegate.scale, self._price_widths
        prices = {row.price for row in self._queue.rows}
        if new := prices - widths.keys():
            font = base_font(scale)
            font.setWeight(QFont.Weight.DemiBold)  # as on air, so that a take moves no column
            metrics = QFontMetrics(font)
            widths.update((price, metrics.horizontalAdvance(price)) for price in new)
        needed = max((widths[price] for price in prices), default=0) + _ROUNDING + 2 * round(_PAD * scale)
        usual, widest = round(_WIDTHS[Column.PRICE] * scale), round(_WIDEST_PRICE * scale)
        width, header = max(usual, min(needed, widest)), self.horizontalHeader()
        if header.sectionSize(Column.PRICE) != width:
            header.resizeSection(Column.PRICE, width)

    def current_key(self) -> str | None:
        index = self.currentIndex()
        return self._queue.rows[index.row()].key if index.isValid() else None

    def select_key(self, key: str | None) -> None:
        """Puts the cursor on a row and brings it into view."""
        place = self._queue.place(key) if key else None
        if place is not None:
            index = self._queue.index(place, Column.TITLE)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def show_only(self, words: str) -> int:
        """Hides the rows that do not match; how many are left. A link number means that link alone."""
        needle = unicodedata.normalize("NFKC", words).strip().lower()
        by_number = any(row.link_no == needle for row in self._queue.rows)
        shown = 0
        for number, row in enumerate(self._queue.rows):
            text = row.link_no == needle if by_number else needle in f"{row.title} {row.sku}".lower()
            fits = not needle or text
            self.setRowHidden(number, not fits)
            shown += fits
        return shown

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._queue.rows[index.row()].key)

    def _ask_menu(self, point: object) -> None:
        key = self.current_key()
        if key is not None:
            self.menu_asked.emit(key, point)
