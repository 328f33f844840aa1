"""One session in the Review room: its sentences and figures, what can be made of it, what to do next time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.labels import Elided, KeyButton, label, rule, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.session_list import SessionRow, kind_words
from hostconsole.ui.session_told import Told

FORMATS = (
    "xlsx", "html", "pdf", "png", "csv", "json", "jsonl", "chapters.txt", "chapters.csv", "edl", "zip"
)  # fmt: skip
"""Endings of the files a session can be written to; the last is the portable archive."""

MOST_SENTENCES, MOST_EVIDENCE, MOST_FIGURES, MOST_ACTIONS = 3, 2, 6, 8


class _Sentence(QWidget):
    """A number, a sentence, and two lines of evidence."""

    def __init__(self, n: int) -> None:
        super().__init__()
        self.text = label("strong", bold=True)
        self.text.setWordWrap(True)
        self.evidence = [Elided("small", tone="soft") for _ in range(MOST_EVIDENCE)]
        number = label("strong", tone="next", bold=True, text=f"{n}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.text)
        for one in self.evidence:
            column.addWidget(one)
        line.addLayout(column, 1)

    def tell(self, text: str, evidence: tuple[str, ...]) -> None:
        set_text(self.text, text)
        for place, one in enumerate(self.evidence):
            one.setVisible(place < len(evidence))
            set_text(one, evidence[place] if place < len(evidence) else "")


class SessionPanel(Part):
    """`asked(what)` is one of report, picture, copy, export, figures, clips; `action_typed(words)`;
    `action_ticked(seq, done)`."""

    asked = Signal(str)
    action_typed = Signal(str)
    action_ticked = Signal(int, bool)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="panel")
        self.title, self.kind = Elided("title", bold=True), label("small", tone="soft")
        self.waiting = label("body", tone="faint")
        self.sentences = [_Sentence(n + 1) for n in range(MOST_SENTENCES)]
        self._figures = [
            (label("small", tone="faint"), label("strong", bold=True)) for _ in range(MOST_FIGURES)
        ]
        self.report, self.picture, self.copy = KeyButton(kind="take"), KeyButton(), KeyButton()
        self.export, self.figures, self.clips = KeyButton(), KeyButton(), KeyButton()
        self.format = QComboBox()
        self.format.addItems([f".{name}" for name in FORMATS])
        self._next, self._kept = label("small", tone="faint"), Elided("small", tone="faint")
        self.ticks = [QCheckBox() for _ in range(MOST_ACTIONS)]
        self.action = EditorField()
        self.action.setMaxLength(300)
        self._seqs: list[int] = []
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_told(None, None)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.kind)
        column.addLayout(head)
        column.addWidget(self.waiting)
        for sentence in self.sentences:
            column.addWidget(sentence)
        column.addLayout(self._figure_grid())
        column.addWidget(rule())
        column.addLayout(self._buttons())
        column.addWidget(rule())
        column.addWidget(self._next)
        for tick in self.ticks:
            column.addWidget(tick)
        column.addWidget(self.action)
        column.addWidget(self._kept)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)

    def _figure_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(0)
        for place, (name, value) in enumerate(self._figures):
            row, across = divmod(place, 3)
            grid.addWidget(name, row * 2, across)
            grid.addWidget(value, row * 2 + 1, across)
            grid.setColumnStretch(across, 1)
        return grid

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for across, button in enumerate((self.report, self.picture, self.copy)):
            grid.addWidget(button, 0, across)
        export = QHBoxLayout()
        export.setSpacing(4)
        export.addWidget(self.format)
        export.addWidget(self.export, 1)
        grid.addLayout(export, 1, 0)
        grid.addWidget(self.figures, 1, 1)
        grid.addWidget(self.clips, 1, 2)
        for across in range(3):
            grid.setColumnStretch(across, 1)
        return grid

    def _connect(self) -> None:
        for what, button in self._by_name().items():
            button.clicked.connect(lambda _checked=False, what=what: self.asked.emit(what))
        self.action.entered.connect(self._keep_action)
        for place, tick in enumerate(self.ticks):
            tick.clicked.connect(lambda done, place=place: self.action_ticked.emit(self._seqs[place], done))

    def _by_name(self) -> dict[str, KeyButton]:
        return {
            "report": self.report, "picture": self.picture, "copy": self.copy, "export": self.export,
            "figures": self.figures, "clips": self.clips,
        }  # fmt: skip

    def retranslate(self) -> None:
        self.report.setText(translate("Review", "Open the report"))
        self.picture.setText(translate("Review", "Picture"))
        self.copy.setText(translate("Review", "Copy summary"))
        self.export.setText(translate("Review", "Export"))
        self.figures.setText(translate("Review", "Platform figures"))
        self.clips.setText(translate("Review", "Cut clips"))
        self._next.setText(translate("Review", "For the next show"))
        self.action.setPlaceholderText(translate("Review", "What to do differently? Enter keeps it."))
        self.report.set_hint("↵")
        self.copy.set_hint("Ctrl+C")
        self.figures.set_hint("Ctrl+V")

    def show_told(self, row: SessionRow | None, told: Told | None, fault: str = "") -> None:
        """What is known of the chosen session; `told` None: not read yet, or `fault` says why not."""
        set_text(self.title, row.show if row is not None else translate("Review", "No session chosen"))
        set_text(self.kind, kind_words(row) if row is not None else "")
        reading = translate("Review", "Reading the log …") if row is not None else ""
        set_text(self.waiting, fault or reading)
        self.waiting.setVisible(told is None and bool(fault or reading))
        for button in (*self._by_name().values(), self.action, self.format):
            button.setEnabled(row is not None)
        self.copy.setEnabled(told is not None)
        self._tell(told or Told(session=""))

    def _tell(self, told: Told) -> None:
        for place, sentence in enumerate(self.sentences):
            sentence.setVisible(place < len(told.sentences))
            if place < len(told.sentences):
                sentence.tell(*told.sentences[place])
        for place, (name, value) in enumerate(self._figures):
            title, text, formula = told.figures[place] if place < len(told.figures) else ("", "", "")
            set_text(name, title)
            set_text(value, text)
            for part in (name, value):
                part.setToolTip(formula)
        kept = translate("Review", "To be kept until {day}; nothing is deleted by itself")
        set_text(self._kept, kept.format(day=told.retain_until) if told.retain_until else "")
        shown = told.actions[-MOST_ACTIONS:]
        self._seqs = [seq for seq, _, _ in shown]
        for place, tick in enumerate(self.ticks):
            tick.setVisible(place < len(shown))
            if place < len(shown):
                tick.setText(shown[place][1].replace("&", "&&"))
                tick.setChecked(shown[place][2])

    def _keep_action(self) -> None:
        words = self.action.text().strip()
        if words:
            self.action.clear()
            self.action_typed.emit(words)

    def texts(self) -> list[QLabel]:
        """What a test may read."""
        return [sentence.text for sentence in self.sentences if sentence.isVisible()]
