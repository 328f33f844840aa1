"""The one writer (DESIGN §4 rule 1): who is told, in what order, and what a fault of a listener does."""

from __future__ import annotations

import pytest

from hostconsole.show import events as e
from hostconsole.show.frozen import replace
from hostconsole.show.state import State
from tests.show.stage import on_air, on_stage


def test_listeners_hear_of_every_change_in_the_order_of_subscription() -> None:
    stage = on_stage()
    heard: list[tuple[str, str]] = []
    for name in ("first", "second"):
        stage.show.subscribe(lambda state, entries, name=name: heard.append((name, entries[0].event.kind)))
    stage.does("show.take")
    stage.told(e.MicChanged(muted=True))
    assert heard == [
        ("first", "item.taken"),
        ("second", "item.taken"),
        ("first", "obs.mic"),
        ("second", "obs.mic"),
    ]


def test_a_listener_that_makes_a_change_does_not_put_the_news_out_of_order() -> None:
    stage = on_stage()
    heard: list[str] = []

    def eager(state: State, entries: tuple[e.Entry, ...]) -> None:
        if entries[0].event.kind == "item.taken":
            stage.does("marker.add", label="again")

    stage.show.subscribe(eager)
    stage.show.subscribe(lambda state, entries: heard.extend(entry.event.kind for entry in entries))
    stage.does("show.take")
    assert heard == ["item.taken", "next.set", "marker.added"]
    assert [entry.seq for entry in stage.session_log()] == [1, 2, 3, 4]


def test_a_listener_that_fails_is_reported_and_the_others_go_on() -> None:
    stage = on_stage()
    heard: list[int] = []

    def broken(state: State, entries: tuple[e.Entry, ...]) -> None:
        raise RuntimeError("broken")

    stage.show.subscribe(broken)
    stage.show.subscribe(lambda state, entries: heard.append(state.seq))
    stage.does("show.take")
    assert heard == [stage.state.seq]
    assert [str(bug) for bug in stage.bugs] == ["broken"]


def test_facts_are_nobodys_act_and_cannot_be_undone() -> None:
    stage = on_stage()
    stage.told(e.MicChanged(muted=True))
    assert (stage.last().act, stage.last().actor) == (None, "obs")
    stage.refuses("undo", code="nothing_to_undo")


def test_what_changes_nothing_is_told_to_nobody() -> None:
    stage = on_air()
    heard: list[int] = []
    stage.show.subscribe(lambda state, entries: heard.append(state.seq))
    outcome = stage.does("price.set", price="89")
    assert (outcome.seq, outcome.entries, heard) == (None, (), [])


def test_a_frozen_copy_knows_its_fields() -> None:
    stage = on_air()
    for whole in (stage.state, stage.state.obs, stage.row("P1"), stage.stock("P1")):
        assert replace(whole) == whole
        assert replace(whole) is not whole
        with pytest.raises(TypeError, match="has no field 'bogus'"):
            replace(whole, bogus=1)  # type: ignore[call-arg]
    assert replace(stage.state, next="P4").next == "P4"
    assert stage.next == "P2"
