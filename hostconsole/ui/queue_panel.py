"""The left column of the Live room: the queue with its find field and its lock."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout

from hostconsole.show.scenes import missing_scenes
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.queue_model import QueueModel
from hostconsole.ui.queue_rows import RowBook, row_of
from hostconsole.ui.queue_view import QueueView
from hostconsole.ui.row_editor import RowEditor
from hostconsole.ui.texts import command_text


class QueuePanel(Part):
    """Find narrows the rows; the lock lets rows be dragged; F2 opens a row's editor below."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self.model = QueueModel(self)
        self._book = RowBook()
        self.view = QueueView(self.model)
        self._title = label("strong", bold=True)
        self._count = label("small", tone="faint")
        self._none = label("body", tone="faint")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.finder = EditorField()
        self.lock = KeyButton(kind="flat", shape="lock")
        self.lock.setCheckable(True)
        self._skipped: QLabel = label("small", tone="faint")
        self.editor = RowEditor(bridge)
        self.parts = [self.editor]
        self._lay_out()
        self.model.moved.connect(lambda item, before: bridge.run("item.move", item=item, before=before))
        self.view.chosen.connect(lambda item: bridge.run("next.set", item=item))
        self.view.menu_asked.connect(self._show_menu)
        self.finder.textChanged.connect(self._filter)
        self.finder.entered.connect(self._go_to_found)
        self.finder.left.connect(self._leave_find)
        self.lock.toggled.connect(self._turn_lock)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 8, 4)
        top.addWidget(self._title)
        top.addWidget(self._count)
        top.addStretch(1)
        top.addWidget(self.finder, 3)
        top.addWidget(self.lock)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(1, 1, 1, 6)
        self._room.setSpacing(2)
        self._room.addLayout(top)
        self._room.addWidget(self.view, 1)
        self._room.addWidget(self._none)
        self._room.addWidget(self.editor)
        self._none.hide()

    def retranslate(self) -> None:
        self._title.setText(translate("Console", "Queue"))
        self.finder.setPlaceholderText(translate("Console", "Find"))
        self._none.setText(translate("Console", "Nothing found"))
        self._book.clear()
        self.editor.retranslate()
        self.model.retranslate()
        self._turn_lock(self.lock.isChecked())

    def show_state(self, state: State, now_ms: int) -> None:
        key = self.view.current_key()
        self.model.set_rows(self._book.rows(state, now_ms))
        self.view.fit_prices()
        self.model.show_missing(missing_scenes(state, self.bridge.rules))
        if self.view.current_key() is None:
            self.view.select_key(key or state.next)
        if self.finder.text():
            self._filter(self.finder.text())
        aired = sum(1 for row in state.items.values() if row.airings)
        skipped = sum(1 for row in state.items.values() if row.skipped)
        count = f"{aired}/{len(state.order)}"
        if skipped:
            count += " · " + translate("Console", "{count} skipped").format(count=skipped)
        set_text(self._count, count)

    def tick(self, state: State, now_ms: int) -> None:
        if state.on_air is not None and state.on_air.item.id in state.items:
            self.model.set_row(row_of(state, state.on_air.item.id, now_ms))

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.view.rescale(scale)

    def follow(self, key: str | None) -> None:
        """Brings a row into view without moving the cursor."""
        place = self.model.place(key) if key else None
        if place is not None:
            self.view.scrollTo(self.model.index(place, 2))

    def start_find(self) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def act(self, command: str, key: str) -> None:
        """A key pressed on a row."""
        if command == "row.next":
            self.bridge.run("next.set", item=key)
        elif command == "row.take":
            self.bridge.run("show.take_item", item=key)
        elif command == "row.skip":
            self.toggle_skip(key)
        elif command == "row.encore":
            self.bridge.run("item.encore", item=key)
        elif command == "row.edit":
            self.edit(key)

    def edit(self, key: str) -> None:
        """Opens the row's editor below the queue."""
        self.editor.start(key)

    def toggle_skip(self, key: str) -> None:
        skipped = self.bridge.state.items[key].skipped
        self.bridge.run("item.unskip" if skipped else "item.skip", item=key)

    def _filter(self, words: str) -> None:
        self._none.setVisible(self.view.show_only(words) == 0)

    def _go_to_found(self) -> None:
        row = next((n for n in range(self.model.rowCount()) if not self.view.isRowHidden(n)), None)
        key = self.model.rows[row].key if row is not None and self.finder.text() else None
        self._leave_find()
        self.view.select_key(key)

    def _leave_find(self) -> None:
        self.finder.clear()
        self.view.setFocus()

    def _turn_lock(self, open_: bool) -> None:
        self.view.open_lock(open_)
        self.lock.set_shape("unlock" if open_ else "lock", "next" if open_ else "faint")
        self.lock.setText(translate("Console", "Open") if open_ else translate("Console", "Locked"))
        self.lock.setToolTip(translate("Console", "Open the lock to move rows by dragging"))

    def _show_menu(self, key: str, point: QPoint) -> None:
        """One act a line; never modal."""
        run = self.bridge.run
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(command_text("next.set"), lambda: run("next.set", item=key))
        menu.addAction(command_text("show.take_item"), lambda: run("show.take_item", item=key))
        menu.addSeparator()
        menu.addAction(command_text("row.edit"), lambda: self.edit(key))
        skipped = self.bridge.state.items[key].skipped
        menu.addAction(command_text("item.unskip" if skipped else "item.skip"), lambda: self.toggle_skip(key))
        menu.addAction(command_text("item.encore"), lambda: run("item.encore", item=key))
        menu.popup(self.view.viewport().mapToGlobal(point))
