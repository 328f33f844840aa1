"""The scenes page: what OBS lacks, what may be used instead, and the making of the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from hostconsole.show import events as e
from hostconsole.ui.scenes_page import ScenesPage
from tests.show.stage import product, segment
from tests.ui.host_stage import Stage

ROWS = (
    segment("S1", scene="01_Opening"),
    product("P1", scene="04_俯拍特写_ProductTop"),
    product("P2", scene="04_俯拍特写_ProductTop"),
    product("P3", scene="Wide"),
    product("P4"),
)
READY = e.ObsReady(version="29", scene="Wide", scenes=("Wide", "Top cam"), inputs=(), transition_ms=300)


@pytest.fixture
def opened(console: Callable[..., Any]) -> Callable[..., tuple[Any, ScenesPage]]:
    """A console in its Prepare room, OBS ready, the scenes page opened from its line."""

    def open_page(*, ready: bool = True) -> tuple[Any, ScenesPage]:
        desk = console(Stage(*ROWS, kind="preparation"))
        desk.window.show_room("prepare")
        if ready:
            told(desk, READY)
            desk.window.prepare.scenes.open.click()
        else:
            desk.window.prepare.pages.open("scenes")
        return desk, desk.window.prepare.pages.currentWidget()

    return open_page


def told(desk: Any, *events: e.Event) -> None:
    desk.stage.show.record(events, actor="obs")


def test_the_line_stands_only_while_obs_lacks_scenes(console: Callable[..., Any]) -> None:
    desk = console(Stage(*ROWS, kind="preparation"))
    desk.window.show_room("prepare")
    line = desk.window.prepare.scenes
    assert not line.isVisible()
    told(desk, READY)
    assert (line.isVisible(), line.lamp.text()) == (True, "OBS lacks 2 scenes of this show")
    told(desk, e.ScenesChanged(scenes=("Wide", "01_Opening"), inputs=()))
    assert line.lamp.text() == "OBS lacks 1 scene of this show"
    told(desk, e.ScenesChanged(scenes=("Wide", "01_Opening", "04_俯拍特写_ProductTop"), inputs=()))
    assert not line.isVisible()


def test_each_missing_scene_is_listed_with_its_rows_and_what_may_be_used_instead(opened) -> None:
    _desk, page = opened()
    assert list(page.rows) == ["01_Opening", "04_俯拍特写_ProductTop"]
    row = page.rows["04_俯拍特写_ProductTop"]
    assert row.rows.text() == "link 1 · link 2"
    assert [button.text() for button in row.offers] == ["Use “Top cam”"]
    assert page.rows["01_Opening"].offers == []
    assert page.make.text() == "Make 2 scenes"
    assert "Rows without a scene: 1" in page._notes.text()


def test_enter_on_an_offer_has_all_rows_of_that_scene_use_it(opened, qtbot) -> None:
    desk, page = opened()
    offer = page.rows["04_俯拍特写_ProductTop"].offers[0]
    offer.setFocus()
    qtbot.keyClick(offer, Qt.Key.Key_Return)
    items = desk.stage.show.state.items
    assert {key: items[key].item.scene for key in ("P1", "P2", "P3")} == {
        "P1": "Top cam",
        "P2": "Top cam",
        "P3": "Wide",
    }
    assert list(page.rows) == ["01_Opening"]
    assert page.make.text() == "Make this scene"


def test_enter_makes_the_scenes_and_their_making_is_seen(opened, qtbot) -> None:
    desk, page = opened()
    assert page.make.hasFocus()
    qtbot.keyClick(page.make, Qt.Key.Key_Return)
    asked = desk.stage.show.state.obs.building
    assert asked.wanted == ("01_Opening", "04_俯拍特写_ProductTop")
    assert (page.make.isEnabled(), page.progress.text()) == (False, "0 of 2 made")
    told(desk, e.SceneBuilt(scene="01_Opening", inputs=("hc:title",)))
    told(desk, e.ScenesChanged(scenes=(*READY.scenes, "01_Opening"), inputs=("hc:title",)))
    assert (list(page.rows), page.progress.text()) == (["04_俯拍特写_ProductTop"], "1 of 2 made")
    told(desk, e.SceneNotBuilt(scene="04_俯拍特写_ProductTop", code="name_taken"))
    assert page.progress.text() == "1 made, 1 could not be made"
    assert "a source in OBS has this name" in page.rows["04_俯拍特写_ProductTop"].rows.text()
    assert page.make.isEnabled(), "it can be tried again"


def test_when_all_are_there_it_says_what_is_left_to_do(opened) -> None:
    desk, page = opened()
    page.make.click()
    told(desk, *(e.SceneBuilt(scene=scene, inputs=()) for scene in page.rows))
    told(desk, e.ScenesChanged(scenes=("Wide", "01_Opening", "04_俯拍特写_ProductTop"), inputs=()))
    assert (page.rows, page.make.isVisible(), page.progress.text()) == ({}, False, "2 made")
    assert "Put your cameras into the new ones" in page.summary.text()


def test_without_obs_it_says_so_and_offers_nothing(opened) -> None:
    _desk, page = opened(ready=False)
    assert "OBS is not connected" in page.summary.text()
    assert (page.rows, page.make.isVisible()) == ({}, False)


def test_while_a_session_runs_nothing_can_be_made(opened) -> None:
    desk, page = opened()
    desk.stage.do("show.start_rehearsal")
    desk.window.show_room("prepare")
    assert (page.make.isEnabled(), desk.window.prepare.scenes.isVisible()) == (False, False)


def test_a_hundred_missing_scenes_are_listed_without_holding_up_the_window(console, qtbot) -> None:
    desk = console(Stage(*(product(f"P{n}", scene=f"{n} Top") for n in range(100)), kind="preparation"))
    desk.window.show_room("prepare")
    told(desk, READY)
    desk.window.prepare.scenes.open.click()
    page = desk.window.prepare.pages.currentWidget()
    assert (len(page.rows), page.make.text()) == (12, "Make 100 scenes")
    qtbot.waitUntil(lambda: len(page.rows) == 100)
    assert list(page.rows) == [f"{n} Top" for n in range(100)]
