"""Handing over the desk: ten lines, both names, in the log."""

from __future__ import annotations

from msgspec.structs import replace

from hostconsole.show.events import IncidentEnded, SafeEntered, SafeLeft
from hostconsole.show.handover import handover
from hostconsole.show.obs_state import Incident
from tests.show.stage import READY, Stage, on_air, outputs, product


def said(stage: Stage) -> dict[str, str]:
    return {line.code: line.fields["what"] for line in handover(stage.state, stage.now, stage.show.rules)}


def test_a_quiet_desk_says_little_in_ten_lines() -> None:
    stage = on_air(product("P1", price="89"), product("P2", price="45"))
    lines = said(stage)
    assert len(lines) == 10
    assert lines["on_air"] == "1 款P1 ¥89"
    assert lines["next"] == "2 款P2 ¥45"
    for code in ("links_up", "by_hand", "off_plan", "batches", "promises", "alerts", "cues"):
        assert lines[code] == "–"


def test_it_says_what_the_next_person_must_know() -> None:
    stage = on_air(
        product("P1", stock=300, release=[(100, "open"), (200, "manual")], floor="60"), product("P2")
    )
    stage.does("link.up")
    stage.does("stock.count", qty="80", who="甲")
    stage.does("price.set", price="79")
    stage.does("timer.start", label="开福袋", seconds="600")
    stage.does("cue.send", preset="10")
    stage.wait(6_000)
    lines = said(stage)
    assert lines["links_up"] == "1"
    assert lines["by_hand"] == "1=80 (甲)"
    assert lines["off_plan"] == "1 ¥89→¥79"
    assert lines["batches"].startswith("+200")
    assert lines["promises"] == "开福袋 (9:54)"
    assert lines["cues"] == "停!这句别说"
    assert "The host has not seen" in lines["alerts"]


def test_it_says_what_went_wrong_with_the_picture_so_far() -> None:
    stage = on_air(product("P1"), product("P2"))
    for seconds in (12.0, 70.5):
        stage.show.record((IncidentEnded(what="network", seconds=seconds),), actor="obs")
    stage.show.record((SafeEntered(scene="BRB", came_from="A"), SafeLeft(seconds=40.0)), actor="甲")
    assert said(stage)["obs"].endswith("network ×2 1:22, safe picture ×1 0:40")
    assert stage.replayed() == stage.state


def test_a_stream_that_was_lost_is_counted_from_its_first_second_to_its_last() -> None:
    stage = on_air(product("P1"), product("P2"))

    def tell(*, reconnecting: bool) -> None:
        stage.show.record((replace(outputs(streaming=True), reconnecting=reconnecting),), actor="obs")

    for _ in range(2):
        tell(reconnecting=True)
        stage.wait(5_000)
        tell(reconnecting=True)  # something else changed meanwhile
        stage.wait(3_000)
        tell(reconnecting=False)
        stage.wait(60_000)
    assert said(stage)["obs"].endswith("stream, stream reconnecting ×2 0:16")
    assert stage.replayed() == stage.state


def test_every_kind_that_went_wrong_is_named_the_longest_first_and_the_safe_picture_last() -> None:
    stage = on_air(product("P1"), product("P2"))
    lasted: dict[Incident, float] = {"mic_silent": 31.0, "network": 12.0, "stream_stuck": 9.4}
    lasted["computer"] = 44.0
    for what, seconds in lasted.items():
        stage.show.record((IncidentEnded(what=what, seconds=seconds),), actor="obs")
    stage.show.record((SafeEntered(scene="BRB", came_from="A"), SafeLeft(seconds=4000.0)), actor="甲")
    stage.show.record((replace(READY, away_s=3725.0),), actor="obs")
    assert said(stage)["obs"].endswith(
        "obs lost ×1 1:02:05, computer ×1 0:44, mic silent ×1 0:31, network ×1 0:12, stream stuck ×1 0:09, "
        "safe picture ×1 1:06:40"
    )


def test_it_goes_into_the_log_with_both_names_and_the_other_signs_from_then_on() -> None:
    stage = on_air(product("P1"), product("P2"))
    stage.does("session.handover", to="乙")
    event = stage.last().event
    assert (event.kind, event.was, event.now) == ("session.handed_over", "甲", "乙")  # type: ignore[attr-defined]
    assert len(event.lines) == 10  # type: ignore[attr-defined]
    assert stage.last().actor == "甲"
    stage.does("marker.add")
    assert stage.last().actor == "乙"
    assert stage.replayed() == stage.state


def test_nobody_hands_over_to_nobody_or_to_himself() -> None:
    stage = on_air(product("P1"))
    stage.refuses("session.handover", code="bad_value", to="")
    stage.refuses("session.handover", code="same_operator", to="甲")


def test_many_names_are_counted() -> None:
    rows = [product(f"P{n}") for n in range(1, 12)]
    stage = on_air(*rows)
    for row in rows:
        stage.does("link.up", item=row.id)
    assert said(stage)["links_up"] == "1, 2, 3, 4, 5, 6 +5"
