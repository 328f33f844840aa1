"""The fold: `apply(state, entry)` makes the next state. Pure and total: every kind has its case.

One `match` says what each event means; the small functions beside it do the arithmetic of the queue,
of words and of OBS. Replaying a log is nothing but this.
"""

from __future__ import annotations

from collections.abc import Iterable

from hostconsole.show import events as e
from hostconsole.show.events import Entry, StockEvent
from hostconsole.show.fold import acks, before, corrections, desk, incidents, obs, queue, undo, words
from hostconsole.show.frozen import replace, stamped
from hostconsole.show.own_pace import read_on
from hostconsole.show.state import State

_GAPS = (e.SessionStarted, e.SessionResumed)
"""Before these the program did not run, and nobody read."""


def apply(state: State, entry: Entry) -> State:
    """The state after `entry`. `state` is left as it was."""
    after = acks.forgotten(_applied(state, entry), state.troubles)
    after = words.held(state, after, entry)
    read = after.read if isinstance(entry.event, _GAPS) else read_on(state, after, now_ms=entry.mono_ms)
    noted, over = corrections.noted(after, entry), incidents.noted(state, after, entry)
    left = undo.left_by(entry, before=state, after=after)
    return stamped(
        after,
        before=state,
        seq=entry.seq,
        at=entry.at,
        mono_ms=entry.mono_ms,
        read=read,
        **noted,
        **over,
        **left,
    )


def replay(entries: Iterable[Entry]) -> State:
    """The state of a session from its whole log."""
    state = State()
    for entry in entries:
        state = apply(state, entry)
    return state


def _applied(state: State, entry: Entry) -> State:
    match entry.event:
        case StockEvent() as event:  # most of a long log: asked for first
            return queue.stocked(state, event, entry)
        case e.SessionStarted() as event:
            return desk.session_started(event, at=entry.at)
        case e.SessionResumed() as event:
            return desk.session_resumed(state, event, entry)
        case e.SessionEnded():
            return desk.session_ended(state, entry)
        case e.OperatorSet() | e.SessionHandedOver() as event:
            return replace(state, operator=event.now)
        case e.ItemTaken() as event:
            return queue.taken(state, event, entry)
        case e.ItemMisfired() as event:
            return queue.misfired(state, event, entry)
        case e.NextSet() as event:
            return replace(state, next=event.now)
        case e.ItemSkipped() as event:
            return queue.with_item(state, event.item, skipped=True)
        case e.ItemUnskipped() as event:
            return queue.with_item(state, event.item, skipped=False)
        case e.ItemMoved() as event:
            return replace(state, order=queue.order_with(state.order, event.item, event.before))
        case e.ItemAdded() as event:
            return queue.added(state, event)
        case e.ItemRemoved() as event:
            return queue.removed(state, event)
        case e.ItemEdited() as event:
            return queue.edited(state, event, entry)
        case e.SheetReloaded() as event:
            return queue.reloaded(state, event)
        case e.CountdownStarted() as event:
            return desk.countdown_started(state, event, entry)
        case e.CountdownCancelled() | e.CountdownEnded():
            return desk.countdown_cancelled(state)
        case e.LinkOpened() | e.LinkClosed() as event:
            return desk.link_moved(state, event, entry)
        case e.LinkRestored() as event:
            return desk.link_restored(state, event, entry)
        case e.PriceChanged() as event:
            return queue.priced(state, event, entry)
        case e.PrompterMoved() as event:
            return desk.prompter_moved(state, event, entry)
        case e.PaceRecalled() as event:
            return desk.pace_recalled(state, event)
        case e.PointTicked() as event:
            return queue.point_ticked(state, event)
        case e.PointContradicted() as event:
            return queue.point_contradicted(state, event)
        case e.CueSent() as event:
            return desk.cue_sent(state, event, entry)
        case e.CueSeen() as event:
            return desk.cue_seen(state, event)
        case e.CueUnseen() as event:
            return desk.cue_unseen(state, event)
        case e.AlertAcknowledged() as event:
            return desk.alert_acknowledged(state, event)
        case e.HostScreenChanged() as event:
            return replace(state, host_shown=event.shown, host_why=event.why)
        case e.FeedsChanged() as event:
            return desk.feeds_changed(state, event)
        case e.TroubleMet() as event:
            return desk.trouble_met(state, event)
        case e.SafeEntered() | e.SafeLeft() as event:
            return obs.safe_moved(state, event, entry)
        case e.MarkerAdded():
            return replace(state, marked_ms=entry.mono_ms)
        case e.TimerStarted() | e.TimerStopped() as event:
            return desk.timer_moved(state, event, entry)
        case e.SessionReopened():
            return replace(state, mode=desk.mode_of(state), ended_ms=None)
        case e.ReasonGiven() as event:
            return corrections.explained(state, event)
        case e.StepTicked() as event:
            return desk.step_ticked(state, event)
        case e.PreflightTicked() as event:
            return before.ticked(state, event, entry)
        case e.HoursSet() as event:
            return before.hours_set(state, event)
        case e.SheetSaved() as event:
            return replace(state, digest=event.digest)
        case e.Undone() | e.Redone() | e.SceneResent() | e.RestoreAsked():
            return state
        case e.IncidentBegan() | e.IncidentEnded() | e.AfterEvent():
            return state
        case event:
            return replace(state, obs=obs.told(state.obs, event, entry))
