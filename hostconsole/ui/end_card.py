"""After the end: what still runs outside, why things were corrected on air, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hostconsole.show.commands.session import REOPEN_MS
from hostconsole.show.money import as_read
from hostconsole.show.state import Correction, Obs, State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.fields import EditorField
from hostconsole.ui.keyboard import leave
from hostconsole.ui.labels import Elided, KeyButton, label, set_text
from hostconsole.ui.lamp import Lamp
from hostconsole.ui.language import translate
from hostconsole.ui.part import Part
from hostconsole.ui.phrases import clock_of, count, link_name, minutes, who
from hostconsole.ui.texts import command_text

MOST_REASONS = 6


class _Reason(QWidget):
    """One correction of one session, and a field for its reason: Return keeps it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.made = ("", 0)
        """The session and the seq of the correction whose reason is typed here."""
        self.words = Elided("body")
        self.field = EditorField()
        self.field.setMaxLength(200)
        self.field.entered.connect(self._keep)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        line.addWidget(self.field, 1)

    def show_correction(self, made: Correction, state: State) -> None:
        if self.made != (state.session, made.seq):
            self.made = (state.session, made.seq)
            self.field.clear()
        set_text(self.words, _correction(made, state))

    def _keep(self) -> None:
        if self.field.text().strip():
            self._bridge.run("event.reason", seq=str(self.made[1]), reason=self.field.text().strip())


