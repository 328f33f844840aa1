"""The now-do line's own acts: a step ticked by hand."""

from __future__ import annotations

from hostconsole.show.command import RUNNING, Context, Events, Given, Registry, text
from hostconsole.show.errors import Refused
from hostconsole.show.events import StepTicked
from hostconsole.show.nowdo import todo
from hostconsole.show.state import State

commands = Registry()


@commands.command("step.tick", title="Step done", args=(text("step"),), modes=RUNNING)
def step_tick(state: State, ctx: Context, given: Given) -> Events:
    """Ticks the step named (again: not done after all); without one, the first that only people can do."""
    steps = todo(state, ctx.now_ms, ctx.rules)
    if "step" not in given:
        own = next((step for step in steps if step.code == "note" and not step.done), None)
        if own is None:
            raise Refused("nothing_waiting")
        return (StepTicked(step=own.id),)
    named = given["step"]
    if named not in {step.id for step in steps}:
        raise Refused("bad_value", name="step", value=named, why="no such step")
    return (StepTicked(step=named, done=named not in state.ticked),)
