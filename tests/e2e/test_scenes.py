"""From a spreadsheet to a workable OBS in one act: the scenes of the sample show, made in a real OBS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hostconsole.bundled import bundled
from tests.e2e.program import LONGEST_STALL_MS, Program
from tests.obs_rig import ObsRig, wait_until

THERE = ("Top cam", "09_稍等_BRB")
"""Scenes that are in OBS before; the second one is in the sheet."""

SHEET = str(bundled("sample_show.csv"))
MISSING = 9
MEASURED = {"width", "height", "sourceWidth", "sourceHeight"}
"""Of an item's place, what OBS finds out once it has drawn a frame: 0 until then, and set by nobody."""

PLACED = {
    "hc:link",
    "hc:title",
    "hc:price",
    "hc:ref_price",
    "hc:stock",
    "hc:countdown",
    "hc:picture",
    "hc:notice",
}


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[ObsRig]:
    """An OBS of its own, with two scenes and an `hc:price` that somebody made."""
    with ObsRig(tmp_path / "obs", scenes=THERE, texts=("price",), openbox=True) as rig:
        yield rig


@pytest.fixture
def program(rig: ObsRig, tmp_path: Path) -> Iterator[Program]:
    running = Program(rig, tmp_path / "data")
    yield running
    running.stop()


def asked(rig: ObsRig, request: str, **fields: Any) -> dict[str, Any]:
    with rig.client() as client:
        return dict(client.send(request, fields or None, raw=True) or {})


def canvas(rig: ObsRig, width: int, height: int) -> None:
    size = {"baseWidth": width, "baseHeight": height, "outputWidth": width, "outputHeight": height}
    asked(rig, "SetVideoSettings", **size)


def scenes_of(rig: ObsRig) -> list[str]:
    return [str(row["sceneName"]) for row in reversed(asked(rig, "GetSceneList")["scenes"])]


