"""What the reading of the sheet found, row by row: errors first, then what was missing or guessed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from hostconsole.ui.finding_texts import finding_text
from hostconsole.ui.labels import label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.shapes import Shape

_LOOKS: dict[str, tuple[Shape, str]] = {
    "error": ("cross", "on_air"),
    "warning": ("warn", "waiting"),
    "ok": ("check", "fine"),
}
_MOST_SHOWN = 200


class FindingsList(QFrame):
    """Findings are objects (or rows) with level, code, row, column and message."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._findings: Sequence[object] = ()
        self._title = label("strong", bold=True)
        self.count = label("small", tone="faint")
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(self.count)
        top.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 6, 6)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(translate("Console", "Check of the sheet"))
        self.show_findings(self._findings)

    def show_findings(self, findings: Sequence[object]) -> None:
        self._findings = findings
        rows = sorted((_fields(finding) for finding in findings), key=lambda f: list(_LOOKS).index(f[0]))
        counts = [sum(1 for row in rows if row[0] == level) for level in ("error", "warning")]
        words = translate("Console", "{errors} errors · {warnings} to look at")
        set_text(self.count, words.format(errors=counts[0], warnings=counts[1]) if rows else "")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for finding in rows[:_MOST_SHOWN]:
            column.addLayout(_line(*finding))
        if not rows:
            column.addWidget(
                label(tone="faint", text=translate("Console", "Nothing to say about this show."))
            )
        column.addStretch(1)
        self._area.setWidget(inside)


def _fields(finding: object) -> tuple[str, str, object, object, str]:
    if isinstance(finding, tuple | list):
        level, code, row, column, message = finding
        return str(level), str(code), row, column, str(message)
    return (
        str(getattr(finding, "level", "warning")),
        str(getattr(finding, "code", "")),
        getattr(finding, "row", None),
        getattr(finding, "column", None),
        str(getattr(finding, "message", finding)),
    )


def _line(level: str, code: str, row: object, name: object, message: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(4)
    shape, tone = _LOOKS.get(level, _LOOKS["warning"])
    lamp = Lamp()
    lamp.show_as(shape, "", tone)
    lamp.setFixedWidth(26)
    where = []
    if row is not None:
        where.append(translate("Console", "row {row}").format(row=row))
    if name:
        where.append(str(name))
    words = QLabel(finding_text(code, message) + (f"  ({', '.join(where)})" if where else ""))
    words.setToolTip(message)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    line.addWidget(lamp, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