class EndCard(Part):
    """Over the room while the session has ended, until it is put away. Not modal. `report_asked(session)`."""

    report_asked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget) -> None:
        super().__init__(bridge, name="panel", parent=parent)
        self._put_away, self._reported, self._fault = "", "", ""
        self._title = label("title", bold=True)
        self.links, self.outputs, self.log = Lamp(), Lamp(), Lamp()
        self._ask = label("strong", bold=True)
        self.reasons = [_Reason(bridge) for _ in range(MOST_REASONS)]
        self.stream, self.record = KeyButton(), KeyButton()
        self.report = KeyButton()
        self.reopen, self.close_ = KeyButton(), KeyButton()
        self._lay_out()
        self.stream.clicked.connect(lambda: bridge.run("obs.stream", on="no"))
        self.record.clicked.connect(lambda: bridge.run("obs.record", on="no"))
        self.report.clicked.connect(lambda: self.report_asked.emit(bridge.state.session))
        self.reopen.clicked.connect(lambda: bridge.run("session.reopen"))
        self.close_.clicked.connect(self._away)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.links, 0, 0)
        grid.addWidget(self.outputs, 1, 0)
        grid.addWidget(self.stream, 1, 1)
        grid.addWidget(self.record, 1, 2)
        grid.addWidget(self.log, 2, 0)
        grid.addWidget(self.report, 2, 1, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addLayout(grid)
        column.addWidget(self._ask)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        for reason in self.reasons:
            self._lines.addWidget(reason)
        column.addLayout(self._lines)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.reopen)
        line.addWidget(self.close_)
        column.addLayout(line)

    def retranslate(self) -> None:
        self._title.setText(translate("End", "The session has ended"))
        self._ask.setText(translate("End", "Why was this corrected? Enter keeps it."))
        self.stream.setText(translate("End", "Stop the stream"))
        self.record.setText(translate("End", "Stop the recording"))
        self.close_.setText(translate("End", "Done"))
        self.report.setText(translate("End", "Open the report"))
        for reason in self.reasons:
            reason.field.setPlaceholderText(translate("End", "Reason"))

    def show_state(self, state: State, now_ms: int) -> None:
        ended = state.mode == "ended" and state.kind != "preparation"
        shown = ended and self._put_away != state.session
        if not ended:
            self._put_away, self._reported = "", ""
        self.setVisible(shown)
        if not shown:
            return
        self._show_outside(state)
        self._show_reasons(state)
        self.tick(state, now_ms)
        self.place()

    def _show_reasons(self, state: State) -> None:
        """A line stays with its correction while others get their reasons: somebody may be typing in it."""
        waiting = state.corrections[-MOST_REASONS:]
        self._ask.setVisible(bool(waiting))
        lines = {line.made: line for line in self.reasons}
        known = [lines.get((state.session, made.seq)) for made in waiting]
        free = [line for line in self.reasons if line not in known]
        shown = [line or free.pop(0) for line in known]
        left = any(line.field.hasFocus() for line in free)
        self.reasons = shown + free
        for place, line in enumerate(self.reasons):
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
            line.setVisible(place < len(shown))
        for line, made in zip(shown, waiting, strict=True):
            line.show_correction(made, state)
        if left and shown:
            shown[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outside(self, state: State) -> None:
        up = [link_name(state.items[key].item) for key in state.order if state.items[key].link.status == "up"]
        if up:
            words = translate("End", "Still up on the platform: {links}").format(links=", ".join(up))
            self.links.show_as("warn", words, "waiting")
        else:
            self.links.show_as("check", translate("End", "No link is up"), "fine")
        self._show_outputs(state.obs)
        self._show_log(state)

    def show_report(self, session: str, fault: str) -> None:
        """It is written now, or `fault` says why not."""
        if session != self.bridge.state.session:
            return
        self._reported, self._fault = session, fault
        self._show_log(self.bridge.state)

    def _show_log(self, state: State) -> None:
        written = self._reported == state.session
        self.report.setVisible(written and not self._fault)
        if not written:
            self.log.show_as("half", translate("End", "The log is kept; the report is being written"), "fine")
        elif self._fault:
            words = translate("End", "The log is kept; the report failed: {why}").format(why=self._fault)
            self.log.show_as("warn", words, "waiting")
        else:
            self.log.show_as("check", translate("End", "The log is kept, the report is written"), "fine")

    def _show_outputs(self, obs: Obs) -> None:
        """Only what is known: without OBS nobody here can say what still goes out."""
        self.stream.setVisible(obs.streaming)
        self.record.setVisible(obs.recording)
        if obs.link not in ("ready", "simulated"):
            words = translate("End", "OBS is not connected: look there what still runs")
            self.outputs.show_as("half", words, "waiting")
            return
        outputs = {"stream": obs.streaming, "recording": obs.recording, "virtual camera": obs.virtual_camera}
        on = [translate("Words", name) for name, runs in outputs.items() if runs]
        words = translate("End", "Still running: {outputs}").format(outputs=", ".join(on))
        still = translate("End", "Nothing goes out and nothing is recorded")
        self.outputs.show_as("warn" if on else "check", words if on else still, "waiting" if on else "fine")

    def tick(self, state: State, now_ms: int) -> None:
        if self.isHidden():
            return
        left = REOPEN_MS - (now_ms - (state.ended_ms if state.ended_ms is not None else now_ms))
        self.reopen.setVisible(left > 0)
        self.reopen.setText(command_text("session.reopen"))
        self.reopen.set_hint(minutes(max(0, left)))

    def place(self) -> None:
        """In the middle of the room."""
        room = self.parentWidget()
        if room is None or self.isHidden():
            return
        width = min(round(860 * self.scale), room.width() - 40)
        height = min(self.sizeHint().height(), room.height() - 20)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 3, width, height)
        self.raise_()

    def rescale(self, scale: float) -> None:
        """Sizes of type are known only once the new look is on."""
        super().rescale(scale)
        QTimer.singleShot(0, self, self.place)

    def _away(self) -> None:
        self._put_away = self.bridge.state.session
        leave(self)


def _correction(made: Correction, state: State) -> str:
    """ "21:04 Link 3 price ¥89 → ¥79 (甲)" """
    rows = state.items.values()
    row = state.items.get(made.key) or next((r for r in rows if r.item.sku == made.key), None)
    name = link_name(row.item) if row is not None else made.key
    if made.what == "price" and row is not None:
        was, now = (as_read(n, row.item.currency) if n is not None else "–" for n in (made.was, made.now))
        words = translate("End", "{item} price {was} → {now}")
    else:
        was, now = count(made.was), count(made.now)
        words = translate("End", "{item} stock {was} → {now}")
    return f"{clock_of(made.at)}  {words.format(item=name, was=was, now=now)}  ({who(made.by)})"
