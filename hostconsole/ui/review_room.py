"""The Review room: every session there is, and its export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStandardPaths,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label, retone
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import local
from hostconsole.ui.tables import PlainTable

FORMATS = ("xlsx", "html", "csv", "json", "jsonl")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session as `hostconsole sessions` gives it. Times are UTC ISO 8601; `ended` "" while it runs."""

    id: str
    show: str
    kind: str
    started: str
    ended: str = ""
    simulated: bool = False
    events: int = 0
    last_hash: str = ""


class SessionsModel(QAbstractTableModel):
    """Newest first, as given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[SessionRow, ...] = ()

    def set_rows(self, rows: Sequence[SessionRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _texts(self.rows[index.row()])[index.column()]
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _headers()[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 5))


class ReviewRoom(Part):
    """`export_asked(session id, path)`: the path's ending says the format."""

    export_asked = Signal(str, str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self.model = SessionsModel(self)
        self.table = PlainTable(self.model, stretch=0, widths={1: 210, 2: 180, 3: 110, 4: 90, 5: 150})
        self._title = label("title", bold=True)
        self._empty = label("body", tone="faint")
        self._hint = label("small", tone="faint")
        self.answer = label("body", tone="soft")
        self.format = QComboBox()
        self.format.addItems([f".{name}" for name in FORMATS])
        self.export = KeyButton(kind="take")
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 14, 0)
        top.addWidget(self._title)
        top.addSpacing(12)
        top.addWidget(self._hint)
        top.addStretch(1)
        top.addWidget(self.answer)
        top.addWidget(self.format)
        top.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 6)
        column.setSpacing(8)
        column.addLayout(top)
        self._empty.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        self.export.clicked.connect(self._ask_path)
        self.retranslate()
        self.show_sessions(())

    def retranslate(self) -> None:
        self._title.setText(translate("Console", "Sessions"))
        self._hint.setText(translate("Console", "Rehearsals never enter live totals."))
        self._empty.setText(
            translate(
                "Console", "No session yet: each rehearsal and each show will stand here, with its log."
            )
        )
        self.export.setText(translate("Console", "Export"))
        self.model.retranslate()

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.table.rescale(scale)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.export.setEnabled(bool(rows))
        if rows:
            self.table.selectRow(0)

    def show_exported(self, path: str, fault: str) -> None:
        """Where the export lies now, or why there is none."""
        if fault:
            words = translate("Console", "The export failed: {why}").format(why=fault)
        else:
            words = translate("Console", "Saved: {path}").format(path=path)
        self.answer.setText(words)
        retone(self.answer, "tone", "bad" if fault else "fine")

    def chosen(self) -> SessionRow | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _ask_path(self) -> None:
        """Opened, never executed: a box of its own loop would stop the show's."""
        row = self.chosen()
        if row is None:
            return
        ending = self.format.currentText()
        box = QFileDialog(self, translate("Console", "Export"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix(ending[1:])
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        box.setDirectory(QStandardPaths.writableLocation(documents) or str(Path.home()))
        box.selectFile(f"{row.show} {row.started[:10]}{ending}")
        box.fileSelected.connect(lambda path, session=row.id: self.export_asked.emit(session, path))
        box.open()


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (3, 4) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _headers() -> tuple[str, ...]:
    return (
        translate("Console", "Show"),
        translate("Console", "Kind"),
        translate("Console", "Started"),
        translate("Console", "Length"),
        translate("Console", "Events"),
        translate("Console", "Last hash"),
    )


def _texts(row: SessionRow) -> tuple[str, ...]:
    kind = {
        "preparation": translate("Console", "Preparation"),
        "rehearsal": translate("Console", "Rehearsal"),
        "live": translate("Console", "Live"),
    }.get(row.kind, row.kind)
    if row.simulated:
        kind += " · " + translate("Console", "SIMULATED")
    length = translate("Console", "running")
    if row.ended:
        seconds = int((local(row.ended) - local(row.started)).total_seconds())
        length = f"{seconds // 3600}:{seconds // 60 % 60:02d}"
    started = local(row.started).strftime("%Y-%m-%d %H:%M")
    return (row.show, kind, started, length, f"{row.events}", row.last_hash[:12])
