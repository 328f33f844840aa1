"""The table of keys: the defaults as designed, the user's changes, and what is refused."""

from __future__ import annotations

import pytest

from hostconsole.keys.portable import REASONS
from hostconsole.keys.table import PRESETS, Args, Binding, Clash, KeyRefused, KeyTable, act_id, parse_act

# act → keys in any window with the preset "laptop", pads and pedals, keys with the preset "altgr"
ANY_WINDOW = {
    "show.take": ("Pause Ctrl+Alt+Return", "F13", "Pause Ctrl+Alt+Return"),
    "show.back": ("Ctrl+Alt+U", "F16", "Ctrl+Shift+F11"),
    "obs.safe_scene": ("Ctrl+Alt+J", "F15", "Ctrl+Shift+F12"),
    "desk.quick_bar": ("Ctrl+Alt+G", "F14", "Ctrl+Alt+Home"),
    "link.up": ("Ctrl+Alt+PgUp", "F17", "Ctrl+Alt+PgUp"),
    "desk.gone": ("Ctrl+Alt+PgDown", "F18", "Ctrl+Alt+PgDown"),
    "stock.release": ("Ctrl+Alt+Ins", "F19", "Ctrl+Alt+Ins"),
    "marker.add": ("Ctrl+Alt+N", "", ""),
    "desk.copy": ("Ctrl+Alt+C", "", "Ctrl+Alt+End"),
    "desk.host_step": ("", "F24", ""),
    **{
        f"cue.send preset={n}": (f"Ctrl+Alt+{digit}", "", f"Ctrl+Shift+F{n}")
        for n, digit in enumerate("1234567890", 1)
    },
}
IN_WINDOWS = {
    "row.next": "Return",
    "row.take": "Ctrl+Return",
    "row.edit": "F2",
    "row.skip": "Del",
    "row.encore": "Ctrl+E",
    "next.up": "Alt+Up",
    "next.down": "Alt+Down",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Y",
    "obs.resend": "Ctrl+R",
    "alert.ack": "Esc",
    "desk.find": "Ctrl+F",
    "desk.keys": "F1",
    "host.space": "Space",
    "prompter.line_forward": "PgDown",
    "prompter.line_back": "PgUp",
    "prompter.faster": "Ctrl+]",
    "prompter.slower": "Ctrl+[",
    "prompter.top": "Home",
    "prompter.paragraph_forward": "Ctrl+PgDown",
    "prompter.paragraph_back": "Ctrl+PgUp",
    "host.page_forward": "Shift+PgDown",
    "host.page_back": "Shift+PgUp",
    "prompter.mark": "Ctrl+M",
    "host.layout": "Ctrl+L",
}


def no_title(command: str, args: Args) -> str:
    return ""


@pytest.mark.parametrize("preset", PRESETS)
def test_the_defaults_are_those_of_the_design(preset: str) -> None:
    table = KeyTable.build(preset)
    wanted = {
        act: tuple(f"{laptop if preset == 'laptop' else altgr} {pad}".split())
        for act, (laptop, pad, altgr) in ANY_WINDOW.items()
    } | {act: (key,) for act, key in IN_WINDOWS.items()}
    wanted["desk.step"] = ()  # for a pedal of one's own choice
    assert {binding.id: binding.keys for binding in table.bindings} == wanted
    assert {b.id for b in table.bindings if b.context == "global"} == set(ANY_WINDOW) | {"desk.step"}


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_clashes_or_has_a_forbidden_key(preset: str) -> None:
    table = KeyTable.build(preset)
    assert table.clashes() == ()
    for b in table.bindings:
        assert table.rebind(b.command, b.args, b.keys, context=b.context) == table


def test_system_wide_keys_are_given_with_their_act() -> None:
    keys = KeyTable.build().system_keys()
    assert keys["Pause"] == keys["Ctrl+Alt+Return"] == keys["F13"] == "show.take"
    assert keys["Ctrl+Alt+0"] == "cue.send preset=10"
    assert "PgUp" not in keys


