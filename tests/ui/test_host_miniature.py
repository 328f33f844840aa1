"""The controller's small view of the host's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from hostconsole.ui.host_look import HostLook
from hostconsole.ui.host_miniature import EVERY_MS
from hostconsole.ui.host_window import HostWindow
from tests.ui.conftest import Console
from tests.ui.host_stage import Stage, coffee, cup, opening

Opened = Callable[..., tuple[Console, HostWindow]]


@pytest.fixture
def opened(console) -> Iterator[Opened]:
    windows: list[HostWindow] = []

    def both(stage: Stage, look: HostLook | None = None, **kept: bytes) -> tuple[Console, HostWindow]:
        made = console(stage, kept={f"console.{name}": value for name, value in kept.items()})
        made.window.show_room("live")
        host = HostWindow(
            made.bridge,
            rules=stage.rules,
            remember=lambda name, value: None,
            recall=lambda name: None,
            tell=lambda shown, why: None,
            look=look,
        )
        windows.append(host)
        host.resize(1920, 1080)
        host.show()
        made.window.live.host.miniature.show_source(host.picture)
        return made, host

    yield both
    for window in windows:
        window.leave()
        window.deleteLater()


def on_air() -> Stage:
    stage = Stage(cup(), coffee(), opening())
    stage.take("P03")
    return stage


def _rows_with_text(picture: QPixmap) -> int:
    image = picture.toImage()
    return sum(
        any(QColor(image.pixel(x, y)).lightness() > 160 for x in range(image.width()))
        for y in range(image.height())
    )


def _brightest(picture: QPixmap) -> int:
    """Within the frame."""
    image = picture.toImage()
    spots = [(x, y) for x in range(9, image.width() - 9) for y in range(9, image.width() // 2)]
    return max(QColor(image.pixel(x, y)).lightness() for x, y in spots)


def test_a_button_shows_the_hosts_screen_in_the_place_of_the_points_and_is_remembered(opened: Opened, qtbot):
    made, _host = opened(on_air())
    column = made.window.live.host
    assert (column.miniature.isVisible(), column.points.isVisible()) == (False, True)
    qtbot.mouseClick(column.view, Qt.MouseButton.LeftButton)
    assert (column.miniature.isVisible(), column.points.isVisible()) == (True, False)
    assert made.kept["console.host_view"] == b"1"
    assert _rows_with_text(column.miniature.picture) > 30


def test_the_choice_of_last_time_stands(opened: Opened):
    made, _host = opened(on_air(), host_view=b"1")
    assert made.window.live.host.miniature.isVisible()


def test_pictures_are_taken_twice_a_second_at_most_and_none_out_of_sight(opened: Opened, qtbot):
    made, _host = opened(on_air())
    mini = made.window.live.host.miniature
    assert not mini.looks
    made.window.live.host.view.click()
    assert mini.looks
    assert EVERY_MS >= 500
    made.window.show_room("prepare")
    assert not mini.looks


def test_it_shows_what_is_painted_now(opened: Opened, qtbot):
    stage = on_air()
    made, host = opened(stage)
    made.window.live.host.view.click()
    mini = made.window.live.host.miniature
    before = mini.picture.toImage()
    stage.do("cue.send", preset="10")
    host.surface._look_again()
    qtbot.waitUntil(lambda: mini.picture.toImage() != before)
    red = QColor(mini.picture.toImage().pixel(5, 5))
    assert (red.red() > 150, red.green() < 60) == (True, True)


def test_a_mirrored_screen_is_shown_as_it_reads(opened: Opened):
    stage = on_air()
    made, host = opened(stage)
    turned = HostWindow(
        made.bridge,
        rules=stage.rules,
        remember=lambda name, value: None,
        recall=lambda name: None,
        tell=lambda shown, why: None,
        look=HostLook(mirror_horizontally=True, mirror_vertically=True),
    )
    turned.resize(1920, 1080)
    turned.show()
    one, other = host.picture(320).toImage(), turned.picture(320).toImage()
    far = sum(
        abs(QColor(one.pixel(x, y)).lightness() - QColor(other.pixel(x, y)).lightness()) > 90
        for x in range(0, 320, 2)
        for y in range(0, 180, 2)
    )
    turned.leave()
    turned.deleteLater()
    assert far < 0.03 * 160 * 90


def test_when_the_host_cannot_see_it_is_dimmed(opened: Opened):
    stage = on_air()
    made, _host = opened(stage)
    made.window.live.host.view.click()
    mini = made.window.live.host.miniature
    bright = _brightest(mini.grab())
    mini.show_seen(False)
    assert _brightest(mini.grab()) < bright - 80
