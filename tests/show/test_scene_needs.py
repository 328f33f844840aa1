"""Which scenes a show lacks, what they are for, and which others may be meant."""

from __future__ import annotations

import pytest

from hostconsole.show import events as e
from hostconsole.show.obs_state import Obs
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from hostconsole.show.scene_needs import SceneNeeds, scene_needs
from hostconsole.show.scene_offers import Offers
from tests.show.stage import Stage, on_stage, plan_of, product, segment

THERE = ("Wide", "Close up", "Top cam", "主播近景", "桌面俯拍", "BRB", "Lucky draw", "Start")


def needs(*items: Item, scenes: tuple[str, ...] = (), **more: object) -> SceneNeeds:
    return scene_needs(items, Obs(link="ready", scenes=scenes, **more), Rules(scene_by_role={"福利": "F"}))  # type: ignore[arg-type]


def test_each_missing_scene_once_in_the_order_the_show_comes_to_it() -> None:
    found = needs(segment("S1", scene="B"), product("P1", scene="A"), product("P2", scene="B"), scenes=("C",))
    assert [(need.scene, need.items) for need in found.missing] == [("B", ("S1", "P2")), ("A", ("P1",))]


def test_what_obs_has_is_not_missing_by_a_former_name_either() -> None:
    found = needs(product("P1", scene="A"), scenes=("Z",), renames=(("A", "Z"),))
    assert (found.missing, found.there) == ((), ("Z",))


def test_a_scene_of_goods_of_words_and_of_both() -> None:
    found = needs(
        *(product("P1", scene="goods"), product("P2", scene="goods")),
        *(segment("S1", scene="words"), segment("S2", scene="mixed"), product("P3", scene="mixed")),
        product("P4", scene="unnumbered", link_no=""),
    )
    assert {need.scene: need.style for need in found.missing} == {
        "goods": "goods", "words": "words", "mixed": "mixed", "unnumbered": "mixed",
    }  # fmt: skip


def test_rows_without_a_scene_are_told_and_nothing_is_invented_for_them() -> None:
    found = needs(product("P1"), product("P2", role="福利"), segment("S1"))
    assert [need.scene for need in found.missing] == ["F"]
    assert (found.without, found.by_role) == (("P1", "S1"), ("P2",))


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("03_主播特写_HostCloseUp", "主播近景"),
        ("04_俯拍特写_ProductTop", "桌面俯拍"),
        ("02_主播全景_HostWide", "Wide"),
        ("09_稍等_BRB", "BRB"),
        ("06_抽奖_LuckyDraw", "Lucky draw"),
        ("01_开场_Opening", "Start"),
        ("5_wide", "Wide"),
        ("TOP-CAM", "Top cam"),
        ("俯拍", "Top cam"),
    ],
)
def test_a_scene_that_says_the_same_is_offered(wanted: str, first: str) -> None:
    assert Offers(THERE).instead_of(wanted)[0] == first


@pytest.mark.parametrize("wanted", ["07_倒计时_Countdown", "Desktop", "Laptop stand", "Closing", ""])
def test_a_scene_that_says_something_else_is_not(wanted: str) -> None:
    assert Offers(THERE).instead_of(wanted) == ()


def test_at_most_three_are_offered() -> None:
    assert len(Offers(f"Top {n}" for n in range(9)).instead_of("Top")) == 3


def ready_stage(*items: Item, scenes: tuple[str, ...]) -> Stage:
    stage = Stage(plan_of(*items))
    stage.told(e.ObsReady(version="29", scene="A", scenes=scenes, inputs=(), transition_ms=300), actor="obs")
    return stage


def test_a_person_asks_and_each_scene_tells_what_became_of_it() -> None:
    stage = ready_stage(
        product("P1", scene="A"), product("P2", scene="B"), segment("S1", scene="C"), scenes=("A",)
    )
    stage.does("obs.build_scenes")
    stage.refuses("obs.build_scenes", code="building_already")
    stage.told(e.SceneBuilt(scene="B", inputs=("hc:price",)), actor="obs")
    building = stage.state.obs.building
    assert building is not None
    assert (building.wanted, building.built, building.over) == (("B", "C"), ("B",), False)
    stage.told(e.SceneNotBuilt(scene="C", code="name_taken"), actor="obs")
    building = stage.state.obs.building
    assert building is not None and building.over
    assert building.failed == (("C", "name_taken"),)


def test_nothing_is_made_while_a_show_runs_without_obs_or_without_need() -> None:
    stage = ready_stage(product("P1", scene="A"), scenes=("A",))
    stage.refuses("obs.build_scenes", code="nothing_to_build")
    on_stage(product("P1", scene="A")).refuses("obs.build_scenes", code="before_the_show")
    stage = Stage(plan_of(product("P1", scene="B")))
    stage.told(e.ObsLinkChanged(was="connecting", now="ready"), actor="obs")
    stage.refuses("obs.build_scenes", code="no_obs")  # it has not yet said what it has
    stage = ready_stage(product("P1", scene="B"), scenes=("A",))
    stage.does("show.start_rehearsal")
    stage.refuses("obs.build_scenes", code="before_the_show")
