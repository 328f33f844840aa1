"""The Prepare room: the plan as it was read, what was found in it, who sits here, and the way on air."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hostconsole.keys.table import KeyTable
from hostconsole.show.history import History
from hostconsole.show.plan import Item
from hostconsole.show.state import State
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.dropped import sheet_in, table_in
from hostconsole.ui.file_boxes import LAST_SHEET, ask_sheet
from hostconsole.ui.first_steps import FirstSteps
from hostconsole.ui.keeping import StepKeeping
from hostconsole.ui.keys_page import KeysPage
from hostconsole.ui.labels import KeyButton, label, rule
from hostconsole.ui.language import LANGUAGES, OWN_NAMES, Language, translate
from hostconsole.ui.last_time import LastTimeBar
from hostconsole.ui.part import Part
from hostconsole.ui.paste_page import PastePage
from hostconsole.ui.paste_view import PasteView
from hostconsole.ui.plan_panel import PlanPanel
from hostconsole.ui.preflight_panel import PreflightPanel
from hostconsole.ui.prepare_pages import PreparePage, PreparePages
from hostconsole.ui.scenes_bar import ScenesBar
from hostconsole.ui.session_buttons import SessionButtons
from hostconsole.ui.texts import command_text

if TYPE_CHECKING:  # made when it is first opened
    from hostconsole.ui.host_page import HostPage
    from hostconsole.ui.sheet_page import SheetPage


class PrepareRoom(Part):
    """`language_chosen(code)`, `keys_changed(KeyTable)`, `host_page_opened(HostPage)` when it is made,
    `obs_opened(ObsPage)` each time it comes in front, `reread`: the sheet, to see what differs,
    `table_pasted(text, html)`, `file_dropped(path)`."""

    language_chosen = Signal(str)
    keys_changed = Signal(object)
    listening = Signal(bool)
    rehearsal_asked = Signal()
    host_page_opened = Signal(object)
    obs_opened = Signal(object)
    sheet_chosen = Signal(str)
    reread = Signal()
    try_feeds = Signal()
    table_pasted = Signal(str, str)
    file_dropped = Signal(str)

    def __init__(self, bridge: Bridge, *, language: Language, keeping: StepKeeping) -> None:
        super().__init__(bridge)
        self._keeping = keeping
        self.plan = PlanPanel(bridge)
        self.preflight = PreflightPanel(bridge, read_ms=self._read_ms)
        self.plan.times_learned.connect(self.preflight.settle)
        self.session = SessionButtons(bridge, handover=False)
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self._operator, self._language = label("small", tone="faint"), label("small", tone="faint")
        self.languages: dict[Language, KeyButton] = {}
        self.obs, self.stock, self.host, self.keys = KeyButton(), KeyButton(), KeyButton(), KeyButton()
        self.page = KeysPage(bridge)
        self.host_page: HostPage | None = None
        self.steps = FirstSteps(bridge, keeping)
        self.scenes = ScenesBar(bridge)
        self.last_time = LastTimeBar(bridge)
        self.reload = KeyButton(kind="icon")
        self.plan.add_tool(self.reload)
        self.plan.add_above(self.scenes)
        self.plan.add_above(self.last_time)
        self.parts = [self.plan, self.preflight, self.session, self.steps, self.scenes, self.last_time]
        self._table: KeyTable | None = None
        self._lay_out(language)
        self._connect()
        self.retranslate()

    def _lay_out(self, language: Language) -> None:
        main = QWidget()
        columns = QHBoxLayout(main)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(8)
        columns.addWidget(self.plan, 1)
        self._side = self._side_panel(language)
        columns.addWidget(self._side)
        self.pages = PreparePages(self.bridge, main)
        self.pages.made.connect(self._add_page)
        self.pages.offer("keys", lambda: self.page)
        self.pages.offer("host", self._make_host_page)
        self.pages.offer("obs", self._make_obs)
        self.pages.offer("stock", self._make_stock)
        self.pages.offer("paste", self._make_paste)
        self.pages.offer("scenes", self._make_scenes)
        self.pages.offer("differences", self._make_differences)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.pages)

    def _side_panel(self, language: Language) -> QWidget:
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.steps)
        column.addWidget(self.preflight, 1)
        box = Part(self.bridge, name="panel")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(14, 12, 14, 14)
        inside.setSpacing(6)
        inside.addLayout(self._who_and_how(language))
        pages = QHBoxLayout()
        for page in (self.obs, self.stock, self.host, self.keys):
            pages.addWidget(page)
        inside.addLayout(pages)
        inside.addWidget(rule())
        inside.addSpacing(2)
        inside.addWidget(self.session)
        column.addWidget(box)
        return panel

    def _who_and_how(self, language: Language) -> QGridLayout:
        """Who sits here and in which language, each in one line: a small screen needs the height."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._operator, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self._language, 1, 0)
        grid.addLayout(self._language_switch(language), 1, 1)
        return grid

    def _language_switch(self, language: Language) -> QHBoxLayout:
        line = QHBoxLayout()
        for code in LANGUAGES:
            button = KeyButton(kind="room")
            button.setText(OWN_NAMES[code])
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(code == language)
            button.clicked.connect(lambda _on=False, chosen=code: self.language_chosen.emit(chosen))
            line.addWidget(button, 1)
            self.languages[code] = button
        return line

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.setAutoRepeat(False)
        paste.activated.connect(self.paste)
        self.preflight.jump.connect(self.plan.jump)
        self.session.left.connect(self.plan.table.setFocus)
        self.name.editingFinished.connect(self._set_operator)
        self.steps.asked.connect(self.open_step)
        self.plan.sheet_asked.connect(lambda: self.open_step("sheet"))
        self.keys.clicked.connect(self.open_keys)
        self.host.clicked.connect(self.open_host)
        self.obs.clicked.connect(lambda: self.pages.open("obs"))
        self.stock.clicked.connect(lambda: self.pages.open("stock"))
        self.scenes.asked.connect(lambda: self.pages.open("scenes"))
        self.reload.clicked.connect(self.reread)
        self.page.changed.connect(self.keys_changed)
        self.page.listening.connect(self.listening)
        self.page.rehearsal_asked.connect(self.rehearsal_asked)

    def open_step(self, name: str) -> None:
        """The place of one of the first steps."""
        if name == "sheet":
            ask_sheet(self, self.sheet_chosen.emit, last=self._keeping.recall(LAST_SHEET))
        elif name == "keys":
            self.rehearsal_asked.emit()
        elif name == "rehearse":
            self.bridge.run("show.start_rehearsal")
        elif not self.pages.open(name):
            self.session.go_live.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_keys(self) -> None:
        self.pages.open("keys")

    def _add_page(self, page: PreparePage) -> None:
        """A page was made: it hears what every part hears."""
        self.parts.append(page)
        page.rescale(self.scale)
        if self._table is not None:
            page.show_keys(self._table)
        page.show_state(self.bridge.state, self.bridge.now_ms())

    def open_host(self) -> None:
        """The settings page of the host's screen."""
        self.pages.open("host")

    def _make_host_page(self) -> PreparePage:
        from hostconsole.ui.host_page import HostPage

        self.host_page = HostPage(self.bridge)
        self.host_page.clicker.keys_changed.connect(self.keys_changed)
        self.host_page.clicker.listening.connect(self.listening)
        self.host_page_opened.emit(self.host_page)
        return self.host_page

    def _make_stock(self) -> PreparePage:
        from hostconsole.ui.feeds_page import FeedsPage

        page = FeedsPage(self.bridge)
        page.try_asked.connect(self.try_feeds)
        return page

    def _make_obs(self) -> PreparePage:
        from hostconsole.ui.obs_page import ObsPage

        page = ObsPage(self.bridge)
        page.seen.connect(lambda: self.obs_opened.emit(page))
        return page

    def _make_scenes(self) -> PreparePage:
        from hostconsole.ui.scenes_page import ScenesPage

        return ScenesPage(self.bridge)

    def _make_differences(self) -> PreparePage:
        from hostconsole.ui.sheet_page import SheetPage

        return SheetPage(self.bridge)

    def sheet_page(self) -> SheetPage:
        """The page of what the sheet would change, in front."""
        self.pages.open("differences")
        return cast("SheetPage", self.pages.currentWidget())

    def _read_ms(self, item: Item) -> int | None:
        return self.plan.model.times.ms(self.bridge.state, item.id)

    # -- pasting and dropping ------------------------------------------------------------------------

    def paste(self) -> None:
        """What is on the clipboard, as a table."""
        self.table_pasted.emit(*table_in(QGuiApplication.clipboard().mimeData()))

    def paste_view(self) -> PasteView:
        """The page of pasted tables, in front."""
        self.pages.open("paste")
        page = self.pages.currentWidget()
        assert isinstance(page, PastePage)
        page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return page.view

    def _make_paste(self) -> PreparePage:
        return PastePage(self.bridge)

    def showEvent(self, event: QShowEvent) -> None:
        """The plan has the keys, and a paste has somewhere to go."""
        super().showEvent(event)
        self.plan.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sheet_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := sheet_in(event.mimeData()):
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def retranslate(self) -> None:
        super().retranslate()
        self.obs.setText("OBS")
        self.stock.setText(translate("Console", "Stock"))
        self._operator.setText(command_text("operator.set"))
        self._language.setText(translate("Console", "Language of the windows"))
        self.keys.setText(translate("Console", "Keys"))
        self.host.setText(translate("Steps first", "Host's screen"))
        self.reload.setText(command_text("sheet.reload"))
        self.name.setPlaceholderText(translate("Console", "Your name: it stands in the log"))

    def show_keys(self, table: KeyTable) -> None:
        self._table = table
        super().show_keys(table)

    def show_findings(self, findings: Sequence[object], columns: Mapping[str, str]) -> None:
        """What the reading of the sheet found; `columns` is its own headers → the run-sheet's columns."""
        self.preflight.show_findings(findings, columns)

    def show_history(self, history: History) -> None:
        """What the products did in past shows."""
        self.preflight.show_history(history)
        self.plan.show_history(history)

    def show_state(self, state: State, now_ms: int) -> None:
        super().show_state(state, now_ms)
        self.reload.setEnabled(bool(state.plan.sheet))
        if not self.name.hasFocus():
            self.name.setText(state.operator)

    def tick(self, state: State, now_ms: int) -> None:
        self.session.tick(state, now_ms)
        self.plan.tick(state, now_ms)
        self.pages.tick(state, now_ms)

    def rescale(self, scale: float) -> None:
        super().rescale(scale)
        self._side.setFixedWidth(round(430 * scale))

    def _set_operator(self) -> None:
        name = self.name.text().strip()
        if name and name != self.bridge.state.operator:
            self.bridge.run("operator.set", name=name)
