"""System-wide keys on a real X server: pressed by xdotool, with another window in front."""

from __future__ import annotations

import threading

import pytest
from Xlib import X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError

from hostconsole.keys.system import Unbound
from hostconsole.keys.table import PRESETS, KeyTable
from hostconsole.keys.x11 import X11Keys
from tests.keys.conftest import Ear, Front, Screen, wait_until

PAUSE, RETURN, CONTROL, ALT, SHIFT = 127, 36, 37, 64, 50

# python-xlib does not close the socket of a connection that failed; it is freed with the exception.
xlib_leaves_its_socket = pytest.mark.filterwarnings("ignore:unclosed.*socket:ResourceWarning")


def test_one_press_is_one_call_and_the_window_in_front_gets_nothing(
    screen: Screen, front: Front, ear: Ear
) -> None:
    ear.bind(Pause="show.take", Ctrl_Alt_U="show.back")
    assert ear.told == [()]
    screen.xdotool("key", "Pause", "ctrl+alt+u", "Pause", "a")
    ear.heard("show.take", "show.back", "show.take")
    assert PAUSE not in front.got()


def test_other_keys_reach_the_window_in_front(screen: Screen, front: Front, ear: Ear) -> None:
    ear.bind(Pause="show.take")
    screen.xdotool("key", "a", "ctrl+Pause", "Return")
    wait_until(lambda: RETURN in front.got(), what="Return reaches the window")
    assert ear.acts == []


@pytest.mark.parametrize(
    "locks", [["Num_Lock"], ["Caps_Lock"], ["Num_Lock", "Caps_Lock"], ["Scroll_Lock", "Num_Lock"]]
)
def test_locks_do_not_matter(screen: Screen, front: Front, ear: Ear, locks: list[str]) -> None:
    ear.bind(Pause="show.take", Ctrl_Alt_1="cue.send preset=1")
    screen.xdotool("key", *locks)
    try:
        screen.xdotool("key", "Pause", "ctrl+alt+1")
        ear.heard("show.take", "cue.send preset=1")
    finally:
        screen.xdotool("key", *locks)
    assert PAUSE not in front.got()


def test_a_held_key_is_one_press_and_the_next_press_counts(screen: Screen, front: Front, ear: Ear) -> None:
    screen.run("xset", "r", "rate", "200", "50")
    ear.bind(Pause="show.take", Ctrl_Alt_U="show.back")
    screen.xdotool("keydown", "Pause", "sleep", "0.6", "keyup", "Pause", "key", "ctrl+alt+u", "Pause")
    ear.heard("show.take", "show.back", "show.take")
    assert PAUSE not in front.got()


def test_a_key_pressed_before_the_last_one_is_up_is_heard_again_later(
    screen: Screen, front: Front, ear: Ear
) -> None:
    ear.bind(Ctrl_Alt_1="one", Ctrl_Alt_2="two")
    screen.xdotool("keydown", "ctrl", "keydown", "alt", "keydown", "1", "keydown", "2")
    screen.xdotool("keyup", "1", "keyup", "2", "sleep", "0.3", "key", "2", "keyup", "alt", "keyup", "ctrl")
    ear.heard("one", "two", "two")


def test_every_default_key_can_be_bound_and_pressed(screen: Screen, front: Front, ear: Ear) -> None:
    functions = {f"F{n}": f"F{n}" for n in range(1, 13)}
    names = {
        **functions,
        "Pause": "Pause",
        "Return": "Return",
        "Home": "Home",
        "End": "End",
        "PgUp": "Prior",
        "PgDown": "Next",
        "Ins": "Insert",
    }
    pads = {f"F{n}": str(178 + n) for n in range(13, 25)}
    for preset in PRESETS:
        table = KeyTable.build(preset).system_keys()
        ear.bind_table(table)
        assert ear.told[-1] == ()
        for key in table:
            *held, last = key.split("+")
            screen.xdotool("key", "+".join([*held, pads.get(last) or names.get(last) or last.lower()]))
        ear.heard(*table.values())
    assert set(front.got()) <= {CONTROL, ALT, SHIFT}


