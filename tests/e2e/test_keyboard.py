"""The keyboard as people use it: other windows in front, held keys, text fields, keys that do nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.e2e.acts import another_window_in_front, guard_passed, live, people_did, settled, taken
from tests.e2e.mutated import Mutated
from tests.e2e.program import Program
from tests.obs_rig import ObsRig, wait_until


@pytest.fixture
def console(program: Program, sheet: Mutated) -> Program:
    """The show live, with the console's window in front."""
    live(program, sheet)
    program.focus(program.window("— Host Console"))
    settled(program)
    return program


def kinds(program: Program) -> list[str]:
    """The acts of people so far, in order."""
    return people_did(program, program.state["session"])


def proved_done(program: Program, marker: str) -> None:
    """Every key pressed before is dealt with: keys and acts come one after the other."""
    program.press("Control+Alt+n")
    wait_until(lambda: "marker.added" in kinds(program), what=f"the mark after {marker}")


def test_a_held_key_takes_once(console: Program, sheet: Mutated) -> None:
    console.hold("Pause")
    try:
        wait_until(lambda: console.state["on_air"] == sheet.rows[0]["row_id"], what="the first item on air")
        # Held for longer than the guard that would refuse a second take, and than the keyboard's delay.
        wait_until(lambda: console.state["airing_s"] > 2.0, what="two seconds with the key down")
    finally:
        console.release("Pause")
    proved_done(console, "a held key")
    assert kinds(console).count("item.taken") == 1
    console.calm()


def test_a_system_wide_key_takes_once_with_the_console_in_front_too(console: Program, sheet: Mutated) -> None:
    console.press("Pause")
    wait_until(lambda: console.state["on_air"] == sheet.rows[0]["row_id"], what="the first item on air")
    guard_passed(console)
    console.press("Control+Alt+Return")
    wait_until(lambda: console.state["on_air"] == sheet.rows[1]["row_id"], what="the second item on air")
    proved_done(console, "two takes")
    assert kinds(console).count("item.taken") == 2


def test_bare_letters_digits_and_reserved_keys_do_nothing(console: Program, sheet: Mutated) -> None:
    taken(console, sheet.rows[0]["row_id"])
    before = kinds(console)
    console.type("abcxyz 0123456789 .")
    console.press("F5", "F11", "F12", "F5", "period", "Prior", "Next", "KP_Enter", "Tab")
    proved_done(console, "bare keys")
    assert kinds(console) == [*before, "marker.added"]
    assert console.state["on_air"] == sheet.rows[0]["row_id"]
    console.calm()


def test_every_system_wide_key_arrives_with_another_window_in_front_and_is_consumed(
    console: Program, studio: ObsRig, sheet: Mutated
) -> None:
    first, second, third = sheet.rows[:3]
    with another_window_in_front(console) as typed:
        console.press("Pause")
        wait_until(lambda: console.state["on_air"] == first["row_id"], what="Pause")
        guard_passed(console)
        console.press("Control+Alt+Return")
        wait_until(lambda: console.state["on_air"] == second["row_id"], what="Ctrl+Alt+Return")
        console.press("Control+Alt+u")
        wait_until(lambda: console.state["on_air"] == first["row_id"], what="Ctrl+Alt+U")
        guard_passed(console)
        console.press("191")  # as a pad sends it: by key code
        wait_until(lambda: console.state["on_air"] == second["row_id"], what="F13")
        console.press("Control+Alt+j")
        wait_until(lambda: console.state["obs"]["safe"] or alert_says_no_safe(console), what="Ctrl+Alt+J")
        console.press("Control+Alt+Prior")
        wait_until(lambda: console.item(second["row_id"])["link"] == "up", what="Ctrl+Alt+PgUp")
        for preset in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0"):
            before = kinds(console).count("cue.sent")
            console.press(f"Control+Alt+{preset}")
            wait_until(
                lambda before=before: kinds(console).count("cue.sent") == before + 1,
                what=f"Ctrl+Alt+{preset}",
            )
        console.press("Control+Alt+n")
        wait_until(lambda: "marker.added" in kinds(console), what="Ctrl+Alt+N")
        console.press("Control+Alt+Next")
        wait_until(lambda: "link.closed" in kinds(console) or "batch.gone" in kinds(console), what="PgDown")
        assert typed.read_bytes() == b""
        console.type("hello\n")
        wait_until(lambda: typed.read_bytes() == b"hello\n", what="what is typed to reach the terminal")
    console.calm()
    assert third["row_id"] == console.state["next"]


def test_what_is_due_on_the_platforms_page_is_copied_by_a_key_and_pasted_there(
    console: Program, sheet: Mutated
) -> None:
    """Ctrl+Alt+C with the platform's page in front, then paste: the product's id, the stock, the price."""
    item = next(row for row in sheet.products if row["release_plan"].count("@t+") >= 1 and row["product_id"])
    key = item["row_id"]
    taken(console, key)
    pasted: list[str] = []
    with another_window_in_front(console) as typed:

        def copy_and_paste(what: str, text: str) -> None:
            console.press("Control+Alt+c")
            wait_until(lambda: clipboard(console) == text, what=f"{what} on the clipboard")
            console.press("shift+Insert", "Return")
            pasted.append(text)
            wait_until(lambda: typed.read_text("utf-8").split() == pasted, what=f"{what} to be pasted")

        copy_and_paste("the product's id", item["product_id"])
        assert console.do("link.up", now="yes")["ok"]
        copy_and_paste("the stock", str(console.item(key)["sellable"]))
        console.press("Control+Alt+Insert")
        wait_until(lambda: kinds(console).count("stock.released") == 2, what="the next batch")
        copy_and_paste("the stock after a batch", str(console.item(key)["sellable"]))
        cheaper = f"{float(console.item(key)['price']) - 1:.2f}"
        assert console.do("price.set", price=cheaper, confirm="yes")["ok"]
        copy_and_paste("the price", cheaper)
    console.calm()


