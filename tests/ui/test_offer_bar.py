"""An earlier session that was not ended is offered above the rooms."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.offer_bar import OfferBar
from tests.ui.host_stage import Stage


def buttons(bar: OfferBar) -> dict[str, QPushButton]:
    return {button.text(): button for button in bar.findChildren(QPushButton)}


def test_going_on_is_one_press_and_so_is_leaving_it(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    bar = OfferBar(Bridge(show=Stage().show))
    bar.setParent(room)
    bar.hide()
    bar.offer("2026-11-23T12:40:00.000Z")
    assert not bar.isHidden()
    with qtbot.waitSignal(bar.accepted, timeout=1000):
        buttons(bar)["Go on with it"].click()
    assert bar.isHidden()
    bar.offer("2026-11-23T12:40:00.000Z")
    with qtbot.assertNotEmitted(bar.accepted):
        buttons(bar)["Leave it"].click()
    assert bar.isHidden()
