"""The pre-flight of OBS: each thing that can be wrong is said, with how to mend it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hostconsole.show import events as e
from hostconsole.show.codec import entry_of, entry_text
from hostconsole.show.obs_remark import ObsRemark
from hostconsole.show.obs_remark_words import WORDS
from hostconsole.show.obs_remarks import of_survey, scenes_to_look_at
from hostconsole.show.obs_survey import Clash, ObsSurvey, Service, Sound
from hostconsole.show.plan import Item
from hostconsole.show.rules import Rules
from tests.show.stage import on_stage, product

ITEMS = (
    Item(id="P1", kind="product", title="杯", scene="Top", planned_s=600),
    Item(id="P2", kind="product", title="壶", role="hero", planned_s=600),
    Item(id="P3", kind="segment", title="休息"),
)
RULES = Rules(scene_by_role={"hero": "Close"})
WELL = ObsSurvey(
    scenes=("Top", "Close", "Safe"),
    looked=("Top", "Close"),
    sounds=(Sound(name="Mic", mic=True, heard=True),),
    inputs=(("hc:price", True),),
    folder="/videos",
    folder_there=True,
    disk_mb=100_000.0,
    service=Service(custom=True, server="live:1935", has_key=True, answers=True),
    camera=True,
    canvas=(1920, 1080),
    output=(1920, 1080),
    fps=30.0,
)


def codes(survey: ObsSurvey, rules: Rules = RULES) -> list[str]:
    return [remark.code for remark in of_survey(survey, ITEMS, rules) if remark.level == "warning"]


def changed(**parts: Any) -> ObsSurvey:
    return ObsSurvey(**({name: getattr(WELL, name) for name in ObsSurvey.__dataclass_fields__} | parts))


def test_an_obs_that_has_it_all_is_told_as_well() -> None:
    found = of_survey(WELL, ITEMS, RULES)
    assert {remark.level for remark in found} == {"ok"}
    assert [remark.code for remark in found] == [
        "scenes_ok", "sound_ok", "server_ok", "disk_ok", "canvas_ok", "inputs_ok",
    ]  # fmt: skip


def test_the_scenes_looked_at_are_those_the_show_needs() -> None:
    assert scenes_to_look_at(ITEMS, RULES) == ("Top", "Close")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"scenes": ("Close",)}, "scene_missing"),
        ({"flat": ("Top",)}, "scene_flat"),
        ({"sounds": ()}, "no_sound"),
        ({"sounds": (Sound(name="Mic", mic=True),), "levels": False}, "levels_untold"),
        ({"sounds": (Sound(name="Mic", mic=True, muted=True, heard=False),)}, "mic_off"),
        ({"sounds": (Sound(name="Mic", mic=True, heard=False),)}, "mic_still"),
        ({"service": Service(custom=True, has_key=True)}, "no_server"),
        ({"service": Service()}, "no_key"),
        (
            {"service": Service(custom=True, server="live:1935", has_key=True, answers=False)},
            "server_silent",
        ),
        ({"folder_there": False}, "folder_missing"),
        ({"disk_mb": 1_000.0}, "disk_short"),
        ({"output": (1920, 1200)}, "canvas_odd"),
        ({"output": (360, 640)}, "canvas_small"),
        ({"fps": 15.0}, "frames_few"),
        ({"inputs": ()}, "no_inputs"),
        ({"inputs": (("hc:price", False),)}, "input_kind"),
        ({"clashes": (Clash(key="Ctrl+Alt+U", action="StartStreaming"),)}, "hotkey_clash"),
    ],
)
def test_each_thing_that_is_wrong_is_said_with_how_to_mend_it(parts: dict[str, Any], code: str) -> None:
    assert codes(changed(**parts)) == [code]
    remark = next(r for r in of_survey(changed(**parts), ITEMS, RULES) if r.code == code)
    assert remark.why
    assert remark.mend
    assert "{" not in remark.text


def test_what_is_wrong_stands_before_what_is_well() -> None:
    levels = [remark.level for remark in of_survey(changed(fps=10.0), ITEMS, RULES)]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] == "warning"


def test_a_missing_scene_names_the_row_it_is_about() -> None:
    found = of_survey(changed(scenes=("Top",)), ITEMS, RULES)
    assert found[0] == ObsRemark(level="warning", code="scene_missing", item="P2", fields={"scene": "Close"})


def test_scenes_that_may_be_meant_are_named_once_for_each_that_is_missing() -> None:
    rows = tuple(replace(item, scene="04_俯拍_Overhead") for item in ITEMS)
    found = [r for r in of_survey(changed(scenes=("Top cam",)), rows, RULES) if r.code == "scene_offer"]
    assert [remark.why for remark in found] == ["For '04_俯拍_Overhead' OBS has 'Top cam'."]


def test_only_the_way_the_picture_leaves_is_looked_at() -> None:
    without = changed(service=Service(), camera=False)
    assert codes(without, Rules(output="recording", scene_by_role=RULES.scene_by_role)) == []
    camera = Rules(output="virtual_camera", scene_by_role=RULES.scene_by_role)
    assert codes(without, camera) == ["no_camera"]


def test_sound_from_an_input_that_is_no_microphone_is_sound() -> None:
    heard = (Sound(name="Capture card", mic=False, heard=True),)
    assert "no_sound" not in codes(changed(sounds=heard))


def test_an_upright_canvas_is_as_good_as_a_wide_one() -> None:
    assert codes(changed(output=(1080, 1920))) == []


def test_every_sentence_says_what_to_do_unless_all_is_well() -> None:
    for code, (why, mend) in WORDS.items():
        assert why
        assert bool(mend) != code.endswith("_ok")


def test_the_result_is_in_the_log_of_the_session_that_begins_after_it() -> None:
    stage = on_stage(product("P1"), kind="preparation")
    remarks = of_survey(changed(fps=10.0), ITEMS, RULES)
    stage.told(e.ObsChecked(remarks=remarks), actor="obs")
    stage.does("show.go_live")
    begun = next(entry for entry in reversed(stage.log) if isinstance(entry.event, e.SessionStarted))
    again = entry_of(entry_text(begun)).event
    assert isinstance(again, e.SessionStarted)
    assert again.obs.checked is not None
    assert again.obs.checked.remarks == remarks
    assert stage.state.obs.checked == again.obs.checked


def test_of_another_obs_nothing_is_known() -> None:
    stage = on_stage(product("P1"))
    stage.told(e.ObsChecked(remarks=()), actor="obs")
    stage.told(e.ObsLinkChanged(was="ready", now="off"), actor="console")
    assert stage.state.obs.checked is None
