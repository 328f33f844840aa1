"""What a line of the quick bar means, and trying it on the frozen state without doing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from hostconsole.show.command import Context, Events, invoke
from hostconsole.show.commands import COMMANDS
from hostconsole.show.errors import Refused
from hostconsole.show.events import StockAdjusted, StockCounted, StockReleased, StockSold
from hostconsole.show.state import State

Status = Literal["empty", "partial", "ready", "refused", "unknown"]
Code = Literal[
    "", "next", "price", "count", "sold", "release", "adjust", "encore", "cue", "command", "nothing"
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command ready to be run; all values are strings, as everywhere outside."""

    command: str
    args: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One completion: the line it makes, and the item or the command it stands for."""

    fill: str
    item: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a line means now.

    status: "ready" can be done; "partial" wants more; "refused" is clear but `refusal` says why it cannot
    be done; "unknown" means nothing. `code` and `fields` make the sentence (`was`, `now`, `qty`, `by`,
    `text`, `words`); `item` is the item it is about. `then` is the second Enter's act: after `step`, or,
    if `asks`, in its place. `picked` is the choice that was taken for granted, -1 if none was.
    """

    status: Status
    code: Code = ""
    fields: Mapping[str, object] = field(default_factory=dict)
    item: str | None = None
    step: Step | None = None
    then: Step | None = None
    asks: bool = False
    refusal: Refused | None = None
    choices: tuple[Choice, ...] = ()
    picked: int = -1
    free_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a line is looked at with. `pick`: the choice the user has moved to, None if to none."""

    state: State
    ctx: Context
    pick: int | None = None


def tried(look: Look, step: Step, found: Understood) -> Understood:
    """`found` with the step, and what it would do or why it cannot be done."""
    try:
        events = invoke(COMMANDS, look.state, look.ctx, command=step.command, given=step.args)
    except Refused as refusal:
        if refusal.code == "needs_confirm":
            return replace(found, step=step, then=confirmed(step), asks=True)
        return replace(found, status="refused", step=step, refusal=refusal)
    return replace(found, step=step, fields={**_numbers(events), **found.fields})


def confirmed(step: Step) -> Step:
    """The same act, doubted and meant: what a second Enter does."""
    known = COMMANDS.get(step.command)
    name = "sure" if known is not None and any(arg.name == "sure" for arg in known.args) else "confirm"
    return Step(command=step.command, args={**step.args, name: "yes"})


def _numbers(events: Events) -> dict[str, object]:
    """Before and after of an act on stock."""
    for event in events:
        if isinstance(event, StockCounted | StockSold | StockAdjusted | StockReleased):
            return {"was": event.was, "now": event.now, "pool": event.ledger.pool}
    return {}