def test_one_row_for_each_command_with_its_arguments() -> None:
    table = KeyTable.build(changes={"prompter.line_back @global": ["F9"]})
    rows = table.rows(lambda command, args: f"{command}!", ["show.take", "show.end"])
    acts = [(row["command"], tuple(row["args"].items())) for row in rows]
    assert len(acts) == len(set(acts))
    assert rows[0] == {
        "command": "show.take",
        "args": {},
        "title": "show.take!",
        "keys": [],
        "global_keys": ["Pause", "Ctrl+Alt+Return", "F13"],
    }
    assert ("cue.send", (("preset", "10"),)) in acts
    (back,) = (row for row in rows if row["command"] == "prompter.line_back")
    assert (back["keys"], back["global_keys"]) == (["PgUp"], ["F9"])
    assert rows[-1] == {
        "command": "show.end",
        "args": {},
        "title": "show.end!",
        "keys": [],
        "global_keys": [],
    }


FORBIDDEN = {
    "bare_key": ["A", "7", "Shift+A", ".", "７", "Ж"],
    "own_list": ["Space", "Return", "Enter", "Shift+Space", "Shift+Return"],
    "browser_key": ["F5", "F11", "F12", "Ctrl+F5", "Shift+F11"],
    "desktop_arrow": ["Ctrl+Alt+Left", "Ctrl+Alt+Down", "Ctrl+Alt+Shift+Up"],
    "virtual_terminal": ["Ctrl+Alt+F1", "Ctrl+Alt+F12", "Ctrl+Alt+F5"],
    "hardware_key": ["F20", "F21", "F22", "F23", "Ctrl+F20"],
    "numpad": ["Num+1", "Ctrl+Alt+Num+.", "Num+Return"],
    "system_key": ["Ctrl+Alt+Del", "Alt+F4", "Alt+Tab"],
    "wheel": ["WheelUp", "Ctrl+WheelDown"],
    "common_key": ["Ctrl+C", "Esc", "Del", "Alt+A", "Ctrl+Return"],
    "not_a_key": ["", "Ctrl", "Ctrl+", "F25", "Ctrl+K, Ctrl+C", "Ctrl+Ctrl+A", "nonsense", " "],
}


@pytest.mark.parametrize(("code", "key"), [(code, key) for code, keys in FORBIDDEN.items() for key in keys])
def test_a_forbidden_key_is_refused_with_the_reason(code: str, key: str) -> None:
    with pytest.raises(KeyRefused) as refused:
        KeyTable.build().rebind("marker.add", (), [key])
    assert refused.value.code == code
    assert refused.value.reason


def test_every_reason_is_tried_above() -> None:
    assert set(REASONS) == {*FORBIDDEN, "clash", "not_a_binding"}


def test_what_other_programs_use_may_be_bound_in_our_own_windows() -> None:
    table = KeyTable.build().rebind("undo", (), ["Ctrl+Backspace", "Ctrl+K"])
    assert table.find("undo").keys == ("Ctrl+Backspace", "Ctrl+K")


def test_space_and_enter_stay_in_their_own_lists() -> None:
    table = KeyTable.build()
    assert table.rebind("host.space", (), ["Space"]) == table
    for command, key in (("row.next", "Space"), ("host.space", "Return"), ("undo", "Space")):
        with pytest.raises(KeyRefused, match="own place"):
            table.rebind(command, (), [key])


@pytest.mark.parametrize(
    ("command", "key", "owner"),
    [
        ("marker.add", "Pause", "show.take"),
        ("marker.add", "Ctrl+Alt+3", "cue.send preset=3"),
        ("marker.add", "F1", "desk.keys"),
        ("marker.add", "PgUp", "prompter.line_back"),
        ("undo", "F2", "row.edit"),
        ("row.edit", "Ctrl+R", "obs.resend"),
        ("undo", "Ctrl+Alt+U", "show.back"),
    ],
)
def test_a_key_that_is_in_use_is_refused_by_name(command: str, key: str, owner: str) -> None:
    table = KeyTable.build()
    with pytest.raises(KeyRefused) as refused:
        table.rebind(command, (), [key])
    assert (refused.value.code, refused.value.key, refused.value.other) == ("clash", key, owner)


