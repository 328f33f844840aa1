"""How events change the session, links, the prompter, cues and alerts."""

from __future__ import annotations

from hostconsole.show import events as e
from hostconsole.show.bundles import bounded
from hostconsole.show.fold import queue
from hostconsole.show.fold.obs import lost
from hostconsole.show.frozen import replace
from hostconsole.show.gifts import with_gifts
from hostconsole.show.ledger import Ledger, opening
from hostconsole.show.plan import Plan
from hostconsole.show.state import Countdown, Cue, LinkState, Mode, Prompter, State, Timer

CUES_KEPT = 20
"""Cues the state remembers, beside must-cues not yet seen; the log has all."""

TICKS_KEPT = 99
"""Steps ticked by hand that the state remembers: far more than one item has."""

_MODES: dict[str, Mode] = {"preparation": "ready", "rehearsal": "rehearsal", "live": "live"}


def opening_stock(plan: Plan) -> dict[str, Ledger]:
    """A ledger for every SKU of the plan; the first product row of a SKU opens it."""
    stock: dict[str, Ledger] = {}
    for row in sorted(plan.items, key=lambda row: row.kind != "product"):
        if row.sku and row.sku not in stock:
            stock[row.sku] = opening(row)
    return bounded(with_gifts(stock, plan.items), plan.items)


def session_started(event: e.SessionStarted, *, at: str) -> State:
    """A new session: what OBS and the host's screen show goes on, everything else starts from the plan."""
    stock = opening_stock(event.plan) | {ledger.sku: ledger for ledger in event.stock}
    first = next((row.id for row in event.plan.items if row.id not in event.skipped), None)
    return State(
        session=event.id,
        kind=event.session_kind,
        mode=_MODES[event.session_kind],
        simulated=event.simulated,
        operator=event.operator,
        plan=event.plan,
        digest=event.plan.digest,
        started_at=at,
        after=event.after,
        kept=event.kept,
        dropped=event.dropped,
        boot=event.boot,
        boot_ms=event.boot_ms,
        order=tuple(row.id for row in event.plan.items),
        items=queue.first_state(event),
        stock=bounded(stock, event.plan.items),
        opening_stock=event.stock,
        next=first,
        prompter=Prompter(pace=event.pace),
        own_pace=event.own_pace,
        obs=event.obs,
        host_shown=event.host_shown,
        host_why=event.host_why,
        troubles=event.troubles,
        ticks=event.ticks,
        hours=event.hours,
        feeds=event.feeds,
    )


def session_resumed(state: State, event: e.SessionResumed, entry: e.Entry) -> State:
    """The clock went on while the program did not run; the prompter waits at its last place, OBS is to
    be read anew, and a countdown that would have ended meanwhile has not opened anything."""
    state = countdown_cancelled(state)
    prompter = replace(state.prompter, running=False, since_ms=entry.mono_ms)
    obs = state.obs if state.obs.link in ("off", "simulated") else lost(state.obs)
    obs = replace(obs, link="off", why="", asked=None, texts_shown=False, texts_failed=())
    return replace(
        state,
        boot=event.boot,
        boot_ms=event.boot_ms,
        simulated=event.simulated,
        prompter=prompter,
        obs=obs,
        host_shown=None,
        host_why="",
    )


def session_ended(state: State, entry: e.Entry) -> State:
    state = queue.ended(countdown_cancelled(state), entry.mono_ms)
    prompter = replace(state.prompter, running=False, since_ms=entry.mono_ms)
    return replace(state, mode="ended", prompter=prompter, ended_ms=entry.mono_ms)


def mode_of(state: State) -> Mode:
    """The mode a session of this kind runs in."""
    return _MODES[state.kind]


def countdown_started(state: State, event: e.CountdownStarted, entry: e.Entry) -> State:
    state = countdown_cancelled(state)
    was = state.items[event.item].link if event.item is not None else LinkState()
    countdown = Countdown(seconds=event.seconds, started_ms=entry.mono_ms, item=event.item, was=was)
    state = replace(state, countdown=countdown)
    if event.item is None:
        return state
    return queue.with_item(state, event.item, link=LinkState(status="countdown"))


