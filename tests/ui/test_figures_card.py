"""Whose figures a table holds is asked once, in the room, by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt


def card_of(console):
    desk = console()
    desk.window.show_room("review")
    return desk, desk.window.review.card


def test_platform_days_and_finality_are_said_and_kept_with_return(console, qtbot) -> None:
    desk, card = card_of(console)
    assert not card.isVisible()
    card.ask("douyin.xlsx")
    assert "Figures of the platform: douyin.xlsx" in desk.seen(card)
    card.platform.setEditText("抖音 2 号店")
    card.days.setCurrentIndex(2)
    card.final.setChecked(True)
    with qtbot.waitSignal(card.kept) as kept:
        qtbot.keyClick(card.days, Qt.Key.Key_Return)
    assert kept.args == [["--platform", "抖音 2 号店", "--after-days", "15", "--final"]]


def test_columns_nobody_knows_are_named_once(console, qtbot) -> None:
    desk, card = card_of(console)
    card.ask("x.csv")
    card.show_unknown(("编号牌", "卖了", "备注=<b>"))
    assert "Nobody knows these columns yet" in desk.seen(card)
    first, second = card.columns[0][1], card.columns[1][1]
    first.setCurrentText("SKU")
    second.setCurrentText("units sold")
    with qtbot.waitSignal(card.kept) as kept:
        qtbot.mouseClick(card.keep, Qt.MouseButton.LeftButton)
    assert kept.args == [["--platform", "抖音", "--map", "sku=编号牌", "--map", "sold=卖了"]]


def test_esc_leaves_it(console, qtbot) -> None:
    _, card = card_of(console)
    card.ask("x.csv")
    with qtbot.waitSignal(card.left):
        qtbot.keyClick(card.final, Qt.Key.Key_Escape)
    assert not card.isVisible()