def test_console_and_host_window_may_share_a_key() -> None:
    table = KeyTable.build().rebind("prompter.faster", (), ["F2"])
    assert table.clashes() == ()
    assert table.find("row.edit").keys == table.find("prompter.faster").keys == ("F2",)


def test_a_given_up_key_can_go_to_another_act() -> None:
    table = KeyTable.build().rebind("show.take", (), ["pause"]).rebind("marker.add", (), ["f13", "F13"])
    assert table.find("marker.add").keys == ("F13",)
    assert table.find("show.take").keys == ("Pause",)


def test_a_new_act_gets_keys_and_keeps_them() -> None:
    args = (("label", "good bit"),)
    table = KeyTable.build().rebind("marker.add", args, ["Ctrl+Alt+M"])
    assert table.changes() == {"marker.add 'label=good bit'": ["Ctrl+Alt+M"]}
    assert KeyTable.build(changes=table.changes()).find("marker.add", args).keys == ("Ctrl+Alt+M",)


def test_changes_survive_settings() -> None:
    table = (
        KeyTable.build("altgr")
        .rebind("show.take", (), [])
        .rebind("undo", (), ["Ctrl+K"])
        .rebind("prompter.line_back", (), ["F9"], context="global")
        .rebind("cue.send", (("preset", "2"),), ["F8"])
    )
    again = KeyTable.build("altgr", table.changes())
    assert again == table
    assert again.refused == ()
    assert KeyTable.build("altgr").changes() == {}


def test_keys_can_be_swapped_in_settings() -> None:
    table = KeyTable.build(changes={"show.back": ["Ctrl+Alt+J"], "obs.safe_scene": ["Ctrl+Alt+U"]})
    assert table.refused == ()
    assert table.find("show.back").keys == ("Ctrl+Alt+J",)


def test_a_default_gives_way_to_a_change_and_it_is_told() -> None:
    table = KeyTable.build("altgr", {"marker.add": ["Ctrl+Shift+F1"]})
    assert table.clashes() == ()
    assert table.find("cue.send", (("preset", "1"),)).keys == ()
    assert [(r.code, r.key, r.other) for r in table.refused] == [("clash", "Ctrl+Shift+F1", "marker.add")]


def test_broken_settings_lose_only_what_is_broken() -> None:
    changes = {
        "show.take": ["F5", "Pause", "pAuSe", "?!"],
        "undo": "Ctrl+K",
        "redo": ["Ctrl+K"],
        "": ["F9"],
        "cue.send preset": ["F9"],
        "marker.add 'x": ["F9"],
        "undo @moon": ["F9"],
    }
    table = KeyTable.build("unheard of", changes)
    assert table.preset == "laptop"
    assert table.find("show.take").keys == ("Pause",)
    assert table.find("undo").keys == ("Ctrl+K",)
    assert table.find("redo").keys == ()
    assert sorted(r.code for r in table.refused) == sorted(
        ["browser_key", "not_a_key", "clash", *["not_a_binding"] * 4]
    )
    assert table.clashes() == ()


def test_a_table_made_by_hand_shows_its_clashes() -> None:
    one = Binding(command="undo", context="queue", keys=("F2", "F3"))
    other = Binding(command="redo", context="console", keys=("F3",))
    table = KeyTable(preset="laptop", bindings=(one, other))
    assert table.clashes() == (Clash(key="F3", one=one, other=other),)


@pytest.mark.parametrize("args", [(), (("preset", "1"),), (("label", "a b='c'"), ("n", ""))])
def test_an_act_is_read_as_it_was_written(args: Args) -> None:
    assert parse_act(act_id("x.y", args)) == ("x.y", args)