def test_a_key_of_another_program_is_told_as_taken_and_comes_back(
    screen: Screen, front: Front, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hostconsole.keys.x11.TAKEN_S", 0.1)
    other = Display(screen.name)
    other.screen().root.grab_key(PAUSE, 0, False, X.GrabModeAsync, X.GrabModeAsync)
    other.sync()
    ear.bind(Pause="show.take", Ctrl_Alt_U="show.back")
    assert ear.told == [(Unbound(key="Pause", code="taken", reason="Another program has Pause."),)]
    screen.xdotool("key", "Pause", "ctrl+alt+u")
    ear.heard("show.back")
    other.close()
    wait_until(lambda: ear.told[-1] == (), what="Pause is had after all")
    screen.xdotool("key", "Pause")
    ear.heard("show.take")


def test_a_key_that_the_keyboard_has_not_is_told(screen: Screen, ear: Ear) -> None:
    ear.bind(Ctrl_Alt_Ж="one", Pause="show.take")
    (only,) = ear.told[-1]
    assert (only.key, only.code) == ("Ctrl+Alt+Ж", "layout")


def test_keys_follow_a_keyboard_mapped_anew(screen: Screen, front: Front, ear: Ear) -> None:
    ear.bind(Ctrl_Alt_J="obs.safe_scene")
    k = 45
    screen.run("xmodmap", "-e", f"keycode {k} = j J", "-e", "keycode 44 = k K")
    try:
        wait_until(lambda: is_taken(screen, k), what="the new key is grabbed")
        screen.xdotool("key", "ctrl+alt+j")
        ear.heard("obs.safe_scene")
        assert not is_taken(screen, 44)
    finally:
        screen.run("xmodmap", "-e", "keycode 44 = j J", "-e", f"keycode {k} = k K")
    wait_until(lambda: is_taken(screen, 44), what="the old key is grabbed again")


def test_binding_anew_takes_the_place_of_the_old_table(screen: Screen, front: Front, ear: Ear) -> None:
    ear.bind(Pause="show.take")
    ear.bind(Ctrl_Alt_U="show.take")
    screen.xdotool("key", "Pause", "ctrl+alt+u")
    ear.heard("show.take")
    assert PAUSE in front.got()


def test_stop_gives_the_keys_back(screen: Screen, front: Front, ear: Ear) -> None:
    ear.bind(Pause="show.take")
    assert is_taken(screen, PAUSE, held=0)
    ear.keys.stop()
    ear.keys.stop()
    assert not is_taken(screen, PAUSE, held=0)
    screen.xdotool("key", "Pause")
    wait_until(lambda: PAUSE in front.got(), what="Pause reaches the window in front")
    assert ear.acts == []


def test_an_act_that_fails_does_not_end_the_keys(screen: Screen, front: Front, ear: Ear) -> None:
    acts: list[str] = []

    def pressed(act: str) -> None:
        acts.append(act)
        raise ValueError(act)

    told = threading.Event()
    ear.keys.bind({"Pause": "show.take"}, pressed, lambda _: told.set())
    assert told.wait(5)
    screen.xdotool("key", "Pause", "Pause")
    wait_until(lambda: acts == ["show.take", "show.take"], what="both presses")


@xlib_leaves_its_socket
def test_a_broken_connection_is_told_and_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hostconsole.keys.x11.RETRY_S", 0.05)
    screen = Screen()
    ear = Ear(screen)
    try:
        ear.bind(Pause="show.take")
        screen.close()
        wait_until(lambda: len(ear.told) == 2, what="told that the keys are dead")
        assert [unbound.code for unbound in ear.told[1]] == ["dead"]
        screen.start()
        wait_until(lambda: len(ear.told) == 3, what="told that the keys are well")
        assert ear.told[2] == ()
        screen.xdotool("key", "Pause")
        ear.heard("show.take")
    finally:
        ear.keys.stop()
        screen.close()


@xlib_leaves_its_socket
def test_no_server_is_told_as_unsupported() -> None:
    keys = X11Keys(display=":4711")
    told: list[tuple[Unbound, ...]] = []
    keys.bind({"Pause": "show.take"}, lambda _: None, told.append)
    wait_until(lambda: told, what="told")
    keys.stop()
    assert [(u.key, u.code) for u in told[0]] == [("Pause", "unsupported")]


def is_taken(screen: Screen, code: int, *, held: int = X.ControlMask | X.Mod1Mask) -> bool:
    display = Display(screen.name)
    answer = CatchError(BadAccess)
    display.screen().root.grab_key(code, held, False, X.GrabModeAsync, X.GrabModeAsync, onerror=answer)
    display.sync()
    display.close()
    return answer.get_error() is not None
