"""The selected row below the plan: its picture, its longer words, and what it did in past shows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout

from hostconsole.show.history import MOST_SHOWN, History, Past
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.figures import Picture
from hostconsole.ui.file_boxes import file_box
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import DASH, count, local, minutes, price
from hostconsole.ui.texts import refusal_text

WORDS = ("offer", "key_points", "script", "evidence_ref")
"""Fields that are too long for the table; the script's line is its beginning, edited whole."""

PICTURES = "*.png *.jpg *.jpeg *.webp *.gif *.bmp"


class RowCard(Part):
    """Words are kept by Return and by going elsewhere, always for the row they were typed for; a picture is
    chosen or dropped."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, name="card")
        self.setAcceptDrops(True)
        self._key, self._show = "", ("", "")
        self._history: History = {}
        self._was: dict[str, str] = {}
        self._head = Elided("strong", bold=True)
        self._answer = Elided("small", tone="waiting")
        self.picture = Picture()
        self.choose = KeyButton()
        self.choose.clicked.connect(self._ask_picture)
        self._captions: dict[str, QLabel] = {}
        self.fields: dict[str, EditorField] = {}
        self._past_title = label("small", tone="faint")
        self.past = [Elided("small", tone="soft") for _ in range(MOST_SHOWN)]
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.picture)
        left.addWidget(self.choose)
        left.addStretch(1)
        words = QGridLayout()
        words.setHorizontalSpacing(8)
        words.setVerticalSpacing(4)
        for at, name in enumerate(WORDS):
            field = EditorField()
            field.setMaxLength(1_000_000)
            field.entered.connect(lambda name=name: self.keep(name))
            field.editingFinished.connect(lambda name=name: self.keep(name))
            field.left.connect(self._show_words)
            self._captions[name] = label("small", tone="faint")
            self.fields[name] = field
            words.addWidget(self._captions[name], at, 0)
            words.addWidget(field, at, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self._past_title)
        for line in self.past:
            right.addWidget(line)
        right.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._head, 3)
        head.addWidget(self._answer, 2)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addLayout(left)
        body.addLayout(words, 3)
        body.addLayout(right, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.addLayout(head)
        column.addLayout(body)

    def retranslate(self) -> None:
        names = {
            "offer": translate("Console", "Offer"),
            "key_points": translate("Console", "Key points"),
            "script": translate("Console", "Script"),
            "evidence_ref": translate("Console", "Proof"),
        }
        for name, caption in self._captions.items():
            caption.setText(names[name])
        self.fields["key_points"].setPlaceholderText(translate("Console", "parted by |"))
        self.choose.setText(translate("Console", "Picture …"))
        self._past_title.setText(translate("Console", "Last airings"))
        self._show_past(self.bridge.state)

    def show_history(self, history: History) -> None:
        self._history = history
        self._show_past(self.bridge.state)

    def show_row(self, key: str) -> None:
        if key != self._key:
            self.keep_all()
            self._key = key
            self._empty()
        set_text(self._answer, "")
        self.show_state(self.bridge.state, 0)

    def show_state(self, state: State, now_ms: int) -> None:
        row = state.items.get(self._key)
        if row is None or _show_of(state) != self._show:
            self._drop()
        self._show = _show_of(state)
        self.setVisible(row is not None)
        if row is None:
            return
        item = row.item
        set_text(self._head, f"{item.link_no}  {item.title}".strip())
        self.picture.show_path(item.picture)
        typed = {name for name in WORDS if self._is_typed(name)}
        self._was = {
            "offer": item.offer,
            "key_points": "|".join(item.key_points),
            "script": item.script,
            "evidence_ref": item.evidence,
        }
        for name in WORDS:
            if name not in typed:
                self._show_word(name)
        self._show_past(state)

    def _show_words(self) -> None:
        for name in WORDS:
            self._show_word(name)

    def _show_word(self, name: str) -> None:
        field = self.fields[name]
        # A field has one line: a script of several keeps its line ends as a mark.
        words = self._was.get(name, "").replace("\n", "⏎")
        if field.text() != words:
            field.setText(words)
            field.setCursorPosition(0)
        elif not field.hasFocus():
            field.setCursorPosition(0)

    def _empty(self) -> None:
        """Nothing of another row may stand in a field, not even in the one that has the focus."""
        self._was = {}
        for field in self.fields.values():
            field.clear()

    def _drop(self) -> None:
        """The row is gone, or another show has been opened whose row has the same id."""
        typed = [self.fields[name].text().strip() for name in WORDS if self._is_typed(name)]
        self._empty()
        if typed:
            words = translate("Console", "Not kept, as its row is gone: {typed}")
            self.bridge.dropped.emit(words.format(typed=" · ".join(typed)))

    def _typed(self, name: str) -> str:
        return self.fields[name].text().replace("⏎", "\n").strip()

    def _is_typed(self, name: str) -> bool:
        """Whether the field holds something else than what its row is known to have."""
        return self._typed(name) != self._was.get(name, "").strip()

    def keep(self, name: str) -> None:
        """Only for the row, and in the show, that it was typed for."""
        typed = self._typed(name)
        if not self._key or not self._is_typed(name) or _show_of(self.bridge.state) != self._show:
            return
        if self._edit(self._key, name, typed):
            self._was[name] = typed
            # The words as they are kept: "a | b" is a|b, and no edit of its own.
            self.show_state(self.bridge.state, 0)

    def keep_all(self) -> None:
        """What was typed and not kept yet: before anything is done that the words are older than."""
        for name in WORDS:
            self.keep(name)

    def focus(self, column: str) -> bool:
        """Whether the card has a field for the column; it has the cursor then."""
        field = self.fields.get(column)
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        return True

    def _edit(self, key: str, name: str, value: str) -> bool:
        refusal = self.bridge.attempt("item.edit", {"item": key, "field": name, "value": value})
        set_text(self._answer, "" if refusal is None else refusal_text(refusal, self.bridge.state))
        return refusal is None

    # -- pictures ------------------------------------------------------------------------------------

    def _ask_picture(self) -> None:
        title = translate("Console", "Choose a picture")
        box = file_box(self, title, sheet=self.bridge.state.plan.sheet)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.setNameFilter(f"{translate('Console', 'Pictures')} ({PICTURES})")
        key = self._key
        box.fileSelected.connect(lambda path: self._edit(key, "picture", path))
        box.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._key and _picture_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _picture_in(event.mimeData()):
            self._edit(self._key, "picture", path)
            event.acceptProposedAction()

    # -- past shows ----------------------------------------------------------------------------------

    def _show_past(self, state: State) -> None:
        row = state.items.get(self._key)
        pasts = self._history.get(row.item.sku, ()) if row is not None and row.item.sku else ()
        lines = [past_text(past) for past in pasts[:MOST_SHOWN]]
        if not lines:
            lines = [translate("Console", "none in the log")]
        for line, words in zip(self.past, [*lines, *[""] * MOST_SHOWN], strict=False):
            set_text(line, words)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self.picture.resize_to(round(76 * scale))


def _show_of(state: State) -> tuple[str, str]:
    """Which show it is, the same in its rehearsal and its session."""
    return state.plan.name, state.plan.sheet


def past_text(past: Past) -> str:
    """11-20 · 11:20 · ¥89 · 52 sold · gone in 41, 63 s"""
    sold = (
        translate("Console", "{count} sold").format(count=count(past.sold)) if past.sold is not None else DASH
    )
    parts: Mapping[str, str] = {
        "at": local(past.at).strftime("%m-%d"),
        "aired": minutes(past.aired_ms),
        "price": price(past.price, past.currency),
        "sold": sold,
    }
    empty = ", ".join(f"{seconds:.0f}" for seconds in past.empty_s[:3])
    tail = " · " + translate("Console", "gone in {seconds} s").format(seconds=empty) if empty else ""
    return " · ".join(parts.values()) + tail


def _picture_in(data: QMimeData) -> str:
    for url in data.urls():
        path = url.toLocalFile()
        if Path(path).suffix.lower() in PICTURES.replace("*", "").split():
            return path
    return ""
