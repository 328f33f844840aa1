"""What was taken back just now, in one line: a list of acts alone would only become shorter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hostconsole.show.events import Entry, ItemMisfired, ItemTaken, NextSet, Undone
from hostconsole.show.state import Act, State
from hostconsole.ui.acts import act_name
from hostconsole.ui.language import translate
from hostconsole.ui.phrases import link_name


def taken_back(entries: Iterable[Entry], state: State, before: Mapping[int, Act]) -> str:
    """The line for what `entries` took back, "" if nothing. `state` is that after them, `before` the acts
    that could be taken back before them, by their seq."""
    words, undone = "", False
    taken: ItemTaken | None = None
    for entry in entries:
        match entry.event:
            case Undone() as event if event.seq in before:
                undone = True
                words = translate("Acts", "Taken back: {act}").format(act=act_name(before[event.seq], state))
            case ItemMisfired() as event:
                words = _misfire(event, state)
            case ItemTaken() as event:
                taken, words = event, _anew(state) if undone else words
            case NextSet() as event if _went_back(taken, event):
                words = _anew(state)
    return words


def _went_back(taken: ItemTaken | None, event: NextSet) -> bool:
    return taken is not None and taken.came_from is not None and event.now == taken.came_from


def _misfire(event: ItemMisfired, state: State) -> str:
    lost = _name(event.item, state)
    if state.on_air is None or event.back_to is None:
        return translate("Acts", "Misfire taken back: {item}. Nothing is on air").format(item=lost)
    words = translate("Acts", "Misfire taken back: {item}. {former} goes on, airing {n}")
    return words.format(item=lost, former=_name(event.back_to, state), n=state.on_air.n)


def _anew(state: State) -> str:
    if state.on_air is None:
        return ""
    words = translate("Acts", "Back to {item}: airing {n} has begun")
    return words.format(item=_name(state.on_air.item.id, state), n=state.on_air.n)


def _name(key: str, state: State) -> str:
    row = state.items.get(key)
    return key if row is None else link_name(row.item)
