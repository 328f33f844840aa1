"""No figure loses a digit, however long it is and however small the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QLabel

from hostconsole.ui.bridge import Bridge
from hostconsole.ui.queue_model import Column
from hostconsole.ui.strip import Strip
from tests.show.stage import on_air, product
from tests.ui.host_stage import Stage, coffee, cup, opening

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SIZES = [(1180, 684), (1280, 720), (1440, 900), (1920, 1080)]
FIGURES = [("12", 129900, 1200), ("12", 129990, 1200), ("128", 1299999, 12000), ("1234", 123456789, 1234567)]


def whole(figure: QLabel) -> bool:
    return figure.width() >= figure.sizeHint().width()


@pytest.fixture
def picture(tmp_path) -> str:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    image.save(str(tmp_path / "cup.png"))
    return str(tmp_path / "cup.png")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("figures", FIGURES)
@pytest.mark.parametrize("pictured", [True, False])
def test_the_card_shows_link_price_and_left_whole_and_some_of_the_title(
    console, qtbot, picture, size, figures, pictured
) -> None:
    link_no, price, left = figures
    path = picture if pictured else ""
    item = cup(link_no=link_no, price=price, stock_total=left, buffer=0, release=(), variants=(),
               ref_price=None, floor_price=None, picture=path)  # fmt: skip
    desk = console(Stage(item, coffee()))
    desk.window.resize(*size)
    desk.stage.take("P03")
    QApplication.processEvents()
    card = desk.window.live.on_air
    figures_shown = (card.link_no, card.price.value, card.left.value)
    assert all(whole(figure) for figure in figures_shown)
    assert min(round(figure.font().pixelSize() * figure.share) for figure in figures_shown) >= 15
    assert card.title.width() >= 80
    desk.stage.take("P04")
    QApplication.processEvents()
    assert {card.link_no.share, card.price.value.share, card.left.value.share} == {1.0}


def test_the_picture_gives_its_room_to_figures_that_would_be_too_small_and_comes_back(
    console, qtbot, picture
) -> None:
    item = cup(link_no="1234", price=123456789, stock_total=1234567, release=(), variants=(), buffer=0,
               ref_price=None, floor_price=None, picture=picture)  # fmt: skip
    desk = console(Stage(item, coffee(picture=picture)))
    desk.window.resize(1280, 720)
    desk.stage.take("P03")
    assert not desk.window.live.on_air.picture.isVisible()
    desk.window.resize(1920, 1080)
    QApplication.processEvents()
    assert desk.window.live.on_air.picture.isVisible()
    desk.window.resize(1280, 720)
    desk.stage.take("P04")
    assert desk.window.live.on_air.picture.isVisible()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("price", [129990, 1299990, 123456789])
def test_the_queue_shows_the_whole_price_on_air_and_in_its_tooltip(console, qtbot, size, price) -> None:
    desk = console(Stage(opening(), cup(price=price, stock_total=1234, buffer=0, release=()), coffee()))
    desk.window.resize(*size)
    desk.stage.take("P03")
    view = desk.window.live.queue.view
    index = view.model().index(1, Column.PRICE)
    bold = QFont(view.font())
    bold.setWeight(QFont.Weight.DemiBold)
    room = view.columnWidth(Column.PRICE) - 2 * round(6 * desk.window.live.scale)
    assert QFontMetrics(bold).elidedText(index.data(), Qt.TextElideMode.ElideRight, room) == index.data()
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert f"Price {index.data()} · Left 1234" in tip
    assert view.columnWidth(Column.TITLE) > 90


def test_short_prices_leave_the_room_to_the_titles(console) -> None:
    desk = console(Stage(opening(), cup(), coffee()))
    view = desk.window.live.queue.view
    usual = view.columnWidth(Column.PRICE)
    desk.bridge.run("price.set", item="P03", price="123456.78", confirm="yes")
    assert view.columnWidth(Column.PRICE) > usual
    desk.bridge.run("undo")
    assert view.columnWidth(Column.PRICE) == usual


@pytest.mark.parametrize(
    ("link_no", "price", "left"), [("3", "1299.9", 1200), ("12345", "1234567.89", 1234567)]
)
def test_the_strip_shows_number_price_and_left_whole(qtbot, speech, link_no, price, left) -> None:
    stage = on_air(product("P3", link_no=link_no, price=price, stock=left), product("P4"))
    strip = Strip(
        Bridge(show=stage.show),
        remember=lambda _name, _value: None,
        recall=lambda _name: None,
        key_of=lambda _act: "",
    )
    qtbot.addWidget(strip)
    strip.open()
    QApplication.processEvents()
    assert (strip.price.text(), strip.left.text()) == (f"¥{price}", f"{left}")
    assert all(whole(figure) for figure in (strip.number, strip.price, strip.left))
    assert strip.left.geometry().right() < strip.out.geometry().left()
    inside = QRect(0, 0, strip.width(), strip.height())
    assert inside.contains(strip.mic.geometry())
