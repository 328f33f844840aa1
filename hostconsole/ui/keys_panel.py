"""F1: every act and its keys, over the room, without stopping anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hostconsole.keys.table import Binding, KeyTable
from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.language import translate
from hostconsole.ui.texts import act_text

_BELOW = 0.19
"""Where the queue and the cards begin: a share of the window's height."""

_PLACES = ("global", "console", "queue", "host")


def place_text(context: str) -> str:
    return {
        "global": translate("Keys", "In any window"),
        "console": translate("Keys", "In the console"),
        "queue": translate("Keys", "On a row of the queue"),
        "host": translate("Keys", "In the host window"),
    }[context]


class KeysPanel(QFrame):
    """`change_asked`: the person wants other keys."""

    change_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = label("title", bold=True)
        self._change, self._close = KeyButton(), KeyButton()
        self._change.clicked.connect(self.change_asked)
        self._close.clicked.connect(self.hide)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._change)
        top.addWidget(self._close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 14, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.hide()

    def show_keys(self, table: KeyTable) -> None:
        self._title.setText(translate("Keys", "Keys"))
        self._change.setText(translate("Keys", "Change keys"))
        self._close.setText(translate("Keys", "Close"))
        self._close.set_hint("F1")
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(0, 0, 8, 0)
        columns.setSpacing(36)
        for places in (_PLACES[:1], _PLACES[1:]):
            column = QVBoxLayout()
            column.setSpacing(12)
            for place in places:
                column.addWidget(_group(place, [b for b in table.bindings if b.context == place and b.keys]))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._area.setWidget(inside)

    def place(self) -> None:
        """Below the lamps and the alert, which stay in sight."""
        room = self.parentWidget()
        if room is None:
            return
        top = round(room.height() * _BELOW)
        width, height = min(1080, room.width() - 60), min(760, room.height() - top - 56)
        self.setGeometry((room.width() - width) // 2, top, width, height)
        self.raise_()


def _group(place: str, bindings: list[Binding]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    head = label("small", tone="faint", bold=True, text=place_text(place))
    grid.addWidget(head, 0, 0, 1, 2)
    for number, binding in enumerate(bindings, 1):
        grid.addWidget(label(text=act_text(binding.command, dict(binding.args))), number, 0)
        keys = label(tone="next", text="   ".join(binding.keys))
        keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(keys, number, 1)
    grid.setColumnStretch(0, 1)
    return group
