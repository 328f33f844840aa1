"""An evening: the show of a sheet aired by keyboard on a real OBS, logged, recovered and exported."""

from __future__ import annotations

import json
from pathlib import Path

from hostconsole.show.money import as_read, to_minor
from tests.e2e.acts import another_window_in_front, guard_passed, live, settled
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until


def pressed_take(program: Program, item: str) -> None:
    program.press("Pause")
    wait_until(lambda: program.state["on_air"] == item, what=f"{item} on air")
    wait_until(lambda: program.state["lamps"]["scene"] == "on_air", what="the scene lamp")


def test_one_key_with_any_window_in_front_puts_next_on_air(
    program: Program, studio: ObsRig, sheet: Mutated
) -> None:
    live(program, sheet)
    first, second = sheet.rows[0], sheet.rows[1]
    assert [item["id"] for item in program.state["items"]] == [row["row_id"] for row in sheet.rows]
    with another_window_in_front(program) as typed:
        pressed_take(program, first["row_id"])
        assert studio.scene == first["obs_scene"]
        guard_passed(program)
        settled(program)
        pressed_take(program, second["row_id"])
        assert studio.scene == second["obs_scene"]
        assert studio.text("price") == as_read(to_minor(second["live_price"], "CNY"), "CNY")
        assert studio.text("link") == second["link_no"]
        assert typed.read_bytes() == b""
    program.calm()
    state = program.state
    assert (state["log"]["unsaved"], state["lamps"]["log"]) == (0, "ok")
    assert state["obs"]["accepted_ms"] < 1000


def test_take_after_take_is_refused_and_a_take_is_taken_back(program: Program, sheet: Mutated) -> None:
    live(program, sheet)
    program.press("Pause", "Pause")
    first, second = sheet.rows[0]["row_id"], sheet.rows[1]["row_id"]
    wait_until(lambda: program.state["on_air"] == first, what="the first item on air")
    assert program.state["next"] == second
    guard_passed(program)
    program.press("Control+Alt+Return")
    wait_until(lambda: program.state["on_air"] == second, what="the second item on air")
    program.press("Control+Alt+u")
    wait_until(lambda: program.state["on_air"] == first, what="the first item back")
    assert program.item(second)["airings"] == 0
    assert program.state["next"] == second
    wait_until(lambda: program.rig.scene == sheet.rows[0]["obs_scene"], what="its scene back")


def test_killed_and_started_again_the_show_goes_on_and_nothing_is_fired_at_obs(
    program: Program, studio: ObsRig, sheet: Mutated
) -> None:
    live(program, sheet)
    item = sheet.products[2]
    assert program.do("show.take_item", item=item["row_id"])["ok"]
    assert program.do("stock.count", qty="77")["saved"]
    before = program.state
    wait_until(lambda: studio.scene == item["obs_scene"], what="the scene")
    program.kill()
    studio.show("Safe BRB")

    live(program, sheet)
    after = program.state
    assert (after["session"], after["mode"], after["on_air"]) == (before["session"], "live", item["row_id"])
    assert after["airing_s"] >= before["airing_s"]
    assert program.item(item["row_id"])["sellable"] == 77
    assert after["prompter"]["running"] is False
    assert after["obs"]["scene_asked"] is None
    assert studio.scene == "Safe BRB"
    assert program.do("obs.resend")["ok"]
    wait_until(lambda: studio.scene == item["obs_scene"], what="the scene by one key")


def test_the_session_is_exported_and_verified_while_the_console_runs(
    program: Program, sheet: Mutated, tmp_path: Path
) -> None:
    live(program, sheet)
    pressed_take(program, sheet.rows[0]["row_id"])
    assert program.do("show.end") == {
        "ok": False, "code": "needs_confirm", "reason": "Ending the show: confirm it to go on.",
    }  # fmt: skip
    assert program.do("show.end", sure="yes")["ok"]
    for suffix in ("jsonl", "csv", "json", "xlsx", "html"):
        out = tmp_path / f"night.{suffix}"
        said = program.call("export", "last", "-o", str(out))
        assert (said.returncode, said.stderr) == (0, "")
        assert out.stat().st_size > 500
    kinds = [json.loads(line)["kind"] for line in (tmp_path / "night.jsonl").read_text().splitlines()]
    assert kinds[0] == "session.started"
    assert {"item.taken", "scene.accepted", "scene.shown", "session.ended"} <= set(kinds)
    assert program.call("verify", "last").returncode == 0


def test_a_second_console_on_the_same_data_is_sent_away(program: Program, sheet: Mutated) -> None:
    live(program, sheet)
    said = program.call("run", str(sheet.path))
    assert said.returncode == 4
    assert "already" in said.stderr


def test_obs_dies_in_mid_show_and_the_show_goes_on(program: Program, studio: ObsRig, sheet: Mutated) -> None:
    live(program, sheet)
    pressed_take(program, sheet.rows[0]["row_id"])
    settled(program)
    studio.kill()
    wait_until(lambda: program.state["obs"]["link"] in ("lost", "connecting"), what="the loss to be seen")
    item = sheet.rows[3]
    guard_passed(program)
    assert program.do("show.take_item", item=item["row_id"])["ok"]
    assert program.state["on_air"] == item["row_id"]
    studio.start()
    wait_until(lambda: program.state["obs"]["link"] == "ready", within_s=20, what="OBS to be ready again")
    assert program.do("obs.resend")["ok"]
    wait_until(lambda: studio.scene == item["obs_scene"], what="the scene by one key")
    program.calm()


def test_the_safe_picture_by_one_key_and_back_before_and_after_a_take(
    program: Program, studio: ObsRig, sheet: Mutated
) -> None:
    live(program, sheet)
    before = studio.scene
    program.press("Control+Alt+j")
    wait_until(lambda: studio.scene == "Safe BRB", what="the safe picture")
    assert program.state["obs"]["safe"] is True
    program.press("Control+Alt+j")
    wait_until(lambda: studio.scene == before, what="the scene before")
    pressed_take(program, sheet.rows[0]["row_id"])
    program.press("Control+Alt+j")
    wait_until(lambda: studio.scene == "Safe BRB", what="the safe picture")
    program.press("Control+Alt+j")
    wait_until(lambda: studio.scene == sheet.rows[0]["obs_scene"], what="the item's scene")
    program.calm()
