"""The Review room: every session there is, what its report says, and what can be made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.figures_card import FiguresCard
from hostconsole.ui.file_boxes import file_box
from hostconsole.ui.job_line import JobLine
from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.reconcile_panel import ReconcilePanel
from hostconsole.ui.review_words import job_words, saved_words
from hostconsole.ui.session_list import SessionRow as SessionRow
from hostconsole.ui.session_list import SessionsModel
from hostconsole.ui.session_panel import SessionPanel
from hostconsole.ui.session_told import Told
from hostconsole.ui.tables import PlainTable

RECORDINGS = (".mkv", ".mp4", ".mov", ".flv", ".ts", ".m4v")
PANEL_SHARE = (54, 46)


class ReviewRoom(Part):
    """`export_asked(session, path)`: the path's ending says the format. `told_asked(session)`: its report is
    to be read. `report_asked(session, ".html" or ".png")`: written and opened. `figures_given(session, path)`
    and `figures_pasted(session, text)`; `orders_given(session, path)`: to be compared with our counts;
    `table_dropped(session, path)`: either of the two; `clips_asked(session, recording, folder)`;
    `action_kept(session, words)`; `action_ticked(session, seq, done)`; `stop_asked`: of what runs."""

    export_asked = Signal(str, str)
    told_asked = Signal(str)
    report_asked = Signal(str, str)
    figures_given = Signal(str, str)
    figures_pasted = Signal(str, str)
    table_dropped = Signal(str, str)
    orders_given = Signal(str, str)
    clips_asked = Signal(str, str, str)
    action_kept = Signal(str, str)
    action_ticked = Signal(str, int, bool)
    stop_asked = Signal()
    compare_asked = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.model = SessionsModel(self)
        self.table = PlainTable(self.model, stretch=0, widths={1: 172, 2: 138, 3: 76, 4: 76, 5: 112})
        self.panel = SessionPanel(bridge)
        self.reconcile = ReconcilePanel(bridge)
        self.job = JobLine()
        self.card = FiguresCard(bridge)
        self.parts = [self.panel]
        self._told: dict[str, Told] = {}
        self._faults: dict[str, str] = {}
        self._stale: set[str] = set()
        self._title = label("title", bold=True)
        self._empty = label("body", tone="faint")
        self._hint = label("small", tone="faint")
        self.compare = KeyButton()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.retranslate()
        self.show_sessions(())

    def _lay_out(self) -> None:
        left = QWidget()
        left.setObjectName("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(1, 12, 1, 6)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 14, 0)
        top.addWidget(self._title)
        top.addSpacing(12)
        top.addWidget(self._hint)
        top.addStretch(1)
        top.addWidget(self.compare)
        column.addLayout(top)
        self._empty.setContentsMargins(16, 12, 16, 12)
        self._empty.setWordWrap(True)
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(self.reconcile)
        column.addWidget(self.card)
        column.addWidget(self.job)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(left, PANEL_SHARE[0])
        line.addWidget(self.panel, PANEL_SHARE[1])

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.panel.asked.connect(self._asked)
        self.panel.action_typed.connect(lambda words: self._of_chosen(self.action_kept.emit, words))
        self.panel.action_ticked.connect(
            lambda seq, done: self._of_chosen(self.action_ticked.emit, seq, done)
        )
        self.job.stopped.connect(self.stop_asked)
        self.table.setSelectionMode(PlainTable.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_selected())
        self.compare.clicked.connect(lambda: self.compare_asked.emit(self.selected()))
        self.reconcile.asked.connect(lambda path: self._of_chosen(self.orders_given.emit, path))
        self.table.activated.connect(lambda _index: self._asked("report"))
        keys = {
            QKeySequence.StandardKey.Copy: "copy",
            QKeySequence.StandardKey.Paste: "paste",
        }
        for key, what in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda what=what: self._asked(what))

    def retranslate(self) -> None:
        self._title.setText(translate("Console", "Sessions"))
        self._hint.setText(translate("Console", "Rehearsals never enter live totals."))
        self._empty.setText(
            translate(
                "Console", "No session yet: each rehearsal and each show will stand here, with its log."
            )
        )
        self.compare.setText(translate("Review", "Compare"))
        self.compare.setToolTip(translate("Review", "Select several sessions with Ctrl or Shift"))
        self._show_selected()
        self.panel.retranslate()
        self.reconcile.retranslate()
        self.job.retranslate()
        self.card.retranslate()
        self.model.retranslate()

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.table.rescale(scale)
        self.reconcile.rescale(scale)

    # -- what is shown -------------------------------------------------------------------------------

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """The list, newest first; the session that was chosen stays so."""
        before = self.chosen()
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.reconcile.setVisible(bool(rows))
        ids = [row.id for row in rows]
        place = ids.index(before.id) if before is not None and before.id in ids else _first_aired(rows)
        if rows:
            self.table.selectRow(place)
        self._show_chosen()

    def show_told(self, told: Told) -> None:
        """What a session's report says."""
        self._told[told.session] = told
        self._stale.discard(told.session)
        self._faults.pop(told.session, None)
        self.model.set_totals({told.session: (told.sold, told.value)})
        self._show_chosen(ask=False)

    def show_untold(self, session: str, fault: str) -> None:
        """Why there is no report of it."""
        self._faults[session] = fault
        self._stale.discard(session)
        self._show_chosen(ask=False)

    def forget(self, session: str) -> None:
        """Something about it has changed: its report is read anew when it is looked at. Until then what was
        known of it stays, so that nothing jumps."""
        self._stale.add(session)
        self._faults.pop(session, None)
        self._show_chosen()

    def forget_all(self) -> None:
        self._stale.update(self._told)
        self._show_chosen()

    def knows(self, session: str) -> bool:
        """Whether its report was read since something about it changed."""
        return session in self._told and session not in self._stale

    def _show_chosen(self, *, ask: bool = True) -> None:
        row = self.chosen()
        self.reconcile.show_session(row.id if row is not None else "")
        told = self._told.get(row.id) if row is not None else None
        fault = self._faults.get(row.id, "") if row is not None else ""
        self.panel.show_told(row, told, fault)
        wanted = row is not None and not self.knows(row.id) and not fault
        if row is not None and wanted and ask and self.isVisible():
            self.told_asked.emit(row.id)

    def show_exported(self, path: str, fault: str) -> None:
        """Where a file lies now, or why there is none."""
        if fault:
            self.job.rest(translate("Console", "The export failed: {why}").format(why=fault), bad=True)
        else:
            self.job.rest(saved_words(path))

    def selected(self) -> list[str]:
        """The ids of all sessions that are selected, oldest first."""
        rows = sorted((index.row() for index in self.table.selectionModel().selectedRows()), reverse=True)
        return [self.model.rows[row].id for row in rows if row < len(self.model.rows)]

    def _show_selected(self) -> None:
        self.compare.setEnabled(len(self.selected()) > 1)

    def chosen(self) -> SessionRow | None:
        index = self.table.currentIndex()
        rows = self.model.rows
        return rows[index.row()] if index.isValid() and index.row() < len(rows) else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setFocus()  # the room is worked by keys from its list

    # -- what is asked -------------------------------------------------------------------------------

    def _asked(self, what: str) -> None:
        row = self.chosen()
        if row is None:
            return
        if what == "report":
            self.report_asked.emit(row.id, ".html")
        elif what == "picture":
            self.report_asked.emit(row.id, ".png")
        elif what == "copy":
            self._copy(row.id)
        elif what == "paste":
            self._paste(row.id)
        elif what == "export":
            self._ask_path(row)
        elif what == "figures":
            words = translate("Review", "Figures of the platform")
            self._ask_file(words, lambda path: self.figures_given.emit(row.id, path))
        elif what == "clips":
            self._ask_recording(row)

    def _of_chosen(self, emit: Callable[..., None], *values: object) -> None:
        row = self.chosen()
        if row is not None:
            emit(row.id, *values)

    def _copy(self, session: str) -> None:
        told = self._told.get(session)
        if told is not None:
            QGuiApplication.clipboard().setText(told.text)
            self.job.rest(job_words("copied"))

    def _paste(self, session: str) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.figures_pasted.emit(session, text)

    def _ask_path(self, row: SessionRow) -> None:
        ending = self.panel.format.currentText()
        box = self._box(translate("Console", "Export"))
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix(ending[1:])
        box.selectFile(f"{_plain(row.show)} {row.started[:10]}{ending}")
        box.fileSelected.connect(lambda path, session=row.id: self.export_asked.emit(session, path))
        box.show()

    def _ask_file(self, title: str, then: Callable[[str], None]) -> None:
        box = self._box(title)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.fileSelected.connect(then)
        box.show()

    def _ask_recording(self, row: SessionRow) -> None:
        title = translate("Review", "The recording of the session")
        self._ask_file(title, lambda path: self._clips(row.id, path))

    def _clips(self, session: str, recording: str) -> None:
        """Clips go into a folder beside the recording."""
        folder = Path(recording).with_suffix("")
        self.clips_asked.emit(session, recording, str(folder.with_name(f"{folder.name} clips")))

    def _box(self, title: str) -> QFileDialog:
        """A window of its own, never modal, and of Qt's own make: the system's would stop the show's keys."""
        box = file_box(self, title, sheet=self.bridge.state.plan.sheet)
        box.setOption(QFileDialog.Option.DontUseNativeDialog, self.bridge.state.running)
        box.setModal(False)
        return box

    # -- dropped files -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_of(event.mimeData()) and self.chosen() is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path, row = _file_of(event.mimeData()), self.chosen()
        if row is None or not path:
            return
        event.acceptProposedAction()
        if Path(path).suffix.lower() in RECORDINGS:
            self._clips(row.id, path)
        else:
            self.table_dropped.emit(row.id, path)


def _file_of(told: QMimeData) -> str:
    return next((url.toLocalFile() for url in told.urls() if url.isLocalFile()), "")


def _first_aired(rows: Sequence[SessionRow]) -> int:
    return next((n for n, row in enumerate(rows) if row.kind != "preparation"), 0)


def _plain(name: str) -> str:
    """A show's name as a file may be called; the export itself takes any path."""
    kept = "".join(" " if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in name)
    return " ".join(kept.split())[:60].strip(". ") or "show"