def clipboard(console: Program) -> str:
    """What any other program would be given now."""
    words = [sys.executable, "-m", "tests.e2e.clipboard"]
    return subprocess.run(words, env=console.environment, capture_output=True, text=True, timeout=20).stdout


PAD = {f"F{n}": str(191 + n - 13) for n in range(13, 25)}
"""The key codes that pads and pedals send: on X11 most of these keys have another name."""


def test_every_key_of_a_pad_acts_with_another_window_in_front(console: Program, sheet: Mutated) -> None:
    item = next(row for row in sheet.products if row["release_plan"].count("@t+") >= 1)
    taken(console, item["row_id"])
    with another_window_in_front(console) as typed:
        console.press(PAD["F17"])
        wait_until(lambda: console.item(item["row_id"])["link"] == "up", what="F17: link up")
        console.press(PAD["F19"])
        wait_until(lambda: kinds(console).count("stock.released") == 2, what="F19: the next batch")
        console.press(PAD["F18"])
        wait_until(lambda: "batch.gone" in kinds(console), what="F18: batch gone")
        running = console.state["prompter"]["running"]
        console.press(PAD["F24"])
        wait_until(lambda: console.state["prompter"]["running"] is not running, what="F24: the host's pedal")
        console.press(PAD["F14"])
        console.window("Quick bar")
        console.press("Escape")
        wait_until(lambda: console.place("Quick bar") is None, what="the quick bar to go")
        console.press(PAD["F15"])
        wait_until(
            lambda: console.state["obs"]["safe"] or alert_says_no_safe(console), what="F15: safe picture"
        )
        guard_passed(console)
        console.press(PAD["F13"])
        wait_until(lambda: console.state["on_air"] != item["row_id"], what="F13: take")
        console.press(PAD["F16"])
        wait_until(lambda: console.state["on_air"] == item["row_id"], what="F16: back")
        assert typed.read_bytes() == b""


def alert_says_no_safe(console: Program) -> bool:
    return "safe_missing" in {alert["code"] for alert in console.state["alerts"]}


def test_the_find_field_takes_text_and_what_is_typed_there_is_no_command(
    console: Program, sheet: Mutated
) -> None:
    taken(console, sheet.rows[0]["row_id"])
    before = kinds(console)
    console.press("Control+f")
    console.type(sheet.rows[4]["name_en"][:6])
    console.press("Down", "Return")
    proved_done(console, "the find field")
    after = kinds(console)
    assert [kind for kind in after if kind == "item.taken"] == [k for k in before if k == "item.taken"]


def test_control_z_takes_back_by_name_and_control_y_does_it_again(console: Program, sheet: Mutated) -> None:
    item = sheet.products[0]
    planned = console.item(item["row_id"])["price"]
    cheaper = f"{float(planned) * 0.8:.2f}"
    assert console.do("price.set", item=item["row_id"], price=cheaper, confirm="yes")["ok"]
    console.press("Control+z")
    wait_until(lambda: console.item(item["row_id"])["price"] == planned, what="the price back")
    console.press("Control+y")
    wait_until(lambda: console.item(item["row_id"])["price"] == cheaper, what="the price again")


def test_escape_acknowledges_the_worst_alert(console: Program, sheet: Mutated) -> None:
    taken(console, sheet.rows[0]["row_id"])
    wait_until(lambda: console.state["alerts"], what="an alert: nothing is going out")
    worst = console.state["alerts"][0]["code"]
    console.press("Escape")
    wait_until(
        lambda: any(a["code"] == worst and a["acknowledged"] for a in console.state["alerts"]),
        what=f"{worst} acknowledged",
    )


def test_f1_shows_the_keys_and_hides_them(console: Program, studio: ObsRig) -> None:
    before = console.picture()
    console.press("F1")
    wait_until(lambda: console.changed(before) > 20_000, what="the keys to be shown")
    console.press("F1")
    wait_until(lambda: console.changed(before) < 20_000, what="the keys to be gone")


def test_alt_down_moves_next(console: Program, sheet: Mutated) -> None:
    assert console.state["next"] == sheet.rows[0]["row_id"]
    console.press("alt+Down")
    wait_until(lambda: console.state["next"] == sheet.rows[1]["row_id"], what="NEXT one down")
    console.press("alt+Up")
    wait_until(lambda: console.state["next"] == sheet.rows[0]["row_id"], what="NEXT one up")


def test_the_hosts_clicker_sees_cues_and_moves_the_prompter(console: Program, sheet: Mutated) -> None:
    opening = sheet.rows[0]["row_id"]
    taken(console, opening)
    assert console.do("cue.send", text="look up")["ok"]
    console.focus(console.window("— Host Screen"))
    console.press("space")
    wait_until(lambda: console.state["cue"]["seen_s"] is not None, what="the cue to be seen")
    running = console.state["prompter"]["running"]
    console.press("space")
    wait_until(lambda: console.state["prompter"]["running"] is not running, what="the prompter toggled")
    layout = console.state["prompter"]["layout"]
    before = console.state["prompter"]
    console.press("Next")
    if layout == "card":
        wait_until(lambda: len(console.state["prompter"]["points"]) == 1, what="a point ticked")
    else:
        wait_until(lambda: console.state["prompter"]["line"] > before["line"], what="a line forward")
    console.hold("space")
    try:
        wait_until(lambda: console.state["prompter"]["running"] is running, what="the prompter toggled back")
    finally:
        console.release("space")
    proved_done(console, "a held space")
    assert console.state["prompter"]["running"] is running
