"""The console: one window, three rooms. It wires parts to the bridge and holds no rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.show.errors import Refused
from hostconsole.show.state import State
from hostconsole.ui.alert_row import AlertRow
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.clipboard import Clipboard
from hostconsole.ui.console_actions import ConsoleActions
from hostconsole.ui.keeping import Keeping as Keeping
from hostconsole.ui.keys_here import KeysHere
from hostconsole.ui.language import Language, Speech, translate
from hostconsole.ui.live_room import LiveRoom
from hostconsole.ui.moment import Moment
from hostconsole.ui.offer_bar import OfferBar
from hostconsole.ui.part import Part
from hostconsole.ui.rooms import Rooms
from hostconsole.ui.status_line import StatusLine
from hostconsole.ui.texts import command_text, refusal_text
from hostconsole.ui.theme import scale_for, style_sheet
from hostconsole.ui.ticker import Ticker
from hostconsole.ui.window_place import SMALLEST, SMALLEST_SOLO, RoomSize, put_back

if TYPE_CHECKING:  # loaded when first looked at
    from hostconsole.ui.keys_panel import KeysPanel
    from hostconsole.ui.prepare_room import PrepareRoom
    from hostconsole.ui.review_room import ReviewRoom

_GEOMETRY = "console.geometry"
_SOLO = "console.solo"
_VIEW = "console.host_view"

CLOSE_AGAIN_MS = 6_000
"""So long a second press of the close button counts as the answer."""


class ConsoleWindow(QMainWindow):
    """`asked(command, args)`: acts that are not the show's (desk.quick_bar …). `closed`: it was closed."""

    asked = Signal(str, object)
    closed = Signal()
    listening = Signal(bool)
    review_opened = Signal(object)
    noted_ticked = Signal(str, int)
    host_page_opened = Signal(object)
    obs_opened = Signal(object)
    try_feeds = Signal()

    def __init__(
        self, *, bridge: Bridge, ticker: Ticker, keys: KeyTable, speech: Speech, keeping: Keeping
    ) -> None:
        super().__init__()
        self.bridge, self.keys, self._speech, self._keeping = bridge, keys, speech, keeping
        self._scale, self._solo, self._room_size = 0.0, False, RoomSize(self)
        self.status = StatusLine(bridge)
        self.live = LiveRoom(bridge)
        self.rooms = Rooms(self.live, bridge=bridge, speech=speech, keeping=keeping, made=self._serve_room)
        self._closing = QTimer(self, singleShot=True, interval=CLOSE_AGAIN_MS)
        self._clipboard = Clipboard(bridge)
        self.offer = OfferBar(bridge)
        self.alert = AlertRow(bridge)
        self._parts: list[Part] = [self.status, self.live, self.offer, self.alert]
        self._lay_out()
        self._keys_here = KeysHere(self._centre, moment=self._moment, change=self._open_key_settings)
        self.actions_ = ConsoleActions(self, self.live.queue.view, self.act)
        self._connect(ticker)
        self.set_keys(keys)
        self._restore()
        self._show_state(bridge.state, ())
        self.show_room("live" if bridge.state.running else "prepare")

    def _lay_out(self) -> None:
        room = self._centre = QWidget()
        room.setObjectName("room")
        column = QVBoxLayout(room)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.status)
        column.addWidget(self.offer)
        column.addWidget(self.alert)
        column.addWidget(self.rooms, 1)
        self.setCentralWidget(room)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setMinimumSize(*SMALLEST)

    def _connect(self, ticker: Ticker) -> None:
        self.bridge.changed.connect(self._show_state)
        self.bridge.keys_unbound.connect(self._fall_back)
        self.bridge.refused.connect(self._say_why)
        ticker.tick.connect(self._tick)
        self.alert.asked.connect(lambda command: self.act(command, {}))
        self.status.room_chosen.connect(self.show_room)
        self.status.help_asked.connect(self._keys_here.toggle)
        self.status.obs_asked.connect(self._show_obs)
        self.status.solo_asked.connect(self.set_solo)
        self.live.host.view_chosen.connect(lambda on: self._keeping.remember(_VIEW, b"1" if on else b"0"))

    # -- rooms ---------------------------------------------------------------------------------------

    def show_room(self, name: str) -> None:
        """prepare, live or review; rooms are made when they are first looked at."""
        if name != self.room():
            self._keys_here.hide()  # they were the other room's
        part = self.rooms.at(name)
        self.rooms.setCurrentWidget(part)
        self.status.show_room(name)
        self._fit_room()
        part.show_state(self.bridge.state, self.bridge.now_ms())
        if name == "review":
            self.review_opened.emit(self.review)
        self._place_keyboard()
        if name == "live":
            self.setFocus()
        self._keys_here.refresh()

    def _place_keyboard(self) -> None:
        """The window's own place for the keyboard: the queue, where it is shown."""
        queue = self.live.queue
        shown = self.room() == "live" and not queue.isHidden()
        self.setFocusProxy(queue.view if shown else None)  # type: ignore[arg-type]  # Qt takes none

    @property
    def prepare(self) -> PrepareRoom | None:
        return self.rooms.prepare

    @property
    def review(self) -> ReviewRoom | None:
        return self.rooms.review

    def room(self) -> str:
        return self.rooms.open()

    def _serve_room(self, room: PrepareRoom | ReviewRoom) -> None:
        self._parts.append(room)
        if room is self.prepare:
            self._serve_prepare(room)
        room.rescale(self._scale or 1.0)
        room.show_keys(self.keys)

    def _serve_prepare(self, room: PrepareRoom) -> None:
        room.sheet_chosen.connect(self._open_sheet)
        room.reread.connect(lambda: self.asked.emit("desk.sheet", {}))
        room.table_pasted.connect(
            lambda text, html: self.asked.emit("desk.paste", {"text": text, "html": html})
        )
        room.file_dropped.connect(lambda path: self.asked.emit("desk.drop", {"path": path}))
        room.language_chosen.connect(self._speak)
        room.keys_changed.connect(self.change_keys)
        room.rehearsal_asked.connect(lambda: self.asked.emit("desk.rehearse_keys", {}))
        room.listening.connect(self.listening)
        room.host_page_opened.connect(self.host_page_opened)
        room.obs_opened.connect(self.obs_opened)
        room.try_feeds.connect(self.try_feeds)
        room.last_time.ticked.connect(self.noted_ticked)

    def _show_obs(self) -> None:
        """OBS's page: what is the matter, and starting and stopping what leaves it."""
        self.show_room("prepare")
        if self.prepare is not None:
            self.prepare.pages.open("obs")

    def set_solo(self, solo: bool) -> None:
        """The layout for one person alone, in a window that may be small; remembered."""
        self.live.set_solo(solo)
        self.status.set_compact(solo)
        self._solo = solo
        self._keeping.remember(_SOLO, b"1" if solo else b"0")
        self._place_keyboard()
        if solo and self.room() != "live":
            self.show_room("live")
        self._fit_room()

    def _fit_room(self) -> None:
        """Only the live room of one person alone may be small."""
        self._room_size.fit(SMALLEST_SOLO if self._solo and self.room() == "live" else SMALLEST)

    # -- keys and acts -------------------------------------------------------------------------------

    def act(self, command: str, args: dict[str, str]) -> None:
        """What a key of the console means."""
        queue = self.live.queue
        key = queue.view.current_key()
        if command == "desk.keys":
            self._keys_here.toggle()
        elif command == "desk.find" and self._solo:
            self.asked.emit("desk.quick_bar", {})  # it finds too, where no queue is shown
        elif command == "desk.find":
            self.show_room("live")
            queue.start_find()
        elif command.startswith("row."):
            if key is not None:
                queue.act(command, key)
        elif command == "desk.copy":
            self._clipboard.copy()
        elif command in ("desk.quick_bar", "desk.sheet"):
            self.asked.emit(command, args)
        else:
            self.bridge.run(command, **args)

    def _open_sheet(self, path: str) -> None:
        self.asked.emit("desk.open_sheet", {"path": path})

    def set_keys(self, keys: KeyTable) -> None:
        self.keys = keys
        self.actions_.bind(keys)
        for part in self._parts:
            part.show_keys(keys)
        self._keys_here.refresh()

    def bind_global_fallback(self, keys: Iterable[str]) -> None:
        """System-wide keys that could not be bound: they work at least in this window."""
        self.actions_.bind_fallback(keys)

    def _say_why(self, command: str, refusal: Refused) -> None:
        """The Live room has its own place for it."""
        if self.room() != "live" and refusal.code != "needs_confirm":
            words = f"{command_text(command)}:  {refusal_text(refusal, self.bridge.state)}"
            self.alert.answer(words)

    def _fall_back(self, unbound: object) -> None:
        names = [str(getattr(key, "key", key)) for key in unbound] if isinstance(unbound, tuple) else []
        self.bind_global_fallback(names)

    def rehearse(self, on: bool) -> None:
        """Keys are being rehearsed: none of the system-wide ones acts, not even here."""
        self.actions_.hush(on)
        if self.prepare is not None:
            self.prepare.steps.refresh()

    def change_keys(self, keys: object) -> None:
        if isinstance(keys, KeyTable):
            self.set_keys(keys)
            self._keeping.save_keys(keys)

    @property
    def keys_panel(self) -> KeysPanel | None:
        return self._keys_here.panel

    def _moment(self) -> Moment:
        bridge = self.bridge
        return Moment(
            table=self.keys, state=bridge.state, room=self.room(), rules=bridge.rules, now_ms=bridge.now_ms()
        )

    def open_host_settings(self) -> None:
        """The settings page of the host's screen."""
        self.show_room("prepare")
        if self.prepare is not None:
            self.prepare.open_host()

    def _open_key_settings(self) -> None:
        self._keys_here.hide()
        self.show_room("prepare")
        if self.prepare is not None:
            self.prepare.open_keys()

    # -- showing -------------------------------------------------------------------------------------

    def _show_state(self, state: State, entries: object) -> None:
        name = state.plan.name or translate("Console", "No show")
        self.setWindowTitle(f"{name} — Host Console")
        now_ms = self.bridge.now_ms()
        self.status.show_state(state, now_ms)
        self.alert.show_state(state, now_ms)
        kinds = (
            {getattr(entry.event, "kind", "") for entry in entries} if isinstance(entries, tuple) else set()
        )
        if "session.started" in kinds and state.running and self.room() == "prepare":
            self.show_room("live")
        shown = self.rooms.currentWidget()
        if isinstance(shown, Part):
            shown.show_state(state, now_ms)
        self._keys_here.refresh()

    def _tick(self) -> None:
        if not self.isVisible():
            return
        state, now_ms = self.bridge.state, self.bridge.now_ms()
        self.status.tick(state, now_ms)
        self.alert.tick(state, now_ms)
        shown = self.rooms.currentWidget()
        if isinstance(shown, Part):
            shown.tick(state, now_ms)

    def _speak(self, language: str) -> None:
        chosen: Language = "zh" if language == "zh" else "en"
        self._speech.speak(chosen)
        self._keeping.save_language(chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        for part in self._parts:
            part.retranslate()
        self._keys_here.retranslate()
        state, now_ms = self.bridge.state, self.bridge.now_ms()
        for part in self._parts:
            part.show_keys(self.keys)
            part.show_state(state, now_ms)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.live.on_air.warm)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = scale_for(self.width(), self.height())
        if scale != self._scale:
            self._scale = scale
            self.setStyleSheet(style_sheet(scale))
            for part in self._parts:
                part.rescale(scale)
        self._keys_here.place()

    def _restore(self) -> None:
        self.status.solo.setChecked(self._keeping.recall(_SOLO) == b"1")
        self.live.host.view.setChecked(self._keeping.recall(_VIEW) == b"1")
        put_back(self, self._keeping.recall(_GEOMETRY))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.bridge.state.running and not self._closing.isActive():
            # No box while a session is on air: a second press within some seconds is the answer.
            self._closing.start()
            self.bridge.refused.emit("window.close", Refused("still_running"))
            event.ignore()
            return
        if self._solo:
            self._room_size.give_back(SMALLEST_SOLO)
        self._keeping.remember(_GEOMETRY, bytes(self.saveGeometry().data()))
        self.closed.emit()
        super().closeEvent(event)
