"""The start page: try it · my sheet · continue."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hostconsole.ui.dropped import sheet_in, table_in
from hostconsole.ui.file_boxes import ask_sheet
from hostconsole.ui.keys_panel import KeysPanel
from hostconsole.ui.labels import label, retone
from hostconsole.ui.language import LANGUAGES, OWN_NAMES, Language, translate
from hostconsole.ui.moment import KeyGroup, KeyLine
from hostconsole.ui.theme import scale_for, style_sheet

if TYPE_CHECKING:  # loaded when a table is pasted
    from hostconsole.ui.paste_view import PasteView


class Tile(QFrame):
    """A large button with a title and a sentence; by mouse, Tab and Return."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title = label("title", bold=True)
        self.words = label("body", tone="soft")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 22)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and not event.isAutoRepeat()
        ):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class StartPage(QWidget):
    """`demo_asked`, `sheet_asked(path)`, `table_pasted(text, html)`, `file_dropped(path)`, `continue_asked`,
    `language_chosen(code)`."""

    demo_asked = Signal()
    sheet_asked = Signal(str)
    table_pasted = Signal(str, str)
    file_dropped = Signal(str)
    continue_asked = Signal()
    language_chosen = Signal(str)
    closed = Signal()

    def __init__(self, *, last_sheet: str = "") -> None:
        """`last_sheet`: its path; the box for sheets begins in its folder."""
        super().__init__()
        self._last_sheet = last_sheet
        self.setObjectName("room")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._last, self._on_air = "", False
        self._name = label("price", bold=True, text="Host Console")
        self._promise = label("strong", tone="soft")
        self.answer = label("body", tone="waiting")
        self.demo, self.sheet, self.again = Tile(), Tile(), Tile()
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for tile in (self.demo, self.sheet, self.again):
            tile.setMinimumHeight(170)
            tiles.addWidget(tile, 1)
        self.help = QPushButton("?")
        self.help.setProperty("kind", "flat")
        self.help.clicked.connect(self.toggle_keys)
        self.keys_panel: KeysPanel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 16, 64, 40)
        column.addLayout(self._corner())
        column.addStretch(2)
        column.addWidget(self._name)
        column.addWidget(self._promise)
        column.addSpacing(28)
        column.addLayout(tiles)
        column.addSpacing(14)
        column.addWidget(self.answer)
        column.addStretch(3)
        self.demo.clicked.connect(self.demo_asked)
        self.sheet.clicked.connect(self._ask_sheet)
        self.again.clicked.connect(self.continue_asked)
        for before, after in itertools.pairwise(
            (self.demo, self.sheet, self.again, *self.languages.values())
        ):
            self.setTabOrder(before, after)
        self.demo.setFocus()
        self.paste_view: PasteView | None = None
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setAutoRepeat(False)
        paste.activated.connect(
            lambda: self.table_pasted.emit(*table_in(QGuiApplication.clipboard().mimeData()))
        )
        self.setMinimumSize(820, 480)
        self.resize(1040, 620)
        self.show_last("")
        self.retranslate()

    def _corner(self) -> QHBoxLayout:
        """The windows' language, and the keys."""
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addStretch(1)
        self.languages: dict[Language, QPushButton] = {}
        for code in LANGUAGES:
            button = self.languages[code] = QPushButton(OWN_NAMES[code])
            button.setProperty("kind", "flat")
            button.clicked.connect(lambda _on=False, chosen=code: self.language_chosen.emit(chosen))
            line.addWidget(button)
        line.addSpacing(8)
        line.addWidget(self.help)
        return line

    def toggle_keys(self) -> None:
        """F1 and "?": the keys of this page."""
        if self.keys_panel is None:
            self.keys_panel = KeysPanel(self, _key_groups, changeable=False)
        self.keys_panel.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.toggle_keys()
        else:
            super().keyPressEvent(event)

    def show_last(self, name: str, *, on_air: bool = False) -> None:
        """The show that can be gone on with, "" for none; one that is `on_air` is what Enter goes on with."""
        self._last, self._on_air = name, on_air
        if on_air:
            self.again.setFocus()
        self.again.setEnabled(bool(name))
        retone(self.again.title, "tone", "text" if name else "faint")
        retone(self.again.words, "tone", "soft" if name else "faint")
        self.retranslate()

    def cover(self, view: PasteView) -> None:
        """A pasted table takes the page's place until it is left."""
        self.paste_view = view
        view.setParent(self)
        view.setGeometry(self.rect())
        view.left.connect(view.hide)
        view.show()
        view.raise_()
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sheet_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := sheet_in(event.mimeData()):
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def say(self, words: str) -> None:
        """Why a sheet could not be opened, in place."""
        self.answer.setText(words)

    def retranslate(self) -> None:
        self.setWindowTitle("Host Console")
        self.help.setToolTip(translate("Console", "Show the keys"))
        self.help.setAccessibleName(translate("Console", "Show the keys"))
        if self.keys_panel is not None:
            self.keys_panel.retranslate()
        self._promise.setText(
            translate("Start", "One key: the right product is on air everywhere, and you can see that it is.")
        )
        self.demo.title.setText(translate("Start", "Try it"))
        self.demo.words.setText(
            translate("Start", "The sample show as a rehearsal. OBS is simulated; nothing goes out.")
        )
        self.sheet.title.setText(translate("Start", "My sheet"))
        self.sheet.words.setText(
            translate(
                "Start",
                "Open, drop or paste (Ctrl+V) a table, as you have it. A column of titles is enough.",
            )
        )
        self.again.title.setText(translate("Start", "Continue"))
        words = translate("Start", "Go on with '{name}' where you left it.")
        if self._on_air:
            words = translate("Start", "'{name}' is still on air, its clock runs: go on at once.")
        going_on = words.format(name=self._last)
        self.again.words.setText(
            going_on if self._last else translate("Start", "There is no show to go on with yet.")
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.styleSheet():
            self.setStyleSheet(style_sheet(scale_for(1440, 900)))
        if self.paste_view is not None:
            self.paste_view.setGeometry(self.rect())
        if self.keys_panel is not None:
            self.keys_panel.place()

    def _ask_sheet(self) -> None:
        ask_sheet(self, self.sheet_asked.emit, last=self._last_sheet)


def _key_groups() -> tuple[KeyGroup, ...]:
    lines = (
        KeyLine(words=translate("Keys", "To the next tile, and back"), keys=("Tab", "Shift+Tab")),
        KeyLine(words=translate("Keys", "Open this tile"), keys=("Return", "Space")),
        KeyLine(words=translate("Keys", "Show the keys, anywhere"), keys=("F1",)),
    )
    return (KeyGroup(title=translate("Keys", "On this page"), lines=lines),)
