"""Key rehearsal: each key ticks once it arrives; one that does not says why, and another is offered."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hostconsole.keys.rehearsal import FAILED, ObsUse, Rehearsal, is_pad, proved
from hostconsole.keys.rights import more_rights_in_front
from hostconsole.keys.system import Code, Unbound
from hostconsole.keys.table import PRESETS, KeyTable

LAPTOP = Rehearsal.begin(KeyTable.build())


def off(key: str, code: Code = "taken") -> Unbound:
    return Unbound(key=key, code=code, reason="…")


def status(rehearsal: Rehearsal, key: str) -> str:
    found = rehearsal.find(key)
    assert found is not None
    return found.status


@pytest.mark.parametrize("preset", PRESETS)
def test_every_system_wide_key_is_asked_for_once_those_of_pads_last(preset: str) -> None:
    table = KeyTable.build(preset)
    keys = [check.key for check in Rehearsal.begin(table).checks]
    assert sorted(keys) == sorted(table.system_keys())
    assert keys == sorted(keys, key=is_pad)


def test_a_key_ticks_when_it_arrives_and_the_next_one_is_asked_for() -> None:
    assert LAPTOP.next is not None and LAPTOP.next.key == "Pause"
    after = LAPTOP.heard("Pause", ours_in_front=False)
    assert (status(after, "Pause"), after.arrived) == ("arrived", ("Pause",))
    assert after.next is not None and after.next.key == "Ctrl+Alt+Return"


def test_a_key_pressed_with_our_window_in_front_is_asked_for_again() -> None:
    here = LAPTOP.heard("Pause", ours_in_front=True)
    assert status(here, "Pause") == "here"
    assert here.next is not None and here.next.key == "Pause"
    proof = here.heard("Pause", ours_in_front=False)
    assert status(proof.heard("Pause", ours_in_front=True), "Pause") == "arrived"


@pytest.mark.parametrize("code", ["taken", "unsupported", "no_permission", "layout", "dead"])
def test_what_the_system_says_of_a_key_is_its_reason(code: Code) -> None:
    said = LAPTOP.told((off("Ctrl+Alt+U", code),))
    assert status(said, "Ctrl+Alt+U") == code
    assert status(said.told(()), "Ctrl+Alt+U") == "waiting"


def test_a_key_that_does_not_arrive_says_why() -> None:
    assert status(LAPTOP.silent("Pause", elevated=False), "Pause") == "silent"
    elevated = LAPTOP.silent("Pause", elevated=True)
    assert status(elevated, "Pause") == "elevated"
    assert elevated.next is not None and elevated.next.key != "Pause"
    assert status(elevated.told(()), "Pause") == "elevated"


def test_another_key_takes_the_place_of_one_that_fails_and_is_rehearsed_itself() -> None:
    failed = LAPTOP.heard("Pause", ours_in_front=False).told((off("Ctrl+Alt+U"),))
    other = failed.offer("Ctrl+Alt+U")
    assert other == "Ctrl+Alt+K"
    table = failed.use("Ctrl+Alt+U", other)
    assert table.find("show.back").keys == ("Ctrl+Alt+K", "F16")
    after = failed.rebound(table)
    assert (status(after, "Ctrl+Alt+K"), status(after, "Pause")) == ("waiting", "arrived")
    assert after.find("Ctrl+Alt+U") is None


def test_a_key_of_obs_is_told_and_never_offered() -> None:
    start, stop = ObsUse(action="OBSBasic.StartStreaming"), ObsUse(action="OBSBasic.StopStreaming")
    obs = {"Ctrl+Alt+U": start, "Ctrl+Alt+K": stop}
    clashing = LAPTOP.clashing(obs)
    found = clashing.find("Ctrl+Alt+U")
    assert found is not None and found.obs == start
    assert clashing.offer("Ctrl+Alt+U") == "Ctrl+Alt+Y"
    after = clashing.rebound(clashing.use("Ctrl+Alt+U", "Ctrl+Alt+Y"))
    assert [check.key for check in after.checks if check.obs] == []


@given(st.sampled_from(PRESETS), st.data())
def test_what_is_offered_can_always_be_used_and_clashes_with_nothing(
    preset: str, data: st.DataObject
) -> None:
    rehearsal = Rehearsal.begin(KeyTable.build(preset))
    for _ in range(data.draw(st.integers(0, 6))):
        key = data.draw(st.sampled_from([check.key for check in rehearsal.checks]))
        other = rehearsal.offer(key)
        if other is None:
            break
        rehearsal = rehearsal.rebound(rehearsal.use(key, other))
        assert rehearsal.table.clashes() == ()
        assert rehearsal.find(other) is not None


@given(st.lists(st.tuples(st.sampled_from(sorted(LAPTOP.table.system_keys())), st.integers(0, 3))))
def test_every_key_has_one_status_whatever_happens(steps: list[tuple[str, int]]) -> None:
    rehearsal = LAPTOP
    for key, what in steps:
        rehearsal = {
            0: rehearsal.heard(key, ours_in_front=False),
            1: rehearsal.heard(key, ours_in_front=True),
            2: rehearsal.silent(key, elevated=False),
            3: rehearsal.told((off(key),)),
        }[what]
    assert [check.key for check in rehearsal.checks] == [check.key for check in LAPTOP.checks]
    assert all(check.failed == (check.status in FAILED) for check in rehearsal.checks)


def test_the_keys_are_proved_when_each_act_has_one_that_arrived() -> None:
    table = KeyTable.build()
    first: Mapping[str, str] = {act: key for key, act in reversed(list(table.system_keys().items()))}
    arrived = {key for key in first.values() if not is_pad(key)}
    assert proved(table, arrived)
    assert proved(table, arrived - {"Pause"} | {"Ctrl+Alt+Return"})
    assert not proved(table, arrived - {"Ctrl+Alt+U"})
    assert not proved(table, ())


def test_on_this_system_no_window_keeps_keys_by_its_rights() -> None:
    assert more_rights_in_front() is False
