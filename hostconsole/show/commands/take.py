"""On air and next: take, back, and the pointer to what comes (DESIGN §4 rules 5, 6, 10)."""

from __future__ import annotations

from hostconsole.show.command import (
    RUNNING,
    THE_ITEM,
    Context,
    Events,
    Given,
    Registry,
)
from hostconsole.show.cues import OF_THE_ITEM
from hostconsole.show.errors import Refused
from hostconsole.show.events import (
    CountdownCancelled,
    CueUnseen,
    Event,
    ItemMisfired,
    ItemTaken,
    NextSet,
    SafeLeft,
)
from hostconsole.show.state import Airing, State

commands = Registry()


@commands.command("show.take", title="Take", modes=RUNNING)
def take_next(state: State, ctx: Context, given: Given) -> Events:
    if state.next is None:
        raise Refused("nothing_next")
    return _take(state, ctx, state.next)


@commands.command("show.take_item", title="Take this item", args=(THE_ITEM,), modes=RUNNING)
def take_item(state: State, ctx: Context, given: Given) -> Events:
    return _take(state, ctx, given["item"])


@commands.command("show.back", title="Back", modes=RUNNING)
def show_back(state: State, ctx: Context, given: Given) -> Events:
    return back(state, ctx)


@commands.command("next.set", title="Make this item next", args=(THE_ITEM,))
def next_set(state: State, ctx: Context, given: Given) -> Events:
    if state.on_air is not None and state.on_air.item.id == given["item"]:
        raise Refused("already_on_air", item=given["item"])
    return _pointed(state, given["item"])


@commands.command("next.up", title="Next: one up")
def next_up(state: State, ctx: Context, given: Given) -> Events:
    return _stepped(state, -1)


@commands.command("next.down", title="Next: one down")
def next_down(state: State, ctx: Context, given: Given) -> Events:
    return _stepped(state, 1)


def _take(state: State, ctx: Context, item: str) -> Events:
    _guard(state, ctx)
    if state.on_air is not None and state.on_air.item.id == item:
        raise Refused("already_on_air", item=item)
    events = [*_countdown_over(state), *_safe_over(state, ctx), _taken(state, item), *_cues_over(state)]
    if state.next == item:
        events.append(NextSet(was=item, now=waiting_after(state, item)))
    return tuple(events)


def _guard(state: State, ctx: Context) -> None:
    if state.last_take_ms is None:
        return
    since = ctx.now_ms - state.last_take_ms
    if since < ctx.rules.guard_ms:
        raise Refused("too_soon", ms=since, guard_ms=ctx.rules.guard_ms)


def _countdown_over(state: State) -> list[Event]:
    """A countdown belongs to the item left: its link must not open under the next one."""
    if state.countdown is None:
        return []
    return [CountdownCancelled(item=state.countdown.item, reason="take")]


def _cues_over(state: State) -> list[Event]:
    """A price or a number left of the item that was on air must not be read out over the next one."""
    own = [cue for cue in state.cues if cue.auto or cue.preset in OF_THE_ITEM]
    return [CueUnseen(cue=cue.seq) for cue in own if cue.waits]


def _safe_over(state: State, ctx: Context) -> list[Event]:
    """A take puts a product on air: the safe picture is over."""
    safe = state.obs.safe
    if safe is None:
        return []
    return [SafeLeft(seconds=round((ctx.now_ms - safe.since_ms) / 1000, 1))]


def _taken(state: State, item: str) -> ItemTaken:
    came_from = state.on_air.item.id if state.on_air else None
    return ItemTaken(item=item, came_from=came_from, airing=state.items[item].airings + 1)


def back(state: State, ctx: Context, *, pointing: Events | None = None) -> Events:
    """Take back the last take: soon after it, a misfire; later, the item before is aired anew. The item left
    becomes NEXT, unless `pointing` says what happens to NEXT."""
    airing = state.on_air
    if airing is None:
        raise Refused("nothing_on_air")
    before = former(state)
    item = airing.item.id
    pointer = _pointed(state, item) if pointing is None else pointing
    over = (*_countdown_over(state), *_safe_over(state, ctx))
    if ctx.now_ms - airing.since_ms <= ctx.rules.misfire_ms:
        back_to = before.item.id if before else None
        misfired = ItemMisfired(item=item, airing=airing.n, back_to=back_to)
        return (*over, misfired, *_cues_over(state), *pointer)
    if before is None:
        raise Refused("nothing_before")
    return (*over, _taken(state, before.item.id), *_cues_over(state), *pointer)


def former(state: State) -> Airing | None:
    """The airing before this one, if its item is still in the queue."""
    airing = next((a for a in reversed(state.airings) if not a.misfire), None)
    if airing is None or airing.item.id not in state.items:
        return None
    return airing


def _pointed(state: State, item: str) -> Events:
    return () if state.next == item else (NextSet(was=state.next, now=item),)


def waiting_after(state: State, item: str) -> str | None:
    """NEXT once `item` was taken: the first waiting item after it, then earlier ones that have not
    aired, skipped ones last. None when everything has aired."""
    place = state.order.index(item) if item in state.order else 0
    around = (*state.order[place + 1 :], *state.order[:place])
    on_air = state.on_air.item.id if state.on_air else None
    left = [k for k in around if state.items[k].airings == 0 and k not in (on_air, item)]
    return next((k for k in left if not state.items[k].skipped), left[0] if left else None)


def _stepped(state: State, by: int) -> Events:
    on_air = state.on_air.item.id if state.on_air else None
    choice = [
        key for key in state.order if key == state.next or (not state.items[key].skipped and key != on_air)
    ]
    if not choice:
        raise Refused("nothing_next")
    if state.next in choice:
        place = max(0, min(len(choice) - 1, choice.index(state.next) + by))
    else:
        place = 0 if by > 0 else len(choice) - 1
    return _pointed(state, choice[place])