def countdown_cancelled(state: State) -> State:
    """Its link, if it had one, is as if the countdown had not been asked for."""
    countdown = state.countdown
    if countdown is None:
        return state
    state = replace(state, countdown=None)
    if countdown.item is None or countdown.item not in state.items:
        return state
    return queue.with_item(state, countdown.item, link=countdown.was)


def link_moved(state: State, event: e.LinkOpened | e.LinkClosed, entry: e.Entry) -> State:
    up = isinstance(event, e.LinkOpened)
    link = LinkState(
        status="up" if up else "down",
        since_ms=entry.mono_ms if up else None,
        by=event.by,
        at=entry.at,
    )
    if state.countdown is not None and state.countdown.item == event.item:
        state = replace(state, countdown=None)
    return queue.with_item(state, event.item, link=link)


def link_restored(state: State, event: e.LinkRestored, entry: e.Entry) -> State:
    link = LinkState(status=event.now, since_ms=event.since_ms, by=event.by, at=event.at or entry.at)
    if event.now == "none":
        link = LinkState()
    return queue.with_item(state, event.item, link=link)


def pace_recalled(state: State, event: e.PaceRecalled) -> State:
    return replace(state, own_pace=event.own_pace, prompter=replace(state.prompter, pace=event.pace))


def prompter_moved(state: State, event: e.PrompterMoved, entry: e.Entry) -> State:
    prompter = Prompter(
        item=event.item, at=event.at, since_ms=entry.mono_ms, running=event.running, pace=event.pace
    )
    return replace(state, prompter=prompter)


def cue_sent(state: State, event: e.CueSent, entry: e.Entry) -> State:
    waiting = tuple(c for c in state.cues[: 1 - CUES_KEPT] if c.kind == "must" and c.waits)
    cue = Cue(
        seq=entry.seq, text=event.text, kind=event.cue_kind, sent_ms=entry.mono_ms,
        by=entry.actor, preset=event.preset, auto=event.auto,
    )  # fmt: skip
    return replace(state, cues=(*waiting, *state.cues[1 - CUES_KEPT :], cue))


def cue_seen(state: State, event: e.CueSeen) -> State:
    cues = tuple(replace(cue, seen_ms=event.ms) if cue.seq == event.cue else cue for cue in state.cues)
    return replace(state, cues=cues)


def cue_unseen(state: State, event: e.CueUnseen) -> State:
    cues = tuple(replace(cue, unseen=True) if cue.seq == event.cue else cue for cue in state.cues)
    return replace(state, cues=cues)


def alert_acknowledged(state: State, event: e.AlertAcknowledged) -> State:
    mark = (event.code, event.item, event.episode)
    rest = tuple(other for other in state.acknowledged if other != mark)
    return replace(state, acknowledged=(*rest[-99:], mark))


def timer_moved(state: State, event: e.TimerStarted | e.TimerStopped, entry: e.Entry) -> State:
    if isinstance(event, e.TimerStopped):
        return replace(state, timers=tuple(timer for timer in state.timers if timer.seq != event.timer))
    timer = Timer(
        seq=entry.seq, label=event.label, ends_ms=entry.mono_ms + event.seconds * 1000, item=event.item,
        by=entry.actor,
    )  # fmt: skip
    return replace(state, timers=(*state.timers, timer))


def step_ticked(state: State, event: e.StepTicked) -> State:
    rest = tuple(step for step in state.ticked if step != event.step)[-TICKS_KEPT:]
    return replace(state, ticked=(*rest, event.step) if event.done else rest)


def feeds_changed(state: State, event: e.FeedsChanged) -> State:
    """Nobody is compared any more with a feed that is not read, or read in another way."""
    fresh = set(event.names) - set(event.anew)
    stock = {
        sku: ledger
        if all(told.name in fresh for told in ledger.told)
        else replace(ledger, told=tuple(told for told in ledger.told if told.name in fresh))
        for sku, ledger in state.stock.items()
    }
    return replace(state, stock=stock, feeds=event.names, unread=event.unread)


def trouble_met(state: State, event: e.TroubleMet) -> State:
    rest = tuple(pair for pair in state.troubles if pair[0] != event.code)
    return replace(state, troubles=rest if event.over else (*rest, (event.code, event.text)))
