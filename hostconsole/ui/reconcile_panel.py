"""Our own counts beside the platform's orders: a file is dropped on the room, or chosen; deltas first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.file_boxes import file_box
from hostconsole.ui.labels import Elided, KeyButton, label, retone, set_text
from hostconsole.ui.language import QT_TRANSLATE_NOOP, translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import DASH
from hostconsole.ui.tables import Columns, PlainTable
from hostconsole.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
Row = Mapping[str, Any]

NOTE_TEXTS: Mapping[str, str] = {
    "outside": QT_TRANSLATE_NOOP("Reconcile", "{count} order lines from before or after the show left out"),
    "undated": QT_TRANSLATE_NOOP("Reconcile", "{count} order lines without a time counted"),
    "unreadable_time": QT_TRANSLATE_NOOP(
        "Reconcile", "{count} order lines left out: their time cannot be read, such as “{text}”"
    ),
    "state": QT_TRANSLATE_NOOP("Reconcile", "{count} lines left out: state “{word}” is not known"),
    "nameless": QT_TRANSLATE_NOOP("Reconcile", "{count} units without a SKU left out"),
    "strangers": QT_TRANSLATE_NOOP("Reconcile", "Not of this show: {named}"),
    "twice": QT_TRANSLATE_NOOP("Reconcile", "{count} lines stand in the file twice: counted once"),
    "lost_sku": QT_TRANSLATE_NOOP("Reconcile", "Row {row}: the SKU {sku} has lost its last digits"),
    "no_number": QT_TRANSLATE_NOOP("Reconcile", "Row {row}: “{text}” is no number of pieces"),
    "more_rows": QT_TRANSLATE_NOOP("Reconcile", "{count} more rows cannot be read"),
}


class ReconcilePanel(Part):
    """`asked(path)`: a file was chosen. `show_result` answers it."""

    asked = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._session = ""
        self._found: Mapping[str, Any] | None = None
        self.model = _Deltas(self)
        self.table = PlainTable(
            self.model, stretch=1, widths={0: 180, 2: 90, 3: 90, 4: 90, 5: 90, 6: 90, 7: 110}
        )
        self.words = Elided("body", tone="soft")
        self.notes = label("small", tone="faint")
        self.notes.setWordWrap(True)
        self.choose = KeyButton()
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 14, 4)
        top.addWidget(self.words, 1)
        top.addWidget(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self.notes.setContentsMargins(16, 0, 16, 6)
        column.addWidget(self.notes)
        self.choose.clicked.connect(self._choose)
        self.retranslate()
        self._show_table(False)

    def retranslate(self) -> None:
        self.choose.setText(translate("Reconcile", "Compare orders …"))
        self.model.retranslate()
        if self._found is None:
            set_text(self.words, translate("Reconcile", "Drop the platform's export of orders here: "
                                           "it is compared with our own counts, SKU by SKU."))  # fmt: skip
        else:
            self.show_result(self._found)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.table.rescale(scale)

    def show_session(self, session: str) -> None:
        """Another session is chosen: what was found of the one before is not its."""
        if session != self._session:
            self._session = session
            self._found = None
            self.retranslate()
            retone(self.words, "tone", "soft")
            self._show_table(False)

    def show_result(self, found: Mapping[str, Any]) -> None:
        """The JSON of `hostconsole reconcile`: SKUs that differ first, the largest difference on top."""
        self._found = found
        rows = sorted(found["rows"], key=lambda row: -abs(row["delta"] or 0))
        off = sum(1 for row in rows if row["delta"])
        unknown = sum(1 for row in rows if row["delta"] is None)
        words = translate("Reconcile", "{file}: {off} SKUs differ, {same} agree, {unknown} not counted by us")
        set_text(
            self.words,
            words.format(file=found["file"], off=off, same=len(rows) - off - unknown, unknown=unknown),
        )
        retone(self.words, "tone", "waiting" if off else "fine")
        set_text(self.notes, "\n".join(_note(note) for note in found["left_out"]))
        self.model.set_rows(rows)
        self._show_table(True)

    def _show_table(self, shown: bool) -> None:
        self.table.setVisible(shown)
        self.notes.setVisible(shown and bool(self.notes.text()))

    def _choose(self) -> None:
        """Never modal: a box of its own loop would stop the show's."""
        title = translate("Reconcile", "Compare orders …")
        box = file_box(self, title, sheet=self.bridge.state.plan.sheet)
        box.setOption(QFileDialog.Option.DontUseNativeDialog, self.bridge.state.running)
        box.setModal(False)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.fileSelected.connect(self.asked)
        box.show()


class _Deltas(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 7)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 8

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == 4 and row["delta"]:
            return colour("waiting")
        return _COLUMNS.side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return _COLUMNS.header(section, orientation, role)


def _cells(row: Row) -> tuple[str, ...]:
    ours = DASH if row["ours"] is None else str(row["ours"])
    delta = DASH if row["delta"] is None else f"{row['delta']:+d}" if row["delta"] else "0"
    was = "" if row["was"] is None else str(row["was"])
    counts = tuple(str(row[name]) for name in ("refunded", "unpaid"))
    return (row["sku"], row["title"], ours, str(row["theirs"]), delta.replace("-", "−"), *counts, was)


def _headers() -> tuple[str, ...]:
    return (
        translate("Reconcile", "SKU"),
        translate("Reconcile", "Title"),
        translate("Reconcile", "Our count"),
        translate("Reconcile", "Platform"),
        translate("Reconcile", "Difference"),
        translate("Reconcile", "Refunded"),
        translate("Reconcile", "Unpaid"),
        translate("Reconcile", "Said before"),
    )


_COLUMNS = Columns(titles=_headers, figures=range(2, 8))


def _note(note: Mapping[str, Any]) -> str:
    source = NOTE_TEXTS[str(note["code"])]
    return translate("Reconcile", source).format(**note)
