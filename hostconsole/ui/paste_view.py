"""A table that was pasted or dropped, before it is a show: nothing here is refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.paste_model import Asked, MarkDelegate, PastedSheet, PasteModel
from hostconsole.ui.paste_texts import column_text, kind_text, offered_columns

_WIDEST = 260


class PasteView(QFrame):
    """`meant(column index, column of the run-sheet or "")`: a person has said what a column is. `taken`: make
    it my show; `merged`: into the show that is open; `left`: back."""

    meant = Signal(int, str)
    taken = Signal()
    merged = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet: PastedSheet | None = None
        self._can_merge = False
        self._title = Elided("title", bold=True)
        self._summary = Elided("body", tone="soft")
        self.answer = Elided("body", tone="waiting", rows=2)
        self.changes = QLabel()
        self.changes.setTextFormat(Qt.TextFormat.PlainText)
        self.changes.setWordWrap(True)
        self.model = PasteModel()
        self.table = QTableView()
        self.choosers: list[QComboBox] = []
        self.questions: list[QComboBox] = []
        self.take, self.merge, self.back = KeyButton(kind="take"), KeyButton(), KeyButton()
        self._lay_out()
        self.take.clicked.connect(self.taken)
        self.merge.clicked.connect(self.merged)
        self.back.clicked.connect(self.left)
        self.retranslate()

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        self.table.setItemDelegate(MarkDelegate(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.setCornerButtonEnabled(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.answer, 1)
        for button in (self.back, self.merge, self.take):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._summary)
        column.addLayout(self._asked)
        column.addWidget(self.table, 1)
        column.addWidget(self.changes)
        column.addLayout(buttons)
        self.changes.hide()

    def retranslate(self) -> None:
        self.take.setText(translate("Paste", "Make it my show"))
        self.take.set_hint("Ctrl+Enter")
        self.merge.setText(translate("Paste", "Into this show"))
        self.back.setText(translate("Paste", "Leave it"))
        self.back.set_hint("Esc")
        if self._sheet is not None:
            self.show_sheet(self._sheet, can_merge=self._can_merge)

    def say(self, words: str) -> None:
        set_text(self.answer, words)

    def show_changes(self, lines: Sequence[str]) -> None:
        """What the show that is open would become; a second press of the button does it."""
        self.changes.setText("\n".join(lines[:12]) + ("\n…" if len(lines) > 12 else ""))
        self.changes.setVisible(bool(lines))
        self.merge.setText(translate("Paste", "Do it") if lines else translate("Paste", "Into this show"))

    def show_sheet(self, sheet: PastedSheet, *, can_merge: bool) -> None:
        self._sheet, self._can_merge = sheet, can_merge
        set_text(self._title, sheet.name)
        set_text(self._summary, _summary(sheet))
        self.take.setEnabled(sheet.items > 0)
        self.merge.setVisible(can_merge)
        self.merge.setEnabled(sheet.items > 0)
        self.show_changes(())
        self.model.show_sheet(sheet)
        self._put_choosers(sheet)
        self._put_questions(sheet)
        self._fit(sheet)

    def _put_choosers(self, sheet: PastedSheet) -> None:
        """One a column, in the first row: what it was read as."""
        self.choosers = []
        names = offered_columns(sheet.meant)
        for place, column in enumerate(sheet.meant):
            chooser = _chooser(names, column)
            chooser.setEnabled(not sheet.fixed and bool(sheet.headers[place]))
            chooser.activated.connect(
                lambda _n, place=place, box=chooser: self.meant.emit(place, str(box.currentData()))
            )
            self.table.setIndexWidget(self.model.index(0, place), chooser)
            self.choosers.append(chooser)

    def _put_questions(self, sheet: PastedSheet) -> None:
        while (item := self._asked.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.questions = []
        for asked in sheet.questions:
            self._asked.addWidget(self._question(sheet, asked))

    def _question(self, sheet: PastedSheet, asked: Asked) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        name = column_text(asked.column)
        words = {
            "which": translate("Paste", "Which column is: {column}?"),
            "two": translate("Paste", "Two columns may be: {column}. Which one counts?"),
        }[asked.ask].format(column=name)
        row.addWidget(label("body", tone="waiting", text=words))
        box = QComboBox()
        if asked.ask == "which":
            box.addItem(translate("Paste", "none of them"), -1)
        for place in asked.places:
            box.addItem(sheet.headers[place], place)
            if sheet.meant[place] == asked.column:
                box.setCurrentIndex(box.count() - 1)
        box.activated.connect(lambda _n, box=box, column=asked.column: self._answer(box, column))
        row.addWidget(box)
        row.addStretch(1)
        self.questions.append(box)
        return line

    def _answer(self, box: QComboBox, column: str) -> None:
        place = int(box.currentData())
        if place >= 0:
            self.meant.emit(place, column)

    def _fit(self, sheet: PastedSheet) -> None:
        """Columns as wide as their words need, up to a bound."""
        metrics = self.table.fontMetrics()
        for place, header in enumerate(sheet.headers):
            words = [header, *(row[place] for _, _, row in sheet.rows[:40] if place < len(row))]
            wide = max(metrics.horizontalAdvance(word[:60]) for word in words) + 32
            wide = max(wide, metrics.horizontalAdvance(self.choosers[place].currentText()) + 64)
            marked = any(at == place and mark.guess for (_, at), mark in sheet.marks.items())
            self.table.setColumnWidth(place, max(118, min(_WIDEST, wide + (90 if marked else 0))))
        self.table.setRowHeight(0, metrics.height() * 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held and not event.isAutoRepeat():
            if self.take.isEnabled():
                self.taken.emit()
        else:
            super().keyPressEvent(event)


def _chooser(names: Sequence[tuple[str, str]], column: str) -> QComboBox:
    box = QComboBox()
    for key, words in names:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(column)))
    return box


def _summary(sheet: PastedSheet) -> str:
    parts = [
        kind_text(sheet.kind),
        translate("Paste", "{count} items").format(count=sheet.items),
    ]
    if sheet.left_out:
        parts.append(translate("Paste", "{count} rows left out").format(count=sheet.left_out))
    if sheet.marks:
        parts.append(translate("Paste", "{count} cells to look at").format(count=len(sheet.marks)))
    return " · ".join(parts)
