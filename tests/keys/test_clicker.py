"""Clickers and pedals: what one button sends, and what it is bound to."""

from __future__ import annotations

import pytest

from hostconsole.keys.clicker import ACTS, Button, freed, meanings, taught
from hostconsole.keys.table import Context, KeyRefused, KeyTable


def heard(*keys: str) -> Button:
    button = Button()
    for key in keys:
        button = button.heard(key)
    return button


def test_a_button_that_sends_one_key_is_known_at_once() -> None:
    assert heard("pagedown") == Button(keys=("PgDown",), stage="known")


@pytest.mark.parametrize("keys", [("F5", "Esc"), ("Esc", "F5"), ("Shift+F5", "Esc")])
def test_a_start_button_that_sends_two_keys_in_turns_is_one_button(keys: tuple[str, str]) -> None:
    assert heard(keys[0]).stage == "again"
    assert heard(*keys) == Button(keys=keys, stage="known")


def test_a_button_that_always_sends_f5_is_known_after_two_presses() -> None:
    assert heard("F5", "F5") == Button(keys=("F5",), stage="known")


def test_another_button_in_between_is_the_one_that_is_meant() -> None:
    assert heard("F5", "PgUp") == Button(keys=("PgUp",), stage="known")
    assert heard("F5", "Shift+F5") == Button(keys=("Shift+F5",), stage="again")


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(KeyRefused):
        Button().heard("Volume Up")


def test_without_learning_a_clickers_keys_have_their_usual_meaning() -> None:
    known = meanings(KeyTable.build().bindings)
    assert (known["F5"], known["Esc"], known["."]) == ("host.space", "host.space", "host.layout")
    assert (known["PgDown"], known["PgUp"]) == ("prompter.line_forward", "prompter.line_back")


def test_a_learned_button_joins_the_act_and_is_kept_in_the_settings() -> None:
    table = taught(KeyTable.build(), "prompter.line_forward", ("F5", "Esc"))
    assert meanings(table.bindings)["F5"] == meanings(table.bindings)["Esc"] == "prompter.line_forward"
    again = KeyTable.build("laptop", table.changes())
    assert again.find("prompter.line_forward", (), context="host").keys == ("PgDown", "F5", "Esc")
    assert again.refused == ()


def test_no_learned_button_is_system_wide() -> None:
    before = KeyTable.build()
    for act in ACTS:
        assert taught(before, act, ("Shift+F5",)).system_keys() == before.system_keys()


def test_a_button_that_another_act_has_is_refused_until_it_is_freed() -> None:
    table = KeyTable.build()
    with pytest.raises(KeyRefused) as refused:
        taught(table, "host.page_forward", ("PgDown",))
    assert (refused.value.code, refused.value.other) == ("clash", "prompter.line_forward")
    moved = taught(freed(table, ("PgDown",)), "host.page_forward", ("PgDown",))
    assert meanings(moved.bindings)["PgDown"] == "host.page_forward"
    assert moved.find("prompter.line_forward", (), context="host").keys == ()


def test_a_system_wide_key_can_neither_be_learned_nor_freed_here() -> None:
    table = KeyTable.build()
    assert freed(table, ("Pause",)) == table
    with pytest.raises(KeyRefused) as refused:
        taught(table, "host.page_forward", ("Pause",))
    assert (refused.value.code, refused.value.other) == ("clash", "show.take")


@pytest.mark.parametrize(
    ("key", "context"),
    [
        ("F5", "global"),
        ("F5", "console"),
        ("F5", "queue"),
        (".", "global"),
        (".", "console"),
        ("Esc", "global"),
    ],
)
def test_a_clickers_keys_stay_forbidden_elsewhere(key: str, context: Context) -> None:
    with pytest.raises(KeyRefused):
        KeyTable.build().rebind("marker.add", (), [key], context=context)


def test_letters_and_digits_are_no_buttons_in_the_hosts_window_either() -> None:
    for key in ("B", "7", "Return"):
        with pytest.raises(KeyRefused):
            taught(KeyTable.build(), "prompter.line_forward", (key,))


def test_a_button_may_be_made_system_wide_and_is_then_no_key_of_the_window_any_more() -> None:
    table = taught(KeyTable.build(), "prompter.line_forward", ("PgDown",), where="global")
    assert table.system_keys()["PgDown"] == "prompter.line_forward"
    assert "PgDown" not in meanings(table.bindings)
    again = KeyTable.build("laptop", table.changes())
    assert (again.system_keys(), again.refused) == (table.system_keys(), ())
    back = taught(again, "prompter.line_forward", ("PgDown",))
    assert (back.system_keys(), meanings(back.bindings)["PgDown"]) == (
        KeyTable.build().system_keys(),
        "prompter.line_forward",
    )


@pytest.mark.parametrize(
    ("keys", "code"),
    [(("F5", "Esc"), "browser_key"), ((".",), "bare_key"), (("Esc",), "common_key"), (("WheelUp",), "wheel")],
)
def test_what_other_programs_need_cannot_be_system_wide(keys: tuple[str, ...], code: str) -> None:
    with pytest.raises(KeyRefused) as refused:
        taught(KeyTable.build(), "host.space", keys, where="global")
    assert refused.value.code == code


def test_a_button_that_works_anywhere_is_taken_from_there_for_another_act() -> None:
    table = taught(KeyTable.build(), "prompter.line_forward", ("PgDown",), where="global")
    with pytest.raises(KeyRefused) as refused:
        taught(table, "cue.ack", ("PgDown",))
    assert (refused.value.code, refused.value.other) == ("clash", "prompter.line_forward")
    moved = taught(freed(table, ("PgDown",)), "cue.ack", ("PgDown",))
    assert (meanings(moved.bindings)["PgDown"], "PgDown" in moved.system_keys()) == ("cue.ack", False)


def test_the_wheel_moves_lines_unless_it_is_bound_to_something_else() -> None:
    known = meanings(KeyTable.build().bindings)
    assert (known["WheelUp"], known["WheelDown"]) == ("prompter.line_back", "prompter.line_forward")
    table = taught(KeyTable.build(), "host.nothing", ("wheelup", "wheeldown"))
    table = taught(table, "prompter.faster", ("Ctrl+WheelUp",))
    again = meanings(KeyTable.build("laptop", table.changes()).bindings)
    assert (again["WheelUp"], again["WheelDown"]) == ("host.nothing", "host.nothing")
    assert again["Ctrl+WheelUp"] == "prompter.faster"
