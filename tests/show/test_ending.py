"""After the end: reasons for what was corrected on air, and a session ended by mistake."""

from __future__ import annotations

from tests.show.stage import Stage, on_air, on_stage, product


def corrected(stage: Stage) -> list[tuple[str, int | None, int | None]]:
    return [(made.what, made.was, made.now) for made in stage.state.corrections]


def test_corrections_on_air_wait_for_their_reason() -> None:
    stage = on_air(product("P1", price="89"), product("P2"))
    stage.does("price.set", price="79")
    stage.does("stock.count", qty="80")
    stage.does("stock.adjust", by="-3", reason="样品")
    assert corrected(stage) == [("price", 8900, 7900), ("stock", 100, 80)]
    stage.does("show.end", sure="yes")
    first, second = stage.state.corrections
    stage.does("event.reason", seq=str(first.seq), reason="店里同时降价")
    assert corrected(stage) == [("stock", 100, 80)]
    assert (stage.last().event.kind, stage.last().event.seq) == (  # type: ignore[attr-defined]
        "reason.given", first.seq,
    )  # fmt: skip
    stage.refuses("event.reason", code="bad_value", seq=str(first.seq), reason="noch einmal")
    stage.refuses("event.reason", code="bad_value", seq=str(second.seq), reason=" ")
    assert stage.replayed() == stage.state


def test_what_was_prepared_or_taken_back_needs_no_reason() -> None:
    stage = on_stage(product("P1", price="89"), kind="preparation")
    stage.does("price.set", item="P1", price="79")
    assert corrected(stage) == []
    stage = on_air(product("P1", price="89"))
    stage.does("price.set", price="79")
    stage.does("undo")
    assert corrected(stage) == []


def test_an_edited_price_that_was_taken_back_needs_no_reason() -> None:
    stage = on_air(product("P1", price="89"), kind="live")
    stage.does("price.set", price="85")
    stage.does("item.edit", field="price", value="79")
    assert corrected(stage) == [("price", 8900, 8500), ("price", 8500, 7900)]
    edited = stage.state.corrections[-1]
    assert edited.seq == stage.last().seq
    stage.does("undo")
    stage.does("show.end", sure="yes")
    assert corrected(stage) == [("price", 8900, 8500)]
    assert stage.replayed() == stage.state


def test_a_session_ended_by_mistake_goes_on_for_ten_minutes() -> None:
    stage = on_air(product("P1"), product("P2"))
    stage.does("link.up")
    stage.refuses("session.reopen", code="already_running")
    stage.does("show.end", sure="yes")
    stage.wait(9 * 60_000)
    stage.does("session.reopen")
    assert (stage.state.mode, stage.on_air, stage.next) == ("rehearsal", None, "P2")
    assert stage.row("P1").link.status == "up"
    stage.does("show.take")
    assert stage.on_air == "P2"
    assert stage.replayed() == stage.state
    stage.does("show.end", sure="yes")
    stage.wait(11 * 60_000)
    stage.refuses("session.reopen", code="too_late")
