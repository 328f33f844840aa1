"""The alert row's acts: what is oversold is settled from a menu, a number in doubt is counted."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from hostconsole.ui.oversold_menu import oversold_menu
from tests.ui.conftest import Console


def sold_too_often(console) -> Console:
    desk = console()
    desk.stage.take("P03")
    ledger = desk.stage.state.stock[desk.stage.state.items["P03"].item.sku]
    desk.bridge.run("stock.sold", qty=str((ledger.total or 0) + 3))
    desk.window._tick()
    return desk


def menu_of(desk: Console) -> QMenu:
    alert = desk.window.alert._alert
    assert alert is not None and alert.code == "oversold"
    return oversold_menu(
        desk.window.alert, desk.bridge, item=alert.item or "", units=int(str(alert.fields["qty"]))
    )


def test_the_menu_names_a_refund_a_pre_order_and_other_products(console) -> None:
    desk = sold_too_often(console)
    assert desk.window.alert.mend.text() == "Settle …"
    texts = [action.text() for action in menu_of(desk).actions() if action.text()]
    assert texts[:2] == ["&Refund 3 and apologise", "&Pre-order for 3, with their consent"]
    assert texts[2].startswith("Instead: Link 4")


def test_a_refund_settles_it_and_puts_an_apology_on_the_clipboard(console, qapp) -> None:
    desk = sold_too_often(console)
    title = desk.stage.state.items["P03"].item.title
    menu_of(desk).actions()[0].trigger()
    assert not desk.stage.state.stock[desk.stage.state.items["P03"].item.sku].is_frozen
    assert title in qapp.clipboard().text()
    assert desk.window.live.done.notice.text() == "Copied: an apology for the buyers"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_now_do_line_offers_the_same_menu(console, qtbot, qapp) -> None:
    desk = sold_too_often(console)
    first = desk.window.live.do_line.steps[0]
    assert first.text() == "Oversold by 3: settle that first"
    first.click()
    qtbot.waitUntil(lambda: qapp.activePopupWidget() is not None)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert not desk.stage.state.stock[desk.stage.state.items["P03"].item.sku].is_frozen
    desk.window._tick()
    assert not first.text().startswith("Oversold")


def test_a_swap_is_sold_from_the_other_product(console) -> None:
    desk = sold_too_often(console)
    action = next(action for action in menu_of(desk).actions() if action.text().startswith("Instead"))
    action.trigger()
    assert desk.stage.state.stock[desk.stage.state.items["P04"].item.sku].sold == 3


def test_an_act_of_the_windows_is_asked_for(console) -> None:
    desk = console()
    asked = []
    desk.window.asked.connect(lambda command, args: asked.append(command))
    desk.window.alert.asked.emit("desk.quick_bar")
    assert asked == ["desk.quick_bar"]
