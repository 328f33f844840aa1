"""A pasted table as it is shown: the user's own cells, and what was made of those that were not plain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from hostconsole.ui.language import translate
from hostconsole.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex

MARK_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell that was guessed (`guess` is how) or, if `bad`, could not be read; `why` in words."""

    guess: str
    bad: bool
    why: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: "which" of the columns `places` is `column`, or "two" are and one was taken."""

    ask: Literal["which", "two"]
    column: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedSheet:
    """`meant` says per column what it was read as ("" for not used), `fixed` that it cannot be changed (a
    shop's own export). `rows` are (row number, is an item, cells); `marks` by (row number, column)."""

    name: str
    kind: str
    headers: tuple[str, ...]
    meant: tuple[str, ...]
    rows: tuple[tuple[int, bool, tuple[str, ...]], ...]
    items: int
    left_out: int
    marks: dict[tuple[int, int], Marked] = field(default_factory=dict)
    questions: tuple[Asked, ...] = ()
    fixed: bool = False


class PasteModel(QAbstractTableModel):
    """Row 0 is for the choosers of what a column means; the user's rows follow."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: PastedSheet | None = None

    def show_sheet(self, sheet: PastedSheet) -> None:
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._sheet is None or not index.isValid() or index.row() == 0:
            return None
        number, is_item, cells = self._sheet.rows[index.row() - 1]
        mark = self._sheet.marks.get((number, index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            text = cells[index.column()] if index.column() < len(cells) else ""
            return " ".join(text[:200].split())
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.ToolTipRole:
            if mark is not None:
                return mark.why
            return None if is_item else translate("Paste", "This row is no item.")
        if role == Qt.ItemDataRole.ForegroundRole and not (is_item and self._sheet.meant[index.column()]):
            return colour("faint")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._sheet is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._sheet.headers[section] or "–"
        return "" if section == 0 else str(self._sheet.rows[section - 1][0])


class MarkDelegate(QStyledItemDelegate):
    """Outlines what was guessed or could not be read; the guess stands behind the cell's words, in grey."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        mark = index.data(MARK_ROLE)
        if not isinstance(mark, Marked):
            return
        box: QRect = option.rect
        painter.save()
        painter.setPen(QPen(colour("bad" if mark.bad else "waiting"), 1.5))
        painter.drawRoundedRect(box.adjusted(2, 2, -3, -3), 4, 4)
        if mark.guess:
            metrics = option.fontMetrics
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            left = min(metrics.horizontalAdvance(text) + 22, box.width() // 2)
            room = box.adjusted(left, 0, -8, 0)
            painter.setPen(colour("faint"))
            words = metrics.elidedText(f"→ {mark.guess}", Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), words)
        painter.restore()
