"""How the plain tables of the Prepare and Review rooms look."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


@dataclass(frozen=True, slots=True)
class Columns:
    """What a model says of its columns: `titles` in the language of the windows, and which are figures, set
    to the right under a title that is too."""

    titles: Callable[[], Sequence[str]]
    figures: Collection[int]

    def header(self, section: int, orientation: Qt.Orientation, role: int) -> object:
        """What `headerData` answers."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return self.side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def side(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self.figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableView):
    """Read-only, whole rows, no grid, one column takes what room is left. `widths` at scale 1."""

    def __init__(self, model: QAbstractItemModel, *, stretch: int, widths: dict[int, int]) -> None:
        super().__init__()
        self._widths, self._stretch = widths, stretch
        self.setModel(model)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.rescale(1.0)

    def rescale(self, scale: float) -> None:
        self.verticalHeader().setDefaultSectionSize(round(30 * scale))
        header = self.horizontalHeader()
        for column, width in self._widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, round(width * scale))
        header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)
