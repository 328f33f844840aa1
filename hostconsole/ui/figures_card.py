"""Whose figures a table holds, asked once: platform, provisional or final, sales or returns, and what the
columns mean that nobody knows yet. Stands in the Review room; not modal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part

PLATFORMS = ("抖音", "淘宝", "快手", "视频号", "小红书", "TikTok Shop", "Shopify", "YouTube", "Facebook")
DAYS = (0, 7, 15, 30)
MOST_COLUMNS = 8
_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
FIELDS = (
    "", "sku", "link_no", "title", "at", "sold", "orders", "created", "buyers", "gmv", "clicks", "viewers",
    "views", "exposed", "refunds", "returned",
)  # fmt: skip
"""What a column can be; "" leaves it out."""


class FiguresCard(Part):
    """`kept(words)`: the options of `hostconsole figures`, as a person chose them. `left`: not after all."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="card")
        self._name = ""
        self._headers: tuple[str, ...] = ()
        self.title = Elided("strong", bold=True)
        self._ask = label("small", tone="waiting")
        self.platform, self.days = QComboBox(), QComboBox()
        self.platform.setEditable(True)
        self.platform.addItems(PLATFORMS)
        self.final = QCheckBox()
        self.columns = [(Elided("body"), QComboBox()) for _ in range(MOST_COLUMNS)]
        self.keep, self.cancel = KeyButton(kind="take"), KeyButton()
        self._lay_out()
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._leave)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.platform, 1)
        line.addWidget(self.days)
        line.addWidget(self.final)
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.cancel)
        column.addLayout(line)
        column.addWidget(self._ask)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for place, (name, field) in enumerate(self.columns):
            row, across = divmod(place, 2)
            grid.addWidget(name, row, across * 2)
            grid.addWidget(field, row, across * 2 + 1)
            grid.setColumnStretch(across * 2, 1)
        column.addLayout(grid)

    def retranslate(self) -> None:
        words = translate("Review", "Figures of the platform: {name}")
        set_text(self.title, words.format(name=self._name))
        set_text(self._ask, translate("Review", "Nobody knows these columns yet: say once what they are."))
        self.final.setText(translate("Review", "final"))
        self.keep.setText(translate("Review", "Keep them"))
        self.cancel.setText(translate("Review", "Not now"))
        self.keep.set_hint("↵")
        _fill(self.days, [_day_words(days) for days in DAYS])
        for _, field in self.columns:
            _fill(field, [_field_words(name) for name in FIELDS])

    def ask(self, name: str) -> None:
        """Whose figures are in `name`?"""
        self._name = name
        self.show_unknown(())
        self.retranslate()
        self.show()
        self.platform.setFocus()

    def show_unknown(self, headers: Sequence[str]) -> None:
        """None of these headers is known: each may be named."""
        self._headers = tuple(headers)[:MOST_COLUMNS]
        self._ask.setVisible(bool(self._headers))
        for place, (name, field) in enumerate(self.columns):
            for part in (name, field):
                part.setVisible(place < len(self._headers))
            set_text(name, self._headers[place] if place < len(self._headers) else "")
            field.setCurrentIndex(0)
        if self._headers:
            self.columns[0][1].setFocus()

    def words(self) -> list[str]:
        """The options as they stand."""
        found = ["--platform", self.platform.currentText().strip() or PLATFORMS[0]]
        days = DAYS[max(0, self.days.currentIndex())]
        found += ["--after-days", f"{days}"] if days else []
        found += ["--final"] if self.final.isChecked() else []
        for place, header in enumerate(self._headers):
            field = FIELDS[max(0, self.columns[place][1].currentIndex())]
            found += ["--map", f"{field}={header}"] if field else []
        return found

    def event(self, event: QEvent) -> bool:
        """The Qt virtual: with the focus here Return and Esc are the card's, no shortcuts of the window."""
        own = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _OWN
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(self.words())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()


def _fill(box: QComboBox, texts: list[str]) -> None:
    """New words, the same choice."""
    place = max(0, box.currentIndex())
    box.clear()
    box.addItems(texts)
    box.setCurrentIndex(place)


def _day_words(days: int) -> str:
    if not days:
        return translate("Review", "Sales of the night")
    return translate("Review", "Returns, {days} days after").format(days=days)


def _field_words(name: str) -> str:
    return {
        "": translate("Review", "leave out"),
        "sku": translate("Review", "SKU"),
        "link_no": translate("Review", "link number"),
        "title": translate("Review", "title"),
        "at": translate("Review", "time"),
        "sold": translate("Review", "units sold"),
        "orders": translate("Review", "paid orders"),
        "created": translate("Review", "orders created"),
        "buyers": translate("Review", "buyers"),
        "gmv": translate("Review", "GMV"),
        "clicks": translate("Review", "product clicks"),
        "viewers": translate("Review", "viewers"),
        "views": translate("Review", "views"),
        "exposed": translate("Review", "exposed"),
        "refunds": translate("Review", "amount refunded"),
        "returned": translate("Review", "orders returned"),
    }[name]
