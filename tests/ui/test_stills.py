"""Stills in the Live room: off by default, of what is on air and of NEXT's scene, gone with their scene."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from hostconsole.show import events as e
from tests.ui.host_stage import Stage, coffee, cup

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

READY = e.ObsReady(version="31", scene="特写", scenes=("特写", "俯拍"), inputs=(), transition_ms=0)


def picture(colour: str) -> QImage:
    image = QImage(384, 216, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def opened(console):
    desk = console(Stage(cup(scene="特写"), coffee(scene="俯拍")))
    desk.stage.show.record((READY,), actor="obs")
    desk.stage.take("P03")
    return desk, desk.window.live.stills


def test_they_are_off_until_wanted_and_ask_for_nothing(console) -> None:
    _desk, stills = opened(console)
    assert not stills.isVisible()
    assert stills.wanted() == ()


def test_on_air_and_next_are_wanted_and_shown_by_their_scenes(console) -> None:
    desk, stills = opened(console)
    stills.turn(True)
    assert stills.wanted() == ("特写", "俯拍")
    stills.show_pictures({"特写": picture("red"), "俯拍": picture("blue")})
    shown = stills.stills["next"].grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == QColor("blue")
    assert "俯拍" in desk.seen(stills)


def test_a_picture_goes_with_its_scene(console) -> None:
    desk, stills = opened(console)
    stills.turn(True)
    stills.show_pictures({"特写": picture("red")})
    assert not stills.stills["program"].image.isNull()
    desk.stage.show.record((e.SceneShown(scene="俯拍"),), actor="obs")
    assert stills.stills["program"].image.isNull()


def test_nothing_is_asked_of_an_obs_that_is_away(console) -> None:
    desk, stills = opened(console)
    stills.turn(True)
    desk.stage.show.record((e.ObsLinkChanged(was="ready", now="lost"),), actor="obs")
    assert stills.wanted() == ()


def test_a_busy_obs_is_said_instead_of_an_old_picture(console) -> None:
    _desk, stills = opened(console)
    stills.turn(True)
    stills.show_pictures({"特写": picture("red")})
    stills.show_pictures({}, "No picture: OBS is busy")
    assert stills.stills["program"].image.isNull()
    assert stills.stills["program"].words == "No picture: OBS is busy"


def test_one_person_alone_has_no_room_for_them(console) -> None:
    desk, stills = opened(console)
    stills.turn(True)
    desk.window.set_solo(True)
    assert not stills.isVisible()
    desk.window.set_solo(False)
    assert stills.isVisible()
