"""What the sheet read again would change, row by row: keep the show's own, or apply the sheet's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout

from hostconsole.show.row_news import RowNews
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.labels import KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.paste_texts import column_text, nothing_changes
from hostconsole.ui.prepare_pages import PreparePage

MOST = 400
"""Lines at most: who changed more than that looks at the sheet itself."""


class SheetPage(PreparePage):
    """`applied` and `kept` are the two answers; nothing changes before one is given."""

    applied = Signal()
    kept = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self._changes: tuple[RowNews, ...] = ()
        self._rows = self._stays = 0
        self._title = label("title", bold=True)
        self.summary = label("body", tone="soft")
        self.summary.setWordWrap(True)
        self.lines = QLabel()
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.lines.setWordWrap(True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.keep, self.apply = KeyButton(), KeyButton(kind="take")
        self._lay_out()
        self.keep.clicked.connect(self.kept)
        self.apply.clicked.connect(self.applied)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.summary)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.lines)
        column.addWidget(area, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.apply)
        column.addLayout(buttons)

    def show_changes(self, changes: Sequence[RowNews], *, rows: int, stays: int) -> None:
        """`rows` would change; `stays` differ too, but aired or are on sale."""
        self._changes, self._rows, self._stays = tuple(changes), rows, stays
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self._title.setText(translate("Sheet", "The sheet and this show"))
        self.keep.setText(translate("Sheet", "Keep the show as it is"))
        self.apply.setText(translate("Sheet", "Apply the sheet"))
        self.apply.setEnabled(bool(self._changes))
        set_text(self.summary, self._told())
        lines = [_line(change) for change in self._changes[:MOST]]
        self.lines.setText("\n".join([*lines, "…"] if len(self._changes) > MOST else lines))

    def _told(self) -> str:
        words = nothing_changes()
        if self._changes:
            words = translate(
                "Sheet",
                "Here → in the sheet. Changes: {changes}, rows: {rows}. What was edited here gives way to "
                "the sheet; Undo takes that back.",
            ).format(changes=len(self._changes), rows=self._rows)
        if self._stays:
            stays = translate("Sheet", "Rows that differ too but stay, as they aired or are on sale: {count}")
            words = f"{words}\n{stays.format(count=self._stays)}"
        return words


def _line(change: RowNews) -> str:
    if change.kind == "added":
        return translate("Sheet", "+ {item}: new in the sheet").format(item=change.item)
    if change.kind == "removed":
        return translate("Sheet", "− {item}: not in the sheet").format(item=change.item)
    if change.kind == "moved":
        words = translate("Sheet", "{item}: place {was} → {now}")
        return words.format(item=change.item, was=change.was, now=change.now)
    if not change.column:
        return f"{change.item}: {change.now}"
    return f"{change.item}: {column_text(change.column)} {change.was} → {change.now}"
