"""The table mode × command (DESIGN §5.5 "Modes"), and what every command refuses."""

from __future__ import annotations

import pytest

from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import Refused
from tests.show.stage import Stage, on_stage, plan_of

ALWAYS = {
    "show.start_rehearsal", "show.go_live", "operator.set", "alert.ack", "obs.restore", "sheet.save",
    "feeds.reload", "obs.stream", "obs.record", "obs.virtual_camera",
}  # fmt: skip
ON_AIR_ONLY = {
    "show.take", "show.take_item", "show.back", "show.end", "link.up", "link.down", "countdown.start",
    "countdown.cancel", "stock.release", "batch.gone", "desk.gone", "point.tick", "marker.add",
    "step.tick", "desk.step", "session.handover", "timer.start", "timer.stop",
}  # fmt: skip
NOT_AFTER_THE_END = {
    "next.set", "next.up", "next.down", "item.skip", "item.unskip", "item.move", "item.add", "item.edit",
    "item.encore", "price.set", "stock.count", "stock.sold", "stock.adjust", "prompter.toggle",
    "presale.sold", "item.duplicate", "preflight.tick", "show.hours", "oversold.settle", "gift.end",
    "prompter.faster", "prompter.slower", "prompter.top", "prompter.line_back", "prompter.line_forward",
    "prompter.paragraph_back", "prompter.paragraph_forward", "prompter.to", "prompter.mark", "prompter.pace",
    "cue.send", "cue.ack", "desk.host_step", "obs.resend", "obs.safe_scene", "sheet.reload", "undo", "redo",
    "obs.build_scenes",
}  # fmt: skip

AFTER_THE_END_TOO = {"session.reopen", "event.reason"}

CONTRACT = """show.start_rehearsal show.go_live show.end show.take show.take_item show.back next.set next.up
next.down item.skip item.unskip item.move item.add item.edit item.encore link.up link.down countdown.start
countdown.cancel price.set stock.count stock.sold stock.adjust stock.release batch.gone prompter.toggle
prompter.faster prompter.slower prompter.top prompter.line_back prompter.line_forward point.tick cue.send
cue.ack alert.ack marker.add operator.set obs.resend obs.safe_scene obs.restore sheet.reload undo redo"""


def in_mode(mode: str) -> Stage:
    if mode == "ready":
        return on_stage(kind="preparation")
    if mode == "ended":
        stage = on_stage()
        stage.does("show.end", sure="yes")
        return stage
    return on_stage(kind="live" if mode == "live" else "rehearsal")


def allowed(mode: str) -> set[str]:
    return {
        "ready": ALWAYS | NOT_AFTER_THE_END,
        "rehearsal": ALWAYS | ON_AIR_ONLY | NOT_AFTER_THE_END | AFTER_THE_END_TOO,
        "live": ALWAYS | ON_AIR_ONLY | NOT_AFTER_THE_END | AFTER_THE_END_TOO,
        "ended": ALWAYS | AFTER_THE_END_TOO,
    }[mode]


def test_every_command_of_the_contract_is_there_and_in_the_table() -> None:
    assert set(CONTRACT.split()) <= set(COMMANDS)
    assert set(COMMANDS) == ALWAYS | ON_AIR_ONLY | NOT_AFTER_THE_END | AFTER_THE_END_TOO


@pytest.mark.parametrize("mode", ["ready", "rehearsal", "live", "ended"])
@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_a_command_works_in_its_modes_only(mode: str, command: str) -> None:
    stage = in_mode(mode)
    assert stage.state.mode == mode
    code = "show_ended" if mode == "ended" else "not_on_air"
    required = {
        arg.name: {"item": "P1", "before": "P2", "field": "title", "value": "x", "by": "1"}.get(arg.name, "1")
        for arg in COMMANDS[command].args
        if arg.required
    }
    if command not in allowed(mode):
        stage.refuses(command, code=code, **required)
        return
    try:
        stage.show.run(command, required, sheet=plan_of(digest="2"))
    except Refused as refused:
        assert refused.code not in ("not_on_air", "show_ended")


def test_in_preparation_a_take_is_refused_as_not_on_air() -> None:
    in_mode("ready").refuses("show.take", code="not_on_air")


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_no_command_takes_an_argument_it_does_not_know(command: str) -> None:
    stage = on_stage()
    code = "bad_value" if command == "item.add" else "unknown_argument"
    stage.refuses(command, code=code, **{"title": "x"} if command == "item.add" else {}, nonsense="1")


@pytest.mark.parametrize(
    ("command", "name"), [(c.id, arg.name) for c in COMMANDS.values() for arg in c.args if arg.required]
)
def test_what_a_command_needs_must_be_given(command: str, name: str) -> None:
    values = {
        "item": "P1",
        "before": "P2",
        "field": "title",
        "by": "1",
        "qty": "1",
        "price": "80",
        "seconds": "9",
        "seq": "2",
    }
    given = {
        arg.name: values.get(arg.name, "x")
        for arg in COMMANDS[command].args
        if arg.required and arg.name != name
    }
    on_stage().refuses(command, code="missing_argument", **given)


def test_an_unknown_command_is_refused_with_a_sentence() -> None:
    refused = on_stage().refuses("show.explode", code="unknown_command")
    assert refused.reason == "There is no command 'show.explode'."


def test_ending_wants_to_be_sure() -> None:
    stage = on_stage()
    stage.refuses("show.end", code="needs_confirm")
    stage.refuses("show.end", code="needs_confirm", sure="no")
    stage.refuses("show.end", code="bad_value", sure="perhaps")
    stage.does("show.end", sure="yes")
    assert (stage.state.mode, stage.on_air) == ("ended", None)


def test_the_operator_signs_what_comes_after() -> None:
    stage = on_stage()
    stage.does("operator.set", name="乙")
    stage.does("show.take")
    assert stage.last().actor == "乙"
    assert stage.does("operator.set", name="乙").seq is None
