"""The now-do line's own acts: a step ticked by hand, and the one key that does what is next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hostconsole.show.command import RUNNING, Context, Events, Given, Registry, text
from hostconsole.show.commands import goods, take
from hostconsole.show.errors import Refused
from hostconsole.show.events import StepTicked
from hostconsole.show.next_act import last_act_ms, next_act
from hostconsole.show.nowdo import todo
from hostconsole.show.state import State

commands = Registry()

_ACTS: Mapping[str, Callable[[State, Context, Given], Events]] = {
    "show.take": take.take_next,
    "link.up": goods.link_up,
    "link.down": goods.link_down,
    "batch.gone": goods.batch_gone,
}


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


@commands.command("desk.step", title="Do the next step", modes=RUNNING)
def desk_step(state: State, ctx: Context, given: Given) -> Events:
    """What the strip announces: take, link up, release, gone, link down, take the next. Two steps are as
    far apart as two takes, so that a pedal that bounces does not do two."""
    since = last_act_ms(state)
    if since is not None and ctx.now_ms - since < ctx.rules.guard_ms:
        raise Refused("too_soon", ms=ctx.now_ms - since, guard_ms=ctx.rules.guard_ms)
    step = next_act(state, ctx.now_ms, ctx.rules)
    if step is None:
        raise Refused("nothing_to_do")
    if step.command == "stock.release":
        args = dict(step.args)
        return goods.stock_release(state, ctx, {"sku": (args["sku"], ""), "qty": int(args["qty"])})
    return _ACTS[step.command](state, ctx, {})
