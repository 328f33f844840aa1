"""F1: the keys of this moment, over the room, without stopping anything; Esc or F1 puts it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hostconsole.ui.labels import KeyButton, label
from hostconsole.ui.language import translate
from hostconsole.ui.moment import KeyGroup
from hostconsole.ui.theme import scale_for

_BELOW = 0.19
"""Where the queue and the cards begin: a share of the window's height."""


def place_text(context: str) -> str:
    return {
        "global": translate("Keys", "In any window"),
        "console": translate("Keys", "In the console"),
        "queue": translate("Keys", "On a row of the queue"),
        "host": translate("Keys", "In the host window"),
    }[context]


class KeysPanel(QFrame):
    """`groups()` says what there is to show. `change_asked`: the person wants other keys."""

    change_asked = Signal()

    def __init__(
        self, parent: QWidget, groups: Callable[[], tuple[KeyGroup, ...]], *, changeable: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._groups = groups
        self._shown: tuple[KeyGroup, ...] = ()
        self._title = label("title", bold=True)
        self._change, self._close = KeyButton(), KeyButton()
        self._change.clicked.connect(self.change_asked)
        self._change.setVisible(changeable)
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What no text field wanted of Esc is this panel's, before it is anybody's shortcut."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.hide()
            return True
        return super().eventFilter(watched, event)

    def toggle(self) -> None:
        self.setVisible(not self.isVisible())
        self.refresh()
        self.place()

    def retranslate(self) -> None:
        self._shown = ()
        self.refresh()

    def refresh(self) -> None:
        """What it shows follows the show; nothing is done while it is not looked at."""
        if not self.isVisible():
            return
        self._title.setText(translate("Keys", "Keys of this moment"))
        self._change.setText(translate("Keys", "Change keys"))
        self._close.setText(translate("Keys", "Close"))
        self._close.set_hint("F1")
        groups = self._groups()
        if groups != self._shown:
            self._shown = groups
            self._area.setWidget(_columns(groups))

    def place(self) -> None:
        """Below the lamps and the alert, which stay in sight."""
        room = self.parentWidget()
        if room is None or not self.isVisible():
            return
        top = round(room.height() * _BELOW)
        scale = scale_for(room.width(), room.height())
        wide, tall = (1080, 760) if len(self._shown) > 1 else (520, 280)
        width = min(round(wide * max(1.0, scale)), room.width() - 60)
        height = min(round(tall * max(1.0, scale)), room.height() - top - 56)
        self.setGeometry((room.width() - width) // 2, top, width, height)
        self.raise_()


def _columns(groups: tuple[KeyGroup, ...]) -> QWidget:
    """The longest group on its own, the rest beside it."""
    if len(groups) == 1:
        return _group(groups[0])
    longest = max(groups, key=lambda group: len(group.lines))
    rest = [group for group in groups if group is not longest]
    sides = [[longest], rest] if groups[0] is longest else [rest, [longest]]
    inside = QWidget()
    columns = QHBoxLayout(inside)
    columns.setContentsMargins(0, 0, 8, 0)
    columns.setSpacing(36)
    for side in sides:
        column = QVBoxLayout()
        column.setSpacing(12)
        for group in side:
            column.addWidget(_group(group))
        column.addStretch(1)
        columns.addLayout(column, 1)
    return inside


def _group(group: KeyGroup) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    grid.addWidget(label("small", tone="faint", bold=True, text=group.title), 0, 0, 1, 2)
    for number, line in enumerate(group.lines, 1):
        grid.addWidget(label(tone="text" if line.works else "faint", text=line.words), number, 0)
        grid.addWidget(_keys(line.keys, works=line.works), number, 1)
    grid.setColumnStretch(0, 1)
    return made


def _keys(keys: tuple[str, ...], *, works: bool) -> QLabel:
    made = label(tone="next" if works else "faint", text="   ".join(keys))
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
