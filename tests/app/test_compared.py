"""The sheet read again is compared in the Prepare room, and answered there: keep, or apply."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hostconsole.app.compared import Compared
from hostconsole.app.opening import Opener
from hostconsole.app.wanted import Wanted
from hostconsole.desk.desk import Desk
from hostconsole.keys.table import KeyTable
from hostconsole.settings import Settings
from hostconsole.sheets import read_show
from hostconsole.show.alerts import alerts
from hostconsole.ui.bridge import Bridge
from hostconsole.ui.console_window import ConsoleWindow, Keeping
from hostconsole.ui.language import Speech
from hostconsole.ui.sheet_page import SheetPage
from hostconsole.ui.texts import alert_text
from hostconsole.ui.theme import dress
from hostconsole.ui.ticker import Ticker
from tests.desk.test_desk import desk_in, opened

ROWS = "Title,Price,Scene\nCup,89,A\nPot,{price},B\n"
KEEPING = Keeping(
    remember=lambda _name, _value: None,
    recall=lambda _name: None,
    save_keys=lambda _table: None,
    save_language=lambda _language: None,
)


@pytest.fixture
def speech(qapp: QApplication) -> Iterator[Speech]:
    dress(qapp)
    speech = Speech(qapp, "en")
    yield speech
    speech.speak("en")


async def gone_on(folder: Path) -> Desk:
    """A preparation that goes on after its sheet has changed: the pot costs 70 by now, and was given another
    scene here."""
    sheet = folder / "mine.csv"
    sheet.write_text(ROWS.format(price="60"), "utf-8")
    left = await opened(folder / "data", sheet=sheet, kind="preparation")
    left.run("item.edit", {"item": left.show.state.order[1], "field": "scene", "value": "C"})
    left.journal.wait_saved(5)
    await left.close()
    sheet.write_text(ROWS.format(price="70"), "utf-8")
    desk = desk_in(folder / "data")
    wanted = Wanted(plan=read_show(sheet).plan, address="simulated")
    assert Opener(desk=desk, settings=Settings()).open(wanted).resume is not None
    return desk


class Answering:
    """A console whose Prepare room shows what differs."""

    def __init__(self, desk: Desk, qtbot: QtBot, speech: Speech) -> None:
        self.desk = desk
        bridge = Bridge(show=desk.show)
        self.window = ConsoleWindow(
            bridge=bridge, ticker=Ticker(), keys=KeyTable.build(), speech=speech, keeping=KEEPING
        )
        qtbot.addWidget(self.window)
        self.compared = Compared(self.window, bridge=bridge, desk=desk)

    @property
    def page(self) -> SheetPage:
        assert self.window.prepare is not None
        page = self.window.prepare.pages.currentWidget()
        assert isinstance(page, SheetPage)
        return page

    @property
    def pot(self) -> tuple[int | None, str]:
        row = self.desk.show.state.items[self.desk.show.state.order[1]]
        return row.price, row.item.scene

    @property
    def told(self) -> str:
        return dict(self.desk.show.state.troubles).get("sheet_changed", "")


async def test_what_differs_is_said_before_anything_changes_and_applied_in_one_act(
    tmp_path: Path, qtbot: QtBot, speech: Speech
) -> None:
    desk = await gone_on(tmp_path)
    try:
        console = Answering(desk, qtbot, speech)
        assert "changes: 2, rows: 1" in console.told
        await console.compared.show()
        page = console.page
        assert page.lines.text() == "Pot: Price 60.00 → 70.00\nPot: OBS scene C → B"
        assert "Changes: 2, rows: 1" in page.summary.text()
        assert console.pot == (6000, "C")
        page.apply.click()
        assert (console.pot, console.told) == ((7000, "B"), "")
        assert page.isHidden()
        desk.run("undo")
        assert console.pot == (6000, "C")
    finally:
        await desk.close()


async def test_kept_nothing_changes_and_the_alert_goes(tmp_path: Path, qtbot: QtBot, speech: Speech) -> None:
    desk = await gone_on(tmp_path)
    try:
        console = Answering(desk, qtbot, speech)
        await console.compared.show()
        console.page.keep.click()
        assert (console.pot, console.told) == ((6000, "C"), "")
    finally:
        await desk.close()


async def test_it_is_said_in_chinese_too(tmp_path: Path, qtbot: QtBot, speech: Speech) -> None:
    desk = await gone_on(tmp_path)
    try:
        speech.speak("zh")
        console = Answering(desk, qtbot, speech)
        await console.compared.show()
        assert console.page.lines.text() == "Pot: 直播价 60.00 → 70.00\nPot: OBS 场景 C → B"
        assert "1 行,共 2 处不同" in console.page.summary.text()
        state = desk.show.state
        said = {alert.code: alert_text(alert, state) for alert in alerts(state, 0, desk.show.rules)}
        assert said["sheet_changed"] == "排品表改过了 · 还没有采用"
    finally:
        await desk.close()
