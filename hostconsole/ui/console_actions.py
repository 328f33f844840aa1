"""The console's own keys as QActions: once a press, never repeated, from the one table of keys.

System-wide keys are bound by the system's backend and not here, or they would run twice; only those it
could not bind become actions, by `bind_global_fallback`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from hostconsole.keys.table import Binding, KeyTable

Act = Callable[[str, dict[str, str]], None]


class ConsoleActions:
    """`act(command, args)` is called for each press."""

    def __init__(self, window: QWidget, queue: QWidget, act: Act) -> None:
        self._window, self._queue, self._act = window, queue, act
        self._made: list[tuple[QWidget, QAction]] = []
        self._fallback: list[QAction] = []
        self._table: KeyTable | None = None
        self._hushed = False

    def bind(self, table: KeyTable) -> None:
        """Takes the place of what was bound before; the fallback goes too."""
        self._table = table
        for widget, action in self._made:
            widget.removeAction(action)
        self._made.clear()
        self.bind_fallback(())
        for binding in table.bindings:
            if binding.context == "console" and binding.keys:
                self._add(self._window, binding, Qt.ShortcutContext.WindowShortcut)
            elif binding.context == "queue" and binding.keys:
                self._add(self._queue, binding, Qt.ShortcutContext.WidgetShortcut)

    def bind_fallback(self, keys: Iterable[str]) -> None:
        """System-wide keys that the system did not give work at least in this window."""
        for action in self._fallback:
            self._window.removeAction(action)
        self._fallback.clear()
        wanted = set(keys)
        for binding in self._table.bindings if self._table else ():
            mine = [key for key in binding.keys if key in wanted]
            if binding.context == "global" and mine:
                action = self._action(self._window, binding, mine, Qt.ShortcutContext.WindowShortcut)
                action.setEnabled(not self._hushed)
                self._fallback.append(action)

    def hush(self, on: bool) -> None:
        """While `on` the fallback does nothing."""
        self._hushed = on
        for action in self._fallback:
            action.setEnabled(not on)

    def _add(self, widget: QWidget, binding: Binding, context: Qt.ShortcutContext) -> None:
        self._made.append((widget, self._action(widget, binding, binding.keys, context)))

    def _action(
        self, widget: QWidget, binding: Binding, keys: Iterable[str], context: Qt.ShortcutContext
    ) -> QAction:
        action = QAction(widget)
        action.setObjectName(binding.id)
        names = [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys]
        action.setShortcuts(names)
        action.setShortcutContext(context)
        action.setAutoRepeat(False)
        action.triggered.connect(lambda: self._act(binding.command, dict(binding.args)))
        widget.addAction(action)
        return action