def items_of(rig: ObsRig, scene: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = asked(rig, "GetSceneItemList", sceneName=scene)["sceneItems"]
    return rows


def everything(rig: ObsRig) -> dict[str, Any]:
    """All scenes with their items and places as they were set, and all inputs with their settings."""
    names = [str(row["inputName"]) for row in asked(rig, "GetInputList")["inputs"]]
    found: dict[str, Any] = {scene: list(map(as_set, items_of(rig, scene))) for scene in scenes_of(rig)}
    return found | {f"input {name}": asked(rig, "GetInputSettings", inputName=name) for name in names}


def as_set(row: dict[str, Any]) -> dict[str, Any]:
    place = row["sceneItemTransform"]
    return row | {"sceneItemTransform": {key: place[key] for key in place.keys() - MEASURED}}


def made(program: Program, *more: str) -> dict[str, Any]:
    said = program.call("scenes", SHEET, "--obs", program.rig.address, "--json", *more)
    assert said.returncode == 0, said.stderr
    return dict(json.loads(said.stdout))


def status(report: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in report["scenes"]:
        found.setdefault(row["status"], []).append(row["name"])
    return found


@pytest.mark.e2e
@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_the_scenes_a_sheet_needs_are_made_once_and_nothing_that_exists_is_altered(
    program: Program, rig: ObsRig, size: tuple[int, int]
) -> None:
    canvas(rig, *size)
    before = everything(rig)
    wanted = made(program, "--dry-run")
    assert len(status(wanted)["missing"]) == MISSING
    assert (status(wanted)["exists"], wanted["inputs"]["used"]) == (["09_稍等_BRB"], ["hc:price"])
    assert everything(rig) == before, "a dry run changes nothing"

    done = made(program)
    assert status(done)["made"] == status(wanted)["missing"]
    after = everything(rig)
    assert {name: after[name] for name in before} == before, "what was there is as it was"
    for scene in status(done)["made"]:
        assert {row["sourceName"] for row in after[scene]} >= PLACED
        assert stands_safely(items_of(rig, scene), size)

    assert "made" not in status(made(program)), "a second time there is nothing to do"
    assert everything(rig) == after


def stands_safely(rows: list[dict[str, Any]], size: tuple[int, int]) -> bool:
    """Whether every item stands on the canvas, and clear of what a phone's shop app lays over it."""
    top, bottom = (250, 1520) if size == (1080, 1920) else (0, 1080)
    for row in rows:
        spot = row["sceneItemTransform"]
        width = spot["boundsWidth"] if spot["boundsType"] != "OBS_BOUNDS_NONE" else spot["sourceWidth"]
        height = spot["boundsHeight"] if spot["boundsType"] != "OBS_BOUNDS_NONE" else spot["sourceHeight"]
        inside = spot["positionX"] >= 0 and spot["positionX"] + width <= size[0]
        if not (inside and spot["positionY"] >= top and spot["positionY"] + height <= bottom):
            return False
    return True


@pytest.mark.e2e
def test_a_take_shows_a_made_scene_with_its_texts(program: Program, rig: ObsRig) -> None:
    listed = program.call("scenes", SHEET, "--obs", rig.address, "--dry-run").stdout
    assert f"{MISSING} would be made. Nothing was changed." in listed
    assert 'OBS has "Top cam": write it into the sheet if it is meant' in listed
    told = program.call("scenes", SHEET, "--obs", rig.address).stdout.splitlines()
    assert told[0] == f"1/{MISSING} made    01_开场_Opening"
    assert told[-1] == f"{MISSING} made. Put your cameras into them, under the texts."
    program.start("run", SHEET, "--rehearse", "--obs", rig.address)
    wait_until(lambda: program.state["obs"]["link"] == "ready", what="the link")
    assert program.do("show.take_item", item="P03")["ok"]
    wait_until(lambda: rig.scene == "04_俯拍特写_ProductTop", what="the scene on air")
    wait_until(lambda: rig.text("price") == "¥89", what="the price in OBS")
    texts = {name: rig.text(name) for name in ("link", "link_label", "title", "ref_price", "ref_strike")}
    assert texts == {
        "link": "3", "link_label": "号链接", "title": "316不锈钢保温杯 480ml",
        "ref_price": "¥129", "ref_strike": "____",
    }  # fmt: skip
    said = program.call("scenes", SHEET, "--obs", rig.address)
    assert (said.returncode, "before the show" in said.stderr) == (1, True), "never while a session is on air"


@pytest.mark.e2e
def test_the_running_console_makes_them_too_and_only_before_the_show(program: Program, rig: ObsRig) -> None:
    program.start("run", SHEET, "--obs", rig.address)
    wait_until(lambda: program.state["obs"]["link"] == "ready", what="the link")
    wait_until(lambda: program.do("obs.build_scenes")["ok"], what="OBS to say what it has")
    wait_until(lambda: len(scenes_of(rig)) == len(THERE) + MISSING, what="the scenes in OBS")

    def refused() -> str:
        return str(program.do("obs.build_scenes").get("code"))

    wait_until(lambda: refused() == "nothing_to_build", what="the console to know of them")
    assert program.do("show.start_rehearsal")["ok"]
    assert refused() == "before_the_show"
    assert program.state["obs"]["link"] == "ready"
    assert program.own_stall_ms <= LONGEST_STALL_MS, program.stalls()


@pytest.mark.e2e
def test_only_scenes_that_are_as_they_were_made_are_taken_away_again(program: Program, rig: ObsRig) -> None:
    before = everything(rig)
    made(program)
    changed, shown, *others = [name for name in scenes_of(rig) if name not in THERE]
    item = items_of(rig, changed)[0]["sceneItemId"]
    moved = {"sceneName": changed, "sceneItemId": item, "sceneItemTransform": {"positionX": 7.0}}
    asked(rig, "SetSceneItemTransform", **moved)
    rig.show(shown)
    assert sorted(status(made(program, "--remove", "--dry-run"))["removable"]) == sorted(others)
    found = status(made(program, "--remove"))
    assert (sorted(found["removed"]), set(found["kept"])) == (sorted(others), {changed, shown, THERE[1]})
    after = everything(rig)
    assert {name: after[name] for name in before} == before
    assert set(scenes_of(rig)) == {*THERE, changed, shown}
